"""The body of a draft as marked-up text: its paragraphs, its citations, and words in and out of Markdown.

Every offset counts characters of the body as the person typed it. Knows nothing of precedents and nothing of Word.
"""

import re
from collections.abc import Iterator

from assistant.model.base import Value
from assistant.model.draft import Citation

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
BRACKETS = re.compile(r"(?<!\\)\[(@[^\[\]]*)\]")
"""A pair of brackets with citations, or with what should be some."""
"""A pair of brackets with citations, or with what should be some."""
_KEY = re.compile(r"@([a-z0-9][a-z0-9-]*)(?:#([A-Za-z0-9-]+))?")
_MARKUP = re.compile(r"([\\*\[\]])|(?<![^\W_])(_)|(_)(?![^\W_])")
_LIST_MARKER = re.compile(r"^(\s*)(?:([-+])|(\d{1,9})([.)]))(?=\s|$)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")


class Paragraph(Value):
    """A stretch of the body between blank lines."""

    number: int
    """From 1, as a reader counts."""
    start: int
    end: int

    @property
    def place(self) -> str:
        """How findings name it."""
        return f"para. {self.number}"


class CitationGroup(Value):
    """One pair of brackets, `[@a#f1; @b#f2]`: one footnote."""

    start: int
    end: int
    citations: tuple[Citation, ...] = ()
    """Empty when the brackets do not hold what a citation must."""


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, empty ones left out."""
    edges = [0, *(edge for gap in _BLANK_LINE.finditer(body) for edge in gap.span()), len(body)]
    spans = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if body[start:end].strip()]
    return tuple(Paragraph(number=number, start=start, end=end) for number, (start, end) in enumerate(spans, 1))


def citation_groups(body: str, start: int = 0, end: int | None = None) -> Iterator[CitationGroup]:
    """The citations in brackets between two offsets; brackets that begin `[@` and are none come without citations."""
    yield from map(_group, BRACKETS.finditer(body, start, len(body) if end is None else end))


def citation_at(body: str, start: int, end: int) -> CitationGroup | None:
    """The citations in brackets that begin at an offset."""
    found = BRACKETS.match(body, start, end)
    return _group(found) if found else None


def uncited(markdown: str) -> tuple[str, ...]:
    """What stands before, between and behind the citations of a stretch of a body."""
    return tuple(BRACKETS.split(markdown)[::2])


def placed_groups(body: str) -> Iterator[tuple[Paragraph, CitationGroup]]:
    """Every pair of brackets of a body, with the paragraph it stands in."""
    for paragraph in paragraphs(body):
        for group in citation_groups(body, paragraph.start, paragraph.end):
            yield paragraph, group


def cited_precedents(body: str) -> tuple[str, ...]:
    """Ids of the precedents a body cites, each once, in the order of the text."""
    return tuple(dict.fromkeys(each.precedent for group in citation_groups(body) for each in group.citations))


def _group(found: re.Match[str]) -> CitationGroup:
    return CitationGroup(start=found.start(), end=found.end(), citations=_parse(found[1], *found.span()))


def _parse(inside: str, start: int, end: int) -> tuple[Citation, ...]:
    keys = [_KEY.fullmatch(key.strip()) for key in inside.split(";")]
    found = [key for key in keys if key]
    if len(found) < len(keys):
        return ()
    return tuple(Citation(precedent=key[1], fact=key[2], start=start, end=end) for key in found)


def escape_markdown(text: str) -> str:
    """Words as Markdown that prints exactly these words, wherever in a paragraph they stand."""
    escaped = _MARKUP.sub(lambda found: "\\" + found[0], text)
    return _LIST_MARKER.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", escaped)


def plain_words(markdown: str) -> str:
    """The words a stretch of Markdown prints: backslashes resolved, emphasis dropped."""
    if not any(sign in markdown for sign in "\\*_"):
        return markdown
    pieces = _ESCAPED.split(markdown)
    # split leaves the escaped characters at odd places: they are words, whatever they look like
    return "".join(piece if index % 2 else _EMPHASIS.sub("", piece) for index, piece in enumerate(pieces))
