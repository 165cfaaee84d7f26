"""What a person types: who says a fact and when, what somebody is, where they live."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadArgumentError
from assistant.model.fact import Attribution
from assistant.model.person import Role
from assistant.model.typed import (
    read_chain,
    read_day,
    read_lines,
    read_name,
    read_role,
    write_chain,
    write_lines,
    write_role,
)

NAMES = st.from_regex(r"[A-Z][a-zé]{1,8}( [A-Z][a-zé]{1,8}){0,2}", fullmatch=True)
DOINGS = st.from_regex(r"[a-z]{2,9}( [a-z]{2,9}){0,2}", fullmatch=True)
CHAINS = st.lists(st.builds(Attribution, name=NAMES, act=DOINGS), min_size=1, max_size=3)


@given(chain=CHAINS)
def test_a_chain_is_read_as_it_was_written(chain: list[Attribution]) -> None:
    assert list(read_chain(write_chain(chain))) == chain


def test_a_chain_is_written_as_a_person_says_it() -> None:
    chain = (Attribution(name="Ana Gomes", act="reports"), Attribution(name="Marcin Świącicki", act="calls for"))
    assert write_chain(chain) == "Ana Gomes reports; Marcin Świącicki: calls for"


@pytest.mark.parametrize("said", ["", "Shakirov", "Ana Gomes reports;", ": reports", "Ana Gomes: "])
def test_a_link_without_name_or_doing_is_refused(said: str) -> None:
    with pytest.raises(BadArgumentError, match="each link needs a name"):
        read_chain(said)


@pytest.mark.parametrize("day", ["2019-05-06", "2019-05", "2019", "2018-04-14/2018-04-17", ""])
def test_a_date_may_be_a_day_a_month_a_year_an_interval_or_none(day: str) -> None:
    assert read_day(day) == day


def test_another_date_is_refused() -> None:
    with pytest.raises(BadArgumentError, match="this is no date"):
        read_day("6 May 2019")


WORDS = st.from_regex(r"[A-Za-zé]{1,9}( [A-Za-zé,.;/]{1,9}){0,3}", fullmatch=True)
DAYS = st.one_of(st.none(), st.sampled_from(["2013", "2013-09", "2013-09-01"]))
ROLES = st.builds(
    Role,
    title=WORDS,
    organisation=st.one_of(st.none(), WORDS),
    office=st.one_of(st.none(), st.just("ombudsman")),
    since=DAYS,
    until=DAYS,
)


@given(role=ROLES)
def test_a_role_is_read_as_it_was_written(role: Role) -> None:
    assert read_role(write_role(role)) == role


def test_a_role_is_written_with_what_is_known_of_it() -> None:
    role = Role(title="Ombudsman", organisation="Republic of Kazakhstan", since="2013-09", office="ombudsman")
    assert write_role(role) == "Ombudsman | Republic of Kazakhstan | 2013-09/ | ombudsman"
    assert write_role(Role(title="Ombudsman")) == "Ombudsman"


@pytest.mark.parametrize("said", ["", " | EU", "a | b | 2013 | member | more", "Ombudsman | EU | last year"])
def test_a_role_without_title_or_with_more_or_with_words_for_a_day_is_refused(said: str) -> None:
    with pytest.raises(BadArgumentError):
        read_role(said)


def test_lines_of_an_address_are_parted_by_semicolons() -> None:
    assert read_lines(" Rue Wiertz 60;; 1047 Brussels ") == ("Rue Wiertz 60", "1047 Brussels")
    assert read_lines(write_lines(("Rue Wiertz 60", "1047 Brussels"))) == ("Rue Wiertz 60", "1047 Brussels")


@pytest.mark.parametrize("day", ["2019-13", "2019-02-30", "2020/2019", "2019-05-06/2019-05-05", "2019-05/2019-13"])
def test_what_no_calendar_has_is_no_date(day: str) -> None:
    for read in (read_day, lambda period: read_role(f"Ombudsman | Republic of Kazakhstan | {period}")):
        with pytest.raises(BadArgumentError, match="this is no date"):
            read(day)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Askar Shakirov", "Askar Shakirov"),
        ("  Askar\tShakirov\r\n", "Askar Shakirov"),
        ("Askar\x1b Sha\u200ekirov\u202c\x00", "Askar Shakirov"),
        ("\ufeffAskar Sha\u00adkirov\u200b", "Askar Shakirov"),
        ("علی‌رضا", "علی‌رضا"),  # the joiner is part of the name
    ],
)
def test_a_name_is_kept_on_one_line_without_what_cannot_be_seen(said: str, kept: str) -> None:
    assert read_name(said) == kept
    assert read_chain(f"{said} acknowledges") == (Attribution(name=kept, act="acknowledges"),)


@pytest.mark.parametrize("said", ["", " \n", "\u200e\x1b\u202e"])
def test_a_name_in_which_nothing_can_be_seen_is_none(said: str) -> None:
    with pytest.raises(BadArgumentError, match="nobody is called so"):
        read_name(said)
