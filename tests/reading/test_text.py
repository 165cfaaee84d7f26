import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.source import BlockKind, make_source
from assistant.reading.text import (
    Piece,
    assemble,
    begins_item,
    clean,
    continues,
    ends_sentence,
    is_item_mark,
)

CITATION = f"having regard to the {'Universal Declaration of Human Rights, to the ' * 3}Charter,"
PROSE = "More work also needs to be done to put in place civilian oversight of the prison facilities. This issue was"


@pytest.mark.parametrize(
    ("raw", "text", "removed"),
    [
        ("Dear\r\nMs Gomes\rMEP", "Dear\nMs Gomes\nMEP", 0),
        ("page one\x0cpage two\x0b\x85\u2028end", "page one\npage two\n\n\nend", 0),
        ("De\x00ar\x07 Ms\x9f\x7f", "Dear Ms", 4),
        ("tab\tand line\n", "tab\tand line\n", 0),
        ("S\u0301wia\u0328cicki", "Świącicki", 0),
        ("\ud800lone\udfff\uffff", "lone", 3),
        ("\u202ebidi\u202c stays, it is text", "\u202ebidi\u202c stays, it is text", 0),
    ],
)
def test_text_is_cleaned(raw: str, text: str, removed: int) -> None:
    assert clean(raw) == (text, removed)


@given(st.text())
def test_clean_text_is_clean(raw: str) -> None:
    text, _ = clean(raw)
    assert clean(text) == (text, 0)
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    "line",
    ["- having regard", "• item", "* item", "1. First", "12) Twelfth", "(3) third", "a) whether", "(iv) whether",
     "ii. second", "A. whereas", "– vu ses résolutions", "b. second"],
)  # fmt: skip
def test_items_are_known_by_their_marks(line: str) -> None:
    assert begins_item(line)


@pytest.mark.parametrize(
    "line",
    ["B - 1047 Brussels", "A. Gomes", "15. Mai 2019", "1. Januar 2020 in Berlin", "155 Rue de la Loi", "12.06.2026 r.",
     "-5 degrees", "o wysłuchanie", "v. Russia", "Dear Ms Gomes,"],
)  # fmt: skip
def test_dates_initials_and_addresses_are_no_items(line: str) -> None:
    assert not begins_item(line)


def test_a_mark_may_stand_alone() -> None:
    assert is_item_mark("(1)")
    assert not is_item_mark("(1) commends")


@pytest.mark.parametrize("text", ["prison.", "prison?”", "follows:", "(see above).", "in Brussels.3", "right;", "…"])
def test_sentences_end(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["This issue was", "Dear Ms Gomes,", "of 2019", ""])
def test_sentences_go_on(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("previous", "following"),
    [
        (PROSE, "also raised during the EU-Kazakhstan Cooperation Committee."),
        (PROSE, "“so-called” searches."),
        (PROSE + " raised with the Prosecutor General,", "which has not answered."),
        ("  The full policy paper may be of interest to you and can be read in\n  section of", "our website at:"),
    ],
)
def test_prose_goes_on_behind_a_gap(previous: str, following: str) -> None:
    assert continues(previous, following)


@pytest.mark.parametrize(
    ("previous", "following"),
    [
        (PROSE, "Also raised."),
        (PROSE + " raised.", "also raised"),
        (PROSE + ":", "also raised"),
        (PROSE, "- also raised"),
        (PROSE, "a) also raised"),
        (PROSE, "https://europarl.europa.eu"),
        (PROSE, "cc: the Ombudsman"),
        ("- " + PROSE, "also raised"),
        ("Sehr geehrter Herr Hierle,", "vielen Dank für Ihr Telefax"),
        ("Monsieur le Ministre", "je vous remercie"),
        ("Dear Honourable Member of the European Parliament, dear Ms Gomes,", "thank you for your letter"),
        ("Mrs Ana Gomes\nMember of the European Parliament\nRue Wiertz 60\nB - 1047 Brussels", "c/o the Ombudsman"),
        (CITATION, "having regard to its resolutions,"),
    ],
)  # fmt: skip
def test_salutations_addresses_and_items_do_not_go_on(previous: str, following: str) -> None:
    assert not continues(previous, following)


def test_pieces_are_set_one_below_the_other() -> None:
    document = assemble([Piece("Title", BlockKind.HEADING), Piece("  "), Piece(" Dear Ms Gomes,\r\nthank you. ")])
    assert document.text == "Title\n\nDear Ms Gomes,\nthank you."
    assert [(block.start, block.kind) for block in document.blocks] == [
        (0, BlockKind.HEADING),
        (7, BlockKind.PARAGRAPH),
    ]


def test_a_paragraph_in_two_pieces_is_one_block() -> None:
    document = assemble([Piece(PROSE), Piece("also raised in Brussels.")])
    assert len(document.blocks) == 1
    assert document.text == f"{PROSE}\n\nalso raised in Brussels."


def test_a_heading_is_not_continued() -> None:
    assert len(assemble([Piece(PROSE, BlockKind.HEADING), Piece("also raised")]).blocks) == 2


def test_pages_begin_where_their_first_words_stand() -> None:
    pieces = [Piece("one", page=1), Piece("two to three", page=2, turns=((7, 3),)), Piece("five", page=5)]
    document = assemble(pieces)
    assert document.pages == (0, 5, 12, 19, 19)
    assert document.text[document.pages[2] :].startswith("three")


def test_removed_control_characters_are_counted_once_for_all_pieces() -> None:
    losses = assemble([Piece("a\0b"), Piece("c\x01\x02d")]).losses
    assert [loss.what for loss in losses] == ["3 control characters were removed"]


@given(st.lists(st.builds(Piece, st.text(), st.sampled_from(BlockKind), st.integers(1, 3), st.just(())), max_size=8))
def test_whatever_the_pieces_the_source_holds(pieces: list[Piece]) -> None:
    document = assemble(sorted(pieces, key=lambda piece: piece.page or 0))
    source = make_source(document.text, document.blocks, name="x", original=b"x", media_type="x", pages=document.pages)
    for block, text in source.block_texts():
        assert text.strip() == text != ""
        assert source.page_at(block.start) == block.page
