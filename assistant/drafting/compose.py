"""A new letter: fields and body pre-filled from the template, the letter answered, the people and the settings.

What comes out is an ordinary draft: from here on a person writes. Only accepted facts are quoted.
"""

import datetime as dt

from pydantic import Field as Declared

from assistant.drafting.addressing import Recipient, address_recipient, find_person
from assistant.drafting.answered import AnsweredLetter, answered_letter
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.fields import Field
from assistant.drafting.language import Language, load_language, place_name
from assistant.drafting.letterhead import member_in
from assistant.drafting.quotes import quotation_marks
from assistant.drafting.rules_of_procedure import rules_of_procedure
from assistant.drafting.starter import render_default, render_starter
from assistant.drafting.templates import MANIFEST, Template
from assistant.errors import BadArgumentError, UnknownTemplateError
from assistant.model.background import Background
from assistant.model.base import Value
from assistant.model.days import exact_day
from assistant.model.draft import Draft
from assistant.model.letter import Party
from assistant.model.person import Audience, Person
from assistant.model.precedent import Precedent
from assistant.settings import Settings

_FRIDAY = 4


class Composition(Value):
    """What a new letter is made from."""

    template: Template
    language: str = "en"
    settings: Settings = Settings()
    today: dt.date
    answering: Precedent | None = None
    background: Background = Background()
    """What the exchange so far adds to the letter answered."""
    people: tuple[Person, ...] = ()
    recipient: str | None = None
    """Name of the addressee, when it is not who wrote the letter answered or whom the letter recalled went to."""
    audience: Audience | None = None
    """Who will read it, when not those its kind is usually written for."""
    fields: dict[str, object] = Declared(default_factory=dict)
    """Values a person gave, in the field's own shape or as one text."""


def compose(request: Composition) -> Draft:
    """The draft of a new letter.

    Raises UnknownFieldError, UnknownTemplateError (no such language), BadArgumentError (nothing to answer),
    DamagedRecordError (a starter or default that cannot be rendered).
    """
    template = request.template
    if request.language not in template.languages:
        raise UnknownTemplateError(f"{template.id} ({request.language})", template.languages)
    if template.answers and request.answering is None:
        raise BadArgumentError(template.id, "this letter answers another", "Name it: --answering ID.")
    language = load_language(request.language)
    recipient = _recipient(request, language)
    names = _names(request, recipient, _answered(request, language), language)
    values = _values(request, recipient, names, language)
    printed = {field.name: field.printed(values.get(field.name), language) for field in template.fields}
    path = template.folder / MANIFEST
    return Draft(
        template=template.id,
        language=request.language,
        answering=request.answering.id if request.answering else None,
        audience=request.audience,
        fields={field.name: values[field.name] for field in template.fields if field.is_kept and values[field.name]},
        body=render_starter(template.starters[request.language], {**names, **printed}, language, path),
    )


def reply_date(today: dt.date, days: int) -> dt.date:
    """The last working day (Monday to Friday) within `days`: a day somebody can be asked to keep."""
    end = today + dt.timedelta(days=days)
    return end - dt.timedelta(days=max(0, end.weekday() - _FRIDAY))


def _recipient(request: Composition, language: Language) -> Recipient:
    party = _correspondent(request)
    given = request.fields.get("recipient")
    said = given.get("name", "") if isinstance(given, dict) else given
    name = request.recipient or str(said or "") or (party.display if party else "")
    person = find_person(name, request.people)
    known = find_person(party.display, request.people) if party else None
    is_party = party is not None and (name == party.display or (person is not None and person == known))
    return address_recipient(
        name,
        party if is_party else None,
        person,
        usual_office=request.template.recipient_office,
        language=language,
        settings=request.settings,
        today=request.today,
    )


def _correspondent(request: Composition) -> Party | None:
    """The other side of the letter this one takes up: who wrote it or, where it is our own, to whom."""
    if request.answering is None:
        return None
    letter = request.answering.record.letter
    return next(iter(letter.recipients), None) if request.template.recalls else letter.sender


def _answered(request: Composition, language: Language) -> AnsweredLetter | None:
    if request.answering is None:
        return None
    marks = quotation_marks(language, request.settings)
    people = GuardedPeople(everybody=request.people, audience=request.audience or request.template.audience)
    return answered_letter(request.answering, language, marks, people, request.background)


def _names(
    request: Composition, recipient: Recipient, letter: AnsweredLetter | None, language: Language
) -> dict[str, object]:
    """The values of starter.PROVIDED."""
    return {
        "letter": letter,
        "address": recipient.address,
        "member": member_in(language, request.settings),
        "place": place_name(request.settings.place, language),
        "today": request.today.isoformat(),
        "deadline": reply_date(_day(request), request.settings.style.reply_within_days).isoformat(),
        "rules": rules_of_procedure().numbers(_day(request)),
    }


def _day(request: Composition) -> dt.date:
    """The day of the letter, as far as it is known already."""
    return exact_day(str(request.fields.get("date", "")).strip()) or request.today


def _values(
    request: Composition, recipient: Recipient, names: dict[str, object], language: Language
) -> dict[str, object]:
    given = {name: _given(request.template.field(name), value) for name, value in request.fields.items()}
    if not isinstance(request.fields.get("recipient"), dict):
        given["recipient"] = recipient.as_field()
    return {
        field.name: given[field.name] if field.name in given else _default(field, request, names, language)
        for field in request.template.fields
    }


def _given(field: Field, value: object) -> object:
    shaped = field.from_text(value) if isinstance(value, str) else value
    problem = field.problem(shaped) if shaped else None
    if problem:
        raise BadArgumentError(field.name, f"“{field.label}” {problem}", field.help)
    return shaped


def _default(field: Field, request: Composition, names: dict[str, object], language: Language) -> object:
    path = request.template.folder / MANIFEST
    default = field.default_in(request.language)
    if default is None:
        return field.empty()
    if isinstance(default, str):
        return render_default(default, names, language, path)
    return [text for entry in default if (text := render_default(entry, names, language, path))]
