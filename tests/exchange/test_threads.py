"""Threads: what answers what and why, and a gap where a letter is spoken of and not there."""

from datetime import UTC, datetime

import pytest

from assistant.exchange.links import link_letters
from assistant.exchange.threads import threads_of
from assistant.filing import read_document
from assistant.model.decision import LinkDecision
from assistant.model.folding import name_key
from assistant.model.letter import Party
from assistant.model.outline import Outline, outline_of
from assistant.model.precedent import Record
from assistant.model.thread import Thread
from tests.conftest import LETTERS

CARLSSON = "2019-05-23-carlsson-gomes"
INQUIRY, REPLY = "2019-09-02-gomes-carlsson", "2019-09-19-carlsson-gomes"


@pytest.fixture(scope="module")
def letters() -> dict[str, Record]:
    files = (LETTERS / "carlsson.txt", *sorted((LETTERS / "exchanges").glob("*.txt")))
    records = [read_document(file).record for file in files]
    return {record.id: record for record in records}


def outlines(letters: dict[str, Record]) -> dict[str, Outline]:
    return {each: outline_of(record) for each, record in letters.items()}


def is_ours(sender: Party | None) -> bool:
    return sender is not None and sender.display == "Ana Gomes"


def cut(later: str, earlier: str, *, joined: bool = False) -> LinkDecision:
    return LinkDecision(by="ana", at=datetime(2019, 10, 1, tzinfo=UTC), later=later, earlier=earlier, joined=joined)


def thread_of(precedent: str, threads: tuple[Thread, ...]) -> Thread:
    [found] = [thread for thread in threads if any(move.id == precedent for move in thread.moves)]
    return found


def test_a_letter_spoken_of_and_not_there_is_a_gap_before_the_one_that_speaks_of_it(letters: dict[str, Record]) -> None:
    first, second, *_ = thread_of(CARLSSON, threads_of(letters, is_ours)).moves
    assert (first.is_gap, first.date, first.sender, first.ours) == (True, "2019-05-15", "Ana Gomes", True)
    assert first.known_from == "your letter dated 15 May 2019"
    assert (second.id, second.ours) == (CARLSSON, False)


def test_the_gap_is_filled_when_the_letter_arrives(letters: dict[str, Record]) -> None:
    arrived = letters[INQUIRY].model_copy(update={"id": "2019-05-15-gomes-carlsson"})
    reply = letters[CARLSSON]
    first, *others = reply.letter.refers_to
    linked = reply.letter.model_copy(
        update={"refers_to": (first.model_copy(update={"precedent": arrived.id}), *others[:0])}
    )
    now = {arrived.id: arrived, reply.id: reply.model_copy(update={"letter": linked})}
    thread = thread_of(CARLSSON, threads_of(now, is_ours))
    assert thread.gaps == ()
    assert thread.answers_to(arrived.id) == (CARLSSON,)


def test_a_reply_that_names_no_letter_answers_the_nearest_of_the_other_side(letters: dict[str, Record]) -> None:
    silent = {
        record.id: record.model_copy(update={"letter": record.letter.model_copy(update={"refers_to": ()})})
        for record in (letters[INQUIRY], letters[REPLY])
    }
    [link] = link_letters(outlines(silent))
    assert (link.later, link.earlier) == (REPLY, INQUIRY)
    assert link.because == "Its addressee wrote back 17 days later."
    assert not link.confirmed


def test_letters_of_other_people_stay_apart(letters: dict[str, Record]) -> None:
    ids = {move.id for move in thread_of("2020-04-30-dalli-reintke", threads_of(letters, is_ours)).moves}
    assert not ids & {CARLSSON, INQUIRY, REPLY}


def test_a_link_somebody_cut_is_not_proposed_again(letters: dict[str, Record]) -> None:
    assert (INQUIRY, CARLSSON) in {(link.later, link.earlier) for link in link_letters(outlines(letters))}
    kept = {(link.later, link.earlier) for link in link_letters(outlines(letters), [cut(INQUIRY, CARLSSON)])}
    assert (INQUIRY, CARLSSON) not in kept


def test_a_link_somebody_made_joins_what_nobody_would_propose(letters: dict[str, Record]) -> None:
    pair = ("2019-11-12-shakirov-hautala", CARLSSON)
    thread = thread_of(CARLSSON, threads_of(letters, is_ours, [cut(*pair, joined=True)]))
    [link] = [link for link in thread.links if (link.later, link.earlier) == pair]
    assert link.confirmed
    assert link.because == "ana said so on 2019-10-01."


@pytest.mark.parametrize(
    ("one", "other"), [("Mr Askar Shakirov", "Shakirov"), ("H.E. Sven-Olov Carlsson", "Sven-Olov Carlsson")]
)
def test_forms_of_address_are_no_part_of_a_name(one: str, other: str) -> None:
    assert name_key(other) <= name_key(one)
