"""The commands about exchanges of letters: threads, links, answers, promises."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.model.decision import Answer, Outcome
from assistant.model.display import one_line
from assistant.office import Office

if TYPE_CHECKING:
    from assistant.model.coverage import Coverage
    from assistant.model.promise import Promise
    from assistant.model.thread import Move, Thread


def threads(arguments: Namespace, office: Path) -> int:
    """`assistant threads [ID]`."""
    desk = Office.at(office).correspondence
    found = (desk.thread(arguments.id),) if arguments.id else desk.threads(arguments.limit)
    otherwise = "No letter is filed yet. File the first one: assistant add FILE."
    output.tell_values(found, _print_thread, as_json=arguments.json, otherwise=otherwise)
    if not arguments.json and any(thread.gaps for thread in found):
        output.say("A letter that is missing takes its place when it is filed: assistant add FILE")
    return 0


def link(arguments: Namespace, office: Path) -> int:
    """`assistant link LATER EARLIER`."""
    return _link(arguments, office, joined=True)


def unlink(arguments: Namespace, office: Path) -> int:
    """`assistant unlink LATER EARLIER`."""
    return _link(arguments, office, joined=False)


def coverage(arguments: Namespace, office: Path) -> int:
    """`assistant coverage ID`: with verdicts they are kept first."""
    desk = Office.at(office).correspondence
    verdicts = {fact: answer for answer in Answer for fact in getattr(arguments, answer.value)}
    if verdicts:
        found = desk.judge(arguments.id, verdicts, arguments.reply)
    else:
        found = desk.coverage(arguments.id, arguments.reply)
    output.tell_value(found, _print_coverage, as_json=arguments.json)
    if not arguments.json:
        sender = Office.at(office).precedent(arguments.id).record.letter.sender
        output.say(_what_next(found, ours=desk.is_ours(sender)))
    return 0


def promises(arguments: Namespace, office: Path) -> int:
    """`assistant promises [QUERY]`: what became of one is kept first."""
    desk = Office.at(office).correspondence
    for outcome in Outcome:
        for key in getattr(arguments, outcome.value):
            desk.say_of_promise(key, outcome, proof=arguments.proof, follow_up=arguments.follow_up, note=arguments.note)
    found = desk.promises(" ".join(arguments.query), arguments.limit)
    otherwise = (
        "No promise answers this. Fewer or shorter words find more."
        if arguments.query
        else "Nobody has promised this office anything that is on file."
    )
    return output.tell_values(found, _print_promise, as_json=arguments.json, otherwise=otherwise)


def _link(arguments: Namespace, office: Path, *, joined: bool) -> int:
    desk = Office.at(office).correspondence
    desk.link(arguments.later, arguments.earlier, joined=joined, note=arguments.note)
    _print_thread(desk.thread(arguments.later))
    return 0


def _print_thread(thread: "Thread") -> None:
    letters, missing = len(thread.moves) - len(thread.gaps), len(thread.gaps)
    count = f"{letters} letter{'' if letters == 1 else 's'}" + (f", {missing} missing" if missing else "")
    output.print_data(f"{thread.id}  ({count})")
    for move in thread.moves:
        output.print_data(_line(move))
        for one in thread.links:
            if one.later == move.id:
                said = "" if one.confirmed else "  (proposed)"
                output.print_data(f"{'':8}behind {one.earlier}: {one_line(one.because)}{said}")


def _line(move: "Move") -> str:
    parties = " → ".join(filter(None, (one_line(move.sender), one_line(move.recipients))))
    name = f"not in this office: “{one_line(move.known_from)}”" if move.is_gap else move.id
    return f"  {'→' if move.ours else '←'}  {move.date or 'undated':10}  {parties}  {name}"


def _print_coverage(coverage: "Coverage") -> None:
    output.print_data(f"{coverage.letter}  answered by {coverage.reply or 'nobody yet'}")
    for point in coverage.points:
        output.print_data(f"\n  {point.fact}  {point.act}: “{one_line(point.text)}”")
        if coverage.reply or point.decided:
            said = point.answer.words + ("" if point.decided else ", proposed")
            output.print_data(f"      {said}. {one_line(point.because)}")
        for bearing in point.bearing:
            key = f"{coverage.reply}#{bearing.fact}  " if bearing.fact else ""
            output.print_data(f"      {key}“{one_line(bearing.text)}”")


def _what_next(coverage: "Coverage", *, ours: bool) -> str:
    """What to do about the points that are open: to ask again, or to answer."""
    if not coverage.points:
        return (
            f"It asks for nothing. Where it does, mark it: assistant review {coverage.letter} --mark “question=WORDS”."
        )
    if not coverage.open:
        return "Everything was answered."
    if not ours:
        return f"What is open is for us to answer: assistant new reply --answering {coverage.letter}"
    again = f"follow-up --answering {coverage.reply}" if coverage.reply else f"reminder --answering {coverage.letter}"
    return f"To ask again: assistant new {again}"


def _print_promise(promise: "Promise") -> None:
    due = f", for {promise.due}" if promise.due else ""
    again = f", to be taken up again on {promise.follow_up}" if promise.follow_up else ""
    said = f" as {one_line(promise.decided_by)} says" if promise.decided_by else ""
    output.print_data(
        f"{promise.key}  {promise.outcome}{said}  ({one_line(promise.by)}, {promise.made_on or 'undated'}{due}{again})"
    )
    output.print_data(f"    “{one_line(promise.quote)}”")
    if promise.proof:
        output.print_data(f"    proved by {promise.proof}")
    for proof in promise.proposed if promise.proof is None else ():
        output.print_data(f"    perhaps {proof.key}, {proof.date}: “{one_line(proof.quote)}”")
