"""An agenda as a calendar file (RFC 5545), for whatever calendar the office keeps. Only what has a date goes in.

An event keeps its UID as long as it is about the same letter or promise, so that a calendar read in again moves it
instead of showing it twice.
"""

import datetime as dt
from collections.abc import Iterator

from assistant.model.agenda import Agenda, AgendaItem, Matter

_LINE = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""
_DOMAIN = "correspondence-assistant"
_WHAT = {
    Matter.REPLY: "Reply due from {who}",
    Matter.QUESTION: "Answer due from {who}",
    Matter.ANSWER: "Answer {who}",
    Matter.PROMISE: "Promise of {who}",
    Matter.DRAFT: "Finish the letter to {who}",
}
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def calendar_file(agenda: Agenda) -> bytes:
    """The calendar: an event of a whole day for each item with a date."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_DOMAIN}//agenda//EN", "CALSCALE:GREGORIAN"]
    for item in agenda.items:
        if item.due:
            lines += _event(item, item.due, agenda.today)
    return b"".join(_folded(line) + b"\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(item: AgendaItem, due: dt.date, today: dt.date) -> Iterator[str]:
    what = _WHAT[item.matter].format(who=item.who or "somebody")
    told = (item.what, f"Since {item.since}." if item.since else "", item.because, *item.steps, *item.notes, item.key)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{item.matter}-{item.key}@{_DOMAIN}')}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(what)}"
    yield f"DESCRIPTION:{_text(chr(10).join(filter(None, told)))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Words as a TEXT value: escaped, and without the control characters it may not hold."""
    return "".join(letter for letter in words if letter == "\n" or letter.isprintable()).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """The line cut into pieces of 75 octets, never inside a character; a space begins each further piece."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece))
