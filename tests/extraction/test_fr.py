"""French letters of three kinds, read whole: header, names, dates, laws, and who does what."""

import pytest

from assistant.extraction import extract
from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from assistant.reading import read_bytes
from tests.extraction.conftest import extract_letter
from tests.extraction.read_whole import fact, header, texts


def extraction(name: str) -> Extraction:
    """What is found in one of the letters."""
    return extract_letter(f"fr/{name}.txt")


def test_the_header_of_a_letter_of_the_defenseur_des_droits() -> None:
    assert header(extraction("defenseure_des_droits").letter) == {
        "date": "2019-03-14",
        "place": "Paris",
        "reference": "DDD/2019-000482/MT",
        "subject": "usage des lanceurs de balles de défense lors des manifestations",
        "salutation": "Monsieur le Ministre,",
        "closing": "Je vous prie d'agréer, Monsieur le Ministre, l'expression de ma haute considération.",
    }


def test_who_writes_to_whom_with_their_roles() -> None:
    letter = extraction("defenseure_des_droits").letter
    assert letter.sender is not None
    assert letter.sender.name is not None
    assert letter.sender.name.text == "Jacques TOUBON"
    (recipient,) = letter.recipients
    assert recipient.name is not None
    assert recipient.name.text == "Christophe CASTANER"
    assert recipient.role is not None
    assert recipient.role.text == "Ministre de l'Intérieur"
    assert [line.text for line in recipient.address] == ["Place Beauvau", "75008 Paris"]


def test_earlier_letters_are_referred_to() -> None:
    references = extraction("defenseure_des_droits").letter.refers_to
    assert [(one.what, one.date) for one in references] == [("letter", "2019-01-17"), ("response", "2019-02-05")]


@pytest.mark.parametrize(
    ("words", "act", "chain", "date"),
    [
        ("j'ai appelé votre attention", "action", [("Jacques TOUBON", "agit")], None),
        ("a souligné que", "position", [("Jacques TOUBON", "rapporte"), ("Laurent Nuñez", "souligne")], None),
        ("a appelé les autorités", "request", [("Jacques TOUBON", "rapporte"), ("Dunja Mijatović", "appelle")], None),
        ("vivement préoccupé", "concern", [("Jacques TOUBON", "s'inquiète")], None),
        ("je vous demande de", "request", [("Jacques TOUBON", "demande")], "2019-04-30"),
        ("Je ne peux accepter", "refusal", [("Jacques TOUBON", "refuse")], None),
        ("Je continuerai", "commitment", [("Jacques TOUBON", "s'engage")], None),
    ],
)
def test_who_does_what(words: str, act: str, chain: list[tuple[str, str]], date: str | None) -> None:
    assert fact(extraction("defenseure_des_droits"), words) == (act, chain, date)


def test_a_law_is_named_whole_and_a_span_of_days_has_both_ends() -> None:
    found = extraction("defenseure_des_droits")
    law = "article 29 de la loi organique n° 2011-333 du 29 mars 2011"
    assert texts(found, MentionKind.LEGAL_REFERENCE) == {law}
    assert "2018-11-17/2019-02-05" in {one.value for one in found.mentions if one.kind is MentionKind.DATE}
    assert "Inspection générale de la police nationale" in texts(found, MentionKind.ORGANISATION)


def test_a_date_worn_by_a_scan_is_read() -> None:
    text = "Bruxelles, le O7 février 200S\n\nMonsiew Baroso,\n\nNous ne pouvons accéder à votre demande."
    letter = extract(read_bytes(text.encode(), "scan.txt")).letter
    assert letter.date is not None
    assert letter.date.value == "2005-02-07"
    assert letter.place is not None
    assert letter.place.text == "Bruxelles"
    assert letter.salutation is not None
    assert letter.salutation.text == "Monsiew Baroso,"


def test_a_written_question_tells_who_is_asked_about_what() -> None:
    letter = extraction("question_et_reponse").letter
    assert [one.role.text for one in letter.recipients if one.role] == [
        "ministre de l'Europe et des affaires étrangères"
    ]
    assert letter.subject is not None
    assert " ".join(letter.subject.text.split()) == "la situation des défenseurs des droits de l'homme en Turquie"


def test_a_question_is_told_from_what_it_complains_of() -> None:
    found = extraction("question_et_reponse")
    assert fact(found, "toujours détenu sans jugement")[0] == "concern"
    assert fact(found, "quelles démarches")[0] == "question"
    assert fact(found, "continuera à appeler")[0] == "commitment"


def test_a_refusal_of_documents_keeps_amounts_and_the_regulation() -> None:
    found = extraction("refus_acces_documents")
    assert fact(found, "ne pas pouvoir donner")[0] == "refusal"
    assert "1,2 milliard d'euros" in texts(found, MentionKind.AMOUNT)
    law = "article 4, paragraphe 2, du règlement (CE) n° 1049/2001"
    assert law in texts(found, MentionKind.LEGAL_REFERENCE)
    assert "Vexalis" in texts(found, MentionKind.ORGANISATION)
