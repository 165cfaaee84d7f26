"""The edge of the program: arguments to a command, every failure to a sentence and an exit code.

The only place with a broad `except`. Commands are imported when they are called, so that `--version` costs nothing.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from assistant.cli.arguments import make_parser

_MODULES = {
    **dict.fromkeys(("read", "add", "inbox", "show", "review", "search", "init", "doctor"), "assistant.cli.documents"),
    "serve": "assistant.cli.serving",
    "people": "assistant.cli.people",
    **dict.fromkeys(
        ("templates", "new", "cite", "forms", "check", "sources", "preview", "export", "letter"),
        "assistant.cli.letters",
    ),
    "agenda": "assistant.cli.agenda",
    **dict.fromkeys(("person", "timeline"), "assistant.cli.dossiers"),
    **dict.fromkeys(("threads", "link", "unlink", "coverage", "promises"), "assistant.cli.exchanges"),
    **dict.fromkeys(("export-records", "import-records"), "assistant.cli.records"),
}
_EXTRAS = frozenset({"serve"})
"""Commands that are installed only on wish, each under its own name."""

_CANCELLED = 130
_INTERNAL = 5


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    typed = sys.argv[1:] if argv is None else argv
    arguments = make_parser(typed).parse_args(typed)
    if arguments.command == "completion":
        from shtab import complete

        print(complete(make_parser(), arguments.shell))
        return 0
    from assistant.cli.output import speak_utf8

    speak_utf8()
    return _run(arguments)


def _run(arguments: Namespace) -> int:
    from assistant.cli.output import print_findings, say
    from assistant.errors import AssistantError, FindingsError

    try:
        return _command(arguments)(arguments, arguments.office or Path.cwd())
    except FindingsError as error:
        print_findings(error.findings, stream=sys.stderr)
        say(str(error))
        return error.exit_code
    except AssistantError as error:
        say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        say("Cancelled; what was done so far is kept.")
        return _CANCELLED
    except BrokenPipeError:
        # whoever read our output has seen enough; the final flush goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the edge: a person is told, the details are kept
        say(f"Something failed inside the program: {error!r}. Details stand in {_keep_details(arguments)}.")
        return _INTERNAL


def _command(arguments: Namespace) -> Callable[[Namespace, Path], int]:
    if arguments.command is None:
        return _talk if arguments.linear else _open_app
    module = _load(arguments.command)
    command: Callable[[Namespace, Path], int] = getattr(module, arguments.command.replace("-", "_"))
    return command


def _load(command: str) -> ModuleType:
    from assistant.errors import MissingExtraError

    try:
        return import_module(_MODULES[command])
    except ModuleNotFoundError as error:
        if command not in _EXTRAS:
            raise
        raise MissingExtraError(command) from error


def _open_app(_arguments: Namespace, office: Path) -> int:
    import gc

    gc.disable()  # what is imported now stays for good; the app collects again once it stands
    from assistant.errors import OfficeNotFoundError
    from assistant.office import Office
    from assistant.tui.app import run_app

    try:
        return run_app(Office.at(office))
    except OfficeNotFoundError:
        if not sys.stdin.isatty():
            raise
    from assistant.tui.welcome import WelcomeApp

    made = WelcomeApp(office).run()
    return run_app(Office(made), tour=True) if made else 0


def _talk(_arguments: Namespace, office: Path) -> int:
    from assistant.linear.conversation import converse
    from assistant.linear.talk import Talk
    from assistant.office import Office

    desk = Office.at(office)

    def run(words: list[str]) -> int:
        try:
            return main(["--office", str(desk.folder), *words])
        except SystemExit:  # the command line has said what it did not understand
            return 2

    return converse(Talk(sys.stdin, sys.stdout), desk, run)


def _keep_details(arguments: Namespace) -> Path:
    import tempfile
    import traceback

    prefix = f"assistant-{arguments.command or 'app'}-"
    with tempfile.NamedTemporaryFile("w", prefix=prefix, suffix=".log", encoding="utf-8", delete=False) as file:
        traceback.print_exc(file=file)
    return Path(file.name)
