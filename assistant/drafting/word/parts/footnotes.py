"""Real Word footnotes: made from values, joined with those of the template, numbered in the order of the document.

Word pairs a mark with its note by id, LibreOffice the k-th mark with the k-th smallest id: only ids that ascend through
the document put the right source under a sentence in both. So all are numbered anew after every filling, notes without
a mark are dropped, and a note whose mark a loop repeats is repeated with it.
"""

from collections.abc import Callable
from copy import deepcopy

from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.styles import Styles, styles_part
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    FOOTNOTES,
    ID,
    OFFICE,
    RUN,
    RUN_PROPERTIES,
    SETTINGS,
    WORD,
    Element,
    element,
    fragment,
    number_of,
    parent_of,
    parse_part,
    w,
    write_part,
)

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SPACING = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_EMPTY = (
    f'<w:footnotes xmlns:w="{WORD}" xmlns:r="{OFFICE}">'
    f'<w:footnote w:type="separator" w:id="-1"><w:p>{_SPACING}<w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    f"<w:p>{_SPACING}<w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)
_AFTER_FOOTNOTES = frozenset(
    {
        "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
        "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    }
)  # fmt: skip
"""ECMA-376 part 1, 17.15.1.78: what stands behind w:footnotePr in the settings."""
_SEPARATING = {w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")}


def prepare(package: Package, styles: Styles) -> Package:
    """A copy of the package that can hold footnotes and links: part, separators, settings and styles are there."""
    ready = package.copy()
    ready.parts[styles_part(ready)] = styles.completed()
    if ready.related(DOCUMENT, "footnotes") is None:
        ready.parts[FOOTNOTES] = _EMPTY.encode()
        ready.declare(FOOTNOTES, _CONTENT_TYPE)
        ready.relate(DOCUMENT, f"{OFFICE}/footnotes", FOOTNOTES)
    _set_up(ready)
    return ready


def _set_up(package: Package) -> None:
    """Name the separators in the settings, at the place the schema asks for."""
    name = package.related(DOCUMENT, "settings") or SETTINGS
    if name not in package.parts:
        return
    root = parse_part(package.parts[name])
    if root.find(w("footnotePr")) is not None:
        return
    properties = element("footnotePr")
    notes = parse_part(package.parts[package.related(DOCUMENT, "footnotes") or FOOTNOTES])
    properties.extend(element("footnote", id=note.get(ID, "")) for note in notes if _separates(note))
    following = next((child for child in root if str(child.tag).rpartition("}")[2] in _AFTER_FOOTNOTES), None)
    if following is None:
        root.append(properties)
    else:
        following.addprevious(properties)
    package.parts[name] = write_part(root)


def make_note(words: str, styles: Styles) -> Element:
    """A footnote of these runs, without a number."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="{styles.mark}"/></w:rPr><w:footnoteRef/></w:r>'
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    properties = f'<w:pPr><w:pStyle w:val="{styles.note}"/></w:pPr>'
    return fragment(f"<w:footnote><w:p>{properties}{mark}{space}{words}</w:p></w:footnote>")


def renumber(document: Element, notes: Element, kind: str, made: Callable[[str], Element | None]) -> bool:
    """Number the notes of a kind (footnote, endnote) in the order of the document; whether anything changed.

    `made` gives the note for the id of a mark that the notes part does not know; a mark without a note is taken out.
    """
    known = {note.get(ID, ""): note for note in notes if not _separates(note)}
    first = 1 + max((number_of(note) for note in notes if _separates(note)), default=0)
    kept: list[Element] = []
    before: list[str] = []
    met: set[str] = set()
    for mark in list(document.iter(w(f"{kind}Reference"))):
        identifier = mark.get(ID, "")
        note = known[identifier] if identifier in known else made(identifier)
        if note is None:
            parent_of(mark).remove(mark)
            continue
        mark.set(ID, str(first + len(kept)))
        before.append(identifier)
        kept.append(deepcopy(note) if identifier in met else note)
        met.add(identifier)
    after = [str(first + index) for index in range(len(kept))]
    if before == after == list(known):
        return False
    notes[:] = [note for note in notes if _separates(note)]
    for identifier, note in zip(after, kept, strict=True):
        note.set(ID, identifier)
        notes.append(note)
    return True


def separate_marks(document: Element) -> bool:
    """Put a raised comma between two marks that touch, which would print as one number; whether there were any."""
    changed = False
    for mark in list(document.iter(w("footnoteReference"))):
        run = parent_of(mark)
        following = next((sibling for sibling in run.itersiblings() if sibling.tag not in _SEPARATING), None)
        if following is not None and following.tag == RUN and _content(following)[:1] == [w("footnoteReference")]:
            comma = deepcopy(run)
            comma[:] = [child for child in comma if child.tag == RUN_PROPERTIES]
            text = element("t")
            text.text = ","
            comma.append(text)
            run.addnext(comma)
            changed = True
    return changed


def _content(run: Element) -> list[object]:
    return [child.tag for child in run if child.tag != RUN_PROPERTIES]


def _separates(note: Element) -> bool:
    return note.get(w("type"), "normal") != "normal"
