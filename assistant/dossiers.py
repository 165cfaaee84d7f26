"""Pages about a person and about one matter over the years: gathers what the index knows and asks `exchange` about it.

No letter is opened for them, however many name somebody: everything shown comes from the index, the person's file and
the decisions.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from assistant.errors import BadArgumentError, UnknownNameError
from assistant.exchange.dossiers import Called, people_called, promises_among, roles_of
from assistant.model.dossier import Dossier, LetterLine, by_act
from assistant.model.person import Person, surname_of

if TYPE_CHECKING:
    from assistant.model.person import Role
    from assistant.model.search import DatedFacts, NamedIn, NamedOften
    from assistant.model.timeline import Timeline
    from assistant.particulars import Particulars
    from assistant.precedents.decisions import DecisionFiles
    from assistant.precedents.people import PeopleFiles
    from assistant.precedents.shelf import Shelf

_LETTERS = 500
"""The newest letters looked through."""
_CANDIDATES = 1_000
"""Names looked through for those of whom nothing is kept, the commonest."""
_SHOWN = 20
"""Letters from or to a person that are listed."""
_MOST_COMPARED = 300
"""Facts of a timeline put side by side, the latest."""


class Dossiers:
    """The people and matters of one office."""

    def __init__(
        self, shelf: "Shelf", people: "PeopleFiles", decisions: "DecisionFiles", languages: Callable[[], Sequence[str]]
    ) -> None:
        """`languages` tells those of the office, whose small words tell nothing; only facts compared ask for them."""
        self._shelf = shelf
        self._people = people
        self._decisions = decisions
        self._languages = languages
        self._referring: dict[str, frozenset[str]] = {}

    def person(self, name: str) -> Dossier:
        """Everything about one person, by any way of writing the name.

        Raises UnknownNameError when nobody is called so, BadArgumentError when several are.
        """
        person, named = self._identify(name)
        called = Called(names=person.names if person else (people_called(named)[0],))
        found = self._shelf.facts(_naming(called), _LETTERS)
        said, passed_on, about = (
            tuple(fact for fact in found.facts if belongs(fact))
            for belongs in (called.said, called.passed_on, called.is_about)
        )
        return Dossier(
            name=called.names[0],
            person=person,
            spellings=_other_spellings(called, named),
            roles=roles_of(person, named),
            written=self._letters("from", called),
            received=self._letters("to", called),
            named=named,
            said=by_act(said),
            passed_on=passed_on,
            about=about,
            promises=tuple(promises_among((*said, *about), self._decisions.all())),
            more=found.more,
        )

    def named_only(self, words: str = "", limit: int = 50) -> tuple["NamedOften", ...]:
        """People the letters name and of whom nothing is kept, those of most letters first, narrowed by words."""
        kept = [Called(names=person.names) for person in self._people.all()]
        named = self._shelf.named_most(words, _CANDIDATES)
        return tuple(islice((one for one in named if not any(called.fits(one.name) for called in kept)), limit))

    def particulars(self, name: str) -> "Particulars":
        """The file of somebody, by name or id, to be put right step by step; who has none is given one with the first.

        Raises BadArgumentError when several are called so.
        """
        from assistant.particulars import Particulars

        ids = {file.stem for file in self._people.files()}
        known = None if name in ids else self._known(name)
        if known or name in ids:
            return Particulars(self._people, self._people.get(known.id if known else name))
        called = people_called(self._shelf.named(name, _LETTERS))
        return Particulars(self._people, self._people.begin(called[0] if len(called) == 1 else name))

    def read_role(self, said: str) -> "Role":
        """A role as it is typed (model/typed.py), its form of address one that there is. Raises BadArgumentError."""
        from assistant.drafting.language import load_language
        from assistant.model.typed import read_role

        role = read_role(said)
        offices = load_language("en").offices
        if role.office and role.office not in offices:
            raise BadArgumentError(role.office, "there is no such form of address", f"Known: {', '.join(offices)}.")
        return role

    def timeline(self, words: str, by: str | None = None) -> "Timeline":
        """The facts that answer a line of the query language in order of date, with proposals how they stand together.

        With `by`, only what that person or body says, in the letters they wrote and as others report them.
        """
        from assistant.exchange.comparing import compare_facts
        from assistant.model.timeline import Timeline

        found = self._by(words, by) if by else self._shelf.facts(words, _LETTERS)
        compared = found.facts[-_MOST_COMPARED:]
        return Timeline(
            query=words,
            by=by,
            facts=found.facts,
            comparisons=compare_facts(compared, self._leans_on, self._small_words),
            letters=found.letters,
            more=found.more,
        )

    def _by(self, words: str, by: str) -> "DatedFacts":
        person = self._known(by)
        called = Called(names=person.names if person else (by,))
        spoken = self._shelf.facts(f"{words} {_naming(called)}", _LETTERS)
        written = self._shelf.facts(f'{words} from:"{_quotable(by)}"', _LETTERS)
        theirs = {fact.key: fact for fact in spoken.facts if called.said(fact)}
        theirs |= {fact.key: fact for fact in written.facts if fact.speaker in (None, fact.sender)}
        return spoken.model_copy(
            update={
                "facts": tuple(sorted(theirs.values(), key=lambda fact: fact.day)),
                "letters": len({fact.precedent for fact in theirs.values()}),
                "more": spoken.more or written.more,
            }
        )

    def _identify(self, name: str) -> "tuple[Person | None, tuple[NamedIn, ...]]":
        person = self._known(name)
        names = dict.fromkeys(person.names if person else (name,))
        ways = [surname_of(each) if person else each for each in names]
        found = {(each.precedent, each.name): each for way in dict.fromkeys(ways) for each in self._shelf.named(way)}
        named = tuple(sorted(found.values(), key=lambda each: (each.written or "", each.precedent)))
        if person:
            called = Called(names=tuple(names))
            return person, tuple(each for each in named if called.fits(each.name))
        return None, self._only_one(name, named)

    def _only_one(self, name: str, named: "tuple[NamedIn, ...]") -> "tuple[NamedIn, ...]":
        people = people_called(named)
        if not people:
            raise UnknownNameError("person", name, [person.name for person in self._people.all()])
        if len(people) > 1:
            raise BadArgumentError(name, f"several are called so: {', '.join(people[:8])}", "Write the name in full.")
        return named

    def _known(self, name: str) -> Person | None:
        person = self._people.find(name)
        if person is None:
            same = [each.name for each in self._people.all() if Called(names=(name,)).fits(each.name)]
            if len(same) > 1:
                raise BadArgumentError(name, f"several are called so: {', '.join(same)}", "Write the name in full.")
        return person

    def _letters(self, field: str, called: Called) -> tuple[LetterLine, ...]:
        query = " OR ".join(f'{field}:"{_quotable(name)}"' for name in called.names)
        lines = (
            LetterLine(precedent=hit.precedent, date=hit.date, sender=hit.sender, recipients=hit.recipients)
            for hit in self._shelf.search(query, _SHOWN).hits
        )
        return tuple(sorted(lines, key=lambda line: line.date or "", reverse=True))

    def _leans_on(self, later: str, earlier: str) -> bool:
        """Whether a document refers to another; each is asked about once."""
        if earlier not in self._referring:
            self._referring[earlier] = frozenset(one.letter for one in self._shelf.referring_to(earlier))
        return later in self._referring[earlier]

    @cached_property
    def _small_words(self) -> frozenset[str]:
        from assistant.drafting.conventions import worded_languages, wording

        known = set(self._languages()).intersection(worded_languages())
        return frozenset(word for language in known for word in wording(language).common)


def _naming(called: Called) -> str:
    """A line that finds whatever names them, by the surname too."""
    ways = dict.fromkeys((*called.names, *map(surname_of, called.names)))
    return " OR ".join(f'person:"{_quotable(way)}"' for way in ways)


def _other_spellings(called: Called, named: "Sequence[NamedIn]") -> tuple[str, ...]:
    others = dict.fromkeys((*called.names[1:], *(each.name for each in named)))
    return tuple(name for name in others if name != called.names[0])


def _quotable(name: str) -> str:
    return name.replace('"', " ")
