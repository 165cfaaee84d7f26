"""A new office: its folders and settings, and on wish the two precedents the program brings along."""

import json
import re
from pathlib import Path

from assistant.folders import shipped
from assistant.model.display import one_line
from assistant.model.precedent import Precedent
from assistant.precedents.files import FileShelf
from assistant.storage import make_folder, overwrite_file

_FOLDERS = ("precedents", "precedents/people", "letter_templates", "drafts", "letters")
_PARTICULAR = re.compile(r'^(?P<key>name|group|country|gender) = "[^"\n]*"', re.MULTILINE)
"""What the settings that come along say of one Member alone."""
_ROOM = re.compile(r'(?<=^lines = \[)"[^"\n]* \d+G\d+", ', re.MULTILINE)


def make_office(folder: Path, *, member: str = "", examples: bool = False) -> Path:
    """Make an office folder and return it; what already stands there is left alone. Raises StorageError.

    It is the office of `member`; the documents that come along are letters of Ana Gomes, whose office it is when nobody
    else is named. What only the new office knows, its settings leave open.
    """
    for name in _FOLDERS:
        make_folder(folder / name)
    settings = shipped("letter_templates") / "office.toml"
    if examples and not member.strip():
        _copy(settings, folder / "letter_templates")
    else:
        _write(folder / "letter_templates" / settings.name, _settings_of(member, settings.read_text("utf-8")).encode())
    for file in sorted(shipped("precedents").rglob("*")) if examples else ():
        if file.is_file():
            _copy(file, (folder / "precedents" / file.relative_to(shipped("precedents"))).parent)
    return folder


def examples() -> tuple[Precedent, ...]:
    """The precedents the program brings along, newest first."""
    shelf = FileShelf(shipped("precedents"), shipped("precedents") / ".assistant")
    names = sorted((path.stem for path in shipped("precedents").glob("[12]*/*.json")), reverse=True)
    return tuple(shelf.get(name).precedent for name in names)


def _settings_of(member: str, settings: str) -> str:
    def leave_open(line: re.Match[str]) -> str:
        if line["key"] == "gender":
            return f"# {line[0]}"
        value = one_line(member).strip() if line["key"] == "name" else ""
        return f"{line['key']} = {json.dumps(value, ensure_ascii=False)}"

    return _ROOM.sub("", _PARTICULAR.sub(leave_open, settings))


def _copy(file: Path, to: Path) -> None:
    _write(to / file.name, file.read_bytes())


def _write(file: Path, data: bytes) -> None:
    if not file.exists():
        overwrite_file(file, data)
