"""The Review as a person uses it, on real letters; what counts is what stands on disk afterwards."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from assistant.extraction import extract
from assistant.model.fact import Act, Attribution, Review
from assistant.model.source import Block, Loss, make_source
from assistant.office import Office
from assistant.reading import read_bytes
from assistant.tui.commands import BindingCommands
from tests.conftest import LETTERS
from tests.tui.person import CARLSSON, SECOND, SHAKIROV

if TYPE_CHECKING:
    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent
    from tests.tui.person import Person, Sit


def reviews(office: Office, letter: str) -> str:
    """First letters of what was decided about the facts of a letter, in order, read from the disk."""
    facts = Office(office.folder).precedent(letter).record.facts
    return "".join(fact.review[0] for fact in sorted(facts, key=lambda fact: fact.start))


def chosen(person: Person) -> Fact:
    fact = person.review.facts.chosen
    assert fact
    return fact


async def go_to_review(person: Person) -> None:
    await person.press("tab", "2")


async def test_the_newest_letter_that_waits_is_open_at_its_first_fact(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        assert "2 Review 2" in person.seen().splitlines()[0]
        await go_to_review(person)
        assert "12 November 2019 · Askar Shakirov → Heidi Hautala" in person.seen()
        assert "0 of 4 reviewed" in person.seen()
        assert chosen(person).id == "f1"
        assert person.review.source.fact == chosen(person)
        assert "because   “I thank”" in person.seen()


async def test_accepting_is_on_disk_at_once_and_moves_on(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("a")
        assert reviews(unreviewed, SHAKIROV) == "appp"
        assert chosen(person).id == "f2"
        assert "1 of 4 reviewed" in person.seen()


async def test_keys_faster_than_the_disk_each_accept_the_next_fact(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.pilot.press("a", "a", "a")
        await person.settle()
        assert reviews(unreviewed, SHAKIROV) == "aaap"


async def test_a_fact_is_rejected_with_a_reason(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("x")
        await person.type("only polite")
        await person.press("enter")
        fact = unreviewed.precedent(SHAKIROV).fact("f1")
        assert fact
        assert (fact.review, fact.note) == (Review.REJECTED, "only polite")
        assert chosen(person).id == "f2"


async def test_escape_at_the_question_rejects_nothing(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("x", "escape")
        assert reviews(unreviewed, SHAKIROV) == "pppp"
        assert person.review.is_active


async def test_every_step_is_undone_and_done_again(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("a", "x", "enter", "u")
        assert reviews(unreviewed, SHAKIROV) == "appp"
        assert chosen(person).id == "f2"
        await person.press("u", "u")
        assert reviews(unreviewed, SHAKIROV) == "pppp"
        await person.press("ctrl+y", "ctrl+y")
        assert reviews(unreviewed, SHAKIROV) == "arpp"


async def test_the_rest_is_accepted_as_one_step(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("x", "enter", "A")
        assert reviews(unreviewed, SHAKIROV) == "raaa"
        assert "2 Review 1" in person.seen().splitlines()[0]
        await person.press("u")
        assert reviews(unreviewed, SHAKIROV) == "rppp"


async def test_enter_goes_round_the_letters_that_wait(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        seen = []
        for _ in range(3):
            assert person.review.precedent
            seen.append(person.review.precedent.id)
            await person.press("enter")
        assert seen == [SHAKIROV, SECOND, SHAKIROV]


async def test_a_letter_that_is_done_is_not_come_back_to(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed, notifications=True) as person:
        await go_to_review(person)
        await person.press("A", "enter", "A", "enter")
        assert person.review.precedent
        assert person.review.precedent.id == SECOND
        assert "No other letter waits for review." in [notice.message for notice in person.app._notifications]


async def test_an_office_in_which_nothing_waits_says_so(sit: Sit) -> None:
    async with sit() as person:
        await go_to_review(person)
        assert "No letter waits for review." in person.seen()


async def test_a_fact_chosen_in_the_list_comes_into_view_in_the_letter(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed, size=(80, 24)) as person:
        await go_to_review(person)
        await person.press("end")
        assert person.review.source.fact == chosen(person)
        assert "I remain at your disposal" in person.seen()


async def test_a_click_on_a_fact_in_the_letter_chooses_it(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        last = person.review.facts.facts[-1]
        reader = person.review.source
        assert reader._page
        line = reader._page.line_at(last.start) - reader.scroll_offset.y
        await person.pilot.click(reader, offset=(reader._margin + 4, line))
        await person.settle()
        assert chosen(person) == last


async def test_the_library_opens_a_letter_at_its_fact_and_escape_leads_back(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await person.search("illegal force person:shakirov")
        await person.press("enter", "r")
        assert person.review.precedent
        assert person.review.precedent.id == CARLSSON
        assert chosen(person).quote.startswith("Mr Shakirov acknowledged")
        await person.press("x", "enter", "escape")
        assert "0 facts" not in person.seen()
        assert person.library.search_box.value == "illegal force person:shakirov"


async def test_the_library_opens_the_letter_it_names_where_nothing_had_waited(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await go_to_review(person)
        assert "No letter waits for review." in person.seen()
        list(office.add([LETTERS / "exchanges" / f"{whose}-reply.txt" for whose in ("ombudsman", "delegation")]))
        await person.press("1", "slash")
        await person.search("from:carlsson after:2019-08-31")
        await person.press("enter", "r")
        assert person.review.precedent
        assert person.review.precedent.id == SECOND


async def test_what_a_colleague_changed_meanwhile_is_never_written_over(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        Office(unreviewed.folder).review(SHAKIROV, reject=["f4"])
        await person.press("a")
        assert "Somebody else changed this letter" in person.seen()
        assert reviews(unreviewed, SHAKIROV) == "pppr"
        await person.press("r", "a")
        assert reviews(unreviewed, SHAKIROV) == "appr"


async def test_one_may_go_on_looking_at_a_letter_somebody_changed(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        Office(unreviewed.folder).review(SHAKIROV, reject=["f4"])
        await person.press("a", "k")
        assert "0 of 4 reviewed" in person.seen()
        assert reviews(unreviewed, SHAKIROV) == "pppr"


async def test_a_letter_that_cannot_be_read_says_why(sit: Sit, unreviewed: Office) -> None:
    record = next((unreviewed.folder / "precedents").rglob(f"{SHAKIROV}.json"))
    async with sit(unreviewed) as person:
        record.write_text("{", "utf-8")
        person.library.go_to("review", SHAKIROV)
        await person.settle()
        assert "invalid JSON" in person.seen()
        await person.press("enter")
        assert person.review.precedent
        assert person.review.precedent.id == SECOND


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (240, 70)])
async def test_letter_facts_and_reason_are_seen_in_every_terminal(
    sit: Sit, unreviewed: Office, size: tuple[int, int]
) -> None:
    async with sit(unreviewed, size=size) as person:
        await go_to_review(person)
        for words in ("Dear Ms Hautala", "0 of 4 reviewed", "A admission", "Accept", "All keys"):
            assert words in person.seen()


def on_disk(office: Office, fact_id: str) -> Fact:
    fact = Office(office.folder).precedent(SHAKIROV).fact(fact_id)
    assert fact
    return fact


async def test_an_act_is_put_right_by_its_letter(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("n", "e", "e")
        assert (on_disk(unreviewed, "f2").act, on_disk(unreviewed, "f2").review) == (Act.EVENT, Review.CORRECTED)
        assert chosen(person).id == "f2"
        assert "E event" in person.seen()


async def test_somebody_named_in_the_letter_said_it_as_its_writer_tells(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("n", "b")
        await person.press("down", "enter")
        assert [link.name for link in on_disk(unreviewed, "f2").by] == ["Askar Shakirov", "Heidi Hautala"]


async def test_a_chain_may_be_written_out_and_is_checked(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("b", "end", "enter", "ctrl+u")
        await person.type("Nobody")
        await person.press("enter")
        assert "each link needs a name and what is done" in person.seen()
        await person.type(" says")
        await person.press("enter")
        assert on_disk(unreviewed, "f1").by == (Attribution(name="Nobody", act="says"),)


async def test_a_date_is_set_checked_and_taken_away(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("n", "d", "ctrl+u")
        await person.type("in 2018")
        await person.press("enter")
        assert "this is no date" in person.seen()
        await person.press("ctrl+u")
        await person.type("2018-12")
        await person.press("enter")
        assert on_disk(unreviewed, "f2").date == "2018-12"
        await person.press("d", "ctrl+u", "enter")
        assert on_disk(unreviewed, "f2").date is None


async def test_words_selected_with_the_keyboard_become_those_of_the_fact(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("n", "tab", "ctrl+right", *["ctrl+shift+right"] * 4, "s")
        fact = on_disk(unreviewed, "f2")
        assert fact.quote == "2018 my office received"
        assert fact.review is Review.CORRECTED
        assert person.review.source.words is None
        assert chosen(person).id == "f2"


async def test_words_selected_with_the_mouse_are_whole_and_may_run_over_lines(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        source = person.review.source
        assert source._page
        first = source._page.line_at(source._page.text.index("In 2018"))
        left = source._margin
        await person.pilot.mouse_down(source, offset=(left + 9, first))
        await person.pilot.hover(source, offset=(left + 12, first + 1))
        await person.pilot.mouse_up(source, offset=(left + 12, first + 1))
        await person.settle()
        assert chosen(person).id == "f1"
        await person.press("s")
        quote = on_disk(unreviewed, "f1").quote
        assert quote.split()[0] == "my"
        assert "\n" in quote or len(quote.split()) > 8
        assert quote in Office(unreviewed.folder).precedent(SHAKIROV).text


async def test_a_double_click_selects_a_word_and_a_triple_one_the_paragraph(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        source = person.review.source
        assert source._page
        line = source._page.line_at(source._page.text.index("In 2018"))
        await person.pilot.click(source, offset=(source._margin + 14, line), times=2)
        await person.settle()
        assert source.precedent
        assert source.precedent.text[slice(*source.words or ())] == "office"
        await person.pilot.click(source, offset=(source._margin + 14, line), times=3)
        await person.settle()
        words = source.precedent.text[slice(*source.words or ())]
        assert words.startswith("In 2018")
        assert words.endswith("February.")


async def test_without_a_selection_no_word_of_a_fact_can_be_changed(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed, notifications=True) as person:
        await go_to_review(person)
        before = on_disk(unreviewed, "f1")
        await person.press("s", "m")
        assert on_disk(unreviewed, "f1") == before
        assert all("Select words" in notice.message for notice in person.app._notifications)


async def test_a_passage_nobody_proposed_is_marked_as_a_fact(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("tab", "ctrl+home", "down", "shift+end", "m", "e")
        fact = chosen(person)
        assert fact.quote == "Nur-Sultan, 12 November 2019"
        assert (fact.act, fact.review, fact.speaker) == (Act.EVENT, Review.ACCEPTED, "Askar Shakirov")
        assert on_disk(unreviewed, fact.id) == fact
        await person.press("u")
        assert reviews(unreviewed, SHAKIROV) == "pppp"


async def test_escape_first_lets_the_selection_go(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("tab", "shift+right", "escape")
        assert person.review.source.words is None
        assert person.review.source.has_focus
        await person.press("escape")
        assert person.review.facts.has_focus


async def test_the_palette_knows_every_act_of_a_review(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        hits = [hit async for hit in BindingCommands(person.review).discover()]
        names = {str(hit.text) for hit in hits if hit is not NotImplemented}
        assert {"Accept", "Reject", "Act", "By", "Date", "Words", "Mark", "Accept the rest", "Next letter"} <= names
        await person.press("a")
        hits = [hit async for hit in BindingCommands(person.review).search("undo") if hit is not NotImplemented]
        assert "review.undo" in str(hits[0].help)


async def on_side(person: Person, side: str) -> None:
    await go_to_review(person)
    while person.review.side != side:
        await person.press("t")


async def test_the_head_of_the_letter_is_reviewed_beside_its_facts(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await on_side(person, "parts")
        assert "From        Askar Shakirov" in person.seen()
        part = person.review.part
        assert part
        assert part.passage
        assert person.review.source.spots == ((part.passage.start, part.passage.end),)
        await person.press("x")
        sender = Office(unreviewed.folder).precedent(SHAKIROV).record.letter.sender
        assert sender
        assert sender.name is None
        assert person.review.part == part._replace(passage=None)
        await person.press("u")
        sender = Office(unreviewed.folder).precedent(SHAKIROV).record.letter.sender
        assert sender
        assert sender.name == part.passage


async def test_a_part_of_the_letter_gets_its_words_from_the_selection(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await on_side(person, "parts")
        place = [row.id for row in person.review.rows.options].index("subject")
        await person.press(*["n"] * place, "tab", "ctrl+home", "shift+end", "s")
        subject = Office(unreviewed.folder).precedent(SHAKIROV).record.letter.subject
        assert subject
        assert subject.text == "Commissioner for Human Rights of the Republic of Kazakhstan"


async def test_the_date_of_the_letter_is_asked_for_with_its_words(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await on_side(person, "parts")
        place = [row.id for row in person.review.rows.options].index("date")
        await person.press(*["n"] * place, "d", "ctrl+u")
        await person.type("2019-11-13")
        await person.press("enter")
        date = Office(unreviewed.folder).precedent(SHAKIROV).record.letter.date
        assert date
        assert (date.text, date.value) == ("12 November 2019", "2019-11-13")


async def test_two_names_are_made_one_persons_and_split_again(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await on_side(person, "people")
        named = [one.name for one in person.review.people]
        await person.press("j", "enter")
        joined = person.review.people[0]
        assert len(person.review.people) == len(named) - 1
        assert len(joined.forms) > 1
        await person.press("k", "enter")
        assert len(person.review.people) == len(named)
        await person.press("u", "u")
        assert [one.name for one in person.review.people] == named


async def test_what_is_no_person_is_taken_off_the_list(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await on_side(person, "people")
        gone = person.review.person
        assert gone
        await person.press("x")
        assert gone not in person.review.people
        texts = [mention.text for mention in Office(unreviewed.folder).precedent(SHAKIROV).record.mentions]
        assert gone.name not in texts


async def test_each_side_offers_its_own_commands(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        feet = []
        await go_to_review(person)
        for _ in range(3):
            feet.append(person.seen().splitlines()[-1])
            await person.press("t")
        assert [name in feet[0] for name in ("Accept", "Words", "Join")] == [True, True, False]
        assert [name in feet[1] for name in ("Accept", "Words", "Join")] == [False, True, False]
        assert [name in feet[2] for name in ("Accept", "Words", "Join")] == [False, False, True]
        assert person.review.side == "facts"


async def test_a_click_on_its_name_puts_a_list_beside_the_letter(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.pilot.click("SideBar", offset=(11, 0))
        await person.settle()
        assert person.review.side == "parts"
        assert person.review.rows.has_focus


HOSTILE = (
    "Dear Ms Gomes,\n\nWe will [bold]visit[/bold] [@click=app.quit]him[/] \x1b[31mtomorrow\x1b[0m \u202etfel\u202c.\n\n"
    f"We regret that {'x' * 100_000} was beaten 👩\u200d👩\u200d👧 漢字 in prison.\n\n"
    "Yours sincerely,\n\n[red]Mr Evil[/red]\n"
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_whatever_a_letter_says_is_shown_and_never_acted_on(
    sit: Sit, office: Office, size: tuple[int, int]
) -> None:
    source = read_bytes(HOSTILE.encode(), "a.txt")
    office.shelf.put(extract(source), source, HOSTILE.encode(), ".txt")
    async with sit(office, size=size) as person:
        await go_to_review(person)
        assert person.review.facts.facts
        for key in ("n", "t", "n", "t", "n", "t", "tab", "ctrl+end", "shift+pageup", "ctrl+home", "shift+down"):
            await person.press(key)
            lines = person.seen().splitlines()
            assert [cell_len(line) for line in lines] == [size[0]] * size[1]
        assert "[bold]visit[/bold]" in person.seen()
        assert "\x1b" not in person.seen()
        assert "\u202e" not in person.seen()


async def test_words_a_machine_may_have_misread_are_marked_and_losses_told(sit: Sit, office: Office) -> None:
    text = "We will vlsit the prison in May.\n"
    loss = Loss(what="1 word may be misread: “vlsit”", page=1, words=("vlsit",))
    source = make_source(
        text, (Block(start=0),), name="a.jpg", original=b"1", media_type="image/jpeg", pages=(0,), losses=(loss,)
    )
    office.shelf.put(extract(source), source, b"1", ".jpg")
    async with sit(office) as person:
        await go_to_review(person)
        assert "Not read: 1 word may be misread" in person.seen()
        source_text = person.review.source
        words = [segment for segment in source_text.render_line(0) if segment.text == "vlsit"]
        assert [segment.style.underline for segment in words if segment.style] == [True]


async def test_another_width_of_the_screen_lets_the_selection_go(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("tab", "shift+right")
        assert person.review.source.words
        await person.pilot.resize_terminal(90, 30)
        await person.settle()
        assert person.review.source.words is None


async def test_the_fact_at_the_caret_is_chosen_from_the_letter(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("tab", *["down"] * 4)
        assert chosen(person).id == "f1"
        await person.press("f")
        assert chosen(person).id == "f2"
        assert person.review.source.has_focus


async def test_what_a_colleague_did_while_one_was_elsewhere_is_noticed(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        await person.press("1", "tab")
        Office(unreviewed.folder).review(SHAKIROV, reject=["f4"])
        await person.press("2")
        assert "Somebody else changed this letter" in person.seen()
        assert "was not saved" not in person.seen()
        await person.press("enter")
        assert "1 of 4 reviewed" in person.seen()


async def test_a_step_of_ones_own_is_never_taken_for_a_colleagues(
    sit: Sit, unreviewed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The look at the disk begins when a question closes, and so does the step that answers it."""
    async with sit(unreviewed) as person:
        await go_to_review(person)
        read = unreviewed.precedent

        def read_slowly(letter: str) -> Precedent:
            found = read(letter)
            time.sleep(0.3)
            return found

        monkeypatch.setattr(unreviewed, "precedent", read_slowly)
        await person.press("e", "e")
        assert on_disk(unreviewed, "f1").act is Act.EVENT
        assert "Changed by somebody else" not in person.seen()


async def test_letters_filed_while_nothing_waited_are_there_when_one_comes_back(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await go_to_review(person)
        assert "No letter waits for review." in person.seen()
        await person.press("1", "tab")
        list(office.add([LETTERS / "exchanges" / "ombudsman-reply.txt"]))
        await person.press("2")
        assert "0 of 4 reviewed" in person.seen()
