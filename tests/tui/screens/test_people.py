"""The People as a person uses it: pages, naming, and two names made one; what counts is what stands on disk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.founding import make_office
from assistant.model.person import Audience, MergeProposal, Person, Role
from assistant.model.search import NamedOften
from assistant.office import Office
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.screens.people import PeopleScreen
from tests.story import make_story
from tests.tui.person import flat

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui import person as keyboard
    from tests.tui.person import Sit


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story") / "office"
    make_story(folder).search("")
    return folder


@pytest.fixture
def at_work(story: Path, tmp_path: Path) -> Office:
    shutil.copytree(story, tmp_path / "story")
    return Office(tmp_path / "story")


def people(person: keyboard.Person) -> PeopleScreen:
    assert isinstance(person.app.screen, PeopleScreen)
    return person.app.screen


async def look_for(person: keyboard.Person, name: str) -> Person:
    await person.press("tab", "5", "slash", *name, "enter")
    chosen = people(person).names.chosen
    assert isinstance(chosen, Person)
    return chosen


def on_disk(office: Office, name: str) -> Person:
    [found] = [each for each in Office(office.folder).people.all() if each.name == name]
    return found


async def test_whom_letters_name_stands_below_those_of_whom_something_is_kept(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5", "slash", *"dzhaki", "enter")
        chosen = people(person).names.chosen
        assert isinstance(chosen, NamedOften)
        assert chosen.name == "Mukhtar Dzhakishev"
        assert "Named in letters" in person.seen()
        assert "Mukhtar Dzhakishev" in person.seen().split("Page")[1]
        await person.press("m", "n", *"a prisoner", "enter")
        kept = on_disk(at_work, "Mukhtar Dzhakishev")
        assert (kept.naming.allowed, kept.naming.instead) == (False, "a prisoner")
        assert people(person).person == kept
        await person.press("u")
        assert "Mukhtar Dzhakishev" not in [each.name for each in at_work.people.all()]


async def test_somebody_whom_letters_only_name_is_given_a_role(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5", "slash", *"casserly", "enter", "e", "r", *"Chief Executive", "enter")
        assert [role.title for role in on_disk(at_work, "Catherine M. Casserly").roles] == ["Chief Executive"]


async def test_where_nobody_is_known_the_place_says_so(sit: Sit, tmp_path: Path) -> None:
    async with sit(Office(make_office(tmp_path / "new"))) as person:
        await person.press("tab", "5")
        assert "Nobody is known here yet" in flat(person)
        await person.press("slash", *"nowak")
        assert "Nobody of this name is kept here or named in a letter." in flat(person)


async def test_a_page_tells_what_somebody_said_with_its_place(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await look_for(person, "shakirov")
        seen = person.seen()
        assert "Said  2" in seen
        assert "Ombudsman  named so 23 May 2019" in seen
        assert "2019-05-23-carlsson-gomes, para. 1" in seen
        assert "may be named" in seen


async def test_whoever_may_not_be_named_is_guarded_from_then_on(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await look_for(person, "bokayev")
        await person.press("m", "a", *"M. B.", "enter")
        naming = on_disk(at_work, "Max Bokayev").naming
        assert (naming.allowed, naming.only_in, naming.instead) == (False, (Audience.CONFIDENTIAL,), "M. B.")
        assert "✗ Max Bokayev" in person.seen()


async def test_thinking_better_of_it_changes_nothing(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await look_for(person, "bokayev")
        await person.press("m", "n", "escape")
        assert on_disk(at_work, "Max Bokayev").naming.allowed


async def test_a_pair_told_apart_is_not_proposed_again(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5")
        pair = people(person).names.chosen
        assert isinstance(pair, MergeProposal)
        assert pair.reasons[0] in person.seen()
        await person.press("x")
        assert all(each != pair for each in Office(at_work.folder).merge_proposals())


async def test_two_names_become_one_person_with_one_key(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5")
        pair = people(person).names.chosen
        assert isinstance(pair, MergeProposal)
        await person.press("y")
        assert any({pair.one.name, pair.other.name} <= set(each.names) for each in Office(at_work.folder).people.all())


@pytest.mark.parametrize("key", ["y", "x"])
async def test_a_decision_who_is_who_is_taken_back_and_made_again(sit: Sit, at_work: Office, key: str) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5")
        before, proposed = at_work.people.all(), at_work.merge_proposals()
        await person.press(key)
        decided = Office(at_work.folder).people.all()
        assert decided != before
        await person.press("u")
        assert Office(at_work.folder).people.all() == before
        assert Office(at_work.folder).merge_proposals() == proposed
        await person.press("U")
        assert Office(at_work.folder).people.all() == decided


async def test_steps_are_taken_back_in_their_order_whomever_they_were_about(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        before = at_work.people.all()
        await look_for(person, "bokayev")
        await person.press("e", "m", *"m@example.org", "enter", "escape")
        await look_for(person, "shakirov")
        await person.press("e", "m", *"s@example.org", "enter", "slash", "escape")
        await person.press("home", "y")
        assert not Office(at_work.folder).merge_proposals()
        await person.press("u", "u")
        assert on_disk(at_work, "Max Bokayev").email == "m@example.org"
        assert on_disk(at_work, "Askar Shakirov").email is None
        await person.press("u")
        assert Office(at_work.folder).people.all() == before


async def test_what_a_colleague_did_since_a_decision_is_not_taken_back_with_it(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5", "y")
        theirs = Office(at_work.folder).dossiers.particulars("Askar Shakirov")
        assert theirs.do(lambda one: one.model_copy(update={"email": "theirs@example.org"})).aliases == ("Shakirov",)
        stands = Office(at_work.folder).people.all()
        await person.press("u")
        assert Office(at_work.folder).people.all() == stands


async def test_enter_shows_the_letters_that_name_somebody(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await look_for(person, "bokayev")
        await person.press("enter")
        assert isinstance(person.app.screen, LibraryScreen)
        assert person.app.screen.search_box.value == 'person:"Max Bokayev"'


async def test_a_role_and_an_address_are_on_disk_at_once_and_undone(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        before = await look_for(person, "bokayev")
        await person.press("e", "r")
        await person.type("Activist | Atyrau | 2010/")
        await person.press("enter")
        role = Role(title="Activist", organisation="Atyrau", since="2010")
        assert on_disk(at_work, "Max Bokayev").roles == (*before.roles, role)
        assert "Activist, Atyrau  2010 – today" in person.seen()
        await person.press("e", "a")
        await person.type("Satpayev 1; Atyrau")
        await person.press("enter")
        assert on_disk(at_work, "Max Bokayev").address == ("Satpayev 1", "Atyrau")
        await person.press("u", "u")
        assert on_disk(at_work, "Max Bokayev") == before
        await person.press("U")
        assert on_disk(at_work, "Max Bokayev").roles == (*before.roles, role)


async def test_a_role_is_changed_checked_and_taken_away(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        before = await look_for(person, "shakirov")
        assert before.roles
        await person.press("e", "enter", "ctrl+u")
        await person.type("Ombudsman | | last year")
        await person.press("enter")
        assert "this is no date" in person.seen()
        await person.press("ctrl+u", "enter")
        assert on_disk(at_work, "Askar Shakirov").roles == before.roles[1:]


async def test_what_a_colleague_kept_meanwhile_is_never_written_over(sit: Sit, at_work: Office) -> None:
    async with sit(at_work, notifications=True) as person:
        await look_for(person, "bokayev")
        await person.press("e", "m")
        theirs = Office(at_work.folder).dossiers.particulars("Max Bokayev")
        theirs.do(lambda one: one.model_copy(update={"email": "max@example.org"}))
        await person.type("mine@example.org")
        await person.press("enter")
        assert "Somebody else changed what is kept of Max Bokayev" in flat(person)
        assert on_disk(at_work, "Max Bokayev").email == "max@example.org"
        await person.press("r")
        assert "max@example.org" in person.seen()
        assert any("how it stands on the disk" in notice.message for notice in person.app._notifications)


async def test_somebody_known_from_letters_alone_is_kept_with_the_first_step(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await person.press("tab", "5", "n")
        await person.type("Dzhakishev")
        await person.press("enter", "r")
        assert all("Dzhakishev" not in each.name for each in Office(at_work.folder).people.all())
        await person.type("Prisoner")
        await person.press("enter")
        assert on_disk(at_work, "Mukhtar Dzhakishev").roles == (Role(title="Prisoner"),)
        assert people(person).names.chosen == on_disk(at_work, "Mukhtar Dzhakishev")


async def test_the_first_step_about_somebody_new_taken_back_leaves_nothing(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        before = at_work.people.files()
        await person.press("tab", "5", "n", *"Dzhakishev", "enter", "r", *"Prisoner", "enter")
        assert len(at_work.people.files()) == len(before) + 1
        await person.press("u")
        assert at_work.people.files() == before
        await person.press("U")
        assert on_disk(at_work, "Mukhtar Dzhakishev").roles == (Role(title="Prisoner"),)
