"""The command about everything that has a date: `assistant agenda`."""

from argparse import Namespace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.model.agenda import Matter
from assistant.model.display import one_line
from assistant.office import Office

if TYPE_CHECKING:
    from assistant.model.agenda import Agenda, AgendaItem, Quota

_WHAT = {
    Matter.REPLY: "reply from",
    Matter.QUESTION: "answer from",
    Matter.ANSWER: "we owe",
    Matter.PROMISE: "promise of",
    Matter.DRAFT: "draft to",
}
_KINDS = {"letters": Matter.REPLY, "questions": Matter.QUESTION}
_LONGEST = 60
"""Characters of a subject or promise on its line."""


def agenda(arguments: Namespace, office: Path) -> int:
    """`assistant agenda`."""
    desk = Office.at(office).agenda_desk
    today = arguments.today or date.today()  # noqa: DTZ011 - what is late is late where the office is
    if arguments.chase is not None:
        return _chase(Office.at(office), today, arguments)
    found = desk.agenda(today, arguments.since, arguments.limit)
    if arguments.ics:
        from assistant.storage import overwrite_file

        overwrite_file(arguments.ics, desk.calendar_file(found))
        output.say(f"The dates stand in {arguments.ics}.")
    return output.tell_value(found, partial(_print, steps=arguments.steps), as_json=arguments.json)


def _chase(desk: Office, today: date, arguments: Namespace) -> int:
    matters = {_KINDS[kind] for kind in arguments.chase} or None
    chased = list(desk.chase(today, matters))
    if arguments.json:
        output.print_values(chased)
    for each in () if arguments.json else chased:
        if each.draft:
            output.print_data(each.draft)
        else:
            output.say(f"{each.letter}: {each.error}")
    if not chased:
        output.say("Nothing is late that no draft takes up already.")
    return 1 if any(each.error for each in chased) else 0


def _print(found: "Agenda", *, steps: bool) -> None:
    for heading, items in (("Late", found.late), ("This week", found.this_week), ("Later", found.later)):
        if items:
            output.print_data(f"{heading} ({len(items)})")
        for item in items:
            _print_item(item, steps=steps)
    if found.quota:
        output.print_data(_in_words(found.quota, found.today))
    if found.left_out:
        output.say(f"{found.left_out} more are not shown: --limit shows more of each group.")
    if not found.items:
        output.say(f"Nothing waits since {found.since}, nothing is promised, nothing is begun.")


def _print_item(item: "AgendaItem", *, steps: bool) -> None:
    due = item.due.isoformat() if item.due else "no date"
    what = one_line(item.what)
    what = what if len(what) <= _LONGEST else f"{what[:_LONGEST].rsplit(' ', 1)[0]}…"
    output.print_data(
        f"  {due:10}  {_WHAT[item.matter]} {one_line(item.who) or 'somebody'}, "
        f"since {item.since or 'a day unknown'}: “{what}”  {item.key}  ({one_line(item.because)})"
    )
    begun = [f"Taken up, and not filed yet: {path}" for path in item.taken_up]
    for note in (*item.notes, *begun, *(item.steps if steps else ())):
        output.print_data(f"{'':14}{one_line(note)}")


def _in_words(clock: "Quota", today: date) -> str:
    free = f"{clock.left} left" if clock.left else f"the next on {clock.free_from}"
    priority = "one with priority left this month" if clock.priority_free else "none with priority left this month"
    return f"Written questions on {today}: {clock.used} in three months, {free}, {priority}"
