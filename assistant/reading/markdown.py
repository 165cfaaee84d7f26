"""Markdown: the words without the marks. Headings, list items and rows of tables are blocks; links are their words.

Lines set in by spaces are text here, not code: addresses are set in. What looks like a tag and is none stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.model.source import BlockKind
from assistant.reading.encoding import decode
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import LINK_ADDRESS, PICTURE, Sort, Tally
from assistant.reading.plain import split
from assistant.reading.text import Document, Piece, assemble, begins_item, clean

_DEEPEST = 50
"""Quotations and lists inside each other; markdown-it leaves out what lies deeper."""
_TOO_DEEP = Sort("1 passage nested too deeply was left out", "{} passages nested too deeply were left out")
_HIDDEN_HTML = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_LINE_TAG = re.compile(r"<\s*/?\s*(?:br|p|div|tr|li|h[1-6]|table|ul|ol)\b[^<>]*>\n?", re.IGNORECASE)
_OTHER_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|dd|del|details|dl|dt|em|figure|font|hr|i|img|ins|kbd|mark|s|section|small"
    r"|span|strong|sub|summary|sup|tbody|td|tfoot|th|thead|u)\b[^<>]*>",
    re.IGNORECASE,
)


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read Markdown; raises TooLargeFileError, and UnsupportedFileError when the bytes make no text."""
    text, losses = decode(data, path, limits)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("code")
    tally = Tally()
    pieces = bounded(_pieces(parser.parse(clean(text)[0]), tally), limits.blocks, "paragraphs", path)
    document = assemble(pieces)
    return document._replace(losses=losses + tally.losses() + document.losses)


def _pieces(tokens: Sequence[Token], tally: Tally) -> Iterator[Piece]:
    kind, mark = BlockKind.PARAGRAPH, ""
    row: list[str] | None = None
    for token in tokens:
        if token.level >= _DEEPEST:
            tally.add(_TOO_DEEP)
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
    lines = _LINE_TAG.sub("\n", _HIDDEN_HTML.sub("", markup))
    return unescape(_OTHER_TAG.sub("", lines))
