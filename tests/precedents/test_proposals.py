"""Who may be one person: fifty pairs that are, fifty that are not, and what the letters must say beside a name."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from assistant.model.letter import DocumentKind
from assistant.model.mention import Mention, MentionKind
from assistant.model.person import MergeProposal, Person, Role
from assistant.model.precedent import Precedent, Record
from assistant.model.source import make_source
from assistant.precedents import proposals
from assistant.precedents.index import tables
from assistant.precedents.index.entry import entry_of
from assistant.precedents.index.schema import create_schema
from assistant.precedents.names import Fit, Name, compare
from assistant.precedents.proposals import propose

PAIRS = Path(__file__).with_name("names_of_people.txt")
FEWEST = 50


@dataclass(frozen=True)
class Named:
    """A name with what a letter says beside it."""

    name: str
    role: str = ""
    company: str = ""


@dataclass(frozen=True)
class Pair:
    one: Named
    other: Named
    same: bool

    def __str__(self) -> str:
        return f"{self.one.name} {'=' if self.same else '≠'} {self.other.name}"


@cache
def pairs(part: int = 0) -> tuple[Pair, ...]:
    """The fifty and fifty, or (part 1) the names that were tried later."""
    of_part = PAIRS.read_text("utf-8").split("## Names the rules had not seen")[part]
    parts = [re.split(" ([=≠]) ", line) for line in of_part.splitlines() if not line.startswith("#")]
    parts = [found for found in parts if len(found) == 3]
    return tuple(Pair(named(one), named(other), sign == "=") for one, sign, other in parts)


def named(written: str) -> Named:
    match = re.fullmatch(r"(?P<name>[^()]+?)(?: \((?P<beside>[^()]+)\))?", written)
    assert match
    beside = (match["beside"] or "").split("; ")
    company = [part.removeprefix("with ") for part in beside if part.startswith("with ")]
    roles = [part for part in beside if part and not part.startswith("with ")]
    return Named(match["name"], "".join(roles), "".join(company))


def letter(number: int, *people: Named) -> Precedent:
    """A letter that names some people and nobody else."""
    names = [(one.name, one.role) for one in people] + [(one.company, "") for one in people if one.company]
    text = "\n\n".join(name for name, _ in names)
    starts = [text.index(name) for name, _ in names]
    source = make_source(text, (), name="letter.txt", original=text.encode(), media_type="text/plain")
    mentions = tuple(
        Mention(text=name, start=start, end=start + len(name), kind=MentionKind.PERSON, role=role or None)
        for (name, role), start in zip(names, starts, strict=True)
    )
    identity = {"id": f"2019-05-23-{number}", "kind": DocumentKind.LETTER, "language": "en"}
    record = Record.model_validate({**identity, "source": source.description, "mentions": mentions})
    return Precedent(record=record, text=text)


FILLERS = tuple(Named(name) for name in ("Federica Mogherini", "Ursula Plassnik", "Hugo Weber", "Ines Lindgren"))
"""Others in an office, so that a companion does not stand in all its letters."""


def index_of(*letters: tuple[Named, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_schema(connection)
    for number, people in enumerate((*letters, *((filler,) for filler in FILLERS))):
        tables.store(connection, entry_of(letter(number, *people)), "2019", "")
    return connection


def proposals_for(*letters: tuple[Named, ...], people: tuple[Person, ...] = ()) -> tuple[MergeProposal, ...]:
    connection = index_of(*letters)
    try:
        return propose(connection, people)
    finally:
        connection.close()


def joined(found: tuple[MergeProposal, ...]) -> set[frozenset[str]]:
    return {frozenset((proposal.one.name, proposal.other.name)) for proposal in found}


def measure(tried: tuple[Pair, ...]) -> tuple[float, float]:
    """Precision and recall, printed with every pair that is missed or wrong."""
    found = {pair for pair in tried if proposals_for((pair.one,), (pair.other,))}
    same = {pair for pair in tried if pair.same}
    precision, recall = len(same & found) / len(found), len(same & found) / len(same)
    print(f"\n{len(same)} pairs to merge, {len(tried) - len(same)} not to: {precision = :.3f}, {recall = :.3f}")
    for pair in sorted(found ^ same, key=str):
        print(f"    {'missed' if pair.same else 'wrong'}: {pair}")
    return precision, recall


def test_proposals_are_right_and_few_are_missed() -> None:
    assert min(sum(pair.same for pair in pairs()), sum(not pair.same for pair in pairs())) >= FEWEST
    precision, recall = measure(pairs())
    assert precision >= 0.98
    assert recall >= 0.85


def test_names_that_were_tried_later_fare_nearly_as_well() -> None:
    precision, recall = measure(pairs(1))
    assert precision >= 0.9
    assert recall >= 0.85


def test_among_all_these_names_nobody_is_taken_for_somebody_else() -> None:
    full = [one.name for pair in pairs() for one in (pair.one, pair.other) if not (one.role or one.company)]
    people = _people(pair for pair in pairs() if pair.same)
    found = joined(proposals_for(*((Named(name),) for name in dict.fromkeys(full))))
    wrong = [pair for pair in found if len({people.get(name, name) for name in pair}) > 1]
    print(f"\n{len(found)} proposals among {len(set(full))} names, {len(wrong)} of them wrong: {wrong}")
    assert len(wrong) <= 0.02 * len(found)


def _people(same: Iterator[Pair]) -> dict[str, str]:
    """Every name and one that stands for all names of its bearer."""
    people: dict[str, str] = {}
    for pair in same:
        one, other = (people.setdefault(side.name, side.name) for side in (pair.one, pair.other))
        people |= {name: one for name, bearer in people.items() if bearer == other}
    return people


OMBUDSMAN = Named("Askar Shakirov", "Ombudsman")


def test_the_reason_names_the_spellings_the_role_and_the_company() -> None:
    one = Named("Almat Zhumagulov", "Minister of Justice", "Ana Gomes")
    other = Named("Алмат Жумагулов", "Minister of Justice", "Ana Gomes")
    (proposal,) = proposals_for((one,), (other,))
    assert proposal.reasons == (
        "“Алмат Жумагулов” transliterates to “Almat Zhumagulov”",
        "both Minister of Justice",
        "both in letters with Ana Gomes",
    )
    assert (proposal.one.letters, proposal.other.letters) == (1, 1)


def test_a_surname_alone_needs_a_role_or_company() -> None:
    assert proposals_for((OMBUDSMAN,), (Named("Shakirov"),)) == ()
    assert proposals_for((OMBUDSMAN,), (Named("Shakirov", "Ombudsman"),))
    assert proposals_for((Named("Askar Shakirov", company="Ana Gomes"),), (Named("Shakirov", company="Ana Gomes"),))


def test_no_role_makes_one_of_a_woman_and_a_man() -> None:
    role = "member of the Democratic Choice"
    assert proposals_for((Named("Almat Zhumagulov", role),), (Named("Almat Zhumagulova", role),)) == ()


def test_a_name_that_fits_two_people_finds_neither() -> None:
    full = (Named("Oleg Petrovich Orlov"),), (Named("Oleg Ivanovich Orlov"),)
    assert proposals_for((Named("Oleg Orlov"),), full[0])
    assert proposals_for((Named("Oleg Orlov"),), *full) == ()


def test_company_that_stands_in_every_letter_says_nothing() -> None:
    gomes = "Ana Gomes"
    letters = [
        (Named(name, company=gomes),) for name in ("Askar Shakirov", "Shakirov", "Max Bokayev", "Bota Jardemalie")
    ]
    letters += [(Named(f"Hugo {name}", company=gomes),) for name in ("Berg", "Falk", "Roth")]
    assert proposals_for(*letters) == ()


def test_two_who_stand_in_one_letter_need_more_than_a_role() -> None:
    arman, armen = Named("Arman Petrosyan", "journalist"), Named("Armen Petrosyan", "journalist")
    assert proposals_for((arman,), (armen,))
    assert proposals_for((arman, armen)) == ()


SHAKIROV = Person(id="askar-shakirov", name="Askar Shakirov", aliases=("Шакиров",), roles=(Role(title="Ombudsman"),))


def test_a_known_person_is_proposed_once_with_all_ways_of_writing_the_name() -> None:
    (proposal,) = proposals_for((Named("Аскар Шакиров"),), (Named("Шакиров"),), people=(SHAKIROV,))
    assert proposal.one.name == "Askar Shakirov"
    assert (proposal.one.person, proposal.other.person) == ("askar-shakirov", None)


@pytest.mark.parametrize("decision", [{"aliases": ("Аскар Шакиров",)}, {"not_same": ("Аскар Шакиров",)}])
def test_what_was_decided_is_not_proposed_again(decision: dict[str, tuple[str, ...]]) -> None:
    person = SHAKIROV.model_copy(update=decision)
    assert proposals_for((Named("Аскар Шакиров"),), people=(person,)) == ()


def test_a_name_no_letter_gives_any_more_is_not_proposed() -> None:
    connection = index_of((OMBUDSMAN,), (Named("Аскар Шакиров"),))
    assert joined(propose(connection, ())) == {frozenset(("Askar Shakirov", "Аскар Шакиров"))}
    tables.forget(connection, "2019-05-23-1")
    assert propose(connection, ()) == ()
    connection.close()


def test_names_are_compared_by_their_keys_not_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [Named(f"{given}a {family}ov") for given in "BDKLMNPRST" for family in ("Bar", "Dal", "Kum", "Mil", "Rof")]
    compared: list[tuple[Name, Name]] = []

    def counted(one: Name, other: Name) -> Fit | None:
        compared.append((one, other))
        return compare(one, other)

    monkeypatch.setattr(proposals, "compare", counted)
    assert proposals_for(*((one,) for one in names)) == ()
    assert len(compared) < len(names)
