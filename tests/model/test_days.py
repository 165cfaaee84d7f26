import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.days import days_of, exact_day, first_day

SPANS = [
    ((2019,), (date(2019, 1, 1), date(2019, 12, 31))),
    ((2019, 12), (date(2019, 12, 1), date(2019, 12, 31))),
    ((2020, 2), (date(2020, 2, 1), date(2020, 2, 29))),
    ((2019, 5, 23), (date(2019, 5, 23), date(2019, 5, 23))),
    ((2019, 2, 30), None),
    ((2019, 13), None),
    ((0,), None),
    ((9999,), None),  # the day after its last one is in no calendar
]
FIRST_DAYS = [
    ("2019-05-23", date(2019, 5, 23)),
    ("2019-05", date(2019, 5, 1)),
    ("2019", date(2019, 1, 1)),
    ("2018-04-14/2018-04-17", date(2018, 4, 14)),
    ("2019-05-23-carlsson-gomes", date(2019, 5, 23)),
    ("2019-carlsson", date(2019, 1, 1)),
    ("XXXX-05-23", None),
    ("undated-letter", None),
    ("20190", None),
    ("", None),
]


@pytest.mark.parametrize(("written", "span"), SPANS)
def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day(
    written: tuple[int, ...], span: tuple[date, date] | None
) -> None:
    assert days_of(*written) == span


@pytest.mark.parametrize(("written", "day"), FIRST_DAYS)
def test_the_first_day_of_a_written_date(written: str, day: date | None) -> None:
    assert first_day(written) == day


@given(st.text() | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True))
def test_what_does_not_begin_with_a_year_is_no_date(text: str) -> None:
    assert first_day(text) is None or re.match("[0-9]{4}", text)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-05-23", date(2019, 5, 23)),
        ("2019-05", None),
        ("2019", None),
        ("2019-02-30", None),
        ("XXXX-05-23", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_whole_day_is_exact(written: str | None, day: date | None) -> None:
    assert exact_day(written) == day
