"""The command that tells who is who and takes decisions about it."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.model.display import one_line
from assistant.model.folding import fold
from assistant.office import Office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model.base import Value
    from assistant.model.person import MergeProposal, Person
    from assistant.model.search import NamedOften


def people(arguments: Namespace, office: Path) -> int:
    """`assistant people`: everybody known and who may be one person, or the person a decision was about."""
    desk = Office.at(office)
    if arguments.same or arguments.different:
        decided = desk.same_person(*arguments.same) if arguments.same else desk.different_people(*arguments.different)
        if arguments.json:
            output.print_json(_plain(decided))
        else:
            _print_person(decided)
        return 0
    if arguments.table:
        return _import(desk, arguments.table, overwrite=arguments.overwrite)
    words = " ".join(arguments.words)
    known = [person for person in desk.people.all() if any(fold(words) in fold(name) for name in person.names)]
    named = desk.dossiers.named_only(words, arguments.limit)
    _tell(known, () if words else desk.merge_proposals(), named, as_json=arguments.json)
    return 0


def _import(desk: Office, table: Path, *, overwrite: bool) -> int:
    """Persons and addresses from a table; each that is new or was completed is told."""
    taken = list(desk.transfer.read_members(table, overwrite=overwrite))
    for each in taken:
        if each.new:
            output.print_data(one_line(each.name))
    new = sum(each.new for each in taken)
    output.say(f"{new} taken in or completed, {len(taken) - new} stood here as they are.")
    return 0


def _tell(
    known: "Sequence[Person]", proposals: "Sequence[MergeProposal]", named: "Sequence[NamedOften]", *, as_json: bool
) -> None:
    if as_json:
        told = {"people": known, "proposals": proposals, "named": named}
        output.print_json({what: [_plain(value) for value in values] for what, values in told.items()})
        return
    for person in known:
        _print_person(person)
    if named:
        output.print_data(("\n" if known else "") + "Named in letters, nothing kept of them")
    for each in named:
        letters = "1 letter" if each.letters == 1 else f"{each.letters:,} letters"
        output.print_data(f"{letters:28}{one_line(each.name)}")
    for proposal in proposals:
        _print_proposal(proposal)
    output.say(_summary(len(known), len(proposals)))


def _plain(value: "Value") -> dict[str, object]:
    return value.model_dump(mode="json", exclude_defaults=True)


def _print_person(person: "Person") -> None:
    roles = "; ".join(one_line(role.title) for role in person.roles)
    output.print_data(f"{person.id:28}{', '.join(filter(None, (one_line(person.name), roles)))}")
    if person.aliases:
        output.print_data(f"{'':28}also {'; '.join(map(one_line, person.aliases))}")
    if person.not_same:
        output.print_data(f"{'':28}not {'; '.join(map(one_line, person.not_same))}")


def _print_proposal(proposal: "MergeProposal") -> None:
    output.print_data(f"\n{one_line(proposal.one.name)} = {one_line(proposal.other.name)} ?")
    for reason in proposal.reasons:
        output.print_data(f"    {one_line(reason)}")


def _summary(known: int, proposals: int) -> str:
    people = f"{known} {'person' if known == 1 else 'people'} known"
    if not known and not proposals:
        return "Nothing is kept of anybody so called; assistant person NAME --role “TITLE | BODY” begins it."
    if not proposals:
        return f"{people}; nobody else seems to be one of them."
    pairs = "1 pair may be one person" if proposals == 1 else f"{proposals} pairs may be one person"
    return f"{people}; {pairs}. Decide with --same NAME NAME or --different NAME NAME."
