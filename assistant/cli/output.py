"""Where the program speaks: data on standard output, narration on standard error. Nothing else prints.

Words of letters are made literal first: a terminal must not obey what somebody wrote into a letter.
"""

import json
import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, TypeVar

from assistant.model.display import literal, one_line, read_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from assistant.filing import Outcome
    from assistant.model.base import Value
    from assistant.model.finding import Finding
    from assistant.model.letter import Reference
    from assistant.model.precedent import Precedent
    from assistant.model.search import Hit, SearchResult

Shown = TypeVar("Shown", bound="Value")

_MATCH_BEGINS, _MATCH_ENDS = "\x02", "\x03"


def speak_utf8() -> None:
    """Both streams in UTF-8 on every system; what cannot be shown becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def print_data(text: str) -> None:
    """A line or more of data."""
    print(text, file=sys.stdout)


def print_json(data: object) -> None:
    """Data as JSON, indented."""
    print_data(json.dumps(data, ensure_ascii=False, indent=2))


def tell_value(value: "Shown", print_one: "Callable[[Shown], None]", *, as_json: bool) -> int:
    """One value as JSON, or as `print_one` puts it to people; 0, for nothing went wrong."""
    if as_json:
        print_data(value.model_dump_json(exclude_defaults=True, indent=2))
    else:
        print_one(value)
    return 0


def tell_values(
    values: "Sequence[Shown]", print_one: "Callable[[Shown], None]", *, as_json: bool, otherwise: str = ""
) -> int:
    """The same of several; the sentence `otherwise` where there are none and a person looks."""
    if as_json:
        print_values(values)
        return 0
    for value in values:
        print_one(value)
    if not values and otherwise:
        say(otherwise)
    return 0


def print_values(values: "Iterable[Value]") -> None:
    """Values as a JSON array."""
    print_json([value.model_dump(mode="json", exclude_defaults=True) for value in values])


def say(text: str) -> None:
    """A sentence for the person at the screen."""
    print(text, file=sys.stderr)


def print_findings(findings: "Sequence[Finding]", *, stream: IO[str] | None = None) -> None:
    """One finding after the other: severity, place and sentence, then what to do."""
    for finding in findings:
        place = f"{finding.place}: " if finding.place else ""
        print(f"{finding.severity:8}{literal(place + finding.message)}  [{finding.code}]", file=stream or sys.stdout)
        if finding.advice:
            print(f"{'':8}{literal(finding.advice)}", file=stream or sys.stdout)
        if finding.why:
            source = f" Source: {finding.source}." if finding.source else ""
            print(f"{'':8}{literal(finding.why + source)}", file=stream or sys.stdout)


def tell_fixes(findings: "Sequence[Finding]") -> None:
    """What was put right, one line each, on standard error: what is left is the data."""
    for finding in findings:
        done = finding.fix.label if finding.fix else ""
        say(literal(f"{finding.place}: {finding.message} Put right: {done}."))
    if not findings:
        say("Nothing could be put right by itself.")


def tell_findings(findings: "Sequence[Finding]", *, as_json: bool, otherwise: str) -> int:
    """All findings, or the sentence `otherwise` where there are none; 1 when an error is among them, else 0."""
    if as_json:
        print_values(findings)
    else:
        print_findings(findings)
    if not findings:
        say(otherwise)
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def print_precedent(precedent: "Precedent") -> None:
    """A record, readable: who, when, what was lost, and every fact with its place."""
    record = precedent.record
    letter = record.letter
    print_data(f"{record.id}  ({record.kind}, {record.language})")
    for label, passage in (("date", letter.date), ("place", letter.place), ("subject", letter.subject)):
        if passage:
            print_data(f"  {label:10}{one_line(passage.text)}")
    for label, party in (("from", letter.sender), *(("to", party) for party in letter.recipients)):
        if party and party.display:
            role = f", {one_line(party.role.text)}" if party.role else ""
            print_data(f"  {label:10}{one_line(party.display)}{role}")
    for reference in letter.refers_to:
        label = "answers" if reference == letter.answers else "refers to"
        print_data(f"  {label:10}{_reference(reference)}")
    for loss in record.source.losses:
        print_data(f"  {'not read':10}{one_line(loss.what)}")
    for fact in record.facts:
        said = " → ".join(f"{one_line(link.name)} {link.act}" for link in fact.by)
        where = ", ".join(filter(None, (precedent.locator(fact).words, fact.date, said)))
        print_data(f"\n  {fact.id}  {fact.act}, {fact.review}  ({where})\n      “{one_line(fact.quote)}”")


def _reference(reference: "Reference") -> str:
    """The document with its id, or that it is missing; what no day tells from others is neither here nor missing."""
    if reference.date is None:
        known = f" ({reference.precedent})" if reference.precedent else ""
        return f"{one_line(reference.quote)}{known}"
    return f"{reference.what} of {read_date(reference.date)} ({reference.precedent or 'not in the office'})"


def print_result(result: "SearchResult") -> None:
    """Hits, best first, each with its matching facts or its snippet."""
    for hit in result.hits:
        _print_hit(hit)
    shown = len(result.hits)
    more = f", the first {shown} shown" if shown < result.total else ""
    say(f"{result.total} found{more}." if result.total else _nothing(result))


def _nothing(result: "SearchResult") -> str:
    if result.nothing_filed:
        return "Nothing is filed yet. File the first letter: assistant add FILE."
    return "Nothing found. Fewer or shorter words find more."


def print_outcome(outcome: "Outcome") -> None:
    """What became of one file."""
    if outcome.error:
        say(literal(outcome.error))
    else:
        already = "  (filed before)" if outcome.duplicate else f"  {outcome.facts} facts to review"
        print_data(f"{outcome.id}{already}")
    for loss in outcome.losses:
        say(f"{literal(outcome.path)}: {one_line(loss.what)}")


@contextmanager
def progress(outcomes: "Iterator[Outcome]", total: int) -> "Iterator[Iterator[Outcome]]":
    """The same outcomes, with a bar on standard error while a person is looking at it."""
    if total < 2 or not sys.stderr.isatty():
        yield outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield iter(track(outcomes, "Filing", total=total, console=Console(stderr=True), transient=True))


def _print_hit(hit: "Hit") -> None:
    parties = " → ".join(filter(None, (one_line(hit.sender), one_line(hit.recipients))))
    print_data(f"{hit.precedent}  {hit.date or 'undated'}  {parties}")
    for fact in hit.facts:
        speaker = f" {one_line(fact.speaker)}:" if fact.speaker else ""
        print_data(f"    {fact.fact} {fact.act}, {fact.review}:{speaker} “{one_line(fact.quote)}”")
    if not hit.facts and hit.snippet:
        print_data(f"    {_emphasise(hit.snippet)}")


def _emphasise(snippet: str) -> str:
    plain = "NO_COLOR" in os.environ or not sys.stdout.isatty()
    begins, ends = ("", "") if plain else ("\x1b[1m", "\x1b[0m")
    marked = snippet.replace(_MATCH_BEGINS, "\ue000").replace(_MATCH_ENDS, "\ue001")
    return one_line(marked).replace("\ue000", begins).replace("\ue001", ends)
