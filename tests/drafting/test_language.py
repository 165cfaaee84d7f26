import datetime as dt

import pytest
from babel.dates import (
    format_date,
)  # 34 MB: not in the base install, and only wanted to prove our twelve words a language

from assistant.drafting.language import known_languages, load_language, place_name
from assistant.errors import UnknownNameError
from assistant.model.letter import DocumentKind


@pytest.mark.parametrize("code", known_languages())
def test_every_language_file_can_be_read(code: str) -> None:
    assert load_language(code).code == code


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019-05-23", "23 May 2019"),
        ("2019-05", "May 2019"),
        ("2019", "2019"),
        ("soon", "soon"),
        ("2019-13-01", "2019-13-01"),
    ],
)
def test_dates_are_written_out_as_far_as_they_are_known(date: str, words: str) -> None:
    assert load_language("en").date_in_words(date) == words


@pytest.mark.parametrize("code", known_languages())
def test_dates_are_those_of_the_unicode_locale_data(code: str) -> None:
    language = load_language(code)
    ours = {"pl": " r."}.get(code, "")  # letters write “20 czerwca 2019 r.”
    locale = {"en": "en_GB"}.get(code, code)
    for day in (dt.date(2019, 1, 2) + dt.timedelta(days=days) for days in range(364)):
        if day.day == 1 and language.dates.first:  # “1er janvier”, which the locale data do not know
            continue
        assert language.date_in_words(day.isoformat()) == format_date(day, "long", locale=locale) + ours
        month = format_date(day, {"es": "MMMM 'de' y"}.get(code, "MMMM y"), locale=locale)
        assert language.date_in_words(day.isoformat()[:7]) == month + ours


@pytest.mark.parametrize(
    ("code", "date", "words"),
    [
        ("en", "2019-06-20", "of 20 June 2019"),
        ("fr", "2019-06-20", "du 20 juin 2019"),
        ("fr", "2019-01-01", "du 1er janvier 2019"),
        ("fr", "2019-04", "d’avril 2019"),
        ("fr", "2019-05", "de mai 2019"),
        ("fr", "2019", "de 2019"),
        ("de", "2019-06-20", "vom 20. Juni 2019"),
        ("de", "2019", "aus dem Jahr 2019"),
        ("pl", "2019-06-20", "z 20 czerwca 2019 r."),
        ("pl", "2019-09", "ze września 2019 r."),
        ("it", "2019-06-20", "del 20 giugno 2019"),
        ("it", "2019-05-08", "dell’8 maggio 2019"),
        ("it", "2019-05-11", "dell’11 maggio 2019"),
        ("it", "2019-05-01", "del 1º maggio 2019"),
        ("es", "2019-06-20", "de 20 de junio de 2019"),
    ],
)
def test_a_date_follows_a_noun_as_the_language_asks(code: str, date: str, words: str) -> None:
    assert load_language(code).of_date(date) == words


@pytest.mark.parametrize(
    ("code", "name", "small"),
    [
        ("fr", "DÉLÉGATION DE L'UNION EUROPÉENNE AU KAZAKHSTAN", "Délégation de l'Union Européenne au Kazakhstan"),
        ("it", "DELEGAZIONE DELL’UNIONE EUROPEA", "Delegazione dell’Unione Europea"),
        ("pl", "MINISTERSTWO SPRAW ZAGRANICZNYCH", "Ministerstwo Spraw Zagranicznych"),
    ],
)
def test_articles_stay_small_where_they_cling_to_their_noun(code: str, name: str, small: str) -> None:
    assert load_language(code).small_letters(name) == small


@pytest.mark.parametrize("code", known_languages())
def test_every_kind_of_document_has_its_words(code: str) -> None:
    language = load_language(code)
    for words in (language.kinds, language.nouns, language.your, language.in_your):
        assert list(words) == list(DocumentKind)


def test_a_place_of_work_is_called_as_the_language_calls_it() -> None:
    assert [place_name("Brussels", load_language(code)) for code in ("fr", "de", "pl", "es")] == [
        "Bruxelles",
        "Brüssel",
        "Bruksela",
        "Bruselas",
    ]
    assert place_name("Bruxelles", load_language("en")) == "Brussels"
    assert place_name("Lisboa", load_language("fr")) == "Lisboa"


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("DELEGATION TO THE REPUBLIC OF KAZAKHSTAN", "Delegation to the Republic of Kazakhstan"),
        ("EU DELEGATION", "EU Delegation"),
        ("THE HAGUE", "The Hague"),
        ("Delegation of the European Union", "Delegation of the European Union"),
        ("PROSECUTOR GENERAL'S OFFICE", "Prosecutor General's Office"),
    ],
)
def test_a_letterhead_in_capitals_is_written_in_ordinary_letters(name: str, small: str) -> None:
    assert load_language("en").small_letters(name) == small


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_series_ends_with_its_conjunction(items: list[str], words: str) -> None:
    assert load_language("en").series(items) == words


@pytest.mark.parametrize(
    ("code", "items", "words"),
    [
        ("it", ["Anna", "Emma"], "Anna ed Emma"),
        ("it", ["Anna", "Ugo"], "Anna e Ugo"),
        ("es", ["Ana", "Isabel"], "Ana e Isabel"),
        ("es", ["agua", "hielo"], "agua y hielo"),
        ("es", ["padres", "hijos"], "padres e hijos"),
    ],
)
def test_a_conjunction_gives_way_to_the_sound_that_follows(code: str, items: list[str], words: str) -> None:
    assert load_language(code).series(items) == words


def test_a_language_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match=r"Known: .*en"):
        load_language("xx")
