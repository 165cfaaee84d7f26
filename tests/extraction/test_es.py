"""Spanish letters of three kinds, read whole: header, names, dates, laws, and who does what."""

import pytest

from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from tests.extraction.conftest import extract_letter
from tests.extraction.read_whole import fact, header, texts


def extraction(name: str) -> Extraction:
    """What is found in one of the letters."""
    return extract_letter(f"es/{name}.txt")


def test_the_header_of_an_ombudsmans_letter() -> None:
    assert header(extraction("defensor_del_pueblo").letter) == {
        "date": "2020-05-03",
        "place": "Madrid",
        "reference": "20011872",
        "subject": "condiciones de los centros de internamiento de extranjeros",
        "salutation": "Excmo. Sr. Ministro:",
        "closing": "Le saluda atentamente,",
    }


def test_sender_and_addressee_with_their_roles() -> None:
    letter = extraction("defensor_del_pueblo").letter
    assert letter.sender is not None
    assert letter.sender.name is not None
    assert letter.sender.name.text == "Francisco Fernández Marugán"
    (recipient,) = letter.recipients
    assert recipient.name is not None
    assert recipient.name.text == "Fernando Grande-Marlaska Gómez"
    assert recipient.role is not None
    assert recipient.role.text == "Ministro del Interior"


def test_the_letter_answered_is_referred_to() -> None:
    references = extraction("defensor_del_pueblo").letter.refers_to
    assert [(one.what, one.date) for one in references] == [("letter", "2020-04-15")]


AUTHOR = "Francisco Fernández Marugán"


@pytest.mark.parametrize(
    ("words", "act", "chain", "date"),
    [
        ("Acuso recibo", "acknowledgement", [(AUTHOR, "reconoce")], None),
        ("señaló que", "position", [(AUTHOR, "informa"), ("Francisco Pardo Piqueras", "declara")], "2020-05-06"),
        ("denunció que", "concern", [(AUTHOR, "informa"), ("Paloma Favieres", "expresa preocupación")], None),
        ("Me preocupa", "concern", [(AUTHOR, "expresa preocupación")], None),
        ("solicito que se remita", "request", [(AUTHOR, "solicita")], "2020-05-31"),
        ("No podemos aceptar", "refusal", [(AUTHOR, "rechaza")], None),
    ],
)
def test_who_does_what(words: str, act: str, chain: list[tuple[str, str]], date: str | None) -> None:
    assert fact(extraction("defensor_del_pueblo"), words) == (act, chain, date)


def test_a_law_is_named_with_its_article_and_money_with_its_scale() -> None:
    found = extraction("defensor_del_pueblo")
    law = "artículo 62 de la Ley Orgánica 4/2000, de 11 de enero"
    assert texts(found, MentionKind.LEGAL_REFERENCE) == {law}
    assert "3,5 millones de euros" in texts(found, MentionKind.AMOUNT)


def test_a_parliamentary_question_has_its_asker_and_each_of_its_questions() -> None:
    found = extraction("pregunta_parlamentaria")
    assert found.kind.value == "written_question"
    assert found.letter.sender is not None
    assert found.letter.sender.name is not None
    assert found.letter.sender.name.text == "Marta Rosique i Saltor"
    assert [one.role.text for one in found.letter.recipients if one.role] == ["Gobierno"]
    assert fact(found, "Ha mantenido el Gobierno")[0] == "question"
    assert fact(found, "Qué medidas piensa adoptar")[0] == "question"
    assert fact(found, "fue detenido en Quito")[2] == "2019-04-11"
    assert "Access Now" in texts(found, MentionKind.ORGANISATION)


def test_a_refusal_of_documents() -> None:
    found = extraction("denegacion_acceso")
    assert found.letter.reference is not None
    assert found.letter.reference.text == "Expediente n.º 001-041283"
    assert fact(found, "no dispone de los documentos")[0] == "refusal"
    assert fact(found, "será publicado")[0] == "commitment"
    assert "Consejo de Transparencia y Buen Gobierno" in texts(found, MentionKind.ORGANISATION)
