"""Forms of address: how somebody in an office is greeted, addressed and taken leave of, in one language.

The table stands in languages/<language>.toml, each cell with its source; here is only the choice between its forms.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from pydantic import Field

from assistant.model.base import Value
from assistant.model.person import surname_of
from assistant.settings import PreferredForm

PERSON = "person"
"""The office of everybody who holds none."""

Gender: TypeAlias = Literal["female", "male"]


class Cell(Value):
    """A form of words and how well it is founded."""

    text: str
    """In it {name}, {surname} and {title} stand for the addressee's; in a closing {salutation} for the salutation."""
    status: Literal["verified", "seen", "inferred", "memory", "house"]
    """How well it is founded; `house` for the office's own wish."""
    source: str = ""


class Form(Value):
    """A salutation, the closing that goes with it, and the first line of the address."""

    salutation: Cell
    closing: Cell
    address: Cell | None = None
    """None for the bare name."""
    gender: Gender | None = None
    """Set where the words fit only one."""


class Office(Value):
    """How the holders of an office are addressed; the first fitting form is the usual one."""

    titles: tuple[str, ...] = ()
    """Words in a role that tell the office."""
    roles: dict[Gender, Cell] = Field(default_factory=dict)
    """What the office itself is called in an address, where one name says it whole."""
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
    gender: Gender | None = None
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
    addressee: Addressee,
    offices: Mapping[str, Office],
    titles: Mapping[str, str],
    preferred: Sequence[PreferredForm] = (),
) -> Address:
    """The form for an addressee; the person's own wish comes first, then the house's (`preferred`), then the table.

    An office the table does not know is treated as `person`. What a wish leaves open, the table's form with the same
    salutation says; when there is none, the closing is the general one.
    """
    office = offices.get(addressee.office, offices[PERSON])
    words = words_for(addressee, titles)
    fitting = list(_fitting(office.forms, addressee.gender, words))
    general = list(_fitting(offices[PERSON].forms, addressee.gender, words))
    house = next((form for form in preferred if _suits(form, addressee.gender, words)), PreferredForm())
    usual = next(iter(fitting), general[-1])
    wish = addressee.salutation or (house.salutation.format(**words) if house.salutation else None)
    form = next((form for form in fitting if form.salutation.text.format(**words) == wish), None)
    salutation = wish or usual.salutation.text.format(**words)
    closing = house.closing or (form or (general[0] if wish else usual)).closing.text
    return Address(
        salutation=salutation,
        closing=closing.format(**words, salutation=without_punctuation(salutation)),
        name_line=_name_line(addressee, house, form or usual, words),
    )


def without_punctuation(salutation: str) -> str:
    """A salutation as a closing repeats it: “Madame la Ministre,” without its comma."""
    return salutation.rstrip(" \u00a0,:!.")


def words_for(addressee: Addressee, titles: Mapping[str, str]) -> dict[str, str]:
    """What fills the gaps of a form; what is not known is left out."""
    words = {
        "name": addressee.name.strip(),
        "surname": surname_of(addressee.name),
        "title": titles.get(addressee.gender or "", ""),
    }
    return {key: word for key, word in words.items() if word}


def _fitting(forms: Sequence[Form], gender: Gender | None, words: Mapping[str, str]) -> Iterator[Form]:
    """The forms that can be used, in order."""
    for form in forms:
        needed = form.salutation.text + form.closing.text
        if form.gender in (None, gender) and _complete(needed, words):
            yield form


def _suits(form: PreferredForm, gender: Gender | None, words: Mapping[str, str]) -> bool:
    return form.gender in (None, gender) and _complete((form.salutation or "") + (form.closing or ""), words)


def _complete(text: str, words: Mapping[str, str]) -> bool:
    return all(name in words or name == "salutation" for name in re.findall(r"\{(\w+)\}", text))


def _name_line(addressee: Addressee, house: PreferredForm, form: Form, words: Mapping[str, str]) -> str:
    if addressee.title:
        return f"{addressee.title} {addressee.name}"
    text = house.address or (form.address.text if form.address else "")
    return text.format(**words) if text and addressee.name and _complete(text, words) else addressee.name
