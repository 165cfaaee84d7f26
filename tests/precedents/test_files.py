import json
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import DamagedRecordError, ExternallyChangedError, UnknownPrecedentError, UnreadableFileError
from assistant.model.fact import Act, Fact, Review
from assistant.model.precedent import Extraction, Precedent
from assistant.model.source import make_source
from assistant.precedents.files import FileShelf
from assistant.precedents.layout import LOCK_FILE
from assistant.precedents.shelf import Shelf
from assistant.storage import digest_bytes, locked
from tests.precedents.conftest import Folders, put
from tests.precedents.letters import Annotated, carlsson, document

GOMES = "2019-05-23-carlsson-gomes"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_letter_stands_on_disk_as_record_text_and_original(shelf: FileShelf, folders: Folders) -> None:
    year = folders.precedents / "2019"
    assert names(year) == [f"{GOMES}.json", f"{GOMES}.original.txt", f"{GOMES}.txt"]
    letter = carlsson()
    assert (year / f"{GOMES}.txt").read_bytes().decode() == letter.source.text
    assert (year / f"{GOMES}.original.txt").read_bytes() == letter.original
    written = (year / f"{GOMES}.json").read_bytes().decode()
    record = json.loads(written)
    assert written == json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    assert list(record)[:3] == ["schema", "id", "kind"]
    assert "review" not in record["facts"][0]  # nobody has decided anything yet
    assert shelf.original(GOMES) == year / f"{GOMES}.original.txt"


SUFFIXES = [
    (".pdf", ".pdf"),
    (".PDF", ".pdf"),
    (".txt", ".original.txt"),
    (".json", ".original.json"),
    ("", ".original"),
    (".tar/gz", ".original"),
    (".письмо", ".original"),
]


@pytest.mark.parametrize(("suffix", "end"), SUFFIXES)
def test_the_original_keeps_its_bytes_beside_record_and_text(
    empty: FileShelf, folders: Folders, suffix: str, end: str
) -> None:
    original = bytes(range(256))
    source = make_source("A note.", (), name=f"scan{suffix}", original=original, media_type="application/octet-stream")
    filed = empty.put(Extraction(), source, original, suffix)
    kept = empty.original(filed.id)
    assert kept.name == f"{filed.id}{end}"
    assert kept.read_bytes() == original
    assert empty.get(filed.id).precedent.text == "A note."
    assert len(names(folders.precedents / "undated")) == 3


def test_what_was_filed_comes_back_as_it_was(shelf: FileShelf) -> None:
    letter = carlsson()
    precedent = shelf.get(GOMES).precedent
    assert precedent.text == letter.source.text
    assert precedent.record.source == letter.source.description
    assert precedent.record.facts == letter.extraction.facts
    assert precedent.record.letter == letter.extraction.letter


def test_the_office_sees_a_shelf_and_no_files(shelf: FileShelf) -> None:
    def ids_on(any_shelf: Shelf) -> tuple[str, ...]:
        return any_shelf.ids()

    assert ids_on(shelf) == ("2018-05-15-open-dialog-foundation", GOMES)


def test_the_same_bytes_are_not_filed_twice(shelf: FileShelf) -> None:
    again = put(shelf, carlsson())
    assert (again.id, again.duplicate) == (GOMES, True)
    assert len(shelf.ids()) == 2


def test_letters_of_one_name_are_numbered(empty: FileShelf) -> None:
    found = Annotated(date="2018-05-15", date_words="15 May 2018", recipient="Ana Gomes")
    filed = [put(empty, document(f"15 May 2018, Ana Gomes {n}".encode(), found)).id for n in range(9)]
    assert filed[:3] == ["2018-05-15-gomes", "2018-05-15-gomes-2", "2018-05-15-gomes-3"]
    assert len(set(filed)) == 9


def test_a_letter_without_a_date_lies_with_the_undated(empty: FileShelf, folders: Folders) -> None:
    filed = put(empty, document(b"A note.", name="Lettre.txt"))
    assert filed.id == "undated-lettre"
    assert (folders.precedents / "undated" / "undated-lettre.json").exists()


def test_the_folder_of_people_is_no_year(shelf: FileShelf, folders: Folders) -> None:
    (folders.precedents / "people").mkdir()
    (folders.precedents / "people" / "ana-gomes.json").write_text("{}", "utf-8")
    assert len(shelf.ids()) == 2
    with pytest.raises(UnknownPrecedentError):
        shelf.get("ana-gomes")


def test_an_unknown_id_is_answered_with_the_nearest(shelf: FileShelf) -> None:
    with pytest.raises(UnknownPrecedentError) as error:
        shelf.get("2019-05-23-carlson-gomez")
    assert error.value.known[0] == GOMES
    for nonsense in ("", "../2019/x", "2019/../../etc/passwd", "ЖЖЖ", "\x00"):
        with pytest.raises(UnknownPrecedentError):
            shelf.get(nonsense)


