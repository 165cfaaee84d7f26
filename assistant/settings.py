"""Whose letters these are: `letter_templates/office.toml`.

The settings are read once and handed down; nothing below keeps them, nothing here writes them.
"""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from assistant.errors import DamagedRecordError
from assistant.model.base import Value
from assistant.model.deadline import Unit
from assistant.model.letter import DocumentKind
from assistant.model.mention import TaggerName

SETTINGS_FILE = "letter_templates/office.toml"
LOGO_FILE = "letter_templates/logo.png"
"""The picture at the head of the letters; an office need not have one."""


class Member(Value):
    """The Member who signs."""

    institution: str = "European Parliament"
    name: str = ""
    gender: Literal["female", "male"] | None = None
    designation: str = "Member of the European Parliament"
    group: str = ""
    country: str = ""
    email: str = ""


class Letterhead(Value):
    """What the letterhead says of the Member in another language; what is left out is said as usual."""

    institution: str | None = None
    designation: str | None = None
    group: str | None = None
    country: str | None = None


class Address(Value):
    """A place of work as it stands in the letterhead."""

    label: str = ""
    lines: tuple[str, ...] = ()
    telephone: str = ""


class Style(Value):
    """House style, where an office may choose."""

    address_window: Literal["left", "right"] = "left"
    reply_within_days: int = Field(default=30, ge=1, le=365)
    quotation_marks: dict[str, tuple[str, str]] = Field(default_factory=dict)
    """Language to opening and closing mark, where they differ from the language's own."""
    ibid: bool = False
    """Whether a footnote on the source of the note before says “Ibid.”. Whoever moves such a note in Word gives it
    another source, so the full name is usual."""


class WatchedFolder(Value):
    """A folder whose files are filed by themselves."""

    folder: str = ""
    """Beginning at the office's own folder; `~` is the home folder. Empty: none is watched."""
    originals: Literal["stay", "move"] = "stay"
    """Whether a file that was filed stays in the folder or moves to the folder `filed` in it."""


class ExtractionSettings(Value):
    """How letters are understood."""

    tagger: TaggerName = "crf"
    """The model that is asked last for names no rule explains; “smart” needs the extra of that name."""


def _known_gaps(text: str) -> str:
    unknown = sorted(set(re.findall(r"\{([^{}]*)\}", text)) - {"name", "surname", "title", "salutation"})
    if unknown or text.count("{") != text.count("}"):
        raise ValueError("only {name}, {surname} and {title} may stand in braces, and {salutation} in a closing")
    return text


_Words = Annotated[str, AfterValidator(_known_gaps)]


class PreferredForm(Value):
    """How this office likes to address the holders of an office; what is left out is as usual."""

    gender: Literal["female", "male"] | None = None
    """Set where the words fit only one."""
    address: _Words | None = None
    """First line of the address."""
    salutation: _Words | None = None
    closing: _Words | None = None
    """{salutation} in it repeats the salutation."""


def _as_forms(said: Any) -> Any:
    """One salutation, one form or several: always several."""
    if isinstance(said, str):
        return [{"salutation": said}]
    return [said] if isinstance(said, dict) else said


PreferredForms = Annotated[tuple[PreferredForm, ...], BeforeValidator(_as_forms)]


class OwnLimit(Value):
    """A time limit of the office itself, for letters of its own that go to certain addressees."""

    label: str
    amount: int = Field(ge=1)
    unit: Unit = Unit.DAYS
    kinds: frozenset[DocumentKind] = frozenset({DocumentKind.LETTER})
    addressee_words: tuple[str, ...] = ()
    """One of these must stand in the addressee’s name, role or organisation; none: any addressee."""
    subject_words: tuple[str, ...] = ()


def _as_days(said: Any) -> Any:
    """A day “2019-08-05” or days in a row “2019-08-05/2019-08-23”, in quotation marks or without: all the days."""
    days: list[dt.date] = []
    for each in said if isinstance(said, list | tuple) else [said]:
        first, _, last = str(each).partition("/")
        day, until = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        days += (day + dt.timedelta(days=more) for more in range((until - day).days + 1))
    return days


class Deadlines(Value):
    """How the office counts time."""

    answer_within_days: int = Field(default=30, ge=1, le=365)
    """Within how many days a letter to the office should be answered."""
    look_back_days: int = Field(default=365, ge=190, le=3650)
    """A letter that is older waits no longer; a promise for a later day does."""
    closed: Annotated[tuple[dt.date, ...], BeforeValidator(_as_days)] = ()
    """Days on which the office is closed, besides weekends and the holidays of the institutions."""
    limits: tuple[OwnLimit, ...] = ()


class Settings(Value):
    """All that office.toml says; every part has a default, so an empty file is a valid one."""

    member: Member = Field(default_factory=Member)
    letterhead: dict[str, Letterhead] = Field(default_factory=dict)
    """Language to what it changes about the Member."""
    addresses: tuple[Address, ...] = ()
    languages: tuple[str, ...] = ("en",)
    place: str = "Brussels"
    style: Style = Field(default_factory=Style)
    inbox: WatchedFolder = Field(default_factory=WatchedFolder)
    extraction: ExtractionSettings = Field(default_factory=ExtractionSettings)
    forms_of_address: dict[str, dict[str, PreferredForms]] = Field(default_factory=dict)
    """Office key to language to the forms this office prefers: {head_of_delegation: {en: "Dear Ambassador,"}}."""
    deadlines: Deadlines = Field(default_factory=Deadlines)
    keys: dict[str, str] = Field(default_factory=dict)
    """Binding id to key: {"library.search": "f3"}."""


def load_settings(office: Path) -> Settings:
    """Read office.toml; defaults when there is none. Raises DamagedRecordError naming the line or the field."""
    path = office / SETTINGS_FILE
    try:
        return Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DamagedRecordError(path, f"not valid TOML: {error}", "Mend the line and try again.") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise DamagedRecordError(path, f"{field}: {first['msg']}", "Mend the field and try again.") from error
