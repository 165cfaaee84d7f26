"""A letter with its head: who wrote to whom, where and when, what could not be read, then the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from assistant.model.display import read_date
from assistant.tui.literal import find_snippet, matched_words, show, show_line
from assistant.tui.page import shown_facts
from assistant.tui.widgets.losses import Losses
from assistant.tui.widgets.reader import Reader
from assistant.tui.words import count

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from assistant.model.letter import Letter, Party
    from assistant.model.precedent import Precedent
    from assistant.model.search import FactHit, Hit


class LetterPane(Vertical):
    """Shows one precedent, or a sentence where there is none."""

    reader = query_one(Reader)
    _head = query_one("#head", Static)
    _losses = query_one(Losses)
    _hint = query_one("#hint", Static)

    def __init__(self) -> None:
        super().__init__()
        self.precedent: Precedent | None = None

    def compose(self) -> ComposeResult:
        """Head, banner of losses, text; and the sentence that stands in their place."""
        yield Static(id="hint")
        yield Static(id="head")
        yield Losses()
        yield Reader()

    @property
    def selected_fact(self) -> str | None:
        """The fact selected in the letter, as "precedent#fact"."""
        fact = self.reader.fact
        return f"{self.precedent.id}#{fact.id}" if self.precedent and fact else None

    def show(self, precedent: Precedent, hit: Hit, fact: FactHit | None) -> None:
        """Show a precedent at the fact chosen, or at the place of the hit's snippet."""
        self.add_class("-open")
        if precedent != self.precedent:
            self._show_head(precedent)
        self.precedent = precedent
        at = 0 if fact else find_snippet(precedent.text, hit.snippet)
        chosen = precedent.fact(fact.fact) if fact else None
        self.reader.open(precedent, words=matched_words(hit.snippet), fact=chosen, at=at)
        self._tell_place()

    def forget(self) -> None:
        """The precedent may have changed on disk; what is seen stays until it is shown anew."""
        self.precedent = None

    def say(self, sentence: str) -> None:
        """Show a sentence and no letter."""
        self.forget()
        self.reader.close()
        self.remove_class("-open")
        self.border_title = "Letter"
        self._hint.update(show(sentence))

    @on(Reader.FactReached)
    def _tell_place(self) -> None:
        fact, facts = self.reader.fact, shown_facts(self.precedent.record.facts) if self.precedent else ()
        where = [count(len(facts), "fact")]
        if self.precedent and fact:
            number = f"fact {facts.index(fact) + 1} of {len(facts)}" if fact.live else f"{fact.review} fact"
            where = [number, self.precedent.locator(fact).words]
        self.border_title = ", ".join(["Letter", *filter(None, where)])

    def _show_head(self, precedent: Precedent) -> None:
        self._head.update(_head(precedent))
        self._losses.show(precedent.record.source.losses)


def _head(precedent: Precedent) -> Content:
    letter = precedent.record.letter
    lines = [_sender(letter), _addressees(letter), _reference(letter)]
    if letter.subject:
        lines.append(show_line(letter.subject.text, "bold"))
    return Content("\n").join(line for line in lines if line) or show_line(precedent.record.source.name, "bold")


def _sender(letter: Letter) -> Content:
    if letter.sender is None:
        return Content()
    return Content(", ").join(part for part in (_name(letter.sender, "bold"), _role(letter.sender)) if part)


def _addressees(letter: Letter) -> Content:
    names = [_name(party) for party in letter.recipients if party.display]
    place = [show_line(letter.place.text)] if letter.place else []
    date = [Content(read_date(letter.date.value))] if letter.date else []
    to = [Content.assemble("to ", Content(", ").join(names))] if names else []
    return Content("  ·  ").join([*to, *([Content(", ").join([*place, *date])] if place or date else [])])


def _reference(letter: Letter) -> Content:
    reference = letter.answers
    if reference is None:
        return Content()
    when = f" of {read_date(reference.date)}" if reference.date else ""
    known = show_line(reference.precedent) if reference.precedent else Content("not in this office")
    return Content.assemble(("answers ", "$foreground-muted"), show_line(reference.what), when, " (", known, ")")


def _name(party: Party, style: str = "") -> Content:
    return show_line(party.display, style)


def _role(party: Party) -> Content:
    return show_line(party.role.text) if party.role else Content()
