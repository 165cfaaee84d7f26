import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.body import citation_groups
from assistant.drafting.language import load_language
from assistant.drafting.references import CitedNotes, name_document
from assistant.model.letter import DocumentKind
from assistant.model.precedent import Precedent
from tests.drafting.carlsson import ID
from tests.drafting.desk import CARLSSON

ENGLISH = load_language("en")
NAME = "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes"


def changed(**parts: object) -> Precedent:
    """The letter with parts of its anatomy changed."""
    letter = CARLSSON.record.letter.model_copy(update=parts)
    return CARLSSON.model_copy(update={"record": CARLSSON.record.model_copy(update={"letter": letter})})


@pytest.mark.parametrize(
    ("citation", "note"),
    [
        (f"[@{ID}#f14]", f"{NAME}, para. 5."),
        (f"[@{ID}]", f"{NAME}."),
        (f"[@{ID}#f3; @{ID}#f10]", f"{NAME}, para. 1; {NAME}, para. 4."),
    ],
)
def test_a_note_names_letter_date_and_paragraph(citation: str, note: str) -> None:
    notes = CitedNotes(Sources({ID: CARLSSON}.get), ENGLISH)
    assert [notes.footnote(group).text for group in citation_groups(citation)] == [note]


def test_the_page_stands_before_the_paragraph_where_the_source_has_pages() -> None:
    facts = tuple(fact.model_copy(update={"page": 2}) for fact in CARLSSON.record.facts)
    paged = CARLSSON.model_copy(update={"record": CARLSSON.record.model_copy(update={"facts": facts})})
    (group,) = citation_groups(f"[@{ID}#f14]")
    assert CitedNotes(Sources({ID: paged}.get), ENGLISH).footnote(group).text == f"{NAME}, p. 2, para. 5."


def test_what_is_not_known_is_left_out() -> None:
    assert name_document(changed(date=None), ENGLISH) == "Letter from Sven-Olov Carlsson to Ana Gomes"
    assert name_document(changed(recipients=()), ENGLISH) == "Letter of 23 May 2019 from Sven-Olov Carlsson"


def test_a_document_without_writer_and_addressee_is_known_by_its_title() -> None:
    title = CARLSSON.source.passage(*_span("zero tolerance to torture"))
    report = changed(sender=None, recipients=(), subject=title)
    kind = report.record.model_copy(update={"kind": DocumentKind.REPORT})
    named = name_document(report.model_copy(update={"record": kind}), ENGLISH)
    assert named == "Report of 23 May 2019, “zero tolerance to torture”"


def _span(words: str) -> tuple[int, int]:
    start = CARLSSON.text.index(words)
    return start, start + len(words)
