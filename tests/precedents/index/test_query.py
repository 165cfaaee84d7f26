from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.letter import DocumentKind
from assistant.precedents.index.query import Field, Phrase, Query, Term, parse_query, query_for_words
from assistant.precedents.index.terms import accepted_values


def words(*phrase: str, prefix: bool = False, field: Field = Field.ANYWHERE, excluded: bool = False) -> Term:
    return Term(field=field, phrases=(Phrase(phrase, prefix),), excluded=excluded)


UNDERSTOOD: list[tuple[str, list[tuple[Term, ...]]]] = [
    ("illegal force", [(words("illegal"),), (words("force"),)]),
    ('"illegal force"', [(words("illegal", "force"),)]),
    ("“illegal force”", [(words("illegal", "force"),)]),  # as a word processor pastes it
    ('"illegal force', [(words("illegal", "force"),)]),  # still being typed
    ("police OR guard force", [(words("police"), words("guard")), (words("force"),)]),
    ("a AND b", [(words("a"),), (words("b"),)]),
    ("-prison", [(words("prison", excluded=True),)]),
    ('-"zero tolerance"', [(words("zero", "tolerance", excluded=True),)]),
    ("pris*", [(words("pris", prefix=True),)]),
    ('"zero tol*"', [(words("zero", "tol", prefix=True),)]),
    ('"zero tol"*', [(words("zero", "tol", prefix=True),)]),
    ("person:Świącicki", [(words("swiacicki", field=Field.PERSON),)]),
    ('from:"Open Dialog"', [(words("open", "dialog", field=Field.FROM),)]),
    ("FROM:odf", [(words("odf", field=Field.FROM),)]),
    ("org:nat*", [(words("nat", field=Field.ORGANISATION, prefix=True),)]),
    ("act:commitment", [(Term(field=Field.ACT, values=("commitment",)),)]),
    ("act:promise", [(Term(field=Field.ACT, values=("commitment",)),)]),
    ("act:ack", [(Term(field=Field.ACT, values=("acknowledgement",)),)]),
    ("act:nonsense", [(Term(field=Field.ACT),)]),
    ("status:citable", [(Term(field=Field.STATUS, values=("accepted", "corrected")),)]),
    ('kind:"written question"', [(Term(field=Field.KIND, values=("written_question",)),)]),
    ("lang:English", [(Term(field=Field.LANGUAGE, values=("en",)),)]),
    ("year:2019", [(Term(field=Field.YEAR, values=("2019",)),)]),
    # what is no field is words
    ("EU-Kazakhstan", [(words("eu", "kazakhstan"),)]),
    ("re: bill", [(words("re"),), (words("bill"),)]),
    ("HC-1234/22", [(words("hc", "1234", "22"),)]),
    ("http://example.org", [(words("http", "example", "org"),)]),
    ("before:soon", [(words("before", "soon"),)]),
    # what says nothing yet is left out
    ("", []),
    ("OR", []),
    ("force OR", [(words("force"),)]),
    ("OR force", [(words("force"),)]),
    ("-", []),
    ('"', []),
    ("*", []),
    ("p*", []),
    ("from:", []),
    ("act:", []),
    ("year:20", []),
    ("before:20", []),
    ("().,;!?", []),
]


@pytest.mark.parametrize(("typed", "groups"), UNDERSTOOD)
def test_a_line_is_understood(typed: str, groups: list[tuple[Term, ...]]) -> None:
    assert list(parse_query(typed).groups) == groups


BOUNDS = [
    ("before:2019-05-23", None, date(2019, 5, 22)),
    ("before:2019-05", None, date(2019, 4, 30)),
    ("before:2019", None, date(2018, 12, 31)),
    ("after:2019-05-23", date(2019, 5, 24), None),
    ("after:2019-05", date(2019, 6, 1), None),
    ("after:2018", date(2019, 1, 1), None),
    ("after:2018-12", date(2019, 1, 1), None),
    ("after:2018 before:2020", date(2019, 1, 1), date(2019, 12, 31)),
    ("before:2020 before:2019", None, date(2018, 12, 31)),
    ("-before:2019", date(2019, 1, 1), None),
    ("-after:2019", None, date(2019, 12, 31)),
    ("before:23.05.2019", None, date(2019, 5, 22)),
    ("before:05/2019", None, date(2019, 4, 30)),
    ("before:2019-0", None, date(2018, 12, 31)),  # still being typed
    ("before:2019-02-31", None, date(2019, 1, 31)),  # no such day: the month counts
    ("before:2019-13", None, date(2018, 12, 31)),
]


@pytest.mark.parametrize(("typed", "first", "last"), BOUNDS)
def test_dates_months_and_years_bound_the_search(typed: str, first: date | None, last: date | None) -> None:
    assert parse_query(typed) == Query(first=first, last=last)


def test_a_page_pasted_by_mistake_is_cut() -> None:
    assert len(parse_query("word " * 10_000).groups) == 40
    (alternatives,) = parse_query(" OR ".join(["word"] * 10_000)).groups
    assert len(alternatives) == 20


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_kind_of_document_can_be_asked_for(kind: DocumentKind) -> None:
    assert accepted_values("kind", kind.value) == (kind.value,)


def test_words_are_sought_by_any_four_of_them_in_a_row() -> None:
    assert (
        query_for_words("We will – “keep” visiting prisons")
        == '"we will keep visiting" OR "will keep visiting prisons"'
    )
    assert query_for_words("zero tolerance") == '"zero tolerance"'


@given(st.lists(st.sampled_from(["wort", "mot", "word"]), min_size=1, max_size=400))
def test_however_many_words_are_sought_the_line_is_short_enough_to_be_understood_whole(words: list[str]) -> None:
    line = query_for_words(" ".join(words))
    (group,) = parse_query(line).groups
    assert len(group) == line.count(" OR ") + 1 <= 40


PIECES = [
    '"',
    "-",
    "*",
    ":",
    "(",
    ")",
    "OR",
    "AND",
    "NOT",
    "NEAR",
    "from:",
    "act:",
    "before:",
    "^",
    "+",
    "\x00",
    "2019",
    "ę",
]


@given(st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join))
def test_nothing_typed_is_refused(typed: str) -> None:
    parse_query(typed)
