import os
import stat
import sys
from pathlib import Path

import pytest

from assistant.errors import NotOpenedError
from assistant.tui.desktop import open_file


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that opens files is a script of ours here."""
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose “xdg-open” does what the test writes into it."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    return tmp_path / "xdg-open"


def write_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_the_program_of_the_desktop_is_given_the_file(desktop: Path, tmp_path: Path) -> None:
    write_program(desktop, f'echo "$1" > "{tmp_path}/opened"')
    open_file(tmp_path / "a letter.pdf")
    assert (tmp_path / "opened").read_text("utf-8").strip() == str(tmp_path / "a letter.pdf")


def test_a_desktop_that_refuses_is_told(desktop: Path, tmp_path: Path) -> None:
    write_program(desktop, "exit 3")
    with pytest.raises(NotOpenedError, match="no program for it"):
        open_file(tmp_path / "letter.pdf")


def test_a_system_without_a_desktop_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotOpenedError, match="has no “xdg-open”"):
        open_file(tmp_path / "letter.pdf")


def test_a_program_that_cannot_run_is_told(desktop: Path, tmp_path: Path) -> None:
    desktop.write_bytes(b"\x7fELF nonsense")
    desktop.chmod(0o755)
    with pytest.raises(NotOpenedError, match="was not opened"):
        open_file(tmp_path / "letter.pdf")


def test_on_a_mac_it_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    write_program(tmp_path / "open", f'echo "$1" > "{tmp_path}/opened"')
    open_file(tmp_path / "a letter.pdf")
    assert (tmp_path / "opened").read_text("utf-8").strip() == str(tmp_path / "a letter.pdf")


def test_on_windows_it_is_what_windows_offers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    open_file(tmp_path / "a letter.pdf")
    assert opened == [tmp_path / "a letter.pdf"]


def test_windows_without_a_program_for_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(1155, "No application is associated with the specified file")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", refuse, raising=False)
    with pytest.raises(NotOpenedError, match="no application is associated"):
        open_file(tmp_path / "letter.pdf")
