import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.extraction.tagging import Tagger, load_tagger
from assistant.extraction.tagging.tagger import LONGEST_SENTENCE
from assistant.model.mention import MentionKind, TaggerName
from tests.conftest import LETTERS

PERSON, ORGANISATION, PLACE = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE
SENTENCES = {
    "en": "On 6 May I personally met Ombudsman Askar Shakirov in Astana.",
    "fr": "Le ministre a rencontré Mme Claire Dubois à Strasbourg.",
    "de": "Herr Thomas Zuleger schrieb an die Europäische Kommission.",
    "pl": "Odpowiedź na interpelację Pani Poseł Anny Kowalskiej w sprawie sytuacji w Warszawie.",
    "it": "Il Presidente Mario Bianchi ha scritto al Parlamento europeo.",
    "es": "El Sr. José Valencia viajó a Quito el 7 de mayo.",
}
PEOPLE = {
    "en": "Askar Shakirov", "fr": "Claire Dubois", "de": "Thomas Zuleger", "pl": "Anny Kowalskiej",
    "it": "Mario Bianchi", "es": "José Valencia",
}  # fmt: skip


@pytest.fixture(scope="module", params=["crf", "smart"])
def tagger(request: pytest.FixtureRequest) -> Tagger:
    name: TaggerName = request.param
    found = load_tagger(name)
    assert found is not None
    return found


def sentences(text: str) -> list[tuple[int, int]]:
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    return [(start, end) for start, end in zip([0, *ends], [*ends, len(text)], strict=True) if text[start:end].strip()]


@pytest.mark.parametrize("language", SENTENCES)
def test_people_are_found_in_six_languages(tagger: Tagger, language: str) -> None:
    text = SENTENCES[language]
    found = tagger.tag_text(text, [(0, len(text))], language)
    assert PEOPLE[language] in [text[one.start : one.end] for one in found if one.kind is PERSON]


def test_a_real_letter_yields_its_people_and_places(tagger: Tagger) -> None:
    text = (LETTERS / "carlsson.txt").read_bytes().decode("utf-8").replace("\r\n", "\n")
    found = tagger.tag_text(text, sentences(text), "en")
    by_kind = {kind: {text[one.start : one.end] for one in found if one.kind is kind} for kind in MentionKind}
    assert {"Ana Gomes", "Askar Shakirov", "Zoltan Szalai", "Max Bokayev"} <= by_kind[PERSON]
    assert {"Astana", "Almaty"} <= by_kind[PLACE]
    assert "EU" in by_kind[ORGANISATION]


def test_spans_of_words_count_words(tagger: Tagger) -> None:
    words = ["Dear", "Ms", "Ana", "Gomes", ","]
    assert [(one.start, one.end, one.kind) for one in tagger.tag(words)] == [(2, 4, PERSON)]


def test_confidence_is_a_probability(tagger: Tagger) -> None:
    text = SENTENCES["en"]
    assert all(0 < one.confidence <= 1.0001 for one in tagger.tag_text(text, [(0, len(text))]))


def test_a_sentence_means_the_same_whatever_stands_around_it(tagger: Tagger) -> None:
    text = "\n".join(SENTENCES.values())
    alone = [tagger.tag_text(text, [span]) for span in sentences(text)]
    assert [name for names in alone for name in names] == tagger.tag_text(text, sentences(text))


def test_nothing_is_lost_in_a_sentence_without_end(tagger: Tagger) -> None:
    words = ["and", "Mr", "Askar", "Shakirov", ","] * LONGEST_SENTENCE
    found = tagger.tag(words)
    assert len(found) > 0.9 * LONGEST_SENTENCE
    assert found[-1].end > len(words) - 5


@pytest.mark.parametrize("words", [[], ["."], ["x" * 5000], ["-", "Ω" * 300], ["\u200b"]])
def test_odd_sentences_do_no_harm(tagger: Tagger, words: list[str]) -> None:
    assert all(one.end <= len(words) for one in tagger.tag(words))


@settings(max_examples=40)
@given(text=st.text())
def test_any_text_can_be_tagged(text: str) -> None:
    names: tuple[TaggerName, ...] = ("crf", "smart")
    for tagger in map(load_tagger, names):
        assert tagger is not None
        assert all(0 <= one.start < one.end <= len(text) for one in tagger.tag_text(text, [(0, len(text))]))
        words = tagger.judge_words(text, (0, len(text)))
        assert all(0 <= one.start < one.end <= len(text) for one in words)
        assert words == sorted(words, key=lambda word: word.start)


def test_every_word_is_judged_part_of_a_name_or_of_none(tagger: Tagger) -> None:
    text = f"{SENTENCES['fr']} {SENTENCES['en']}"
    words = tagger.judge_words(text, (text.index("On 6"), len(text)), "en")
    assert [text[word.start : word.end] for word in words if word.is_named] == ["Askar", "Shakirov", "Astana"]
    assert " ".join(text[word.start : word.end] for word in words) == SENTENCES["en"].replace(".", " .")
    assert all(0 < word.confidence <= 1.0001 for word in words)


def run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ((), "crf smart"),
        (("onnxruntime",), "crf missing"),
        (("numpy",), "crf missing"),
        (("pycrfsuite",), "None smart"),
        (("onnxruntime", "pycrfsuite"), "None missing"),
    ],
)
def test_a_tagger_has_no_substitute_where_its_library_is_missing(missing: tuple[str, ...], expected: str) -> None:
    program = f"""
import sys
sys.modules.update(dict.fromkeys({missing!r}))
from assistant.errors import MissingExtraError
from assistant.extraction.tagging import load_tagger
crf = load_tagger("crf")
try:
    smart = load_tagger("smart").name
except MissingExtraError as error:
    smart = "missing"
print(crf and crf.name, smart)
"""
    assert run(program) == expected


def test_importing_the_extraction_loads_no_model_library() -> None:
    program = """
import sys
import assistant.extraction, assistant.extraction.tagging
print({"numpy", "onnxruntime", "pycrfsuite"} & set(sys.modules))
"""
    assert run(program) == "set()"
