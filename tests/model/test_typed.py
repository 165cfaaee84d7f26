"""Who says a fact and when, as a person types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadArgumentError
from assistant.model.fact import Attribution
from assistant.model.typed import read_chain, read_day, write_chain

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
