"""Lines that hang behind a mark or a margin: nothing is lost, nothing runs over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from assistant.tui.hanging import hang

WORDS = st.lists(st.from_regex(r"[a-zé漢]{1,12}", fullmatch=True), min_size=1, max_size=30).map(" ".join)


@given(words=WORDS, width=st.integers(20, 60))
def test_every_line_begins_behind_its_margin_and_fits(words: str, width: int) -> None:
    lines = hang(Content(words), width, "✓ ", "  ").split("\n")
    assert [line.plain[:2] for line in lines] == ["✓ ", *["  "] * (len(lines) - 1)]
    assert max(line.cell_length for line in lines) <= width
    assert "".join(line.plain[2:] for line in lines).replace(" ", "") == words.replace(" ", "")


def test_the_style_of_words_goes_with_them() -> None:
    hung = hang(Content.styled("one two three four five six", "bold"), 16, Content.styled("│ ", "dim"))
    assert hung.plain == "│ one two three\n│ four five six"
    assert [str(span.style) for span in hung.spans].count("bold") == 2
