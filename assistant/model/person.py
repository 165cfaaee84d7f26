"""Who is who for an office: names, roles over time, addresses, and whether and where a person may be named."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, field_validator

from assistant.errors import BadArgumentError
from assistant.model.base import Value


class Role(Value):
    """An office somebody holds, with the dates that are known (ISO 8601)."""

    title: str
    organisation: str | None = None
    office: str | None = None
    """Key of the forms of address: head_of_delegation, member, minister, ombudsman …"""
    since: str | None = None
    until: str | None = None

    @property
    def names(self) -> tuple[str, str]:
        """What tells it from other roles: title and body, whatever their case."""
        return self.title.casefold(), (self.organisation or "").casefold()


class Audience(StrEnum):
    """Who will read what the office writes."""

    PUBLIC = "public"
    """Anybody: a question for written answer, a motion, a press statement, an open letter."""
    CONFIDENTIAL = "confidential"
    """The addressee."""
    ANNEX = "annex"
    """Whoever is given the page of evidence behind a letter."""


LETTER_AUDIENCES = (Audience.PUBLIC, Audience.CONFIDENTIAL)
"""Whom a letter can be written for; an annex hangs on one."""


class Naming(Value):
    """Whether and where a person may be named, and why not."""

    allowed: bool = True
    """Whether everywhere."""
    only_in: tuple[Audience, ...] = ()
    """Where all the same, when not everywhere."""
    reason: str | None = None
    instead: str | None = None
    """What to write in place of the name: initials or a description."""

    def permits(self, audience: Audience) -> bool:
        """Whether they may be named to these readers."""
        return self.allowed or audience in self.only_in


def surname_of(name: str) -> str:
    """The last word of a name; empty where there is none."""
    return next(reversed(name.split()), "")


class Person(Value):
    """A person as one file in `precedents/people/`."""

    version: Literal[1] = Field(default=1, alias="schema")
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")
    name: str
    aliases: tuple[str, ...] = ()
    not_same: tuple[str, ...] = ()
    """Names that a person has said are somebody else's."""
    gender: Literal["female", "male"] | None = None
    title: str | None = None
    """Before the name in an address: "H.E. Mr", "Mrs"."""
    roles: tuple[Role, ...] = ()
    address: tuple[str, ...] = ()
    email: str | None = None
    salutation: str | None = None
    """What this person is to be called in a letter, when it differs from the office's form."""
    naming: Naming = Field(default_factory=Naming)

    @field_validator("name")
    @classmethod
    def _says_who(cls, name: str) -> str:
        if not name.split():
            raise ValueError("a person needs a name")
        return name

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every other way it is written."""
        return (self.name, *(alias for alias in self.aliases if alias.split()))

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return surname_of(self.name)

    def with_role(self, role: Role) -> Self:
        """The person with a role; one of the same title and body gives way to it."""
        same = next((held for held in self.roles if held.names == role.names), None)
        return self.changing_role(same, role) if same else self.model_copy(update={"roles": (*self.roles, role)})

    def changing_role(self, before: Role, role: Role | None) -> Self:
        """The person with a role in place of the one before, or with none in its place."""
        roles = (role if held == before else held for held in self.roles)
        return self.model_copy(update={"roles": tuple(held for held in roles if held)})

    def without_role(self, title: str) -> Self:
        """The person without the roles of a title. Raises BadArgumentError when there is none."""
        left = tuple(role for role in self.roles if role.title.casefold() != title.casefold())
        if left == self.roles:
            held = "; ".join(role.title for role in self.roles) or "none"
            raise BadArgumentError(title, f"{self.name} has no such role", f"Those kept are: {held}.")
        return self.model_copy(update={"roles": left})


class Namesake(Value):
    """Somebody the letters name, known to the office or not."""

    name: str
    person: str | None = None
    """Id of the file, when the office has one."""
    roles: tuple[str, ...] = ()
    """As the letters and the file give them."""
    letters: int = 0
    """How many letters name them so."""


class MergeProposal(Value):
    """Two who may be one person, and why. Nothing is done about it until somebody decides."""

    one: Namesake
    other: Namesake
    reasons: tuple[str, ...]
    """Sentences without full stop, the strongest first: “both Ombudsman”, “both in letters with Ana Gomes”."""
