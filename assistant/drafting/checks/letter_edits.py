"""Findings about the sentences of an edited letter: what was changed, added, deleted and moved, ours and theirs.

To edit a letter is nobody's mistake: these are notes. Another date or addressee is worth a warning.
"""

from collections.abc import Iterator, Sequence

from assistant.drafting.checks.located import Located
from assistant.drafting.edits import Edit, Edited, Fates, Sentence
from assistant.drafting.provenance import Provenance
from assistant.model.finding import Severity


def check_edits(provenance: Provenance, fates: Fates, told: Sequence[int]) -> Iterator[Located]:
    """Tell every edit but those of sentences about which something else is told, at the offsets `told`."""
    edits = [edit for edit in fates.edits if not _is_told(edit, told)]
    addressee = [edit for edit in edits if _is_addressee(edit, provenance)]
    if addressee:
        addressee += [edit for edit in edits if _is_in_new_head(edit, fates, provenance)]
        yield _addressee(addressee)
    at = 0
    for together in _grouped([edit for edit in edits if edit not in addressee]):
        first = together[0]
        at = first.theirs.start if first.theirs else at
        yield _date(first, at) if _is_date(first, provenance) else _edited(first.kind, together, at)


def _grouped(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Sentences added, deleted or moved side by side in one paragraph are told together."""
    group: list[Edit] = []
    for edit in edits:
        if group and (edit.kind is Edited.CHANGED or _place(edit) != _place(group[-1])):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _place(edit: Edit) -> tuple[Edited, int]:
    sentence = edit.theirs or edit.ours
    return edit.kind, sentence.paragraph if sentence else 0


def _is_told(edit: Edit, told: Sequence[int]) -> bool:
    return edit.theirs is not None and any(edit.theirs.start <= at < edit.theirs.end for at in told)


def _is_date(edit: Edit, provenance: Provenance) -> bool:
    return bool(provenance.date) and _is_of_head(edit, provenance) and provenance.date in _words(edit.ours)


def _is_addressee(edit: Edit, provenance: Provenance) -> bool:
    if edit.ours is None or not _is_of_head(edit, provenance):
        return False
    return any(edit.ours.words in line for line in provenance.addressee)


def _is_of_head(edit: Edit, provenance: Provenance) -> bool:
    return edit.ours is not None and edit.ours.paragraph < provenance.head


def _is_in_new_head(edit: Edit, fates: Fates, provenance: Provenance) -> bool:
    """Whether a line was added above the salutation: a new line of the address."""
    salutation = fates.kept.get(provenance.wording.span(provenance.head - 1)[0])
    return edit.kind is Edited.ADDED and bool(edit.theirs and salutation and edit.theirs.start < salutation.start)


def _addressee(edits: Sequence[Edit]) -> Located:
    ours = ", ".join(filter(None, (_words(edit.ours) for edit in edits)))
    theirs = ", ".join(filter(None, (_words(edit.theirs) for edit in edits)))
    return Located(
        at=0,
        code="letter-addressee-changed",
        severity=Severity.WARNING,
        message=f"The addressee was changed: “{theirs}”." if theirs else "The addressee was taken out.",
        quote=theirs,
        advice=f"It read: “{ours}”. See that salutation and closing fit.",
    )


def _date(edit: Edit, at: int) -> Located:
    theirs = _words(edit.theirs)
    return Located(
        at=at,
        code="letter-date-changed",
        severity=Severity.WARNING,
        message=f"The date was changed: “{theirs}”." if theirs else "The date was taken out.",
        quote=theirs,
        advice=f"It read: “{_words(edit.ours)}”. See that page headers and days in the text still fit.",
    )


def _edited(kind: Edited, edits: Sequence[Edit], at: int) -> Located:
    ours = " ".join(filter(None, (_words(edit.ours) for edit in edits)))
    theirs = " ".join(filter(None, (_words(edit.theirs) for edit in edits)))
    message, advice = {
        Edited.CHANGED: (f"Changed: “{theirs}”", f"It read: “{ours}”"),
        Edited.ADDED: (f"Added: “{theirs}”", ""),
        Edited.DELETED: (f"Deleted: “{ours}”", ""),
        Edited.MOVED: (f"Moved here: “{theirs}”", ""),
    }[kind]
    return Located(
        at=at,
        code=f"sentence-{kind}",
        severity=Severity.NOTE,
        message=message,
        quote=theirs or ours,
        advice=advice,
        placed=kind is not Edited.DELETED,
    )


def _words(sentence: Sentence | None) -> str:
    return " ".join(sentence.words.split()) if sentence else ""
