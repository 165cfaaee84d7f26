"""Out and back: a letter is exported, edited in LibreOffice, saved as .docx, and checked."""

from assistant.drafting.export import render
from assistant.drafting.proof import check_letter
from assistant.model.finding import Finding, Severity
from tests.drafting.desk import bench, follow_up, template
from tests.drafting.libreoffice import edit_in_libreoffice

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
