"""What an exported letter remembers of its draft: which words were quoted from where, so that it can be checked again.

These are the values; drafting/word/provenance.py keeps their bytes in the Word file. Only public things are kept:
words that stand in the letter anyway, and ids.
"""

from pydantic import ValidationError

from assistant.drafting.checks.quotations import governed_quotations
from assistant.errors import DamagedFileError
from assistant.model.base import Value
from assistant.model.draft import Draft


class QuotationRecord(Value):
    """Words quoted in a letter, and the document and fact they were cited from."""

    words: str
    precedent: str
    fact: str | None = None


class Provenance(Value):
    """What a letter was made from."""

    template: str
    language: str
    answering: str | None = None
    quotations: tuple[QuotationRecord, ...] = ()


def provenance_of(draft: Draft) -> Provenance:
    """What a letter made from this draft is to remember; a quotation with two sources is remembered for each."""
    return Provenance(
        template=draft.template,
        language=draft.language,
        answering=draft.answering,
        quotations=tuple(
            QuotationRecord(words=" ".join(governed.words.split()), precedent=citation.precedent, fact=citation.fact)
            for governed in governed_quotations(draft.body)
            if governed.group and (governed.firm or governed.is_long)
            for citation in governed.group.citations
        ),
    )


def write_provenance(provenance: Provenance) -> bytes:
    """JSON in UTF-8."""
    return provenance.model_dump_json(exclude_defaults=True).encode("utf-8")


def read_provenance(data: bytes, name: str = "letter") -> Provenance:
    """The reverse of `write_provenance`; raises DamagedFileError."""
    try:
        return Provenance.model_validate_json(data)
    except ValidationError as error:
        raise DamagedFileError(name, "what the letter says about its sources cannot be read") from error
