import pytest

from assistant.extraction.lexicon import load_lexicon
from assistant.extraction.statements.cues import find_cues, inflected
from assistant.model.fact import Act


def acts(clause: str) -> set[Act]:
    return {hit.cue.act for hit in find_cues(clause.lower().split(), "en")}


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("we urgently call on the government", Act.REQUEST),
        ("it is even more important for the government to act", Act.REQUEST),
        ("we will also continue to monitor it", Act.COMMITMENT),
        ("parliament is not in a position to answer", Act.REFUSAL),
        ("we strongly condemn the brutality", Act.CONCERN),
        ("they condemn the brutality", Act.CONCERN),
    ],
)
def test_a_cue_is_found_over_the_words_between(clause: str, act: Act) -> None:
    assert act in acts(clause)


def test_a_cue_for_the_beginning_is_found_nowhere_else() -> None:
    assert Act.QUESTION in acts("to ask the minister")
    assert Act.QUESTION not in acts("he meant to ask the minister")


def test_verbs_are_inflected_as_the_lexicon_says() -> None:
    endings = load_lexicon("en").acts.endings
    assert {"urge", "urges", "urged", "urging"} <= set(inflected("urge", endings))
    assert {"deny", "denies", "denied", "denying"} <= set(inflected("deny", endings))


def test_an_ending_stands_for_every_word_that_has_it() -> None:
    said = {hit.cue.act for hit in find_cues(["odwiedziliśmy", "go", "w", "areszcie"], "pl")}
    assert Act.ACTION in said
    assert Act.ACTION in {hit.cue.act for hit in find_cues(["i", "questioned", "the", "governor"], "en")}


def test_an_ending_alone_is_no_word() -> None:
    assert not [hit for hit in find_cues(["łem"], "pl") if hit.cue.written.startswith("*")]


def test_a_beginning_stands_for_every_word_that_has_it() -> None:
    for word in ("represje", "represjami", "represjonowany"):
        assert Act.CONCERN in {hit.cue.act for hit in find_cues([word], "pl")}


def test_however_many_adverbs_stand_between_the_words_of_a_cue_it_is_found() -> None:
    words = ["il", "governo", "ha", *["specificamente"] * 2_000, "sollevato", "il", "caso"]
    assert any(words[hit.first] == "ha" and words[hit.end - 1] == "sollevato" for hit in find_cues(words, "it"))
