"""German letters of three kinds, read whole: header, names, dates, laws, and who does what."""

import pytest

from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from tests.extraction.conftest import extract_letter
from tests.extraction.read_whole import fact, header, texts


def extraction(name: str) -> Extraction:
    """What is found in one of the letters."""
    return extract_letter(f"de/{name}")


def test_the_header_of_a_ministrys_letter() -> None:
    assert header(extraction("auswaertiges_amt.txt").letter) == {
        "date": "2019-06-07",
        "place": "Berlin",
        "reference": "205-320.10 KAS",
        "subject": "Lage der politischen Gefangenen in Kasachstan",
        "salutation": "Sehr geehrter Herr Abgeordneter,",
        "closing": "Mit freundlichen Grüßen",
    }


def test_sender_and_addressee_of_a_ministrys_letter() -> None:
    letter = extraction("auswaertiges_amt.txt").letter
    assert letter.sender is not None
    assert letter.sender.name is not None
    assert letter.sender.name.text == "Katharina Brandstetter"
    assert letter.sender.organisation is not None
    assert letter.sender.organisation.text == "Auswärtiges Amt"
    (addressee,) = letter.recipients
    assert addressee.name is not None
    assert addressee.name.text == "Andreas Hollmann"
    assert addressee.role is not None
    assert addressee.role.text == "Mitglied des Deutschen Bundestages"
    assert [line.text for line in addressee.address] == ["Platz der Republik 1", "11011 Berlin"]


def test_the_letter_that_is_answered_is_referred_to_once() -> None:
    (reference,) = extraction("auswaertiges_amt.txt").letter.refers_to
    assert (reference.what, reference.date) == ("letter", "2019-05-14")


def test_capital_nouns_are_no_names() -> None:
    found = extraction("auswaertiges_amt.txt")
    assert texts(found, MentionKind.PERSON) == {
        "Andreas Hollmann", "Jerlan Achmetow", "Achmetow", "Miriam Vogt", "Katharina Brandstetter",
    }  # fmt: skip
    assert {"Europäischen Union", "Botschaft in Nur-Sultan"} <= texts(found, MentionKind.ORGANISATION)


def test_dates_intervals_and_amounts_of_a_german_letter() -> None:
    found = extraction("auswaertiges_amt.txt")
    values = {one.text: one.value for one in found.mentions if one.kind is MentionKind.DATE}
    assert values["vom 14. bis 17. April 2019"] == "2019-04-14/2019-04-17"
    assert values["30. Juni 2019"] == "2019-06-30"
    assert texts(found, MentionKind.AMOUNT) == {"1,5 Mio. Euro"}


@pytest.mark.parametrize(
    ("words", "act", "names"),
    [
        ("haben Sie vielen Dank", "acknowledgement", ["Katharina Brandstetter"]),
        ("nicht Stellung nehmen", "refusal", ["Katharina Brandstetter"]),
        ("Wir werden uns weiterhin", "commitment", ["Katharina Brandstetter"]),
        ("Unsere Botschaft", "action", ["Katharina Brandstetter", "Botschaft in Nur-Sultan"]),
        ("betonte Staatssekretärin", "position", ["Katharina Brandstetter", "Miriam Vogt"]),
        ("Ich bitte Sie", "request", ["Katharina Brandstetter"]),
    ],
)
def test_acts_and_who_answers_for_them(words: str, act: str, names: list[str]) -> None:
    found, by, _ = fact(extraction("auswaertiges_amt.txt"), words)
    assert found == act
    assert [name for name, _ in by] == names


def test_sections_of_a_law_are_one_reference() -> None:
    laws = texts(extraction("ifg_antrag.txt"), MentionKind.LEGAL_REFERENCE)
    assert {"§ 1 Abs. 1 IFG", "§ 3 Nr. 2 IFG", "Informationsfreiheitsgesetz"} <= laws


def test_a_request_goes_to_whom_the_label_names() -> None:
    found = extraction("ifg_antrag.txt")
    (addressee,) = found.letter.recipients
    assert addressee.organisation is not None
    assert addressee.organisation.text == "Bundesministerium des Innern"
    assert [(one.what, one.date) for one in found.letter.refers_to] == [("decision", "2020-09-02")]
    assert fact(found, "kritisierte im Oktober 2020")[1][-1] == ("Ulrich Kelberg", "kritisiert")


def test_an_answer_to_a_parliamentary_question() -> None:
    found = extraction("kleine_anfrage.txt")
    assert found.kind.value == "answer"
    assert found.letter.sender is not None
    assert found.letter.sender.organisation is not None
    assert found.letter.sender.organisation.text == "Bundesregierung"
    assert sum(one.act.value == "question" for one in found.facts) == 3
    assert fact(found, "derzeit nicht geplant")[0] == "refusal"
    assert {"Drucksache 19/12345", "Bundestagsdrucksache 19/9120"} <= texts(found, MentionKind.LEGAL_REFERENCE)
