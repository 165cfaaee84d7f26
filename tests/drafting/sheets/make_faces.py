"""Writes assistant/drafting/sheets/faces.toml: how wide the characters of two families of type are.

Read from the Liberation fonts, whose letters are as wide as those of Times New Roman and Arial. Run by hand:
`python -m tests.drafting.sheets.make_faces /usr/share/fonts/truetype/liberation`.
"""

import struct
import sys
from collections import defaultdict
from pathlib import Path

from tests.drafting.desk import REPOSITORY

_FAMILIES = {"serif": "LiberationSerif", "sans": "LiberationSans"}
_STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
_CHARACTERS = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040), 0x20AC, 0x2122)]
_USUAL = 500
"""Width of every character that is not listed."""
_INTRODUCTION = """\
# How wide the characters of two families of type are, in thousandths of the size of the type, by width; what is not
# listed is {usual} wide. Written by tests/drafting/sheets/make_faces.py from the Liberation fonts, whose letters are as
# wide as those of Times New Roman and Arial. `line` is the height of a line, in sizes of the type.
"""


def main(folder: Path) -> None:
    """Write the file."""
    lines = [_INTRODUCTION.format(usual=_USUAL)]
    for family, name in _FAMILIES.items():
        fonts = {style: _Font(folder / f"{name}-{suffix}.ttf") for style, suffix in _STYLES.items()}
        lines.append(f"[{family}]\nline = {fonts['regular'].line}\n")
        for style, font in fonts.items():
            lines += [f"[{family}.{style}]", *font.table(), ""]
    path = REPOSITORY / "assistant" / "drafting" / "sheets" / "faces.toml"
    path.write_text("\n".join(lines).rstrip() + "\n", "utf-8")


class _Font:
    """The tables of a TrueType file that tell widths: head, hhea, hmtx and cmap in its format 4."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        count = struct.unpack_from(">H", self._data, 4)[0]
        entries = (struct.unpack_from(">4sLLL", self._data, 12 + 16 * index) for index in range(count))
        self._tables = {name.decode("ascii"): offset for name, _, offset, _ in entries}
        self._size = self._number("head", 18)
        self._glyphs = self._read_characters()

    @property
    def line(self) -> float:
        """Height of a line: what rises, what hangs, and the gap."""
        rises, hangs, gap = struct.unpack_from(">hhh", self._data, self._tables["hhea"] + 4)
        return float(round((rises - hangs + gap) / self._size, 3))

    def table(self) -> list[str]:
        """A line for each width."""
        by_width = defaultdict(list)
        for character in _CHARACTERS:
            if ord(character) in self._glyphs:
                by_width[self._width(character)].append(character)
        return [
            f"{width} = {_quoted(''.join(characters))}"
            for width, characters in sorted(by_width.items())
            if width != _USUAL
        ]

    def _width(self, character: str) -> int:
        last = self._number("hhea", 34) - 1
        return round(1000 * self._number("hmtx", 4 * min(self._glyphs[ord(character)], last)) / self._size)

    def _read_characters(self) -> dict[int, int]:
        start = self._tables["cmap"]
        count = self._number("cmap", 2)
        for index in range(count):
            offset = start + struct.unpack_from(">HHL", self._data, start + 4 + 8 * index)[2]
            if struct.unpack_from(">H", self._data, offset)[0] == 4:
                return self._read_segments(offset)
        raise ValueError("no table of characters in format 4")

    def _read_segments(self, offset: int) -> dict[int, int]:
        count = struct.unpack_from(">H", self._data, offset + 6)[0] // 2
        at = offset + 14
        ends, starts, deltas, ranges = (
            struct.unpack_from(f">{count}H", self._data, at + place)
            for place in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2)
        )
        made = {}
        for index in range(count):
            for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
                glyph = code
                if ranges[index]:
                    place = at + 6 * count + 2 + 2 * index + ranges[index] + 2 * (code - starts[index])
                    glyph = struct.unpack_from(">H", self._data, place)[0]
                made[code] = (glyph + deltas[index]) % 0x10000
        return made

    def _number(self, table: str, offset: int) -> int:
        return int(struct.unpack_from(">H", self._data, self._tables[table] + offset)[0])


def _quoted(characters: str) -> str:
    escaped = (
        characters.replace("\\", "\\\\").replace('"', '\\"').replace("\u00ad", "\\u00AD").replace("\u00a0", "\\u00A0")
    )
    return f'"{escaped}"'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
