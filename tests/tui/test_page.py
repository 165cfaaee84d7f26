import pytest

from assistant.model.fact import Act, Fact, Review
from assistant.model.letter import DocumentKind
from assistant.model.precedent import Precedent, Record
from assistant.tui.page import Page, Piece
from tests.tui.test_typeset import LETTER

ADMISSION = "Mr Shakirov acknowledged that there were cases of illegal force against prisoners"
FORCE = "illegal force against prisoners"
STRESSED = "He stressed that his office is supporting the idea to limit searches in prisons."


def fact(name: str, quote: str, act: Act, review: Review = Review.PROPOSED) -> Fact:
    start = LETTER.text.index(quote)
    return Fact(id=name, act=act, quote=quote, start=start, end=start + len(quote), block=0, review=review)


OUTER, INNER = fact("f1", ADMISSION, Act.ACKNOWLEDGEMENT), fact("f2", FORCE, Act.EVENT)
LATER, REJECTED = fact("f3", STRESSED, Act.POSITION), fact("f4", "EUROPEAN UNION", Act.EVENT, Review.REJECTED)
PRECEDENT = Precedent(
    record=Record(
        id="a-letter",
        kind=DocumentKind.LETTER,
        language="en",
        source=LETTER.description,
        facts=(LATER, OUTER, INNER, REJECTED),
    ),
    text=LETTER.text,
)


def pieces(words: frozenset[str] = frozenset(), favourite: Fact | None = None) -> list[Piece]:
    page = Page(PRECEDENT, 60)
    return [piece for index in range(len(page.lines)) for piece in page.cut(index, words, favourite, None)]


def test_the_pieces_of_all_lines_are_the_words_of_the_letter() -> None:
    joined = "".join(LETTER.text[piece.start : piece.end] for piece in pieces())
    assert "".join(joined.split()) == "".join(LETTER.text.split())


@pytest.mark.parametrize("shown", [OUTER, INNER, LATER])
def test_a_fact_is_marked_from_its_first_to_its_last_word(shown: Fact) -> None:
    marked = [piece for piece in pieces(favourite=shown) if piece.fact == shown]
    assert (marked[0].start, marked[-1].end) == (shown.start, shown.end)


def test_a_fact_inside_another_is_seen() -> None:
    assert {piece.fact.id for piece in pieces() if piece.fact} == {"f1", "f2", "f3"}


def test_what_was_rejected_is_no_fact() -> None:
    assert REJECTED not in Page(PRECEDENT, 60).facts


def test_matched_words_are_marked_inside_and_outside_of_facts() -> None:
    matched = [LETTER.text[piece.start : piece.end] for piece in pieces(frozenset({"prisoners"})) if piece.matched]
    assert matched == ["prisoners", "prisoners"]


def test_one_goes_from_fact_to_fact_in_the_order_of_the_text() -> None:
    page = Page(PRECEDENT, 60)
    first = page.next_fact(None, 0, 1)
    assert first == OUTER
    assert page.next_fact(first, 0, 1) == INNER
    assert page.next_fact(INNER, 0, -1) == OUTER
    assert page.next_fact(OUTER, 0, -1) is None
    assert page.next_fact(LATER, 0, 1) is None


def test_words_marked_with_the_mouse_are_cut_out() -> None:
    page = Page(PRECEDENT, 60)
    index = page.line_at(OUTER.start)
    selected = [piece for piece in page.cut(index, frozenset(), None, (3, 11)) if piece.selected]
    assert (selected[0].start, selected[-1].end) == (page.lines[index].start + 3, page.lines[index].start + 11)


def test_a_page_of_the_same_text_takes_the_lines_over_and_has_its_own_facts() -> None:
    page = Page(PRECEDENT, 60)
    fewer = PRECEDENT.reviewed("f3", Review.REJECTED)
    again = Page(fewer, 60, like=page)
    assert again.lines is page.lines
    assert [fact.id for fact in again.facts] == ["f1", "f2"]
    assert Page(fewer, 59, like=page).lines is not page.lines


def test_passages_pointed_at_are_pieces_of_their_own() -> None:
    page = Page(PRECEDENT, 60)
    start = page.text.index("Shakirov acknowledged")
    cut = page.cut(page.line_at(start), frozenset(), None, None, ((start, start + 8),))
    assert [page.text[piece.start : piece.end] for piece in cut if piece.spotted] == ["Shakirov"]
