"""What may be typed after `assistant`: commands, options and their help. Starts nothing and imports nothing heavy."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant import __version__
from assistant.cli.letter_arguments import add_letter_commands
from assistant.cli.typed import add_json, count, day, field


def make_parser(typed: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the whole command line; where a command is `typed`, of those that stand with it and no others."""
    parser = argparse.ArgumentParser(
        prog="assistant",
        description="Drafts parliamentary letters from reviewed, verbatim precedents. "
        "Without a command it opens the terminal app.",
        epilog="Exit codes: 0 done, 1 findings of severity error, 2 bad arguments, 3 bad input file, 4 conflict, "
        "5 internal.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--office", type=Path, metavar="DIR", help="office folder (default: the nearest above)")
    parser.add_argument("--linear", action="store_true", help="the app line by line, for screen readers")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--office",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="office folder (default: the nearest above)",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    command = _command_in(typed)
    for names, add in _GROUPS.items():
        if command in names or not any(command in each for each in _GROUPS):
            add(commands, common)
    return parser


def _command_in(typed: Sequence[str]) -> str:
    """The first word that is no option of the program; empty without one."""
    words = iter(typed)
    for word in words:
        if not word.startswith("-"):
            return word
        if "--office".startswith(word):
            next(words, None)
    return ""


def _add_document_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    read = commands.add_parser("read", parents=[common], help="read and extract a file without filing it")
    read.add_argument("file", type=Path)
    add_json(read)
    add = commands.add_parser("add", parents=[common], help="file letters and reports as precedents")
    add.add_argument("files", type=Path, nargs="+", metavar="FILE")
    add.add_argument("--recursive", action="store_true", help="take whole folders")
    add.add_argument("--jobs", type=count, default=1, metavar="N", help="processes that read side by side (default 1)")
    add_json(add)
    inbox = commands.add_parser("inbox", parents=[common], help="file what lies in the folder named in office.toml")
    inbox.add_argument(
        "--jobs", type=count, default=1, metavar="N", help="processes that read side by side (default 1)"
    )
    add_json(inbox)
    show = commands.add_parser("show", parents=[common], help="show a precedent and its facts")
    show.add_argument("id")
    show.add_argument("--text", action="store_true", help="print the text of the letter instead")
    add_json(show)
    _add_review(commands, common)
    search = commands.add_parser(
        "search",
        parents=[common],
        help="search everything the office received or sent",
        epilog="Query: words are ANDed; “a phrase”, OR, -without, prefix*; from: to: person: place: org: act: kind: "
        "lang: before: after: status:. Put -- before a query that begins with a dash.",
    )
    search.add_argument("query", nargs="+")
    search.add_argument("--limit", type=count, default=20, metavar="N")
    add_json(search)


def _add_review(commands: Any, common: argparse.ArgumentParser) -> None:
    review = commands.add_parser("review", parents=[common], help="accept, correct or reject facts")
    review.add_argument("id")
    review.add_argument("--accept", nargs="+", default=[], metavar="FACT", help="fact ids, or “all” that are proposed")
    review.add_argument("--reject", nargs="+", default=[], metavar="FACT", help="fact ids, or “all” that are proposed")
    review.add_argument("--note", help="why, kept with the facts")
    for option, value, explanation in (
        ("--act", "FACT=ACT", "another act: commitment, request, acknowledgement, concern, refusal …"),
        ("--words", "FACT=WORDS", "other words, as they stand in the letter"),
        ("--said-by", "FACT=NAME ACT", "whose words they are; a chain parts with semicolons: “A reports; B admits”"),
        ("--date", "FACT=DATE", "its day, as 2019-05-06; nothing behind the sign takes the date away"),
        ("--mark", "ACT=WORDS", "a fact nobody proposed, by its words; it counts as accepted"),
        ("--part", "PART=WORDS", "date (its day behind the words), subject, sender.name …; no words take it away"),
        ("--join", "NAME=NAME", "two names that are one person’s"),
        ("--split", "NAME=FORM", "one way the name is written that is somebody else’s"),
    ):
        review.add_argument(option, action="append", default=[], type=field, metavar=value, help=explanation)
    review.add_argument("--nobody", action="append", default=[], metavar="NAME", help="what is no person’s name")
    add_json(review)


