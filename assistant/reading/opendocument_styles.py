"""What the styles of an OpenDocument text say about paragraphs: space above and below, and marks of lists."""

import re
from functools import cached_property

from lxml import etree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMATTING = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LENGTH = re.compile(r"([\d.]+)(cm|mm|in|pt|pc|px)$")
_TWENTIETHS = {"cm": 566.9, "mm": 56.69, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}
_DEEPEST = 12
"""Styles that inherit from one another more often than this go in a circle."""


class Styles:
    """The styles of one document, those of its content before the shared ones."""

    def __init__(self, *parts: etree._Element | None) -> None:
        self._parts = [part for part in parts if part is not None]

    @cached_property
    def _paragraphs(self) -> dict[str, etree._Element]:
        found = [style for part in reversed(self._parts) for style in part.iter(f"{_STYLE}style")]
        return {style.get(f"{_STYLE}name", ""): style for style in found}

    @cached_property
    def _lists(self) -> dict[str, etree._Element]:
        found = [style for part in reversed(self._parts) for style in part.iter(f"{TEXT}list-style")]
        return {style.get(f"{_STYLE}name", ""): style for style in found}

    def space(self, style: str) -> tuple[int, int]:
        """Space before and after a paragraph of this style, in twentieths of a point."""
        return self._margin(style, "margin-top"), self._margin(style, "margin-bottom")

    def numbers(self, style: str, level: int) -> str:
        """The mark of an item, with {} for its number: "{}. "; a dash for lists without numbers."""
        levels = self._lists[style].iterchildren() if style in self._lists else ()
        for each in levels:
            if each.get(f"{TEXT}level") == str(level) and str(each.tag).endswith("level-style-number"):
                prefix, suffix = each.get(f"{_STYLE}num-prefix", ""), each.get(f"{_STYLE}num-suffix", ".")
                if each.get(f"{_STYLE}num-format") == "1":
                    return f"{_plain(prefix)}{{}}{_plain(suffix)} "
        return "- "

    def _margin(self, style: str, name: str) -> int:
        for _ in range(_DEEPEST):
            found = self._paragraphs.get(style)
            if found is None:
                return 0
            properties = found.find(f"{_STYLE}paragraph-properties")
            written = None if properties is None else properties.get(f"{_FORMATTING}{name}")
            length = _LENGTH.match(written) if written else None
            if length:
                return round(float(length[1]) * _TWENTIETHS[length[2]])
            style = found.get(f"{_STYLE}parent-style-name", "")
        return 0


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "")
