"""The files a terminal means when somebody drops them on its window or pastes their names.

Every terminal writes them in its own way: in quotes, with backslashes, as addresses, one a line or all on one. Text
that is not wholly made of names of existing files is text.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 65_536
"""Characters; longer text is a letter somebody pastes, and not looked for on the disk."""

_BEGINS_LIKE_A_PATH = re.compile(r"""["']?(?:/|~/|\\\\|[A-Za-z]:[\\/]|file:)""")
_OF_WINDOWS = re.compile(r"""["']?(?:\\\\|[A-Za-z]:\\)""")


def dropped_files(text: str) -> tuple[Path, ...]:
    """The files and folders a pasted text names, each once; none when anything else stands in it."""
    words = text.strip()
    if len(words) > _LONGEST or not _BEGINS_LIKE_A_PATH.match(words):
        return ()
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return _all_existing(lines) or _all_existing(_split(words))


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words, posix=_OF_WINDOWS.match(words) is None)
    except ValueError:  # a quote without its other half
        return []


def _all_existing(names: Iterable[str]) -> tuple[Path, ...]:
    paths = [_path(name) for name in names]
    return tuple(dict.fromkeys(paths)) if all(map(_exists, paths)) else ()


def _path(name: str) -> Path:
    bare = name[1:-1] if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'" else name
    if bare.startswith("file:"):
        address = urlsplit(bare)
        return Path(url2pathname(address.path) if address.netloc in {"", "localhost"} else unquote(address.path))
    return Path(bare).expanduser() if bare.startswith("~") else Path(bare)


def _exists(path: Path) -> bool:
    try:
        return path.is_absolute() and path.exists()
    except (OSError, ValueError):  # a name no disk could hold
        return False
