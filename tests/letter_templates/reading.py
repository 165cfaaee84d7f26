"""A Word letter as a person reads it: letterhead, text with the signs of lists and the marks of notes, tables, notes.

Empty lines stand between paragraphs; the cells of a row stand on one line.
"""

from collections import Counter
from collections.abc import Iterator
from string import ascii_uppercase

from lxml import etree

from tests.drafting.desk import parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_letter(data: bytes) -> str:
    """The letter as text, ending in a line end."""
    xml = parts(data)
    body = xml["word/document.xml"][0]
    marks = {mark.get(f"{_W}id"): number for number, mark in enumerate(body.iter(f"{_W}footnoteReference"), 1)}
    head = [_words(paragraph, marks) for paragraph in xml["word/header1.xml"].iter(f"{_W}p")]
    running = " | ".join(_words(paragraph, marks) for paragraph in xml["word/header2.xml"].iter(f"{_W}p"))
    notes = (note for note in xml.get("word/footnotes.xml", ()) if note.get(f"{_W}id") in marks)
    foot = [f"[{marks[note.get(f'{_W}id')]}]{_words(note, marks)}" for note in notes]
    blocks = ["\n".join(filter(None, head)), f"(on further pages: {running})", *_blocks(body, marks), "\n".join(foot)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _blocks(body: etree._Element, marks: dict[str | None, int]) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for block in body:
        if block.tag == f"{_W}tbl":
            yield "\n".join(
                " | ".join(_words(cell, marks) for cell in row.iter(f"{_W}tc")) for row in block.iter(f"{_W}tr")
            )
        elif words := _words(block, marks):
            yield _sign(block, counted) + words


def _sign(paragraph: etree._Element, counted: Counter[str]) -> str:
    """What Word puts before an item of a list; every list counts for itself."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else style.get(f"{_W}val", "").removesuffix("Kept")
    if name == "LetterBulleted":
        return "– "
    if name not in ("LetterNumbered", "LetterLettered"):
        return ""
    own = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    kind = name if own is None else str(own.get(f"{_W}val"))
    counted[kind] += 1
    return f"{counted[kind]}. " if name == "LetterNumbered" else f"{ascii_uppercase[counted[kind] - 1]}. "


def _words(node: etree._Element, marks: dict[str | None, int]) -> str:
    words = ""
    for part in node.iter(f"{_W}t", f"{_W}tab", f"{_W}footnoteReference"):
        if part.tag == f"{_W}footnoteReference":
            words += f"[{marks[part.get(f'{_W}id')]}]"
        else:
            words += " | " if part.tag == f"{_W}tab" else part.text or ""
    return words
