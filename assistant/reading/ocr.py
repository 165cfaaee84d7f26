"""The program that reads pictures: tesseract, as the system has it.

It is called, never linked, and given one picture at a time through its standard input. It knows bytes and words, no
formats, pages of documents or losses. What is still running when nobody waits for it any more is ended.
"""

import os
import shutil
import subprocess
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, NamedTuple

ADVICE = "install tesseract-ocr and tesseract-ocr-script-latn (Tesseract with its language data “Latin”)"
"""What to do where the program is missing; half a sentence."""
_PLACES = (
    "C:/Program Files/Tesseract-OCR/tesseract.exe",
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    "/opt/local/bin/tesseract",
)
"""Where installers for Windows and macOS put it without telling the path."""
_LATIN = ("script/Latin", "Latin")
"""The data for all languages in Latin letters, under the names different systems give it."""
_OTHERS = ("pol", "fra", "deu", "spa", "ita", "eng")
_TURNS = "osd"
_AT_ONCE = 2
"""So many pictures are read side by side."""
_ANSWER_SECONDS = 20
_WORD_LEVEL = "5"
_COLUMNS = 12
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Word(NamedTuple):
    """A word and its place in dots from the upper left corner; `line` tells words of one line from those of others."""

    text: str
    page: int
    line: tuple[int, int, int]
    """Numbers of its block, of the paragraph in it, of the line in that."""
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    """From 0 to 100, as the program judges itself."""


class Seen(NamedTuple):
    """What the program made of a picture."""

    pages: tuple[tuple[int, int], ...] = ()
    """Width and height of each page in dots; a TIFF may hold several."""
    words: tuple[Word, ...] = ()
    failure: str = ""
    """Why there is nothing: the end of “it was not read: …”; empty when it was read."""


class Tesseract(NamedTuple):
    """The program, and the language data it is to use."""

    program: str
    languages: str
    knows_accents: bool = True
    """Whether the data covers every language in Latin letters."""
    knows_turns: bool = True
    """Whether there is data to tell a page that lies on its side or upside down."""

    def see(
        self, pictures: Iterable[bytes], seconds: float, dots_per_inch: int | None = None
    ) -> Generator[Seen, None, None]:
        """What stands in each picture, in their order; a few are read side by side, `seconds` allowed for each."""
        running: deque[_Run] = deque()
        try:
            for picture in pictures:
                running.append(_Run(self, picture, seconds, dots_per_inch))
                if len(running) == _AT_ONCE:
                    yield running.popleft().seen()
            while running:
                yield running.popleft().seen()
        finally:
            for run in running:
                run.end()


def find_tesseract() -> Tesseract | None:
    """The program with the best language data there is; None where it, or all data, is missing."""
    program = shutil.which("tesseract") or next((place for place in _PLACES if Path(place).is_file()), None)
    installed = _installed_languages(program) if program else frozenset()
    knows_turns = _TURNS in installed
    installed -= {_TURNS, "equ"}
    if program is None or not installed:
        return None
    latin = next((name for name in _LATIN if name in installed), None)
    if latin:
        return Tesseract(program, latin, knows_turns=knows_turns)
    known = [name for name in _OTHERS if name in installed] or sorted(installed)[: len(_OTHERS)]
    return Tesseract(program, "+".join(known), knows_accents=False, knows_turns=knows_turns)


@cache
def _installed_languages(program: str) -> frozenset[str]:
    """Asked once for each program."""
    try:
        asked = subprocess.run(
            [program, "--list-langs"], stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
            errors="replace", timeout=_ANSWER_SECONDS, check=False, creationflags=_NO_WINDOW,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    names = (line.strip().replace("\\", "/") for line in asked.stdout.splitlines()[1:])
    return frozenset(name for name in names if name)


class _Run:
    """The program at work on one picture; what goes in and out lies in files without name, so that no pipe fills up."""

    def __init__(self, tesseract: Tesseract, picture: bytes, seconds: float, dots_per_inch: int | None) -> None:
        self._seconds, self._until = seconds, monotonic() + seconds
        with ExitStack() as files:
            given, self._said, self._complained = (files.enter_context(TemporaryFile()) for _ in range(3))
            given.write(picture)
            given.seek(0)
            self._process = subprocess.Popen(
                _command(tesseract, dots_per_inch),
                stdin=given, stdout=self._said, stderr=self._complained, creationflags=_NO_WINDOW,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )  # fmt: skip
            self._files = files.pop_all()

    def seen(self) -> Seen:
        """Wait for the answer and hand it over; ends the program when it takes too long."""
        try:
            code = self._process.wait(max(0.0, self._until - monotonic()))
            return _parse(_content(self._said)) if code == 0 else Seen(failure=self._complaint())
        except subprocess.TimeoutExpired:
            return Seen(failure=f"it took longer than {self._seconds:g} seconds")
        finally:
            self.end()

    def end(self) -> None:
        """End the program if it still runs; nothing of it is left behind."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._files.close()

    def _complaint(self) -> str:
        said = _content(self._complained).strip().splitlines()
        return f"tesseract says “{said[-1].strip().rstrip('.')}”" if said else "tesseract broke off"


def _command(tesseract: Tesseract, dots_per_inch: int | None) -> list[str]:
    resolution = ["--dpi", str(dots_per_inch)] if dots_per_inch else []
    mode = "1" if tesseract.knows_turns else "3"
    settings = ["-l", tesseract.languages, "--psm", mode, *resolution, "-c", "tessedit_create_tsv=1"]
    return [tesseract.program, "stdin", "stdout", *settings]


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _parse(table: str) -> Seen:
    """Words and pages of the table that the program prints: its level, five numbers, the place."""
    pages: list[tuple[int, int]] = []
    words: list[Word] = []
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) < _COLUMNS - 1:
            continue
        page, block, paragraph, line, _, left, top, width, height = map(int, cells[1:10])
        if cells[0] == "1":
            pages.append((width, height))
        elif cells[0] == _WORD_LEVEL and cells[-1].strip():
            place = (left, top, left + width, top + height)
            words.append(Word(cells[-1].strip(), page, (block, paragraph, line), *place, float(cells[10])))
    return Seen(tuple(pages), tuple(words), "" if pages else "tesseract gave no answer")
