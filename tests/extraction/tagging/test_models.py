"""The card says what the models are: figures and licences that belong to other bytes would be a lie."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from assistant.extraction.tagging.knowledge import MODELS

FOLDER = Path(str(MODELS))
CARD = (FOLDER / "MODEL.md").read_text("utf-8")
DIGESTS = dict(re.findall(r"`([\w.]+)`[^\n]*`([0-9a-f]{64})`", CARD))


def test_every_file_stands_in_the_card() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"MODEL.md", *DIGESTS}


@pytest.mark.parametrize("name", DIGESTS)
def test_a_file_has_the_digest_the_card_gives(name: str) -> None:
    assert sha256((FOLDER / name).read_bytes()).hexdigest() == DIGESTS[name]
