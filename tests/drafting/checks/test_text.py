import pytest

from assistant.drafting.checks.text import check_placeholders, check_salutation
from assistant.drafting.language import load_language
from assistant.model.draft import Draft

UNFINISHED = ["[name]", "[…]", "[ ]", "[...]", "TODO", "XXX", "TBC", "[what happened, when and where]"]
FINISHED = [
    "the case Smith v Jones [2019] 1 AC 2",
    r"a bracket \[that is meant\]",
    "a [link](https://europarl.europa.eu) to follow",
    "“we will […] visit” [@2019-05-23-carlsson-gomes#f14]",
    "XX century",
]


@pytest.mark.parametrize("words", UNFINISHED)
def test_what_was_left_to_fill_in_is_found(words: str) -> None:
    (finding,) = check_placeholders(f"First.\n\nI write about {words}.")
    assert (finding.quote, finding.place) == (words, "para. 2")


@pytest.mark.parametrize("words", FINISHED)
def test_brackets_that_are_meant_stay(words: str) -> None:
    assert not list(check_placeholders(words))


@pytest.mark.parametrize("first", ["Your Excellency,", "Dear Ambassador,", "Dear Mr Carlsson:", "My dear friend,"])
def test_a_second_salutation_is_found_and_can_be_taken_out(first: str) -> None:
    salutation = "My dear friend," if first.startswith("My") else "Your Excellency,"
    draft = Draft(template="a", fields={"salutation": salutation}, body=f"{first}\n\nThank you.")
    (finding,) = check_salutation(draft, load_language("en"))
    assert finding.fix
    assert draft.body[finding.fix.end :].lstrip() == "Thank you."


def test_of_several_salutations_each_is_found_at_once() -> None:
    draft = Draft(
        template="a", fields={"salutation": "Dear Sir,"}, body="Dear Sir,\n\nDear Sir,\n\nThank you.\n\nDear Sir,"
    )
    places = [finding.place for finding in check_salutation(draft, load_language("en"))]
    assert places == ["para. 1", "para. 2"]


@pytest.mark.parametrize("first", ["Dear as this cause is to me, I write.", "Thank you for your letter,"])
def test_an_ordinary_first_sentence_is_no_salutation(first: str) -> None:
    draft = Draft(template="a", fields={"salutation": "Your Excellency,"}, body=first)
    assert not list(check_salutation(draft, load_language("en")))
