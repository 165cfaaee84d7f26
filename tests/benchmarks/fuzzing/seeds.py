"""Whole files of every format that is read, to be damaged: the letters of the tests, and mails made of them."""

from collections.abc import Mapping
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from tests.reading.outlook_file import BODY, DATA, HTML, NAME, SENDER, SUBJECT, outlook_message

LETTERS = Path(__file__).parents[2] / "letters"
SCANS = (".jpg", ".webp")
"""Formats that take seconds a file."""


@cache
def seeds() -> Mapping[str, tuple[bytes, ...]]:
    """Files by suffix."""
    found = {
        suffix: tuple(path.read_bytes() for path in sorted(LETTERS.glob(f"*{suffix}")))
        for suffix in (".docx", ".odt", ".rtf", ".pdf", *SCANS)
    }
    found[".docx"] += tuple(path.read_bytes() for path in sorted((LETTERS / "docxtpl").rglob("*.docx")))
    texts = tuple(path.read_bytes() for path in sorted(LETTERS.rglob("*.txt")))
    return found | {
        ".txt": texts,
        ".md": tuple(path.read_bytes() for path in LETTERS.glob("press_conference.txt")),
        ".html": (_page(texts[0]),),
        ".eml": (_mail(found[".docx"][0], found[".pdf"][0]),),
        ".msg": (_outlook(found[".docx"][0]),),
    }


def letters() -> tuple[str, ...]:
    """Letters of six languages, as text."""
    return tuple(data.decode("utf-8") for data in seeds()[".txt"])


def _page(text: bytes) -> bytes:
    paragraphs = b"".join(b"<p>%s</p>\n" % words for words in text.split(b"\n\n"))
    rows = b"<table><tr><td>Zarechny</td><td>27</td></tr></table><ul><li>first<ul><li>second</li></ul></li></ul>"
    head = b'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Reply</title></head>'
    return head + b"<body><nav><a href='/'>Home</a></nav><main>" + paragraphs + rows + b"</main></body></html>"


def _mail(*attached: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Sven-Olov Carlsson <carlsson@delegation.example>", "gomes@parliament.example"
    message["Date"], message["Subject"] = "Thu, 23 May 2019 10:00:00 +0200", "Więźniowie w Zarecznym"
    message.set_content(letters_of("carlsson"))
    message.add_alternative(_page(letters_of("carlsson").encode()).decode(), subtype="html")
    for number, data in enumerate(attached):
        message.add_attachment(
            data, "application", "octet-stream", filename=f"{number}.{'docx' if number == 0 else 'pdf'}"
        )
    return message.as_bytes()


def _outlook(attached: bytes) -> bytes:
    words = letters_of("carlsson")
    return outlook_message(
        {SENDER: "Sven-Olov Carlsson", SUBJECT: "Zarechny", BODY: words, HTML: _page(words.encode())},
        [{NAME: "reply.docx", DATA: attached}],
    )


def letters_of(name: str) -> str:
    """One of the letters, as text."""
    return (LETTERS / f"{name}.txt").read_text("utf-8")
