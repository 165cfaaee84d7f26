"""Forms of address: how somebody in an office is greeted, addressed and taken leave of, in one language.

The table stands in languages/<language>.toml, each cell with its source; here is only the choice between its forms.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from assistant.model.base import Value

PERSON = "person"
"""The office of everybody who holds none."""


class Cell(Value):
    """A form of words and how well it is founded."""

    text: str
    status: Literal["verified", "seen", "inferred", "memory"]
    source: str = ""


class Form(Value):
    """A salutation and the closing that goes with it."""

    salutation: Cell
    closing: Cell
    gender: Literal["female", "male"] | None = None
    """Set where the words fit only one."""


class Office(Value):
    """How the holders of an office are addressed; the first fitting form is the usual one."""

    titles: tuple[str, ...] = ()
    """Words in a role that tell the office."""
    address: Cell | None = None
    """First line of the address, where it is not the bare name."""
    forms: tuple[Form, ...]


class Address(Value):
    """The words chosen for one letter."""

    salutation: str
    closing: str
    name_line: str


class Addressee(Value):
    """What the choice depends on."""

    name: str
    office: str = PERSON
    gender: Literal["female", "male"] | None = None
    title: str | None = None
    """Before the name in the address: “H.E. Mr”."""
    salutation: str | None = None
    """What this person wants to be called."""


def office_of(role: str, offices: Mapping[str, Office], deputies: Sequence[str]) -> str:
    """Key of the office a role names (“Head of Delegation”), else `person`; a deputy does not hold the office."""
    deputy = re.compile(rf"\b(?:{'|'.join(map(re.escape, deputies))})(?:\s+\w+){{0,3}}\s*$", re.IGNORECASE)
    for key, office in offices.items():
        for title in office.titles:
            found = re.search(rf"(?<![\w-]){re.escape(title)}(?!\w)", role, re.IGNORECASE)
            if found and not deputy.search(role[: found.start()]):
                return key
    return PERSON


def choose_address(
    addressee: Addressee, offices: Mapping[str, Office], titles: Mapping[str, str], preferred: str | None = None
) -> Address:
    """The form for an addressee; the person's own wish comes first, then the house's (`preferred`), then the table.

    An office the table does not know is treated as `person`. The closing is that of the form whose salutation was
    taken, and the general one when no form has it.
    """
    office = offices.get(addressee.office, offices[PERSON])
    words = _words(addressee, titles)
    fitting = [form for form in office.forms if form.gender in (None, addressee.gender) and _complete(form, words)]
    general = offices[PERSON].forms
    wish = addressee.salutation or preferred
    if wish:
        form = next((form for form in fitting if form.salutation.text == wish), general[0])
    else:
        form = next(iter(fitting), general[-1])
    return Address(
        salutation=wish or form.salutation.text.format(**words),
        closing=form.closing.text.format(**words),
        name_line=_name_line(addressee, office),
    )


def _words(addressee: Addressee, titles: Mapping[str, str]) -> dict[str, str]:
    words = {
        "name": addressee.name,
        "surname": addressee.name.split()[-1] if addressee.name else "",
        "title": titles.get(addressee.gender or "", ""),
    }
    return {key: word for key, word in words.items() if word}


def _complete(form: Form, words: Mapping[str, str]) -> bool:
    wanted = re.findall(r"\{(\w+)\}", form.salutation.text + form.closing.text)
    return all(name in words for name in wanted)


def _name_line(addressee: Addressee, office: Office) -> str:
    if addressee.title:
        return f"{addressee.title} {addressee.name}"
    return office.address.text.format(name=addressee.name) if office.address and addressee.name else addressee.name
