import pytest

from assistant.extraction.language import recognise_language
from tests.extraction.conftest import read_letter


@pytest.mark.parametrize("name", ["carlsson.txt", "press_conference.txt"])
def test_the_real_letters_are_english(name: str) -> None:
    assert recognise_language(read_letter(name).text) == "en"


@pytest.mark.parametrize("text", ["", "1234 5678", "Xqz vrt plk", "aaaaaaaaaaaa"])
def test_a_text_of_no_known_language_says_so(text: str) -> None:
    assert recognise_language(text) == "und"
