"""The body of a draft as paragraphs for Word: emphasis, lists and links become runs, citations become footnotes.

What Markdown could mean beyond that (headings, HTML, code, tables) is printed letter by letter. Knows no XML; the
words of a footnote come from outside.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count, pairwise, zip_longest
from types import MappingProxyType
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from assistant.drafting.body import CitationGroup, citation_at
from assistant.drafting.quotation_marks import find_quotations
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, RichText, Run

NUMBERED, BULLETED, CONTINUED, LAST = "Letter Numbered", "Letter Bulleted", "Letter Continued", "Letter Last"
"""Paragraph styles of every letter: list items, what follows inside an item, and what stays with what comes next: the
paragraph before the closing or before a list."""

KEPT = " Kept"
"""Ends the name of the style of a list item that more follows inside: it stays on the page of what follows."""

STYLES = (NUMBERED, NUMBERED + KEPT, BULLETED, BULLETED + KEPT, CONTINUED, LAST)

_WHEN_LAST = MappingProxyType({None: LAST, NUMBERED: NUMBERED + KEPT, BULLETED: BULLETED + KEPT})
_LINE = 90
"""Characters in a line of a letter: a signature under a single line looks forgotten."""
_PUNCTUATION = re.compile(r"[.,;:!?]+")

_Piece = Run | CitationGroup


class Notes(Protocol):
    """What is printed for citations."""

    @property
    def after_punctuation(self) -> bool:
        """Whether the mark stands behind the punctuation that follows a citation."""

    def footnote(self, group: CitationGroup) -> Footnote:
        """The note for one pair of brackets."""

    def foreign_language(self, group: CitationGroup) -> str | None:
        """Language of the words cited, where it is not the letter's."""


def typeset(body: str, notes: Notes) -> Blocks:
    """The paragraphs of a body; what must not be parted by the end of a page has a style that keeps it together."""
    made = list(_paragraphs(SyntaxTreeNode(_parser().parse(body)).children, notes, count()))
    return Blocks(paragraphs=tuple(_kept_together(made)))


def _kept_together(made: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """A list stays with what introduces it, the closing with the last paragraph and, where that is short, one more."""
    for paragraph, following in zip_longest(made, made[1:]):
        if following is None or _introduces(paragraph, following) or (following is made[-1] and _is_short(following)):
            yield paragraph.model_copy(update={"style": _WHEN_LAST.get(paragraph.style, paragraph.style)})
        else:
            yield paragraph


def _introduces(paragraph: Paragraph, following: Paragraph) -> bool:
    return paragraph.style is None and following.style is not None


def _is_short(paragraph: Paragraph) -> bool:
    return paragraph.style is None and sum(len(run.text) for run in paragraph.text.runs) < _LINE


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "emphasis", "link", "escape", "newline"])
    parser.inline.ruler.before("link", "citation", _read_citation)
    return parser


def _read_citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    group = citation_at(state.src, state.pos, state.posMax)
    if group is None or not group.citations:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"group": group}
    state.pos = group.end
    return True


def _paragraphs(nodes: Iterable[SyntaxTreeNode], notes: Notes, lists: Iterator[int]) -> Iterator[Paragraph]:
    for node in nodes:
        if node.type == "paragraph":
            yield Paragraph(text=_rich_text(node, notes))
        else:
            yield from _list_items(node, notes, lists)


def _list_items(node: SyntaxTreeNode, notes: Notes, lists: Iterator[int]) -> Iterator[Paragraph]:
    is_numbered = node.type == "ordered_list"
    first_number = int(node.attrs.get("start", 1)) if is_numbered else 1
    list_number = next(lists) if is_numbered and first_number == 1 else None
    for number, item in enumerate(node.children, first_number):
        for index, paragraph in enumerate(_paragraphs(item.children, notes, lists)):
            if paragraph.style:  # of a list inside this one
                yield paragraph
            elif index:
                yield paragraph.model_copy(update={"style": CONTINUED})
            elif first_number != 1:  # Word would count from 1; the person wrote another number
                yield _begun_with(f"{number}{item.markup} ", paragraph)
            else:
                style = (NUMBERED if is_numbered else BULLETED) + (KEPT if len(item.children) > 1 else "")
                yield paragraph.model_copy(update={"style": style, "number": list_number})


