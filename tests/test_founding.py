"""A new office: whose it is, and what its settings leave open."""

import tomllib
from pathlib import Path

import pytest

from assistant.founding import make_office
from assistant.office import Office


@pytest.mark.parametrize("name", ["Zoë O'Neil", 'Anna "Ania" Nowak', "Łukasz\\Wójcik"])
def test_an_office_is_that_of_the_member_who_is_named(name: str, tmp_path: Path) -> None:
    assert Office(make_office(tmp_path, member=name)).settings.member.name == name


@pytest.mark.parametrize("member", ["", "Zoë O'Neil"])
def test_a_new_office_says_nothing_of_another_member(member: str, tmp_path: Path) -> None:
    settings = (make_office(tmp_path, member=member) / "letter_templates" / "office.toml").read_text("utf-8")
    told = tomllib.loads(settings)
    assert told["member"] == {
        "institution": "European Parliament",
        "name": member,
        "designation": "Member of the European Parliament",
        "group": "",
        "country": "",
        "email": "",
    }
    assert told["addresses"][0]["lines"] == ["Rue Wiertz 60", "B-1047 Brussels"]


def test_the_documents_that_come_along_are_of_the_office_whose_letters_they_are(tmp_path: Path) -> None:
    assert Office(make_office(tmp_path / "hers", examples=True)).settings.member.name == "Ana Gomes"
    assert (
        Office(make_office(tmp_path / "mine", member="Zoë O'Neil", examples=True)).settings.member.name == "Zoë O'Neil"
    )


def test_what_stands_there_already_is_left_alone(tmp_path: Path) -> None:
    make_office(tmp_path, member="Zoë O'Neil")
    assert Office(make_office(tmp_path, member="Anna Nowak")).settings.member.name == "Zoë O'Neil"
