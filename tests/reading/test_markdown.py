from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import DamagedFileError, TooLargeFileError
from assistant.model.source import BlockKind, Source
from assistant.reading import Limits, read, read_bytes
from assistant.reading.markdown import read as read_markdown
from tests.conftest import LETTERS


def markdown(text: str) -> Source:
    return read_bytes(text.encode(), "letter.md")


def blocks(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text) for block, text in source.block_texts()]


@pytest.fixture(scope="module")
def report() -> Source:
    return read(LETTERS / "press_conference.txt")


def test_a_text_full_of_links_is_read_as_markdown(report: Source) -> None:
    assert "the Italian Federation for Human Rights (FIDU) – was held" in report.text
    assert "“these kind of initiatives can contribute" in report.text
    assert not {"](", "\\(", "*these", "(#)"} & set(report.text.split())
    assert report.description.media_type == "text/plain"


def test_items_of_the_report_are_list_items(report: Source) -> None:
    items = [text for kind, text in blocks(report) if kind is BlockKind.LIST_ITEM]
    assert items[0].startswith("The list of Kazakhstani political prisoners")
    assert len(items) == 6


def test_the_address_of_the_report_keeps_its_lines(report: Source) -> None:
    assert blocks(report)[-1][1] == (
        "Open Dialog Foundation\nResidence Palace\n155 Rue de la Loi\n1040 Brussels, Belgium\nTel: +32(0)2 280 11 15"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see [the report](https://europarl.europa.eu/r)", "see the report"),
        ("**Il Presidente**\n\nTrento, 4 marzo", "Il Presidente\n\nTrento, 4 marzo"),
        (r"Federation for Human Rights \(FIDU\)", "Federation for Human Rights (FIDU)"),
    ],
)
def test_clear_marks_make_a_text_markdown(text: str, words: str) -> None:
    assert read_bytes(text.encode(), "letter.txt").text == words


@pytest.mark.parametrize(
    "text", ["Prison [1] (see below)", "5 * 3 ** 2", "snake_case and * stars *", r"C:\letters\new", "the [Polish] Sejm"]
)
def test_other_texts_stay_plain(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nWords", [(BlockKind.HEADING, "Title"), (BlockKind.PARAGRAPH, "Words")]),
        ("- one\n- two", [(BlockKind.LIST_ITEM, "one"), (BlockKind.LIST_ITEM, "two")]),
        ("3. three\n4. four", [(BlockKind.LIST_ITEM, "3. three"), (BlockKind.LIST_ITEM, "4. four")]),
        ("2) two", [(BlockKind.LIST_ITEM, "2) two")]),
        ("line one\nline two  \nline three", [(BlockKind.PARAGRAPH, "line one\nline two\nline three")]),
        ("    Rue Wiertz 60\n    Brussels", [(BlockKind.PARAGRAPH, "Rue Wiertz 60\nBrussels")]),
        ("> quoted *words*", [(BlockKind.PARAGRAPH, "quoted words")]),
        ("a `b` **c** _d_ ***e***", [(BlockKind.PARAGRAPH, "a b c d e")]),
        ("|Name|Place|\n|-|-|\n|Max||", [(BlockKind.TABLE_ROW, "Name\tPlace"), (BlockKind.TABLE_ROW, "Max")]),
        ("&amp; R&D &copy;", [(BlockKind.PARAGRAPH, "& R&D ©")]),
        ("<https://europarl.europa.eu>", [(BlockKind.PARAGRAPH, "https://europarl.europa.eu")]),
        ("one<br>two <b>three</b><!-- no -->", [(BlockKind.PARAGRAPH, "one\ntwo three")]),
        ("by the <National Guard> today", [(BlockKind.PARAGRAPH, "by the <National Guard> today")]),
        ("<div align=right>\nBrussels\n</div>", [(BlockKind.PARAGRAPH, "Brussels")]),
        ("<script>alert(1)</script>\n\nWords", [(BlockKind.PARAGRAPH, "Words")]),
        ("<!-- never closed, so it stays", [(BlockKind.PARAGRAPH, "<!-- never closed, so it stays")]),
        ("```\nverbatim *words*\n```", [(BlockKind.PARAGRAPH, "verbatim *words*")]),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(text: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert blocks(markdown(text)) == expected


def test_links_and_pictures_are_told() -> None:
    source = markdown("See [the report](https://x.eu/r), [here](#) and ![the seal](seal.png) <https://y.eu>")
    assert [loss.what for loss in source.description.losses] == [
        "1 link address was left out: “https://x.eu/r”",
        "1 picture was not read: “the seal”",
    ]


def test_a_paragraph_broken_by_an_empty_line_goes_on() -> None:
    prose = "More work needs to be done to put in place civilian oversight of the *prison facilities*. This issue was"
    assert len(markdown(f"{prose}\n\nalso raised in Brussels.").blocks) == 1


@pytest.mark.parametrize("text", [">" * 300 + " text", "".join("  " * depth + "- a\n" for depth in range(200))])
def test_what_markdown_would_cut_off_is_refused(text: str) -> None:
    with pytest.raises(DamagedFileError, match="nested too deeply"):
        markdown(text)


def test_a_huge_markdown_file_is_refused_and_a_huge_text_stays_plain() -> None:
    limits = Limits(markdown_bytes=20)
    with pytest.raises(TooLargeFileError):
        read_bytes(b"**bold** and more words", "a.md", limits)
    assert read_bytes(b"**bold** and more words", "a.txt", limits).text == "**bold** and more words"


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("ab \n#*_`[]()<>!-+1.|\\&;:~^\t'\"é"), max_size=80))
def test_no_word_is_lost_but_in_marks(text: str) -> None:
    limits = Limits()
    document = read_markdown(text.encode(), Path("a.md"), limits)
    assert document.text.count("é") == text.count("é") or any(mark in text for mark in "[]()<&`|:")
