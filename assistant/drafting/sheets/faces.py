"""How wide words are in the type of a letter. Two families are known letter by letter; others are likened to them."""

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = 500
"""Width of a character that is not listed, in thousandths of the size of the type."""
_SANS, _SERIF = "sans", "serif"


class _Likeness(NamedTuple):
    """A family that is not measured: as a measured one, but wider or narrower, with another height of lines."""

    family: str
    width: float
    line: float


_LIKE = MappingProxyType(
    {
        "calibri": _Likeness(_SANS, 0.90, 1.22),
        "carlito": _Likeness(_SANS, 0.90, 1.22),
        "aptos": _Likeness(_SANS, 0.96, 1.28),
        "verdana": _Likeness(_SANS, 1.16, 1.215),
        "tahoma": _Likeness(_SANS, 0.98, 1.207),
        "segoe ui": _Likeness(_SANS, 0.99, 1.33),
        "cambria": _Likeness(_SERIF, 1.06, 1.172),
        "caladea": _Likeness(_SERIF, 1.06, 1.172),
        "georgia": _Likeness(_SERIF, 1.10, 1.136),
        "garamond": _Likeness(_SERIF, 0.92, 1.125),
        "book antiqua": _Likeness(_SERIF, 1.07, 1.25),
        "palatino linotype": _Likeness(_SERIF, 1.07, 1.35),
    }
)
"""By the name of the font; the factors were taken from a page of running text."""
_WITH_SERIFS = ("times", "serif", "roman", "garamond", "book", "century", "bodoni", "palatino")


class Face(NamedTuple):
    """One style of a family."""

    widths: "Mapping[str, int]"
    """Of characters, in thousandths of the size."""
    line: float
    """Height of a line, in sizes."""
    factor: float = 1.0

    def width(self, text: str, size: float) -> float:
        """Width of words in points, `size` being that of the type."""
        get = self.widths.get
        return sum(get(character, _USUAL) for character in text) * size * self.factor / 1000


@cache
def face_of(font: str, *, bold: bool = False, italic: bool = False) -> Face:
    """The face of a font by its name."""
    name = font.casefold()
    serif = any(word in name for word in _WITH_SERIFS) and "sans" not in name
    like = _LIKE.get(name) or _Likeness(_SERIF if serif else _SANS, 1.0, 0.0)
    style = "_".join(word for word, wanted in (("bold", bold), ("italic", italic)) if wanted)
    measured = _measured(like.family, style or "regular")
    return measured._replace(line=like.line or measured.line, factor=like.width)


@cache
def _measured(family: str, style: str) -> Face:
    table = _tables()[family]
    widths = {character: int(width) for width, characters in table[style].items() for character in characters}
    return Face(widths, table["line"])


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("assistant.drafting.sheets").joinpath("faces.toml").read_text("utf-8"))
