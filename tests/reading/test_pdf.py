from collections.abc import Callable
from threading import Thread

import pytest

from assistant.errors import DamagedFileError, EncryptedFileError, TooLargeFileError
from assistant.model.source import BlockKind, Source
from assistant.reading import Limits, read, read_bytes
from tests.conftest import LETTERS

FULL = "These are words of prose that reach from one margin of the page to the other one now"
Text = tuple[float, float, float, str]
Make = Callable[..., bytes]


def set_lines(*lines: str, top: float = 700, size: float = 12, left: float = 70) -> list[Text]:
    """Lines one below the other; an empty one leaves its place free."""
    return [(left, top - 14.4 * number, size, line) for number, line in enumerate(lines) if line]


def texts(source: Source) -> list[str]:
    return [text for _, text in source.block_texts()]


def losses(source: Source) -> list[tuple[str, int | None]]:
    return [(loss.what, loss.page) for loss in source.description.losses]


@pytest.fixture(scope="module")
def printed() -> Source:
    return read(LETTERS / "carlsson_printed.pdf")


def test_pages_begin_where_they_begin_on_paper(printed: Source) -> None:
    assert printed.text[printed.description.pages[1] :].startswith("Almaty detention centre last year.")


@pytest.mark.parametrize(
    ("words", "page"),
    [("Zoltan Szalai", 1), ("Almaty detention", 2), ("Max Bokayev", 2), ("Signed in Astana", 1), ("EUROPEAN UNION", 1)],
)
def test_every_passage_knows_its_page(printed: Source, words: str, page: int) -> None:
    assert printed.page_at(printed.text.index(words)) == page


def test_a_sentence_broken_over_pages_is_one_sentence(printed: Source) -> None:
    assert "visited Mr Yerimbetov in the Almaty detention centre last year." in printed.text


def test_words_divided_at_the_end_of_a_line_are_whole(printed: Source) -> None:
    assert "carefully following developments" in printed.text
    assert "“Support to Judicial Reform in Kazakhstan”" in printed.text
    assert "police pre-trial investigation" in printed.text


def test_the_mark_of_a_note_breaks_no_quotation(printed: Source) -> None:
    assert "Cooperation Agreement (EPCA), which has now been ratified" in printed.text
    assert "[1] Signed in Astana on 21 December 2015, OJ L 29, 4.2.2016, p. 3." in texts(printed)


def test_headers_and_footers_are_kept_once_and_the_rest_is_told(printed: Source) -> None:
    kinds = [block.kind for block in printed.blocks]
    assert kinds.count(BlockKind.HEADER) == kinds.count(BlockKind.FOOTER) == 1
    assert losses(printed)[0][0].startswith("2 repeated headers and footers were left out: “Delegation of the European")


def test_lines_are_joined_and_an_address_keeps_its_lines(printed: Source) -> None:
    assert "Mrs. Ana Gomes\nMember of the European Parliament\nBât. Altiero Spinelli, 14G201" in printed.text
    assert "\n" not in next(text for text in texts(printed) if text.startswith("Thank you for your letter"))


def test_paragraphs_without_a_gap_end_with_their_short_line(pdf_file: Make) -> None:
    data = pdf_file([set_lines(FULL, FULL, "It ends here.", FULL, "So does this.", "Dear Ms Gomes,", FULL, "words.")])
    assert [text.split()[0] for text in texts(read_bytes(data, "a.pdf"))] == ["These", "These", "Dear", "These"]


