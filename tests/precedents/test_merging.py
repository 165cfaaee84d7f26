"""Decisions about who is who: each in a person's own file, whoever decides and however often."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant.errors import BadArgumentError, ExternallyChangedError, UnknownPersonError
from assistant.model.person import Naming, Person, Role
from assistant.office import Office
from assistant.precedents.layout import LOCK_FILE
from assistant.storage import locked
from tests.precedents.processes import go, start

DECIDE = """
import sys
from pathlib import Path
from assistant.office import Office
office, others = Office(Path(sys.argv[1])), sys.argv[3:]
decide = office.same_person if sys.argv[2] == "same" else office.different_people
print("ready", flush=True)
sys.stdin.readline()
for other in others:
    decide("Almat Zhumagulov", other)
"""
SPELLINGS = ("Almat Jumagulov", "Алмат Жумагулов", "Almat Dschumagulow")
OTHERS = ("Almas Zhumagulov", "Bolat Zhumagulov", "Almat Zhumagulova")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with a letter for each name."""
    (tmp_path / "office" / "precedents").mkdir(parents=True)
    office = Office(tmp_path / "office")
    for number, name in enumerate(("Almat Zhumagulov", *SPELLINGS, *OTHERS)):
        path = tmp_path / f"{number}.txt"
        body = f"I ask you about the prisoner, Mr {name}, who was beaten in prison."
        path.write_text(
            f"Brussels, {number + 1} May 2019\n\nDear Sir,\n\n{body}\n\nYours sincerely,\n\nAna Gomes\n", "utf-8"
        )
    outcomes = list(office.add(sorted(tmp_path.glob("*.txt"))))
    assert all(outcome.id for outcome in outcomes)
    return office


def file_of(office: Office, person: str) -> dict[str, object]:
    content = (office.folder / "precedents" / "people" / f"{person}.json").read_text("utf-8")
    loaded: dict[str, object] = json.loads(content)
    return loaded


def proposed(office: Office) -> set[frozenset[str]]:
    return {frozenset((proposal.one.name, proposal.other.name)) for proposal in office.merge_proposals()}


def test_two_spellings_are_proposed_until_somebody_decides(office: Office) -> None:
    pair = frozenset(("Almat Zhumagulov", "Almat Jumagulov"))
    assert pair in proposed(office)
    assert office.people.all() == ()
    office.same_person("Almat Zhumagulov", "Almat Jumagulov")
    assert pair not in proposed(office)
    assert file_of(office, "almat-zhumagulov") == {
        "schema": 1,
        "id": "almat-zhumagulov",
        "name": "Almat Zhumagulov",
        "aliases": ["Almat Jumagulov"],
    }


def test_not_the_same_is_remembered_in_a_plain_file(office: Office) -> None:
    office.different_people("Almat Zhumagulov", "Almat Jumagulov")
    assert file_of(office, "almat-zhumagulov")["not_same"] == ["Almat Jumagulov"]
    shutil.rmtree(office.folder / ".assistant")
    again = Office(office.folder)
    assert frozenset(("Almat Zhumagulov", "Almat Jumagulov")) not in proposed(again)
    assert frozenset(("Almat Zhumagulov", "Алмат Жумагулов")) in proposed(again)


def test_said_twice_is_said_once(office: Office) -> None:
    for _ in range(2):
        office.different_people("Almat Zhumagulov", "Almas Zhumagulov")
        office.same_person("Almat Zhumagulov", "Almat Jumagulov")
    (person,) = office.people.all()
    assert (person.aliases, person.not_same) == (("Almat Jumagulov",), ("Almas Zhumagulov",))


def test_a_decision_can_be_taken_back(office: Office) -> None:
    office.different_people("Almat Zhumagulov", "Almat Jumagulov")
    assert office.same_person("Almat Zhumagulov", "Almat Jumagulov").not_same == ()
    parted = office.different_people("Almat Zhumagulov", "Almat Jumagulov")
    assert (parted.aliases, parted.not_same) == ((), ("Almat Jumagulov",))


def test_an_unknown_name_is_no_decision(office: Office) -> None:
    with pytest.raises(UnknownPersonError, match="Almat Zumagulof"):
        office.same_person("Almat Zhumagulov", "Almat Zumagulof")
    assert office.people.all() == ()


def test_of_two_files_one_is_made_that_says_all_of_both(office: Office) -> None:
    one = Person(id="zhumagulov", name="Almat Zhumagulov", not_same=("Almas Zhumagulov", "Almat Jumagulov"))
    other = Person(
        id="jumagulov",
        name="Almat Jumagulov",
        roles=(Role(title="activist"),),
        naming=Naming(allowed=False, reason="in danger", instead="A. Z."),
    )
    for person in (one, other):
        office.people.put(person, None)
    united = office.same_person("zhumagulov", "jumagulov")
    assert office.people.all() == (united,)
    assert united == one.model_copy(
        update={
            "aliases": ("Almat Jumagulov",),
            "not_same": ("Almas Zhumagulov",),
            "roles": other.roles,
            "naming": other.naming,
        }
    )


def test_two_files_made_one_are_two_again_when_that_is_taken_back(office: Office) -> None:
    for person in (Person(id="one", name="Almat Zhumagulov"), Person(id="two", name="A. Z.", email="a@example.org")):
        office.people.put(person, None)
    before = office.people.all()
    decision = office.identities.same("one", "two")
    united = office.people.all()
    assert (len(before), len(united)) == (2, 1)
    decision.undo()
    assert office.people.all() == before
    decision.redo()
    assert office.people.all() == united


def test_a_decision_is_not_taken_back_over_what_somebody_changed_since(office: Office) -> None:
    for person in (Person(id="one", name="Almat Zhumagulov"), Person(id="two", name="A. Z.")):
        office.people.put(person, None)
    decision = office.identities.same("one", "two")
    office.people.put(Person(id="two", name="Aigul Zhumagulova"), None)
    stands = office.people.all()
    with pytest.raises(ExternallyChangedError):
        decision.undo()
    assert office.people.all() == stands


def test_two_files_that_contradict_each_other_stay_two(office: Office) -> None:
    office.people.put(Person(id="one", name="Almat Zhumagulov", gender="male"), None)
    office.people.put(Person(id="two", name="Almat Jumagulov", gender="female"), None)
    with pytest.raises(BadArgumentError, match="gender"):
        office.same_person("one", "two")
    assert len(office.people.all()) == 2


def test_two_who_decide_at_once_lose_nothing(office: Office) -> None:
    office.search("")
    go(
        *(
            processes := [
                start(DECIDE, office.folder, what, *names) for what, names in (("same", SPELLINGS), ("other", OTHERS))
            ]
        )
    )
    assert [process.communicate() and process.returncode for process in processes] == [0, 0]
    (person,) = office.people.all()
    assert set(person.aliases) == set(SPELLINGS)
    assert set(person.not_same) == set(OTHERS)
    assert not [one for one in office.merge_proposals() if person.id in (one.one.person, one.other.person)]


@pytest.mark.parametrize("what", ["same", "other"])
def test_a_decision_waits_while_another_is_written(what: str, office: Office) -> None:
    office.search("")
    with locked(office.folder / ".assistant" / LOCK_FILE):
        go(process := start(DECIDE, office.folder, what, SPELLINGS[0]))
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        assert office.people.all() == ()
    assert process.communicate()
    assert process.returncode == 0
    assert len(office.people.all()) == 1
