import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.letter import DatedPassage, Letter, Party
from assistant.model.precedent import Extraction, Record
from assistant.model.source import Passage, make_source
from assistant.precedents.layout import is_id
from assistant.precedents.naming import propose_id, slug
from tests.precedents.letters import carlsson, press_conference

SURNAMES = [
    ("Sven-Olov Carlsson", "carlsson"),
    ("Marcin Świącicki MEP", "swiacicki"),
    ("SZALAI Zoltan", "szalai"),
    ("Gomes, Ana", "gomes"),
    ("Ana Gomes, MEP", "gomes"),
    ("Ursula von der Leyen", "leyen"),
    ("J.R. Smith", "smith"),
    ("Искандер Еримбетов", "erimbetov"),
    ("ANA GOMES", "gomes"),
    ("محمد", "mhmd"),
]


def test_a_letter_is_called_by_its_date_sender_and_addressee() -> None:
    assert propose_id(carlsson().extraction, "scan.pdf") == "2019-05-23-carlsson-gomes"


def test_an_organisation_stands_in_for_a_person() -> None:
    assert propose_id(press_conference().extraction, "scan.pdf") == "2018-05-15-open-dialog-foundation"


def test_without_a_date_it_is_undated() -> None:
    assert propose_id(Extraction(letter=_letter(sender="Ana Gomes")), "scan.pdf") == "undated-gomes"


def test_what_is_known_by_nothing_else_is_called_by_its_file() -> None:
    assert propose_id(Extraction(), "Lettre à M. Dupont (2).pdf") == "undated-lettre-a-m-dupont-2"
    assert propose_id(Extraction(), "😀.pdf") == "undated"


@pytest.mark.parametrize("date", ["2019-05", "2019"])
def test_a_date_is_as_precise_as_it_is_known(date: str) -> None:
    assert propose_id(Extraction(letter=_letter(date=date, sender="Ana Gomes")), "x") == f"{date}-gomes"


def test_a_date_without_a_year_is_none() -> None:
    assert propose_id(Extraction(letter=_letter(date="XXXX-05-23", sender="Ana Gomes")), "x") == "undated-gomes"


@pytest.mark.parametrize(("name", "surname"), SURNAMES)
def test_a_person_is_called_by_the_surname(name: str, surname: str) -> None:
    assert propose_id(Extraction(letter=_letter(sender=name)), "x") == f"undated-{surname}"


ANYTHING = st.text(min_size=1, max_size=300)


@given(date=st.text(max_size=12) | st.dates().map(str), sender=ANYTHING, recipient=ANYTHING, name=st.text(max_size=300))
def test_whatever_the_text_holds_the_id_is_one(date: str, sender: str, recipient: str, name: str) -> None:
    proposed = propose_id(Extraction(letter=_letter(date=date, sender=sender, recipient=recipient)), name)
    assert is_id(proposed)
    assert len(proposed) <= 110
    source = make_source("text", (), name="x", original=b"", media_type="text/plain")
    Record(id=f"{proposed}-100000", kind="letter", language="en", source=source.description)


@given(ANYTHING)
def test_a_slug_holds_letters_digits_and_single_hyphens(text: str) -> None:
    assert "--" not in slug(text)
    assert not slug(text).startswith("-")
    assert not slug(text).endswith("-")


def _letter(date: str = "", sender: str = "", recipient: str = "") -> Letter:
    return Letter(
        date=DatedPassage(text="x", start=0, end=1, value=date) if date else None,
        sender=_party(sender) if sender else None,
        recipients=(_party(recipient),) if recipient else (),
    )


def _party(name: str) -> Party:
    return Party(name=Passage(text=name, start=0, end=len(name)))
