"""OpenDocument, rich text and mail: the seed says the same in each; hostile files end as named errors."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InputFileError
from assistant.model.quotation import fold
from assistant.model.source import BlockKind
from assistant.reading import attachments, read, read_bytes
from tests.conftest import LETTERS

CARLSSON = (LETTERS / "carlsson.txt").read_text("utf-8")


def mail(text: str = CARLSSON, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Sven-Olov Carlsson <carlsson@delegation.example>"
    message["To"] = "Ana Gomes <gomes@parliament.example>"
    message["Date"] = "Thu, 23 May 2019 10:00:00 +0200"
    message["Subject"] = "Prisoners in Zarechny"
    message.set_content(text, subtype=subtype)
    return message


@pytest.mark.parametrize("name", ["carlsson.odt", "carlsson.rtf"])
def test_the_letter_says_the_same_in_every_format(name: str) -> None:
    source = read(LETTERS / name)
    assert fold(source.text) == fold(CARLSSON)
    assert source.description.losses == ()
    assert len(source.blocks) == len(read(LETTERS / "carlsson.txt").blocks)


def test_a_mail_is_its_headers_and_its_body() -> None:
    source = read_bytes(mail().as_bytes(), "reply.eml")
    (first, headers), *body = source.block_texts()
    assert first.kind is BlockKind.HEADER
    assert headers.splitlines()[0] == "From: Sven-Olov Carlsson <carlsson@delegation.example>"
    assert fold("\n\n".join(words for _, words in body)) == fold(CARLSSON)


def test_a_mail_written_as_a_web_page_is_read_as_one() -> None:
    page = "<p>Dear Ms Gomes,</p><p>We will <b>visit</b> the prison.</p><script>alert(1)</script>"
    source = read_bytes(mail(page, "html").as_bytes(), "reply.eml")
    assert "We will visit the prison." in source.text
    assert "alert" not in source.text


def test_what_hangs_on_a_mail_is_told_and_can_be_read_by_itself() -> None:
    message = mail()
    letter = (LETTERS / "carlsson.docx").read_bytes()
    message.add_attachment(letter, maintype="application", subtype="octet-stream", filename="reply.docx")
    source = read_bytes(message.as_bytes(), "reply.eml")
    assert [loss.what for loss in source.description.losses] == ["1 attachment is a document of its own: “reply.docx”"]
    [(name, data)] = attachments(message.as_bytes(), Path("reply.eml"))
    assert fold(read_bytes(data, name).text) == fold(CARLSSON)


def test_a_file_that_is_no_mail_has_nothing_attached() -> None:
    assert attachments(b"hello", Path("letter.txt")) == ()
    assert attachments(b"", Path("empty.eml")) == ()


def test_tracked_deletions_notes_lists_and_comments_of_an_opendocument_text(tmp_path: Path) -> None:
    source = read(LETTERS / "changes.odt")
    texts = [words for _, words in source.block_texts()]
    assert any("We visited the prison[" not in words and "We visited the prison" in words for words in texts)
    assert "[1] Report of 2018." in texts
    assert "1. the first demand" in texts
    assert not any("withdrawn" in words for words in texts)
    assert any("deletion" in loss.what and "withdrawn" in loss.what for loss in source.description.losses)
    assert any("comment" in loss.what for loss in source.description.losses)


def test_what_rich_text_holds_beside_its_words_is_told_and_struck_words_are_gone() -> None:
    words = rb"We {\deleted never }visited{\footnote In 2018.} Za\-rechny.{\deleted0  Gladly.}"
    data = rb"{\rtf1{\header Delegation\par}" + words + b"}"
    source = read_bytes(data, "letter.rtf")
    assert source.text == "We visited Zarechny. Gladly."
    assert [loss.what for loss in source.description.losses] == [
        "1 note was left out",
        "Headers and footers were left out",
        "1 tracked deletion was left out",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml", "a.md"])
def test_a_soft_hyphen_is_no_part_of_a_word(name: str) -> None:
    head = "Subject: Prisoners\n\n" if name == "a.eml" else ""
    text = f"{head}The Euro\u00adpean Parliament visited Za\u00adrechny."
    assert "The European Parliament visited Zarechny." in read_bytes(text.encode(), name).text


def test_a_soft_hyphen_at_the_end_of_a_line_joins_both_halves() -> None:
    assert read_bytes("The Parlia\u00ad\r\n  ment visited".encode(), "a.txt").text == "The Parliament visited"


STARTS = {".rtf": b"{\\rtf1 ", ".msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".odt": b"PK\x03\x04", ".eml": b"To: a\n\n"}


def read_or_refuse(data: bytes, name: str) -> str:
    """The text, or the sentence of the error."""
    try:
        return read_bytes(data, name).text
    except InputFileError as error:
        return str(error)


@given(st.binary(max_size=400), st.sampled_from(sorted(STARTS)))
def test_any_bytes_are_a_source_or_a_named_error(data: bytes, suffix: str) -> None:
    for content in (data, STARTS[suffix] + data):
        assert read_or_refuse(content, f"letter{suffix}")


@pytest.mark.parametrize("name", ["carlsson.odt", "carlsson.rtf"])
@given(data=st.data())
def test_a_damaged_file_is_a_source_or_a_named_error(name: str, data: st.DataObject) -> None:
    whole = bytearray((LETTERS / name).read_bytes())
    at = data.draw(st.integers(0, len(whole) - 40))
    whole[at : at + data.draw(st.integers(1, 40))] = data.draw(st.binary(max_size=40))
    assert read_or_refuse(bytes(whole), name)