def _add_exchange_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    threads = commands.add_parser("threads", parents=[common], help="letters and their answers in order, gaps shown")
    threads.add_argument("id", nargs="?", metavar="ID", help="a letter of the thread (default: the newest threads)")
    threads.add_argument("--limit", type=count, default=20, metavar="N")
    add_json(threads)
    for name, explanation in (
        ("link", "say that one letter answers or follows another"),
        ("unlink", "say that it does not"),
    ):
        link = commands.add_parser(name, parents=[common], help=explanation)
        link.add_argument("later", metavar="LATER")
        link.add_argument("earlier", metavar="EARLIER")
        link.add_argument("--note", help="why, kept with the decision")
    coverage = commands.add_parser(
        "coverage", parents=[common], help="each request and question of a letter beside its reply"
    )
    coverage.add_argument("id")
    coverage.add_argument("--reply", metavar="ID", help="the reply (default: the first of the other side)")
    for answer in ("answered", "partly", "evaded", "not-answered"):
        coverage.add_argument(f"--{answer}", nargs="+", default=[], metavar="FACT", help="your verdict on these points")
    add_json(coverage)
    promises = commands.add_parser("promises", parents=[common], help="what was promised to the office, and its proof")
    promises.add_argument("query", nargs="*", help="as for search")
    promises.add_argument("--limit", type=count, default=50, metavar="N", help="letters looked through")
    for outcome in ("kept", "broken", "superseded", "open"):
        promises.add_argument(f"--{outcome}", nargs="+", default=[], metavar="ID#FACT", help="what became of these")
    promises.add_argument("--proof", metavar="ID#FACT", help="the fact that proves it")
    promises.add_argument("--follow-up", metavar="DATE", help="when to come back to it, as 2019-09-02")
    promises.add_argument("--note", help="why, kept with the decision")
    add_json(promises)


def _add_record_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    export = commands.add_parser(
        "export-records", parents=[common], help="records for other tools: tables, JSON Lines, FollowTheMoney"
    )
    export.add_argument("query", nargs="*", help="as for search (default: everything)")
    export.add_argument("--format", choices=("csv", "jsonl", "ftm"), default="jsonl", help="default: jsonl")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="for csv a folder")
    export.add_argument("--with-originals", action="store_true", help="with the files the documents were read from")
    export.add_argument("--public", action="store_true", help="no documents that name whoever may not be named")
    take = commands.add_parser("import-records", parents=[common], help="take in what export-records wrote")
    take.add_argument("path", type=Path, metavar="FILE")


def _add_agenda(commands: Any, common: argparse.ArgumentParser) -> None:
    agenda = commands.add_parser(
        "agenda", parents=[common], help="what waits, what was promised and what is begun: late, this week, later"
    )
    agenda.add_argument(
        "--chase",
        nargs="*",
        choices=("letters", "questions"),
        metavar="KIND",
        help="begin a reminder of each of our letters and questions that is late; prints the drafts",
    )
    agenda.add_argument("--steps", action="store_true", help="how each date was counted")
    agenda.add_argument("--ics", type=Path, metavar="FILE", help="the dates as a calendar file (iCalendar)")
    agenda.add_argument("--since", type=day, metavar="DATE", help="what is older waits no longer (default: a year)")
    agenda.add_argument("--limit", type=count, metavar="N", help="lines of each group (default 50)")
    agenda.add_argument("--today", type=day, metavar="DATE", help="the agenda of another day")
    add_json(agenda)


