"""Facts in order of date and how letters name somebody, answered from the index alone."""

from datetime import date

from assistant.model.fact import Review
from assistant.model.outline import outline_of
from assistant.precedents.files import FileShelf
from tests.precedents.conftest import put
from tests.precedents.letters import ADMISSION, Annotated, document

GOMES = "2019-05-23-carlsson-gomes"
ODF = "2018-05-15-open-dialog-foundation"


def quotes(shelf: FileShelf, query: str, letters: int = 500) -> list[str]:
    return [" ".join(fact.quote.split())[:24] for fact in shelf.facts(query, letters).facts]


def test_facts_come_in_order_of_date_whatever_letter_they_stand_in(shelf: FileShelf) -> None:
    assert quotes(shelf, "act:request OR act:concern OR act:position") == [
        "Mr Świącicki and Mr Stan", "recalled and expressed h", "No circumstance can ever",
    ]  # fmt: skip


def test_of_a_person_come_what_he_said_and_what_was_said_about_him_in_any_spelling(shelf: FileShelf) -> None:
    expected = ["On 6 May I personally me", "Mr Shakirov acknowledged"]
    for typed in ("shakirov", "Шакиров", '"Askar Shakirov"'):
        assert quotes(shelf, f"person:{typed}") == expected


def test_a_fact_tells_who_said_it_to_whom_and_in_which_paragraph(shelf: FileShelf) -> None:
    [_, admission] = shelf.facts("person:shakirov").facts
    assert " ".join(admission.quote.split()) == ADMISSION
    assert (admission.key, admission.written, admission.sender) == (f"{GOMES}#f2", "2019-05-23", "Sven-Olov Carlsson")
    assert [(link.name, link.act) for link in admission.by] == [("Askar Shakirov", "acknowledgement")]
    assert admission.people == ("Askar Shakirov",)
    letter = shelf.get(GOMES).precedent
    stored = letter.fact("f2")
    assert stored is not None
    assert admission.paragraph == letter.locator(stored).paragraph is not None


def test_a_rejected_fact_comes_only_when_it_is_asked_for(shelf: FileShelf) -> None:
    letter = shelf.get(GOMES)
    shelf.replace(letter.precedent.reviewed("f2", Review.REJECTED), letter.seen)
    assert quotes(shelf, "person:shakirov") == ["On 6 May I personally me"]
    assert quotes(shelf, "person:shakirov status:rejected") == ["Mr Shakirov acknowledged"]


def test_only_the_newest_letters_are_looked_through_and_it_is_said_that_there_are_more(shelf: FileShelf) -> None:
    found = shelf.facts("act:request OR act:commitment", 1)
    assert {fact.precedent for fact in found.facts} == {GOMES}
    assert (found.letters, found.more) == (1, True)
    assert not shelf.facts("act:request OR act:commitment", 2).more


def test_words_that_no_fact_holds_find_no_fact_though_a_letter_has_them(shelf: FileShelf) -> None:
    assert shelf.search("dialogue").total == 1
    assert shelf.facts("dear").facts == ()


def test_letters_tell_how_they_name_somebody_in_any_spelling(shelf: FileShelf) -> None:
    put(
        shelf,
        document(b"The ombudsman, Askar Shakirov, spoke.", Annotated(people=[("Askar Shakirov", ("Askar Shakirov",))])),
    )
    assert [(each.name, each.written) for each in shelf.named("Шакиров")] == [
        ("Askar Shakirov", None), ("Askar Shakirov", "2019-05-23"),
    ]  # fmt: skip
    assert shelf.named("Almat Jumagulov")[0].precedent == ODF
    assert shelf.named("Askar Bokayev") == ()
    assert shelf.named("Mr") == ()


def test_letters_are_known_as_moves_without_opening_them(shelf: FileShelf) -> None:
    outlines = {each.id: each for each in shelf.outlines(date(2018, 1, 1))}
    assert outlines == {precedent: outline_of(shelf.get(precedent).precedent.record) for precedent in (GOMES, ODF)}
    assert [each.id for each in shelf.outlines(date(2018, 5, 16))] == [GOMES]
    assert {each.id for each in shelf.outlines(date(2020, 1, 1), also=[ODF, "2021-01-01-nobody"])} == {ODF}


def test_a_letter_without_a_date_is_never_out_of_sight(shelf: FileShelf) -> None:
    put(shelf, document(b"Dear Ana,\n\nPlease reply.\n\nMax Bokayev", Annotated(sender="Max Bokayev")))
    assert [each.date for each in shelf.outlines(date(2020, 1, 1))] == [None]
