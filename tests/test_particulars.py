"""What is kept of a person, put right in steps: on disk at once, undone, never over somebody else's."""

from pathlib import Path

import pytest

from assistant.cli.main import main
from assistant.errors import BadArgumentError, ExternallyChangedError
from assistant.founding import make_office
from assistant.model.person import Person, Role
from assistant.office import Office

OMBUDSMAN = Role(title="Ombudsman", organisation="Republic of Kazakhstan", since="2013-09", office="ombudsman")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(make_office(tmp_path / "office", examples=True))


def moved(person: Person) -> Person:
    return person.model_copy(update={"address": ("Mangilik El 8", "010000 Astana")})


def test_every_step_is_on_disk_at_once_and_can_be_undone(office: Office) -> None:
    particulars = office.dossiers.particulars("Shakirov")
    first = particulars.now
    second = particulars.do(moved)
    third = particulars.do(lambda person: person.with_role(OMBUDSMAN))
    assert office.people.get(first.id).person == third
    assert [particulars.undo(), particulars.undo(), particulars.redo()] == [second, first, second]
    assert office.people.get(first.id).person == second


def test_a_step_never_runs_over_what_somebody_else_wrote(office: Office) -> None:
    ours, theirs = office.dossiers.particulars("Shakirov"), office.dossiers.particulars("Shakirov")
    theirs.do(lambda person: person.model_copy(update={"email": "ombudsman@example.org"}))
    with pytest.raises(ExternallyChangedError):
        ours.do(moved)
    assert office.people.get(ours.now.id).person == theirs.now
    assert ours.read_again() == theirs.now
    assert ours.do(moved).email == "ombudsman@example.org"


def test_somebody_of_the_letters_alone_is_kept_with_the_first_step(office: Office) -> None:
    particulars = office.dossiers.particulars("Dzhakishev")
    assert office.people.find("Dzhakishev") is None
    particulars.do(moved)
    assert office.people.get("mukhtar-dzhakishev").person.address == ("Mangilik El 8", "010000 Astana")


def test_a_role_of_the_same_title_and_body_gives_way_and_another_is_added() -> None:
    person = Person(id="a", name="A B").with_role(OMBUDSMAN)
    left = OMBUDSMAN.model_copy(update={"until": "2020-01"})
    assert person.with_role(left).roles == (left,)
    assert person.with_role(Role(title="Senator")).roles == (OMBUDSMAN, Role(title="Senator"))
    assert person.without_role("ombudsman").roles == ()
    with pytest.raises(BadArgumentError, match="Those kept are: Ombudsman"):
        person.without_role("Minister")


def test_the_command_line_keeps_roles_and_address(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--office", str(office.folder), "person", "Shakirov"]
    role = "Ombudsman | Republic of Kazakhstan | 2013-09/ | ombudsman"
    address = ["--address", "Mangilik El 8; 010000 Astana", "--email", "a@example.org"]
    assert main([*command, "--role", role, *address]) == 0
    person = office.people.find("Shakirov")
    assert person
    assert OMBUDSMAN in person.roles
    capsys.readouterr()
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "  address   Mangilik El 8, 010000 Astana" in out
    assert "  e-mail    a@example.org" in out
    assert main([*command, "--drop-role", "Ombudsman", "--address", "", "--email", ""]) == 0
    person = office.people.find("Shakirov")
    assert person
    assert (person.roles, person.address, person.email) == ((), (), None)


def test_a_form_of_address_that_is_not_there_is_refused(office: Office) -> None:
    command = ["--office", str(office.folder), "person", "Shakirov"]
    before = office.people.find("Shakirov")
    assert main([*command, "--role", "Ombudsman | | | ombudswoman"]) == 2
    assert office.people.find("Shakirov") == before


def test_of_two_who_share_a_name_each_is_reached_by_id(office: Office) -> None:
    for person in ("anna-kowalska", "anna-kowalska-2"):
        office.people.put(Person(id=person, name="Anna Kowalska"), None)
    with pytest.raises(BadArgumentError, match="several are called so"):
        office.dossiers.particulars("Anna Kowalska")
    office.dossiers.particulars("anna-kowalska-2").do(moved)
    assert office.people.get("anna-kowalska").person.address == ()
    assert office.people.get("anna-kowalska-2").person.address


def test_a_name_in_no_letters_of_ours_is_kept_all_the_same(office: Office) -> None:
    kept = office.dossiers.particulars("漢字").do(moved)
    assert kept.name == "漢字"
    assert office.people.get(kept.id).person == kept
