from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.errors import MissingExtraError
from assistant.extraction import extract
from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.mentions.organisations import BY_ACRONYM, BY_HEAD
from assistant.extraction.mentions.people import BY_GIVEN_NAME, BY_SHAPE
from assistant.extraction.mentions.tagged import SecondOpinion
from assistant.model.mention import MentionKind, TaggerName
from tests.extraction.conftest import read_letter

pytest.importorskip("pycrfsuite", reason="runs where python-crfsuite has a wheel, as in .ci/run")

Prepare = Callable[[str], Document]
PERSON, ORGANISATION, PLACE = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE
LETTER = (
    "Unfortunately we are also witnessing a similar situation in Georgia, where the government of the Georgian Dream "
    "coalition is deploying similar tactics."
)
HUSSEIN = "Please resolve the case of Bilal Hussein, a Pulitzer Prize-winning photographer for the Associated Press."


def candidate(document: Document, words: str, kind: MentionKind, weight: int) -> Candidate:
    start = document.view.index(words)
    return Candidate(start, start + len(words), kind, weight)


def proposed(document: Document, found: list[Candidate], tagger: TaggerName = "crf") -> dict[str, MentionKind]:
    names = SecondOpinion(document, tagger).proposals(found, ())
    return {document.view[one.start : one.end]: one.kind for one in names}


def test_the_tagger_proposes_what_no_rule_explains(document: Prepare) -> None:
    assert proposed(document(LETTER), [])["Georgian Dream"] is ORGANISATION


def test_the_taggers_are_silent_about_what_is_explained(document: Prepare) -> None:
    whole = Candidate(0, len(LETTER), ORGANISATION, 1)
    assert proposed(document(LETTER), [whole], "smart") == {}


def test_the_tagger_proposes_no_places_and_no_ordinary_words(document: Prepare) -> None:
    found = proposed(document("Members met in Zarechny and in Petropavlovsk. The Members then went home."), [])
    assert PLACE not in found.values()
    assert "Members" not in found


def test_a_name_that_a_rule_cut_short_is_given_its_end(document: Prepare) -> None:
    letter = document("Hanoi has told me that Nguyen Thi Thanh Van was arrested; Thi Thanh is her sister's name.")
    short = replace(candidate(letter, "Nguyen Thi Thanh", PERSON, BY_GIVEN_NAME), role=(0, 5))
    assert SecondOpinion(letter).proposals([short], ()) == [replace(short, end=short.end + len(" Van"))]


@pytest.mark.parametrize(
    ("words", "kind", "guessed", "known"),
    [
        ("Pulitzer Prize-winning", PERSON, BY_SHAPE, BY_GIVEN_NAME),
        ("NOW", ORGANISATION, BY_ACRONYM, BY_HEAD),
    ],
)
def test_a_mere_guess_falls_where_the_tagger_is_sure_that_no_name_stands(
    document: Prepare, words: str, kind: MentionKind, guessed: int, known: int
) -> None:
    letter = document(f"{HUSSEIN} He must be released NOW without any further delay.")
    guess, rule = (candidate(letter, words, kind, weight) for weight in (guessed, known))
    assert SecondOpinion(letter).without_refuted([guess, rule]) == [rule]


def test_a_guess_stands_where_the_tagger_sees_a_name_or_other_words(document: Prepare) -> None:
    letter = document(f"{HUSSEIN} Write to the CTRL+C team.")
    found = [candidate(letter, "Bilal Hussein", PERSON, BY_SHAPE), candidate(letter, "Prize", PERSON, BY_SHAPE)]
    assert SecondOpinion(letter).without_refuted(found) == found


def test_the_tagger_of_smart_finds_a_place_more_in_a_letter_and_changes_nothing_else() -> None:
    letter = read_letter("exchanges/delegation-inquiry.txt")
    usual, smart = (extract(letter, name) for name in ("crf", "smart"))
    more = [one for one in smart.mentions if one not in usual.mentions]
    assert {(one.text, one.kind) for one in more} == {("Zarechny", PLACE)}
    assert [one for one in smart.mentions if one not in more] == list(usual.mentions)
    assert extract(letter, "smart") == smart


@pytest.mark.usefixtures("without_smart")
def test_whoever_asks_for_smart_without_its_extra_is_told_what_to_install() -> None:
    letter = read_letter("carlsson.txt")
    with pytest.raises(MissingExtraError, match=r"pip install 'correspondence-assistant\[smart\]'"):
        extract(letter, "smart")
    assert extract(letter, "crf").mentions
