"""The fields of a part: what Word puts in by itself, and fetches, when a letter is opened, printed or merged."""

from collections.abc import Iterator

from assistant.drafting.word.parts.wordml import Element, w


def read_fields(root: Element) -> Iterator[tuple[str, Element]]:
    """The first word of every field code, in capitals, with its node; Word may cut a code over runs."""
    codes: list[tuple[str, Element]] = []
    for node in root.iter(w("fldChar"), w("instrText"), w("fldSimple")):
        if node.tag == w("instrText") and codes:
            codes[-1] = (codes[-1][0] + (node.text or ""), codes[-1][1])
        else:
            codes.append((node.get(w("instr"), node.text or ""), node))
    return ((code.split()[0].upper(), node) for code, node in codes if code.strip())
