import datetime as dt

import pytest

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.checks.staleness import check_staleness
from assistant.model.finding import Finding, Severity
from assistant.model.timeline import Overtaken
from tests.drafting.carlsson import ID, carlsson

RATIFIED = next(
    fact.id for fact in carlsson().record.facts if "has now been ratified by 27 EU Member States" in fact.quote
)
PROMISED = "f14"


def check(fact: str, day: dt.date, overtaken: Overtaken | None = None) -> list[Finding]:
    letter = carlsson()
    bench = Bench(shelf={ID: letter}.get, overtaken=lambda _, __: overtaken)
    return list(check_staleness(f"First.\n\nYou wrote so [@{ID}#{fact}].", Sources(bench.shelf), day, bench))


def test_what_was_so_on_a_day_long_past_is_noted() -> None:
    (finding,) = check(RATIFIED, dt.date(2020, 7, 23))
    assert (finding.code, finding.severity, finding.place) == ("fact-as-of", Severity.NOTE, "para. 2")
    assert finding.message == "The source says “now” on 23 May 2019, 14 months before this letter."


@pytest.mark.parametrize(("fact", "day"), [(RATIFIED, dt.date(2019, 6, 20)), (PROMISED, dt.date(2020, 7, 23))])
def test_what_is_new_or_names_no_day_of_its_own_is_not(fact: str, day: dt.date) -> None:
    assert check(fact, day) == []


def test_what_has_been_said_against_it_since_is_shown_with_its_words() -> None:
    later = Overtaken(
        by="2020-02-01-a#f1", quote="all 28\nhave ratified", written="2020-02-01", because="Another figure."
    )
    (finding,) = check(RATIFIED, dt.date(2020, 7, 23), later)
    assert (finding.code, finding.severity) == ("fact-overtaken", Severity.WARNING)
    assert finding.message == "A later letter, of 1 February 2020, says: “all 28 have ratified”."
    assert finding.advice == "Another figure. Cite 2020-02-01-a#f1 too, or say that it was so then."
    assert finding.quote == f"@{ID}#{RATIFIED}"


def test_a_fact_that_is_not_there_is_for_another_check() -> None:
    assert check("f99", dt.date(2020, 7, 23)) == []
