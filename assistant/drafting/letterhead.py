"""The Member as the letterhead of a letter in another language names them.

The usual words for institution and designation are translated, where they do not depend on a gender nobody told; the
rest is what office.toml says for the language.
"""

from assistant.drafting.language import Language, known_languages, load_language
from assistant.settings import Member, Settings


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


def _designation(language: Language, member: Member) -> str:
    words = language.member
    if words.female == words.male or member.gender:
        return words.female if member.gender == "female" else words.male
    return member.designation
