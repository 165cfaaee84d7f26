"""What a tag is: found in the text of a paragraph and taken apart. Knows no tree and evaluates nothing.

The syntax is docxtpl's: `{{ value }}`, `{% statement %}`, `{# comment #}`, with `p`, `tr`, `tc` or `r` right behind the
opening braces, `-` to join, and `{_{`, `}_}`, `{_%`, `%_}` for braces that are to be printed.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from assistant.drafting.word.places import Place
from assistant.model.base import Value

Scope = Literal["", "p", "tr", "tc", "r"]

_INSIDE = r"(?:(?!\{\{|\{%|\{#|\}\}|%\}|#\}).)*"
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#{_INSIDE}#\}}|\{{_\{{|\}}_\}}|\{{_%|%_\}}", re.DOTALL)
_HALF = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_SCOPE = re.compile(r"(tr|tc|p|r)\s+(?=\S)")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", '"': '"', "'": "'"}
_CLOSING = {"“": '“”"', "”": '“”"', "‘": "‘’'", "’": "‘’'", '"': '"', "'": "'"}


class TagKind(StrEnum):
    """What a tag does."""

    PRINT = "print"
    STATEMENT = "statement"
    COMMENT = "comment"
    LITERAL = "literal"
    """Braces that are to be printed."""


class Tag(Value):
    """A tag taken apart."""

    kind: TagKind
    text: str
    """What it says: in straight quotation marks, without scope and dashes; for a literal the braces to print."""
    scope: Scope = ""
    joins_before: bool = False
    """`{%-`: no line or paragraph ends between what stands before it and the tag."""
    joins_after: bool = False
    place: Place


def find_tags(text: str) -> Iterator[re.Match[str]]:
    """The tags of a text, whole ones only."""
    return _TAG.finditer(text)


def half_written(text: str) -> Iterator[str]:
    """Each pair of braces that is part of no tag, with the words around it; opening ones can only be a mistake."""
    rest = _TAG.sub(lambda match: " " * len(match.group()), text)
    for match in _HALF.finditer(rest):
        yield text[match.start() : match.start() + 40].strip() if match.group()[0] == "{" else match.group()


def read_tag(words: str, place: Place) -> Tag:
    """Take a tag apart; `words` are a match of `find_tags`."""
    if "_" in words[1:2]:
        return Tag(kind=TagKind.LITERAL, text=words[0] + words[2], place=place)
    kind = {"{": TagKind.PRINT, "%": TagKind.STATEMENT, "#": TagKind.COMMENT}[words[1]]
    inside = words[2:-2]
    before, after = inside.startswith("-"), len(inside) > 1 and inside.endswith("-")
    inside = inside[before : len(inside) - after].replace("\u00a0", " ")
    scope = _SCOPE.match(inside)
    return Tag(
        kind=kind,
        text=straight_quotation_marks(inside[scope.end() if scope else 0 :]).strip(),
        scope=scope[1] if scope else "",  # type: ignore[arg-type]  # the pattern knows the four scopes alone
        joins_before=before,
        joins_after=after,
        place=place,
    )


def straight_quotation_marks(text: str) -> str:
    """Word's “ ” ‘ ’ around a text in a tag made straight; inside such a text they stay as they are."""
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
