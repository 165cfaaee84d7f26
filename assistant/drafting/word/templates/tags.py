"""What a tag is: found in the text of a paragraph and taken apart. Knows no tree and evaluates nothing.

The syntax is docxtpl's: `{{ value }}`, `{% statement %}`, `{# comment #}`, with `p`, `tr`, `tc` or `r` right behind the
opening braces, `-` to join, and `{_{`, `}_}`, `{_%`, `%_}` for braces that are to be printed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from assistant.drafting.word.places import Place

_INSIDE = r"(?:(?!\{\{|\{%|\{#|\}\}|%\}|#\}).)*"
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#{_INSIDE}#\}}|\{{_\{{|\}}_\}}|\{{_%|%_\}}", re.DOTALL)
_HALF = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_SCOPE = re.compile(r"(tr|tc|p|r)\s+(?=\S)")
_QUOTED = re.compile("[“”‘’]")
_SPACE = re.compile(r"\s")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", '"': '"', "'": "'"}
_CLOSING = {"“": '“”"', "”": '“”"', "‘": "‘’'", "’": "‘’'", '"': '"', "'": "'"}


class TagKind(StrEnum):
    """What a tag does."""

    PRINT = "print"
    STATEMENT = "statement"
    COMMENT = "comment"
    LITERAL = "literal"
    """Braces that are to be printed."""
    PICTURE = "picture"
    """Set by the engine before a picture that takes a value; its text is the name of the value."""
    NOTE = "note"
    """Set by the engine before a footnote or endnote of the template; its text is the id of the note."""


_KINDS: Mapping[str, TagKind] = MappingProxyType({"{": TagKind.PRINT, "%": TagKind.STATEMENT, "#": TagKind.COMMENT})


class Tag(NamedTuple):
    """A tag taken apart."""

    kind: TagKind
    text: str
    """What it says: in straight quotation marks, without scope and dashes; for a literal the braces to print."""
    place: Place
    scope: str = ""
    """p, tr, tc or r: the paragraph, row, cell or run it takes the place of."""
    joins_before: bool = False
    """`{%-`: no line or paragraph ends between what stands before it and the tag."""
    joins_after: bool = False
    boxed: bool = False
    """Whether it stands in a text box, where Word allows no footnote."""


def find_tags(text: str) -> Iterator[re.Match[str]]:
    """The tags of a text, whole ones only."""
    return _TAG.finditer(text)


def half_written(text: str, tags: Sequence[re.Match[str]]) -> Iterator[str]:
    """Each pair of braces that is part of none of the tags, an opening one with the words behind it."""
    if len(tags) == 1 and tags[0].span() == (0, len(text)):
        return
    ends = [0, *(tag.end() for tag in tags)]
    starts = [*(tag.start() for tag in tags), len(text)]
    for end, start in zip(ends, starts, strict=True):
        for match in _HALF.finditer(text, end, start):
            yield text[match.start() : match.start() + 40].strip() if match[0][0] == "{" else match[0]


def read_tag(words: str, place: Place, *, boxed: bool = False) -> Tag:
    """Take a tag apart; `words` are a match of `find_tags`, `boxed` says that they stand in a text box."""
    if "_" in words[1:2]:
        return Tag(kind=TagKind.LITERAL, text=words[0] + words[2], place=place)
    kind = _KINDS[words[1]]
    inside = words[2:-2]
    before, after = inside.startswith("-"), len(inside) > 1 and inside.endswith("-")
    inside = _SPACE.sub(" ", inside[before : len(inside) - after])
    scope = _SCOPE.match(inside)
    return Tag(
        kind=kind,
        text=straight_quotation_marks(inside[scope.end() if scope else 0 :]).strip(),
        scope=scope[1] if scope else "",
        joins_before=before,
        joins_after=after,
        boxed=boxed,
        place=place,
    )


def straight_quotation_marks(text: str) -> str:
    """Word's “ ” ‘ ’ around a text in a tag made straight; inside such a text they stay as they are."""
    if not _QUOTED.search(text):
        return text
    written, closing = [], ""
    for letter in text:
        if not closing and letter in _CLOSING:
            closing = _CLOSING[letter]
            written.append(_STRAIGHT[letter])
        elif closing and letter in closing:
            closing = ""
            written.append(_STRAIGHT[letter])
        else:
            written.append(letter)
    return "".join(written)
