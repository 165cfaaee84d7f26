"""All checks of a text's wording, in one place: what a draft's body and fields share with an exported letter."""

import datetime as dt
from collections.abc import Iterator

from assistant.drafting.checks.claims import check_claims
from assistant.drafting.checks.dates import check_dates
from assistant.drafting.checks.guarded_names import GuardedPeople, check_guarded_names
from assistant.drafting.checks.known_names import KnownNames, check_known_names
from assistant.drafting.checks.mixed_languages import check_language
from assistant.drafting.checks.official_journal import check_official_journal
from assistant.drafting.checks.place_names import check_place_names
from assistant.drafting.checks.reference_formats import check_references
from assistant.drafting.checks.rules import check_rules
from assistant.drafting.checks.titles import check_titles
from assistant.drafting.checks.written import Written
from assistant.drafting.language import Language
from assistant.model.base import Value
from assistant.model.finding import Finding


class Setting(Value):
    """What a text is read against."""

    language: Language
    day: dt.date | None = None
    """Of the letter."""
    people: GuardedPeople
    names: KnownNames


def check_wording(written: Written, setting: Setting) -> Iterator[Finding]:
    """Everything wrong with the words of one text; nothing about its quotations, which have checks of their own."""
    language = setting.language
    yield from check_dates(written, language)
    if setting.day:
        yield from check_place_names(written, setting.day, language.code)
        yield from check_rules(written, language.code, setting.day)
    yield from check_references(written)
    yield from check_official_journal(written, language.code)
    yield from check_known_names(written, setting.names)
    yield from check_guarded_names(written, setting.people)
    yield from check_titles(written, language.code, setting.people.everybody)
    if written.kind != "field":
        yield from check_language(written, language.code)
    if written.kind == "body":  # the footnotes of an exported letter are no words of its text
        yield from check_claims(written, language.code, setting.day.isoformat() if setting.day else "")
