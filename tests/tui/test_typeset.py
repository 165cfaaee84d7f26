import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from assistant.model.source import Block, BlockKind, Source, make_source
from assistant.tui.typeset import Column, set_text
from tests.conftest import LETTERS


def source_of(*blocks: str, kind: BlockKind = BlockKind.PARAGRAPH, pages: tuple[int, ...] = ()) -> Source:
    """Blocks with an empty line between them."""
    text, starts = "", []
    for block in blocks:
        starts.append(len(text))
        text += block + "\n\n"
    made = tuple(Block(start=start, kind=kind) for start in starts)
    return make_source(text, made, name="x.txt", original=b"", media_type="text/plain", pages=pages)


def words_on_lines(column: Column) -> list[str]:
    return [column.text[line.start : line.end] for line in column.lines]


LETTER = source_of(*(LETTERS / "carlsson.txt").read_text("utf-8").strip().split("\n\n"))


@pytest.mark.parametrize("width", [8, 20, 50, 92])
def test_no_line_of_a_letter_is_wider_than_the_column(width: int) -> None:
    assert max(map(cell_len, words_on_lines(Column(LETTER, width)))) <= width


@pytest.mark.parametrize("width", [8, 20, 50, 92])
def test_no_word_of_a_letter_is_lost(width: int) -> None:
    joined = "".join(words_on_lines(Column(LETTER, width)))
    assert "".join(joined.split()) == "".join(LETTER.text.split())


@given(st.lists(st.text(min_size=1).filter(lambda text: text.strip()), min_size=1, max_size=4), st.integers(8, 40))
def test_every_visible_character_of_any_text_stands_on_one_line(blocks: list[str], width: int) -> None:
    source = source_of(*blocks)
    column = Column(source, width)
    shown = [offset for line in column.lines for offset in range(line.start, line.end)]
    assert len(shown) == len(set(shown))
    missing = set(range(len(column.text))) - set(shown)
    assert all(column.text[offset].isspace() or source.text[offset].isspace() for offset in missing)


@given(st.text(alphabet="ab é漢\N{WHITE HEAVY CHECK MARK}e\u0301", min_size=1).filter(str.strip), st.integers(8, 30))
def test_no_line_of_any_script_is_wider_than_the_column(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in words_on_lines(Column(source_of(text), width)))


def test_a_place_in_the_text_is_a_line_and_back() -> None:
    column = Column(LETTER, 50)
    for offset in (0, LETTER.text.index("Mr Shakirov"), len(LETTER.text) - 3):
        line = column.lines[column.line_at(offset)]
        assert line.start <= offset <= line.end or not LETTER.text[offset].strip()


def test_paragraphs_are_numbered_as_the_model_counts_them() -> None:
    first = LETTER.text.index("Thank you")
    for line in Column(LETTER, 60, first).lines:
        if line.number:
            assert line.number == LETTER.paragraph_at(line.start, first)


def test_a_line_break_of_the_writer_stays() -> None:
    address = "Mrs. Ana Gomes\nMember of the European Parliament\nRue Wiertz 60\nB - 1047 Brussels"
    assert words_on_lines(Column(source_of(address), 60))[:4] == address.split("\n")


def test_a_line_break_of_a_printed_column_is_a_space() -> None:
    printed = (
        "Thank you for your letter dated 15 May 2019, in which you raise a\n"
        "number of important human rights issues, in particular the inspection\n"
        "of prisoners."
    )
    assert set_text(source_of(printed)).strip() == printed.replace("\n", " ")


def test_a_page_begins_with_a_rule() -> None:
    column = Column(source_of("one", "two", pages=(0, 5)), 20)
    lines = [(line.page, column.text[line.start : line.end]) for line in column.lines]
    assert [line for line in lines if line != (None, "")] == [(None, "one"), (2, ""), (None, "two")]


@pytest.mark.parametrize("character", ["x", "漢", "\u202e", "\x1b", "👩‍👧"])
def test_a_line_of_a_hundred_thousand_characters_does_not_freeze_anything(character: str) -> None:
    column = Column(source_of(character * (100_000 // len(character))), 50)
    assert max(map(cell_len, words_on_lines(column))) <= 50
    assert len(column.lines) >= 600


def test_a_text_without_blocks_is_shown_all_the_same() -> None:
    bare = make_source("no blocks here", (), name="x", original=b"", media_type="text/plain")
    assert words_on_lines(Column(bare, 40)) == ["no blocks here"]
