"""What stands behind each citation of a draft."""

from assistant.drafting.bench import Sources
from assistant.drafting.cited import cited_in
from assistant.drafting.proof import check_draft
from assistant.model.cited import Cited
from assistant.model.fact import Review
from tests.drafting.desk import CARLSSON, bench, follow_up, template


def cited(body: str) -> list[Cited]:
    draft = follow_up().model_copy(update={"body": body})
    return list(cited_in(body, Sources({CARLSSON.id: CARLSSON}.get), check_draft(draft, template(), bench())))


def test_every_citation_is_told_with_its_words_letter_and_place() -> None:
    body = follow_up().body
    told = cited(body)
    assert [each.key for each in told] == [part.partition("]")[0] for part in body.split("[@")[1:]]
    for each in told:
        fact = CARLSSON.fact(each.key.partition("#")[2])
        assert fact
        assert each.words == fact.quote
        assert each.locator == CARLSSON.locator(fact)
        assert each.letter == "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes"
        assert body[each.start : each.end] == f"[@{each.key}]"
        assert each.review is Review.ACCEPTED
        assert each.finding is None


def test_what_is_wrong_with_the_words_is_told_with_the_citation_they_stand_before() -> None:
    body = follow_up().body.replace("in the future”", "in the near future”")
    wrong = [each for each in cited(body) if each.finding]
    assert [each.finding.code for each in wrong if each.finding] == ["quotation-altered"]
    assert "in the future" in wrong[0].words


def test_a_letter_that_is_not_here_is_told_by_its_key() -> None:
    [told] = cited("So it was.[@2018-01-01-nobody#f1]")
    assert (told.key, told.letter, told.words) == ("2018-01-01-nobody#f1", "", "")
    assert told.finding
    assert told.finding.code == "citation-unknown-precedent"


def test_two_citations_in_one_pair_of_brackets_are_two() -> None:
    [first, second] = cited(f"So it was.[@{CARLSSON.id}#f3; @{CARLSSON.id}]")
    assert (first.start, first.end) == (second.start, second.end)
    assert (bool(first.words), second.words) == (True, "")
