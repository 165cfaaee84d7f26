"""A template that LibreOffice saved: written by it anew, every part, and filled as before."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant.drafting.word.letters.pdf import find_libreoffice
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, Picture, RichText, Run
from tests.drafting.word.building import body_of, paragraph, printed, run, table
from tests.drafting.word.picturing import drawing, png, with_image1

_NOTE = Footnote(text="Letter of 23 May 2019, para. 4.")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A template with tags of every kind, opened and saved by LibreOffice."""
    program = find_libreoffice()
    if program is None:
        pytest.skip("runs where LibreOffice is installed, as in .ci/run")
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "template.docx").write_bytes(
        with_image1(
            paragraph(drawing("logo", "logo")),
            paragraph("Dear {{ na", run("me|up", "<w:b/>"), "per }},"),
            "{%p for question in questions %}",
            "{{ loop.index }}. {{ question }}{% if not loop.last %};{% endif %}",
            "{%p endfor %}",
            "{{ body }}",
            table(("{%tr for p in people %}",), ("{{ p.name }}", "{{ p.group }}"), ("{%tr endfor %}",)),
            "{{ closing }}",
            header=paragraph("Reference {{ reference }}"),
        )
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "saved"),
        str(folder / "template.docx"),
    ]
    subprocess.run([program, "--headless", profile, *convert], check=True, capture_output=True, timeout=120)
    return (folder / "saved" / "template.docx").read_bytes()


def test_nothing_is_wrong_with_it(saved: bytes) -> None:
    assert compile_template(saved, "letter.docx").findings == ()


def test_it_is_filled_and_valid_to_word(
    saved: bytes, tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]
) -> None:
    letter = tmp_path / "letter.docx"
    cited = RichText(runs=(Run(text="we will keep visiting", note=_NOTE),))
    letter.write_bytes(
        compile_template(saved, "letter.docx").fill(
            {
                "logo": Picture(data=png(30, 30), description="European Parliament"),
                "name": "Ana",
                "questions": ["When", "Where"],
                "body": Blocks(paragraphs=(Paragraph(text=cited),)),
                "people": [{"name": "Gomes", "group": "S&D"}, {"name": "Kyuchyuk", "group": "ALDE"}],
                "closing": "Yours\nsincerely",
                "reference": "AG/17",
            }
        )
    )
    assert body_of(letter.read_bytes()) == [
        "Dear ANA,",
        "1. When;",
        "2. Where",
        "we will keep visiting",
        "Gomes",
        "S&D",
        "Kyuchyuk",
        "ALDE",
        "Yours\nsincerely",
    ]
    said = printed(letter.read_bytes())
    assert "Reference AG/17" in [line for part, lines in said.items() if "header" in part for line in lines]
    assert [line.strip() for line in said["word/footnotes.xml"]] == [_NOTE.text]
    (shape,) = docx.Document(str(letter)).inline_shapes
    assert shape.width == shape.height
    assert ooxml_errors(letter) == []
