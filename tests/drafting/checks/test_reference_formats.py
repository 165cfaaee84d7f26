import pytest

from assistant.drafting.checks.official_journal import check_official_journal
from assistant.drafting.checks.reference_formats import check_references, terms_of_year
from assistant.drafting.checks.written import Written
from assistant.model.finding import Finding, Severity

WRITTEN_WRONG = [
    ("E-1234/2019", "E-001234/2019"),
    ("E 001234/2019", "E-001234/2019"),
    ("E–001234/2019", "E-001234/2019"),
    ("P8 TA(2019)203", "P8_TA(2019)0203"),
    ("P8-TA(2019)0203", "P8_TA(2019)0203"),
    ("P8_TA 2019 0203", "P8_TA(2019)0203"),
    ("2019-2610(RSP)", "2019/2610(RSP)"),
    ("2019/2610 (RSP)", "2019/2610(RSP)"),
    ("B8 0208/2019", "B8-0208/2019"),
    ("RC B8-0204/2019", "RC-B8-0204/2019"),
    ("A-RES-68-268", "A/RES/68/268"),
    ("CAT/C/kaz/CO/4", "CAT/C/KAZ/CO/4"),
    ("CAT / C / KAZ / CO / 4", "CAT/C/KAZ/CO/4"),
]
MEMORY = [("COM(2018)123 final", "COM(2018) 123 final"), ("JOIN 2016/26", "JOIN(2016) 26")]
RIGHT = [
    "E-006448/2020", "E-007095-17", "P8_TA(2019)0203", "2019/2610(RSP)", "B8-0208/2019", "RC-B8-0204/2019",
    "COM(2018) 123 final", "COM(2018)\u00a0123 final", "SWD(2018) 20 final", "JOIN(2016) 26 final", "A/RES/68/268",
    "CAT/C/KAZ/CO/4", "CAT/C/KAZ/Q/2/Add.1", "CCPR/C/KAZ/CO/2", "Ares(2014)3295519", "Directive 2014/2019/EU",
    "the E 40 motorway", "“E-1234/2019”", "[link](https://europarl.europa.eu/E-1234/2019)",
]  # fmt: skip
OFFICIAL_JOURNAL = [
    ("en", "OJ L 222, 20.8.2008, p. 1"),
    ("fr", "JO L 222 du 20.8.2008, p. 1"),
    ("de", "ABl. L 222 vom 20.8.2008, S. 1"),
    ("pl", "Dz.U. L 222 z 20.8.2008, s. 1"),
    ("it", "GU L 222 del 20.8.2008, pag. 1"),
    ("es", "DO L 222 de 20.8.2008, p. 1"),
]


def check(text: str) -> list[Finding]:
    return list(check_references(Written(text=text)))


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix
    return text[: finding.fix.start] + finding.fix.replacement + text[finding.fix.end :]


@pytest.mark.parametrize(("wrong", "right"), WRITTEN_WRONG)
def test_a_reference_in_another_form_is_put_into_its_own(wrong: str, right: str) -> None:
    text = f"I refer to {wrong} once more."
    (finding,) = check(text)
    assert (finding.code, finding.severity) == ("reference-malformed", Severity.WARNING)
    assert fixed(text, finding) == f"I refer to {right} once more."
    assert check(fixed(text, finding)) == []


@pytest.mark.parametrize(("wrong", "right"), MEMORY)
def test_a_form_known_from_memory_is_only_a_note(wrong: str, right: str) -> None:
    (finding,) = check(wrong)
    assert (finding.severity, fixed(wrong, finding)) == (Severity.NOTE, right)


@pytest.mark.parametrize("text", RIGHT)
def test_a_reference_in_its_form_is_left_alone(text: str) -> None:
    assert check(f"I refer to {text} once more.") == []


def test_a_state_in_two_letters_is_told_without_guessing_the_third() -> None:
    (finding,) = check("CAT/C/KZ/CO/4")
    assert finding.fix is None
    assert "three letters" in finding.advice


def test_a_text_of_another_term_is_a_warning_that_names_the_right_one() -> None:
    (finding,) = check("P9_TA(2018)0203")
    assert (finding.code, finding.fix) == ("reference-of-another-term", None)
    assert "P8_TA(2018)0203" in finding.advice
    assert [check(text) for text in ("P8_TA(2019)0203", "P9_TA(2019)0203", "P10_TA(2025)0001")] == [[], [], []]


@pytest.mark.parametrize(
    ("year", "terms"), [(2004, ()), (2008, (6,)), (2009, (6, 7)), (2019, (8, 9)), (2020, (9,)), (2031, ())]
)
def test_a_year_with_an_election_lies_in_two_terms(year: int, terms: tuple[int, ...]) -> None:
    assert terms_of_year(year) == terms


@pytest.mark.parametrize(("language", "right"), OFFICIAL_JOURNAL)
def test_the_official_journal_is_cited_as_each_language_does(language: str, right: str) -> None:
    assert list(check_official_journal(Written(text=f"{right}."), language)) == []
    wrong = right.replace("20.8.", "20.08.").replace("L 222", "L222")
    (finding,) = check_official_journal(Written(text=f"{wrong}."), language)
    assert fixed(f"{wrong}.", finding) == f"{right}."
    assert finding.severity is (Severity.WARNING if language == "en" else Severity.NOTE)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("OJ L 250, 11.10.2023, p. 1", "OJ L, 2023/…, 11.10.2023, ELI"),
        ("OJ L, 2022/3083, 5.12.2022", "number and page"),
        ("OJ L, 2024/3083, 5.12.2024, p. 1", "Leave the page out"),
    ],
)
def test_the_form_of_the_official_journal_changed_on_1_october_2023(text: str, advice: str) -> None:
    (finding,) = check_official_journal(Written(text=text), "en")
    assert advice in finding.advice
    assert finding.fix is None


@pytest.mark.parametrize(
    "text", ["OJ L, 2024/3083, 5.12.2024", "OJ L 29, 30.9.2023, p. 3", "OJ L 29, 4.2.2016, pp. 3–5"]
)
def test_each_form_is_right_in_its_time(text: str) -> None:
    assert list(check_official_journal(Written(text=text), "en")) == []
