import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.model.source import Block, BlockKind, Passage, Source, make_source

TEXT = "Office\n\nDear Ms Gomes,\n\nFirst page\n\nends here.\n\nSecond paragraph."


def letter(pages: tuple[int, ...] = ()) -> Source:
    starts = [0, TEXT.index("Dear"), TEXT.index("First"), TEXT.index("Second")]
    blocks = (Block(start=0, kind=BlockKind.HEADER), *(Block(start=start) for start in starts[1:]))
    return make_source(TEXT, blocks, name="a.txt", original=TEXT.encode(), media_type="text/plain", pages=pages)


def test_a_block_reaches_to_the_next_without_its_white_space() -> None:
    texts = [words for _, words in letter().block_texts()]
    assert texts == ["Office", "Dear Ms Gomes,", "First page\n\nends here.", "Second paragraph."]


def test_paragraphs_are_counted_as_a_person_counts_them() -> None:
    source = letter()
    after_salutation = TEXT.index("Gomes,") + 6
    assert source.paragraph_at(TEXT.index("ends"), after_salutation) == 1
    assert source.paragraph_at(TEXT.index("Second"), after_salutation) == 2
    assert source.paragraph_at(0) is None


def test_a_page_begins_where_the_reader_says_so() -> None:
    source = letter(pages=(0, TEXT.index("ends")))
    assert source.page_at(TEXT.index("First")) == 1
    assert source.page_at(TEXT.index("ends")) == 2
    assert letter().page_at(3) is None


@pytest.mark.parametrize(
    "blocks",
    [
        (Block(start=5), Block(start=2)),
        (Block(start=0), Block(start=0)),
        (Block(start=0), Block(start=len(TEXT))),
        (Block(start=-1),),
    ],
)
def test_blocks_out_of_order_or_outside_the_text_cannot_be_built(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(ValidationError):
        make_source(TEXT, blocks, name="a", original=b"", media_type="text/plain")


def test_a_description_of_another_text_is_refused() -> None:
    with pytest.raises(ValidationError):
        Source(text="another text", description=letter().description)


@pytest.mark.parametrize(("text", "start", "end"), [("abc", 0, 2), ("", 0, 0), ("a", -1, 0)])
def test_a_passage_that_cannot_stand_there_cannot_be_built(text: str, start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Passage(text=text, start=start, end=end)


@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=30), max_size=8))
def test_every_character_belongs_to_one_block_and_every_passage_to_its_words(paragraphs: list[str]) -> None:
    starts, text = [], ""
    for paragraph in paragraphs:
        starts.append(len(text))
        text += paragraph + "\n\n"
    blocks = tuple(Block(start=start) for start in starts)
    source = make_source(text, blocks, name="a", original=b"", media_type="text/plain")
    for index, start in enumerate(starts):
        assert source.block_index(start) == index
        first, last = source.block_span(index)
        assert source.text[first:last] == paragraphs[index].rstrip()
    for offset in range(0, len(text) - 1, 3):
        assert source.passage(offset, offset + 1).text == text[offset]
