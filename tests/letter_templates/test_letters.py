"""Every kind of letter in every language: what it says, and that it has nothing to put right.

`python -m tests.letter_templates.test_letters` writes the texts anew; read the difference before it is committed.
"""

import pytest

from assistant.drafting.checks.template import check_folder
from assistant.drafting.proof import check_draft
from assistant.drafting.templates import Template
from assistant.model.finding import Severity
from tests.drafting.desk import GOLDEN, LIBRARY
from tests.letter_templates.reading import read_letter
from tests.letter_templates.scenarios import NAMES, sample

LETTERS = GOLDEN / "letters"


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_reads_like_this(name: str) -> None:
    assert read_letter(sample(name).render()) == (LETTERS / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_just_composed_has_no_errors(name: str) -> None:
    made = sample(name)
    findings = check_draft(made.draft, made.template, made.bench)
    assert [finding.message for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("template", LIBRARY.all(), ids=lambda template: template.id)
def test_a_shipped_template_has_nothing_to_put_right(template: Template) -> None:
    assert check_folder(template) == ()


@pytest.mark.parametrize("template", LIBRARY.all(), ids=lambda template: template.id)
def test_every_field_says_what_belongs_there_and_gives_an_example_that_fits(template: Template) -> None:
    for field in template.fields:
        assert field.label[0].isupper(), field.name
        assert field.help.endswith("."), field.name
        assert field.example, field.name
        assert field.problem(field.example) is None, field.name


def test_there_is_a_text_for_every_letter_and_no_other() -> None:
    assert {path.stem for path in LETTERS.glob("*.txt")} == set(NAMES)


def main() -> None:
    """Write the texts anew."""
    for name in NAMES:
        (LETTERS / f"{name}.txt").write_text(read_letter(sample(name).render()), "utf-8")


if __name__ == "__main__":
    main()
