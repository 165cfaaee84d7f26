import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.quotation_marks import find_quotations

FOUND = [
    ("You wrote: “we will keep visiting”.", ["we will keep visiting"]),
    ("Er schrieb: „Wir werden kommen“, und ging.", ["Wir werden kommen"]),
    ("Napisał: „będziemy odwiedzać”.", ["będziemy odwiedzać"]),
    ("Il a écrit : « nous viendrons ».", [" nous viendrons "]),
    ("Er schrieb: »Wir werden kommen«.", ["Wir werden kommen"]),
    ('He wrote "we will come" and "we will stay".', ["we will come", "we will stay"]),
    ("He wrote ‘we will come’.", ["we will come"]),
    ("Er nannte es ‚eine Frage‘ und ›mehr‹.", ["eine Frage", "mehr"]),
    ('„otwarty polskim, zamknięty prostym"', ["otwarty polskim, zamknięty prostym"]),
    ("“over two\nlines of one paragraph”", ["over two\nlines of one paragraph"]),
]

NESTED = [
    ("“the programme ‘Support to Judicial Reform’ ended”", "the programme ‘Support to Judicial Reform’ ended"),
    ("“the “inner” one”", "the “inner” one"),
    ("„sie nannte es ‚neu‘ und ging“", "sie nannte es ‚neu‘ und ging"),
    ("« il a dit « oui » hier »", " il a dit « oui » hier "),
]

NO_QUOTATION = [
    "It’s the embassies’ staff, not the Delegation’s.",
    "It's the embassies' staff in the '90s, and the Members' too.",
    "a 12' board, 5\"",
    "L’accord qu’il a signé",
    "The word 'one' alone may be an apostrophe's neighbour.",
    "",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_what_stands_in_marks_is_found_in_every_typography(text: str, words: list[str]) -> None:
    assert [quotation.words for quotation in find_quotations(text).quotations] == words


@pytest.mark.parametrize(("text", "words"), NESTED)
def test_a_quotation_keeps_the_quotations_inside_it(text: str, words: str) -> None:
    assert [quotation.words for quotation in find_quotations(text).quotations] == [words]


@pytest.mark.parametrize("text", NO_QUOTATION)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    found = find_quotations(text)
    assert not found.quotations
    assert not found.unclosed


def test_an_apostrophe_inside_a_quotation_does_not_close_it() -> None:
    found = find_quotations("“our Member States' embassies, the Union’s and the Members’ own” and on")
    assert [quotation.words for quotation in found.quotations] == [
        "our Member States' embassies, the Union’s and the Members’ own"
    ]


def test_a_possessive_does_not_close_a_quotation_in_single_marks() -> None:
    found = find_quotations("He wrote ‘the embassies’ own staff’ today.")
    assert [quotation.words for quotation in found.quotations] == ["the embassies’ own staff"]


def test_a_double_mark_left_open_is_told_a_single_one_is_not() -> None:
    assert find_quotations("“we will come").unclosed == (0,)
    assert find_quotations("‘tis so").unclosed == ()


def test_what_is_closed_behind_an_open_mark_is_still_found() -> None:
    found = find_quotations("“open here, and “closed here” there")
    assert [quotation.words for quotation in found.quotations] == ["closed here"]
    assert found.unclosed == (0,)


@given(st.text(alphabet="ab ’'“”„«»\"‘‚.", max_size=40))
def test_offsets_are_those_of_the_text_and_quotations_do_not_overlap(text: str) -> None:
    last = 0
    for quotation in find_quotations(text).quotations:
        assert text[quotation.start + 1 : quotation.end - 1] == quotation.words
        assert last <= quotation.start
        last = quotation.end
