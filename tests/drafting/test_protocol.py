import pytest

from assistant.drafting.language import load_language
from assistant.drafting.protocol import PERSON, Addressee, choose_address, office_of

ENGLISH = load_language("en")

OFFICES = [
    ("Head of Delegation", "head_of_delegation"),
    ("Ambassador, Head of the Delegation of the European Union", "head_of_delegation"),
    ("Deputy Head of Delegation", PERSON),
    ("Adviser to the Ambassador", PERSON),
    ("Ombudsman", "ombudsman"),
    ("Member of the European Parliament", "member"),
    ("President of the European Parliament", "president"),
    ("Vice-President of the European Parliament", PERSON),
    ("Vice-President / High Representative", "high_representative"),
    ("Minister of Foreign Affairs", "minister"),
    ("Administrator", PERSON),
    ("", PERSON),
]

CARLSSON = Addressee(name="Sven-Olov Carlsson", office="head_of_delegation")
HIGHEST = "Please accept, Your Excellency, the assurance of my highest consideration."

CHOSEN = [
    (CARLSSON, None, "Your Excellency,", HIGHEST, "H.E. Sven-Olov Carlsson"),
    (CARLSSON, "Dear Ambassador,", "Dear Ambassador,", "Yours sincerely,", "H.E. Sven-Olov Carlsson"),
    (CARLSSON, "Dear Sven-Olov,", "Dear Sven-Olov,", "Yours sincerely,", "H.E. Sven-Olov Carlsson"),
    (
        CARLSSON.model_copy(update={"title": "H.E. Mr", "salutation": "Dear Ambassador,"}),
        "Your Excellency,",
        "Dear Ambassador,",
        "Yours sincerely,",
        "H.E. Mr Sven-Olov Carlsson",
    ),
    (Addressee(name="Anna Kowalska", gender="female"), None, "Dear Ms Kowalska,", "Yours sincerely,", "Anna Kowalska"),
    (Addressee(name="Anna Kowalska"), None, "Dear Anna Kowalska,", "Yours sincerely,", "Anna Kowalska"),
    (Addressee(name=""), None, "Dear Sir or Madam,", "Yours faithfully,", ""),
    (Addressee(name="X", office="astronaut"), None, "Dear X,", "Yours sincerely,", "X"),
]


@pytest.mark.parametrize(("role", "office"), OFFICES)
def test_a_role_tells_the_office_but_a_deputy_does_not_hold_it(role: str, office: str) -> None:
    assert office_of(role, ENGLISH.offices, ENGLISH.deputies) == office


@pytest.mark.parametrize(("addressee", "preferred", "salutation", "closing", "name_line"), CHOSEN)
def test_the_closing_goes_with_the_salutation(
    addressee: Addressee, preferred: str | None, salutation: str, closing: str, name_line: str
) -> None:
    address = choose_address(addressee, ENGLISH.offices, ENGLISH.titles, preferred)
    assert (address.salutation, address.closing, address.name_line) == (salutation, closing, name_line)


def test_what_was_read_somewhere_says_where() -> None:
    cells = [
        cell for office in ENGLISH.offices.values() for form in office.forms for cell in (form.salutation, form.closing)
    ]
    assert all(cell.source for cell in cells if cell.status in {"verified", "seen"})
