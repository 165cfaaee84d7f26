from assistant.model.source import BlockKind
from assistant.reading.losses import Tally
from assistant.reading.pdf_margins import SetLine, Sheet
from assistant.reading.pdf_pages import pieces
from assistant.reading.text import Piece

FULL = "words of prose that fill the line from one end to the other end"


def sheet(number: int, *lines: str, foot: str = "") -> Sheet:
    body = [SetLine(text, 70, 70 + 6 * len(text), 700 - 14 * at, 12) for at, text in enumerate(lines) if text]
    below = [SetLine(foot, 70, 200, 40, 8)] if foot else []
    return Sheet(number, 842, (*body, *below))


def read(*sheets: Sheet) -> list[Piece]:
    return [piece for piece in pieces(sheets, Tally()) if piece.text]


def test_a_paragraph_broken_over_pages_knows_where_the_page_turns() -> None:
    found = read(sheet(1, FULL, FULL, foot="Imprint"), sheet(2, "Zarechny and", "", "Yours sincerely,"))
    assert [piece.kind for piece in found] == [BlockKind.FOOTER, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    broken = found[1]
    assert broken.page == 1
    assert [broken.text[offset:] for offset, page in broken.turns if page == 2] == ["Zarechny and"]


def test_a_word_divided_by_a_page_is_whole() -> None:
    divided = f"{FULL[:-5]} inter-"
    found = read(sheet(1, FULL, divided), sheet(2, "national partners."))
    assert found[0].text.endswith("international partners.")
    assert found[0].text[found[0].turns[0][0] :] == "national partners."


def test_a_sentence_that_ended_is_not_continued() -> None:
    assert len(read(sheet(1, FULL, f"{FULL[:-1]}."), sheet(2, FULL.capitalize()))) == 2


def test_an_item_is_not_a_continuation() -> None:
    assert len(read(sheet(1, FULL, FULL), sheet(2, "- and an item"))) == 2


def test_the_second_column_goes_on_where_the_first_ended() -> None:
    left = [SetLine(FULL, 70, 280, 700 - 14 * at, 12) for at in range(3)]
    right = [SetLine(FULL.replace("words", "signs"), 300, 510, 700 - 14 * at, 12) for at in range(3)]
    found = list(pieces([Sheet(1, 842, (*left, *right))], Tally()))
    texts = [piece.text for piece in found if piece.text]
    assert len(texts) == 1
    assert texts[0].index("signs") > texts[0].rindex("words")
