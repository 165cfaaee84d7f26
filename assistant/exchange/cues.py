"""Words by which questions and answers are known, per language; the lists stand in data/answers.toml.

A new language is a new table there. Words alone decide nothing: coverage.py weighs them.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.model.base import Value
from assistant.model.fact import Act
from assistant.model.folding import fold_words


class AnswerCues(Value):
    """The words of one language; see the file."""

    when: tuple[str, ...] = ()
    how_many: tuple[str, ...] = ()
    announces: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    unable: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    refers_back: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    visit: tuple[str, ...] = ()

    def senses(self, text: str) -> frozenset[str]:
        """What a sentence is about in a wider sense than its words."""
        return frozenset(sense for sense in ("contact", "visit") if cue_in(text, getattr(self, sense)))


@cache
def answer_cues(language: str) -> AnswerCues:
    """The words of a language; none for one that has no list."""
    return AnswerCues.model_validate(_lists().get(language, {}))


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("assistant.exchange").joinpath("data/answers.toml").read_text("utf-8"))


def announces(text: str, language: str) -> bool:
    """Whether a request or question only announces those that follow."""
    return _holds(text, answer_cues(language).announces)


def asks_the_reader(text: str, act: str, language: str, *, in_reply: bool) -> bool:
    """Whether a request or question waits for an answer of whoever reads the letter.

    Whoever replies also tells what they asked of others: there a request counts when it speaks to the reader.
    """
    return not in_reply or act == Act.QUESTION or _addresses_the_reader(text, language)


def _addresses_the_reader(text: str, language: str) -> bool:
    """In a language without a list it may."""
    cues = answer_cues(language).addresses
    return not cues or _holds(text, cues)


def _holds(text: str, cues: tuple[str, ...]) -> bool:
    return bool(cues) and _any_of(cues).search(f" {' '.join(fold_words(text))} ") is not None


@cache
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?<= )(?:{'|'.join(map(re.escape, cues))})")


def cue_in(text: str, cues: tuple[str, ...]) -> str | None:
    """The first of the cues that stands in a text, at the beginning of a word."""
    folded = f" {' '.join(fold_words(text))} "
    return next((cue.strip() for cue in cues if re.search(rf"(?<= ){re.escape(cue)}", folded)), None)
