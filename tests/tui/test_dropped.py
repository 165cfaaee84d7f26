import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.tui import dropped
from assistant.tui.dropped import dropped_files


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two files with every character in their names that terminals write in a way of their own."""
    folder = tmp_path / "Réponses du 23 mai"
    folder.mkdir()
    first, second = folder / "Reply (Mr O'Brien) & annex.pdf", folder / "[bold] 100% «ü».docx"
    first.touch()
    second.touch()
    return first, second


def backslashed(path: Path) -> str:
    return "".join(f"\\{letter}" if letter in " ()'&[]«»" else letter for letter in str(path))


WRITTEN: dict[str, Callable[[Path], str]] = {
    "plain": str,
    "GNOME Terminal: quoted as the shell wants it": lambda path: shlex.quote(str(path)),
    "macOS, iTerm: a backslash before what is odd": backslashed,
    "address": lambda path: path.as_uri(),
    "double quotes": lambda path: f'"{path}"',
}


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("end", ["", " ", "\n", "\r\n"])
def test_a_dropped_file_is_known_however_the_terminal_writes_it(files: tuple[Path, Path], way: str, end: str) -> None:
    assert dropped_files(WRITTEN[way](files[0]) + end) == (files[0],)


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("between", ["\n", "\r\n"])
def test_several_files_one_a_line(files: tuple[Path, Path], way: str, between: str) -> None:
    assert dropped_files(between.join(map(WRITTEN[way], files))) == files


@pytest.mark.parametrize("way", [way for way in WRITTEN if way != "plain"])
def test_several_files_on_one_line(files: tuple[Path, Path], way: str) -> None:
    assert dropped_files(" ".join(map(WRITTEN[way], files))) == files


def test_a_file_named_twice_is_dropped_once_and_a_folder_is_one_too(files: tuple[Path, Path]) -> None:
    assert dropped_files(f"{files[0]}\n{files[0]}") == files[:1]
    assert dropped_files(str(files[0].parent)) == (files[0].parent,)


def test_paths_of_windows_keep_their_backslashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dropped, "_exists", lambda path: str(path).startswith("C:\\Users\\"))
    assert [str(path) for path in dropped_files('"C:\\Users\\Anna K\\reply.pdf" C:\\Users\\new.docx')] == [
        "C:\\Users\\Anna K\\reply.pdf",
        "C:\\Users\\new.docx",
    ]
    assert [str(path) for path in dropped_files("C:\\Users\\Anna K\\reply.pdf")] == ["C:\\Users\\Anna K\\reply.pdf"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "illegal force",
        "letters",  # there may be a file of that name where the program was started
        "/nowhere/to/be/found.pdf",
        "/",  # replaced below: a file, and words behind it
        "'/half a quote",
        "/a\0b",
        "/" + "x" * 5_000,
        "/" + "x" * 100_000,
        "file://",
        "file:///%00",
    ],
)
def test_other_text_is_text(files: tuple[Path, Path], text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files[0].parent)
    (files[0].parent / "letters").touch()
    assert dropped_files(f"{files[0]} said no" if text == "/" else text) == ()