def test_a_heading_is_set_in_larger_letters(pdf_file: Make) -> None:
    data = pdf_file([[(70, 740, 18, "A statement"), *set_lines(FULL, FULL)]])
    assert [block.kind for block in read_bytes(data, "a.pdf").blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_items_are_list_items(pdf_file: Make) -> None:
    data = pdf_file([set_lines("We ask:", "1. First", "2. Second")])
    kinds = [block.kind for block in read_bytes(data, "a.pdf").blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {} of 3", "{}/3", "Seite {}", "Strona {} z 3"])
def test_page_numbers_do_not_stand_in_sentences(pdf_file: Make, number: str) -> None:
    pages = [
        [*set_lines(FULL, "and it goes on and on until"), (300, 40, 10, number.format(page))] for page in (1, 2, 3)
    ]
    source = read_bytes(pdf_file(pages), "a.pdf")
    assert source.text.count(f"until {FULL[:5]}") == 0
    assert losses(source) == [("3 page numbers were left out", None)]
    assert source.page_at(source.text.rindex(FULL)) == 3


def test_a_header_of_the_second_page_alone_does_not_stand_in_a_sentence(pdf_file: Make) -> None:
    first = set_lines(*[FULL] * 3, "the last line of the first page reaches the margin as all of the others do")
    second = [(70, 805, 10, "Ms Ana Gomes, 23 May 2019"), *set_lines("also raised in Brussels.", FULL)]
    found = [(block.kind, text) for block, text in read_bytes(pdf_file([first, second]), "a.pdf").block_texts()]
    assert (BlockKind.HEADER, "Ms Ana Gomes, 23 May 2019") in found
    assert any("others do also raised in Brussels." in text for _, text in found)


def test_the_foot_of_a_letterhead_is_a_footer(pdf_file: Make) -> None:
    data = pdf_file([[*set_lines(FULL, FULL), (70, 40, 8, "62 Kosmonavtov Street")]])
    assert [block.kind for block in read_bytes(data, "a.pdf").blocks] == [BlockKind.PARAGRAPH, BlockKind.FOOTER]


def test_the_first_line_of_a_page_is_no_header(pdf_file: Make) -> None:
    source = read_bytes(pdf_file([set_lines(FULL, FULL), set_lines("and here it goes on", FULL, top=785)]), "a.pdf")
    assert {block.kind for block in source.blocks} == {BlockKind.PARAGRAPH}
    assert f"{FULL} and here it goes on" in source.text


def test_columns_on_one_line_are_parted(pdf_file: Make) -> None:
    data = pdf_file([[(70, 700, 12, "EUROPEAN UNION"), (350, 700, 12, "Brussels, 3 May 2019")]])
    assert read_bytes(data, "a.pdf").text == "EUROPEAN UNION\tBrussels, 3 May 2019"


def test_a_turned_page_is_read_as_it_is_shown(pdf_file: Make) -> None:
    lines = set_lines(FULL, "words to the end.", "", "Yours sincerely,", top=500)
    source = read_bytes(pdf_file([[(300, 570, 9, "- 1 -"), *lines]], turned=True), "a.pdf")
    assert texts(source) == [f"{FULL} words to the end.", "Yours sincerely,"]
    assert losses(source) == [("1 page number was left out", None)]


def test_words_behind_a_scan_are_told_to_be_doubtful(pdf_file: Make) -> None:
    source = read_bytes(pdf_file([set_lines(FULL)], pictures=[1]), "a.pdf")
    assert losses(source) == [("This page is a picture with words behind it, which a machine may have misread", 1)]


def test_an_empty_page_is_no_loss(pdf_file: Make) -> None:
    assert losses(read_bytes(pdf_file([set_lines(FULL), []]), "a.pdf")) == []


def test_a_locked_pdf_is_locked(pdf_file: Make) -> None:
    key = "41" * 32
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<{key}> <{key}>]"
    with pytest.raises(EncryptedFileError, match="locked with a password"):
        read_bytes(pdf_file([set_lines(FULL)], encrypt=encrypt), "a.pdf")


@pytest.mark.parametrize("end", [9, 300, 15_000])
def test_a_pdf_cut_off_is_damaged(end: int) -> None:
    with pytest.raises(DamagedFileError, match=r"a\.pdf: it says that it is a PDF, but breaks off"):
        read_bytes((LETTERS / "carlsson.pdf").read_bytes()[:end], "a.pdf")


def test_a_book_is_refused_with_its_number_of_pages(pdf_file: Make) -> None:
    with pytest.raises(TooLargeFileError, match="it has 3 pages; no more than 2 are read"):
        read_bytes(pdf_file([set_lines(FULL)] * 3), "a.pdf", Limits(pages=2))


def test_threads_read_one_after_the_other() -> None:
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(read(LETTERS / "carlsson.pdf").text)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == 4
