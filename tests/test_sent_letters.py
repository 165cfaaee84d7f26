"""Letters made here, filed again: their citations intact, the words they quote attributed to who said them."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant.cli.main import main
from assistant.founding import make_office
from assistant.model.fact import Review
from assistant.model.precedent import Precedent
from assistant.office import Office

CARLSSON = "2019-05-23-carlsson-gomes"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    folder = tmp_path / "office"
    make_office(folder, examples=True)
    monkeypatch.chdir(folder)
    return Office(folder)


@pytest.fixture
def letter(desk: Office, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["letter", "follow-up", "--answering", CARLSSON, "-o", "sent.docx"]) == 0
    capsys.readouterr()
    return desk.folder / "sent.docx"


def filed(desk: Office, letter: Path) -> Precedent:
    (outcome,) = desk.add([letter])
    assert outcome.id, outcome.error
    return desk.precedent(outcome.id)


def test_a_sent_letter_is_filed_with_a_link_to_the_letter_it_answers_and_cites(desk: Office, letter: Path) -> None:
    references = filed(desk, letter).record.letter.refers_to
    assert [each.precedent for each in references if each.date == "2019-05-23"] == [CARLSSON]
    assert desk.doctor() == ()


def test_words_it_quotes_stay_the_words_of_who_said_them(desk: Office, letter: Path) -> None:
    precedent = filed(desk, letter)
    quoted = [fact for fact in precedent.record.facts if fact.review is Review.OBSOLETE]
    assert len(quoted) == 7
    promise = next(fact for fact in quoted if "keep visiting correctional facilities" in fact.quote)
    assert [link.name for link in promise.by] == ["Ana Gomes", "Sven-Olov Carlsson"]
    assert promise.by[0].act == "quotes"
    assert promise.note
    assert promise.note.startswith(f"Cite them from {CARLSSON}#f")
    own = [fact for fact in precedent.record.facts if fact.review is Review.PROPOSED]
    assert not any("keep visiting" in fact.quote for fact in own)
    assert any(fact.quote.startswith("May I ask what these have been") for fact in own)


def test_quoted_words_cannot_be_cited_from_the_letter_that_quotes_them(desk: Office, letter: Path) -> None:
    precedent = filed(desk, letter)
    desk.review(precedent.id, accept=["all"])
    citable = {fact.quote for fact in desk.precedent(precedent.id).citable()}
    assert citable
    assert not any("zero tolerance on torture" in quote for quote in citable)


def test_a_letter_edited_since_is_filed_with_the_citations_that_are_left(desk: Office, letter: Path) -> None:
    document = docx.Document(str(letter))
    promise = next(paragraph for paragraph in document.paragraphs if "zero tolerance" in paragraph.text)
    parent = promise._element.getparent()
    assert parent is not None
    parent.remove(promise._element)
    document.save(str(letter))
    quoted = [fact for fact in filed(desk, letter).record.facts if fact.review is Review.OBSOLETE]
    assert len(quoted) == 6


def test_documents_this_office_does_not_hold_are_not_linked(
    letter: Path, tmp_path: Path, desk: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = Office(make_office(tmp_path / "elsewhere"))
    precedent = filed(elsewhere, letter)
    assert all(each.precedent is None for each in precedent.record.letter.refers_to)
    assert elsewhere.doctor() == ()


def test_reading_without_filing_tells_the_same_facts(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(letter), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert sum(fact.get("review") == "obsolete" for fact in facts) == 7


def test_a_final_copy_has_nothing_to_bring_along(desk: Office, letter: Path) -> None:
    desk.writing.export(letter, final=True)
    facts = filed(desk, letter.with_stem("sent-final")).record.facts
    assert all(fact.review is Review.PROPOSED for fact in facts)


@pytest.mark.parametrize("damage", [lambda data: data.replace(b"customXml/", b"customXmx/"), lambda data: data[:-9]])
def test_a_list_of_sources_that_cannot_be_read_keeps_no_letter_from_being_read(
    letter: Path, damage: Callable[[bytes], bytes]
) -> None:
    from assistant.preparing import prepare
    from assistant.sent_letters import with_sources

    prepared = prepare(letter)
    found = with_sources(prepared.extraction, prepared.source, damage(prepared.original), lambda _: True)
    assert found == prepared.extraction


def test_other_word_files_are_left_as_they_are(tmp_path: Path, desk: Office) -> None:
    from assistant.preparing import prepare
    from assistant.sent_letters import with_sources

    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Dear Ms Gomes, we will visit the prison. Yours sincerely, A. B.")
    document.save(made)
    path = tmp_path / "other.docx"
    path.write_bytes(made.getvalue())
    prepared = prepare(path)
    assert with_sources(prepared.extraction, prepared.source, prepared.original, lambda _: True) == prepared.extraction
