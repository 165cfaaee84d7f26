"""The Drafts as a person uses them: what is typed is on disk within a second, and nothing goes out that is not true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Select, Static

from assistant.tui.screens.asking import ChooseScreen
from assistant.tui.screens.drafts import DraftsScreen
from assistant.tui.screens.new_letter import NewLetterScreen
from assistant.tui.widgets.draft_text import Shift, location, next_of
from assistant.tui.widgets.field_form import FieldForm
from assistant.tui.widgets.sheet_view import SheetView
from tests.tui.person import CARLSSON, flat, foot

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.office import Office
    from tests.tui.person import Person, Sit


def drafts(person: Person) -> DraftsScreen:
    assert isinstance(person.app.screen, DraftsScreen)
    return person.app.screen


def on_disk(office: Office) -> Path:
    [path] = sorted((office.folder / "drafts").glob("*.md"))
    return path


async def begin_follow_up(person: Person) -> None:
    """From the letter found in the Library to its answer."""
    await person.press(*"from:carlsson", "tab", "w")
    assert isinstance(person.app.screen, ChooseScreen)
    await person.press("enter")
    assert isinstance(person.app.screen, NewLetterScreen)
    await person.press("enter")


async def wait_until_saved(person: Person) -> None:
    for _ in range(40):
        await person.pilot.pause(0.1)
        keeper = drafts(person).keeper
        if keeper and keeper.is_saved:
            return
    raise AssertionError("not saved")


async def test_a_letter_is_begun_from_the_one_it_answers(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        assert f"answering: {CARLSSON}" in on_disk(office).read_text("utf-8")
        assert "we will keep visiting correctional facilities" in drafts(person).text.text


async def test_a_letter_is_begun_anywhere_in_a_language_to_somebody_with_the_words_it_needs(
    sit: Sit, office: Office
) -> None:
    async with sit(office) as person:
        await person.press("tab", "ctrl+n")
        assert isinstance(person.app.screen, ChooseScreen)
        await person.press(*"inquiry", "enter")
        form = person.app.screen.query_one(FieldForm)
        form.go_to("to")
        await person.press(*"carls", "down", "enter")
        assert form.entries["to"].text == "Sven-Olov Carlsson"
        form.go_to("subject")
        await person.press(*"Zarechny", "enter")
        assert person.app.screen.focused is form.entries["event"].editor
        form.go_to("persons")
        await person.press(*"Mr A", "enter", *"Ms B")
        form.entries["language"].query_one(Select).value = "French"
        await person.press("ctrl+s")
        draft = office.writing.drafts.load(on_disk(office)).draft
        assert (draft.language, draft.addressee) == ("fr", "Sven-Olov Carlsson")
        assert draft.fields["subject"] == "Zarechny"
        assert "Mr A et Ms B" in drafts(person).text.text


async def test_a_letter_that_answers_one_asks_for_it(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await person.press("tab", "3")
        drafts(person).begin_letter(office.writing.library.get("reply"), None)
        await person.settle()
        await person.press("ctrl+s")
        assert "this letter answers another" in person.seen()
        await person.press(*"carlsson", "down", "enter", "ctrl+s")
        assert f"answering: {CARLSSON}" in on_disk(office).read_text("utf-8")


async def test_the_foot_has_what_is_done_to_a_draft_and_first_what_is_done_to_a_source(
    sit: Sit, office: Office
) -> None:
    async with sit(office) as person:
        await person.press("tab", "3")
        assert foot(person) == ["New letter", "Help", "All keys"]
        await person.press("1", "slash")
        await begin_follow_up(person)
        drafts(person).set_field("place", "")
        await person.pilot.pause(0.5)
        await person.settle()
        assert foot(person) == ["Cite", "Next finding", "Export", "Page", "Fields", "Sources", "Help", "All keys"]
        await person.press("f3")
        assert foot(person)[:3] == ["Original", "Letter", "Cite"]


async def test_what_is_typed_is_on_disk_within_a_second(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press(*"Madam ")
        await wait_until_saved(person)
        assert "\n\nMadam Thank you for your letter" in on_disk(office).read_text("utf-8")


async def test_leaving_the_app_saves_the_last_word(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press(*"Last ")
    assert "Last Thank you" in on_disk(office).read_text("utf-8")


async def test_a_citation_is_found_and_put_at_the_cursor(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        drafts(person).text.move_cursor(drafts(person).text.document.end)
        await person.press("enter", "enter", "ctrl+k", *"illegal force", "enter")
        assert drafts(person).text.text.endswith(f"[@{CARLSSON}#f3]")
        assert "illegal force against prisoners" in drafts(person).text.text.splitlines()[-1]
        drafts(person).text.move_cursor((0, 0))
        await person.press("ctrl+k", *"illegal force", "enter")
        assert f"[@{CARLSSON}#f3] Thank you for" in drafts(person).text.text.splitlines()[0]


async def test_where_nothing_can_be_cited_the_picker_says_why(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        before = drafts(person).text.text
        await person.press("ctrl+k", *"xylophone", "enter")
        assert "No accepted fact answers these words." in flat(person)
        await person.press("escape")
        assert drafts(person).text.text == before


async def test_the_next_finding_is_gone_to_from_the_field_of_the_one_before(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.text.text = f"{screen.text.text}\n\nTell me about [name]."
        screen.set_field("place", "")
        await person.pilot.pause(0.5)
        await person.settle()
        places = [finding.place for finding in screen.findings.findings if finding.severity == "error"]
        assert places[0] == "field “place”"
        screen.findings.highlighted = 0
        screen.go_to_finding()
        await person.settle()
        assert screen.fields.here == "place"
        await person.press("f8", "f8")
        assert screen.text.selected_text == "[name]"


async def test_the_start_and_the_end_of_the_text_are_one_key_away(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        text = drafts(person).text
        await person.press("ctrl+end")
        assert text.cursor_location == text.document.end
        await person.press("ctrl+shift+home")
        assert text.selected_text == text.text


async def test_an_altered_quotation_is_told_and_keeps_the_letter_from_going_out(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.text.text = screen.text.text.replace("in the future”", "in the near future”")
        await person.pilot.pause(0.5)
        await person.settle()
        assert [finding.code for finding in screen.findings.findings if finding.severity == "error"] == [
            "quotation-altered"
        ]
        await person.press("ctrl+e")
        assert not (office.folder / "letters").exists() or not list((office.folder / "letters").glob("*.docx"))
        screen.findings.focus()
        await person.press("f9")
        await person.pilot.pause(0.5)
        await person.settle()
        assert not any(finding.severity == "error" for finding in screen.findings.findings)
        await person.press("ctrl+e", "w")
        assert len(list((office.folder / "letters").glob("*.docx"))) == 1


async def test_a_field_is_changed_and_saved(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.go_to_field("date")
        await person.press("end", *["backspace"] * 10, *"2019-06-21")
        await wait_until_saved(person)
        assert "date: '2019-06-21'" in on_disk(office).read_text("utf-8")
        await person.press("up", "up", "enter")
        await wait_until_saved(person)
        assert "date: '2019-06-23'" in on_disk(office).read_text("utf-8")
        assert "23 June 2019" in person.seen()


async def test_a_wrong_value_is_told_under_its_field(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.go_to_field("date")
        await person.press("end", "backspace", *"x")
        await person.pilot.pause(0.5)
        await person.settle()
        below = screen.fields.entries["date"].query_one(".below", Static)
        assert "is no date" in str(below.content)
        screen.findings.focus()
        await person.press("home", "enter")
        assert screen.focused is screen.fields.entries["date"].editor


async def test_a_choice_that_is_none_stays_until_somebody_chooses_one(sit: Sit, office: Office) -> None:
    fields = "fields:\n  subject: Visits\n  priority: Rather urgent"
    path = office.folder / "drafts" / "2019-06-20-question.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntemplate: written-question\nlanguage: en\n{fields}\n---\n\nWhat is known?\n", "utf-8")
    async with sit(office) as person:
        await person.press("tab", "3", "enter")
        await person.type("X")
        await wait_until_saved(person)
        assert "priority: Rather urgent" in path.read_text("utf-8")
        assert "Rather urgent" in person.seen()
        drafts(person).fields.entries["priority"].query_one(Select).value = "Priority question"
        await person.settle()
        await wait_until_saved(person)
    assert "priority: Priority question" in path.read_text("utf-8")


async def test_a_list_has_an_entry_on_each_line(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        drafts(person).go_to_field("copies")
        await person.press(*"Service; one", "enter", *"Two")
        await wait_until_saved(person)
        assert "copies:\n    - Service; one\n    - Two\n" in on_disk(office).read_text("utf-8")


async def test_another_addressee_is_chosen_from_those_the_office_knows(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.go_to_field("recipient")
        await person.press("f7", "delete", *"stang")
        assert "Antonio Stango" in person.seen()
        await person.press("down", "enter")
        await wait_until_saved(person)
        draft = office.writing.drafts.load(on_disk(office)).draft
        assert draft.addressee == "Antonio Stango"
        assert "Excellency" not in str(draft.fields["salutation"])
        assert screen.fields.entries["salutation"].text == draft.fields["salutation"]
        assert screen.focused is screen.fields.entries["recipient"].editor


async def test_a_final_copy_stands_beside_the_letter_that_remembers_its_sources(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press("ctrl+e", "w", "ctrl+e", "f")
        stem = on_disk(office).stem
        letters = {path.name: path for path in (office.folder / "letters").glob("*.docx")}
        assert set(letters) == {f"{stem}.docx", f"{stem}-final.docx"}
        assert b"customXml" in letters[f"{stem}.docx"].read_bytes()
        assert b"customXml" not in letters[f"{stem}-final.docx"].read_bytes()


async def test_without_libreoffice_no_pdf_is_offered_and_the_reason_is_told(
    sit: Sit, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.drafting.word.letters.pdf.find_libreoffice", lambda: None)
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press("ctrl+e")
        assert "A PDF needs LibreOffice" in person.seen()
        assert "Word letter and PDF" not in person.seen()


async def change_what_is_open(person: Person, office: Office) -> None:
    """A colleague changes the file of the draft in which somebody is typing."""
    path = on_disk(office)
    path.write_text(path.read_text("utf-8") + "\nTheirs.\n", "utf-8")
    drafts(person).text.insert("Mine ")  # at once: on a busy machine the question would come between two keys
    await person.pilot.pause(1.5)
    await person.settle()
    assert isinstance(person.app.screen, ChooseScreen)


def texts_of_drafts(office: Office) -> list[str]:
    return [file.read_text("utf-8") for file in (office.folder / "drafts").glob("*.md")]


async def test_what_is_typed_is_on_disk_before_anybody_says_which_of_two_stays(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await change_what_is_open(person, office)
        assert sorted(("Mine Thank you" in text, "Theirs." in text) for text in texts_of_drafts(office)) == [
            (False, True),
            (True, False),
        ]


@pytest.mark.parametrize(("key", "is_ours"), [("m", True), ("escape", True), ("t", False)])
async def test_whichever_of_two_is_chosen_the_other_stays(sit: Sit, office: Office, key: str, is_ours: bool) -> None:
    async with sit(office, notifications=True) as person:
        await begin_follow_up(person)
        await change_what_is_open(person, office)
        await person.press(key)
        texts = texts_of_drafts(office)
        assert sorted(("Mine Thank you" in text, "Theirs." in text) for text in texts) == [
            (False, True),
            (True, False),
        ]
        assert ("Mine Thank you" in drafts(person).text.text) is is_ours
        told = [notice.message for notice in person.app._notifications]
        assert any("What you wrote is kept as" in each for each in told) is not is_ours


async def test_nobody_is_asked_in_the_middle_of_a_word(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        path = on_disk(office)
        path.write_text(path.read_text("utf-8") + "\nTheirs.\n", "utf-8")
        for letter in "theirs":
            drafts(person).text.insert(letter)
            await person.pilot.pause(0.3)
            assert person.app.screen is drafts(person)
        await person.pilot.pause(1.5)
        assert isinstance(person.app.screen, ChooseScreen)
        assert sorted("theirsThank you" in text for text in texts_of_drafts(office)) == [False, True]


async def test_both_can_be_looked_at_before_one_is_chosen(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await change_what_is_open(person, office)
        await person.press("l")
        assert "mine    Mine Thank you for your letter" in person.seen()
        await person.press("escape")
        assert isinstance(person.app.screen, ChooseScreen)
        await person.press("m")
        assert drafts(person).text.text.startswith("Mine ")


async def test_a_file_that_was_removed_meanwhile_is_there_again(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        on_disk(office).unlink()
        await person.press(*"Mine ")
        await wait_until_saved(person)
        assert "Mine Thank you" in on_disk(office).read_text("utf-8")


async def test_another_letter_begun_at_once_loses_nothing_of_the_first(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.pilot.press("X", "ctrl+n")
        await person.settle()
        await person.press("enter", "enter")
        assert sum("\n\nXThank you" in text for text in texts_of_drafts(office)) == 1
        assert len(texts_of_drafts(office)) == 2


async def test_a_fix_is_not_put_where_the_words_have_changed_since(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.text.text = screen.text.text.replace("in the future”", "in the near future”")
        await person.pilot.pause(0.5)
        await person.settle()
        [fix] = [finding.fix for finding in screen.findings.findings if finding.fix]
        before = screen.text.text
        screen.text.text = before.replace("near future", "far future")
        screen.apply(fix)
        assert screen.text.text == before.replace("near future", "far future")
        screen.text.text = "My dear friend. " + before
        screen.apply(fix)
        assert screen.text.text == "My dear friend. " + before.replace("in the near future”", "in the future”")


async def test_the_sources_lead_to_their_citations_and_back_to_the_letter(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press("f3", "down", "enter")
        screen = drafts(person)
        assert screen.text.selected_text == f"[@{CARLSSON}#f11]"
        screen.text.text = "Before. " + screen.text.text
        screen.sources.focus()
        await person.press("enter")
        assert screen.text.selected_text == f"[@{CARLSSON}#f11]"
        screen.sources.focus()
        await person.press("l")
        assert person.library.came_from == "drafts"


async def test_the_page_shows_the_letter_with_its_footnotes(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press("f2")
        drafts(person).query_one("#page").scroll_end(animate=False)
        await person.settle()
        assert "Letter of 23 May 2019" in person.seen()


async def test_the_page_follows_what_is_typed_and_is_there_while_errors_stand(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        await person.press("f2")
        screen.text.text = screen.text.text.replace("Thank you for your letter", "[Name], I thank you for your letter")
        await person.pilot.pause(0.5)
        await person.settle()
        assert any(finding.severity == "error" for finding in screen.findings.findings)
        assert "[Name], I thank you" in person.seen().replace("│", "")


async def test_the_page_goes_where_somebody_writes(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        await person.press("f2")
        assert screen.query_one(SheetView).scroll_offset.y == 0
        screen.text.move_cursor(screen.text.document.end)
        screen.text.insert("And a last word.")
        await person.pilot.pause(0.5)
        await person.settle()
        assert screen.query_one(SheetView).scroll_offset.y > 20
        assert "And a last word." in person.seen()


async def test_where_there_is_little_room_the_page_is_leafed_through_and_left_for_the_text(
    sit: Sit, office: Office
) -> None:
    async with sit(office, size=(80, 24)) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        await person.press("f2")
        view = screen.query_one(SheetView)
        assert view.has_focus
        await person.press("pagedown")
        await person.pilot.pause(0.5)
        assert view.scroll_offset.y > 10
        await person.press("f2")
        assert screen.text.has_focus


async def test_whoever_asks_for_the_fields_gets_them_in_place_of_the_page(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        await person.press("f2")
        assert not screen.fields.is_on_screen
        await person.press("f4")
        await person.settle()
        assert screen.fields.is_on_screen
        assert screen.fields.has_focus_within


async def test_without_drafts_it_says_how_one_begins(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await person.press("tab", "3")
        assert "No letter is begun." in person.seen()


@pytest.mark.parametrize(("offset", "place"), [(0, (0, 0)), (2, (0, 2)), (3, (1, 0)), (5, (1, 2))])
def test_an_offset_is_a_row_and_a_column(offset: int, place: tuple[int, int]) -> None:
    assert location("ab\ncd", offset) == place


@pytest.mark.parametrize(
    ("before", "after", "span", "moved"),
    [
        ("one two three", "one two three", (4, 7), (4, 7)),
        ("one two three", "one, two three", (4, 7), (5, 8)),
        ("one two three", "one two or three", (4, 7), (4, 7)),
        ("one two three", "one to three", (4, 7), None),
        ("one two three", "", (4, 7), None),
        ("aaa", "aaaa", (0, 3), (0, 3)),
        ("ab", "ab", (0, 2), (0, 2)),
    ],
)
def test_words_are_found_again_after_an_edit_unless_it_touched_them(
    before: str, after: str, span: tuple[int, int], moved: tuple[int, int] | None
) -> None:
    assert Shift(before, after).span(*span) == moved


@given(st.text("ab \n"), st.text("ab \n"), st.data())
def test_words_found_again_are_the_same_words(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    moved = Shift(before, after).span(start, end)
    assert moved is None or after[slice(*moved)] == before[start:end]


def test_the_next_finding_is_the_one_behind_the_cursor_and_behind_the_last_the_first() -> None:
    spans = [(-1, -1), (40, 50), (10, 20)]
    assert [next_of(spans, at) for at in (0, 10, 45)] == [2, 1, 0]
    assert next_of([], 0) is None
