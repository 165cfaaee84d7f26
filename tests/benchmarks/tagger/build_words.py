"""Writes `words.json`, what the taggers know about single words.

`python -m tests.benchmarks.tagger.build_words assistant/extraction/tagging/models/smart.onnx`

Classes come from the name lists, from the letters' word lists and from CLDR (babel); clusters from the word vectors of
MiniLM (numpy, onnx). Run by hand when a list changes; then the CRF has to be trained again.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from assistant.extraction.tagging.knowledge import MODELS
from tests.benchmarks.tagger.synthesise import LANGUAGES, read_language, read_lists

CLUSTERS, ROUNDS = 512, 25
SMALL_WORDS = {
    "link": "of de des du der della dello degli del dei di für d' do on per para pour von und and e y et i w in the zu",
    "article": "la le les il lo el los las die das dem den the",
    "direction": "in à a en w we do z nach aus from to near près presso desde hacia au aux at",
}
NO_GIVEN_NAMES = {"m.", "the", "i", "y", "a", "e", "of", "president"}


def classes(territories: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """Words of each class; `territories` are the countries' names by language and code."""
    found: dict[str, set[str]] = defaultdict(set)
    lists = read_lists()
    for people in (*LANGUAGES, "other"):
        found["given"] |= {name.lower() for name in lists[people]["given"] if " " not in name} - NO_GIVEN_NAMES
    found["city"] = {city.lower() for city in lists["cities"] if " " not in city}
    for language in LANGUAGES:
        words = read_language(language)
        found["honorific"] |= _single(words["honorifics"])
        found["role"] |= _single(words["roles"])
        found["month"] |= _single(words["months"])
        bodies = [form for forms in words["heads"] + words["organisations"] for form in forms.split("|")]
        found["body"] |= {form.split()[0].lower() for form in bodies if len(form.split()[0]) > 3}
        names = territories[language].items()
        found["country"] |= {name.lower() for code, name in names if len(code) == 2 and " " not in name}
    return found | {name: set(words.split()) for name, words in SMALL_WORDS.items()}


def _single(phrases: list[str]) -> set[str]:
    return {word for phrase in phrases for word in re.findall(r"[^\W\d_]+\.?", phrase.lower())}


def clusters(vectors: Any, vocabulary: list[str]) -> list[list[str]]:
    """Whole words of a vocabulary by nearness of their vectors (k-means on the sphere, fixed seed)."""
    rows = [row for row, word in enumerate(vocabulary) if len(word) > 1 and word[0].isalpha()]
    points = vectors[rows] - vectors[rows].mean(0)
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    centres = points[np.random.default_rng(0).choice(len(points), CLUSTERS, replace=False)]
    nearest = (points @ centres.T).argmax(1)
    for _ in range(ROUNDS):
        for number in range(CLUSTERS):
            if (nearest == number).any():
                centre = points[nearest == number].mean(0)
                centres[number] = centre / np.linalg.norm(centre)
        nearest = (points @ centres.T).argmax(1)
    return [[vocabulary[rows[at]] for at in np.flatnonzero(nearest == number)] for number in range(CLUSTERS)]


def main() -> None:
    """Read the lists and the model, write `words.json` into the package."""
    import onnx
    from babel import Locale

    model = onnx.load(sys.argv[1])
    tables = [one for one in model.graph.initializer if "word_embeddings" in one.name and len(one.dims) == 2]
    vectors = onnx.numpy_helper.to_array(tables[0]).astype(np.float32)
    vocabulary = (Path(str(MODELS)) / "smart_vocabulary.txt").read_text("utf-8").split("\n")
    territories = {language: dict(Locale(language).territories) for language in LANGUAGES}
    data = {
        "classes": {name: " ".join(sorted(words)) for name, words in sorted(classes(territories).items())},
        "clusters": [" ".join(words) for words in clusters(vectors, vocabulary)],
    }
    target = Path(str(MODELS)) / "words.json"
    target.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
