from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.tui.app import AssistantApp
from assistant.tui.screens.tour import STEPS, TourScreen
from tests.tui.person import Person, flat
from tests.tui.test_app import set_keys

if TYPE_CHECKING:
    from assistant.office import Office
    from tests.tui.person import Sit


async def test_the_tour_leads_through_the_places_and_ends_where_it_began(sit: Sit) -> None:
    async with sit() as person:
        await person.press("f11")
        for number, step in enumerate(STEPS, 1):
            assert isinstance(person.app.screen, TourScreen)
            assert person.app.current_mode == step.mode
            assert f"{number} of {len(STEPS)}" in person.seen()
            assert "{" not in flat(person)
            await person.press("enter")
        assert person.library.is_active


def test_the_tour_is_short_and_speaks_of_places_there_are() -> None:
    assert 5 <= len(STEPS) <= 7


async def test_one_can_go_back_and_leave(sit: Sit) -> None:
    async with sit() as person:
        await person.press("f11", "enter", "left")
        assert f"1 of {len(STEPS)}" in person.seen()
        await person.press("escape")
        assert person.library.is_active


async def test_the_tour_tells_the_keys_as_the_office_has_them(sit: Sit, office: Office) -> None:
    set_keys(office, '"library.copy" = "f9"')
    async with sit() as person:
        await person.press("f11", "enter")
        assert "f9 copies a fact" in flat(person)


async def test_a_new_office_begins_with_the_tour(office: Office) -> None:
    async with AssistantApp(office, tour=True).run_test() as pilot:
        await Person(pilot).settle()
        assert isinstance(pilot.app.screen, TourScreen)