NONSENSE = [
    ('"act": "commitment"', '"act": "promise"', "facts.2.act"),
    ('"schema": 1', '"schema": 2', "schema"),
    ('"language": "en"', '"language": ["en"]', "language"),
    ('"kind": "letter"', '"kind": "letter", "colour": "red"', "colour"),
    ('"id": "f2"', '"id": "f1"', "two facts carry the same id"),
    ("cases of illegal force against", "cases of force against", "does not stand at"),
    ("{\n", "", "line 1"),
    (f'"id": "{GOMES}"', '"id": "2019-05-23-other"', "2019-05-23-other"),
]


@pytest.mark.parametrize(("words", "others", "named"), NONSENSE)
def test_a_record_edited_into_nonsense_is_named_with_its_field(
    shelf: FileShelf, folders: Folders, words: str, others: str, named: str
) -> None:
    file = folders.precedents / "2019" / f"{GOMES}.json"
    record = file.read_text("utf-8")
    assert words in record
    file.write_text(record.replace(words, others, 1), "utf-8")
    with pytest.raises(DamagedRecordError) as error:
        shelf.get(GOMES)
    assert str(file) in str(error.value)
    assert named in str(error.value)
    assert error.value.advice
    assert shelf.search("illegal force").hits[0].precedent == GOMES  # its text is found all the same


def test_a_text_that_is_gone_or_other_is_named(shelf: FileShelf, folders: Folders) -> None:
    file = folders.precedents / "2019" / f"{GOMES}.txt"
    text = file.read_bytes()
    file.write_bytes(text.replace(b"23 May 2019", b"24 May 2019"))
    with pytest.raises(DamagedRecordError, match="another text"):
        shelf.get(GOMES)
    file.write_bytes(b"\xff" + text)
    with pytest.raises(DamagedRecordError, match="not UTF-8 at byte 0"):
        shelf.get(GOMES)
    file.unlink()
    with pytest.raises(UnreadableFileError):
        shelf.get(GOMES)


def test_an_original_that_is_gone_is_named(shelf: FileShelf, folders: Folders) -> None:
    (folders.precedents / "2019" / f"{GOMES}.original.txt").unlink()
    with pytest.raises(UnreadableFileError, match="the original is missing"):
        shelf.original(GOMES)


def test_a_review_is_kept(shelf: FileShelf, folders: Folders) -> None:
    shelved = shelf.get(GOMES)
    seen = shelf.replace(shelved.precedent.reviewed("f2", Review.ACCEPTED, "checked"), shelved.seen)
    assert seen == shelf.get(GOMES).seen
    assert seen == digest_bytes((folders.precedents / "2019" / f"{GOMES}.json").read_bytes())
    fact = shelf.get(GOMES).precedent.fact("f2")
    assert fact
    assert (fact.review, fact.note) == (Review.ACCEPTED, "checked")
    assert shelf.search("status:accepted").total == 1


def test_two_reviews_of_one_letter_do_not_lose_each_other(shelf: FileShelf) -> None:
    shelved = shelf.get(GOMES)
    shelf.replace(shelved.precedent.reviewed("f1", Review.ACCEPTED), shelved.seen)
    with pytest.raises(ExternallyChangedError):
        shelf.replace(shelved.precedent.reviewed("f2", Review.ACCEPTED), shelved.seen)
    fact = shelf.get(GOMES).precedent.fact("f1")
    assert fact
    assert fact.review is Review.ACCEPTED


def test_a_review_waits_for_whoever_holds_the_office(shelf: FileShelf, folders: Folders) -> None:
    shelved = shelf.get(GOMES)
    with ThreadPoolExecutor(1) as colleague:
        with locked(folders.cache / LOCK_FILE):
            reviewed = shelved.precedent.reviewed("f1", Review.ACCEPTED)
            replacing = colleague.submit(shelf.replace, reviewed, shelved.seen)
            assert wait([replacing], timeout=0.3).not_done
            assert shelf.get(GOMES).seen == shelved.seen
        assert replacing.result() == shelf.get(GOMES).seen != shelved.seen


def test_no_record_is_put_beside_another_text(shelf: FileShelf, folders: Folders) -> None:
    shelved = shelf.get(GOMES)
    (folders.precedents / "2019" / f"{GOMES}.txt").write_text("something else", "utf-8")
    with pytest.raises(ExternallyChangedError):
        shelf.replace(shelved.precedent, shelved.seen)


def test_a_letter_nobody_filed_cannot_be_replaced(shelf: FileShelf) -> None:
    shelved = shelf.get(GOMES)
    record = shelved.precedent.record.model_copy(update={"id": "2019-05-23-nobody"})
    with pytest.raises(UnknownPrecedentError):
        shelf.replace(Precedent(record=record, text=shelved.precedent.text), shelved.seen)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(text=TEXT, original=st.binary(), data=st.data())
def test_any_text_with_any_quotation_comes_back_as_it_was(
    empty: FileShelf, text: str, original: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    fact = Fact(id="f1", act=Act.EVENT, quote=text[start:end], start=start, end=end, block=0, note=text)
    source = make_source(text, (), name="any.txt", original=original, media_type="text/plain")
    filed = empty.put(Extraction(facts=(fact,)), source, original, ".txt")
    if not filed.duplicate:
        precedent = empty.get(filed.id).precedent
        assert precedent.text == text
        assert precedent.record.facts == (fact,)
        assert empty.original(filed.id).read_bytes() == original
