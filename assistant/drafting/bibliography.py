"""The documents a letter cites as CSL-JSON, which Zotero and every other reference manager read.

The form is that of the CSL-JSON schema of the Citation Style Language, version 1.0.2 (csl-data.json). What is not known
of a document is left out.
"""

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assistant.drafting.bench import Sources
from assistant.drafting.body import cited_precedents
from assistant.drafting.checks.guarded_letter import check_guarded_data
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.language import Language, load_language
from assistant.drafting.public_documents import document_number, public_address
from assistant.drafting.references import name_document, words_of
from assistant.errors import FindingsError
from assistant.model.draft import Draft
from assistant.model.letter import DocumentKind, Letter, Party
from assistant.model.precedent import Precedent

_TYPES: Mapping[DocumentKind, str] = MappingProxyType(
    {
        DocumentKind.LETTER: "personal_communication",
        DocumentKind.WRITTEN_QUESTION: "document",
        DocumentKind.ANSWER: "document",
        DocumentKind.REPORT: "report",
        DocumentKind.PRESS_RELEASE: "report",
        DocumentKind.RESOLUTION: "legislation",
        DocumentKind.OTHER: "document",
    }
)
_PARTICLE = re.compile(r"\s(?=[a-zß-ÿ]\S*\s)")
"""Before the small word a family name begins with: “Ursula | von der Leyen”."""


def bibliography(draft: Draft, sources: Sources, people: GuardedPeople | None = None) -> bytes:
    """The documents a draft cites, each once, in the order of its text; JSON in UTF-8.

    Raises FindingsError when the list names one of the `people` its letter must not name.
    """
    precedents = [precedent for name in cited_precedents(draft.body) if (precedent := sources.precedent(name))]
    language = load_language(draft.language)
    items = [csl_item(precedent, language) for precedent in precedents]
    findings = tuple(check_guarded_data(items, people)) if people else ()
    if findings:
        raise FindingsError("The list of documents was not made", findings)
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def csl_item(precedent: Precedent, language: Language) -> dict[str, object]:
    """One document as a CSL item; what is said of it in words is in the language of the letter."""
    record, letter = precedent.record, precedent.record.letter
    item: dict[str, object] = {
        "id": record.id,
        "type": _TYPES[record.kind],
        "title": _title(precedent, language),
        "author": _names([letter.sender] if letter.sender else [], language),
        "recipient": _names(letter.recipients, language),
        "issued": _date(letter),
        "genre": language.kinds[record.kind],
        "number": document_number(precedent),
        "language": "" if record.language == "und" else record.language,
        "publisher-place": letter.place.words if letter.place else "",
        "URL": public_address(precedent, language.code) or "",
    }
    return {key: value for key, value in item.items() if value}


def _title(precedent: Precedent, language: Language) -> str:
    subject = precedent.record.letter.subject
    return subject.words if subject else words_of(name_document(precedent, language))


def _date(letter: Letter) -> dict[str, object]:
    parts = [int(part) for part in re.findall(r"\d+", letter.date.value)] if letter.date else []
    return {"date-parts": [parts]} if 1 <= len(parts) <= 3 else {}


def _names(parties: Sequence[Party], language: Language) -> list[dict[str, str]]:
    return [_name(party, language) for party in parties if party.display]


def _name(party: Party, language: Language) -> dict[str, str]:
    name = language.small_letters(party.display)
    given, _, family = _parted(name) if party.name else ("", "", "")
    return {"family": family, "given": given} if family else {"literal": name}


def _parted(name: str) -> tuple[str, str, str]:
    particle = _PARTICLE.search(name)
    return (name[: particle.start()], " ", name[particle.end() :]) if particle else name.rpartition(" ")
