"""A new office: its folders and settings, and on wish the two precedents the program brings along."""

from pathlib import Path

from assistant.folders import shipped
from assistant.model.precedent import Precedent
from assistant.precedents.files import FileShelf
from assistant.storage import make_folder, overwrite_file

_FOLDERS = ("precedents", "precedents/people", "letter_templates", "drafts", "letters")


def make_office(folder: Path, *, examples: bool = False) -> Path:
    """Make an office folder and return it; what already stands there is left alone. Raises StorageError."""
    for name in _FOLDERS:
        make_folder(folder / name)
    _copy(shipped("letter_templates") / "office.toml", folder / "letter_templates")
    for file in sorted(shipped("precedents").rglob("*")) if examples else ():
        if file.is_file():
            _copy(file, (folder / "precedents" / file.relative_to(shipped("precedents"))).parent)
    return folder


def examples() -> tuple[Precedent, ...]:
    """The precedents the program brings along, newest first."""
    shelf = FileShelf(shipped("precedents"), shipped("precedents") / ".assistant")
    names = sorted((path.stem for path in shipped("precedents").glob("[12]*/*.json")), reverse=True)
    return tuple(shelf.get(name).precedent for name in names)


def _copy(file: Path, to: Path) -> None:
    if not (to / file.name).exists():
        overwrite_file(to / file.name, file.read_bytes())