def _add_dossier_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    person = commands.add_parser(
        "person",
        parents=[common],
        help="one page about a person: roles, letters, what they said, what was said of them",
    )
    person.add_argument("name", metavar="NAME", help="in any spelling")
    naming = person.add_mutually_exclusive_group()
    naming.add_argument("--not-to-be-named", action="store_true", help="no letter may name them")
    naming.add_argument("--may-be-named", action="store_true", help="letters may name them again")
    person.add_argument(
        "--only-in",
        nargs="+",
        default=[],
        choices=("public", "confidential", "annex"),
        help="with --not-to-be-named: what may name them all the same",
    )
    person.add_argument("--reason", help="why they may not be named, kept in their file")
    person.add_argument(
        "--instead", metavar="WORDS", help="what to write in place of the name: initials, a description"
    )
    role = "TITLE | BODY | FROM/UNTIL | OFFICE"
    person.add_argument("--role", action="append", default=[], metavar=f"'{role}'", help="a role; the title is enough")
    person.add_argument("--drop-role", action="append", default=[], metavar="TITLE", help="a role that is none")
    for option, help_ in (
        ("--address", "its lines, parted by “;”"),
        ("--email", "where letters go by mail"),
        ("--title", "what stands before the name in an address: H.E. Mr"),
        ("--salutation", "what they are called, when not as their office is; of all four, “” takes it away"),
    ):
        person.add_argument(option, metavar="WORDS", help=help_)
    add_json(person)
    timeline = commands.add_parser(
        "timeline", parents=[common], help="one matter over the years, with what contradicts, confirms or repeats"
    )
    timeline.add_argument("words", nargs="+", metavar="WORDS", help="as for search")
    timeline.add_argument("--by", metavar="NAME", help="only what this person or body says")
    add_json(timeline)


def _add_house_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    init = commands.add_parser("init", help="make a new office folder")
    init.add_argument("folder", type=Path, nargs="?", default=Path(), metavar="DIR")
    init.add_argument("--member", default="", metavar="NAME", help="whose letters these are")
    init.add_argument("--examples", action="store_true", help="with the two precedents the program brings along")
    people = commands.add_parser("people", parents=[common], help="who is who, and who may be one person")
    people.add_argument("words", nargs="*", help="of a name; without them everybody")
    people.add_argument("--limit", type=count, default=20, metavar="N", help="of those of whom nothing is kept")
    decision = people.add_mutually_exclusive_group()
    two = ("NAME", "NAME")
    decision.add_argument("--same", nargs=2, metavar=two, help="both are one person; ids of people are names too")
    decision.add_argument("--different", nargs=2, metavar=two, help="they are two people; not to be proposed again")
    decision.add_argument("--import", dest="table", type=Path, metavar="FILE.csv", help="persons and addresses")
    people.add_argument("--overwrite", action="store_true", help="with --import: also what stands here already")
    add_json(people)
    doctor = commands.add_parser("doctor", parents=[common], help="find problems of the office folder")
    doctor.add_argument("--fix", action="store_true", help="mend what is safe to mend, and rebuild the index")
    add_json(doctor)
    serve = commands.add_parser("serve", parents=[common], help="the app in a browser on this machine")
    serve.add_argument("--port", type=count, default=8017, metavar="N", help="default 8017")
    completion = commands.add_parser("completion", help="print the completion script of a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"))


_GROUPS: Mapping[tuple[str, ...], Callable[[Any, argparse.ArgumentParser], None]] = {
    ("read", "add", "inbox", "show", "review", "search"): _add_document_commands,
    ("templates", "new", "cite", "forms", "check", "sources", "preview", "export", "letter"): add_letter_commands,
    ("threads", "link", "unlink", "coverage", "promises"): _add_exchange_commands,
    ("agenda",): _add_agenda,
    ("export-records", "import-records"): _add_record_commands,
    ("person", "timeline"): _add_dossier_commands,
    ("init", "people", "doctor", "serve", "completion"): _add_house_commands,
}
"""The commands as they stand together: making all of them ready takes longer than many an answer."""
