import json
from pathlib import Path

import pytest

from assistant.errors import BadArgumentError, DamagedRecordError, ExternallyChangedError, UnknownPersonError
from assistant.model.person import Naming, Person, Role
from assistant.precedents.people import PeopleFiles

SHAKIROV = Person(id="askar-shakirov", name="Askar Shakirov", title="Mr", roles=(Role(title="Ombudsman"),))
SWIACICKI = Person(id="marcin-swiacicki", name="Marcin Świącicki")
YERIMBETOV = Person(id="iskander-yerimbetov", name="Iskander Yerimbetov", aliases=("Искандер Еримбетов",))
LEYEN = Person(id="ursula-von-der-leyen", name="Ursula von der Leyen")
ZHUMAGULOV = Person(
    id="almat-zhumagulov", name="Almat Zhumagulov", naming=Naming(allowed=False, reason="in danger", instead="A. Z.")
)


@pytest.fixture
def people(tmp_path: Path) -> PeopleFiles:
    """Five persons of the two letters."""
    files = PeopleFiles(tmp_path / "people")
    for person in (SHAKIROV, SWIACICKI, YERIMBETOV, LEYEN, ZHUMAGULOV):
        files.put(person, None)
    return files


FOUND = [
    ("Askar Shakirov", SHAKIROV),
    ("askar shakirov", SHAKIROV),
    ("SHAKIROV Askar", SHAKIROV),
    ("Mr Shakirov", SHAKIROV),
    ("Ombudsman Askar Shakirov", SHAKIROV),
    ("H.E. Mr. Shakirov", SHAKIROV),
    ("A. Shakirov", SHAKIROV),
    ("Аскар Шакиров", SHAKIROV),
    ("Swiacicki", SWIACICKI),
    ("Marcin Świącicki MEP", SWIACICKI),
    ("Erimbetov", YERIMBETOV),
    ("Еримбетов", YERIMBETOV),
    ("Jumagulov", ZHUMAGULOV),
    ("Frau von der Leyen", LEYEN),
    ("Bolat Shakirov", None),  # another person of that surname
    ("Askar", None),  # a given name is nobody's alone
    ("Mr", None),
    ("", None),
    ("Kenzhebek Abishev", None),
]


@pytest.mark.parametrize(("name", "person"), FOUND)
def test_a_person_is_found_by_any_way_of_writing_the_name(
    people: PeopleFiles, name: str, person: Person | None
) -> None:
    assert people.find(name) == person


def test_a_name_two_persons_share_finds_neither(people: PeopleFiles) -> None:
    people.put(Person(id="bolat-shakirov", name="Bolat Shakirov"), None)
    assert people.find("Shakirov") is None
    assert people.find("Askar Shakirov") == SHAKIROV
    assert people.find("Bolat Shakirov") != SHAKIROV


def test_nobody_is_begun_without_a_name(people: PeopleFiles) -> None:
    with pytest.raises(BadArgumentError, match="nobody is called so"):
        people.begin(" ")


def test_nobody_is_kept_under_a_name_with_characters_that_cannot_be_seen(people: PeopleFiles) -> None:
    begun = people.begin("Jan\x1b Ko\u202ewalski\n")
    people.put(begun.person, begun.seen)
    assert people.find("Jan Kowalski") == begun.person
    assert begun.person.name == "Jan Kowalski"


def test_a_file_shows_only_what_is_known(people: PeopleFiles, tmp_path: Path) -> None:
    written = (tmp_path / "people" / "marcin-swiacicki.json").read_text("utf-8")
    assert json.loads(written) == {"schema": 1, "id": "marcin-swiacicki", "name": "Marcin Świącicki"}
    assert "Świącicki" in written
    assert people.get("marcin-swiacicki").person == SWIACICKI
    assert [person.id for person in people.all()] == sorted(person.id for person in people.all())


def test_two_who_change_a_person_do_not_lose_each_other(people: PeopleFiles) -> None:
    known = people.get("askar-shakirov")
    people.put(known.person.model_copy(update={"email": "a@example.org"}), known.seen)
    with pytest.raises(ExternallyChangedError):
        people.put(known.person.model_copy(update={"gender": "male"}), known.seen)
    assert people.get("askar-shakirov").person.email == "a@example.org"


def test_an_unknown_person_is_told_with_the_known_ones(people: PeopleFiles) -> None:
    with pytest.raises(UnknownPersonError, match="askar-shakirov"):
        people.get("askar")
    with pytest.raises(UnknownPersonError):
        people.get("../2019/letter")


@pytest.mark.parametrize(
    ("content", "named"), [("{", "EOF"), ('{"schema": 1, "id": "x"}', "name"), ('{"id": "y", "name": "Y"}', "y")]
)
def test_a_damaged_file_is_named_with_its_field(people: PeopleFiles, tmp_path: Path, content: str, named: str) -> None:
    (tmp_path / "people" / "x.json").write_text(content, "utf-8")
    with pytest.raises(DamagedRecordError, match=named):
        people.all()


def test_an_office_that_knows_nobody_knows_nobody(tmp_path: Path) -> None:
    assert PeopleFiles(tmp_path / "people").all() == ()
    assert PeopleFiles(tmp_path / "people").find("Ana Gomes") is None
