"""The small tagger: a conditional random field read by python-crfsuite, six languages, no numpy.

It labels single sentences; how texts are cut and names put together is the business of `tagger`.
"""

from collections.abc import Sequence

import pycrfsuite

from assistant.extraction.tagging.features import sentence_features
from assistant.extraction.tagging.knowledge import MODELS
from assistant.extraction.tagging.labels import LABELS
from assistant.model.mention import TaggerName

MODEL = MODELS / "crf.model"


class CrfLabeller:
    """Gives each word of a sentence its label with a probability."""

    name: TaggerName = "crf"

    def __init__(self, model: bytes | None = None) -> None:
        self._data = MODEL.read_bytes() if model is None else model  # the tagger reads from these bytes as it goes
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._data)

    def label(self, words: Sequence[str], language: str = "") -> list[tuple[str, float]]:  # noqa: ARG002 - one model for all
        """The likeliest labels of the whole sentence, each with how sure it is."""
        labels = self._tagger.tag(sentence_features(words))
        return [(label, self._tagger.marginal(label, at)) for at, label in enumerate(labels)]

    def probabilities(self, words: Sequence[str]) -> list[list[float]]:
        """For each word the probability of each of `LABELS`."""
        self._tagger.set(sentence_features(words))
        return [[self._tagger.marginal(label, at) for label in LABELS] for at in range(len(words))]
