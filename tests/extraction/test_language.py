import pytest

from assistant.extraction.language import recognise_language
from tests.extraction.conftest import LANGUAGES, read_letter


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items())
def test_a_letter_is_known_by_its_language(name: str, language: str) -> None:
    assert recognise_language(read_letter(name).text) == language


@pytest.mark.parametrize("text", ["", "1234 5678", "Xqz vrt plk", "aaaaaaaaaaaa"])
def test_a_text_of_no_known_language_says_so(text: str) -> None:
    assert recognise_language(text) == "und"
