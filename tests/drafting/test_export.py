"""The whole way: compose, check, export, check the exported letter."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.drafting.checks.template import check_folder
from assistant.drafting.export import letter_values, render
from assistant.drafting.language import load_language
from assistant.drafting.proof import check_draft, check_letter
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks
from assistant.errors import FindingsError, UnfaithfulLetterError
from assistant.model.draft import Draft
from assistant.model.fact import Review
from tests.drafting.carlsson import ID, PROMISES, carlsson
from tests.drafting.desk import CARLSSON, GOLDEN, bench, follow_up, letter_as_text, parts, template
from tests.drafting.word.building import make_document, paragraph, unpack
from tests.drafting.word.picturing import drawing, png, with_image1

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_follow_up_to_the_letter_of_23_may_2019_reads_like_this() -> None:
    letter = letter_as_text(render(follow_up(), template(), bench()))
    assert letter == (GOLDEN / "follow-up-carlsson.txt").read_text("utf-8")


def test_every_promise_stands_word_for_word_above_a_note_that_names_letter_date_and_paragraph() -> None:
    letter = letter_as_text(render(follow_up(), template(), bench()))
    for fact_id, words in PROMISES.items():
        mark = re.search(re.escape(words) + r"”\.?\[(\d)\]", letter)
        fact = CARLSSON.fact(fact_id)
        assert mark
        assert fact
        paragraph = CARLSSON.locator(fact).paragraph
        assert f"[{mark[1]}] Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes, para. {paragraph}." in letter


def test_a_draft_just_composed_has_nothing_to_put_right() -> None:
    assert check_draft(follow_up(), template(), bench()) == ()


def test_a_letter_with_an_altered_quotation_is_not_made() -> None:
    draft = follow_up()
    altered = draft.model_copy(update={"body": draft.body.replace("in the future", "in the near future")})
    with pytest.raises(FindingsError) as caught:
        render(altered, template(), bench())
    assert [finding.message for finding in caught.value.findings] == [
        "You quote “near future”; the source has “future”."
    ]


def test_a_letter_that_lacks_quoted_words_is_not_made_whatever_its_template_did_with_them(tmp_path: Path) -> None:
    silent = template().model_copy(update={"folder": tmp_path})
    (tmp_path / silent.documents["en"]).write_bytes(make_document("{{ salutation }}", "{{ closing }}"))
    with pytest.raises(UnfaithfulLetterError, match="look whether the template prints the body"):
        render(follow_up(), silent, bench())


def test_a_fact_rejected_after_composing_keeps_the_letter_from_being_made() -> None:
    with pytest.raises(FindingsError) as caught:
        render(follow_up(), template(), bench(carlsson({"f14": Review.REJECTED})))
    assert [finding.code for finding in caught.value.findings] == ["citation-rejected"]


def test_the_file_says_whose_letter_it_is_and_in_which_language() -> None:
    core = parts(render(follow_up(), template(), bench()))["docProps/core.xml"]
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert said["title"] == "Follow-up to your letter of 23 May 2019"
    assert said["creator"] == "Ana Gomes"
    assert str(said["created"]).startswith("2019-06-20")
    assert str(said["language"]).startswith("en")


def test_words_quoted_from_another_language_are_marked_as_such() -> None:
    record = CARLSSON.record.model_copy(update={"language": "fr"})
    french = CARLSSON.model_copy(update={"record": record})
    document = parts(render(follow_up(), template(), bench(french)))["word/document.xml"]
    marked = {
        "".join(text.text or "" for text in run.iter(f"{_W}t"))
        for run in document.iter(f"{_W}r")
        for language in run.iter(f"{_W}lang")
        if str(language.get(f"{_W}val")).startswith("fr")
    }
    assert PROMISES["f14"] in marked
    assert not any("You wrote" in words for words in marked)


def test_the_last_paragraph_stays_with_the_signature() -> None:
    document = parts(render(follow_up(), template(), bench()))["word/document.xml"]
    styles = [style.get(f"{_W}val") for style in document.iter(f"{_W}pStyle")]
    assert styles[styles.index("LetterClosing") - 1] == "LetterLast"


@pytest.mark.parametrize("final", [False, True])
def test_only_a_working_copy_remembers_where_its_quotations_come_from(final: bool) -> None:
    findings = check_letter(render(follow_up(), template(), bench(), final=final), bench())
    assert [finding.code for finding in findings] == (["letter-without-sources"] if final else [])


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert render(follow_up(), template(), bench()) == render(follow_up(), template(), bench())


def test_a_long_address_pushes_the_letter_down_and_loses_no_line(
    make_pdf: Callable[[Path], Path], tmp_path: Path
) -> None:
    draft = follow_up()
    recipient = {"name": "X", "lines": [f"Line {number}" for number in range(1, 12)]}
    long = draft.model_copy(update={"fields": {**draft.fields, "recipient": recipient}})
    words = pdf_words(make_pdf(written(tmp_path, long)))
    lines = [top for word, _, top in words if word == "Line"]
    subject = next(top for word, _, top in words if word == "Follow-up")
    assert len(lines) == 11
    assert max(lines) < subject


def test_the_letter_is_valid_to_word(ooxml_errors: Callable[[Path], list[str]], tmp_path: Path) -> None:
    assert ooxml_errors(written(tmp_path, follow_up())) == []


def test_the_address_stands_in_the_window_of_the_envelope(make_pdf: Callable[[Path], Path], tmp_path: Path) -> None:
    words = pdf_words(make_pdf(written(tmp_path, follow_up())))
    left, top = next((left, top) for word, left, top in words if word == "H.E.")
    assert left == pytest.approx(25, abs=0.5)
    assert top == pytest.approx(50, abs=1.5)


def written(folder: Path, draft: Draft) -> Path:
    path = folder / "letter.docx"
    path.write_bytes(render(draft, template(), bench()))
    return path


def pdf_words(path: Path) -> list[tuple[str, float, float]]:
    """Words of the first page with their distance from the left and the upper edge in millimetres."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0]
        text = page.get_textpage()
        height = page.get_height()
        found = []
        for word in re.finditer(r"\S+", text.get_text_range()):
            left, _, _, top = text.get_charbox(word.start(), loose=True)
            found.append((word[0], left * 25.4 / 72, (height - top) * 25.4 / 72))
    return found


def test_shipped_templates_have_nothing_to_put_right() -> None:
    for name in ("follow-up", "inquiry"):
        assert check_folder(template(name)) == ()


def test_an_exported_letter_still_quotes_what_its_sources_say() -> None:
    data = render(follow_up(), template(), bench())
    assert check_letter(data, bench()) == ()
    codes = {finding.code for finding in check_letter(data, bench(carlsson({"f14": Review.OBSOLETE})))}
    assert codes == {"citation-obsolete"}
    assert ID in letter_sources(data)


def letter_sources(data: bytes) -> str:
    from assistant.drafting.word.letters.provenance import read

    return (read(data) or b"").decode("utf-8")


@pytest.mark.parametrize("logo", [png(40, 10), None], ids=["a logo", "no logo"])
def test_the_logo_of_the_office_stands_where_the_template_has_a_place_for_it(logo: bytes | None) -> None:
    office = bench().model_copy(update={"logo": logo})
    values = letter_values(follow_up(), template(), office, load_language("en"), Blocks())
    letter = unpack(compile_template(with_image1(paragraph(drawing("logo"))), "letter.docx").fill(values))
    assert [data for name, data in letter.items() if "media" in name] == ([logo] if logo else [])
    assert (b'descr="European Parliament"' in letter["word/document.xml"]) == (logo is not None)
