"""The tagger of the extra `smart`: a small transformer (MiniLM, English) that votes together with the CRF.

The transformer knows English well and of other languages little but names; the CRF knows all six a little. Their
probabilities are mixed, more of the transformer in English, more of the CRF elsewhere. Each sentence is computed on its
own: the eight-bit arithmetic depends on what else is in a batch, and a name must not depend on its neighbours.
"""

import lzma
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from assistant.extraction.tagging.knowledge import MODELS
from assistant.extraction.tagging.labels import LABELS, may_follow
from assistant.extraction.tagging.wordpiece import WordPieces
from assistant.model.mention import TaggerName

if TYPE_CHECKING:
    from assistant.extraction.tagging.crf import CrfLabeller

MODEL = MODELS / "smart.onnx.xz"
VOCABULARY = MODELS / "smart_vocabulary.txt"
MOST_PIECES = 256
_SHARE_ENGLISH, _SHARE_ELSEWHERE = 0.6, 0.3
_NO_CASE = 6
_NEVER = -1e4
_SMALLEST = 1e-9
_STEPS = np.array([[0.0 if may_follow(before, label) else _NEVER for label in LABELS] for before in LABELS])

_Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


class SmartLabeller:
    """Gives each word of a sentence its label with a probability."""

    name: TaggerName = "smart"

    def __init__(self, crf: "CrfLabeller | None") -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # several letters at once are read by several processes
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            lzma.decompress(MODEL.read_bytes()), options, providers=["CPUExecutionProvider"]
        )
        self._pieces = WordPieces(VOCABULARY.read_text("utf-8").split("\n"))
        self._crf = crf

    def label(self, words: Sequence[str], language: str = "") -> list[tuple[str, float]]:
        """The likeliest labels of the whole sentence, each with how sure it is; `language` is an ISO 639-1 code."""
        probabilities = np.concatenate([self._probabilities(part) for part in self._cut(words)])
        if self._crf is not None:
            share = _SHARE_ENGLISH if language in ("en", "") else _SHARE_ELSEWHERE
            probabilities = share * probabilities + (1 - share) * np.array(self._crf.probabilities(words))
        best = _best_path(probabilities)
        return [(LABELS[label], float(probabilities[at, label])) for at, label in enumerate(best)]

    def _cut(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        """The sentence in parts that the transformer can take, two pieces left for its marks."""
        first, length = 0, 2
        for at, word in enumerate(words):
            size = len(self._pieces.pieces(word))
            if length + size > MOST_PIECES:
                yield words[first:at]
                first, length = at, 2
            length += size
        yield words[first:]

    def _probabilities(self, words: Sequence[str]) -> _Matrix:
        pieces = [self._pieces.pieces(word) for word in words]
        numbers = [self._pieces.opening, *(number for one in pieces for number in one), self._pieces.closing]
        cases = [_NO_CASE, *(writing(word) for word, one in zip(words, pieces, strict=True) for _ in one), _NO_CASE]
        feed = {"ids": numbers, "am": [1] * len(numbers), "cs": cases}
        logits = self._session.run(None, {name: np.array([values], np.int64) for name, values in feed.items()})[0][0]
        starts = np.cumsum([1, *(len(one) for one in pieces[:-1])])
        odds: _Matrix = np.exp(logits[starts].astype(np.float64))
        totals: _Matrix = odds.sum(-1, keepdims=True)
        return odds / totals


def _best_path(probabilities: _Matrix) -> list[int]:
    """Viterbi: the likeliest row of labels in which no name goes on that has not begun."""
    scores = np.log(probabilities + _SMALLEST)
    reached, came_from = scores[0] + _STEPS[0], []
    for score in scores[1:]:
        ways = reached[:, None] + _STEPS
        came_from.append(ways.argmax(0))
        reached = ways.max(0) + score
    path = [int(reached.argmax())]
    for back in reversed(came_from):
        path.append(int(back[path[-1]]))
    return path[::-1]


def writing(word: str) -> int:
    """How a word is written, as the model was taught: the vocabulary itself knows small letters only."""
    if not any(letter.isalpha() for letter in word):
        return 1 if any(letter.isdigit() for letter in word) else 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word[0].isupper():
        return 4 if word[1:].islower() else 5
    return 0
