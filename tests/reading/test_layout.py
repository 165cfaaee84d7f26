from math import inf

import pytest

from assistant.reading.layout import Line, is_deliberate, paragraphs, usual_margin


def divided(rows: list[str], margin: float) -> list[list[str]]:
    lines = [Line(row.strip(), len(row) - len(row.lstrip()), len(row)) for row in rows]
    return [[line.text for line in paragraph] for paragraph in paragraphs(lines, margin)]


WRAPPED = [
    "odpowiadając, z upoważnienia Ministra Obrony Narodowej, na interpelację",
    "nr 17381 Pani Poseł Marty Stożek w sprawie działań podejmowanych przez",
    "Polskę, przedstawiam informacje.",
]


def test_a_salutation_is_parted_from_the_prose_that_follows_it() -> None:
    assert divided(["Szanowny Panie Marszałku,", *WRAPPED], 72) == [["Szanowny Panie Marszałku,"], WRAPPED]


def test_a_short_last_line_ends_a_paragraph() -> None:
    following = "Kwestie związane z zasadami obrotu z zagranicą towarami, technologiami"
    assert divided([*WRAPPED, following], 72) == [WRAPPED, [following]]


def test_an_indent_begins_a_paragraph() -> None:
    rows = [
        "the practice of searches in Zarechny and other penitentiary facilities.",
        "   Mr Shakirov acknowledged that there were cases of illegal force used",
    ]
    assert len(divided(rows, 72)) == 2


def test_lines_of_an_address_stay_together() -> None:
    address = ["Mrs. Ana Gomes", "Member of the European Parliament", "Rue Wiertz 60", "B - 1047 Brussels"]
    assert divided(address, 72) == [address]
    assert divided(address, inf) == [address]


def test_items_are_parted() -> None:
    rows = [
        "In our letter we pointed out:",
        "- wrong information",
        "- early access",
        "  to proposals",
        "(1)",
        "commends",
    ]
    assert divided(rows, inf) == [
        ["In our letter we pointed out:"],
        ["- wrong information"],
        ["- early access", "to proposals"],
        ["(1)", "commends"],
    ]


def test_a_number_at_the_beginning_of_a_wrapped_line_is_no_item() -> None:
    rows = ["The delegation met the Ombudsman of the Republic in Astana on 5 and on", "6. Both meetings were useful."]
    assert len(divided(rows, 72)) == 1


@pytest.mark.parametrize(
    "line", [Line("next", 0, 4, gap=1.6), Line("next", 0, 4, size=1.4), Line("next", 0, 4, gap=-3)]
)
def test_a_gap_another_size_and_another_column_part(line: Line) -> None:
    assert len(list(paragraphs([Line("words of prose that go", 0, 22), line], 24))) == 2


def test_a_break_is_deliberate_when_the_next_word_had_room() -> None:
    assert is_deliberate(Line("Rue Wiertz 60", 0, 13), Line("Brussels", 0, 8), 60)
    assert not is_deliberate(Line("x" * 55, 0, 55), Line("Brussels", 0, 8), 60)


def test_the_usual_margin_disregards_one_line_that_runs_over() -> None:
    assert usual_margin([70, 71, 69, 72, 70, 71, 70, 68, 72, 70, 120]) == 72
    assert usual_margin([]) == 0
