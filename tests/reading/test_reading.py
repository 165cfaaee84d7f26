import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import reading
from assistant.errors import (
    EmptyFileError,
    InputFileError,
    TooLargeFileError,
    UnreadableFileError,
    UnsupportedFileError,
)
from assistant.model.quotation import fold
from assistant.model.source import RUNNING_TEXT, BlockKind, Source
from tests.conftest import LETTERS

BODY = RUNNING_TEXT | {BlockKind.HEADING}


def words_of(source: Source) -> str:
    return fold(" ".join(text for block, text in source.block_texts() if block.kind in BODY))


@pytest.mark.parametrize("name", ["carlsson.docx", "carlsson.pdf", "carlsson_printed.docx", "carlsson_printed.pdf"])
def test_a_letter_says_the_same_in_every_format(name: str) -> None:
    assert words_of(reading.read(LETTERS / name)) == fold((LETTERS / "carlsson.txt").read_text("utf-8"))


@pytest.mark.parametrize("name", ["carlsson.docx", "carlsson.pdf"])
def test_a_letter_has_the_same_paragraphs_in_every_format(name: str) -> None:
    text = reading.read(LETTERS / "carlsson.txt")
    same = reading.read(LETTERS / name)
    assert [fold(words) for _, words in same.block_texts()] == [fold(words) for _, words in text.block_texts()]


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf"])
def test_a_source_knows_its_name_its_bytes_and_its_type(suffix: str) -> None:
    path = LETTERS / f"carlsson{suffix}"
    description = reading.read(path).description
    assert description.name == path.name
    assert description.sha256 == reading.read_bytes(path.read_bytes(), path.name).description.sha256
    assert description.media_type


def test_readable_suffixes_are_those_with_a_reader() -> None:
    assert {".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".odt", ".rtf", ".eml"} <= reading.readable_suffixes()
    assert not {".doc", ".xlsx", ".zip"} & reading.readable_suffixes()


def test_a_plain_letter_waits_for_no_library() -> None:
    heavy = "{'lxml', 'pypdfium2', 'docx', 'markdown_it', 'charset_normalizer'}"
    program = (
        "import sys; from pathlib import Path; from assistant import reading;"
        f"reading.read(Path({str(LETTERS / 'carlsson.txt')!r})); print({heavy} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"nothing\.txt: there is no such file"):
        reading.read(tmp_path / "nothing.txt")


def test_a_folder_is_no_letter(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="it is a folder"):
        reading.read(tmp_path)


def test_a_name_no_system_knows_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        reading.read(Path("a\0b.txt"))


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ms Gomes", "utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFileError, match="does not let you read it"):
        reading.read(path)


def test_a_device_is_no_letter() -> None:
    with pytest.raises(UnreadableFileError):
        reading.read(Path(os.devnull))


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    with pytest.raises(TooLargeFileError, match=r"it is 5,000 MB large; no more than 200 MB are read"):
        reading.read(path)


def test_the_limit_of_a_file_can_be_set() -> None:
    with pytest.raises(TooLargeFileError):
        reading.read_bytes(b"Dear Ms Gomes", "letter.txt", reading.Limits(file_bytes=5))


@pytest.mark.parametrize("suffix", sorted(reading.readable_suffixes()))
def test_an_empty_file_is_named_so(suffix: str) -> None:
    with pytest.raises(EmptyFileError, match="it is empty"):
        reading.read_bytes(b"", f"letter{suffix}")


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf", b"- - -", b"\0"])
def test_a_text_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match="it holds no words"):
        reading.read_bytes(data, "letter.txt")


def test_what_was_left_out_is_told_even_of_a_file_without_words(
    pdf_file: Callable[..., bytes], without_tesseract: None
) -> None:
    with pytest.raises(EmptyFileError, match="this page is a picture: its words were not read"):
        reading.read_bytes(pdf_file([[]], pictures=[1]), "scan.pdf")


@settings(max_examples=60)
@given(data=st.binary(max_size=400), suffix=st.sampled_from([*sorted(reading.readable_suffixes()), ".doc", ".eml", ""]))
def test_any_bytes_end_as_a_source_or_a_named_failure(data: bytes, suffix: str) -> None:
    with suppress(InputFileError):
        assert reading.read_bytes(data, f"letter{suffix}").text.strip()


@settings(max_examples=40)
@given(at=st.integers(0, 9000), junk=st.binary(max_size=40), name=st.sampled_from(["carlsson.docx", "carlsson.pdf"]))
def test_a_damaged_file_ends_as_a_source_or_a_named_failure(at: int, junk: bytes, name: str) -> None:
    data = (LETTERS / name).read_bytes()
    with suppress(InputFileError):
        assert reading.read_bytes(data[:at] + junk + data[at + len(junk) :], name).text.strip()


def test_garbage_is_not_taken_for_text() -> None:
    with pytest.raises(UnsupportedFileError, match="neither text nor in a format that is read"):
        reading.read_bytes(bytes(range(256)) * 20, "letter.txt")
