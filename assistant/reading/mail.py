"""E-mails (.eml): the headers a letter would have, then the body; attachments are documents of their own.

Nothing is fetched: pictures and styles a message only points to stay where they are.
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path

from assistant.errors import DamagedFileError
from assistant.model.source import BlockKind
from assistant.reading.formats import load_reader
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import Sort, Tally
from assistant.reading.text import Document, Piece, assemble

HEADERS = ("From", "To", "Cc", "Date", "Subject")
ATTACHMENT = Sort("1 attachment is a document of its own", "{} attachments are documents of their own")
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, IndexError)
"""What the standard library's parser may raise at hostile messages instead of a defect."""


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a message; raises DamagedFileError, and what the reader of its body raises."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        headers = [(name, str(message[name])) for name in HEADERS if message[name]]
        body, kind = _body(message)
        names = [name for name, _ in _attached(message)]
    except _BROKEN as error:
        raise DamagedFileError(path, "it breaks the rules of e-mail", "Save the message anew.") from error
    return compose(headers, body, kind, names, path, limits)


def attachments(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of what hangs on a message; none for one that breaks the rules."""
    try:
        return tuple(_attached(message_from_bytes(data, policy=policy.default)))
    except _BROKEN:
        return ()


def compose(
    headers: list[tuple[str, str]], body: bytes, kind: str, attached: list[str], path: Path, limits: Limits
) -> Document:
    """A message as a document: header lines, then the body read by the reader named `kind`."""
    lines = "\n".join(f"{name}: {' '.join(value.split())}" for name, value in headers)
    read_body = load_reader(kind)(body, path, limits) if body.strip() else Document("", ())
    tally = Tally()
    for name in attached:
        tally.add(ATTACHMENT, name)
    pieces = bounded(_pieces(lines, read_body), limits.blocks, "paragraphs", path)
    document = assemble(pieces)
    return document._replace(losses=read_body.losses + tally.losses() + document.losses)


def _pieces(headers: str, body: Document) -> Iterator[Piece]:
    if headers:
        yield Piece(headers, BlockKind.HEADER)
    starts = [*(block.start for block in body.blocks), len(body.text)]
    for block, (start, end) in zip(body.blocks, pairwise(starts), strict=True):
        yield Piece(body.text[start:end], block.kind)


def _body(message: EmailMessage) -> tuple[bytes, str]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return b"", "plain"
    content = part.get_content()
    words = content if isinstance(content, str) else bytes(content).decode("utf-8", "replace")
    return words.encode("utf-8", "replace"), "html" if part.get_content_subtype() == "html" else "plain"


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.iter_attachments():
        name = part.get_filename() or f"attachment.{part.get_content_subtype()}"
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield name, payload
        elif part.get_content_maintype() == "message":
            yield f"{Path(name).stem}.eml", part.as_bytes().partition(b"\n\n")[2]
