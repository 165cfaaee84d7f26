import pytest

from assistant.drafting.word.places import Place
from assistant.drafting.word.templates.names import Use, nearest, unknown_names

HERE = Place("word/document.xml", 1, "{{ x }}")
KNOWN = {"recipient.lines", "recipient.name", "cosigners[].name", "body", "window"}


@pytest.mark.parametrize(
    "path", ["recipient", "recipient.name", "recipient.lines", "recipient.lines[]", "cosigners", "cosigners[]", "body"]
)
def test_a_known_path_stands_for_what_it_is_made_of(path: str) -> None:
    assert unknown_names([Use(path, HERE)], KNOWN) == ()


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("recipient.nam", "Did you mean “recipient.name”?"),
        ("recipients", "Did you mean “recipient”?"),
        ("recipient.name.first", "Did you mean “recipient.name”?"),
        ("cosigners.name", "Did you mean “cosigners[].name”?"),
        ("xyz", ""),
    ],
)
def test_an_unknown_path_is_told_with_the_nearest(path: str, advice: str) -> None:
    (finding,) = unknown_names([Use(path, HERE), Use(path, HERE)], KNOWN)
    assert (finding.message, finding.advice, finding.place) == (
        f"“{path}” is the name of no value.",
        advice,
        "word/document.xml, paragraph 1",
    )


def test_nothing_is_suggested_that_is_not_near() -> None:
    assert nearest("salutaton", ["salutation", "date"]) == "Did you mean “salutation”?"
    assert nearest("salutaton", ["date"]) == ""
