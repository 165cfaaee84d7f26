"""Reviewing: every step is on disk at once, can be undone, and never runs over somebody else's."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from assistant.errors import ExternallyChangedError
from assistant.founding import make_office
from assistant.model.correction import Correction, correct_fact
from assistant.model.fact import Act, Review
from assistant.model.precedent import Precedent
from assistant.precedents.files import FileShelf
from assistant.reviewing import Reviewing

CARLSSON = "2019-05-23-carlsson-gomes"


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[FileShelf]:
    office = make_office(tmp_path / "office", examples=True)
    shelf = FileShelf(office / "precedents", office / ".assistant")
    yield shelf
    shelf.close()


def reject(fact: str, precedent: Precedent) -> Precedent:
    return precedent.reviewed(fact, Review.REJECTED, "not what it says")


def test_a_step_is_on_disk_at_once(shelf: FileShelf) -> None:
    reviewing = Reviewing(shelf, CARLSSON)
    reviewing.do(partial(reject, "f3"))
    assert shelf.get(CARLSSON).precedent == reviewing.precedent
    assert reviewing.precedent.fact("f3") != Reviewing(shelf, CARLSSON).precedent.fact("f4")


def test_every_step_can_be_undone_and_done_again(shelf: FileShelf) -> None:
    reviewing = Reviewing(shelf, CARLSSON)
    first = reviewing.precedent
    second = reviewing.do(partial(reject, "f3"))
    third = reviewing.do(lambda precedent: correct_fact(precedent, "f4", Correction(act=Act.CONCERN)))
    assert [reviewing.undo(), reviewing.undo(), reviewing.undo()] == [second, first, first]
    assert [reviewing.redo(), reviewing.redo(), reviewing.redo()] == [second, third, third]
    assert shelf.get(CARLSSON).precedent == third


def test_a_new_step_ends_what_could_be_done_again(shelf: FileShelf) -> None:
    reviewing = Reviewing(shelf, CARLSSON)
    reviewing.do(partial(reject, "f3"))
    reviewing.undo()
    reviewing.do(partial(reject, "f4"))
    assert not reviewing.can_redo


def test_a_step_that_changes_nothing_is_none(shelf: FileShelf) -> None:
    reviewing = Reviewing(shelf, CARLSSON)
    reviewing.do(lambda precedent: precedent)
    assert not reviewing.can_undo


def test_what_a_colleague_changed_meanwhile_is_not_written_over(shelf: FileShelf) -> None:
    ours, theirs = Reviewing(shelf, CARLSSON), Reviewing(shelf, CARLSSON)
    changed = theirs.do(partial(reject, "f5"))
    with pytest.raises(ExternallyChangedError):
        ours.do(partial(reject, "f3"))
    assert not ours.can_undo
    assert ours.read_again() == changed
    assert ours.do(partial(reject, "f3")).fact("f5") == changed.fact("f5")


def test_a_step_back_that_is_refused_can_still_be_taken(shelf: FileShelf) -> None:
    reviewing = Reviewing(shelf, CARLSSON)
    before = reviewing.precedent
    reviewing.do(partial(reject, "f3"))
    Reviewing(shelf, CARLSSON).do(partial(reject, "f5"))
    with pytest.raises(ExternallyChangedError):
        reviewing.undo()
    assert reviewing.can_undo
    assert not reviewing.can_redo
    assert reviewing.precedent != before


def test_progress_counts_what_is_decided(shelf: FileShelf) -> None:
    reviewing = Reviewing(shelf, CARLSSON)
    decided, total = reviewing.progress
    assert decided == total
    proposed = reviewing.do(lambda precedent: precedent.reviewed("f3", Review.PROPOSED))
    assert reviewing.progress == (total - 1, total)
    assert [fact.id for fact in reviewing.waiting] == ["f3"]
    assert proposed.fact("f3") == reviewing.waiting[0]
