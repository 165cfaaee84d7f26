from assistant.drafting.bench import Sources
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.checks.guarded_notes import check_guarded_notes
from assistant.drafting.language import load_language
from assistant.model.finding import Finding, Severity
from assistant.model.person import Naming, Person
from tests.drafting.carlsson import ID, SENDER, carlsson


def check(name: str) -> list[Finding]:
    people = GuardedPeople(everybody=(Person(id="a-b", name=name, naming=Naming(allowed=False, instead="the writer")),))
    sources = Sources({ID: carlsson()}.get)
    return list(check_guarded_notes(f"First.\n\nYou wrote so [@{ID}#f14].", sources, load_language("en"), people))


def test_a_footnote_that_would_name_a_guarded_writer_is_an_error_at_its_citation() -> None:
    (finding,) = check(SENDER)
    assert (finding.code, finding.severity, finding.place) == ("person-not-to-be-named", Severity.ERROR, "para. 2")
    assert "The footnote would read" in finding.advice
    assert finding.fix is None


def test_a_source_of_other_people_may_be_cited() -> None:
    assert check("Max Bokayev") == []
