from collections.abc import Callable

import pytest

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.tagged import tagged_candidates
from assistant.model.mention import MentionKind

pytest.importorskip("pycrfsuite", reason="runs where python-crfsuite has a wheel, as in .ci/run")

Prepare = Callable[[str], Document]
LETTER = (
    "Unfortunately we are also witnessing a similar situation in Georgia, where the government of the Georgian Dream "
    "coalition is deploying similar tactics."
)


def proposed(document: Document, found: list[Candidate]) -> dict[str, MentionKind]:
    return {document.view[one.start : one.end]: one.kind for one in tagged_candidates(document, found, ())}


def test_the_tagger_proposes_what_no_rule_explains(document: Prepare) -> None:
    assert proposed(document(LETTER), [])["Georgian Dream"] is MentionKind.ORGANISATION


def test_the_tagger_is_silent_about_what_is_explained(document: Prepare) -> None:
    whole = Candidate(0, len(LETTER), MentionKind.ORGANISATION, 1)
    assert proposed(document(LETTER), [whole]) == {}


def test_the_tagger_proposes_no_places_and_no_ordinary_words(document: Prepare) -> None:
    found = proposed(document("Members met in Zarechny and in Petropavlovsk. The Members then went home."), [])
    assert MentionKind.PLACE not in found.values()
    assert "Members" not in found
