"""What the CRF is told about each word of a sentence: itself, its neighbours, what is known about them.

Every feature means the same in every language; what differs between languages is in the lists of `knowledge` and in the
sentences of the training. Changing a feature here asks for a new model.
"""

from collections.abc import Iterator, Sequence

from assistant.extraction.tagging.knowledge import Look, look

_NEIGHBOURS = (-2, -1, 1, 2)
_NEAR = (-2, -1, 0, 1, 2)


def sentence_features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word of one sentence."""
    looks = [look(word) for word in words]
    shouted = 2 * sum(one.shouted and len(one.lower) > 1 for one in looks) > sum(word[0].isalpha() for word in words)
    return [
        [*_own(looks[at], at, shouted=shouted), *_around(looks, at), *_together(looks, at), *_known(looks, at)]
        for at in range(len(looks))
    ]


def _own(word: Look, at: int, *, shouted: bool) -> Iterator[str]:
    lower = word.lower
    yield from ("b", f"w={lower}", f"s={word.shape}", f"p2={lower[:2]}", f"p3={lower[:3]}")
    yield from (f"x2={lower[-2:]}", f"x3={lower[-3:]}", f"x4={lower[-4:]}")
    if len(lower) > 4:
        yield f"p4={lower[:4]}"
    if word.title:
        yield "title"
    if word.shouted:
        yield "shouted"
    if shouted:
        yield "shouted sentence"
    if at and word.shape.startswith("X"):
        yield "capital inside"


def _around(looks: Sequence[Look], at: int) -> Iterator[str]:
    for step in _NEIGHBOURS:
        if 0 <= at + step < len(looks):
            yield f"{step}w={looks[at + step].lower}"
            yield f"{step}s={looks[at + step].shape}"
        else:
            yield f"{step}none"


def _together(looks: Sequence[Look], at: int) -> Iterator[str]:
    """Pairs and threes of neighbours."""
    word = looks[at]
    if at:
        before = looks[at - 1]
        yield f"-w={before.lower}|{word.lower}"
        yield f"-ws={before.lower}|{word.shape}"
        yield from (f"-c={one}|{other}" for one in before.classes or ("",) for other in word.classes or ("",))
        yield from (f"-cs={one}|{word.shape}" for one in before.classes)
    if at + 1 < len(looks):
        yield f"+w={word.lower}|{looks[at + 1].lower}"
        if at:
            yield f"sss={looks[at - 1].shape}|{word.shape}|{looks[at + 1].shape}"


def _known(looks: Sequence[Look], at: int) -> Iterator[str]:
    for step in _NEAR:
        if 0 <= at + step < len(looks):
            near = looks[at + step]
            yield from (f"{step}c={one}" for one in near.classes)
            if near.cluster is not None and abs(step) < 2:
                yield f"{step}k={near.cluster}"
