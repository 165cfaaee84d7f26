import pytest

from assistant.extraction.tagging.labels import LABELS, may_follow, names
from assistant.model.mention import MentionKind

PERSON, ORGANISATION, PLACE = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["O", "B-PER", "I-PER", "O"], [(1, 3, PERSON)]),
        (["B-LOC", "B-LOC"], [(0, 1, PLACE), (1, 2, PLACE)]),
        (["I-ORG", "I-ORG"], [(0, 2, ORGANISATION)]),
        (["B-PER", "I-ORG"], [(0, 1, PERSON), (1, 2, ORGANISATION)]),
        ([], []),
    ],
)
def test_labels_make_names(labels: list[str], expected: list[tuple[int, int, MentionKind]]) -> None:
    assert list(names(labels)) == expected


def test_the_inside_of_a_name_follows_only_the_same_name() -> None:
    allowed = {(before, label) for before in LABELS for label in LABELS if may_follow(before, label)}
    assert ("B-PER", "I-PER") in allowed
    assert ("I-PER", "I-PER") in allowed
    assert not {("O", "I-PER"), ("B-ORG", "I-PER"), ("I-LOC", "I-ORG")} & allowed
