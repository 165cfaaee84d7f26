"""Outlook messages (.msg), through python-oxmsg: as an e-mail, headers first, then the body."""

from io import BytesIO
from pathlib import Path

from oxmsg import Message

from assistant.errors import DamagedFileError
from assistant.reading.limits import Limits
from assistant.reading.mail import HEADERS, compose
from assistant.reading.text import Document

_BROKEN = (ValueError, LookupError, TypeError, AttributeError, OSError, AssertionError)


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a message; raises DamagedFileError, and what the reader of its body raises."""
    try:
        message = Message.load(BytesIO(data))
        headers = _headers(message)
        html = message.html_body if not (message.body or "").strip() else None
        body, kind = (html, "html") if html else (message.body or "", "plain")
        names = [attachment.file_name or "attachment" for attachment in message.attachments]
    except _BROKEN as error:
        raise DamagedFileError(path, "it breaks the rules of Outlook messages", "Save the message anew.") from error
    return compose(headers, body.encode("utf-8", "replace"), kind, names, path, limits)


def attachments(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of what hangs on a message; none for one that breaks the rules."""
    try:
        found = Message.load(BytesIO(data)).attachments
        return tuple((each.file_name or "attachment", each.file_bytes) for each in found if each.file_bytes)
    except _BROKEN:
        return ()


def _headers(message: Message) -> list[tuple[str, str]]:
    """Those of the message as it was sent, else what Outlook keeps itself."""
    sent = message.sent_date
    kept = {
        "From": message.sender or "",
        "To": "; ".join(f"{each.name} <{each.email_address}>" for each in message.recipients),
        "Date": sent.strftime("%d %B %Y %H:%M") if sent else "",
        "Subject": message.subject or "",
    }
    transport = {name: value for name, value in (message.message_headers or {}).items() if value}
    found = [(name, transport.get(name) or kept.get(name, "")) for name in HEADERS]
    return [(name, value) for name, value in found if value]
