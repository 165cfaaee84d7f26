"""Where things stand on disk: the folder of an office, and the files the program brings along.

Asked before anything else is, so it imports nothing but the language and reads no file.
"""

from functools import cache
from pathlib import Path

from assistant.errors import OfficeNotFoundError


def find_office(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds `precedents/`; raises OfficeNotFoundError."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / "precedents").is_dir():
            return folder
    raise OfficeNotFoundError(start)


@cache
def shipped(name: str) -> Path:
    """A folder the program brings along, `letter_templates` or `precedents`: from the wheel, else from the checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "shipped" / name
    return inside if inside.is_dir() else package.parent / name
