import pytest

from assistant.model.fact import Act, Review
from assistant.model.search import FactHit, Hit, SearchResult
from assistant.tui.words import ACTS, clip, count, count_found


def test_every_act_has_a_letter_of_its_own() -> None:
    assert set(ACTS) == set(Act)
    assert len({name.letter for name in ACTS.values()}) == len(Act)


def test_numbers_agree_with_their_noun() -> None:
    assert (count(0, "letter"), count(1, "letter"), count(1204, "letter")) == ("0 letters", "1 letter", "1,204 letters")


@pytest.mark.parametrize(
    ("text", "clipped"), [("short", "short"), ("one two three", "one two …"), ("a  b\nc", "a b c")]
)
def test_a_long_text_is_cut_behind_a_word(text: str, clipped: str) -> None:
    assert clip(text, 9) == clipped


FACT = FactHit(fact="f1", act=Act.EVENT, quote="x", start=0, end=1, review=Review.PROPOSED)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (SearchResult(query="", total=1, hits=(Hit(precedent="a", facts=(FACT, FACT)),)), "2 facts, 1 letter"),
        (SearchResult(query="", total=1, hits=(Hit(precedent="a"),)), "1 letter"),
        (SearchResult(query="", total=30, hits=(Hit(precedent="a"),)), "30 letters, first 1 shown"),
        (SearchResult(query="", total=0), "0 letters"),
    ],
)
def test_what_was_found_is_counted(result: SearchResult, words: str) -> None:
    assert count_found(result) == words
