"""Exported letters after somebody has edited them in Word."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from assistant.drafting.export import render
from assistant.drafting.proof import check_letter
from assistant.drafting.provenance import read_provenance
from assistant.drafting.word.letters import provenance as word_provenance
from assistant.errors import RefusedTemplateError
from assistant.model.finding import Finding, Severity
from assistant.model.letter import DocumentKind
from tests.drafting.carlsson import ID, PROMISES
from tests.drafting.desk import CARLSSON, bench, follow_up, template

REPORT = CARLSSON.model_copy(
    update={"record": CARLSSON.record.model_copy(update={"id": "report", "kind": DocumentKind.REPORT})}
)
LETTER = render(follow_up(), template(), bench())
QUOTATIONS = read_provenance(word_provenance.read(LETTER) or b"").quotations


_MARK = r'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'


def rewritten(change: Callable[[str], str], part: str = "word/document.xml", letter: bytes = LETTER) -> bytes:
    """The letter with a part changed, as Word would save it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(letter)) as given, zipfile.ZipFile(made, "w") as copy:
        for name in given.namelist():
            content = given.read(name).decode("utf-8")
            if name == part:
                assert change(content) != content
                content = change(content)
            copy.writestr(name, content)
    return made.getvalue()


def edited(old: str, new: str) -> bytes:
    """The letter with words of its main text changed."""
    return rewritten(lambda xml: xml.replace(old, new))


def without_mark(number: int) -> bytes:
    """The letter without a footnote mark, its note left lying about."""
    return rewritten(lambda xml: re.sub(_MARK.format(number), "", xml))


def check(old: str, new: str) -> tuple[Finding, ...]:
    return check_letter(edited(old, new), bench())


def test_words_outside_of_quotations_may_be_changed_and_are_told_ours_and_theirs() -> None:
    (finding,) = check("I read it with attention", "I read it with great attention")
    assert (finding.code, finding.severity, finding.place) == ("sentence-changed", Severity.NOTE, "paragraph 1")
    assert finding.quote.startswith("I read it with great attention and am")
    assert finding.advice.startswith("It read: “I read it with attention and am")


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
    assert finding.severity is Severity.ERROR


def test_a_quotation_put_in_with_words_of_a_precedent_is_told_where_they_stand() -> None:
    added = "You said “his office is supporting the idea to limit searches in prisons” and I read it"
    office = bench().model_copy(update={"seek": lambda _words: (CARLSSON,)})
    (finding,) = check_letter(edited("I read it with attention", added), office)
    assert finding.code == "quotation-without-source"
    assert ID in finding.advice


def test_a_quotation_swapped_for_other_true_words_of_the_same_source_is_no_error() -> None:
    (finding,) = check(
        "we will continuously urge Kazakhstan to adhere to its international commitments",
        "we will keep visiting correctional facilities in the future",
    )
    assert (finding.code, finding.severity) == ("quotation-changed", Severity.NOTE)


def test_a_quotation_swapped_for_words_its_source_does_not_hold_is_an_error() -> None:
    (finding,) = check(
        "we will continuously urge Kazakhstan to adhere to its international commitments", "all of them will be free"
    )
    assert (finding.code, finding.severity) == ("quotation-altered", Severity.ERROR)


def test_a_footnote_taken_out_is_named_with_the_words_it_belongs_to() -> None:
    (finding,) = check_letter(without_mark(6), bench())
    assert (finding.code, finding.severity, finding.place) == ("citation-deleted", Severity.ERROR, "paragraph 12")
    assert finding.quote.startswith("Mr Zoltan Szalai")


def test_a_footnote_deleted_under_tracked_changes_counts_as_deleted() -> None:
    opening = '<w:del w:id="900" w:author="A" w:date="2019-06-21T00:00:00Z">'
    letter = rewritten(lambda xml: re.sub(_MARK.format(6), lambda mark: f"{opening}{mark[0]}</w:del>", xml))
    assert [finding.code for finding in check_letter(letter, bench())] == ["letter-tracked-changes", "citation-deleted"]


def test_two_footnotes_that_changed_places_are_both_told() -> None:
    def swap(xml: str) -> str:
        xml = xml.replace('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="X"/>')
        xml = xml.replace('<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="1"/>')
        return xml.replace('<w:footnoteReference w:id="X"/>', '<w:footnoteReference w:id="2"/>')

    findings = check_letter(rewritten(swap), bench())
    assert [(each.code, each.severity) for each in findings] == [("citation-moved", Severity.ERROR)] * 2


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("para. 1.", "para. 11.", Severity.ERROR),
        ("para. 1.", "para. 1. See also the report of the mission.", Severity.NOTE),
    ],
)
def test_a_footnote_that_says_something_else_is_an_error_and_one_with_more_to_say_is_not(
    old: str, new: str, severity: Severity
) -> None:
    letter = rewritten(lambda xml: xml.replace(old, new), "word/footnotes.xml")
    (finding,) = check_letter(letter, bench())
    assert (finding.code, finding.severity) == ("footnote-changed", severity)
    assert finding.advice == "It read: “Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes, para. 1.”"


def test_an_emptied_footnote_is_a_deleted_one() -> None:
    words = "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes, para. 1."
    (finding,) = check_letter(rewritten(lambda xml: xml.replace(words, ""), "word/footnotes.xml"), bench())
    assert finding.code == "citation-deleted"


