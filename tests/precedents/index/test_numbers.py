import pytest

from assistant.precedents.index.numbers import document_numbers, own_numbers, sought_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Question E-004819/2020 to the Commission", {"E4819/2020"}),
        ("question E‑4819/2020", {"E4819/2020"}),
        ("resolution of 14 March 2019 (2019/2610(RSP))", {"2019/2610(RSP)"}),
        ("Texts adopted P8_TA(2019)0203", {"P8TA(2019)203"}),
        ("Ref. Ares(2019)1234567 - 12/03/2019", {"ARES(2019)1234567"}),
        ("A/HRC/RES/43/2", {"A/HRC/RES/43/2"}),
        ("on 15/05/2019 at 10.30, room 14G201, tel. +32 2 284 58 24", set()),
        ("2019-05-15", set()),
    ],
)
def test_documents_are_known_by_numbers_and_by_nothing_else(text: str, numbers: set[str]) -> None:
    assert document_numbers(text) == numbers


def test_an_office_numbers_as_it_likes() -> None:
    assert own_numbers("BMON-WP.053.532.2026") & sought_numbers("your letter BMON-WP.053.532.2026, received on Monday")
    assert own_numbers("p. 4") == frozenset()
    assert sought_numbers("your letter dated 15 May 2019") == frozenset()
