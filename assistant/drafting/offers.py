"""Every form of address that may be written to somebody, each with how well it is founded: for a person to pick from.

`protocol.choose_address` takes one of these; here nothing is chosen.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from assistant.drafting.addressing import current_role, find_person, office_named
from assistant.drafting.language import Language
from assistant.drafting.protocol import (
    PERSON,
    Addressee,
    Cell,
    Form,
    Office,
    without_punctuation,
    words_for,
)
from assistant.errors import UnknownNameError
from assistant.model.person import Person
from assistant.settings import SETTINGS_FILE, PreferredForm, Settings


def forms_to(
    name: str,
    office: str | None,
    language: Language,
    people: Sequence[Person],
    settings: Settings,
    today: dt.date,
) -> tuple[Form, ...]:
    """The forms for a person, known to the office or not; `office` is theirs when the program cannot know it.

    Raises UnknownNameError for an office there is no table of.
    """
    person = find_person(name, people)
    role = current_role(person, today)
    key = office or (role.office if role else None) or office_named(role.title if role else "", language)
    if key not in language.offices:
        raise UnknownNameError("office", key, tuple(language.offices))
    addressee = Addressee(name=person.name if person else name, office=key, gender=person.gender if person else None)
    preferred = settings.forms_of_address.get(key, {}).get(language.code, ())
    return offered_forms(addressee, language.offices, language.titles, preferred)


def offered_forms(
    addressee: Addressee,
    offices: Mapping[str, Office],
    titles: Mapping[str, str],
    preferred: Sequence[PreferredForm] = (),
) -> tuple[Form, ...]:
    """All that may be written to an addressee, the house's own first, with the words known put in.

    Of somebody whose gender is not known, the forms for either are offered; gaps that cannot be filled stay.
    """
    office = offices.get(addressee.office, offices[PERSON])
    usual = office.forms[0]
    house = (_as_form(form, usual) for form in preferred)
    forms = (form for form in (*house, *office.forms) if not {form.gender, addressee.gender} >= {"female", "male"})
    return tuple(_filled(form, addressee, titles) for form in forms)


def _as_form(wish: PreferredForm, usual: Form) -> Form:
    """A wish of the house as a row of the table; what it leaves open is that of the usual form."""
    said = {part: text for part in ("address", "salutation", "closing") if (text := getattr(wish, part))}
    cells = {part: Cell(text=text, status="house", source=SETTINGS_FILE) for part, text in said.items()}
    return usual.model_copy(update={"gender": wish.gender, **cells})


def _filled(form: Form, addressee: Addressee, titles: Mapping[str, str]) -> Form:
    gender = addressee.gender or form.gender
    words = _Known(words_for(addressee.model_copy(update={"gender": gender}), titles))
    salutation = form.salutation.text.format_map(words)
    words["salutation"] = without_punctuation(salutation)
    cells = {"address": form.address, "salutation": form.salutation, "closing": form.closing}
    filled = {
        part: cell.model_copy(update={"text": cell.text.format_map(words)}) for part, cell in cells.items() if cell
    }
    return form.model_copy(update=filled)


class _Known(dict[str, str]):
    """Words for gaps; a gap without word stays."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
