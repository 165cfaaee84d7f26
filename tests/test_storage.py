import errno
import os
import tempfile
from pathlib import Path

import pytest

from assistant.errors import ExternallyChangedError, OfficeBusyError, StorageError, UnreadableFileError
from assistant.storage import TEMPORARY_PREFIX, locked, overwrite_file, read_file, replacing, write_file


def test_a_file_is_written_over_the_one_that_was_seen(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "letter.md"
    first = write_file(path, b"one", seen=None)
    second = write_file(path, b"two", seen=first)
    assert read_file(path) == (b"two", second)


@pytest.mark.parametrize("seen", [None, "0" * 64])
def test_a_file_somebody_else_changed_is_left_alone(tmp_path: Path, seen: str | None) -> None:
    path = tmp_path / "letter.md"
    path.write_bytes(b"a colleague's")
    with pytest.raises(ExternallyChangedError, match=r"letter\.md was changed"):
        write_file(path, b"mine", seen=seen)
    assert path.read_bytes() == b"a colleague's"


def test_a_full_disk_leaves_what_stood_there_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.md"
    path.write_bytes(b"before")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="no space left on device"):
        overwrite_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert not list(tmp_path.glob(f"{TEMPORARY_PREFIX}*"))


def test_a_disk_that_takes_no_new_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(StorageError, match=r"letter\.md could not be written: read-only file system"):
        overwrite_file(tmp_path / "letter.md", b"after")


def test_what_is_broken_off_leaves_what_stood_there_and_no_scraps(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"before")

    def break_off() -> None:
        with replacing(path) as file:
            file.write(b"after")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert [path] == list(tmp_path.iterdir())
    assert path.read_bytes() == b"before"


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        read_file(tmp_path)


def test_whoever_waits_too_long_for_the_lock_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock), pytest.raises(OfficeBusyError, match="another assistant"), locked(lock, seconds=0.01):
        pass
    with locked(lock, seconds=0.01):
        assert lock.exists()
