"""The commands that read, file, show, review and search documents."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.errors import NoInboxError
from assistant.model.display import literal
from assistant.office import Office
from assistant.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.filing import Outcome


def read(arguments: Namespace, office: Path) -> int:
    """`assistant read FILE`: needs no office."""
    precedent = Office.near(office).read(arguments.file)
    if arguments.json:
        output.print_json({**precedent.record.as_json(), "text": precedent.text})
    else:
        output.print_precedent(precedent)
    return 0


def add(arguments: Namespace, office: Path) -> int:
    """`assistant add FILE...`: what was filed stays filed when it is cancelled."""
    from assistant.filing import find_files

    files = find_files(arguments.files, recursive=arguments.recursive)
    return _tell_all(Office.at(office).add(files, jobs=arguments.jobs), len(files), arguments)


def inbox(arguments: Namespace, office: Path) -> int:
    """`assistant inbox`: files once what lies in the watched folder."""
    desk = Office.at(office)
    if desk.inbox is None:
        raise NoInboxError(desk.folder / SETTINGS_FILE)
    ready = desk.inbox.wait()
    code = _tell_all(desk.inbox.file(ready, arguments.jobs), len(ready), arguments)
    for path in desk.inbox.growing():
        output.say(f"{literal(str(path))}: empty, or still being written; call “assistant inbox” again.")
    return code


def show(arguments: Namespace, office: Path) -> int:
    """`assistant show ID`."""
    precedent = Office.at(office).precedent(arguments.id)
    if arguments.json:
        output.print_json(precedent.record.as_json())
    elif arguments.text:
        output.print_data(literal(precedent.text))
    else:
        output.print_precedent(precedent)
    return 0


def review(arguments: Namespace, office: Path) -> int:
    """`assistant review ID`: without a decision it lists the facts."""
    from assistant.cli.corrections import changes_of

    changes = changes_of(arguments)
    precedent = Office.at(office).review(
        arguments.id, accept=arguments.accept, reject=arguments.reject, note=arguments.note, changes=changes
    )
    if arguments.json:
        output.print_json(precedent.record.as_json())
    elif not (arguments.accept or arguments.reject or changes):
        output.print_precedent(precedent)
    waiting = sum(fact.review == "proposed" for fact in precedent.record.facts)
    output.say(f"{len(precedent.record.facts) - waiting} of {len(precedent.record.facts)} facts reviewed.")
    return 0


def search(arguments: Namespace, office: Path) -> int:
    """`assistant search QUERY`."""
    result = Office.at(office).search(" ".join(arguments.query), arguments.limit)
    return output.tell_value(result, output.print_result, as_json=arguments.json)


def init(arguments: Namespace, _office: Path) -> int:
    """`assistant init [DIR]`: what stands there already is left alone."""
    from assistant.founding import make_office

    made = make_office(arguments.folder.absolute(), member=arguments.member, examples=arguments.examples)
    output.print_data(str(made))
    output.say(f"Look through {SETTINGS_FILE}: it says whose letters these are. “assistant add” files the first.")
    return 0


def doctor(arguments: Namespace, office: Path) -> int:
    """`assistant doctor [--fix]`."""
    findings = Office.at(office).doctor(fix=arguments.fix)
    return output.tell_findings(findings, as_json=arguments.json, otherwise="The office is in good order.")


def _tell_all(filing: "Iterator[Outcome]", total: int, arguments: Namespace) -> int:
    """Tell what becomes of each file while it happens; the worst exit code."""
    outcomes: list[Outcome] = []
    try:
        with output.progress(filing, total) as filed:
            outcomes.extend(_tell(filed, quiet=arguments.json))
    finally:
        if arguments.json:
            output.print_values(outcomes)
        _summarise(outcomes, total)
    return max((outcome.exit_code for outcome in outcomes), default=0)


def _tell(outcomes: "Iterator[Outcome]", *, quiet: bool) -> "Iterator[Outcome]":
    for outcome in outcomes:
        if not quiet or outcome.error:
            output.print_outcome(outcome)
        yield outcome


def _summarise(outcomes: "list[Outcome]", total: int) -> None:
    failed = sum(outcome.error is not None for outcome in outcomes)
    known = sum(outcome.duplicate for outcome in outcomes)
    filed = len(outcomes) - failed - known
    parts = [f"{filed} filed", f"{known} filed before" if known else "", f"{failed} failed" if failed else ""]
    parts.append(f"{total - len(outcomes)} not reached" if len(outcomes) < total else "")
    output.say(", ".join(filter(None, parts)) + ".")
