"""Trains the CRF that the program brings along, and says whether it came out the same: `python -m
tests.benchmarks.tagger.train_crf [FILE]`. Nine minutes on one core; the same data give the same bytes.
"""

import hashlib
import json
import lzma
import sys
import tempfile
from pathlib import Path

import pycrfsuite

from assistant.extraction.tagging.crf import MODEL
from assistant.extraction.tagging.features import sentence_features
from tests.benchmarks.tagger.synthesise import LANGUAGES, Sentence, make_sentences

DATA = Path(__file__).parent / "data"
ANNOTATED = (
    "crossner_politics", "crossner_literature", "crossner_music", "crossner_science", "crossner_ai",
    "uner_ewt_dev", "wikigold", "gum", "re3d_nobbc", "synth",
)  # fmt: skip
LETTERS_A_LANGUAGE = 6000
SETTINGS = {
    "c1": 0.05,
    "c2": 0.05,
    "max_iterations": 100,
    "feature.possible_transitions": True,
    "feature.minfreq": 2,
}


def load(name: str) -> list[Sentence]:
    """Sentences of a file: words and labels."""
    return [(words, labels) for words, labels in json.loads(lzma.decompress((DATA / f"{name}.json.xz").read_bytes()))]


def training_sentences() -> list[Sentence]:
    """All that the model learns from, in its order."""
    annotated = [sentence for name in ANNOTATED for sentence in load(name)]
    return annotated + [one for language in LANGUAGES for one in make_sentences(language, LETTERS_A_LANGUAGE)]


def train(sentences: list[Sentence], path: Path) -> None:
    """Write a model."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for words, labels in sentences:
        trainer.append(sentence_features(words), labels)
    trainer.train(str(path))


def main() -> None:
    """Train into the file named, or into a temporary one, and compare with the model of the program."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "crf.model"
        train(training_sentences(), path)
        made, kept = (hashlib.sha256(data).hexdigest() for data in (path.read_bytes(), MODEL.read_bytes()))
    print(f"trained {made}\nshipped {kept}\n{'the same' if made == kept else 'another model'}")


if __name__ == "__main__":
    main()
