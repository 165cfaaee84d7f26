"""Names of people, organisations and places proposed by a trained model, with their places and how sure it is.

Says nothing about roles, titles or who is who, and decides nothing: its proposals are weighed among those of the rules.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from assistant.errors import MissingExtraError
from assistant.extraction.tagging.labels import OUTSIDE, names
from assistant.extraction.tagging.tokens import split_words
from assistant.model.mention import MentionKind, TaggerName

if TYPE_CHECKING:
    from assistant.extraction.tagging.crf import CrfLabeller

LONGEST_SENTENCE = 256
"""Words; longer sentences are labelled in parts, none of their words is lost."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: in words it reaches from `start` to before `end` when words were given, in characters for a text."""

    start: int
    end: int
    kind: MentionKind
    """Person, organisation or place."""
    confidence: float
    """Probability of the least sure word of the name, 0-1."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A word, from `start` to before `end`, and how sure the tagger is that it is part of a name, or of none."""

    start: int
    end: int
    is_named: bool
    confidence: float
    """Probability, 0-1."""


class Labeller(Protocol):
    """A model that labels the words of one sentence."""

    name: TaggerName

    def label(self, words: Sequence[str], language: str = "") -> list[tuple[str, float]]:
        """A label and its probability for each word."""
        ...


class Tagger:
    """Finds names with one model. The same text always gives the same names, whatever was tagged before."""

    def __init__(self, labeller: Labeller) -> None:
        self._labeller = labeller

    @property
    def name(self) -> TaggerName:
        """Which model it is."""
        return self._labeller.name

    def tag(self, words: Sequence[str], language: str = "") -> list[Tagged]:
        """The names in the words of one sentence; spans count words. `language` is an ISO 639-1 code, if known."""
        labelled = self._label(words, language)
        return [
            Tagged(first, end, kind, min(sure for _, sure in labelled[first:end]))
            for first, end, kind in names([label for label, _ in labelled])
        ]

    def tag_text(self, text: str, sentences: Iterable[tuple[int, int]], language: str = "") -> list[Tagged]:
        """The names in the sentences (start, end) of a text, in their order; spans count characters of the text."""
        found: list[Tagged] = []
        for start, end in sentences:
            places = list(split_words(text, start, end))
            for name in self.tag([text[first:last] for first, last in places], language):
                span = places[name.start][0], places[name.end - 1][1]
                found.append(Tagged(*span, name.kind, name.confidence))
        return found

    def judge_words(self, text: str, sentence: tuple[int, int], language: str = "") -> list[Judged]:
        """Every word of a sentence (start, end) of a text, in order; spans count characters of the text."""
        places = list(split_words(text, *sentence))
        labelled = self._label([text[first:last] for first, last in places], language)
        return [
            Judged(*place, is_named=label != OUTSIDE, confidence=confidence)
            for place, (label, confidence) in zip(places, labelled, strict=True)
        ]

    def _label(self, words: Sequence[str], language: str) -> list[tuple[str, float]]:
        return [one for part in _parts(words) for one in self._labeller.label(part, language)]


@cache
def load_tagger(name: TaggerName) -> Tagger | None:
    """The tagger of that name; it stays in memory.

    `crf` needs python-crfsuite, which the program installs where its authors offer it ready-made: None elsewhere.
    `smart` needs onnxruntime and numpy: raises MissingExtraError when the extra of that name is not installed.
    """
    labeller = _load_smart() if name == "smart" else _load_crf()
    return Tagger(labeller) if labeller else None


def _load_smart() -> Labeller:
    try:
        from assistant.extraction.tagging.smart import SmartLabeller  # noqa: PLC0415 - numpy and onnxruntime, when used
    except ImportError as error:
        raise MissingExtraError("smart", "The tagger “smart”, which office.toml asks for,") from error
    return SmartLabeller(_load_crf())


@cache
def _load_crf() -> "CrfLabeller | None":
    try:
        from assistant.extraction.tagging.crf import CrfLabeller  # noqa: PLC0415 - as above
    except ImportError:
        return None
    return CrfLabeller()


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(words), LONGEST_SENTENCE):
        yield words[first : first + LONGEST_SENTENCE]
