"""E-mails (.eml): the headers a letter would have, then the body; attachments are documents of their own.

Nothing is fetched: pictures and styles a message only points to stay where they are.
"""

import re
from collections.abc import Iterator
from email import message_from_string
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant.errors import DamagedFileError
from assistant.model.source import BlockKind, Loss
from assistant.reading.encoding import decode
from assistant.reading.formats import load_reader
from assistant.reading.hanging import Hanging, count, documents
from assistant.reading.limits import DEFAULT_LIMITS, Limits, bounded
from assistant.reading.losses import Tally
from assistant.reading.text import Document, Piece, assemble

if TYPE_CHECKING:
    _EmailPolicy = EmailPolicy[EmailMessage]  # the types know what the class itself cannot be told
else:
    _EmailPolicy = EmailPolicy

HEADERS = ("From", "To", "Cc", "Date", "Subject")
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What the standard library's parser may raise at hostile messages instead of a defect."""
_HEAD = re.compile(rb"(?:[^\n]*[^\r\n][^\n]*\n)*")
"""The lines before the first empty one."""
_FALSE = frozenset({"us-ascii", "ascii", "unknown-8bit"})
"""Names of encodings that tell nothing where letters beyond ASCII stand."""


_LONGEST_HEADER = 30_000
"""Characters: a thousand addresses. The parser takes time and memory in the square of them."""


class _Policy(_EmailPolicy):
    """The rules of today's mail, with an end to what a header may hold."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        if sum(map(len, sourcelines)) > _LONGEST_HEADER:
            raise ValueError("a header without end")
        return super().header_source_parse(sourcelines)


class Body(NamedTuple):
    """Words of a message: bytes, and the reader that reads them."""

    words: bytes
    kind: str
    losses: tuple[Loss, ...] = ()


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a message; raises DamagedFileError, and what the reader of its body raises."""
    try:
        message, guessed = parse(data, path, limits)
        parts = _Parts(message)
        headers = headers_of(message)
        bodies = [_body(part, path, limits) for part in parts.bodies]
        hanging = [_take_off(part) for part in parts.hanging]
        pages = parts.pages()
    except _BROKEN as error:
        raise DamagedFileError(path, "it breaks the rules of e-mail", "Save the message anew.") from error
    tally = Tally()
    count(hanging, pages, tally)
    return compose(headers, bodies, (*guessed, *tally.losses()), path, limits)


def attachments(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of what hangs on a message; none for one that breaks the rules."""
    try:
        parts = _Parts(parse(data, Path("message.eml"), DEFAULT_LIMITS)[0])
        return documents(map(_take_off, parts.hanging), parts.pages())
    except _BROKEN:
        return ()


def parse(data: bytes, path: Path, limits: Limits) -> tuple[EmailMessage, tuple[Loss, ...]]:
    """A message, and what was guessed: letters beyond ASCII may stand in its headers in whatever encoding."""
    head = _HEAD.match(data)
    end = head.end() if head else 0
    headers, losses = decode(data[:end], path, limits.text_bytes)
    body = data[end:].decode("ascii", "surrogateescape")
    return message_from_string(headers + body, policy=_Policy()), losses


def headers_of(message: EmailMessage) -> list[tuple[str, str]]:
    """Those of its headers that a letter would have, in the order of a letter."""
    return [(name, str(value)) for name in HEADERS if (value := message[name])]


def compose(
    headers: list[tuple[str, str]], bodies: list[Body], losses: tuple[Loss, ...], path: Path, limits: Limits
) -> Document:
    """A message as a document: header lines, then each body as its reader reads it."""
    lines = "\n".join(f"{name}: {' '.join(value.split())}" for name, value in headers)
    read_bodies = [load_reader(body.kind)(body.words, path, limits) for body in bodies if body.words.strip()]
    document = assemble(bounded(_pieces(lines, read_bodies), limits.blocks, "paragraphs", path))
    told = [loss for body in bodies for loss in body.losses] + [loss for body in read_bodies for loss in body.losses]
    return document._replace(losses=(*told, *losses, *document.losses))


def _pieces(headers: str, bodies: list[Document]) -> Iterator[Piece]:
    if headers:
        yield Piece(headers, BlockKind.HEADER)
    for body in bodies:
        starts = [*(block.start for block in body.blocks), len(body.text)]
        for block, (start, end) in zip(body.blocks, pairwise(starts), strict=True):
            yield Piece(body.text[start:end], block.kind)


class _Parts:
    """The parts of a message: those that are its body, in order, and those that hang on it."""

    def __init__(self, message: EmailMessage) -> None:
        self.message = message
        self.hanging: list[MIMEPart] = []
        self._all_words: list[MIMEPart] = []
        self.bodies = self._words(message)

    def pages(self) -> list[bytes]:
        """The web pages among the body and its other versions."""
        return [_payload(part) for part in self._all_words if part.get_content_subtype() == "html"]

    def _words(self, part: MIMEPart) -> list[MIMEPart]:
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            versions = [self._words(child) for child in part.iter_parts()]
            is_choice = part.get_content_subtype() == "alternative"
            return _best(versions) if is_choice else [words for version in versions for words in version]
        if part is self.message or _is_words(part):
            self._all_words.append(part)
            return [part]
        self.hanging.append(part)
        return []


def _is_words(part: MIMEPart) -> bool:
    is_text = part.get_content_type() in {"text/plain", "text/html"}
    return is_text and not part.is_attachment() and not part.get_filename()


def _best(versions: list[list[MIMEPart]]) -> list[MIMEPart]:
    """Of versions of the same words: plain text where there is some, else the first that says anything."""
    speaking = [version for version in versions if any(_payload(part).strip() for part in version)]
    plain = (version for version in speaking if version[0].get_content_subtype() == "plain")
    return next(plain, speaking[0] if speaking else [])


def _body(part: MIMEPart, path: Path, limits: Limits) -> Body:
    kind = "html" if part.get_content_subtype() == "html" else "plain"
    charset = part.get_content_charset("")
    if kind == "html" and not charset:
        return Body(_payload(part), kind)  # the page may say it itself
    words, losses = decode(_payload(part), path, limits.text_bytes, "" if charset in _FALSE else charset)
    return Body(words.encode("utf-8", "replace"), kind, losses)


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _take_off(part: MIMEPart) -> Hanging:
    name = part.get_filename() or f"attachment.{part.get_content_subtype()}"
    if part.get_content_maintype() == "message":
        return Hanging(f"{Path(name).stem}.eml", part.as_bytes().partition(b"\n\n")[2])
    return Hanging(name, _payload(part), str(part["Content-ID"] or ""))
