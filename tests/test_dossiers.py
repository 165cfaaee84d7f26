"""A person and a matter over many letters, on the shipped office and on one in the middle of its work."""

import json
from pathlib import Path

import pytest

from assistant.cli.main import main
from assistant.errors import BadArgumentError, UnknownNameError
from assistant.founding import make_office
from assistant.model.decision import Outcome
from assistant.model.person import Audience, Naming, Person
from assistant.office import Office

GOLDEN = Path(__file__).parent / "golden"
REPLY, REPORT = "2019-05-23-carlsson-gomes", "2018-05-15-open-dialog-foundation"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(make_office(tmp_path / "office", examples=True))


@pytest.mark.parametrize(
    ("command", "golden"),
    [
        (["person", "Shakirov"], "person-shakirov"),
        (["person", "Шакиров"], "person-shakirov"),
        (["person", "Iskander Yerimbetov"], "person-yerimbetov"),
        (["timeline", "torture"], "timeline-torture"),
    ],
)
def test_the_command_prints_what_a_careful_reader_finds(
    command: list[str], golden: str, office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--office", str(office.folder), *command]) == 0
    assert capsys.readouterr().out == (GOLDEN / f"{golden}.txt").read_text("utf-8")


def test_an_official_has_letters_roles_and_promises_and_what_became_of_them(office: Office) -> None:
    office.correspondence.say_of_promise(f"{REPLY}#f15", Outcome.BROKEN)
    carlsson = Office(office.folder).person("Carlsson")
    assert [letter.precedent for letter in carlsson.written] == [REPLY]
    assert [(role.title, role.first_seen) for role in carlsson.roles] == [("Head of Delegation", "2019-05-23")]
    assert [(each.fact.fact, each.outcome) for each in carlsson.promises] == [
        ("f11", Outcome.OPEN), ("f15", Outcome.BROKEN), ("f17", Outcome.OPEN), ("f19", Outcome.OPEN),
    ]  # fmt: skip
    assert [fact.fact for fact in carlsson.passed_on] == ["f13", "f3", "f4", "f14"]


def test_somebody_without_a_file_is_known_from_letters_alone(office: Office) -> None:
    dzhakishev = office.person("Dzhakishev")
    assert (dzhakishev.name, dzhakishev.person) == ("Mukhtar Dzhakishev", None)
    assert [fact.key for fact in dzhakishev.about] == [f"{REPORT}#f6"]


def test_whom_letters_name_and_nothing_is_kept_of_is_told_the_most_often_named_first(office: Office) -> None:
    named = office.dossiers.named_only()
    assert "Mukhtar Dzhakishev" in [one.name for one in named]
    assert "Max Bokayev" not in [one.name for one in named]
    assert [one.letters for one in named] == sorted((one.letters for one in named), reverse=True)
    assert [one.name for one in office.dossiers.named_only("джакиш")] == ["Mukhtar Dzhakishev"]
    office.people.put(Person(id="mukhtar-dzhakishev", name="Mukhtar Dzhakishev"), None)
    assert office.dossiers.named_only("dzhakish") == ()


def test_the_command_tells_who_is_named_as_well(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--office", str(office.folder), "people", "dzha", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"people": [], "proposals": [], "named": [{"name": "Mukhtar Dzhakishev", "letters": 1}]}
    assert main(["--office", str(office.folder), "people", "dzha"]) == 0
    assert "1 letter                    Mukhtar Dzhakishev" in capsys.readouterr().out


def test_a_name_nobody_bears_is_an_error_and_so_is_one_that_two_bear(office: Office) -> None:
    with pytest.raises(UnknownNameError, match="There is no person “Nowak”"):
        office.person("Nowak")
    office.people.put(Person(id="olga-carlsson", name="Olga Carlsson"), None)
    with pytest.raises(BadArgumentError, match="several are called so"):
        office.person("Carlsson")
    assert office.person("Sven-Olov Carlsson").person


def test_only_the_words_of_one_person_or_body_are_shown(office: Office) -> None:
    for by in ("Carlsson", "European Union Delegation"):
        shown = office.timeline("torture", by)
        assert {fact.speaker for fact in shown.facts} == {"Sven-Olov Carlsson"}
    assert [fact.fact for fact in office.timeline("torture", "Świącicki").facts] == ["f6"]


def test_whether_somebody_may_be_named_is_kept_in_their_file_with_the_reason(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ["--office", str(office.folder)]
    said = ["--not-to-be-named", "--reason", "the family asked", "--instead", "M. B.", "--only-in", "confidential"]
    assert main([*here, "person", "Bokayev", *said]) == 0
    naming = office.people.get("max-bokayev").person.naming
    assert naming == Naming(allowed=False, only_in=(Audience.CONFIDENTIAL,), reason="the family asked", instead="M. B.")
    capsys.readouterr()
    assert main([*here, "person", "Bokayev"]) == 0
    line = capsys.readouterr().out.splitlines()[1]
    assert line == "  NOT TO BE NAMED but in what is confidential: the family asked; instead “M. B.”"
    assert main([*here, "person", "Bokayev", "--instead", "a prisoner"]) == 2
    assert main([*here, "person", "Bokayev", "--may-be-named"]) == 0
    assert office.people.get("max-bokayev").person.naming == Naming()


def test_somebody_known_from_letters_alone_is_given_a_file_when_they_are_not_to_be_named(office: Office) -> None:
    guarded = Naming(allowed=False)
    kept = office.dossiers.particulars("Dzhakishev").do(lambda one: one.model_copy(update={"naming": guarded}))
    assert (kept.id, kept.name) == ("mukhtar-dzhakishev", "Mukhtar Dzhakishev")
    assert not office.person("Dzhakishev").naming.allowed


def test_both_pages_come_as_json_too(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    here = ["--office", str(office.folder)]
    assert main([*here, "person", "Shakirov", "--json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["said"][0]["by"][-1] == {"name": "Askar Shakirov", "act": "acknowledges"}
    assert main([*here, "timeline", "torture", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["facts"]
    assert [fact["fact"] for fact in shown] == ["f6", "f6", "f7", "f17", "f18"]
