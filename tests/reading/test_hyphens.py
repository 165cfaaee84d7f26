import pytest

from assistant.reading.hyphens import Hyphens


def joined(text: str, also: str = "") -> str:
    lines = text.split("|")
    return Hyphens([*lines, also]).join(lines, [False] * (len(lines) - 1))[0]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("they met inter-|national partners", "they met international partners"),
        ("vielen Dank für die Zusammen-|arbeit", "vielen Dank für die Zusammenarbeit"),
        ("wielokrot-|nie zwracał uwagę", "wielokrotnie zwracał uwagę"),
        ("la coopéra-|tion renforcée", "la coopération renforcée"),
        ("soft hyphens devel\u00ad|op as well", "soft hyphens develop as well"),
        ("the EU-|Kazakhstan agreement", "the EU-Kazakhstan agreement"),
        ("Sven-|Olov Carlsson", "Sven-Olov Carlsson"),
        ("in 2014-|2018 it ran", "in 2014-2018 it ran"),
        ("the anti-|torture strategy", "the anti-torture strategy"),
        ("police pre-|trial investigation", "police pre-trial investigation"),
        ("short-|and long-term aims", "short- and long-term aims"),
        ("die Innen-|und Außenpolitik", "die Innen- und Außenpolitik"),
        ("celles-|ci et peut-|être", "celles-ci et peut-être"),
        ("on Monday -|at noon", "on Monday - at noon"),
        ("one line|and the next", "one line and the next"),
        ("see www.europarl.europa.eu/the/|page.html there", "see www.europarl.europa.eu/the/page.html there"),
        ("https://europarl.europa.eu/a-|long-page", "https://europarl.europa.eu/a-long-page"),
        ("see https://europarl.europa.eu|for more", "see https://europarl.europa.eu for more"),
    ],
)
def test_divided_words_become_whole(lines: str, text: str) -> None:
    assert joined(lines) == text


def test_a_word_written_elsewhere_decides() -> None:
    assert joined("a counter-|terrorism law", also="the counter-terrorism law") == "a counter-terrorism law"
    assert joined("a counter-|terrorism law", also="the counterterrorism law") == "a counterterrorism law"
    assert joined("a court-|martial sat", also="a court heard of martial law") == "a court-martial sat"


def test_in_a_document_that_divides_words_short_first_parts_are_divided_too() -> None:
    assert joined("the pre-|sent organi-|sation", also="") == "the present organisation"
    assert joined("we follow-|ed the develop-|ment") == "we followed the development"


def test_a_line_the_writer_ended_stays_a_line() -> None:
    text, starts = Hyphens([]).join(["Mrs Ana Gomes", "Rue Wiertz 60", "Brussels"], [True, False])
    assert text == "Mrs Ana Gomes\nRue Wiertz 60 Brussels"
    assert [text[start:].split()[0] for start in starts] == ["Mrs", "Rue", "Brussels"]


def test_the_place_of_each_line_is_known_after_joining() -> None:
    text, starts = Hyphens([]).join(["they met inter-", "national partners"], [False])
    assert text[starts[1] :] == "national partners"
