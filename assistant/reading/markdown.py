"""Markdown: the words without the marks. Headings, list items and rows of tables are blocks; links are their words.

Lines set in by spaces are text here, not code: addresses are set in. What looks like a tag and is none stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.errors import DamagedFileError
from assistant.model.source import BlockKind
from assistant.reading.encoding import decode
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import LINK_ADDRESS, PICTURE, Tally
from assistant.reading.plain import split
from assistant.reading.text import Document, Piece, assemble, begins_item, clean

_DEEPEST = 100
"""Levels of quotations and lists inside each other; markdown-it silently stops at what lies deeper."""
_HIDDEN_HTML = (
    (re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)),
    (re.compile(r"<style\b", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
    (re.compile("<!--"), re.compile("-->")),
)
_LINE_TAG = re.compile(r"<\s*/?\s*(?:br|p|div|tr|li|h[1-6]|table|ul|ol)\b[^<>]*>\n?", re.IGNORECASE)
_OTHER_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|dd|del|details|dl|dt|em|figure|font|hr|i|img|ins|kbd|mark|s|section|small"
    r"|span|strong|sub|summary|sup|tbody|td|tfoot|th|thead|u)\b[^<>]*>",
    re.IGNORECASE,
)


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read Markdown; raises TooLargeFileError, DamagedFileError (too deep), UnsupportedFileError (no text)."""
    text, losses = decode(data, path, limits.markdown_bytes)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("code")
    tokens = parser.parse(clean(text)[0])
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise DamagedFileError(path, "its lists or quotations are nested too deeply", "Save it without these marks.")
    tally = Tally()
    pieces = bounded(_pieces(tokens, tally), limits.blocks, "paragraphs", path)
    document = assemble(pieces)
    return document._replace(losses=losses + tally.losses() + document.losses)


def _pieces(tokens: Sequence[Token], tally: Tally) -> Iterator[Piece]:
    kind, mark = BlockKind.PARAGRAPH, ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            kind = BlockKind.HEADING
        elif token.type == "list_item_open":
            kind, mark = BlockKind.LIST_ITEM, f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield Piece("\t".join(row), BlockKind.TABLE_ROW)
            row = None
        elif token.type in {"inline", "fence", "html_block"}:
            words = _words(token, tally)
            if row is not None:
                row.append(" ".join(words.split()))
            elif kind is BlockKind.PARAGRAPH:
                yield from (Piece(part, BlockKind.LIST_ITEM if begins_item(part) else kind) for part in split(words))
            else:
                yield Piece(mark + words, kind)
            kind, mark = BlockKind.PARAGRAPH, ""


def _words(token: Token, tally: Tally) -> str:
    if token.type == "inline":
        return "".join(_inline_words(child, tally) for child in token.children or ())
    return _without_tags(token.content) if token.type == "html_block" else token.content


def _inline_words(token: Token, tally: Tally) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return "\n"
        case "html_inline":
            return _without_tags(token.content)
        case "image":
            tally.add(PICTURE, token.content)
        case "link_open" if token.info != "auto" and not str(token.attrGet("href") or "#").startswith("#"):
            tally.add(LINK_ADDRESS, str(token.attrGet("href")))
        case "text" | "code_inline" | "text_special":
            return token.content
    return ""


def _without_tags(markup: str) -> str:
    for opening, closing in _HIDDEN_HTML:
        markup = _without(markup, opening, closing)
    return unescape(_OTHER_TAG.sub("", _LINE_TAG.sub("\n", markup)))


def _without(markup: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """The markup without what stands from an opening to the next closing; what is never closed stays."""
    kept, done = [], 0
    while (begin := opening.search(markup, done)) and (end := closing.search(markup, begin.end())):
        kept.append(markup[done : begin.start()])
        done = end.end()
    return "".join([*kept, markup[done:]])
