from datetime import date

import pytest

from assistant.extraction.mentions.dates import find_dates, resolve, single_days
from assistant.extraction.mentions.moments import Anchor
from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction

MAY_2019 = Anchor(date(2019, 5, 23))
UNKNOWN = Anchor()


def values(text: str, anchor: Anchor = MAY_2019) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], resolve(one, anchor)) for one in find_dates(text, "en")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Nur-Sultan, 23 May 2019", "23 May 2019", "2019-05-23"),
        ("on 6 May I met", "6 May", "2019-05-06"),
        ("the 15th of May", "15th of May", "2019-05-15"),
        ("December 16 2004,", "December 16 2004", "2004-12-16"),
        ("Tuesday, November 17, 2015", "Tuesday, November 17, 2015", "2015-11-17"),
        ("since 15 March, 2012.", "15 March, 2012", "2012-03-15"),
        ("OJ L 29, 4.2.2016, p. 3", "4.2.2016", "2016-02-04"),
        ("03/04/2019", "03/04/2019", "2019-04-03"),
        ("12/24/2018", "12/24/2018", "2018-12-24"),
        ("Answered: 2023-12-20", "2023-12-20", "2023-12-20"),
        ("in October 2023", "October 2023", "2023-10"),
        ("adopted in 2019.", "2019", "2019"),
    ],
)
def test_a_date_keeps_the_precision_it_is_written_with(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("between 14 and 17 April 2018", "2018-04-14/2018-04-17"),
        ("20 and 21 November 2018 respectively", "2018-11-20/2018-11-21"),
        ("14-17 April 2018", "2018-04-14/2018-04-17"),
        ("30 November to 6 December", "2018-11-30/2018-12-06"),
        ("From September 19 to October 27", "2018-09-19/2018-10-27"),
        ("(2014-2018)", "2014/2018"),
        ("from 2014 to 2018", "2014/2018"),
        ("late 2004 or early 2005", "2004/2005"),
        ("14, 15 and 16 April 2019", "2019-04-14/2019-04-16"),
    ],
)
def test_a_span_is_an_interval(text: str, value: str) -> None:
    assert [one for _, one in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("early 2017", "2017"),
        ("mid-2022", "2022"),
        ("the end of October", "2018-10"),
        ("last year", "2018"),
        ("next year", "2020"),
        ("last month", "2019-04"),
        ("last week", "2019-W20"),
        ("last Saturday", "2019-05-18"),
        ("next Saturday", "2019-05-25"),
        ("last September", "2018-09"),
        ("yesterday", "2019-05-22"),
    ],
)
def test_an_approximate_or_relative_date_says_no_more_than_it_does(text: str, value: str) -> None:
    assert [one for _, one in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("reported by 30 June", "2019-06-30"), ("due by 3 March", "2020-03-03"), ("on 3 March", "2019-03-03")],
)
def test_a_deadline_without_a_year_lies_ahead(text: str, value: str) -> None:
    assert [one for _, one in values(text)] == [value]


def test_a_year_that_nothing_tells_stays_unknown() -> None:
    assert values("the Common Position of 18 May", UNKNOWN) == [("18 May", "XXXX-05-18")]
    assert values("last year", UNKNOWN) == [("last year", None)]
    assert values("the third of May", Anchor(year=2021)) == []


@pytest.mark.parametrize(
    "text",
    ["we may be 31", "resolution 2019/2610(RSP)", "resolutions 33/30", "31 February", "tel. 280 11 15", "1 may", ""],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert values(text) == []


def test_only_two_single_days_are_a_list() -> None:
    two, span = find_dates("on 20 and 21 November 2018 and between 14 and 17 April 2018", "en")
    assert single_days(two, MAY_2019) == ("2018-11-20", "2018-11-21")
    assert single_days(span, MAY_2019) == ()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 3 April and 17 September 2017", ["2017-04-03", "2017-09-17"]),
        ("in March and September 2023", ["2023-03", "2023-09"]),
        ("in November 2012 and December 2013", ["2012-11", "2013-12"]),
        ("in January and February of 2019", ["2019-01/2019-02"]),
        ("reports of 2022 and 2023", ["2022", "2023"]),
        ("between 1884 and 1971", ["1884/1971"]),
    ],
)
def test_dates_that_and_joins_are_two_unless_they_make_a_span(text: str, dates: list[str]) -> None:
    assert [value for _, value in values(text)] == dates


def test_the_dates_of_the_letter_stand_where_they_say(carlsson: Extraction) -> None:
    found = {mention.text: mention.value for mention in carlsson.mentions if mention.kind is MentionKind.DATE}
    assert found == {
        "23 May 2019": "2019-05-23",
        "15 May 2019": "2019-05-15",
        "23 April 2019": "2019-04-23",
        "6 May": "2019-05-06",
        "20 and 21 November 2018": "2018-11-20/2018-11-21",
        "early 2017": "2017",
        "30 January 2019": "2019-01-30",
        "2019": "2019",
        "2014-2018": "2014/2018",
        "last year": "2018",
    }


@pytest.mark.parametrize("language", ["de", "fr", "pl"])
def test_a_year_of_two_digits_is_read_where_the_day_comes_first(language: str) -> None:
    found = [resolve(one, MAY_2019) for one in find_dates("29.11.10 und 3.4.98", language)]
    assert found == ["2010-11-29", "1998-04-03"]


def test_numbers_of_sections_are_no_short_years() -> None:
    assert find_dates("see 1.2.10.3 and 45.3.10", "de") == ()
    assert find_dates("section 1.2.10", "en") == ()


@pytest.mark.parametrize(("language", "dates"), [("de", ["2017"]), ("pl", [])])
def test_a_year_needs_no_word_before_it_in_german(language: str, dates: list[str]) -> None:
    text = "Im Iran wurden 2017 mehr Menschen hingerichtet als davor."
    assert [text[one.start : one.end] for one in find_dates(text, language)] == dates


def test_the_day_of_a_law_has_the_year_of_its_number() -> None:
    text = "el Real Decreto 557/2011, de 20 de abril, y la carta de 3 de mayo"
    found = [(text[one.start : one.end], resolve(one, MAY_2019)) for one in find_dates(text, "es")]
    assert found == [("20 de abril", "2011-04-20"), ("3 de mayo", "2019-05-03")]