def _begun_with(words: str, paragraph: Paragraph) -> Paragraph:
    return Paragraph(text=RichText(runs=(Run(text=words), *paragraph.text.runs)))


def _rich_text(paragraph: SyntaxTreeNode, notes: Notes) -> RichText:
    pieces = _joined(_pieces(paragraph.children[0].children, Run()))
    if any(isinstance(piece, CitationGroup) and notes.foreign_language(piece) for piece in pieces):
        pieces = _with_languages(pieces, notes)
    return RichText(runs=tuple(_with_notes(pieces, notes)))


def _pieces(nodes: Iterable[SyntaxTreeNode], manner: Run) -> Iterator[_Piece]:
    for node in nodes:
        if node.type == "citation":
            yield node.meta["group"]
        elif node.type in ("softbreak", "hardbreak"):
            yield manner.model_copy(update={"text": " " if node.type == "softbreak" else "\n"})
        elif node.children:
            yield from _pieces(node.children, manner.model_copy(update=_manner(node)))
        elif node.content:
            yield manner.model_copy(update={"text": node.content})


def _manner(node: SyntaxTreeNode) -> dict[str, object]:
    if node.type == "link":
        return {"link": str(node.attrs["href"])}
    return {"bold": True} if node.type == "strong" else {"italic": True}


def _joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Runs of one manner made one, citations that stand side by side made one footnote."""
    made: list[_Piece] = []
    for piece in pieces:
        if isinstance(piece, CitationGroup) and made and isinstance(made[-1], Run) and not made[-1].text.strip():
            made.pop()
        before = made[-1] if made else None
        if isinstance(piece, Run) and isinstance(before, Run) and _same_manner(before, piece):
            made[-1] = before.model_copy(update={"text": before.text + piece.text})
        elif isinstance(piece, CitationGroup) and isinstance(before, CitationGroup):
            made[-1] = before.model_copy(update={"citations": before.citations + piece.citations})
        else:
            made.append(piece)
    return made


def _same_manner(one: Run, other: Run) -> bool:
    return one.model_copy(update={"text": ""}) == other.model_copy(update={"text": ""})


def _with_notes(pieces: Sequence[_Piece], notes: Notes) -> Iterator[Run]:
    """Each citation as the note of the run before it, behind the punctuation where that is the custom."""
    runs: list[Run] = []
    rest = list(pieces)
    while rest:
        piece = rest.pop(0)
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        before = runs.pop() if runs else Run()
        text = before.text.rstrip()
        following = rest[0] if rest and isinstance(rest[0], Run) else None
        moved = _PUNCTUATION.match(following.text) if following and notes.after_punctuation else None
        if moved and following:
            text += moved[0]
            rest[0] = following.model_copy(update={"text": following.text[moved.end() :]})
        runs.append(before.model_copy(update={"text": text, "note": notes.footnote(piece)}))
    return (run for run in runs if run.text or run.note)


def _with_languages(pieces: Sequence[_Piece], notes: Notes) -> list[_Piece]:
    """Quotations in another language than the letter's, marked as such."""
    text = "".join(piece.text for piece in pieces if isinstance(piece, Run))
    spans = []
    for quotation in find_quotations(text).quotations:
        group = _group_behind(pieces, quotation.end)
        language = notes.foreign_language(group) if group else None
        if language:
            spans.append((quotation.start + 1, quotation.end - 1, language))
    made: list[_Piece] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, CitationGroup):
            made.append(piece)
            continue
        made += _split(piece, at, spans)
        at += len(piece.text)
    return made


def _group_behind(pieces: Sequence[_Piece], offset: int) -> CitationGroup | None:
    at = 0
    for piece in pieces:
        if isinstance(piece, CitationGroup):
            if at >= offset:
                return piece
        else:
            at += len(piece.text)
    return None


def _split(run: Run, at: int, spans: Sequence[tuple[int, int, str]]) -> Iterator[Run]:
    inside = {edge - at for start, end, _ in spans for edge in (start, end) if at < edge < at + len(run.text)}
    cuts = sorted({0, len(run.text)} | inside)
    for start, end in pairwise(cuts):
        language = next((code for first, last, code in spans if first <= at + start < last), None)
        yield run.model_copy(update={"text": run.text[start:end], "language": language})
