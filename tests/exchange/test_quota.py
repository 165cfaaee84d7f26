"""The clock of written questions."""

import datetime as dt

import pytest

from assistant.exchange.quota import quota

FIFTEENTH_OF_MARCH = dt.date(2019, 3, 15)


@pytest.mark.parametrize(
    ("day", "used"),
    [("2019-03-14", 0), ("2019-03-15", 1), ("2019-06-15", 1), ("2019-06-16", 0)],
)
def test_a_question_counts_to_the_same_day_three_months_on(day: str, used: int) -> None:
    assert quota(dt.date.fromisoformat(day), [FIFTEENTH_OF_MARCH]).used == used


def test_after_twenty_the_next_is_free_when_the_oldest_no_longer_counts() -> None:
    tabled = [FIFTEENTH_OF_MARCH] * 2 + [dt.date(2019, 4, 1)] * 18
    clock = quota(dt.date(2019, 5, 2), tabled)
    assert (clock.left, clock.free_from) == (0, dt.date(2019, 6, 16))


def test_with_nineteen_one_more_may_be_tabled_today() -> None:
    clock = quota(dt.date(2019, 5, 2), [dt.date(2019, 4, 1)] * 19)
    assert (clock.used, clock.left, clock.free_from) == (19, 1, dt.date(2019, 5, 2))


def test_questions_of_november_end_counting_with_february() -> None:
    tabled = [dt.date(2019, 11, 30)] * 20
    assert quota(dt.date(2020, 2, 29), tabled).free_from == dt.date(2020, 3, 1)


def test_a_priority_question_is_free_again_with_the_new_month() -> None:
    tabled = [dt.date(2019, 5, 30)]
    assert not quota(dt.date(2019, 5, 31), tabled, tabled).priority_free
    assert quota(dt.date(2019, 6, 1), tabled, tabled).priority_free
