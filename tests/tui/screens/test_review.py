"""The Review as a person uses it, on real letters; what counts is what stands on disk afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.model.fact import Review
from assistant.office import Office
from tests.tui.person import CARLSSON, SECOND, SHAKIROV

if TYPE_CHECKING:
    from assistant.model.fact import Fact
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
        assert SHAKIROV in person.seen()
        assert "0 of 4 reviewed" in person.seen()
        assert chosen(person).id == "f1"
        assert person.review.reader.fact == chosen(person)
        assert "because “I thank”" in person.seen()


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
        assert person.review.reader.fact == chosen(person)
        assert "I remain at your disposal" in person.seen()


async def test_a_click_on_a_fact_in_the_letter_chooses_it(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await go_to_review(person)
        last = person.review.facts.facts[-1]
        reader = person.review.reader
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
