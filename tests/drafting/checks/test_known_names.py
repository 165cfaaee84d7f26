import pytest

from assistant.drafting.checks.known_names import check_known_names, known_names
from assistant.drafting.checks.written import Written
from assistant.model.finding import Finding, Severity
from assistant.model.mention import Mention, MentionKind
from assistant.model.person import Naming, Person, Role
from tests.drafting.carlsson import carlsson

NAMES = ["Askar Shakirov", "Sven-Olov Carlsson", "Ana Gomes", "Max Bokayev", "Marcin Świącicki", "Iskander Yerimbetov"]
PEOPLE = [
    Person(id=f"p-{number}", name=name, roles=(Role(title="Ombudsman"),) if number == 0 else ())
    for number, name in enumerate(NAMES)
]
KNOWN = known_names(PEOPLE, [carlsson()])

ALMOST = [
    ("Askar Shakirow", "Shakirov"),
    ("Askar Sakirov", "Shakirov"),
    ("Mr Shakirow", "Shakirov"),
    ("Ombudsman Shakirow", "Shakirov"),
    ("Ombudsmann Askar Shakirow", "Shakirov"),
    ("Dear Mr Carlson,", "Carlsson"),
    ("Sven-Olov Karlsson", "Carlsson"),
    ("Ana Gomez", "Gomes"),
    ("Askr Shakirov", "Askar"),
    ("Max Bokaev", "Bokayev"),
    ("Iskander Yerimbetow", "Yerimbetov"),
]
OTHERS = [
    "Mr Shakirov", "Askara Shakirova", "Shakirovs Bericht", "Panu Świącickiemu", "Swiacicki",
    "Ana Gomes’ letter", "Mr Carlsson’s letter", "Askar Shakirov's office",
    "Mr Sharipov", "Mr Zakirov", "Anna Shakirow", "Tucker Carlson", "Mr Gomez", "Anna Gomes", "Mr Karlsson",
    "Maximilian Boka", "Oskar Shakirov", "the carlson of a ship", "“Mr Shakirow” [@a-b#f1]", "a.shakirow@ombudsman.kz",
]  # fmt: skip


def check(text: str) -> list[Finding]:
    return list(check_known_names(Written(text=text), KNOWN))


@pytest.mark.parametrize(("text", "right"), ALMOST)
def test_a_name_almost_right_is_a_warning(text: str, right: str) -> None:
    (finding,) = check(text)
    assert (finding.code, finding.severity) == ("name-unlike", Severity.WARNING)
    assert f"“{right}”" in finding.advice


@pytest.mark.parametrize("text", OTHERS)
def test_right_names_and_other_people_are_left_alone(text: str) -> None:
    assert check(text) == []


def test_it_is_put_right_only_where_the_given_name_says_who_is_meant() -> None:
    assert [bool(finding.fix) for text in ("Askar Shakirow", "Mr Shakirow") for finding in check(text)] == [True, False]


def test_people_of_the_letter_answered_are_known_too() -> None:
    letter = carlsson()
    at = letter.text.index("Zoltan Szalai")
    mention = Mention(kind=MentionKind.PERSON, text="Zoltan Szalai", start=at, end=at + len("Zoltan Szalai"))
    record = letter.record.model_copy(update={"mentions": (mention,)})
    known = known_names((), [letter.model_copy(update={"record": record})])
    (finding,) = check_known_names(Written(text="Mr Zoltan Szalei visited them."), known)
    assert "Szalai" in finding.advice


def test_who_may_not_be_named_is_not_offered() -> None:
    guarded = Person(id="a-b", name="Askar Shakirov", naming=Naming(allowed=False))
    assert list(check_known_names(Written(text="Askar Shakirow"), known_names([guarded], ()))) == []
