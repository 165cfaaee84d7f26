"""Heads of letters, questions, answers, motions and statements in French, German, Italian, Polish and Spanish."""

from collections.abc import Callable

from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage

Understand = Callable[[str], Extraction]


def folded(passage: Passage | None) -> str | None:
    return " ".join(passage.text.split()) if passage else None


def test_of_signatures_side_by_side_the_first_column_is_the_sender(extraction: Understand) -> None:
    sender = extraction(
        "Monsieur le Ministre,\n\nNous comptons sur vous pour rappeler ces valeurs aux autorités indonésiennes.\n\n"
        "Nous vous prions de recevoir, Monsieur le Ministre, nos respectueuses salutations.\n\n"
        "Julie Bertuccelli                                  Annick Cojean\n"
        "Président de la Scam                         Présidente du Prix Albert Londres\n"
    ).letter.sender
    assert sender
    assert (folded(sender.name), folded(sender.role)) == ("Julie Bertuccelli", "Président de la Scam")


NAMES = """Henryk Wujec
Ludwika Wujec
Jan Lityński
Maria Bujak
Bogdan Bujak
Bogdan Lis
Piotr Szczepański
Janusz Onyszkiewicz
prof. Jerzy Zdrada
Powstańcy warszawscy:
Anna Jakubowska ps. „Paulina”
Maria Wiśniewska ps. „Malina”
"""


def test_a_list_of_names_signs_however_long_it_is_and_holds_people_alone(extraction: Understand) -> None:
    found = extraction(
        "Szanowny Panie Ministrze!\n\nWierzymy, że Pan jest w stanie swoim autorytetem powstrzymać to szaleństwo.\n\n"
        + NAMES.replace("\n", "\n\n")
    )
    assert found.letter.sender
    assert (folded(found.letter.sender.name), found.letter.sender.organisation) == ("Henryk Wujec", None)
    assert "Ludwika Wujec" in [one.text for one in found.mentions if one.kind is MentionKind.PERSON]
