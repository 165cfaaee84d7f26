"""The commands that carry records to other tools and offices, and back."""

from argparse import Namespace
from pathlib import Path

from assistant.cli import output
from assistant.errors import BadArgumentError
from assistant.office import Office


def export_records(arguments: Namespace, office: Path) -> int:
    """`assistant export-records [QUERY] --format FORM -o FILE`."""
    from assistant.transfer import Form

    desk = Office.at(office).transfer
    chosen = desk.chosen(" ".join(arguments.query))
    guarded = set(desk.guarded(chosen))
    desk.write(
        chosen, Form(arguments.format), arguments.output, originals=arguments.with_originals, public=arguments.public
    )
    output.print_data(str(arguments.output))
    left = len(guarded) if arguments.public else 0
    output.say(f"{_documents(len(chosen) - left)} written." + (f" {_documents(left)} left out." if left else ""))
    if guarded and not arguments.public:
        named = ", ".join(sorted(guarded))
        output.say(f"Somebody who may not be named stands in {named}. Keep the file in the office, or add --public.")
    return 0


def import_records(arguments: Namespace, office: Path) -> int:
    """`assistant import-records FILE`: what stands in the office already is left alone."""
    if not arguments.path.exists():
        raise BadArgumentError(
            str(arguments.path), "there is no such file or folder", "Name what export-records wrote."
        )
    new = known = failed = 0
    for taken in Office.at(office).transfer.read(arguments.path):
        new, known, failed = new + taken.new, known + (not taken.new and not taken.error), failed + bool(taken.error)
        if taken.error:
            output.say(taken.error)
        elif taken.new:
            output.print_data(taken.name)
    output.say(f"{new} taken in, {known} here before" + (f", {failed} left out." if failed else "."))
    return 4 if failed else 0


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"
