from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.spans import SpanIndex


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int


STRETCHES = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: Stretch(pair[0], pair[0] + pair[1])), max_size=12
)
OFFSETS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(STRETCHES, OFFSETS)
def test_look_ups_find_what_a_search_through_all_finds(stretches: list[Stretch], offsets: list[int]) -> None:
    start, end = offsets
    index = SpanIndex(stretches)
    assert set(index.within(start, end)) == {one for one in stretches if start <= one.start < end and one.end <= end}
    assert index.touches(start, end) == any(one.start < end and start < one.end for one in stretches)


def test_the_stretch_around_a_place_is_the_nearest_before_it() -> None:
    index = SpanIndex([Stretch(0, 10), Stretch(20, 30)])
    assert index.around(22, 28) == Stretch(20, 30)
    assert index.around(12, 14) is None
    assert index.at(20) == Stretch(20, 30)
    assert index.at(21) is None
