"""The letterhead in the language of the letter: the Member, and where they work.

The usual words for institution and designation are translated, where they do not depend on a gender nobody told, and so
are the towns the language knows; the rest is what office.toml says for the language.
"""

from assistant.drafting.language import Language, known_languages, load_language, place_name
from assistant.settings import Address, Member, Settings


def member_in(language: Language, settings: Settings) -> Member:
    """The Member in a language; what is not known in it stays as it is."""
    member = settings.member
    usual = [load_language(code).member for code in known_languages()]
    changes: dict[str, str] = {}
    if member.institution in {words.institution for words in usual}:
        changes["institution"] = language.member.institution
    if member.designation in {form for words in usual for form in (words.female, words.male)}:
        changes["designation"] = _designation(language, member)
    own = settings.letterhead.get(language.code)
    return member.model_copy(update={**changes, **(own.model_dump(exclude_none=True) if own else {})})


def addresses_in(language: Language, settings: Settings) -> tuple[Address, ...]:
    """The places of work, their towns named in a language: “B-1047 Bruxelles”."""
    return tuple(
        address.model_copy(
            update={
                "label": place_name(address.label, language),
                "lines": tuple(_with_town(line, language) for line in address.lines),
            }
        )
        for address in settings.addresses
    )


def _with_town(line: str, language: Language) -> str:
    before, space, town = line.rpartition(" ")
    return before + space + place_name(town, language)


def _designation(language: Language, member: Member) -> str:
    words = language.member
    if words.female == words.male or member.gender:
        return words.female if member.gender == "female" else words.male
    return member.designation
