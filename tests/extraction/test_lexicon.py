import re

import pytest

from assistant.extraction.lexicon import alternatives, languages, load_gazetteer, load_lexicon
from assistant.model.fact import Act


@pytest.mark.parametrize("language", languages())
def test_every_lexicon_is_named_after_its_language_and_knows_all_acts(language: str) -> None:
    lexicon = load_lexicon(language)
    assert lexicon.language == language
    assert {cue.act for cue in lexicon.acts.cues} <= {act.value for act in Act}


def test_a_language_without_a_file_has_an_empty_lexicon() -> None:
    assert not load_lexicon("xx").function_words
    assert not load_lexicon("xx").is_ordinary("house")


@pytest.mark.parametrize("word", ["house", "Houses", "raised", "Countries", "MEETINGS", "the"])
def test_an_inflected_word_is_ordinary(word: str) -> None:
    assert load_lexicon("en").is_ordinary(word)


@pytest.mark.parametrize("word", ["Yerimbetov", "Szalai", "Khartabil"])
def test_a_strange_name_is_no_ordinary_word(word: str) -> None:
    assert not load_lexicon("en").is_ordinary(word)


def test_the_gazetteer_knows_states_and_cities() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.countries["Kazakhstan"] == "KZ"
    assert {"Almaty", "Brussels"} <= gazetteer.cities


def test_alternatives_of_nothing_match_nothing() -> None:
    assert re.compile(alternatives(())).search("anything") is None
    assert re.compile(alternatives(("a b", "a b c"))).match("a  b c")
