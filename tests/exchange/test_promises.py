"""Promises: open until a person says otherwise, with the later statements that may prove them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.exchange.promises import later_facts, promises_in, settle
from assistant.filing import read_document
from assistant.model.decision import Outcome, PromiseDecision
from assistant.model.precedent import Record
from assistant.model.promise import Promise

EXCHANGES = Path(__file__).parents[1] / "letters" / "exchanges"
FOLLOW_UP = """Nur-Sultan, 5 December 2019

Ms Ana Gomes
Member of the European Parliament

Dear Ms Gomes,

At the Human Rights Dialogue in Brussels on 26 November 2019 we raised the case of Mr Yerimbetov.

The Delegation organised a seminar on water management in Almaty.

Yours sincerely,

Sven-Olov Carlsson
Head of Delegation
"""


@pytest.fixture(scope="module")
def promise() -> Promise:
    [promise] = promises_in(read_document(EXCHANGES / "delegation-reply.txt").record)
    return promise


@pytest.fixture
def later(tmp_path: Path) -> Record:
    file = tmp_path / "later.txt"
    file.write_text(FOLLOW_UP, "utf-8")
    return read_document(file).record


def test_a_promise_knows_who_made_it_when_and_for_which_day(promise: Promise) -> None:
    assert promise.quote.startswith("We will raise the case of Mr Yerimbetov")
    assert (promise.by, promise.made_on, promise.due) == ("Sven-Olov Carlsson", "2019-09-19", "2019-11-27")
    assert promise.outcome is Outcome.OPEN


def test_a_later_letter_that_bears_on_it_is_proposed_as_its_proof(promise: Promise, later: Record) -> None:
    settled = settle(promise, list(later_facts([later], promise)), [])
    assert [proof.quote.startswith("At the Human Rights Dialogue in Brussels") for proof in settled.proposed] == [True]
    assert settled.outcome is Outcome.OPEN


def test_what_was_said_before_proves_nothing(promise: Promise) -> None:
    earlier = read_document(EXCHANGES / "delegation-inquiry.txt").record
    assert list(later_facts([earlier], promise)) == []


def test_a_decision_makes_it_kept(promise: Promise) -> None:
    decision = PromiseDecision(
        by="ana", at=datetime(2019, 12, 9, tzinfo=UTC), promise=promise.key, outcome=Outcome.KEPT, proof="x#f1"
    )
    settled = settle(promise, [], [decision])
    assert (settled.outcome, settled.proof, settled.decided_by) == (Outcome.KEPT, "x#f1", "ana")
