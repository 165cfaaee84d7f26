"""Rich text files (.rtf): their words, through striprtf; formatting, pictures and fields are left to it.

Rich text knows where paragraphs end and little else that can be trusted, so that blocks are found as in plain text.
"""

import re
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from assistant.errors import DamagedFileError, TooLargeFileError
from assistant.reading.limits import Limits, bounded, megabytes
from assistant.reading.losses import PICTURE, Sort, Tally
from assistant.reading.plain import divide
from assistant.reading.text import Document, clean, control_loss, join_words

_EMBEDDED = Sort("1 embedded object was not read", "{} embedded objects were not read")
_COMMENT = Sort("1 comment was left out", "{} comments were left out")
_NOTE = Sort("1 note was left out", "{} notes were left out")
_MARGIN = Sort(*["Headers and footers were left out"] * 2)
_DELETION = Sort("1 tracked deletion was left out", "{} tracked deletions were left out")
_DELETED = re.compile(rb"\\deleted1?(?![a-z0-9])")
"""From here to the end of its group, words are struck out."""
_LEFT_OUT = (
    (rb"\\pict\b", PICTURE),
    (rb"\\object\b", _EMBEDDED),
    (rb"\\annotation\b", _COMMENT),
    (rb"\\footnote\b", _NOTE),
    (rb"\\(?:header|footer)[lrf]?(?![a-z0-9])", _MARGIN),
    (_DELETED.pattern, _DELETION),
)
_PICTURE_DATA = re.compile(rb"(?<![0-9a-fA-F\\'])[0-9a-fA-F\r\n]{200,}")


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a rich text file; raises TooLargeFileError and DamagedFileError."""
    # pictures stand in the file as long rows of digits, which take time and are no words
    words = _DELETED.sub(rb"\\*", _PICTURE_DATA.sub(b"", data))
    if len(words) > limits.markdown_bytes:
        reason = f"it holds {megabytes(len(words))} of text; no more than {megabytes(limits.markdown_bytes)} are read"
        raise TooLargeFileError(path, reason, "Save it as .docx.")
    try:
        raw = str(rtf_to_text(words.decode("latin-1"), encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call] # striprtf has no types
    except (ValueError, LookupError, ArithmeticError, RecursionError) as error:
        raise DamagedFileError(path, "it breaks the rules of rich text", "Open it and save it as .docx.") from error
    # every paragraph of rich text is one line here; an empty one parts blocks as in plain text
    text, removed = clean(join_words(raw.strip("\n")))
    tally = Tally()
    for pattern, sort in _LEFT_OUT:
        for _ in re.finditer(pattern, data):
            tally.add(sort)
    blocks = tuple(bounded(divide(text), limits.blocks, "paragraphs", path))
    return Document(text, blocks, losses=tally.losses() + control_loss(removed))
