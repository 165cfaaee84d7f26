"""Polish letters of three kinds, read whole: header, names, dates, laws, and who does what."""

import pytest

from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from tests.extraction.conftest import extract_letter
from tests.extraction.read_whole import fact, header, texts


def extraction(name: str) -> Extraction:
    """What is found in one of the letters."""
    return extract_letter(f"pl/{name}")


def test_the_header_of_a_ministrys_answer() -> None:
    found = header(extraction("odpowiedz_msz.txt").letter)
    subject = found.pop("subject")
    assert subject is not None
    assert subject.startswith("interpelacji nr 30567 posła Jana Święcińskiego")
    assert found == {
        "date": "2019-04-12",
        "place": "Warszawa",
        "reference": "DPT.0521.44.2019",
        "salutation": "Szanowna Pani Marszałek,",
        "closing": "Z wyrazami szacunku",
    }


def test_sender_and_addressee_of_a_ministrys_answer() -> None:
    letter = extraction("odpowiedz_msz.txt").letter
    assert letter.sender is not None
    assert letter.sender.name is not None
    assert letter.sender.name.text == "Marcin Przybysławski"
    assert letter.sender.organisation is not None
    assert letter.sender.organisation.text == "MINISTERSTWO SPRAW ZAGRANICZNYCH"
    (addressee,) = letter.recipients
    assert addressee.name is not None
    assert addressee.name.text == "Małgorzata Kidałowska"
    assert addressee.role is not None
    assert addressee.role.text == "Wicemarszałek Sejmu RP"


def test_inflected_forms_of_a_name_are_one_person() -> None:
    found = extraction("odpowiedz_msz.txt")
    ids: dict[str, set[str | None]] = {}
    for one in found.mentions:
        if one.kind is MentionKind.PERSON:
            ids.setdefault(one.text, set()).add(one.entity)
    assert ids["Jana Święcińskiego"] == ids["Święciński"]
    assert ids["Ainury Bekowej"] == ids["Bekową"]
    assert len({next(iter(entity)) for entity in ids.values()}) == 4


def test_inflected_places_are_the_same_place() -> None:
    found = extraction("odpowiedz_msz.txt")
    entities = {one.text: one.entity for one in found.mentions if one.kind is MentionKind.PLACE}
    assert entities["Kazachstanie"] == "kz"
    assert entities["Astanie"] == "astana"


def test_dates_laws_and_amounts_of_a_polish_letter() -> None:
    found = extraction("odpowiedz_msz.txt")
    values = {one.text: one.value for one in found.mentions if one.kind is MentionKind.DATE}
    assert values["w dniach 4–6 lutego 2019 r."] == "2019-02-04/2019-02-06"
    assert values["12 kwietnia 2019 r."] == "2019-04-12"
    assert {
        "art. 20 ust. 1 ustawy z dnia 9 maja 1996 r. o wykonywaniu mandatu posła i senatora",
        "Dz. U. z 2018 r. poz. 1799",
    } <= texts(found, MentionKind.LEGAL_REFERENCE)
    assert texts(found, MentionKind.AMOUNT) == {"12 mln zł"}


@pytest.mark.parametrize(
    ("words", "act", "names"),
    [
        ("z niepokojem przyjmuje", "concern", ["Marcin Przybysławski"]),
        ("Ambasada RP", "action", ["Marcin Przybysławski", "Ambasada RP w Kazachstanie"]),
        ("będzie nadal apelować", "commitment", ["Marcin Przybysławski"]),
        ("decyzja w tej sprawie", "position", ["Marcin Przybysławski"]),
        ("nie może udostępnić", "refusal", ["Marcin Przybysławski"]),
    ],
)
def test_acts_and_who_answers_for_them(words: str, act: str, names: list[str]) -> None:
    found, by, _ = fact(extraction("odpowiedz_msz.txt"), words)
    assert found == act
    assert [name for name, _ in by] == names


def test_the_interpellation_that_is_answered_is_referred_to() -> None:
    found = extraction("odpowiedz_msz.txt").letter.refers_to
    assert ("interpellation", "2019-03-19") in [(one.what, one.date) for one in found]


def test_an_ombudsman_writes_to_a_minister() -> None:
    found = extraction("rpo_do_ministra.txt")
    (addressee,) = found.letter.recipients
    assert addressee.name is not None
    assert addressee.name.text == "Zbigniew Ziętarski"
    assert found.letter.reference is not None
    assert found.letter.reference.text == "II.519.1204.2018.MK"
    assert fact(found, "zwróciłem się do Dyrektora")[0] == "action"
    assert fact(found, "Nie mogę podzielić")[0] == "refusal"
    assert fact(found, "z uprzejmą prośbą")[0] == "request"
    dated = {(one.what, one.date) for one in found.letter.refers_to}
    assert {("letter", "2018-09-03"), ("response", "2018-09-28")} <= dated
    assert "art. 42 ust. 2 Konstytucji RP" in texts(found, MentionKind.LEGAL_REFERENCE)


def test_speech_before_its_verb_is_the_speakers() -> None:
    act, by, _ = fact(extraction("komunikat_fundacji.txt"), "natychmiastowego uwolnienia")
    assert act == "request"
    assert by[-1][0] == "Joanna Wilczyńska"
