"""A person's page: who they are over time, whether they may be named, what they said and promised, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.model.display import read_date
from assistant.tui.hanging import hang
from assistant.tui.literal import show, show_line
from assistant.tui.words import ACTS, clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.model.dossier import Dossier, RoleHeld
    from assistant.model.person import MergeProposal, Naming, Person
    from assistant.model.search import DatedFact

_WORDS = 220


class PersonPage(VerticalScroll):
    """The page of a person, or why two names may be one person's, or a sentence."""

    def __init__(self) -> None:
        super().__init__(Static(id="person"), id="page")
        self._dossier: Dossier | None = None

    def show(self, dossier: Dossier) -> None:
        """Show a person."""
        self._dossier = dossier
        self._draw()

    def propose(self, proposal: MergeProposal) -> None:
        """Show two names and why they may be one person's."""
        self._dossier = None
        self.query_one(Static).update(show_proposal(proposal))

    def say(self, sentence: str) -> None:
        """Show a sentence and nobody."""
        self._dossier = None
        self.query_one(Static).update(show(sentence))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def _draw(self) -> None:
        if self._dossier:
            self.query_one(Static).update(show_person(self._dossier, self.scrollable_content_region.width))


def show_person(dossier: Dossier, width: int) -> Content:
    """The whole page in lines of so many cells."""
    return Content("\n").join(_lines(dossier, width))


def show_proposal(proposal: MergeProposal) -> Content:
    """Two names and why they may be one person."""
    lines = [Content.assemble(show_line(proposal.one.name, "bold"), " = ", show_line(proposal.other.name, "bold"), "?")]
    lines += [Content.assemble("  ", show_line(reason)) for reason in proposal.reasons]
    lines += [Content(), Content.styled("y  one person    x  two people, remembered", "$foreground-muted")]
    return Content("\n").join(lines)


def _lines(dossier: Dossier, width: int) -> Iterator[Content]:
    yield show_line(dossier.name, "bold")
    if dossier.spellings:
        yield show_line(f"also {', '.join(dossier.spellings)}", "$foreground-muted")
    yield from map(_role, dossier.roles)
    yield from _particulars(dossier.person, width)
    yield _naming(dossier.naming)
    for heading, facts in (
        ("Said", dossier.said),
        ("Passed on", dossier.passed_on),
        ("Promises", tuple(promise.fact for promise in dossier.promises)),
        ("Said about them", dossier.about),
    ):
        if facts:
            yield Content()
            yield Content.assemble((heading, "bold"), (f"  {len(facts)}", "$foreground-muted"))
        for fact in facts:
            yield from _fact(fact, width)
    letters = (*dossier.written, *dossier.received)
    if letters:
        yield Content()
        yield Content.styled("Letters", "bold")
    for letter in letters:
        when = read_date(letter.date) if letter.date else "undated"
        yield Content.assemble(
            (f"  {when}  ", "$foreground-muted"), show_line(f"{letter.sender} → {letter.recipients}")
        )


def _particulars(person: Person | None, width: int) -> Iterator[Content]:
    if person:
        for label, words in (
            ("address", ", ".join(person.address)),
            ("e-mail", person.email),
            ("called", person.salutation),
        ):
            if words:
                yield hang(show_line(words), width, Content.styled(f"{label}  ", "$foreground-muted"), "  ")


def _role(role: RoleHeld) -> Content:
    where = f", {role.organisation}" if role.organisation else ""
    return Content.assemble(show_line(f"{role.title}{where}"), (_when(role), "$foreground-muted"))


def _when(role: RoleHeld) -> str:
    """From when to when somebody holds it, as the office keeps it; else the days on which letters name them so."""
    if role.since or role.until:
        since, until = (read_date(day) if day else "" for day in (role.since, role.until))
        return f"  {since or '?'} – {until or 'today'}"
    seen = [read_date(day) for day in dict.fromkeys((role.first_seen, role.last_seen)) if day]
    return f"  named so {' – '.join(seen)}" if seen else ""


def _naming(naming: Naming) -> Content:
    if naming.allowed:
        return Content.styled("may be named", "$success")
    where = f", but {' and '.join(naming.only_in)}" if naming.only_in else ""
    reason = f": {naming.reason}" if naming.reason else ""
    instead = f" Write “{naming.instead}”." if naming.instead else ""
    return show_line(f"may not be named{where}{reason}.{instead}", "bold $error")


def _fact(fact: DatedFact, width: int) -> Iterator[Content]:
    act = ACTS[fact.act]
    where = f"{fact.precedent}, para. {fact.paragraph}" if fact.paragraph else fact.precedent
    heading = Content.assemble(
        (read_date(fact.day) if fact.day else "undated", "$foreground-muted"),
        "  ",
        show_line(fact.speaker or ""),
        (f"  {where}", "$foreground-muted"),
    )
    yield hang(heading, width, Content.styled(f"  {act.letter} ", f"bold $act-{fact.act}"), "    ")
    yield hang(show_line(clip(f"“{fact.quote}”", _WORDS)), width, "    ")
