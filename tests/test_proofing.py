"""Letters are checked against what the office knows now, not when it was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.founding import make_office
from assistant.model.draft import Draft
from assistant.model.finding import Severity
from assistant.model.person import Naming
from assistant.office import Office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    make_office(tmp_path / "office", examples=True)
    return Office(tmp_path / "office")


def test_who_must_not_be_named_any_more_is_known_at_the_next_check(office: Office) -> None:
    draft = Draft(template="press-statement", body="Max Bokayev is ill.")
    assert not any("Max Bokayev" in found.message for found in office.writing.check_text(draft))
    known = office.people.get("max-bokayev")
    naming = Naming(allowed=False, instead="M. B.")
    office.people.put(known.person.model_copy(update={"naming": naming}), known.seen)
    [told] = [found for found in office.writing.check_text(draft) if "Max Bokayev" in found.message]
    assert told.severity is Severity.ERROR


def test_drafts_are_listed_with_what_they_say_and_one_that_cannot_be_read_says_why(office: Office) -> None:
    folder = office.folder / "drafts"
    front = "template: inquiry\nlanguage: fr\nfields:\n  subject: Visits\n  date: '2019-06-20'"
    (folder / "2019-06-20-b.md").write_text(f"---\n{front}\n---\n\nBonjour.\n", "utf-8")
    (folder / "2019-06-19-a.md").write_text("no front matter", "utf-8")
    (office.folder / "letters").mkdir(exist_ok=True)
    (office.folder / "letters" / "2019-06-20-b.docx").touch()
    good, bad = office.writing.begun()
    assert (good.title, good.language, good.subject, good.day) == (
        "Inquiry to a head of EU delegation",
        "fr",
        "Visits",
        "2019-06-20",
    )
    assert (good.exported, bad.exported) == (True, False)
    assert "front matter" in bad.trouble


def test_what_may_be_cited_begins_with_the_letter_answered_however_few_are_asked_for(office: Office) -> None:
    letter = "2019-05-23-carlsson-gomes"
    everything = office.writing.citable("", None, 10)
    report = next(hit.precedent for hit in everything if hit.precedent != letter)
    for answered in (letter, report):
        [hit] = office.writing.citable("", answered, 1)
        assert hit.precedent == answered
    both = office.writing.citable("prison", report, 10)
    assert len({hit.precedent for hit in both}) == len(both)
    assert all(fact.citable for hit in office.writing.citable("prison", letter, 10)[:1] for fact in hit.facts)
    assert office.writing.citable("nowhere-to-be-found", letter, 10) == ()
