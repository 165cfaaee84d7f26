"""Findings about how a letter greets and takes leave: the wrong gender, another office, a closing that does not fit.

What stands in languages/ from memory is offered as a note, never enforced.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from assistant.drafting.addressing import current_role, find_person, office_named
from assistant.drafting.bench import Bench
from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import Wording, severity_of, worded_languages, wording
from assistant.drafting.language import Language
from assistant.drafting.protocol import PERSON, Cell, Form, Gender, Office, without_punctuation
from assistant.model.base import Value
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person, surname_of
from assistant.model.quotation import fold

_OTHER: dict[Gender, Gender] = {"female": "male", "male": "female"}


class Greeting(Value):
    """How a letter greets whom."""

    salutation: str
    closing: str
    recipient: str
    office: str
    person: Person | None
    address: str = ""
    """The first line of the address, with the title before the name."""


def check_forms_of_address(draft: Draft, language: Language, bench: Bench, day: dt.date | None) -> Iterator[Finding]:
    """Salutation and closing must fit the addressee, and each other."""
    greeting = _greeting(draft, language, bench, day)
    if not greeting.salutation:
        return
    if language.code in worded_languages():
        yield from _check_gender(greeting, wording(language.code))
        if wording(language.code).closing_repeats:
            yield from _check_repetition(greeting, wording(language.code))
    if not _is_wished(greeting, language, bench):
        yield from _check_gender_is_known(greeting, language)
        yield from _check_office(greeting, language)
        yield from _check_closing(greeting, language)


def _greeting(draft: Draft, language: Language, bench: Bench, day: dt.date | None) -> Greeting:
    recipient = draft.fields.get("recipient")
    said: Mapping[str, object] = recipient if isinstance(recipient, dict) else {}
    person = find_person(str(said.get("name") or ""), bench.people)
    role = current_role(person, day) if day else None
    title = str(said.get("role") or (role.title if role else ""))
    office = str(said.get("office") or "") or (role.office if role else None)
    return Greeting(
        salutation=_text(draft.fields.get("salutation")),
        closing=_text(draft.fields.get("closing")),
        recipient=_text(said.get("name")),
        office=office or office_named(title, language),
        person=person,
        address=next(iter(lines), "") if isinstance(lines := said.get("lines"), list) else "",
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _is_wished(greeting: Greeting, language: Language, bench: Bench) -> bool:
    """Whether the person or the house wants just this salutation."""
    preferred = bench.settings.forms_of_address.get(greeting.office, {}).get(language.code, ())
    wishes = [greeting.person.salutation if greeting.person else None, *(form.salutation for form in preferred)]
    return any(wish and _fits(wish, greeting.salutation) for wish in wishes)


def _fits(form: str, words: str) -> bool:
    """Whether words are a form with its gaps filled."""
    return re.fullmatch(re.sub(r"\\\{\w+\\\}", ".+", re.escape(form)), words) is not None


def _check_gender(greeting: Greeting, words: Wording) -> Iterator[Finding]:
    gender, told = _known_gender(greeting, words)
    if gender is None:
        return
    for field, text in (("salutation", greeting.salutation), ("closing", greeting.closing)):
        wrong = _gendered(text, words, _OTHER[gender])
        if wrong and not _gendered(text, words, gender):
            yield Written(text=text, kind="field", field=field).finding(
                "address-gender",
                Severity.ERROR,
                wrong.span(),
                f"“{wrong[0]}” does not fit {greeting.recipient}, {told}.",
                f"Address {'her' if gender == 'female' else 'him'} rightly, or correct what is known.",
            )


def _known_gender(greeting: Greeting, words: Wording) -> tuple[Gender | None, str]:
    """What the person's file says, else the title in the address; and how that is told."""
    if greeting.person and greeting.person.gender:
        return greeting.person.gender, f"whom the office knows as {greeting.person.gender}"
    titles = {gender: _gendered(greeting.address, words, gender) for gender in _OTHER}
    said = [(gender, title[0]) for gender, title in titles.items() if title]
    if len(said) != 1:
        return None, ""
    return said[0][0], f"whom the address calls “{said[0][1]}”"


