"""Heads of English letters, answers, resolutions and statements, as parliaments and missions print them."""

from collections.abc import Callable

from assistant.model.letter import DocumentKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage

Understand = Callable[[str], Extraction]


def folded(passage: Passage | None) -> str | None:
    return " ".join(passage.text.split()) if passage else None


def test_an_answer_in_the_official_report_is_by_whom_stands_above_it(extraction: Understand) -> None:
    found = extraction(
        "HL Deb 27 November 2002 vol 641 cc45-6WA\nLord Hylton\n\nasked Her Majesty's Government:\n\n"
        "What was the outcome of the visits to the British citizens detained at Guantanamo Bay?\n\n"
        "Baroness Symons of Vernham Dean\n\n"
        "We continue to discuss the circumstances of the British detainees with the US regularly.\n"
    )
    letter = found.letter
    assert found.kind is DocumentKind.ANSWER
    assert folded(letter.reference) == "HL Deb 27 November 2002 vol 641 cc45-6WA"
    assert letter.date is not None
    assert (letter.date.value, letter.place, letter.subject, letter.recipients) == ("2002-11-27", None, None, ())
    assert letter.sender is not None
    assert folded(letter.sender.name) == "Baroness Symons of Vernham Dean"


def test_a_statement_without_a_title_begins_with_place_and_day(extraction: Understand) -> None:
    found = extraction(
        "BRUSSELS, 17 May 2024 – The OSCE Office for Democratic Institutions and Human Rights (ODIHR) today opened a "
        "mission for the European Parliament elections, following an invitation from all states.\n\n"
        "The mission will assess the conduct of the elections for their compliance with OSCE commitments.\n"
    )
    letter = found.letter
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert letter.date is not None
    assert (letter.date.value, folded(letter.place)) == ("2024-05-17", "BRUSSELS")
    assert letter.sender is not None
    assert folded(letter.sender.organisation) == "OSCE Office for Democratic Institutions and Human Rights"


def test_a_town_in_capitals_before_the_first_words_is_the_place(extraction: Understand) -> None:
    letter = extraction(
        "Senators call for release of detained Americans\n\nApril 24, 2020\n\n"
        "WASHINGTON, D.C. – U.S. Senators Chris Coons and Thom Tillis issued the following statement:\n\n"
        '"We call on foreign governments to release all prisoners of conscience on humanitarian grounds."\n'
    ).letter
    assert letter.date is not None
    assert (letter.date.value, folded(letter.place)) == ("2020-04-24", "WASHINGTON, D.C.")


def test_the_number_of_a_decision_is_its_reference(extraction: Understand) -> None:
    letter = extraction(
        "EUROPEAN COMMISSION\n\nBrussels, 23.4.2020\nC(2020) 2690 final\n\nMr Maarten Hillebrandt\n\n"
        "Dear Mr Hillebrandt,\n\nI refer to your email of 12 February 2020, in which you submit an application.\n"
    ).letter
    assert folded(letter.reference) == "C(2020) 2690 final"
