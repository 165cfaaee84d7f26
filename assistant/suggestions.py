"""What may belong into the fields of a letter: people the office knows, and what earlier letters and drafts said there.

Everything is read once, when first asked for; the office makes a new one for each draft that is opened.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from assistant.drafting.addressing import address_recipient, current_role
from assistant.drafting.fields import Field, FieldType
from assistant.drafting.files import DraftFiles
from assistant.drafting.language import Language
from assistant.errors import InputFileError
from assistant.model.display import read_date
from assistant.model.draft import Draft
from assistant.model.suggestion import Suggestion

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.model.outline import Outline
    from assistant.model.person import Person
    from assistant.precedents.shelf import Shelf
    from assistant.settings import Settings

_MOST = 6
_DAYS, _ENOUGH = (90, 730), 500
"""How far back letters are looked through: farther where there are fewer than so many."""
_LATEST_DRAFTS = 200


class Suggestions:
    """Suggestions for the fields of one letter."""

    def __init__(
        self, shelf: "Shelf", people: "Sequence[Person]", drafts: DraftFiles, settings: "Settings", language: Language
    ) -> None:
        self._shelf, self._people, self._settings, self._language = shelf, people, settings, language
        self._drafts = drafts
        self._gathered: dict[str, tuple[_Likely, ...]] = {}
        self._today = dt.date.today()  # noqa: DTZ011 - as far as the office's own calendar goes

    def suggest(self, field: Field, typed: str = "") -> tuple[Suggestion, ...]:
        """A few values for a field whose words begin with those typed, the likeliest first; never what is typed."""
        wanted = [f" {word}" for word in typed.casefold().split()]
        made: dict[str, Suggestion] = {}
        for each in self._likely(field):
            if all(word in each.words for word in wanted):
                suggestion = each.make()
                if suggestion.text != typed:
                    made.setdefault(suggestion.text, suggestion)
            if len(made) == _MOST:
                break
        return tuple(made.values())

    def _likely(self, field: Field) -> "tuple[_Likely, ...]":
        """All that may belong into a field, gathered once: somebody who types waits for every key."""
        if field.name not in self._gathered:
            self._gathered[field.name] = tuple(self._all(field))
        return self._gathered[field.name]

    def _all(self, field: Field) -> "Iterator[_Likely]":
        if field.type is FieldType.PARTY:
            yield from map(self._of_person, self._people)
        if field.name == "subject":
            yield from self._of_letters(lambda letter: letter.subject)
        if field.name == "your_reference":
            yield from self._of_letters(lambda letter: letter.number)
        if field.name == "place":
            places = dict.fromkeys([self._settings.place, *(address.label for address in self._settings.addresses)])
            yield from (_said(place, "place of the office") for place in places if place)
        if field.type is not FieldType.DATE:
            yield from self._written_before(field)

    def _of_person(self, person: "Person") -> "_Likely":
        role = current_role(person, self._today)
        note = ", ".join(filter(None, (role.title, role.organisation))) if role else ""
        return _Likely(_words(f"{person.name} {note}"), partial(self._address, person, note))

    def _address(self, person: "Person", note: str) -> Suggestion:
        """Somebody with the lines of their address, which are put together for whoever is shown alone."""
        recipient = address_recipient(
            person.name,
            None,
            person,
            usual_office="person",
            language=self._language,
            settings=self._settings,
            today=self._today,
        )
        lines = recipient.as_field()["lines"]
        text = "\n".join(lines) if isinstance(lines, list) else person.name
        return Suggestion(text=text, label=person.name, note=note, person=person.name)

    def _of_letters(self, words: "Callable[[Outline], str]") -> "Iterator[_Likely]":
        newest: dict[str, str | None] = {}
        for letter in self._letters:
            said = " ".join(words(letter).split())
            if said:
                newest.setdefault(said, letter.date)
        for said, date in newest.items():
            yield _said(said, f"letter of {read_date(date)}" if date else "undated letter")

    def _written_before(self, field: Field) -> "Iterator[_Likely]":
        for name, draft in self._written:
            value = draft.fields.get(field.name)
            for text in field.as_lines(value).splitlines() if field.type is FieldType.LIST else [field.as_lines(value)]:
                if text.strip():
                    yield _said(text, name)

    @cached_property
    def _letters(self) -> "tuple[Outline, ...]":
        letters: tuple[Outline, ...] = ()
        for days in _DAYS:
            letters = self._shelf.outlines(self._today - dt.timedelta(days=days))
            if len(letters) >= _ENOUGH:
                break
        return tuple(sorted(letters, key=lambda letter: letter.date or "", reverse=True))

    @cached_property
    def _written(self) -> tuple[tuple[str, Draft], ...]:
        return tuple(_read(self._drafts, self._drafts.all()[:_LATEST_DRAFTS]))


def _read(drafts: DraftFiles, paths: "Iterable[Path]") -> Iterator[tuple[str, Draft]]:
    for path in paths:
        try:
            yield path.stem, drafts.load(path).draft
        except InputFileError:  # whoever opens it is told
            continue


class _Likely(NamedTuple):
    """Something that may belong into a field: the words it is found by, and what makes the suggestion of it."""

    words: str
    make: "Callable[[], Suggestion]"


def _said(text: str, note: str) -> _Likely:
    """Words somebody wrote before."""
    label = text.replace("\n", ", ")
    return _Likely(_words(f"{label} {note}"), partial(Suggestion, text=text, label=label, note=note))


def _words(text: str) -> str:
    """Folded, each behind a space, so that a word typed is sought by how it begins."""
    return f" {' '.join(word.strip('“(') for word in text.casefold().split())}"
