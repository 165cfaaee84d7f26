import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.checks.citations import check_citations
from assistant.model.fact import Review
from assistant.model.finding import Severity
from tests.drafting.carlsson import ID, carlsson

CARLSSON = carlsson({"f1": Review.PROPOSED, "f2": Review.REJECTED, "f4": Review.OBSOLETE, "f5": Review.CORRECTED})

CITED = [
    (f"[@{ID}#f14]", None),
    (f"[@{ID}#f5]", None),
    (f"[@{ID}]", None),
    (f"[@{ID}#f1]", "citation-unreviewed"),
    (f"[@{ID}#f2]", "citation-rejected"),
    (f"[@{ID}#f4]", "citation-obsolete"),
    (f"[@{ID}#f99]", "citation-unknown-fact"),
    ("[@2001-01-01-nobody#f1]", "citation-unknown-precedent"),
    (f"[@{ID} #f14]", "citation-malformed"),
    (f"[@{ID}#f14; f15]", "citation-malformed"),
    (f"[@{ID}#f14; @{ID}#f1]", "citation-unreviewed"),
]


@pytest.mark.parametrize(("citation", "code"), CITED)
def test_only_facts_that_exist_and_were_accepted_may_be_cited(citation: str, code: str | None) -> None:
    found = list(check_citations(f"Thank you.\n\nAs you wrote {citation}.", Sources({ID: CARLSSON}.get)))
    assert [finding.code for finding in found] == ([code] if code else [])
    assert all(finding.severity is Severity.ERROR and finding.place == "para. 2" for finding in found)


def test_the_facts_that_could_be_cited_are_named() -> None:
    (finding,) = check_citations(f"[@{ID}#f99]", Sources({ID: CARLSSON}.get))
    assert finding.message == f"{ID} has no fact “f99”."
    assert "f14" in finding.advice
    assert "f2," not in finding.advice
