"""`{%-` and `-%}`: a tag drawn to its neighbours, as docxtpl does it; long conditions may stand on lines of their own.

Only line breaks and the ends of paragraphs between the tag and its neighbour go; no letter does.
"""

from assistant.drafting.word.parts.wordml import (
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    TEXT,
    Element,
    parent_of,
    text_of,
    w,
)
from assistant.drafting.word.templates.marks import Marked

_LINE_ENDS = {w("br"), w("cr")}


def merge_paragraphs(marked: Marked) -> None:
    """Draw every tag that asks for it to its neighbours."""
    for tag, mark in list(zip(marked.tags, marked.marks, strict=True)):
        if tag.joins_before and not _drop_break(mark, preceding=True):
            _merge(parent_of(mark).getprevious(), parent_of(mark))
        if tag.joins_after and not _drop_break(mark, preceding=False):
            _merge(parent_of(mark), parent_of(mark).getnext())


def _drop_break(mark: Element, *, preceding: bool) -> bool:
    """Whether something printed stands on that side; a line break that comes first is taken out."""
    for sibling in mark.itersiblings(preceding=preceding):
        if sibling.tag == PARAGRAPH_PROPERTIES:
            return False
        printed = (
            [child for child in sibling if child.tag in _LINE_ENDS or child.tag == TEXT] if sibling.tag == RUN else []
        )
        if printed:
            nearest = printed[-1] if preceding else printed[0]
            if nearest.tag in _LINE_ENDS:
                parent_of(nearest).remove(nearest)
            return True
        if not isinstance(sibling.tag, str) or text_of(sibling):
            return True
    return False


def _merge(earlier: Element | None, later: Element | None) -> None:
    if earlier is None or later is None or {earlier.tag, later.tag} != {PARAGRAPH}:
        return
    if later.find(f"{PARAGRAPH_PROPERTIES}/{w('sectPr')}") is not None:
        return
    earlier.extend([child for child in later if child.tag != PARAGRAPH_PROPERTIES])
    parent_of(later).remove(later)
