"""Everything taken out of a Word file that is not the letter: who wrote it, how, when, from what.

Privacy: comments, tracked changes, hidden bookmarks, the numbers of editing sessions, custom XML and properties travel
with a file to its addressee. The words, the look and the footnotes stay as they are.
"""

import re

from assistant.drafting.word.parts.comments import drop_comments
from assistant.drafting.word.parts.footnotes import renumber
from assistant.drafting.word.parts.intake import admit, open_safely, refusing_damage
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.revisions import accept_revisions
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    ID,
    SETTINGS,
    WORD,
    WORD_2010,
    Element,
    parent_of,
    parse_part,
    w,
    write_part,
)
from assistant.drafting.word.templates.tidying import tidy

_WHOLE_FILE = frozenset({"extended-properties", "custom-properties", "thumbnail", "classificationlabels"})
"""Relations of the file to parts about it: company, hours spent, labels, a picture of the first page."""
_OF_THE_TEXT = frozenset({"customXml", "people", "glossaryDocument"})
_SETTINGS = frozenset(
    w(name)
    for name in (
        "rsids", "attachedTemplate", "docVars", "trackRevisions", "linkStyles", "documentProtection",
        "writeProtection", "saveThroughXslt", "mailMerge",
    )
)  # fmt: skip
"""What settings say of the people who edited a file and of their machines."""
_NODES = (w("proofErr"), w("dataBinding"), w("lastRenderedPageBreak"), w("permStart"), w("permEnd"))
_SESSION = re.compile(rf"\{{{re.escape(WORD)}\}}rsid\w*|\{{{re.escape(WORD_2010)}\}}(?:paraId|textId)")


def clear_letter(data: bytes, name: str = "letter") -> bytes:
    """The letter alone; equal letters give equal bytes.

    Raises RefusedTemplateError for what is no Word file, and for one that holds macros or fetches something.
    """
    package = open_safely(data, name)
    with refusing_damage(name):
        drop_comments(package)
        _drop_related(package, "", _WHOLE_FILE)
        _drop_related(package, DOCUMENT, _OF_THE_TEXT)
        _clear_settings(package)
        for part in [part for part in package.parts if part.startswith("word/") and part.endswith(".xml")]:
            package.parts[part] = _cleared(package.parts[part])
        _drop_lost_notes(package)
    return admit(package.write(), name).write()


def _drop_related(package: Package, holder: str, kinds: frozenset[str]) -> None:
    dropped = [line for line in package.relations(holder) if line.kind.rpartition("/")[2] in kinds]
    for line in dropped:
        for inner in package.relations(line.target):
            package.remove(inner.target)
        package.remove(line.target)
    if dropped:
        package.unrelate(holder, {line.id for line in dropped})


def _clear_settings(package: Package) -> None:
    name = package.related(DOCUMENT, "settings") or SETTINGS
    if name not in package.parts:
        return
    root = parse_part(package.parts[name])
    for child in [child for child in root if child.tag in _SETTINGS]:
        root.remove(child)
    package.parts[name] = write_part(root)
    tied = {line.id for line in package.relations(name) if line.external}
    if tied:
        package.unrelate(name, tied)


def _cleared(data: bytes) -> bytes:
    root = parse_part(data)
    changed = accept_revisions(root)
    if changed:
        tidy(root)
    for node in list(root.iter(*_NODES)):
        parent_of(node).remove(node)
        changed = True
    changed |= _drop_bookmarks(root)
    for node in root.iter():
        for key in [key for key in map(str, node.attrib) if _SESSION.fullmatch(key)]:
            del node.attrib[key]
            changed = True
    return write_part(root) if changed else data


def _drop_bookmarks(root: Element) -> bool:
    """Take out bookmarks that no reader sees and no field or link of the letter leads to."""
    codes = " ".join(node.text or "" for node in root.iter(w("instrText")))
    codes += " ".join(node.get(w("instr"), "") for node in root.iter(w("fldSimple")))
    wanted = {*codes.split(), *(link.get(w("anchor"), "") for link in root.iter(w("hyperlink")))}
    dropped = [mark for mark in root.iter(w("bookmarkStart")) if mark.get(w("name"), "") not in wanted]
    ids = {mark.get(ID) for mark in dropped}
    for mark in [*dropped, *(end for end in root.iter(w("bookmarkEnd")) if end.get(ID) in ids)]:
        parent_of(mark).remove(mark)
    return bool(dropped)


def _drop_lost_notes(package: Package) -> None:
    """A note whose mark was deleted under tracked changes would stay in the file, unseen and readable."""
    document = parse_part(package.parts[DOCUMENT])
    changed = False
    for kind in ("footnote", "endnote"):
        name = package.related(DOCUMENT, f"{kind}s")
        if name is not None and name in package.parts:
            notes = parse_part(package.parts[name])
            if renumber(document, notes, kind, lambda _: None):
                package.parts[name] = write_part(notes)
                changed = True
    if changed:
        package.parts[DOCUMENT] = write_part(document)
