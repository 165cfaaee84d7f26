"""Findings about people who may not be named: their names in any form of the six languages, in any spelling.

The full name is found in every case, alphabet and order; the surname alone too, unless it is somebody else's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import worded_languages, wording
from assistant.model.base import Value
from assistant.model.finding import Finding, Severity
from assistant.model.folding import SHORTEST_SKELETON, fold, skeleton
from assistant.model.person import Audience, Person

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*\Z|,[^\S\n]\Z")
"""What may stand between the words of one name."""

_SIGNS = str.maketrans(
    {"ż": "zh", "ž": "zh", "š": "sh", "č": "ch", "ş": "sh", "Ż": "Zh", "Ž": "Zh", "Š": "Sh", "Č": "Ch", "Ş": "Sh"}
)
_HABITS = tuple(
    (re.compile(habit), sound)
    for habit, sound in (
        ("tsch|tch|cz", "ch"),
        ("dsch|dj|dz(?!h)", "dzh"),
        ("ch(?=[tlrmn])", "kh"),
        ("gi(?=[aou])", "j"),
        ("sz|sc(?=[ei])", "sh"),
        ("c(?=[aou])", "k"),
        (r"(?<=[eo])ff?\Z", "v"),
    )
)
"""How German, Polish, French and Italian write sounds that English writes otherwise."""
_GLIDE = re.compile(r"(?<=.)[ji](?=[aeou])|\Aj(?=e)")
"""Heard between vowels, written or not: Bokaev, Bokayev, Bokajew, Bokaïev."""
_SIBILANT = re.compile("[cjz]")
"""One language’s sh is another’s ch, and its zh: Dzhakishev, Djakichev, Dschakischew; ż is a plain z in an id."""
_KS = re.compile(r"(?<=.)x")
_TWICE = re.compile(r"(.)\1+")
_FLEETING = re.compile(r"e(?=[kclr]\Z)")
_SHORT_TITLES = frozenset({"mme", "mlle", "prof", "sig"})
_ENDINGS = frozenset(
    (
        "a", "u", "e", "i", "o", "s", "n", "es", "en", "om", "em", "im", "am", "oi", "ei", "ii", "os", "ov",
        "ova", "ove", "ovi", "ego", "emu", "go", "mu", "ih", "imi", "ami", "as", "ah", "ou", "ina", "inoi", "ovna",
        "ai", "au", "ae", "aem", "aom", "aev", "eu", "eem",
    )
)  # fmt: skip
"""What Polish, Russian and German put behind the stem of a name, spelt as `_key` spells it."""
_SOMEBODY_ELSE = "If somebody else is meant, file them in precedents/people; until then the letter is not made."


class SpokenName(Value):
    """One way a person is called, word for word."""

    words: tuple[str, ...]
    is_said: bool = True
    """Whether the office gave it as a name; otherwise it is the surname, which may be somebody else's."""

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """What stays of each word in every case."""
        return tuple(_stems(word, shortest=2 if len(self.words) > 1 else SHORTEST_SKELETON) for word in self.words)

    def fits(self, words: Sequence[str]) -> bool:
        """Whether words as `_key` spells them are this name, in this order or with the surname first."""
        return any(
            all(map(_is_form, order, self.stems))
            for order in ([tuple(words), (*words[1:], words[0])] if len(words) > 1 else [tuple(words)])
        )