def test_a_sentence_taken_out_and_one_moved_are_told_as_such() -> None:
    def move(xml: str) -> str:
        sentence = " I come back to it today to learn what has followed."
        assert sentence in xml
        return xml.replace(sentence, "").replace("by 19 July 2019?", f"by 19 July 2019?{sentence}")

    (moved,) = check_letter(rewritten(move), bench())
    assert (moved.code, moved.severity, moved.place) == ("sentence-moved", Severity.NOTE, "paragraph 13")
    (deleted,) = check(" Such an acknowledgement calls for consequences.", "")
    assert (deleted.code, deleted.severity) == ("sentence-deleted", Severity.NOTE)
    assert deleted.quote == "Such an acknowledgement calls for consequences."


def test_a_quotation_deleted_with_its_sentence_and_footnote_is_a_note_alone() -> None:
    paragraph = r"<w:p>(?:(?!</w:p>).)*we will continuously urge.*?</w:p>"
    (finding,) = check_letter(rewritten(lambda xml: re.sub(paragraph, "", xml)), bench())
    assert (finding.code, finding.severity) == ("sentence-deleted", Severity.NOTE)


def test_another_addressee_is_one_warning() -> None:
    def readdress(xml: str) -> str:
        for old, new in (("H.E. Sven-Olov Carlsson", "Ms Ana Perez"), (">European Union<", ">EU<")):
            assert old in xml
            xml = xml.replace(old, new)
        return xml

    (finding,) = check_letter(rewritten(readdress), bench())
    assert (finding.code, finding.severity) == ("letter-addressee-changed", Severity.WARNING)
    assert "Ms Ana Perez" in finding.message
    assert "H.E. Sven-Olov Carlsson" in finding.advice


def test_bookmarks_that_were_lost_and_paragraphs_that_were_split_change_nothing() -> None:
    def retype(xml: str) -> str:
        xml = re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml)
        return xml.replace(
            " I read it with attention",
            '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">I read it with attention',
        )

    assert check_letter(rewritten(retype), bench()) == ()


def test_ibid_behind_another_footnote_than_its_own_is_an_error() -> None:
    house = bench(CARLSSON, REPORT)
    style = house.settings.style.model_copy(update={"ibid": True})
    house = house.model_copy(update={"settings": house.settings.model_copy(update={"style": style})})
    promises = (f"{lead}: “{PROMISES[fact]}” [@{ID}#{fact}]." for lead, fact in (("One", "f14"), ("Two", "f16")))
    body = "\n\n".join(("A report says so [@report].", *promises))
    letter = render(follow_up().model_copy(update={"body": body}), template(), house)
    assert check_letter(letter, house) == ()
    gone = rewritten(lambda xml: re.sub(r"<w:p>(?:(?!</w:p>).)*One: .*?</w:p>", "", xml), letter=letter)
    codes = [finding.code for finding in check_letter(gone, house)]
    assert codes == ["sentence-deleted", "footnote-out-of-place"]


def test_a_letter_that_lost_its_provenance_is_checked_against_the_office_s_precedents() -> None:
    final = render(follow_up(), template(), bench(), final=True)
    office = bench().model_copy(update={"seek": lambda _words: (CARLSSON,)})
    (finding,) = check_letter(final, office)
    assert finding.code == "letter-without-sources"
    assert "7 of its 7 quotations stand word for word" in finding.message
    altered = rewritten(lambda xml: xml.replace("in the future", "in the near future"), letter=final)
    codes = {each.code: each.severity for each in check_letter(altered, office)}
    assert codes == {"letter-without-sources": Severity.WARNING, "quotation-altered": Severity.ERROR}


def test_a_precedent_that_left_the_office_is_told() -> None:
    findings = check_letter(LETTER, bench().model_copy(update={"shelf": {}.get}))
    assert {finding.code for finding in findings} == {"citation-unknown-precedent"}
    assert all(ID in finding.message for finding in findings)


def test_a_file_that_is_no_letter_is_refused() -> None:
    with pytest.raises(RefusedTemplateError):
        check_letter(b"no zip", bench())


def test_the_page_of_evidence_is_no_part_of_the_letter() -> None:
    letter = render(follow_up(), template(), bench(), evidence=True)
    assert check_letter(letter, bench()) == ()
    gone = rewritten(
        lambda xml: xml.replace("we will continuously urge", "we shall continuously urge", 1), letter=letter
    )
    assert [finding.code for finding in check_letter(gone, bench())] == ["quotation-altered"]


def test_no_word_between_quotation_marks_can_be_exchanged_or_added_without_an_error_and_nothing_else_is_told() -> None:
    told = []
    for record in QUOTATIONS:
        words = record.words.split()
        for number, word in enumerate(words):
            for new in ("never", f"{word} not"):
                altered = " ".join((*words[:number], new, *words[number + 1 :]))
                told.append([finding.code for finding in check(record.words, altered)])
    print(f"\n{len(told)} altered quotations in an edited letter, {told.count(['quotation-altered'])} told")
    assert len(told) > 150
    assert all(codes == ["quotation-altered"] for codes in told)


def test_a_quotation_made_shorter_but_still_true_is_no_error() -> None:
    (finding,) = check("Before that the Delegation also paid", "the Delegation also paid")
    assert (finding.code, finding.severity) == ("quotation-changed", Severity.NOTE)


@pytest.mark.parametrize("number", range(1, 8))
def test_every_footnote_taken_out_is_told_with_its_own_quotation(number: int) -> None:
    (finding,) = check_letter(without_mark(number), bench())
    assert (finding.code, finding.quote) == ("citation-deleted", QUOTATIONS[number - 1].words)
