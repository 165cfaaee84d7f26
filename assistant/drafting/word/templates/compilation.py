"""A part of a template, compiled: its tree with marks becomes a program, once; filling it is running the program.

Findings are collected, not raised.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from assistant.drafting.word.parts.wordml import OFFICE, PARAGRAPH, WORD, Element, parse_part
from assistant.drafting.word.templates.checks import check_part
from assistant.drafting.word.templates.filling import Filling
from assistant.drafting.word.templates.manner import Manner
from assistant.drafting.word.templates.marking import mark_tags
from assistant.drafting.word.templates.marks import MARK, Marked
from assistant.drafting.word.templates.names import Use
from assistant.drafting.word.templates.program import Frame, Output, Step, run_steps
from assistant.drafting.word.templates.statements import Statements
from assistant.drafting.word.templates.tags import Tag
from assistant.model.finding import Finding

_MARK = re.compile(rf"<\?{MARK} (\d+)\?>")
_SIGNS = (b"{", b"}", b":ins ", b":del ", b":move", b"Change ", b":cell", b"docPr", b"instr")
"""Bytes without which a part holds neither a tag nor a tracked change nor a picture nor a field."""
_OPENING = re.compile(r"^<[^\s/>]+")


@dataclass(frozen=True)
class CompiledPart:
    """A part that holds tags."""

    name: str
    tags: tuple[Tag, ...]
    manners: tuple[Manner, ...]
    """For each tag the run properties it stood in."""
    uses: tuple[Use, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    """What fills it; not to be run when a finding is an error."""

    def markup(self, values: Mapping[str, object], filling: Filling) -> str:
        """The part filled, as markup; raises TooLongError."""
        out = Output(filling.bounds)
        run_steps(self.steps, Frame(values, filling), out)
        return out.text()


def compile_part(name: str, data: bytes) -> CompiledPart | None:
    """Compile a part; None when there is nothing to fill or to find in it, and it is to be copied as it is."""
    if not any(sign in data for sign in _SIGNS):
        return None
    marked = mark_tags(parse_part(data), name)
    markup = _markup(marked.root)
    found = [*marked.findings, *check_part(marked, name, markup)]
    if not marked.changed and not found:
        return None
    statements = Statements(marked.tags)
    for index, piece in enumerate(_MARK.split(markup)):
        if index % 2:
            statements.tag(int(piece))
        else:
            statements.markup(piece)
    statements.finish()
    found += [*statements.findings, *_crossings(marked, statements.pairs)]
    return CompiledPart(
        name=name,
        tags=tuple(marked.tags),
        manners=tuple(Manner(properties, marked.root.nsmap) for properties in marked.manners),
        uses=tuple(statements.uses),
        findings=tuple(dict.fromkeys(found)),
        steps=tuple(statements.steps),
    )


def _markup(root: Element) -> str:
    """The tree as text; the prefixes our own markup is written with are always declared."""
    text = etree.tostring(root, encoding="unicode")
    missing = [(prefix, address) for prefix, address in (("w", WORD), ("r", OFFICE)) if prefix not in root.nsmap]
    declared = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in missing)
    return _OPENING.sub(lambda opening: opening[0] + declared, text, count=1)


def _crossings(marked: Marked, pairs: list[tuple[int, int]]) -> list[Finding]:
    """Blocks whose ends do not fit together in the tree: repeating them would tear it."""
    findings = []
    for opened, closed in pairs:
        if not _fit(marked.marks[opened], marked.marks[closed]):
            first, last = marked.tags[opened].place, marked.tags[closed].place
            message = f"“{first.words}” of {first} and “{last.words}” do not stand in the same paragraph, row or cell."
            findings.append(last.finding("torn-block", message, _TORN_ADVICE))
    return findings


_TORN_ADVICE = "Write both with {%p in paragraphs of their own, with {%tr in rows, with {%tc in cells."


def _fit(opened: Element, closed: Element) -> bool:
    first, last = opened.getparent(), closed.getparent()
    if first is last or first is None or last is None:
        return True
    return first.tag == last.tag == PARAGRAPH and first.getparent() is last.getparent()
