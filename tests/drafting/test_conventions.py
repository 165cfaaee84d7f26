"""The data the checks go by: complete in every language, each entry with its source."""

import re
from pathlib import Path

import pytest

from assistant.drafting import checks
from assistant.drafting.conventions import load_convention, reasons, severity_of, worded_languages, wording
from assistant.drafting.language import known_languages
from assistant.model.finding import Severity

_ELSEWHERE = {"template"}
"""Modules whose findings are about templates, not letters."""


def test_there_are_words_of_every_language_a_letter_can_be_written_in() -> None:
    assert set(known_languages()) <= set(worded_languages())


@pytest.mark.parametrize("language", worded_languages())
def test_the_words_of_a_language_are_complete(language: str) -> None:
    words = wording(language)
    assert len(words.weekdays) == 7
    assert len(words.common) >= 35


def test_every_finding_about_a_letter_says_why_and_where_its_rule_stands() -> None:
    folder = Path(str(checks.__file__)).parent
    modules = [file for file in folder.glob("*.py") if file.stem not in _ELSEWHERE]
    source = "\n".join(file.read_text("utf-8") for file in (*modules, folder.parent / "proof.py"))
    codes = set(re.findall(r'(?:code=|finding\(\s*|_finding\(\s*\w+(?:\.\w+)?,\s*)"([a-z]+(?:-[a-z]+)*)"', source))
    assert codes >= {"date-impossible", "quotation-altered", "field-missing", "too-many-words"}
    assert {code for code in codes if code not in reasons()} == set()


def test_a_convention_from_memory_is_no_more_than_a_note() -> None:
    assert severity_of("memory", Severity.ERROR) is Severity.NOTE
    assert severity_of("verified", Severity.ERROR) is Severity.ERROR


@pytest.mark.parametrize("entry", load_convention("references.toml")["references"], ids=lambda entry: entry["name"])
def test_the_example_of_a_form_is_in_that_form(entry: dict[str, str]) -> None:
    example = entry["example"].split(",")[0].split(":")[0]
    assert entry["source"]
    assert re.fullmatch(entry["right"], example) or entry["right"] == "(?!)"