class _Words:
    """The words of a text, and how each sounds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = list(_WORD.finditer(text))
        sounds = {word: _key(_POSSESSIVE.sub("", word)) for word in {word[0] for word in self.found}}
        self.keys = [sounds[word[0]] for word in self.found]

    def places(self, name: SpokenName) -> Iterator[int]:
        """Numbers of the words at which a name begins."""
        count = len(name.words)
        for first in range(len(self.found) - count + 1):
            if self.found[first][0][0].isupper() and name.fits(self.keys[first : first + count]):
                gaps = (self.text[a.end() : b.start()] for a, b in pairwise(self.found[first : first + count]))
                if all(_GAP.match(gap) for gap in gaps):
                    yield first

    def end(self, at: int) -> int:
        """Where a word ends, the sign of possession left out."""
        return self.found[at].end() - len(self.found[at][0]) + len(_POSSESSIVE.sub("", self.found[at][0]))

    def follows_a_name(self, at: int) -> bool:
        """Whether a capitalised word stands right before a word: it may be a given name."""
        if at == 0:
            return False
        before, this = self.found[at - 1], self.found[at]
        is_near = this.start() - before.end() == 1
        return is_near and len(before[0]) >= 3 and before[0][0].isupper() and fold(before[0]) not in _titles()


class GuardedPeople(Value):
    """Everybody an office knows, and whom of them a letter must not name; made once for all texts of a letter."""

    everybody: tuple[Person, ...]
    audience: Audience = Audience.PUBLIC
    """Who will read the letter."""
    in_annex: bool = False
    """Whether it is about what hangs on the letter."""

    @property
    def of_annex(self) -> "GuardedPeople":
        """The same people, as the page of evidence behind the letter must not name them."""
        return GuardedPeople(everybody=self.everybody, audience=self.audience, in_annex=True)

    @cached_property
    def names(self) -> tuple[tuple[Person, tuple[SpokenName, ...]], ...]:
        """Each guarded person with all ways they are called."""
        return tuple((person, tuple(_names(person))) for person in self.everybody if not self._may_be_named(person))

    @cached_property
    def others(self) -> tuple[SpokenName, ...]:
        """Everybody else, by the last given name and the surname."""
        allowed = filter(self._may_be_named, self.everybody)
        return tuple(SpokenName(words=tuple(person.name.split())[-2:]) for person in allowed)

    @cached_property
    def _sound(self) -> re.Pattern[str]:
        """How one word of any guarded name may sound: most texts hold none, and are done with."""
        stems = {stem.rstrip("\0") for _, names in self.names for name in names for stem in name.stems[-1]}
        return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(stems)))})(?:{'|'.join(sorted(_ENDINGS))})?")

    def may_be_in(self, keys: Iterable[str]) -> bool:
        """Whether one of these words sounds like one of theirs."""
        return bool(self.names) and any(self._sound.fullmatch(key) for key in set(keys))

    def named_in(self, text: str) -> Finding | None:
        """The first of them a text names or may name."""
        return next(check_guarded_names(Written(text=text), self), None)

    def _may_be_named(self, person: Person) -> bool:
        return person.naming.permits(self.audience) or (self.in_annex and person.naming.permits(Audience.ANNEX))


def check_guarded_names(written: Written, people: GuardedPeople) -> Iterator[Finding]:
    """People who may not be named are named nowhere, not even in a quotation."""
    if not people.names:
        return
    words = _Words(written.text)
    if people.may_be_in(words.keys):
        for person, names in people.names:
            yield from _check_person(written, words, person, names, people.others)


def _check_person(
    written: Written, words: _Words, person: Person, names: Sequence[SpokenName], others: Sequence[SpokenName]
) -> Iterator[Finding]:
    own = {_key(word) for word in person.name.split()}
    taken: set[int] = set()
    for name in names:
        for first in words.places(name):
            places = range(first, first + len(name.words))
            before = words.keys[first - 1] if words.follows_a_name(first) else ""
            certain = name.is_said or not before or before in own
            if taken.isdisjoint(places) and (certain or not _is_somebody_else((before, words.keys[first]), others)):
                taken.update(places)
                span = (words.found[first].start(), words.end(places[-1]))
                yield _named(written, person, span, certain=certain)


def _names(person: Person) -> list[SpokenName]:
    """Every name, the longest first; then the surname by itself."""
    said = sorted({tuple(name.split()) for name in person.names}, key=lambda name: (-len(name), name))
    names = [SpokenName(words=words) for words in said]
    if (person.surname,) not in said and len(skeleton(fold(person.surname))) >= SHORTEST_SKELETON:
        names.append(SpokenName(words=(person.surname,), is_said=False))
    return names


def _is_somebody_else(words: Sequence[str], others: Sequence[SpokenName]) -> bool:
    return any(len(other.words) == len(words) and other.fits(words) for other in others)


def _key(word: str) -> str:
    """A name as it sounds, whichever of the languages spells it."""
    folded = "".join(fold(word.translate(_SIGNS)).split())
    for habit, sound in _HABITS:
        folded = habit.sub(sound, folded)
    return _TWICE.sub(r"\1", _SIBILANT.sub("s", _GLIDE.sub("", skeleton(_KS.sub("ks", folded)))))


def _stems(word: str, shortest: int) -> frozenset[str]:
    """What stays of a name in every case; the whole name alone where it is short."""
    key = _key(word)
    stems = {key, key.rstrip("aeiou"), _FLEETING.sub("", key)}
    return frozenset({f"{key}\0"} if len(key) < shortest else {stem for stem in stems if len(stem) >= shortest - 1})


@cache
def _titles() -> frozenset[str]:
    """“Frau”, “Pani”: capitalised before a surname, and no given name."""
    said = (title for code in worded_languages() for title in (*wording(code).female, *wording(code).male))
    return _SHORT_TITLES.union(map(fold, said))


def _is_form(word: str, stems: frozenset[str]) -> bool:
    return any(word == stem.rstrip("\0") or (word.startswith(stem) and word[len(stem) :] in _ENDINGS) for stem in stems)


def _named(written: Written, person: Person, span: tuple[int, int], *, certain: bool) -> Finding:
    instead = person.naming.instead
    reason = f": {person.naming.reason}." if person.naming.reason else "."
    is_quoted = not written.is_own(*span)
    advice = f"Write “{instead}” in place of the name." if instead else "Leave the name out."
    if is_quoted:
        advice = f"Leave the name out of the quotation with […]. {advice}"
    return written.finding(
        "person-not-to-be-named",
        Severity.ERROR if certain else Severity.WARNING,
        span,
        f"{person.name} may not be named{reason}" if certain else f"This may be {person.name}, not to be named{reason}",
        advice if certain else f"{advice} {_SOMEBODY_ELSE}",
        instead if certain and not is_quoted else None,
    )
