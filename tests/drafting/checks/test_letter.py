"""Exported letters after somebody has edited them in Word."""

import io
import zipfile

import pytest

from assistant.drafting.export import render
from assistant.drafting.proof import check_letter
from assistant.errors import RefusedTemplateError
from assistant.model.finding import Finding, Severity
from tests.drafting.carlsson import ID
from tests.drafting.desk import bench, follow_up, template

LETTER = render(follow_up(), template(), bench())


def edited(old: str, new: str) -> bytes:
    """The letter with words of its main text changed, as Word would save it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(LETTER)) as letter, zipfile.ZipFile(made, "w") as copy:
        for name in letter.namelist():
            content = letter.read(name).decode("utf-8")
            if name == "word/document.xml":
                assert old in content
                content = content.replace(old, new)
            copy.writestr(name, content)
    return made.getvalue()


def check(old: str, new: str) -> tuple[Finding, ...]:
    return check_letter(edited(old, new), bench())


def test_words_outside_of_quotations_may_be_changed() -> None:
    assert check("I read it with attention", "I read it with great attention") == ()


def test_a_word_changed_inside_a_quotation_is_an_error_that_names_both() -> None:
    (finding,) = check("correctional facilities in the future", "correctional facilities in the near future")
    assert (finding.code, finding.severity) == ("quotation-altered", Severity.ERROR)
    assert finding.message == "You quote “near future”; the source has “future”."
    assert finding.place.startswith("paragraph ")


def test_typography_that_word_corrects_by_itself_changes_nothing() -> None:
    assert check("Member States' embassies", "Member States’ embassies") == ()


def test_a_quotation_taken_out_is_told() -> None:
    (finding,) = check("we will continuously urge Kazakhstan to adhere to its international commitments", "nothing")
    assert (finding.code, finding.severity) == ("quotation-removed", Severity.WARNING)


def test_a_quotation_put_in_after_the_export_names_no_source() -> None:
    (finding,) = check("I read it with attention", "You said “we shall overcome all of this” and I read it")
    assert (finding.code, finding.quote) == ("quotation-without-source", "we shall overcome all of this")


def test_a_precedent_that_left_the_office_is_told() -> None:
    findings = check_letter(LETTER, bench().model_copy(update={"shelf": {}.get}))
    assert {finding.code for finding in findings} == {"citation-unknown-precedent"}
    assert all(ID in finding.message for finding in findings)


def test_a_file_that_is_no_letter_is_refused() -> None:
    with pytest.raises(RefusedTemplateError):
        check_letter(b"no zip", bench())
