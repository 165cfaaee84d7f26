import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.precedents.names import Fit, Name, compare


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("H.E. Mr. Askar Shakirov", ("Askar", "Shakirov")),
        ("SHAKIROV Askar", ("Askar", "SHAKIROV")),
        ("Gomes, Ana", ("Ana", "Gomes")),
        ("Sven-Olov Carlsson", ("SvenOlov", "Carlsson")),
        ("Abdulhadi al-Khawaja", ("Abdulhadi", "alKhawaja")),
        ("Hossein El Sisi", ("Hossein", "alSisi")),
        ("Alaa Abd el-Fattah", ("Alaa", "AbdalFattah")),
        ("ANA GOMES", ("ANA", "GOMES")),
        ("Mr", ()),
        ("", ()),
    ],
)
def test_a_name_is_its_words_in_one_order(written: str, words: tuple[str, ...]) -> None:
    assert Name(written).words == words


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Askar Shakirov", "SHAKIROV Askar", Fit.NEAR),
        ("Oleg Orlov", "Oleg Petrovich Orlov", Fit.NEAR),
        ("Sven-Olov Carlsson", "Sven Olov Carlsson", Fit.NEAR),
        ("Ahmed Mansoor", "Ahmad Mansoor", Fit.FAR),
        ("A. Shakirov", "Askar Shakirov", Fit.PART),
        ("Shakirov", "Askar Shakirov", Fit.PART),
        ("B. Shakirov", "Askar Shakirov", None),
        ("Askar", "Askar Shakirov", None),
        ("Salman bin Mohammed", "Mohammed bin Salman", None),
        ("Mr", "Askar Shakirov", None),
    ],
)
def test_two_names_fit_or_do_not(one: str, other: str, fit: Fit | None) -> None:
    assert compare(Name(one), Name(other)) is compare(Name(other), Name(one)) is fit


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert compare(Name(one), Name(other)) is compare(Name(other), Name(one))
    assert Name(one).keys == Name(f" {one} ").keys
