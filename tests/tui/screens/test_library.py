"""The Library as a person uses it, on a real office."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from assistant.founding import make_office
from assistant.model.precedent import Extraction
from assistant.office import Office
from assistant.reading import read_bytes
from tests.tui.person import CARLSSON, flat

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.person import Person, Sit

QUESTION = "illegal force person:shakirov"
ADMISSION = "Mr Shakirov acknowledged that there were cases of illegal force against prisoners"


def file_letter(office: Office, text: str, name: str = "another.txt") -> str:
    """File a text as it is, without facts."""
    data = text.encode("utf-8")
    return office.shelf.put(Extraction(), read_bytes(data, name), data, ".txt").id


def in_view(person: Person, words: str) -> bool:
    """Whether the line on which the words begin is among those the letter shows."""
    reader = person.library.pane.reader
    assert reader.precedent
    page = reader._page
    assert page
    line = page.line_at(reader.precedent.text.index(words))
    return reader.scroll_offset.y <= line < reader.scroll_offset.y + reader.size.height


async def test_results_change_with_every_key(sit: Sit) -> None:
    async with sit() as person:
        assert "2 letters" in person.seen()
        for key in "bokay":
            await person.press(key)
        assert "1 letter" in person.seen()
        assert person.library.found.chosen_fact
        assert "Bokayev" in flat(person)


async def test_a_digit_alone_in_the_search_line_goes_to_its_place(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4")
        await person.pilot.pause(0.6)
        await person.settle()
        assert person.app.current_mode == "agenda"
        await person.press("1")
        assert person.library.search_box.value == ""
        assert "2 letters" in person.seen()


async def test_a_digit_that_begins_a_search_is_searched(sit: Sit) -> None:
    async with sit() as person:
        person.library.search_box.value = "2"
        person.library.search_box.value = "23 May"
        await person.pilot.pause(0.6)
        assert person.app.current_mode == "library"
        assert person.library.search_box.value == "23 May"


async def test_what_is_asked_is_found_and_the_letter_stands_beside_it(sit: Sit) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        assert "1 fact, 1 letter" in person.seen()
        precedent = person.library.pane.precedent
        fact = person.library.pane.reader.fact
        assert precedent
        assert fact
        assert (precedent.id, fact.act.value) == (CARLSSON, "acknowledgement")
        assert "A admission Askar Shakirov" in flat(person)


async def test_enter_reads_the_letter_with_the_fact_in_view(sit: Sit) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        await person.press("enter")
        assert person.app.focused is person.library.pane.reader
        assert in_view(person, ADMISSION)
        assert "Sven-Olov Carlsson, Head of Delegation" in person.seen()
        assert "Nur-Sultan, 23 May 2019" in person.seen()


async def test_escape_goes_one_step_back_and_loses_nothing(sit: Sit) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        chosen = person.library.found.chosen_fact
        await person.press("enter")
        steps = []
        for _ in range(3):
            await person.press("escape")
            steps.append(person.app.focused)
        assert steps == [person.library.found, person.library.search_box, person.library.search_box]
        assert person.library.search_box.value == QUESTION
        assert person.library.found.chosen_fact == chosen


async def test_up_and_down_choose_while_one_goes_on_typing(sit: Sit) -> None:
    async with sit() as person:
        await person.search("prison")
        first = person.library.found.chosen_fact
        await person.press("down")
        assert person.library.found.chosen_fact != first
        assert person.app.focused is person.library.search_box
        await person.press("up")
        assert person.library.found.chosen_fact == first


async def test_the_letter_follows_what_is_chosen(sit: Sit) -> None:
    async with sit() as person:
        await person.search("prison")
        await person.press("enter", "escape")
        for _ in range(4):
            await person.press("n")
            hit, fact = person.library.found.chosen or (None, None)
            assert hit
            assert person.library.pane.precedent
            assert person.library.pane.precedent.id == hit.precedent
            if fact:
                assert in_view(person, fact.quote)
                assert person.library.pane.reader.fact


async def test_inside_the_letter_n_and_p_go_from_fact_to_fact(sit: Sit) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        await person.press("enter")
        here = person.library.pane.reader.fact
        await person.press("n")
        after = person.library.pane.reader.fact
        assert here
        assert after
        assert after.start > here.start
        assert in_view(person, after.quote)
        await person.press("p")
        assert person.library.pane.reader.fact == here


async def test_a_click_on_a_fact_selects_it(sit: Sit) -> None:
    async with sit() as person:
        await person.search("")
        await person.press("enter")
        reader = person.library.pane.reader
        page = reader._page
        assert page
        line = next(index for index in range(len(page.lines)) if page.facts_on(index))
        await person.pilot.click(reader, offset=(12, line - reader.scroll_offset.y))
        await person.settle()
        assert reader.fact in page.facts_on(line)


async def test_a_value_of_a_facet_goes_into_the_search_and_out_again(sit: Sit) -> None:
    async with sit() as person:
        await person.search("prison")
        await person.press("enter", "f", "down")
        await person.press("enter")
        narrowed = person.library.search_box.value
        assert narrowed.startswith("prison act:")
        assert "✓" in person.seen()
        await person.press("enter")
        assert person.library.search_box.value == "prison"
        assert "✓" not in person.seen()


async def test_every_act_has_its_letter_and_its_word(sit: Sit) -> None:
    async with sit() as person:
        screen = flat(person)
        assert all(act in screen for act in ("A admission", "D done", "P promise", "V view"))


async def test_an_accepted_fact_is_copied_with_its_citation(sit: Sit) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        await person.press("enter", "c")
        assert person.app.clipboard.startswith(f"“{ADMISSION}")
        assert person.app.clipboard.endswith(f"[@{person.library.pane.selected_fact}]")


async def test_a_fact_nobody_has_accepted_is_not_copied(sit: Sit, office: Office) -> None:
    fact = office.search(QUESTION).hits[0].facts[0]
    office.review(CARLSSON, reject=[fact.fact])
    async with sit(notifications=True) as person:
        await person.search(f"{QUESTION} status:rejected")
        await person.press("enter", "escape", "c")
        assert not person.app.clipboard
        assert "the fact is rejected" in flat(person)


async def test_a_letter_is_no_quotation(sit: Sit) -> None:
    async with sit(notifications=True) as person:
        await person.press("enter", "c")
        assert not person.app.clipboard
        assert "Choose a fact first" in flat(person)


async def test_the_original_is_opened_in_the_program_of_the_desktop(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    monkeypatch.setattr(sys, "platform", "linux")
    async with sit() as person:
        await person.press("enter", "o")
        assert CARLSSON in (tmp_path / "opened").read_text("utf-8")


async def test_an_original_that_cannot_be_opened_is_told(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    async with sit(notifications=True) as person:
        await person.press("enter", "o")
        assert "was not opened" in flat(person)


async def test_at_80_columns_one_pane_stands_at_a_time(sit: Sit) -> None:
    async with sit(size=(80, 24)) as person:
        await person.search(QUESTION)
        assert not person.library.narrow.display
        assert not person.library.pane.display
        await person.press("enter")
        assert person.library.pane.display
        assert in_view(person, ADMISSION)
        await person.press("escape")
        assert not person.library.pane.display
        await person.press("f")
        assert person.library.narrow.display
        assert person.app.focused is person.library.narrow
        await person.press("escape")
        assert not person.library.narrow.display


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (240, 70)])
async def test_another_size_of_the_terminal_keeps_place_and_choice(sit: Sit, size: tuple[int, int]) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        await person.press("enter")
        await person.pilot.resize_terminal(*size)
        await person.settle()
        assert person.library.found.chosen_fact
        assert person.app.focused is person.library.pane.reader
        assert in_view(person, ADMISSION)


async def test_an_empty_office_says_how_letters_get_in(sit: Sit, tmp_path: Path) -> None:
    make_office(tmp_path / "new")
    async with sit(Office(tmp_path / "new")) as person:
        assert "assistant add FILE" in flat(person)
        await person.press("enter", "down", "n", "escape", "f5")
        await person.search("zebra")
        assert "assistant add FILE" in flat(person)


async def test_no_hit_says_what_to_do(sit: Sit) -> None:
    async with sit() as person:
        await person.search("nowheretobefound")
        assert "Take a word or a field away" in flat(person)
        await person.search("")
        assert "2 letters" in person.seen()


async def test_a_letter_filed_meanwhile_is_found_and_the_choice_is_kept(sit: Sit, office: Office) -> None:
    async with sit() as person:
        await person.search("prison")
        await person.press("down", "down")
        chosen = person.library.found.chosen_fact
        file_letter(office, "Dear Ms Gomes,\n\nThe prison of Zanzibar was visited.\n\nYours sincerely,\n\nJohn Doe\n")
        await person.press("f5")
        assert "3 letters" in person.seen()
        assert person.library.found.chosen_fact == chosen


async def test_a_damaged_record_is_told_where_the_letter_would_stand(sit: Sit, office: Office) -> None:
    record = next((office.folder / "precedents").rglob(f"{CARLSSON}.json"))
    record.write_text("{", "utf-8")
    async with sit() as person:
        await person.search("Zarechny")
        assert CARLSSON in flat(person).replace(" ", "")
        assert "Choose a letter" not in person.seen()
        assert not person.library.pane.reader.display


async def test_a_letter_gone_meanwhile_is_told(sit: Sit, office: Office) -> None:
    async with sit() as person:
        for file in (office.folder / "precedents" / "2018").iterdir():
            file.unlink()
        await person.press("down")
        assert "There is no precedent" in flat(person)


HOSTILE = (
    "Dear Ms Gomes,\n\n[bold]zanzibar[/bold] [@click=app.quit]press me[/] \x1b[2J\x1b]52;c;eA==\x07\x9b31m"
    " \u202etxt.exe\u2066 👨‍👩‍👧 [/] {{ x }}\n\nYours sincerely,\n\n[red]Doe\n"
)


async def test_a_hostile_letter_is_shown_and_does_nothing(sit: Sit, office: Office) -> None:
    file_letter(office, HOSTILE)
    async with sit() as person:
        await person.search("zanzibar")
        await person.press("enter")
        seen = person.seen()
        assert "[bold]zanzibar[/bold] [@click=app.quit]press me[/]" in flat(person)
        assert not set(seen) & set("\x1b\x07\x9b\u202e\u2066")
        for row in range(4):
            await person.pilot.click(person.library.pane.reader, offset=(30, row))
        await person.settle()
        assert person.app.is_running


async def test_what_could_not_be_read_stands_above_the_letter(sit: Sit, office: Office) -> None:
    file_letter(office, HOSTILE)
    async with sit() as person:
        assert "Not read:" not in person.seen()
        await person.search("zanzibar")
        assert "Not read: Quotation marks and dashes" in flat(person)
        assert "put right; 3 control characters" in flat(person)
        await person.search("Zarechny")
        assert "Not read:" not in person.seen()


@pytest.mark.parametrize("character", ["x", "漢", "🇰🇿", "\u202e"])
async def test_an_endless_line_can_be_read(sit: Sit, office: Office, character: str) -> None:
    line = character * (100_000 // len(character))
    file_letter(office, f"Dear Ms Gomes,\n\nzanzibar {line}\n\nYours sincerely,\n\nDoe\n")
    async with sit() as person:
        await person.search("zanzibar")
        await person.press("enter", "pagedown", "end")
        assert person.library.pane.reader.scroll_offset.y > 100


async def test_a_report_of_300_pages_opens_at_the_place_that_was_found(sit: Sit, office: Office) -> None:
    paragraph = "The mission visited the prison and spoke to the governor about the searches of the cells. " * 6
    pages = "\n\n".join(f"{paragraph}Paragraph {number}." for number in range(1_500))
    file_letter(office, f"Report\n\n{pages}\n\nThe last word is zanzibar.\n")
    async with sit() as person:
        await person.search("zanzibar")
        await person.press("enter")
        assert in_view(person, "The last word is zanzibar")
        assert len(person.library.pane.reader.children) == 0


async def test_reaching_the_last_letter_shows_more(sit: Sit, office: Office) -> None:
    for number in range(30):
        file_letter(office, f"Dear Ms Gomes,\n\nzanzibar {number}\n\nYours,\n\nDoe\n", f"letter-{number}.txt")
    async with sit() as person:
        await person.search("zanzibar")
        assert "30 letters, first 12 shown" in person.seen()  # a screenful
        await person.press("enter", "escape", "end")
        assert "first 24 shown" in person.seen()
        await person.press("end")
        assert "30 letters, the first" not in person.seen()
        assert person.library.found.option_count == 30


async def test_only_the_last_of_many_quick_searches_is_shown(sit: Sit) -> None:
    async with sit() as person:
        for words in ("prison", "torture", "zarechny", "nowheretobefound", QUESTION):
            person.library.search_box.value = words
        await person.settle()
        assert "1 fact, 1 letter" in person.seen()
        assert person.library.pane.selected_fact == person.library.found.chosen_fact


async def test_keys_pressed_before_the_panes_stand_do_no_harm(office: Office) -> None:
    from assistant.tui.app import AssistantApp

    async with AssistantApp(office).run_test() as pilot:
        await pilot.press("enter", "down", "escape", "p", "r", "tab", "f5")
        await pilot.pause()
        assert pilot.app.is_running


async def test_words_marked_with_the_mouse_are_those_of_the_source(sit: Sit) -> None:
    async with sit() as person:
        await person.search(QUESTION)
        await person.press("enter")
        reader = person.library.pane.reader
        await person.pilot.mouse_down(reader, offset=(8, 2))
        await person.pilot.hover(reader, offset=(30, 4))
        await person.pilot.mouse_up(reader, offset=(30, 4))
        await person.settle()
        marked = person.library.get_selected_text()
        assert marked
        assert reader.precedent
        assert marked in reader.precedent.text
