from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.bench import Bench
from assistant.drafting.checks.forms_of_address import check_forms_of_address
from assistant.drafting.language import Language, known_languages, load_language
from assistant.drafting.protocol import PERSON, Address, Addressee, Cell, Form, Gender, choose_address, office_of
from assistant.model.draft import Draft
from assistant.model.finding import Severity
from assistant.settings import PreferredForm
from tests.drafting.desk import GOLDEN, TODAY

ENGLISH, FRENCH = load_language("en"), load_language("fr")
LANGUAGES = [load_language(code) for code in known_languages()]
GENDERS: tuple[Gender | None, ...] = ("female", "male", None)

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
    (Addressee(name=" ", gender="female"), None, "Dear Sir or Madam,", "Yours faithfully,", " "),
    (Addressee(name="X", office="astronaut"), None, "Dear X,", "Yours sincerely,", "X"),
]


@pytest.mark.parametrize(("role", "office"), OFFICES)
def test_a_role_tells_the_office_but_a_deputy_does_not_hold_it(role: str, office: str) -> None:
    assert office_of(role, ENGLISH.offices, ENGLISH.deputies) == office


@pytest.mark.parametrize(("addressee", "preferred", "salutation", "closing", "name_line"), CHOSEN)
def test_the_closing_goes_with_the_salutation(
    addressee: Addressee, preferred: str | None, salutation: str, closing: str, name_line: str
) -> None:
    house = (PreferredForm(salutation=preferred),) if preferred else ()
    address = choose_address(addressee, ENGLISH.offices, ENGLISH.titles, house)
    assert (address.salutation, address.closing, address.name_line) == (salutation, closing, name_line)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_cell_says_how_well_it_is_founded_and_what_was_read_says_where(language: Language) -> None:
    for office in language.offices.values():
        for cell in (*office.roles.values(), *(cell for form in office.forms for cell in cells_of(form))):
            assert cell.text
            assert bool(cell.source) is (cell.status in {"verified", "seen"}), cell


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_office_greets_somebody_of_whom_only_the_name_is_known(language: Language) -> None:
    assert language.offices.keys() == ENGLISH.offices.keys()
    for office in language.offices:
        assert address(language, office).salutation.endswith((",", ":"))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_form_of_one_gender_is_used_for_the_other(language: Language) -> None:
    for office in language.offices.values():
        genders = {form.gender for form in office.forms}
        assert genders in ({None}, {"female", "male"}, {"female", "male", None})


def every_french_address() -> Iterator[Address]:
    """What each cell of the French table makes of an addressee, asked for by name as an office may prefer it."""
    for key, office in FRENCH.offices.items():
        for form in office.forms:
            house = (PreferredForm(salutation=form.salutation.text),)
            addressee = Addressee(name="Dominique Martin", office=key, gender=form.gender)
            yield choose_address(addressee, FRENCH.offices, FRENCH.titles, house)
        for gender in GENDERS:
            yield address(FRENCH, key, gender)


def test_a_french_closing_repeats_the_salutation_word_for_word() -> None:
    for made in every_french_address():
        assert f", {made.salutation.removesuffix(',')}, " in made.closing


@given(
    st.text("abcdefghijklmnopéèà -’", min_size=1).map(str.strip).filter(bool), st.sampled_from(sorted(FRENCH.offices))
)
def test_a_french_closing_repeats_whatever_an_office_or_a_person_wishes(words: str, office: str) -> None:
    person = Addressee(name="Dominique Martin", office=office, salutation=f"{words},")
    assert f", {words}, " in choose_address(person, FRENCH.offices, FRENCH.titles).closing


def test_an_office_may_prefer_every_word_for_one_gender() -> None:
    house = (
        PreferredForm(gender="male", salutation="Lieber Herr {surname},"),
        PreferredForm(gender="female", salutation="Liebe Frau {surname},", closing="Mit besten Grüßen"),
        PreferredForm(address="Kommissionsmitglied {name}"),
    )
    german = load_language("de")
    maria = Addressee(name="Maria Muster", office="commissioner", gender="female")
    made = choose_address(maria, german.offices, german.titles, house)
    assert (made.salutation, made.closing, made.name_line) == (
        "Liebe Frau Muster,",
        "Mit besten Grüßen",
        "Frau Maria Muster",
    )
    made = choose_address(maria.model_copy(update={"gender": None}), german.offices, german.titles, house)
    assert (made.salutation, made.name_line) == ("Sehr geehrte Damen und Herren,", "Kommissionsmitglied Maria Muster")


def test_forms_of_address_read_like_this() -> None:
    assert table() == (GOLDEN / "forms-of-address.txt").read_text("utf-8")


def table() -> str:
    """Office by office and language by language, what a woman, a man and somebody unknown are called."""
    lines = []
    for office in ENGLISH.offices:
        lines.append(office)
        for language in LANGUAGES:
            for gender in GENDERS:
                made = address(language, office, gender)
                asks = "   (asks for the gender)" if gender is None and asks_gender(language, office, made) else ""
                lines.append(
                    f"  {language.code} {gender or '-':7}{made.name_line} | {made.salutation} | {made.closing}{asks}"
                )
        lines.append("")
    return "\n".join(lines)


def address(language: Language, office: str, gender: Gender | None = None) -> Address:
    addressee = Addressee(name="Dominique Martin", office=office, gender=gender)
    return choose_address(addressee, language.offices, language.titles)


def asks_gender(language: Language, office: str, made: Address) -> bool:
    """Whether the check of a letter that greets so warns that better words are known for a woman and for a man."""
    recipient = {"name": "Dominique Martin", "office": office}
    draft = Draft(template="a", language=language.code, fields={"recipient": recipient, "salutation": made.salutation})
    findings = check_forms_of_address(draft, language, Bench(shelf={}.get), TODAY)
    return ("address-gender-unknown", Severity.WARNING) in [(each.code, each.severity) for each in findings]


def cells_of(form: Form) -> list[Cell]:
    return [cell for cell in (form.address, form.salutation, form.closing) if cell]
