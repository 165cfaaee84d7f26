"""The commands that write letters: templates, drafts, checks, exports."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.model.display import one_line
from assistant.model.person import Audience
from assistant.office import Office
from assistant.writing import LetterRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting.protocol import Form
    from assistant.drafting.templates import Template
    from assistant.model.cited import Cited
    from assistant.model.finding import Finding
    from assistant.model.sheet import Sheet
    from assistant.writing import Exported


def templates(arguments: Namespace, office: Path) -> int:
    """`assistant templates [check|fill]`."""
    if arguments.action == "check":
        return _check_template(arguments, office)
    if arguments.action == "fill":
        from assistant.storage import overwrite_file

        overwrite_file(arguments.output, Office(office).fill_template(arguments.path, arguments.data))
        output.print_data(str(arguments.output))
        return 0
    library = Office.at(office).writing.library
    output.print_findings(library.problems(), stream=sys.stderr)
    return output.tell_values(library.all(), _print_template, as_json=arguments.json)


def new(arguments: Namespace, office: Path) -> int:
    """`assistant new TEMPLATE`: prints the path of the draft."""
    output.print_data(str(Office.at(office).writing.new_draft(_request(arguments))))
    return 0


def cite(arguments: Namespace, office: Path) -> int:
    """`assistant cite DRAFT ID#FACT`."""
    saved = Office.at(office).writing.cite(arguments.draft, arguments.fact)
    output.print_data(saved.path)
    return 0


def forms(arguments: Namespace, office: Path) -> int:
    """`assistant forms OFFICE|--to NAME`: forms of address with how well each is founded."""
    desk = Office.at(office)
    offered = desk.writing.forms_of_address(
        arguments.key, to=arguments.to or "", language=arguments.lang, today=_today()
    )
    return output.tell_values(offered, _print_form, as_json=arguments.json)


def check(arguments: Namespace, office: Path) -> int:
    """`assistant check DRAFT.md|LETTER.docx [--fix]`: 1 when an error was found, or is left."""
    if arguments.fix:
        output.tell_fixes(Office.at(office).writing.fix(arguments.path))
    return _tell(Office.at(office).writing.check(arguments.path), arguments)


def sources(arguments: Namespace, office: Path) -> int:
    """`assistant sources DRAFT`: what stands behind each citation."""
    writing = Office.at(office).writing
    cited = writing.cited(writing.drafts.load(arguments.path).draft, writing.check(arguments.path))
    return output.tell_values(cited, _print_cited, as_json=arguments.json, otherwise="Nothing is cited.")


def preview(arguments: Namespace, office: Path) -> int:
    """`assistant preview DRAFT`: the letter as it will stand on its sheets, finished or not."""
    from assistant.model.sheet_rows import sheet_text

    writing = Office.at(office).writing
    sheets = writing.sheets(writing.drafts.load(arguments.path).draft)

    def print_sheet(sheet: "Sheet") -> None:
        output.print_data(sheet_text(sheet, arguments.width))

    return output.tell_values(sheets, print_sheet, as_json=arguments.json)


def export(arguments: Namespace, office: Path) -> int:
    """`assistant export DRAFT`: prints the path of the letter."""
    desk = Office.at(office)
    code = _tell_exported(_export(desk, arguments.draft, arguments))
    if arguments.csl:
        from assistant.storage import overwrite_file

        overwrite_file(arguments.csl, desk.writing.bibliography(arguments.draft))
        output.print_data(str(arguments.csl))
    return code


def letter(arguments: Namespace, office: Path) -> int:
    """`assistant letter TEMPLATE -o FILE.docx`: the draft stays in drafts/ to be edited."""
    desk = Office.at(office)
    draft = desk.writing.new_draft(_request(arguments))
    output.say(f"Draft: {draft}")
    return _tell_exported(_export(desk, draft, arguments))


def _export(desk: Office, draft: Path, arguments: Namespace) -> "Exported":
    return desk.writing.export(
        draft, arguments.output, final=arguments.final, evidence=arguments.evidence, pdf=arguments.pdf
    )


def _print_template(template: "Template") -> None:
    languages = ", ".join(template.languages)
    output.print_data(f"{template.id:20}{template.title}  ({languages})\n{'':20}{template.purpose}")


def _print_form(form: "Form") -> None:
    output.print_data(f"{form.gender or 'anybody'}")
    for label, cell in (("address", form.address), ("salutation", form.salutation), ("closing", form.closing)):
        if cell:
            founded = f"{cell.status}: {cell.source}" if cell.source else cell.status
            output.print_data(f"    {label:12}{cell.text}  ({founded})")


def _print_cited(cited: "Cited") -> None:
    where = ", ".join(filter(None, (cited.locator.words, str(cited.review or ""), f"cited in {cited.place}")))
    output.print_data(f"{cited.key}  {one_line(cited.letter) or 'is not in the office'}  ({where})")
    if cited.words:
        output.print_data(f"    “{one_line(cited.words)}”")
    if cited.finding:
        output.print_findings([cited.finding])


def _request(arguments: Namespace) -> LetterRequest:
    return LetterRequest(
        template=arguments.template,
        answering=arguments.answering,
        to=arguments.to,
        language=arguments.lang,
        audience=Audience(arguments.audience) if arguments.audience else None,
        fields=dict(arguments.set),
        today=_today(),
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a letter carries the date of the place it is written at


def _check_template(arguments: Namespace, office: Path) -> int:
    from assistant.storage import overwrite_file

    findings = Office(office).check_template(arguments.path)
    if arguments.annotate:
        overwrite_file(arguments.annotate, Office(office).annotate_template(arguments.path, findings))
        output.say(f"The findings stand as comments in {arguments.annotate}.")
    return _tell(findings, arguments)


def _tell(findings: "Sequence[Finding]", arguments: Namespace) -> int:
    otherwise = f"{arguments.path}: nothing to put right."
    return output.tell_findings(findings, as_json=arguments.json, otherwise=otherwise)


def _tell_exported(exported: "Exported") -> int:
    output.print_findings(exported.findings, stream=sys.stderr)
    if exported.set_aside:
        output.say(f"An edited letter of that name stood there; it is kept as {exported.set_aside}.")
    output.print_data(exported.letter)
    if exported.pdf:
        output.print_data(exported.pdf)
    return 0
