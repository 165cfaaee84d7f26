"""The conversation from its first line to the last: what can be done, chosen by number, one thing after another."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from assistant.errors import AssistantError, FindingsError
from assistant.linear.drafts import drafts
from assistant.linear.letters import open_letter, search
from assistant.linear.review import review
from assistant.linear.talk import HungUp, Talk
from assistant.model.display import one_line
from assistant.tui.dropped import dropped_files
from assistant.tui.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.filing import Outcome
    from assistant.model.agenda import AgendaItem
    from assistant.office import Office

Command: TypeAlias = "Callable[[list[str]], int]"
"""Runs what may stand behind `assistant` on the command line."""

_PLACES = ("Search", "Review", "Drafts", "Agenda", "File letters", "Person", "Any other command", "Leave")


def converse(talk: Talk, office: Office, run: Command) -> int:
    """Talk until a person leaves; returns an exit code."""
    try:
        _greet(talk, office)
        while (chosen := talk.choose("What next", _PLACES)) != len(_PLACES) - 1:
            if chosen is not None:
                _go(talk, office, run, chosen)
    except HungUp:
        pass
    talk.say("Everything is saved.")
    return 0


def _greet(talk: Talk, office: Office) -> None:
    waiting, letters = office.waiting().total, office.search("", 1).total
    whose = office.settings.member.name or office.folder.name
    talk.say(f"Office of {whose}. {count(letters, 'letter')}, {waiting:,} to review.")


def _go(talk: Talk, office: Office, run: Command, chosen: int) -> None:
    """One thing; what goes wrong in it is said, and the conversation goes on."""
    try:
        if chosen == 5:
            run(["person", talk.ask("Name")])
        elif chosen == 6:
            run(shlex.split(talk.ask("What you would type behind “assistant”")))
        else:
            (search, review, drafts, agenda, file_letters)[chosen](talk, office)
    except FindingsError as error:
        talk.say_all([str(error), *(one_line(f"{each.place}: {each.message}") for each in error.findings)])
    except AssistantError as error:
        talk.say(str(error))
    except ValueError as error:  # a quote without its other half
        talk.say(f"This cannot be understood: {error}.")


def agenda(talk: Talk, office: Office) -> None:
    """What is to be seen to, most urgent first; a letter can be opened."""
    found = office.agenda(dt.date.today())  # noqa: DTZ011 - what is late is late where the office is
    items = [*((item, "Late") for item in found.late), *((item, "This week") for item in found.this_week)]
    items += [(item, "Later") for item in found.later]
    if not items:
        talk.say("Nothing waits.")
        return
    index = talk.choose("Open", [_tell_item(item, when) for item, when in items])
    if index is not None:
        key = items[index][0].key
        if key.endswith(".md"):
            talk.say(f"A draft: {key}. Choose it under Drafts.")
        else:
            open_letter(talk, office, key.partition("#")[0])


def file_letters(talk: Talk, office: Office) -> None:
    """File what is named, or what lies in the inbox."""
    typed = talk.ask("Path of a file or folder (enter for what lies in the inbox)")
    if typed:
        paths = dropped_files(typed) or (Path(typed).expanduser(),)
        _tell_filing(talk, office.add(paths, recursive=True))
    elif office.inbox:
        _tell_filing(talk, office.inbox.file(office.inbox.wait()))
    else:
        talk.say("office.toml names no inbox.")


def _tell_filing(talk: Talk, outcomes: Iterator[Outcome]) -> None:
    number = 0
    for number, outcome in enumerate(outcomes, 1):
        became = "filed before" if outcome.duplicate else f"{count(outcome.facts, 'fact')} to review"
        talk.say(one_line(f"{number}. {outcome.error or f'{Path(outcome.path).name}: {outcome.id}, {became}.'}"))
        for loss in outcome.losses:
            talk.say(f"Not read of it: {one_line(loss.what)}.")
    talk.say(f"{count(number, 'file')} looked at.")


def _tell_item(item: AgendaItem, when: str) -> str:
    due = f"by {item.due.isoformat()}" if item.due else "no date"
    return one_line(f"{when}, {due}: {item.matter}, {item.who or 'somebody'}: {item.what}. {item.because}")
