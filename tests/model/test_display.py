import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.display import literal, one_line, read_date


@pytest.mark.parametrize(
    "hostile", ["\x1b[2J", "\x9b31m", "\u202egnp.exe", "\u2066x\u2069", "\x07", "\x00", "\r", "\u2028"]
)
def test_a_terminal_finds_nothing_to_obey(hostile: str) -> None:
    shown = literal(hostile)
    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert not any(letter in shown for letter in "\u202e\u2066\u2069")


def test_what_no_stream_can_carry_becomes_a_sign() -> None:
    assert literal("a\ud800b") == "a\N{REPLACEMENT CHARACTER}b"


def test_words_line_breaks_and_markup_stay_as_they_are() -> None:
    assert literal("[bold]Świącicki[/] \t{{ x }}\n🕊") == "[bold]Świącicki[/] \t{{ x }}\n🕊"


@given(st.text())
def test_offsets_stay(text: str) -> None:
    assert len(literal(text)) == len(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2019-05-23", "23 May 2019"),
        ("2019-05", "May 2019"),
        ("2017", "2017"),
        ("2018-04-14/2018-04-17", "14 April 2018 – 17 April 2018"),
        (None, "undated"),
        ("2019-13-01", "2019-13-01"),  # no such month: shown as it stands
        ("soon", "soon"),
    ],
)
def test_dates_are_read_as_people_write_them(iso: str | None, words: str) -> None:
    assert read_date(iso) == words
