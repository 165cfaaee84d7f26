"""What the tests of every language ask of a letter read whole."""

from assistant.model.letter import Letter
from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction


def header(letter: Letter) -> dict[str, str | None]:
    """The parts of a letter as words, the date as ISO 8601."""
    parts = {
        "place": letter.place,
        "reference": letter.reference,
        "subject": letter.subject,
        "salutation": letter.salutation,
        "closing": letter.closing,
    }
    words = {name: part.text if part else None for name, part in parts.items()}
    return {"date": letter.written, **words}


def texts(found: Extraction, kind: MentionKind) -> set[str]:
    """The words of all mentions of a kind."""
    return {" ".join(one.text.split()) for one in found.mentions if one.kind is kind}


def fact(found: Extraction, words: str) -> tuple[str, list[tuple[str, str]], str | None]:
    """Act, chain of attribution and date of the one fact whose quote holds these words."""
    (one,) = [one for one in found.facts if words in " ".join(one.quote.split())]
    return one.act.value, [(link.name, link.act) for link in one.by], one.date
