"""Where something stands in a Word file, said so that a person finds it and the program finds it again."""

import re
from typing import NamedTuple

from assistant.model.finding import Finding, Severity

_PLACE = re.compile(r"(?P<part>.+?)(?:, paragraph (?P<paragraph>\d+))?")


class Place(NamedTuple):
    """A paragraph of a part, and the words that are meant."""

    part: str
    """Name of the part: word/header1.xml."""
    paragraph: int | None = None
    """Counted from 1 over all paragraphs of the part, those in tables too."""
    words: str = ""

    def __str__(self) -> str:
        return self.part if self.paragraph is None else f"{self.part}, paragraph {self.paragraph}"

    def finding(self, code: str, message: str, advice: str = "", severity: Severity = Severity.ERROR) -> Finding:
        """Something wrong here; `code` is written without its prefix."""
        return Finding(
            code=f"template-{code}",
            severity=severity,
            message=message,
            place=str(self),
            quote=self.words,
            advice=advice,
        )


def read_place(text: str) -> Place:
    """The place a finding names; the reverse of `str(place)`, without the words."""
    found = _PLACE.fullmatch(text)
    paragraph = found and found["paragraph"]
    return Place(part=found["part"] if found else text, paragraph=int(paragraph) if paragraph else None)
