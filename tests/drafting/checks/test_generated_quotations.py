"""A thousand quotations from real letters: not one altered one may pass, and not one true one may be refused."""

import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.body import escape_markdown
from assistant.drafting.checks.quotations import check_quotations
from assistant.drafting.language import load_language
from assistant.drafting.quotes import quotation_marks
from assistant.model.finding import Finding, Severity
from assistant.model.letter import DocumentKind
from assistant.model.precedent import Precedent, Record
from assistant.model.quotation import ComparableText, Standing
from assistant.model.source import Block, make_source
from assistant.settings import Settings
from tests.drafting.checks.generated_quotations import Generated, altered, letters, true

_COUNT = 500
_MARKS = quotation_marks(load_language("en"), Settings())
_PRECEDENTS = {
    text: Precedent(
        record=Record(id=f"letter-{number}", kind=DocumentKind.LETTER, language=language, source=source.description),
        text=text,
    )
    for number, (language, text) in enumerate(letters())
    for source in [make_source(text, (Block(start=0),), name="a.txt", original=text.encode(), media_type="text/plain")]
}
_SOURCES = Sources({precedent.id: precedent for precedent in _PRECEDENTS.values()}.get)
_INNER = str.maketrans('“„«”»"', "‘‘‘’’'")
_TEXTS = {text: ComparableText(text) for text in _PRECEDENTS}


def check(quotation: Generated) -> list[Finding]:
    """The findings about a draft that quotes these words, their own double marks made inner ones."""
    words = escape_markdown(quotation.words.translate(_INNER))
    return list(check_quotations(f"You wrote: “{words}” [@{_PRECEDENTS[quotation.source].id}].", _SOURCES, _MARKS))


def is_accepted(quotation: Generated) -> bool:
    """Whether the draft could be exported, and the comparison itself calls the words exact."""
    no_error = all(finding.severity is not Severity.ERROR for finding in check(quotation))
    exact = _TEXTS[quotation.source].compare(quotation.words).standing is Standing.EXACT
    assert no_error == exact, quotation
    return exact


def test_five_hundred_altered_quotations_are_refused_and_five_hundred_true_ones_accepted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    false, right = altered(_COUNT), true(_COUNT)
    passed = [quotation for quotation in false if is_accepted(quotation)]
    accepted = [quotation for quotation in right if is_accepted(quotation)]
    with capsys.disabled():
        print(f"\n{len(passed)} of {len(false)} altered quotations accepted, {len(accepted)} of {len(right)} true ones")
    assert (len(false), passed) == (_COUNT, [])
    assert [each for each in right if each not in accepted] == []
    assert len(right) == _COUNT


@pytest.mark.parametrize("kind", ["number", "negation", "name", "date", "modal", "tense"])
def test_every_way_to_alter_is_tried_in_six_languages(kind: str) -> None:
    assert {each.language for each in altered(_COUNT) if each.kind == kind} == {"en", "fr", "de", "pl", "it", "es"}


def test_every_variant_of_typography_is_tried() -> None:
    made = true(_COUNT)
    assert {each.kind for each in made} == {"marks", "dashes", "spaces", "line ends", "ligatures", "soft hyphens"}
    assert {each.language for each in made} == {"en", "fr", "de", "pl", "it", "es"}


def test_the_same_quotations_are_made_every_time() -> None:
    assert altered(50) == altered(50)
    assert true(50) == true(50)
