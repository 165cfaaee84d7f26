from hypothesis import example, given
from hypothesis import strategies as st

from assistant.drafting.body import citation_at, citation_groups, escape_markdown, paragraphs, plain_words, uncited

BODY = "First one.\n\nYou wrote “so” [@2019-a#f1; @2020-b].\n \n\n- an item\n- another [@bad id]\n"


def test_paragraphs_stand_between_blank_lines_and_are_counted_from_one() -> None:
    found = [(paragraph.place, BODY[paragraph.start : paragraph.end].splitlines()[0]) for paragraph in paragraphs(BODY)]
    assert found == [
        ("para. 1", "First one."),
        ("para. 2", "You wrote “so” [@2019-a#f1; @2020-b]."),
        ("para. 3", "- an item"),
    ]


def test_one_pair_of_brackets_may_cite_several_facts() -> None:
    group = next(citation_groups(BODY))
    assert [citation.key for citation in group.citations] == ["2019-a#f1", "2020-b"]
    assert BODY[group.start : group.end] == "[@2019-a#f1; @2020-b]"


def test_brackets_that_hold_no_citation_are_told() -> None:
    assert [bool(group.citations) for group in citation_groups(BODY)] == [True, False]


def test_an_escaped_bracket_is_no_citation() -> None:
    assert not list(citation_groups(r"see \[@2019-a#f1]"))
    assert uncited(r"see \[@2019-a#f1]") == (r"see \[@2019-a#f1]",)


def test_a_citation_is_read_where_it_begins() -> None:
    groups = tuple(citation_groups(BODY))
    assert tuple(filter(None, (citation_at(BODY, at, len(BODY)) for at in range(len(BODY))))) == groups


def test_what_is_printed_stands_around_the_citations() -> None:
    assert uncited("a [@2019-a#f1] b[@bad id]") == ("a ", " b", "")


@given(st.text(max_size=60))
@example("1. *not* a [list] _or_ \\emphasis")
def test_escaped_words_are_printed_as_the_words_they_are(text: str) -> None:
    assert plain_words(escape_markdown(text)) == text


def test_emphasis_is_no_part_of_the_words() -> None:
    assert plain_words(r"these *kind* of **initiatives**, snake_case, 2 \* 3") == (
        "these kind of initiatives, snake_case, 2 * 3"
    )
