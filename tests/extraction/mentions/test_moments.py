from datetime import date

import pytest

from assistant.extraction.mentions.moments import Anchor, Moment, Shift, complete, complete_span, shifted

ANCHOR = Anchor(date(2019, 5, 23))


@pytest.mark.parametrize(
    ("moment", "exists"),
    [
        (Moment(2019, 2, 29), False),
        (Moment(2020, 2, 29), True),
        (Moment(None, 2, 29), True),
        (Moment(2019, 13), False),
        (Moment(2020, 11, 0), False),
    ],
)
def test_a_day_must_stand_in_the_calendar(moment: Moment, exists: bool) -> None:
    assert moment.exists is exists


def test_a_day_without_a_year_is_the_nearest_that_is_not_far_ahead() -> None:
    assert complete(Moment(None, 5, 6), ANCHOR).iso == "2019-05-06"
    assert complete(Moment(None, 7, 1), ANCHOR).iso == "2019-07-01"
    assert complete(Moment(None, 9, 5), ANCHOR).iso == "2018-09-05"
    assert complete(Moment(None, 9, 5), Anchor(year=2021)).iso == "2021-09-05"


def test_a_span_over_new_year_begins_the_year_before() -> None:
    first, last = complete_span(Moment(None, 12, 28), Moment(2019, 1, 3), ANCHOR)
    assert (first.iso, last.iso) == ("2018-12-28", "2019-01-03")


def test_this_year_is_no_value() -> None:
    assert shifted(Shift(0, "year"), ANCHOR) is None


def test_a_month_of_an_unknown_year_keeps_its_month() -> None:
    assert shifted(Shift(-1, "month of", 9), Anchor()) == "XXXX-09"
