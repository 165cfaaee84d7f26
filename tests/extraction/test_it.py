"""Italian letters of three kinds, read whole: header, names, dates, laws, and who does what."""

import pytest

from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from tests.extraction.conftest import extract_letter
from tests.extraction.read_whole import fact, header, texts


def extraction(name: str) -> Extraction:
    """What is found in one of the letters."""
    return extract_letter(f"it/{name}.txt")


def test_the_header_of_a_ministrys_reply() -> None:
    assert header(extraction("risposta_sottosegretario").letter) == {
        "date": "2019-03-12",
        "place": "Roma",
        "reference": "Prot. n. 0045821/2019",
        "subject": "situazione dei detenuti politici in Kazakistan",
        "salutation": "Gentile Onorevole,",
        "closing": "Con i migliori saluti,",
    }


def test_sender_and_addressee_with_role_and_body() -> None:
    letter = extraction("risposta_sottosegretario").letter
    assert letter.sender is not None
    assert letter.sender.name is not None
    assert letter.sender.name.text == "Manlio Di Stefano"
    assert letter.sender.role is not None
    assert letter.sender.role.text == "Sottosegretario di Stato"
    assert letter.sender.organisation is not None
    assert letter.sender.organisation.text == "Ministero degli Affari Esteri e della Cooperazione Internazionale"
    (recipient,) = letter.recipients
    assert recipient.name is not None
    assert recipient.name.text == "Lia Quartapelle"


def test_the_letter_answered_is_referred_to() -> None:
    references = extraction("risposta_sottosegretario").letter.refers_to
    assert [(one.what, one.date) for one in references] == [("letter", "2019-02-05")]


@pytest.mark.parametrize(
    ("words", "act", "chain", "date"),
    [
        ("La ringrazio", "acknowledgement", [("Manlio Di Stefano", "riconosce")], None),
        (
            "ha sollevato la questione",
            "action",
            [("Manlio Di Stefano", "riferisce"), ("Enzo Moavero Milanesi", "agisce")],
            "2019-01-21",
        ),
        ("Siamo profondamente preoccupati", "concern", [("Manlio Di Stefano", "è preoccupato")], None),
        ("Il Governo ha stanziato", "action", [("Manlio Di Stefano", "riferisce"), ("Governo", "agisce")], None),
        ("Abbiamo chiesto", "action", [("Manlio Di Stefano", "agisce")], None),
        ("Non siamo in grado", "refusal", [("Manlio Di Stefano", "rifiuta")], None),
        ("Continueremo a seguire", "commitment", [("Manlio Di Stefano", "si impegna")], "2019-06-30"),
    ],
)
def test_who_does_what(words: str, act: str, chain: list[tuple[str, str]], date: str | None) -> None:
    assert fact(extraction("risposta_sottosegretario"), words) == (act, chain, date)


def test_amounts_with_a_decimal_comma() -> None:
    found = extraction("risposta_sottosegretario")
    assert "1,2 milioni di euro" in texts(found, MentionKind.AMOUNT)
    assert "articolo 7 della Convenzione contro la tortura" in texts(found, MentionKind.LEGAL_REFERENCE)


def test_a_provincial_question_asks_and_reports() -> None:
    found = extraction("interrogazione_provinciale")
    assert found.letter.reference is not None
    assert found.letter.reference.text == "Interrogazione a risposta scritta n. 128"
    assert fact(found, "per sapere quali misure")[0] == "question"
    assert fact(found, "ha dichiarato che")[1] == [("Lucia Coppola", "riferisce"), ("Mario Tonina", "dichiara")]
    assert texts(found, MentionKind.LEGAL_REFERENCE) == {
        "legge provinciale 27 luglio 2007, n. 13",
        "decreto legislativo 18 aprile 2016, n. 50",
    }
    assert "Consiglio della Provincia autonoma di Trento" in texts(found, MentionKind.ORGANISATION)


def test_a_verb_without_a_subject_goes_on_about_the_last_speaker() -> None:
    found = extraction("comunicato_stampa")
    assert found.kind.value == "press_release"
    assert found.letter.date is not None
    assert found.letter.date.value == "2020-12-18"
    assert fact(found, "Ha inoltre ricordato")[1][-1] == ("Hannah Neumann", "ricorda")
    assert fact(found, "si è impegnato")[0] == "commitment"
