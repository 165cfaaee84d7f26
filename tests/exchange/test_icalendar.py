"""The calendar file: read back by another program, and folded and ended as RFC 5545 wants."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from assistant.exchange.icalendar import calendar_file
from assistant.model.agenda import Agenda, AgendaItem, Matter

TODAY = dt.date(2019, 12, 30)


def item(key: str = "2019-09-02-gomes-carlsson", what: str = "Prisons; visits, 2019", days: int = 4) -> AgendaItem:
    return AgendaItem(
        matter=Matter.REPLY,
        key=key,
        what=what,
        who="Sven-Olov Carlsson",
        since="2019-09-02",
        due=TODAY + dt.timedelta(days=days),
        because="30 days: office.toml",
        steps=("Monday 2 September 2019: sent.",),
    )


def agenda(*items: AgendaItem) -> Agenda:
    return Agenda(today=TODAY, since=TODAY, late=items)


def test_each_date_is_a_whole_day_over_the_end_of_the_year_too() -> None:
    [event] = Calendar.from_ical(calendar_file(agenda(item()))).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2020, 1, 3), dt.date(2020, 1, 4))
    assert event["SUMMARY"] == "Reply due from Sven-Olov Carlsson"
    assert event["DESCRIPTION"].splitlines() == [
        "Prisons; visits, 2019",
        "Since 2019-09-02.",
        "30 days: office.toml",
        "Monday 2 September 2019: sent.",
        "2019-09-02-gomes-carlsson",
    ]


def test_a_date_that_moves_keeps_its_event() -> None:
    uids = [
        [event["UID"] for event in Calendar.from_ical(calendar_file(agenda(item(days=days)))).walk("VEVENT")]
        for days in (4, 11)
    ]
    assert uids[0] == uids[1] == ["reply-2019-09-02-gomes-carlsson@correspondence-assistant"]


def test_what_has_no_date_is_in_no_calendar() -> None:
    undated = item().model_copy(update={"due": None})
    assert Calendar.from_ical(calendar_file(agenda(undated))).walk("VEVENT") == []


def test_a_backslash_is_doubled_whatever_follows_it() -> None:
    assert rb"DESCRIPTION:C:\\New\\notes" in calendar_file(agenda(item(what=r"C:\New\notes")))


# icalendar takes a doubled backslash before an “n” for an end of line: backslashes are tried above
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\\"), min_size=1, max_size=300))
def test_any_words_come_back_and_no_line_is_longer_than_75_octets(words: str) -> None:
    data = calendar_file(agenda(item(what=words)))
    assert data.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    [event] = Calendar.from_ical(data).walk("VEVENT")
    shown = "".join(letter for letter in words if letter.isprintable())
    assert str(event["DESCRIPTION"]).startswith(shown)
