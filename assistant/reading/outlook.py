"""Outlook messages (.msg), through python-oxmsg: as an e-mail, headers first, then the body.

What hangs on a message is given to the other readers, like the attachments of any mail; none is opened here.
"""

import struct
from io import BytesIO
from pathlib import Path

from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.domain import constants
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
from oxmsg.recipient import Recipient

from assistant.errors import DamagedFileError
from assistant.reading.hanging import Hanging, count, documents
from assistant.reading.limits import Limits
from assistant.reading.losses import Tally
from assistant.reading.mail import HEADERS, Body, compose, headers_of, parse
from assistant.reading.text import Document

_TO, _COPY = 1, 2
"""Values of PidTagRecipientType ([MS-OXOMSG] 2.2.3.1)."""
_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, OSError, AssertionError, ArithmeticError, RecursionError,
    struct.error, UnrecognizedCodePageError, UnsupportedEncodingError,
)  # fmt: skip


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a message; raises DamagedFileError, and what the reader of its body raises."""
    try:
        message = Message.load(BytesIO(data))
        headers = _headers(message, path, limits)
        page = _page(message)
        words = message.body or ""
        hanging = [_take_off(each) for each in message.attachments]
    except _BROKEN as error:
        raise DamagedFileError(path, "it breaks the rules of Outlook messages", "Save the message anew.") from error
    body = Body(words.encode("utf-8", "replace"), "plain") if words.strip() else Body(page, "html")
    tally = Tally()
    count(hanging, [page], tally)
    return compose(headers, [body], tally.losses(), path, limits)


def attachments(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of what hangs on a message; none for one that breaks the rules."""
    try:
        message = Message.load(BytesIO(data))
        return documents([_take_off(each) for each in message.attachments], [_page(message)])
    except _BROKEN:
        return ()


def _page(message: Message) -> bytes:
    """The message as a web page, which says itself in which encoding it is; empty where there is none."""
    page = message.properties.binary_prop_value(constants.PID_HTML)
    if page is None:
        return (message.properties.str_prop_value(constants.PID_BODY_HTML) or "").encode("utf-8", "replace")
    return page


def _take_off(attachment: Attachment) -> Hanging:
    """An attachment; a message inside a message has no bytes of its own."""
    properties = attachment.properties
    names = (constants.PID_ATTACH_LONG_FILENAME, constants.PID_ATTACH_FILENAME, constants.PID_DISPLAY_NAME)
    name = next(filter(None, map(properties.str_prop_value, names)), "attachment")
    return Hanging(name, attachment.file_bytes, properties.str_prop_value(constants.PID_ATTACH_CONTENT_ID) or "")


def _headers(message: Message, path: Path, limits: Limits) -> list[tuple[str, str]]:
    """Those of the message as it was sent, else what Outlook keeps itself: mail inside an office was never sent."""
    text = message.properties.str_prop_value
    sent = message.sent_date
    kept = {
        "From": message.sender or text(constants.PID_SENDER_NAME),
        "To": _recipients(message, _TO),
        "Cc": _recipients(message, _COPY),
        "Date": sent.strftime("%d %B %Y %H:%M") if sent else "",
        "Subject": message.subject,
    }
    transport = text(constants.PID_TRANSPORT_MESSAGE_HEADERS) or ""
    found = kept | dict(headers_of(parse(transport.encode("utf-8", "replace"), path, limits)[0]))
    return [(name, value) for name in HEADERS if (value := found[name])]


def _recipients(message: Message, kind: int) -> str:
    return "; ".join(map(_called, (each for each in message.recipients if _kind(each) == kind)))


def _called(recipient: Recipient) -> str:
    """Name and address; inside an office the address is a path of the directory, which tells people nothing."""
    address = recipient.email_address
    return f"{recipient.name} <{address}>" if "@" in address else recipient.name


def _kind(recipient: Recipient) -> int:
    return recipient.properties.int_prop_value(constants.PID_RECIPIENT_TYPE) or _TO
