"""The commands about people and matters over the years: `person` and `timeline`."""

from argparse import Namespace
from functools import partial, reduce
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.errors import BadArgumentError
from assistant.model.display import one_line
from assistant.model.fact import Locator
from assistant.model.person import Audience, Naming, Person
from assistant.model.typed import read_lines
from assistant.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from assistant.model.dossier import Dossier, PromiseLine, RoleHeld
    from assistant.model.search import DatedFact
    from assistant.model.timeline import Timeline

_RELATIONS = {
    "contradicts": "against",
    "differs": "another figure than",
    "corroborates": "confirms",
    "quotes": "repeats",
    "says_again": "says again",
}
_SHORT = 80


def person(arguments: Namespace, office: Path) -> int:
    """`assistant person NAME`: what is to be kept of them is kept first, as one step."""
    desk = Office.at(office)
    changes = tuple(_changes(arguments, desk))
    if changes:
        particulars = desk.dossiers.particulars(arguments.name)
        kept = particulars.do(lambda one: reduce(lambda changed, change: change(changed), changes, one))
        output.say(f"Kept in precedents/people/{kept.id}.json.")
    if changes and not arguments.json:
        return 0
    return output.tell_value(desk.person(arguments.name), _print_dossier, as_json=arguments.json)


def timeline(arguments: Namespace, office: Path) -> int:
    """`assistant timeline WORDS`."""
    found = Office.at(office).timeline(" ".join(arguments.words), arguments.by)
    return output.tell_value(found, _print_timeline, as_json=arguments.json)


def _print_timeline(found: "Timeline") -> None:
    for facts in _by_words(found.facts):
        _print_facts(facts)
        for fact in facts:
            _print_comparisons(found, fact)
    if found.more:
        output.say(
            f"The newest {found.letters} letters with these words were looked through; before: finds older ones."
        )
    elif not found.facts:
        output.say("No fact says so. Fewer or shorter words find more.")


def _changes(arguments: Namespace, desk: Office) -> "Iterator[Callable[[Person], Person]]":
    naming = _naming(arguments)
    if naming:
        yield lambda one: one.model_copy(update={"naming": naming})
    for title in arguments.drop_role:
        yield partial(Person.without_role, title=title)
    for role in map(desk.dossiers.read_role, arguments.role):
        yield partial(Person.with_role, role=role)
    said = {name: getattr(arguments, name) for name in ("email", "title", "salutation")}
    kept: dict[str, object] = {name: words or None for name, words in said.items() if words is not None}
    if arguments.address is not None:
        kept["address"] = read_lines(arguments.address)
    if kept:
        yield lambda one: one.model_copy(update=kept)


def _naming(arguments: Namespace) -> Naming | None:
    if arguments.may_be_named:
        return Naming()
    said = next((option for option in ("only_in", "reason", "instead") if getattr(arguments, option)), None)
    if said and not arguments.not_to_be_named:
        option = f"--{said.replace('_', '-')}"
        raise BadArgumentError(option, "it says more about --not-to-be-named", "Give both.")
    if not arguments.not_to_be_named:
        return None
    places = tuple(Audience(place) for place in arguments.only_in)
    return Naming(allowed=False, only_in=places, reason=arguments.reason, instead=arguments.instead)


def _print_dossier(dossier: "Dossier") -> None:
    known = f"  ({dossier.person.id})" if dossier.person else ""
    output.print_data(f"{one_line(dossier.name)}{known}\n  {_may_be_named(dossier.naming)}")
    if dossier.spellings:
        output.print_data(f"  {'also':10}{one_line('; '.join(dossier.spellings))}")
    for role in dossier.roles:
        output.print_data(f"  {'role':10}{_role(role)}")
    for label, words in _particulars(dossier.person):
        output.print_data(f"  {label:10}{one_line(words)}")
    for label, letters in (("wrote", dossier.written), ("received", dossier.received)):
        for line in letters:
            parties = " → ".join(filter(None, (one_line(line.sender), one_line(line.recipients))))
            output.print_data(f"  {label:10}{line.precedent}  {line.date or 'undated'}  {parties}")
    for each in dossier.named:
        output.print_data(f"  {'named in':10}{each.precedent}  {each.written or 'undated'}  as {one_line(each.name)}")
    for title, facts in (("said", dossier.said), ("passed on", dossier.passed_on), ("said by others", dossier.about)):
        _print_section(title, facts)
    _print_lines("promises", map(_promise, dossier.promises))
    _print_lines("in order of date", map(_line, dossier.timeline))
    if dossier.more:
        query = f"'person:\"{dossier.name}\"'"
        output.say(f"Only the newest letters were looked through. For older ones: assistant search {query}")


