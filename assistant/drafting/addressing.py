"""Who a letter goes to and how they are addressed, from what the office knows: its people, the letter answered.

Nothing is guessed: a line that is not known is left out.
"""

import datetime as dt
from collections.abc import Sequence

from assistant.drafting.language import Language, known_languages, load_language
from assistant.drafting.protocol import PERSON, Address, Addressee, Gender, choose_address, office_of
from assistant.model.base import Value
from assistant.model.letter import Party
from assistant.model.person import Person, Role
from assistant.model.source import Passage
from assistant.settings import Settings


class Recipient(Value):
    """An addressee with the words chosen for them."""

    name: str = ""
    role: str = ""
    organisation: tuple[str, ...] = ()
    office: str = PERSON
    postal: tuple[str, ...] = ()
    address: Address

    def as_field(self) -> dict[str, object]:
        """The value of a party field: parts that are not known left out."""
        lines = (self.address.name_line, self.role, *self.organisation, *self.postal)
        said: dict[str, object] = {"name": self.name, "role": self.role, "office": self.office}
        return {key: value for key, value in said.items() if value} | {"lines": [line for line in lines if line]}


def find_person(name: str, people: Sequence[Person]) -> Person | None:
    """The person of a name or alias; upper and lower case and white space do not matter."""
    wanted = _key(name)
    return next((person for person in people if wanted in map(_key, person.names)), None)


def address_recipient(
    name: str,
    party: Party | None,
    person: Person | None,
    *,
    usual_office: str,
    language: Language,
    settings: Settings,
    today: dt.date,
) -> Recipient:
    """The addressee of a letter: what the office knows of a person goes before what the letter answered says.

    `party` is the sender of that letter, `usual_office` the office a template writes to.
    """
    role, sender = current_role(person, today), party or Party()
    title = role.title if role else _line(sender.role, language)
    organisation = (role.organisation,) if role and role.organisation else _lines(sender.organisation, language)
    office = (role.office if role else None) or office_named(title, language)
    if not title:
        office = usual_office
    is_usual = language.code == settings.languages[0]  # the language in which the office keeps titles and wishes
    addressee = Addressee(
        name=person.name if person else name,
        office=office,
        gender=person.gender if person else None,
        title=person.title if person and is_usual else None,
        salutation=person.salutation if person and is_usual else None,
    )
    preferred = settings.forms_of_address.get(office, {}).get(language.code, ())
    postal = person.address if person and person.address else tuple(_fold(line.text) for line in sender.address)
    return Recipient(
        name=addressee.name,
        role=role_in(title, office, addressee.gender, language),
        organisation=organisation,
        office=office,
        postal=postal,
        address=choose_address(addressee, language.offices, language.titles, preferred),
    )


def current_role(person: Person | None, today: dt.date) -> Role | None:
    """The role held on a day; dates that are not known bound nothing."""
    day = today.isoformat()
    held = [
        role for role in (person.roles if person else ()) if (role.since or "") <= day <= (role.until or day) + "\uffff"
    ]
    return held[-1] if held else None


def office_named(title: str, language: Language) -> str:
    """The office a title names, in the letter's language or else in any: the letter answered may be in another."""
    for code in (language.code, *known_languages()):
        known = load_language(code)
        office = office_of(title, known.offices, known.deputies)
        if office != PERSON:
            return office
    return PERSON


def role_in(title: str, office: str, gender: Gender | None, language: Language) -> str:
    """A role as the letter's language calls it: “Head of Delegation” as “Chef de délégation”.

    Only a title that is the office's whole name in some language is translated, and not where the gender is wanted and
    unknown; any other stays as it is.
    """
    known = [load_language(code).offices.get(office) for code in known_languages()]
    names = {cell.text.casefold() for each in known if each for cell in each.roles.values()}
    own = language.offices[office].roles if title.casefold() in names else {}
    called = {cell.text for each, cell in own.items() if gender in (None, each)}
    return called.pop() if len(called) == 1 else title


def _line(passage: Passage | None, language: Language) -> str:
    return language.small_letters(_fold(passage.text)) if passage else ""


def _lines(passage: Passage | None, language: Language) -> tuple[str, ...]:
    lines = passage.text.splitlines() if passage else ()
    return tuple(language.small_letters(_fold(line)) for line in lines if line.strip())


def _fold(text: str) -> str:
    return " ".join(text.split())


def _key(name: str) -> str:
    return _fold(name).casefold()
