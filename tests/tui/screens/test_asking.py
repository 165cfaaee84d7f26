"""Questions to a person: whatever a letter says stands in them as it is, and answers that will not do are not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assistant.model.typed import read_day
from assistant.tui.screens.asking import AskScreen, Choice, ChooseScreen

if TYPE_CHECKING:
    from tests.tui.person import Person, Sit

CHOICES = (Choice("one", Content("the [b]first[/b]"), "f"), Choice("two", Content("the second")))


async def ask(person: Person, question: AskScreen | ChooseScreen) -> list[str | None]:
    answers: list[str | None] = []
    await person.app.push_screen(question, answers.append)
    await person.settle()
    return answers


async def test_words_of_a_letter_are_shown_as_they_are(sit: Sit) -> None:
    async with sit() as person:
        await ask(person, ChooseScreen("Who is [bold]Evil[/bold] [/nope]?", CHOICES, "[@click=app.quit]x[/]"))
        for words in ("Who is [bold]Evil[/bold] [/nope]?", "[@click=app.quit]x[/]", "the [b]first[/b]"):
            assert words in person.seen()


async def test_one_of_several_is_taken_by_its_letter_or_with_enter(sit: Sit) -> None:
    async with sit() as person:
        by_letter = await ask(person, ChooseScreen("Which?", CHOICES))
        await person.press("f")
        with_enter = await ask(person, ChooseScreen("Which?", CHOICES, chosen="two"))
        await person.press("enter")
        assert (by_letter, with_enter) == (["one"], ["two"])


async def test_among_many_one_looks_by_typing(sit: Sit) -> None:
    many = [
        Choice(name, Content(f"[b]{name}[/b]"))
        for name in ["Anna", "Émile", "Jean", "Jeanne", "Karl", "Maria", "Olga", "Petra", "Rosa", "Zoë"]
    ]
    async with sit() as person:
        chosen = await ask(person, ChooseScreen("Who?", many))
        assert "[b]Zoë[/b]" in person.seen()
        await person.press(*"jea")
        assert "[b]Anna[/b]" not in person.seen()
        await person.press("down", "enter")
        by_accent = await ask(person, ChooseScreen("Who?", many))
        await person.press(*"emile", "enter")
        nobody = await ask(person, ChooseScreen("Who?", many))
        await person.press(*"xyz", "enter", "escape")
        assert (chosen, by_accent, nobody) == (["Jeanne"], ["Émile"], [None])


async def test_escape_answers_nothing(sit: Sit) -> None:
    async with sit() as person:
        chosen = await ask(person, ChooseScreen("Which?", CHOICES))
        await person.press("escape")
        typed = await ask(person, AskScreen("Why?", value="because"))
        await person.press("escape")
        assert (chosen, typed) == ([None], [None])


async def test_what_will_not_do_stays_to_be_put_right(sit: Sit) -> None:
    async with sit() as person:
        answers = await ask(person, AskScreen("When?", value="May 2019", check=read_day))
        await person.press("enter")
        assert answers == []
        assert "this is no date" in person.seen()
        await person.press("ctrl+u")
        await person.type("2019-05")
        await person.press("enter")
        assert answers == ["2019-05"]
