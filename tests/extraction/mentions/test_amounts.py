import pytest

from assistant.extraction.mentions.amounts import find_amounts


def amounts(text: str) -> list[tuple[str, float, str]]:
    return [(text[one.start : one.end], one.quantity.number, one.quantity.unit) for one in find_amounts(text, "en")]


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("a 12 million euro programme", "12 million euro", 12_000_000, "EUR"),
        ("EUR 1.2 million was spent", "EUR 1.2 million", 1_200_000, "EUR"),
        ("costs of €3,400.50 in all", "€3,400.50", 3400.5, "EUR"),
        ("costs of EUR 1.000,00 in all", "EUR 1.000,00", 1000, "EUR"),
        ("costs of EUR 1.234.567 in all", "EUR 1.234.567", 1_234_567, "EUR"),
        ("costs of €2,000,000 in all", "€2,000,000", 2_000_000, "EUR"),
        ("some 45% of them", "45%", 45, "%"),
        ("12.5 per cent of them", "12.5 per cent", 12.5, "%"),
        ("ratified by 27 EU Member States.", "27 EU Member States", 27, "EU Member States"),
        (
            "over 300 human rights organizations, and",
            "300 human rights organizations",
            300,
            "human rights organizations",
        ),
        ("within 60 days of it", "60 days", 60, "days"),
        ("a six-week period of review", "six-week period", 6, "week period"),
        ("fined 500,000 rubles for it", "500,000 rubles", 500_000, "RUB"),
        ("to twenty-two years in prison", "twenty-two years", 22, "years"),
        ("to two and a half years in prison", "two and a half years", 2.5, "years"),
        ("hundreds of political prisoners in Cuba", "hundreds of political prisoners", 100, "political prisoners"),
        ("millions of Christians across Asia", "millions of Christians", 1_000_000, "Christians"),
        ("two million people live there", "two million people", 2_000_000, "people"),
    ],
)
def test_an_amount_has_a_number_and_a_unit(text: str, words: str, number: float, unit: str) -> None:
    assert amounts(text) == [(words, number, unit)]


def test_a_number_in_words_begins_an_amount_of_its_own() -> None:
    found = amounts("1,500 prisoners and thousands of protesters")
    assert [words for words, _, _ in found] == ["1,500 prisoners", "thousands of protesters"]


@pytest.mark.parametrize(
    "text",
    ["Tel: +32(0)2 280 11 15", "in 2004 elections were held", "Article 7 says", "two of his colleagues", "page 12"],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "language", "words", "number"),
    [
        ("a una decena de activistas cubanos", "es", "decena de activistas cubanos", 10),
        ("più di ottomila detenuti, che", "it", "ottomila detenuti", 8000),
        ("wtrącił tysiące przeciwników politycznych.", "pl", "tysiące przeciwników politycznych", 1000),
        ("une centaine de détenus, dont", "fr", "centaine de détenus", 100),
        ("plus de 2 millions de personnes, dont", "fr", "2 millions de personnes", 2_000_000),
        ("aplazado 48 horas", "es", "48 horas", 48),
        ("otrzymało 1500 rodzin.", "pl", "1500 rodzin", 1500),
        ("kilkuset więźniów,", "pl", "kilkuset więźniów", 200),
        ("sind 1 725 deutsche Staatsangehörige,", "de", "1 725 deutsche Staatsangehörige", 1725),
    ],
)
def test_numbers_in_words_count_in_other_languages(text: str, language: str, words: str, number: float) -> None:
    assert [(text[one.start : one.end], one.quantity.number) for one in find_amounts(text, language)] == [
        (words, number)
    ]


@pytest.mark.parametrize(("text", "language"), [("à 18 heures", "fr"), ("a las 18 horas", "es")])
def test_a_time_of_day_is_no_amount(text: str, language: str) -> None:
    assert list(find_amounts(text, language)) == []
