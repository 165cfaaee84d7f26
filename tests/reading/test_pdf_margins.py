from assistant.reading.losses import Tally
from assistant.reading.pdf_margins import SetLine, Sheet, body_size, take_apart


def line(text: str, height: float, size: float = 12, raised: tuple[tuple[int, str], ...] = ()) -> SetLine:
    return SetLine(text, 70, 70 + 6 * len(text), height, size, raised)


def sheet(number: int, *lines: SetLine) -> Sheet:
    return Sheet(number, 842, lines)


def test_most_letters_tell_the_size_of_the_body() -> None:
    assert body_size([sheet(1, line("Title", 700, 20), line("many more words of prose", 600))]) == 12
    assert body_size([]) == 1


def test_what_two_pages_have_in_common_at_one_place_is_a_header() -> None:
    sheets = [sheet(page, line(f"Delegation, ref. {page}", 780), line("Words", 600)) for page in (1, 2, 3)]
    tally = Tally()
    pages = take_apart(sheets, tally)
    assert [page.header for page in pages] == ["Delegation, ref. 1", "", ""]
    assert [[each.text for each in page.body] for page in pages] == [["Words"]] * 3
    assert tally.losses()[0].what.startswith("2 repeated headers and footers were left out")


def test_the_same_words_at_another_place_are_no_header() -> None:
    sheets = [sheet(1, line("Kazakhstan", 800), line("x", 790)), sheet(2, line("Kazakhstan", 720), line("x", 706))]
    assert [len(page.body) for page in take_apart(sheets, Tally())] == [2, 2]


def test_notes_are_found_by_the_figures_that_refer_to_them() -> None:
    page = sheet(
        1,
        line("Thank you for your letter of 15 May, in which you", 614),
        line("the Agreement1, which", 600, raised=((13, "1"),)),
        line("was signed2", 586, raised=((10, "2"),)),
        line("1Signed in Astana", 90, 9),
        line("on 21 December.", 80, 9),
        line("2 Ratified.", 70, 9),
    )
    found = take_apart([page], Tally())[0]
    assert [each.text for each in found.body][1:] == ["the Agreement, which", "was signed"]
    assert found.notes == ["[1] Signed in Astana on 21 December.", "[2] Ratified."]


def test_figures_without_a_note_stay() -> None:
    page = sheet(1, line("12 km2 of land", 600, raised=((5, "2"),)), line("and more words", 586))
    assert take_apart([page], Tally())[0].body[0].text == "12 km2 of land"


def test_small_letters_at_the_end_of_a_letter_are_no_notes() -> None:
    page = sheet(1, line("Yours sincerely", 600), line("1040 Brussels", 560, 9))
    assert [each.text for each in take_apart([page], Tally())[0].body] == ["Yours sincerely", "1040 Brussels"]


def test_a_page_of_nothing_stays_nothing() -> None:
    assert take_apart([sheet(1)], Tally())[0].body == []
