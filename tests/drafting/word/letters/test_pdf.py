import re
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.drafting.word.letters import pdf
from assistant.drafting.word.letters.pdf import ConversionError, LibreOfficeMissingError, convert_to_pdf
from assistant.drafting.word.templates.annotate import annotate
from assistant.exports import save_pdf
from assistant.model.finding import Finding, Severity
from tests.drafting.word.building import make_document, paragraph, run


def written(folder: Path, letter: bytes, name: str = "letter.docx") -> Path:
    path = folder / name
    path.write_bytes(letter)
    return path


def words_of(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def test_letters_made_side_by_side_are_all_tagged_pdf_a_2b(make_pdf: Callable[[Path], Path], tmp_path: Path) -> None:
    letters = [written(tmp_path, make_document(f"Letter {number}"), f"Świątek & {number}.docx") for number in range(3)]
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(make_pdf, letters))
    for number, path in enumerate(made):
        data = path.read_bytes()
        assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>B</pdfaid:conformance>", data)
        assert b"/StructTreeRoot" in data
        assert b"/Lang(en-GB)" in data
        assert words_of(path).strip() == f"Letter {number}"


def test_no_comment_and_no_tracked_change_is_in_it(make_pdf: Callable[[Path], Path], tmp_path: Path) -> None:
    author = 'w:id="1" w:author="Jane" w:date="2019-06-21T08:00:00Z"'
    deleted = f"<w:del {author}><w:r><w:delText>never </w:delText></w:r></w:del>"
    inserted = f"<w:ins {author}>{run('soon ')}</w:ins>"
    found = Finding(code="x", severity=Severity.ERROR, message="Secret.", place="word/document.xml, paragraph 1")
    letter = written(tmp_path, annotate(make_document(paragraph("We will ", deleted, inserted, "come.")), [found]))
    before = letter.read_bytes()
    made = save_pdf(letter)
    assert made == letter.with_suffix(".pdf")
    assert words_of(made).strip() == "We will soon come."
    assert b"/Annot" not in made.read_bytes()
    assert letter.read_bytes() == before


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    with pytest.raises(LibreOfficeMissingError, match="print from Word"):
        convert_to_pdf(tmp_path / "letter.docx")


HANGS = """
import pathlib, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(99)"])
pathlib.Path(__file__ + ".child").write_text(str(child.pid))
child.wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="runs where a script can be a program, as in .ci/run")
@pytest.mark.parametrize(
    ("script", "seconds", "reason"),
    [
        ("import sys; sys.exit('no fonts')", 30, "no fonts"),
        ("pass", 30, "no reason given"),
        (HANGS, 3, "no answer within 3 seconds"),
    ],
)
def test_a_libreoffice_that_fails_or_hangs_is_told_and_nothing_of_it_goes_on(
    script: str, seconds: float, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!{sys.executable}\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: str(program))
    with pytest.raises(ConversionError, match=reason):
        convert_to_pdf(written(tmp_path, make_document("Text")), seconds)
    child = tmp_path / "soffice.child"
    if child.exists():
        assert is_gone(int(child.read_text("utf-8")))


def is_gone(process: int) -> bool:
    """Whether a process has ended, as soon as the system has noticed."""
    status = Path(f"/proc/{process}/stat")
    for _ in range(100):
        if not status.exists() or status.read_text("utf-8").split()[2] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_program_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: str(tmp_path / "nowhere"))
    with pytest.raises(ConversionError, match="could not be started"):
        convert_to_pdf(written(tmp_path, make_document("Text")))
