"""A finished letter read back with python-docx, which had no part in making it: the quoted words must stand in it.

The last lock before a letter is written. It compares words as every other comparison does and mends nothing.
"""

from collections.abc import Iterable
from io import BytesIO

from docx import Document
from docx.table import Table

from assistant.model.quotation import ComparableText


def missing_words(letter: bytes, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of the wanted words that do not stand, word for word, in the body of the .docx."""
    text = ComparableText("\n\n".join(_paragraphs(letter)))
    return tuple(words for words in wanted if text.find(words) is None)


def _paragraphs(letter: bytes) -> Iterable[str]:
    for part in Document(BytesIO(letter)).iter_inner_content():
        if isinstance(part, Table):
            yield from (cell.text for row in part.rows for cell in row.cells)
        else:
            yield part.text
