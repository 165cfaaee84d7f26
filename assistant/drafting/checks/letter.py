"""Findings about an exported letter after others have edited it: every quotation, note and sentence against the export.

The letter brings along what it was made from (drafting/provenance.py). Where that was lost, its quotations are looked
for in the office's precedents instead. Nothing is changed.
"""

from collections.abc import Iterator

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.checks.letter_additions import check_additions, check_without_provenance
from assistant.drafting.checks.letter_edits import check_edits
from assistant.drafting.checks.letter_sources import check_sources
from assistant.drafting.checks.located import Located, Whereabouts
from assistant.drafting.edits import compare_wordings
from assistant.drafting.provenance import Provenance, read_provenance
from assistant.drafting.traced_quotations import trace_quotations
from assistant.drafting.tracing import trace
from assistant.drafting.word.letters import provenance as word_provenance
from assistant.drafting.word.letters.wording import Wording, read_wording
from assistant.model.finding import Finding, Severity


def check_letter(data: bytes, bench: Bench, name: str = "letter") -> tuple[Finding, ...]:
    """All findings in the order of the letter's text; those about the whole letter first.

    Raises RefusedTemplateError for a file that is no Word document, DamagedFileError for a list of sources that
    cannot be read.
    """
    letter = read_wording(data, name)
    payload = word_provenance.read(data)
    if payload is None:
        found, whereabouts = list(check_without_provenance(letter, bench)), Whereabouts(letter)
    else:
        found, whereabouts = _check(read_provenance(payload, name), letter, bench)
    found.sort(key=lambda located: located.at)
    return (*_unfinished(letter), *(each.finding(whereabouts) for each in found))


def _check(provenance: Provenance, letter: Wording, bench: Bench) -> tuple[list[Located], Whereabouts]:
    exported = provenance.wording
    quotations = trace_quotations(provenance, letter)
    now = {(each.record.start, each.record.end): each.words for each in quotations if each.words}
    fates = compare_wordings(exported, letter, now)
    traced = trace(provenance, letter, quotations, fates)
    additions = list(check_additions(provenance, letter, traced, bench))
    found = [
        *check_sources(traced, Sources(bench.shelf)),
        *additions,
        *check_edits(provenance, fates, [each.at for each in additions]),
    ]
    return found, Whereabouts(letter, provenance.head_in(letter))


def _unfinished(letter: Wording) -> Iterator[Finding]:
    if letter.revisions:
        yield Finding(
            code="letter-tracked-changes",
            severity=Severity.NOTE,
            message=f"Tracked changes still open: {letter.revisions}. The letter is checked as if all were accepted.",
            advice="Accept or reject them in Word; “export --final” accepts them.",
        )
    if letter.comments:
        yield Finding(
            code="letter-comments",
            severity=Severity.NOTE,
            message=f"Comments in the letter: {letter.comments}.",
            advice="See that each is settled; “export --final” takes them out.",
        )
