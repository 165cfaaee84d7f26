"""What may be typed about letters being written: templates, drafts, checks, exports."""

import argparse
from pathlib import Path
from typing import Any

from assistant.cli.typed import add_json, count, field


def add_letter_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """The commands of cli/letters.py."""
    _add_templates(commands, common)
    _add_drafts(commands, common)
    _add_checks(commands, common)
    _add_exports(commands, common)


def _add_templates(commands: Any, common: argparse.ArgumentParser) -> None:
    templates = commands.add_parser("templates", parents=[common], help="list, check or fill Word templates")
    add_json(templates)
    actions = templates.add_subparsers(dest="action", metavar="ACTION")
    check = actions.add_parser("check", parents=[common], help="find everything wrong with a template")
    check.add_argument("path", type=Path)
    check.add_argument(
        "--annotate", type=Path, metavar="OUT.docx", help="write each finding as a Word comment into a copy"
    )
    check.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    fill = actions.add_parser("fill", parents=[common], help="fill a Word template with the values of a JSON file")
    fill.add_argument("path", type=Path)
    fill.add_argument("--data", type=Path, required=True, metavar="FILE.json")
    fill.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx")


def _add_drafts(commands: Any, common: argparse.ArgumentParser) -> None:
    new = commands.add_parser("new", parents=[common], help="begin a letter; prints the path of its draft")
    _add_letter_options(new)
    cite = commands.add_parser("cite", parents=[common], help="put a fact's words and their citation into a draft")
    cite.add_argument("draft", type=Path)
    cite.add_argument("fact", metavar="ID#FACT")
    forms = commands.add_parser(
        "forms", parents=[common], help="forms of address for an office or a person, with how well each is founded"
    )
    forms.add_argument("key", nargs="?", metavar="OFFICE", help="head_of_delegation, commissioner, minister …")
    forms.add_argument("--to", metavar="NAME", help="a person; of somebody known, the office is known too")
    forms.add_argument("--lang", metavar="LL", help="language of the letter")
    add_json(forms)


def _add_checks(commands: Any, common: argparse.ArgumentParser) -> None:
    check_letter = commands.add_parser("check", parents=[common], help="check a draft or an exported letter")
    check_letter.add_argument("path", type=Path, metavar="DRAFT.md|LETTER.docx")
    check_letter.add_argument("--fix", action="store_true", help="put right in a draft what is safe to put right")
    add_json(check_letter)
    sources = commands.add_parser("sources", parents=[common], help="what stands behind each citation of a draft")
    sources.add_argument("path", type=Path, metavar="DRAFT.md")
    add_json(sources)
    preview = commands.add_parser("preview", parents=[common], help="a draft as it will stand on its sheets of paper")
    preview.add_argument("path", type=Path, metavar="DRAFT.md")
    preview.add_argument("--width", type=count, default=126, metavar="N", help="cells across a sheet (default 126)")
    add_json(preview)


def _add_exports(commands: Any, common: argparse.ArgumentParser) -> None:
    export = commands.add_parser(
        "export", parents=[common], help="make the Word letter of a draft, or an edited one final"
    )
    export.add_argument("draft", type=Path, metavar="DRAFT.md|LETTER.docx")
    _add_export_options(export)
    export.add_argument("--csl", type=Path, metavar="FILE.json", help="also the documents cited, for Zotero (CSL-JSON)")
    letter = commands.add_parser("letter", parents=[common], help="new, check and export in one go")
    _add_letter_options(letter)
    _add_export_options(letter)


def _add_letter_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("template", help="kind of letter, as “assistant templates” lists them")
    parser.add_argument("--answering", metavar="ID", help="the precedent this letter answers")
    parser.add_argument("--to", metavar="NAME", help="addressee, when not the sender of the letter answered")
    parser.add_argument("--lang", metavar="LL", help="language of the letter")
    parser.add_argument(
        "--audience", choices=("public", "confidential"), help="who will read it, when not as usual for the kind"
    )
    parser.add_argument(
        "--set", action="append", default=[], type=field, metavar="FIELD=VALUE", help="a field of the template"
    )


def _add_export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.docx", help="default: letters/ of the office")
    parser.add_argument("--pdf", action="store_true", help="a PDF beside it (needs LibreOffice)")
    parser.add_argument(
        "--evidence", action="store_true", help="a page behind the letter: each cited sentence with its source’s words"
    )
    parser.add_argument("--final", action="store_true", help="for signature: nothing in the file but the letter")