def _particulars(person: Person | None) -> "Iterator[tuple[str, str]]":
    if person:
        said = (("address", ", ".join(person.address)), ("e-mail", person.email), ("called", person.salutation))
        yield from ((label, words) for label, words in said if words)


def _may_be_named(naming: Naming) -> str:
    if naming.allowed:
        return "may be named"
    where = f" but in what is {' or '.join(place.value for place in naming.only_in)}" if naming.only_in else ""
    reason = f": {one_line(naming.reason)}" if naming.reason else ""
    instead = f"; instead “{one_line(naming.instead)}”" if naming.instead else ""
    return f"NOT TO BE NAMED{where}{reason}{instead}"


def _role(role: "RoleHeld") -> str:
    held = one_line(", ".join(filter(None, (role.title, role.organisation))))
    seen = [day for day in dict.fromkeys((role.first_seen, role.last_seen)) if day]
    dates = (
        f"since {role.since}" if role.since else "",
        f"until {role.until}" if role.until else "",
        f"named so {' to '.join(seen)}" if seen else "",
    )
    said = ", ".join(filter(None, dates))
    return f"{held}  ({said})" if said else held


def _print_lines(title: str, lines: "Iterable[str]") -> None:
    shown = tuple(lines)
    if shown:
        output.print_data("\n".join((f"\n{title}", *(f"  {line}" for line in shown))))


def _print_section(title: str, facts: "Iterable[DatedFact]") -> None:
    shown = tuple(facts)
    if shown:
        output.print_data(f"\n{title}")
    for together in _by_words(shown):
        _print_facts(together, "  ")


def _by_words(facts: "Iterable[DatedFact]") -> "Iterator[tuple[DatedFact, ...]]":
    """Facts that follow each other and are the same words, of two days or two people, together: read once."""
    for _, together in groupby(facts, key=lambda fact: (fact.precedent, fact.start, fact.end)):
        yield tuple(together)


def _print_facts(together: "Sequence[DatedFact]", indent: str = "") -> None:
    for fact in together:
        said = " → ".join(f"{one_line(link.name)} {link.act}" for link in fact.by)
        chain = f"  ({said})" if said else ""
        output.print_data(f"{indent}{fact.day or 'undated'}  {fact.act}, {_place(fact)}{chain}")
    output.print_data(f"{indent}    “{one_line(together[0].quote)}”")


def _print_comparisons(found: "Timeline", fact: "DatedFact") -> None:
    for each in found.behind(fact):
        words = shorten(one_line(found.fact(each.earlier).quote), _SHORT, placeholder=" […]")
        output.print_data(f"    {_RELATIONS[each.relation]} {each.earlier} (proposed): “{words}”")
        output.print_data(f"        {one_line(each.because)}")


def _promise(promise: "PromiseLine") -> str:
    said = f" as {one_line(promise.decided_by)} says" if promise.decided_by else ""
    return f"{promise.outcome}{said}  {_line(promise.fact)}"


def _line(fact: "DatedFact") -> str:
    return f"{fact.day or 'undated'}  {_place(fact)}  “{shorten(one_line(fact.quote), _SHORT, placeholder=' […]')}”"


def _place(fact: "DatedFact") -> str:
    return ", ".join(filter(None, (fact.key, Locator(page=fact.page, paragraph=fact.paragraph).words)))