def _check_gender_is_known(greeting: Greeting, language: Language) -> Iterator[Finding]:
    """A general salutation where the language has one for a woman and one for a man: somebody should say which."""
    forms = language.offices.get(greeting.office, language.offices[PERSON]).forms
    gendered = {form.gender: form.salutation.text for form in reversed(forms) if form.gender}
    is_known = greeting.person is not None and greeting.person.gender is not None
    general = language.offices[PERSON].forms[-1].salutation.text
    if is_known or not greeting.recipient or not gendered or greeting.salutation != general:
        return
    gaps = _Gaps(surname=surname_of(greeting.recipient))
    woman, man = (gendered[gender].format_map(gaps) for gender in _OTHER)
    yield Written(text=greeting.salutation, kind="field", field="salutation").finding(
        "address-gender-unknown",
        Severity.NOTE if greeting.office == PERSON else Severity.WARNING,
        (0, len(greeting.salutation)),
        f"Whether {greeting.recipient} is a woman or a man is not known to the office, so the salutation is general.",
        f"Write “{woman}” or “{man}”, and the gender into the person’s file in precedents/people.",
    )


def _gendered(text: str, words: Wording, gender: Gender) -> re.Match[str] | None:
    forms = words.female if gender == "female" else words.male
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", text, re.IGNORECASE)


def _check_repetition(greeting: Greeting, words: Wording) -> Iterator[Finding]:
    """“Veuillez agréer, Monsieur l’Ambassadeur, …” repeats the salutation word for word."""
    title = without_punctuation(greeting.salutation)
    closing = Written(text=greeting.closing, kind="field", field="closing")
    if not closing.text or fold(title) in fold(closing.text) or not _is_formula(closing.text):
        return
    pieces = list(re.finditer(r"(?<=, )[^,]+(?=,)", closing.text))
    said = next((piece for piece in pieces if _addresses(piece[0], words)), None)
    yield closing.finding(
        "closing-unlike-salutation",
        Severity.WARNING,
        said.span() if said else (0, len(closing.text)),
        f"The closing does not repeat the salutation “{title}”.",
        f"Write “{title}” in the closing too, word for word.",
        title if said else None,
    ).model_copy(update={"source": words.closing_repeats})


def _is_formula(closing: str) -> bool:
    return "," in closing.rstrip(" ,.")


def _addresses(piece: str, words: Wording) -> bool:
    return bool(_gendered(piece, words, "female") or _gendered(piece, words, "male") or "Excellence" in piece)


def _check_office(greeting: Greeting, language: Language) -> Iterator[Finding]:
    """A salutation that is fixed for one office must not greet another."""
    own = _forms(language.offices, greeting.office, greeting.person)
    if not own or any(_fits(form.salutation.text, greeting.salutation) for form in own):
        return
    for key, office in language.offices.items():
        if key != PERSON and any(form.salutation.text == greeting.salutation for form in office.forms):
            yield _another_office(greeting, key, own[0].salutation)
            return


def _forms(offices: Mapping[str, Office], key: str, person: Person | None) -> list[Form]:
    gender = person.gender if person else None
    office = offices.get(key)
    return [form for form in office.forms if gender is None or form.gender in (None, gender)] if office else []


def _another_office(greeting: Greeting, key: str, usual: Cell) -> Finding:
    addressee = "nobody of that office" if greeting.office == PERSON else f"a {greeting.office.replace('_', ' ')}"
    founded = f"{usual.status}{f': {usual.source}' if usual.source else ''}"
    advice = f"Usual is “{usual.text}” ({founded})." if "{" not in usual.text else "Greet them by name."
    return Written(text=greeting.salutation, kind="field", field="salutation").finding(
        "salutation-of-another-office",
        severity_of(usual.status),
        (0, len(greeting.salutation)),
        f"“{greeting.salutation}” greets a {key.replace('_', ' ')}; this letter goes to {addressee}.",
        advice,
    )


def _check_closing(greeting: Greeting, language: Language) -> Iterator[Finding]:
    """“Yours faithfully” goes with “Dear Sir or Madam”: a closing known from other salutations only is pointed at."""
    forms = [form for office in language.offices.values() for form in office.forms]
    fixed = [form.closing for form in forms if form.salutation.text == greeting.salutation]
    fitting = fixed or [form.closing for form in forms if _fits(form.salutation.text, greeting.salutation)]
    is_known = any(_fits(form.closing.text, greeting.closing) for form in forms)
    if not fitting or not is_known or any(_fits(cell.text, greeting.closing) for cell in fitting):
        return
    usual = fitting[0].text.format_map(_Gaps(salutation=without_punctuation(greeting.salutation)))
    yield Written(text=greeting.closing, kind="field", field="closing").finding(
        "closing-unlike-salutation",
        severity_of(fitting[0].status),
        (0, len(greeting.closing)),
        f"“{greeting.closing}” does not go with “{greeting.salutation}”.",
        f"Usual is “{usual}”.",
    )


class _Gaps(dict[str, str]):
    """Leaves a gap it has no words for as it is."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"
