"""A text of a letter as the checks read it: the body, a field, or an exported letter; and the own words in it.

What stands in quotation marks answers to its source alone; checks of wording look at the rest, at its own offsets.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from assistant.drafting.body import Paragraph, citation_groups, paragraphs
from assistant.drafting.fields import PARTY_PARTS
from assistant.drafting.quotation_marks import find_quotations
from assistant.drafting.sentences import CITED, QUOTED, sentence_spans
from assistant.model.base import Value
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Fix, Severity

LETTER_BREAK = "\n\n"
"""Between the paragraphs of an exported letter."""

_ADDRESS = re.compile(r"\]\([^()\[\]\s]*\)|https?://\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+")
"""Of the web, and of mail: its parts are as long as RFC 5321 lets them be (4.5.3.1)."""
_NOT_PRINTED = "office"


class Written(Value):
    """One text and what it is."""

    text: str
    kind: Literal["body", "field", "letter"] = "body"
    field: str = ""
    """Name of the field it is, or is part of."""
    head: int = 0
    """How many paragraphs of a letter stand before its text: readers count from the one after the salutation."""
    is_whole: bool = True
    """Whether the field is this one text: only then can a fix be put into it."""

    @cached_property
    def own(self) -> str:
        """The text, as long as it is, with QUOTED for quotations and addresses of the web, CITED for citations."""
        own = list(self.text)
        for paragraph in self.paragraphs:
            for quotation in find_quotations(self.text, paragraph.start, paragraph.end).quotations:
                own[quotation.start : quotation.end] = QUOTED * (quotation.end - quotation.start)
            for group in citation_groups(self.text, paragraph.start, paragraph.end):
                own[group.start : group.end] = CITED * (group.end - group.start)
        for found in _ADDRESS.finditer(self.text):
            own[found.start() : found.end()] = QUOTED * len(found[0])
        return "".join(own)

    def sentences(self, language: str) -> Iterator[tuple[int, int]]:
        """The spans of its sentences, in order."""
        for paragraph in self.paragraphs:
            yield from sentence_spans(self.own, paragraph.start, paragraph.end, language)

    def sentence_at(self, at: int, language: str) -> str:
        """The own words of the sentence an offset lies in."""
        return next(self.own[start:end] for start, end in self.sentences(language) if start <= at < end)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, empty ones left out."""
        return paragraphs(self.text)

    def is_own(self, start: int, end: int) -> bool:
        """Whether these characters are the writer's, not quoted."""
        return self.own[start:end] == self.text[start:end]

    def finding(
        self, code: str, severity: Severity, span: tuple[int, int], message: str, advice: str, write: str | None = None
    ) -> Finding:
        """A finding about a span of this text; `write` is what a safe fix puts there."""
        start, end = span
        can_fix = write is not None and self.kind != "letter" and self.is_whole
        return Finding(
            code=code,
            severity=severity,
            message=message,
            place=self._place(start),
            quote=" ".join(self.text[start:end].split()),
            advice=advice,
            start=start if self.kind == "body" else None,
            end=end if self.kind == "body" else None,
            fix=Fix(start=start, end=end, replacement=write, label=f"write “{write}”", field=self.field)
            if write is not None and can_fix
            else None,
        )

    def _place(self, start: int) -> str:
        if self.kind == "field":
            return f"field “{self.field}”"
        if self.kind == "letter":
            number = self.text.count(LETTER_BREAK, 0, start) + 1 - self.head
            return f"paragraph {number}" if number > 0 else "above the text"
        return next((each.place for each in self.paragraphs if each.start <= start < each.end), "")


def written_in(draft: Draft) -> tuple[Written, ...]:
    """Every text of a draft: the body first, then those of the fields."""
    fields = (each for name, value in draft.fields.items() for each in _of_field(name, value))
    return (Written(text=draft.body), *fields)


def _of_field(name: str, value: object) -> Iterator[Written]:
    if isinstance(value, str):
        yield Written(text=value, kind="field", field=name)
        return
    for text in _texts(value):
        yield Written(text=text, kind="field", field=name, is_whole=False)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part, text in value.items():
            if part != _NOT_PRINTED or part not in PARTY_PARTS:
                yield from _texts(text)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
