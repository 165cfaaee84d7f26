import pytest

from tests.letter_templates.make_templates import KINDS, TEMPLATES, WORDS, make_template


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", WORDS)
def test_the_shipped_files_are_what_the_script_makes(kind: str, code: str) -> None:
    assert (TEMPLATES / kind / f"template.{code}.docx").read_bytes() == make_template(WORDS[code])
