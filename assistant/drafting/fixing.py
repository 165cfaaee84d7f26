"""Puts right in a draft what can be put right safely, and tells what was done. Knows no files.

Each finding brings its own fix; here is only how many are applied at once: from behind, none over another, until no
finding brings one any more.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from assistant.model.base import Value
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Fix

_MOST_ROUNDS = 5
"""A fix can uncover another; two that undo each other must not go on for ever."""


class FixedDraft(Value):
    """A draft after its fixes, and the findings that were put right."""

    draft: Draft
    done: tuple[Finding, ...] = ()


def fix_draft(draft: Draft, check: Callable[[Draft], Sequence[Finding]]) -> FixedDraft:
    """Apply every fix that `check` offers; a draft without any comes back as it is."""
    done: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        chosen = _choose(check(draft))
        if not chosen:
            break
        draft = _apply(draft, [finding.fix for finding in chosen if finding.fix])
        done += chosen
    return FixedDraft(draft=draft, done=tuple(done))


def _choose(findings: Sequence[Finding]) -> list[Finding]:
    """The findings whose fixes stand apart from each other, in the order of their texts."""
    chosen: list[Finding] = []
    offered = [(finding.fix, finding) for finding in findings if finding.fix]
    for fix, finding in sorted(offered, key=lambda each: (each[0].field, each[0].start, each[0].end)):
        last = chosen[-1].fix if chosen else None
        if last is None or last.field != fix.field or fix.start >= last.end:
            chosen.append(finding)
    return chosen


def _apply(draft: Draft, fixes: Sequence[Fix]) -> Draft:
    texts: dict[str, str] = {}
    for field, group in groupby(fixes, key=lambda fix: fix.field):
        text = str(draft.fields[field]) if field else draft.body
        for fix in reversed(list(group)):
            text = text[: fix.start] + fix.replacement + text[fix.end :]
        texts[field] = text
    body = texts.pop("", draft.body)
    return draft.model_copy(update={"body": body, "fields": {**draft.fields, **texts}})
