"""Out and back: a letter is exported, edited in LibreOffice, saved as .docx, and checked."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from assistant.drafting.export import finalise, render
from assistant.drafting.proof import check_letter
from assistant.drafting.word.letters.wording import read_wording
from assistant.model.finding import Finding, Severity
from tests.drafting.desk import CARLSSON, bench, follow_up, template
from tests.drafting.libreoffice import edit_in_libreoffice, saved_by_libreoffice

LETTER = render(follow_up(), template(), bench())


def check(*edits: tuple[object, ...]) -> dict[str, Finding]:
    """Findings by code; none may be told twice."""
    findings = check_letter(edit_in_libreoffice(LETTER, *edits), bench())
    assert len({finding.code for finding in findings}) == len(findings), findings
    return {finding.code: finding for finding in findings}


def test_a_letter_only_opened_and_saved_in_libreoffice_has_nothing_to_put_right() -> None:
    assert check() == {}


def test_four_edits_are_told_and_nothing_else() -> None:
    found = check(
        ("replace", "correctional facilities in the future", "correctional facilities in the near future"),
        ("delete-note", 3),
        ("add-paragraph", "Your letter also gave assurances", "I add that the matter is urgent."),
        ("replace", "Brussels, 20 June 2019", "Brussels, 1 July 2019"),
    )
    assert set(found) == {"quotation-altered", "citation-deleted", "sentence-added", "letter-date-changed"}
    assert found["quotation-altered"].message == "You quote “near future”; the source has “future”."
    assert found["citation-deleted"].quote.startswith("we will continue to raise the issue of zero tolerance")
    assert found["sentence-added"].quote == "I add that the matter is urgent."
    assert found["sentence-added"].place == "paragraph 4"
    assert found["letter-date-changed"].advice.startswith("It read: “Brussels, 20 June 2019”.")
    errors = {code for code, finding in found.items() if finding.severity is Severity.ERROR}
    assert errors == {"quotation-altered", "citation-deleted"}


def test_footnotes_reworded_quotations_taken_out_and_another_addressee_are_told_and_nothing_else() -> None:
    found = check(
        ("reword-note", 1, "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes, para. 9."),
        ("replace", "we will continuously urge Kazakhstan to adhere to its international commitments", "no more"),
        ("replace", "H.E. Sven-Olov Carlsson", "Ms Anna Perez"),
        ("replace", "Such an acknowledgement calls for consequences. ", ""),
        ("replace", "I read it with attention", "You said “everything will soon be well again”. I read it with care"),
    )
    assert {code: finding.severity for code, finding in found.items()} == {
        "footnote-changed": Severity.ERROR,
        "quotation-removed": Severity.WARNING,
        "letter-addressee-changed": Severity.WARNING,
        "sentence-deleted": Severity.NOTE,
        "quotation-without-source": Severity.ERROR,
        "sentence-changed": Severity.NOTE,
    }


def test_a_letter_saved_by_libreoffice_keeps_what_it_was_made_from_and_loses_it_by_way_of_odt() -> None:
    assert check_letter(saved_by_libreoffice(LETTER, "docx"), bench()) == ()
    office = bench().model_copy(update={"seek": lambda _words: (CARLSSON,)})
    (finding,) = check_letter(saved_by_libreoffice(LETTER, "odt", "docx"), office)
    assert finding.code == "letter-without-sources"
    assert "7 of its 7 quotations stand word for word" in finding.message


def test_a_final_copy_of_a_letter_edited_in_libreoffice_holds_nothing_but_the_letter(
    make_pdf: Callable[[Path], Path], tmp_path: Path
) -> None:
    edited = edit_in_libreoffice(LETTER, ("add-paragraph", "Your letter also gave assurances", "I add one thing."))
    final = finalise(edited, bench())
    assert final == finalise(edited, bench())
    assert read_wording(final).paragraphs == read_wording(edited).paragraphs
    assert read_wording(final).marks == read_wording(edited).marks
    with zipfile.ZipFile(io.BytesIO(final)) as file:
        whole = b"".join(file.read(name) for name in file.namelist())
        assert not [name for name in file.namelist() if "customXml" in name or name == "docProps/app.xml"]
    for trace in (b"_Cited_", b"rsid", b"LibreOffice", b"follow-up"):
        assert trace not in whole
    path = tmp_path / "final.docx"
    path.write_bytes(final)
    assert make_pdf(path).exists()
