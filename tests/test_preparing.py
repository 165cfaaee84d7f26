import copy
import os
import shutil
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from email.message import EmailMessage
from pathlib import Path

import pytest

from assistant import preparing
from assistant.errors import MissingExtraError
from assistant.model.mention import TaggerName
from assistant.preparing import Prepared, Refused, prepare_all
from tests.conftest import LETTERS

LETTER = "Brussels, 3 March 2020\n\nDear Mr Novak,\n\nWe will visit the prison in May.\n\nYours sincerely,\n"


def write_letters(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(LETTER, "utf-8")
    return paths


def prepare_or_die(paths: Sequence[Path]) -> list[tuple[Prepared | Refused, ...]]:
    """Stands in for a reader whose library brings the process down."""
    if any(path.stem == "deadly" for path in paths):
        os.kill(os.getpid(), signal.SIGTERM)
    return preparing._prepare_handful(paths)


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_becomes_of_each_file_comes_in_the_order_named(tmp_path: Path, jobs: int) -> None:
    paths = write_letters(tmp_path, 20)
    paths[7].write_bytes(b"")
    prepared = list(prepare_all(paths, jobs))
    assert [batch[0].name for batch in prepared] == [str(path) for path in paths]
    assert [isinstance(batch[0], Refused) for batch in prepared] == [number == 7 for number in range(20)]


def test_what_hangs_on_a_mail_is_prepared_too(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Two letters"
    message.set_content("Please find two letters attached.")
    message.add_attachment(LETTER, filename="good.txt")
    message.add_attachment(b"", maintype="application", subtype="pdf", filename="empty.pdf")
    path = tmp_path / "mail.eml"
    path.write_bytes(message.as_bytes())
    [(mail, good, empty)] = prepare_all([path])
    assert isinstance(mail, Prepared)
    assert isinstance(good, Prepared)
    assert good.name == f"{path}: good.txt"
    assert "visit the prison" in good.source.text
    assert isinstance(empty, Refused)


def test_a_file_that_brings_its_process_down_is_named_and_the_rest_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [*write_letters(tmp_path, 20), tmp_path / "deadly.txt"]
    paths[-1].write_text(LETTER, "utf-8")
    paths.insert(2, paths.pop())
    submit = ProcessPoolExecutor.submit

    def submit_deadly(pool: object, _function: object, paths: Sequence[Path]) -> object:
        return submit(pool, prepare_or_die, paths)  # type: ignore[arg-type, unused-ignore] # the executor's own method, unbound

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit_deadly)
    refused = [outcome for batch in prepare_all(paths, 2) for outcome in batch if isinstance(outcome, Refused)]
    assert [outcome.name for outcome in refused] == [str(tmp_path / "deadly.txt")]
    assert "brought a process down" in refused[0].sentence


def test_several_processes_ask_the_chosen_tagger_as_one_does(tmp_path: Path) -> None:
    paths = [
        Path(shutil.copy(LETTERS / "exchanges" / f"delegation-{part}.txt", tmp_path)) for part in ("inquiry", "reply")
    ]
    usual, alone, together = (list(prepare_all(paths, jobs, tagger)) for jobs, tagger in _CHOICES)
    assert together == alone
    assert alone != usual


_CHOICES: tuple[tuple[int, TaggerName], ...] = ((1, "crf"), (1, "smart"), (2, "smart"))


def test_what_is_missing_is_told_alike_by_another_process() -> None:
    error = MissingExtraError("smart", "The larger tagger")
    assert str(copy.copy(error)) == str(error)  # made anew from its arguments, as between processes
    assert (
        str(error)
        == "The larger tagger needs a part that is not installed: pip install 'correspondence-assistant[smart]'."
    )
