"""What the checks hold a letter to, read from conventions/: words of the six languages, names of places, forms.

Every entry says where it is from and how well it is founded; one from memory is offered, never enforced.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import TypeAdapter

from assistant.model.base import Value
from assistant.model.finding import Severity

Status = Literal["verified", "seen", "inferred", "memory", "house"]


class Wording(Value):
    """Words by which a language is known and a text in it is read; small letters but in weekdays and abbreviations."""

    common: frozenset[str]
    """The words no text of some length goes without."""
    weekdays: tuple[tuple[str, ...], ...]
    """Monday first, each in the forms that stand before a date."""
    before_day: tuple[str, ...] = ()
    """Between weekday and date: “the”, “den”."""
    between: tuple[str, ...] = ()
    """Between day, month and year: “of”, “de”."""
    abbreviations: tuple[str, ...]
    """Words whose full stop ends no sentence."""
    female: tuple[str, ...]
    """Words in a salutation that address a woman."""
    male: tuple[str, ...]
    own: frozenset[str]
    """“I”, “we”, “my”: who writes speaks of their own doings."""
    stating: tuple[str, ...]
    """Verbs that report what somebody said."""
    that: tuple[str, ...]
    """What opens the words reported: “that”."""
    stated: tuple[str, ...] = ()
    """Phrases that do: “according to”."""
    numbered: tuple[str, ...]
    """Words before a number that is a name, not a figure: “Article 14”."""
    letters: tuple[str, ...]
    """Words for what letters refer to by date: “your letter of 15 May”."""
    deadlines: tuple[str, ...]
    """Words before a day something is asked by."""
    closing_repeats: str = ""
    """Where it is said that the closing repeats the salutation word for word; empty where it need not."""


class Reason(Value):
    """Why a finding matters, and where its rule stands."""

    why: str
    source: str
    status: Status = "verified"


@cache
def wording(language: str) -> Wording:
    """The words of a language."""
    return Wording.model_validate(_load(f"words/{language}.toml"))


@cache
def worded_languages() -> tuple[str, ...]:
    """Codes of the languages there are words of."""
    names = (file.name for file in (files("assistant.drafting") / "conventions" / "words").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def reasons() -> dict[str, Reason]:
    """Why each kind of finding matters, by its code."""
    return TypeAdapter(dict[str, Reason]).validate_python(_load("reasons.toml"))


def load_convention(name: str) -> dict[str, Any]:
    """What a file of conventions/ says."""
    return _load(name)


def severity_of(status: Status, otherwise: Severity = Severity.WARNING) -> Severity:
    """What a rule so founded may be: a convention from memory is no more than a note."""
    return Severity.NOTE if status == "memory" else otherwise


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("assistant.drafting") / "conventions" / name).read_text("utf-8"))
