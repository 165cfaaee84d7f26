"""Web pages: bytes to a tree, and the tree to a document. What the words of a page are, `html_page` decides.

Nothing is fetched, no script runs, no style sheet is applied.
"""

import re
from pathlib import Path

from lxml import etree

from assistant.errors import DamagedFileError
from assistant.reading.encoding import decode
from assistant.reading.html_page import Page
from assistant.reading.limits import Limits, bounded
from assistant.reading.text import Document, assemble

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)|encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE)
_CLOSED_AT_ONCE = re.compile(r"<(script|style|title|iframe|textarea)\b([^<>]*)/>", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{50000,}")
_MOST_ATTRIBUTES = 5_000
"""The parser takes time in the square of them."""


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a web page; raises TooLargeFileError, UnsupportedFileError (no text) and DamagedFileError (too deep)."""
    text, losses = decode(data, path, limits.text_bytes, _declared_encoding(data))
    page = Page()
    root = _parse(text, path)
    if root is not None:
        page.walk(root)
    document = assemble(bounded(page.pieces, limits.blocks, "paragraphs", path))
    return document._replace(losses=losses + page.tally.losses() + document.losses)


def _declared_encoding(data: bytes) -> str:
    found = _DECLARED.search(data[:4096])
    name = (found[1] or found[2]).decode("ascii", "ignore").lower() if found else ""
    return "" if name.startswith("utf") else name


def _parse(text: str, path: Path) -> etree._Element | None:
    if any(tag[0].count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise DamagedFileError(path, "one of its tags has thousands of attributes", "Save it as .txt or .docx.")
    markup = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", text)
    # huge_tree lifts the limit of 10 MB for one paragraph; HTML declares no entities that could grow
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root: etree._Element | None = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DamagedFileError(path, "its parts are nested too deeply", "Save it as .txt or .docx.")
    return root
