from assistant.tui.app import AssistantApp
from assistant.tui.commands import declared
from assistant.tui.places import PLACES
from tests.tui.keys import BEGINS, ENDS, README, page


def test_the_page_of_keys_in_the_readme_is_up_to_date() -> None:
    text = README.read_text("utf-8")
    told = "write it anew with “python -m tests.tui.keys”"
    assert text.partition(BEGINS)[2].partition(ENDS)[0] == page(), told


def test_the_page_holds_every_place_and_every_command_of_the_app() -> None:
    words = page()
    assert all(f"| {place.title} |" in words for place in PLACES)
    assert all(f"`{binding.id}`" in words for binding in declared(AssistantApp))
