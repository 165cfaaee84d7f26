"""Deadlines: forty worked by hand with a printed calendar, and the way they are told."""

import datetime as dt

import pytest

from assistant.exchange.calendar import easter, institutions
from assistant.exchange.deadlines import Asked, count, limit_for
from assistant.model.deadline import TimeLimit, Unit
from assistant.model.letter import DocumentKind

WORKED_BY_HAND = [
    # fifteen working days: ordinary weeks, Ascension, Easter, the end of the year, All Souls, summer holidays
    ("2019-05-23", 15, "working_days", "2019-06-18"),
    ("2019-03-04", 15, "working_days", "2019-03-25"),
    ("2019-04-15", 15, "working_days", "2019-05-13"),
    ("2019-12-16", 15, "working_days", "2020-01-16"),
    ("2019-12-27", 15, "working_days", "2020-01-23"),
    ("2020-04-01", 15, "working_days", "2020-04-27"),
    ("2020-10-20", 15, "working_days", "2020-11-11"),
    ("2024-03-20", 15, "working_days", "2024-04-15"),
    ("2024-04-30", 15, "working_days", "2024-05-27"),
    ("2025-07-11", 15, "working_days", "2025-08-04"),
    ("2025-08-01", 15, "working_days", "2025-08-25"),
    ("2025-03-01", 15, "working_days", "2025-03-21"),
    ("2026-05-08", 15, "working_days", "2026-06-03"),
    ("2026-12-10", 15, "working_days", "2027-01-11"),
    # six weeks
    ("2019-05-23", 6, "weeks", "2019-07-04"),
    ("2019-11-13", 6, "weeks", "2020-01-03"),
    ("2020-02-28", 6, "weeks", "2020-04-14"),
    ("2019-11-20", 6, "weeks", "2020-01-03"),
    ("2024-02-16", 6, "weeks", "2024-04-02"),
    ("2024-03-28", 6, "weeks", "2024-05-13"),
    ("2025-01-11", 6, "weeks", "2025-02-24"),
    ("2025-06-09", 6, "weeks", "2025-07-22"),
    ("2024-02-29", 6, "weeks", "2024-04-11"),
    # three weeks
    ("2019-05-23", 3, "weeks", "2019-06-13"),
    ("2019-05-20", 3, "weeks", "2019-06-11"),
    ("2019-12-05", 3, "weeks", "2020-01-03"),
    ("2025-04-25", 3, "weeks", "2025-05-16"),
    ("2025-05-08", 3, "weeks", "2025-06-02"),
    ("2025-04-18", 3, "weeks", "2025-05-12"),
    # thirty days
    ("2019-06-20", 30, "days", "2019-07-22"),
    ("2020-06-21", 30, "days", "2020-07-22"),
    ("2019-12-01", 30, "days", "2020-01-03"),
    ("2024-01-31", 30, "days", "2024-03-01"),
    ("2023-01-30", 30, "days", "2023-03-01"),
    # months
    ("2019-01-31", 1, "months", "2019-02-28"),
    ("2020-01-31", 1, "months", "2020-03-02"),
    ("2019-10-31", 2, "months", "2020-01-03"),
    ("2024-12-31", 2, "months", "2025-02-28"),
    ("2019-11-15", 2, "months", "2020-01-15"),
    ("2025-03-21", 1, "months", "2025-04-22"),
]


def limit(amount: int, unit: str) -> TimeLimit:
    return TimeLimit(label="letter", amount=amount, unit=Unit(unit), source="the test", status="verified")


@pytest.mark.parametrize(("event", "amount", "unit", "due"), WORKED_BY_HAND)
def test_the_deadline_is_the_one_worked_by_hand(event: str, amount: int, unit: str, due: str) -> None:
    deadline = count(dt.date.fromisoformat(event), limit(amount, unit), institutions())
    assert deadline.due.isoformat() == due


def test_every_holiday_passed_over_is_named() -> None:
    deadline = count(dt.date(2019, 5, 23), limit(15, "working_days"), institutions())
    _, counted = deadline.steps
    assert counted == (
        "15 working days, without 30 May (Ascension Day), 31 May (day after Ascension Day), 10 June (Whit Monday): "
        "Tuesday 18 June 2019."
    )


def test_an_end_that_moves_says_why_and_where_to() -> None:
    deadline = count(dt.date(2020, 2, 28), limit(6, "weeks"), institutions())
    _, ends, moves = deadline.steps
    assert ends == "6 weeks end on Friday 10 April 2020."
    assert moves.startswith("Nobody works then (Good Friday): the next working day, Tuesday 14 April 2020 ")


def test_the_offices_own_closed_days_count_as_holidays() -> None:
    calendar = institutions().closing_also((dt.date(2019, 6, 13),))
    assert count(dt.date(2019, 5, 23), limit(3, "weeks"), calendar).due == dt.date(2019, 6, 14)


@pytest.mark.parametrize(
    ("year", "sunday"),
    # from the Commission's lists of holidays, and a printed calendar
    [
        (2008, "03-23"),
        (2014, "04-20"),
        (2017, "04-16"),
        (2019, "04-21"),
        (2020, "04-12"),
        (2024, "03-31"),
        (2038, "04-25"),
    ],
)
def test_easter_is_when_the_calendars_have_it(year: int, sunday: str) -> None:
    assert easter(year).isoformat() == f"{year}-{sunday}"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(kind=DocumentKind.WRITTEN_QUESTION), "6 weeks"),
        (Asked(kind=DocumentKind.WRITTEN_QUESTION, priority=True), "3 weeks"),
        (Asked(kind=DocumentKind.LETTER, addressee="Margot Wallström, European Commission"), "15 working days"),
        (Asked(kind=DocumentKind.LETTER, addressee="Sven-Olov Carlsson, Head of Delegation"), "30 days"),
    ],
)
def test_each_document_has_its_limit(asked: Asked, words: str) -> None:
    assert limit_for(asked, reply_within_days=30).words == words


def test_a_limit_nobody_has_checked_says_so() -> None:
    asked = Asked(kind=DocumentKind.LETTER, addressee="European Parliament", subject="Access to documents: Ares(2019)1")
    assert limit_for(asked, 30).status == "memory"
