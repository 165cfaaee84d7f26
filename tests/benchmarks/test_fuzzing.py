"""A slice of what `fuzz_reading` does by the thousand: all damage ends as a record or as an error with a name."""

from pathlib import Path

import pytest

from assistant.reading import readable_suffixes
from tests.benchmarks.fuzzing.cases import KINDS, TEXT, make_case, try_case
from tests.benchmarks.fuzzing.seeds import SCANS, seeds


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SCANS])
def test_damaged_files_and_odd_texts_end_as_a_record_or_a_named_error(kind: str, tmp_path: Path) -> None:
    verdicts = [try_case(kind, number, tmp_path) for number in range(40 if kind == TEXT else 10)]
    assert any(verdict.read for verdict in verdicts)


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_is_made_from_its_number_alone(kind: str) -> None:
    assert make_case(kind, 7) == make_case(kind, 7)
    assert len({make_case(kind, number) for number in range(5)}) > 3


def test_every_format_that_is_read_is_damaged() -> None:
    same = {".docm", ".ott", ".text", ".markdown", ".htm", ".xhtml", ".jpeg", ".png", ".tif", ".tiff", ".bmp"}
    assert readable_suffixes() == seeds().keys() | same
