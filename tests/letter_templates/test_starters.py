"""Whatever a person leaves out, the text a starter makes is still clean: no crash, no gap, no doubled mark."""

import re
from collections.abc import Iterator

import pytest

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.compose import Composition, compose
from assistant.drafting.language import load_language
from assistant.drafting.proof import check_draft
from assistant.drafting.references import CitedNotes
from assistant.drafting.typesetting import typeset
from assistant.model.draft import Draft
from assistant.model.finding import Severity
from assistant.model.letter import Letter
from assistant.model.precedent import Precedent
from tests.drafting.desk import CARLSSON, LIBRARY, SETTINGS, TODAY
from tests.letter_templates.scenarios import NAMES, PEOPLE, sample

_UNCLEAN = re.compile(r"(?<=\S)  |[ \u00a0][,.)]|\( |[.,;:]{2}|[.!?][\u00a0 ]?[,.;:]")
"""Two spaces, a space before a mark, two marks: “r..”, “the prison , …”."""
BARE = Precedent(record=CARLSSON.record.model_copy(update={"letter": Letter(), "facts": ()}), text=CARLSSON.text)
"""A letter of which nothing is known."""


def _compose(name: str, answering: Precedent | None, fields: dict[str, object]) -> Draft:
    kind, _, language = name.partition(".")
    template = LIBRARY.get(kind)
    return compose(
        Composition(
            template=template,
            language=language,
            settings=SETTINGS,
            today=TODAY,
            answering=answering,
            people=PEOPLE,
            fields=fields,
        )
    )


def _variants(name: str) -> Iterator[Draft]:
    """With nothing, with everything, and with everything but one, in answer to much and to nothing."""
    made = sample(name)
    given = made.fields
    answered = (CARLSSON, BARE) if made.template.answers else (CARLSSON, BARE, None)
    for answering in answered:
        yield _compose(name, answering, {})
        yield _compose(name, answering, given)
        for left_out in given:
            yield _compose(name, answering, {key: value for key, value in given.items() if key != left_out})


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_clean_whatever_is_left_out(name: str) -> None:
    notes = CitedNotes(Sources({CARLSSON.id: CARLSSON}.get), load_language(name.rpartition(".")[2]))
    for draft in _variants(name):
        for paragraph in typeset(draft.body, notes).paragraphs:
            words = "".join(run.text for run in paragraph.text.runs)
            assert not _UNCLEAN.search(words), words
            assert words == words.strip(), words


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_in_which_nothing_was_filled_in_only_lacks_what_is_to_be_filled_in(name: str) -> None:
    bench = Bench(shelf={CARLSSON.id: CARLSSON}.get, settings=SETTINGS)
    draft = _compose(name, CARLSSON, {})
    findings = check_draft(draft, LIBRARY.get(draft.template), bench)
    wrong = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    assert wrong <= {"field-missing", "placeholder"}
