"""What the commands have in common: words typed as what they mean (numbers, days, fields), and the option `--json`.

What cannot be read is told by argparse, which takes the sentence from here.
"""

import argparse
from datetime import date


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option `--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def count(text: str) -> int:
    """A number from 1 on."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a number from 1 on is needed")
    return number


def day(text: str) -> date:
    """A day as ISO 8601 has it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date as 2019-09-02") from None


def field(text: str) -> tuple[str, str]:
    """Name and value of `FIELD=VALUE`."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not FIELD=VALUE")
    return name.strip(), value
