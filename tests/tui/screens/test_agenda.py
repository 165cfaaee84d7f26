"""The Agenda as a person uses it, in an office in the middle of its work; decisions are read back from the disk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.model.decision import Answer, AnswerDecision, LinkDecision, Outcome, PromiseDecision
from assistant.office import Office
from assistant.tui.screens.agenda import AgendaScreen
from assistant.tui.screens.thread import ThreadScreen
from tests.story import FOLLOW_UP, INQUIRY, REPLY, make_story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.person import Person, Sit


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story") / "office"
    office = make_story(folder)
    settings = folder / "letter_templates" / "office.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[deadlines]\nlook_back_days = 3650\n", "utf-8")
    office.search("")
    return folder


@pytest.fixture
def at_work(story: Path, tmp_path: Path) -> Office:
    shutil.copytree(story, tmp_path / "story")
    return Office(tmp_path / "story")


def agenda(person: Person) -> AgendaScreen:
    assert isinstance(person.app.screen, AgendaScreen)
    return person.app.screen


async def go_to_agenda(person: Person) -> None:
    await person.press("tab", "4")


async def test_the_letter_without_an_answer_is_late_and_says_why(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        seen = person.seen()
        assert "Late  1" in seen
        assert "19 Jul 2019  reply" in seen
        assert "the letter asks for a reply by then" in seen
        assert "● 23 May 2019" in seen


async def test_a_promise_that_was_kept_leaves_the_agenda_and_stands_in_the_decisions(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        await person.press("down")
        chosen = agenda(person).lines.chosen
        assert chosen
        await person.press("k", "end", "enter")
        [decision] = Office(at_work.folder).decisions.all()
        assert isinstance(decision, PromiseDecision)
        assert (decision.promise, decision.outcome) == (chosen.key, Outcome.KEPT)
        assert chosen.key not in {item.key for item in agenda(person).lines._items.values()}


async def test_leaving_the_question_decides_nothing(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        await person.press("down", "b", "escape")
        assert Office(at_work.folder).decisions.all() == ()


async def test_a_day_to_come_back_is_kept(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        await person.press("down", "d", *"2030-01-07", "enter")
        [decision] = Office(at_work.folder).decisions.all()
        assert isinstance(decision, PromiseDecision)
        assert decision.follow_up == "2030-01-07"


async def test_the_letter_that_is_due_is_begun_with_one_key(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        await person.press("down", "w")
        begun = (at_work.folder / "drafts").glob("*.md")
        assert any(f"answering: {REPLY}" in draft.read_text("utf-8") for draft in begun)


async def test_a_verdict_given_in_the_exchange_is_kept(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        await person.press("t")
        assert isinstance(person.app.screen, ThreadScreen)
        await person.press("down", "a")
        [decision] = Office(at_work.folder).decisions.all()
        assert isinstance(decision, AnswerDecision)
        assert (decision.reply, decision.answer) == (REPLY, Answer.ANSWERED)
        assert decision.point.startswith(INQUIRY)
        assert "✓ answered  " in person.seen()
        await person.press("escape")
        assert agenda(person)


async def test_a_proposed_link_can_be_cut(sit: Sit, at_work: Office) -> None:
    async with sit(at_work) as person:
        await go_to_agenda(person)
        await person.press("t", "c")
        [decision] = Office(at_work.folder).decisions.all()
        assert isinstance(decision, LinkDecision)
        assert (decision.later, decision.joined) == (FOLLOW_UP, False)


async def test_an_office_without_letters_says_how_lines_come_here(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await go_to_agenda(person)
        assert "Nothing has waited since" in person.seen()
