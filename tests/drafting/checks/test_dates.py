import datetime as dt

import pytest

from assistant.drafting.checks.dates import check_dates, find_dates
from assistant.drafting.checks.written import Written
from assistant.drafting.language import load_language
from assistant.model.finding import Finding, Severity

WRONG = [
    ("en", "on 31 June 2019", "date-impossible"),
    ("en", "on 29 February 2019", "date-impossible"),
    ("en", "on February 30, 2020", "date-impossible"),
    ("en", "before 2019-06-31", "date-impossible"),
    ("en", "on the 31st of April", "date-impossible"),
    ("en", "on Monday, 23 May 2019", "weekday-impossible"),
    ("en", "on Monday the 23rd of May 2019", "weekday-impossible"),
    ("fr", "le lundi 23 mai 2019", "weekday-impossible"),
    ("fr", "le 31 juin", "date-impossible"),
    ("de", "am Montag, den 23. Mai 2019", "weekday-impossible"),
    ("de", "am 31.6.2019", "date-impossible"),
    ("pl", "w środę, 23 maja 2019 r.", "weekday-impossible"),
    ("pl", "31 czerwca 2019 r.", "date-impossible"),
    ("it", "lunedì 23 maggio 2019", "weekday-impossible"),
    ("es", "el lunes 23 de mayo de 2019", "weekday-impossible"),
    ("es", "el 31 de junio de 2019", "date-impossible"),
]
RIGHT = [
    ("en", "on Thursday, 23 May 2019"),
    ("en", "on 29 February"),
    ("en", "on 29 February 2020"),
    ("en", "on Monday, 23 May"),
    ("en", "“Monday, 23 May 2019”, you wrote"),
    ("en", "file 31.6.2019/4"),
    ("en", "Ares(2014)3295519 - 06/10/2014"),
    ("en", "you may 31 times"),
    ("fr", "le 1er mai 2019"),
    ("de", "am Donnerstag, dem 23. Mai 2019"),
    ("pl", "w czwartek 23 maja 2019 r."),
    ("it", "giovedì 23 maggio 2019"),
    ("es", "el jueves, 23 de mayo de 2019"),
]


def check(code: str, text: str) -> list[Finding]:
    return list(check_dates(Written(text=text), load_language(code)))


@pytest.mark.parametrize(("code", "text", "finding"), WRONG)
def test_a_day_that_cannot_be_is_an_error(code: str, text: str, finding: str) -> None:
    (found,) = check(code, text)
    assert (found.code, found.severity) == (finding, Severity.ERROR)
    assert found.start is not None
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(("code", "text"), RIGHT)
def test_a_day_that_can_be_is_left_alone(code: str, text: str) -> None:
    assert check(code, text) == []


def test_the_weekday_that_was_is_told() -> None:
    assert check("en", "Monday, 23 May 2019")[0].message.endswith("that day was a Thursday.")
    assert check("de", "Montag, 23. Mai 2019")[0].message.endswith("that day was a Thursday (Donnerstag).")


def test_dates_are_found_in_order_with_their_value() -> None:
    text = "From 23 May 2019 to 4.6.2019, and on 1 July."
    assert [date.value for date in find_dates(text, "en")] == [dt.date(2019, 5, 23), dt.date(2019, 6, 4), None]
