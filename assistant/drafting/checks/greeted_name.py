"""Findings about a salutation that names somebody else than the addressee: what is left when a letter is copied."""

import re
from collections.abc import Iterator, Sequence

from assistant.drafting.checks.written import Written
from assistant.drafting.language import Language
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.folding import fold_words
from assistant.model.person import Person


def check_greeted_name(draft: Draft, language: Language, people: Sequence[Person]) -> Iterator[Finding]:
    """The name in the salutation is the addressee's; one the office does not know may be an office instead."""
    salutation, addressee = draft.fields.get("salutation"), draft.addressee
    if not isinstance(salutation, str) or not addressee:
        return
    span = _name_in(salutation.strip(), language)
    if span is None or set(fold_words(salutation[slice(*span)])) & set(fold_words(addressee)):
        return
    named = salutation[slice(*span)]
    is_known = fold_words(named)[-1:] in [fold_words(person.surname) for person in people]
    yield Written(text=salutation, kind="field", field="salutation").finding(
        "salutation-of-another-person",
        Severity.WARNING if is_known else Severity.NOTE,
        span,
        f"The salutation greets “{named}”; the letter goes to {addressee}.",
        "Correct the one or the other.",
    )


def _name_in(salutation: str, language: Language) -> tuple[int, int] | None:
    """Where a salutation names somebody, as the table's forms do; None for one that names an office or nobody."""
    forms = [form.salutation.text for office in language.offices.values() for form in office.forms]
    if salutation in forms:
        return None
    for form in forms:
        if "{surname}" in form:
            found = re.search(rf"(?<!\w){_pattern(form, language)}\Z", salutation)
            if found and not _is_office(found["surname"], language):
                return found.span("surname")
    return None


def _pattern(form: str, language: Language) -> str:
    titles = "|".join(re.escape(title) for title in language.titles.values())
    pattern = re.escape(form).replace(r"\{title\}", f"(?:{titles}|Mrs|Dr)", 1)
    return pattern.replace(r"\{surname\}", r"(?P<surname>[^\W\d_a-z][^,:!]*?)", 1)


def _is_office(words: str, language: Language) -> bool:
    """Whether it is an office's title: “Mr President”."""
    titles = {word for office in language.offices.values() for title in office.titles for word in fold_words(title)}
    return set(fold_words(words)) <= titles
