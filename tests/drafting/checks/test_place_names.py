import datetime as dt

import pytest

from assistant.drafting.checks.place_names import check_place_names
from assistant.drafting.checks.written import Written
from assistant.model.finding import Severity

WRONG = [
    ("2019-03-22", "the prisons around Nur-Sultan", "Astana"),
    ("2019-03-23", "the prisons around Astana", "Nur-Sultan"),
    ("2022-09-16", "w Astanie", "Nur-Sultan"),
    ("2022-09-17", "à Nour-Soultan", "Astana"),
    ("2024-01-15", "in Nur-Sultan", "Astana"),
    ("2019-06-20", "on 23 May 2019 in Astana", "Nur-Sultan"),
    ("2019-02-12", "in the former Yugoslav Republic of Macedonia", "North Macedonia"),
]
RIGHT = [
    ("2019-05-23", "the embassy in Nur-Sultan"),
    ("2019-03-22", "the embassy in Astana"),
    ("2024-01-15", "the embassy in Astana"),
    ("2024-01-15", "what I saw in Nur-Sultan in 2021"),
    ("2024-01-15", "what I saw on 23 May 2019 in Nur-Sultan"),
    ("2019-06-20", "what I saw in January 2019 in Astana"),
    ("2024-01-15", "“the prisons of Nur-Sultan” [@a-b#f1]"),
    ("2020-01-15", "the Astana Process on Syria"),
    ("2024-01-15", "Nur-Sultan, as Astana was called then"),
    ("2024-01-15", "President Nursultan Nazarbayev"),
]


@pytest.mark.parametrize(("day", "text", "right"), WRONG)
def test_a_name_of_another_time_is_a_warning_that_says_the_right_one(day: str, text: str, right: str) -> None:
    (finding,) = check_place_names(Written(text=text), dt.date.fromisoformat(day), "en")
    assert (finding.code, finding.severity) == ("place-name-of-another-time", Severity.WARNING)
    assert f"is {right} (since" in finding.message
    assert finding.source


@pytest.mark.parametrize(("day", "text"), RIGHT)
def test_the_name_of_its_time_is_left_alone(day: str, text: str) -> None:
    assert list(check_place_names(Written(text=text), dt.date.fromisoformat(day), "en")) == []


def test_the_address_of_an_old_letter_is_looked_at_too() -> None:
    line = Written(text="Nur-Sultan, Kazakhstan", kind="field", field="recipient", is_whole=False)
    (finding,) = check_place_names(line, dt.date(2024, 1, 15), "en")
    assert finding.place == "field “recipient”"
