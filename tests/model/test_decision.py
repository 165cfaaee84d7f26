"""Decisions: the latest about one thing holds, whoever made it."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from assistant.model.decision import Answer, AnswerDecision, LinkDecision, Outcome, PromiseDecision, standing

PROMISE = "2019-05-23-carlsson-gomes#f15"


def moment(minute: int) -> datetime:
    return datetime(2019, 6, 20, 9, minute, tzinfo=UTC)


def test_the_later_of_two_decisions_about_one_promise_holds() -> None:
    kept = PromiseDecision(by="ana", at=moment(1), promise=PROMISE, outcome=Outcome.KEPT, proof="b#f1")
    opened = PromiseDecision(by="jan", at=moment(2), promise=PROMISE, outcome=Outcome.OPEN)
    assert standing([opened, kept]) == (opened,)


def test_decisions_about_different_things_stand_side_by_side_in_order_of_time() -> None:
    link = LinkDecision(by="ana", at=moment(3), later="b", earlier="a", joined=True)
    answer = AnswerDecision(by="ana", at=moment(1), point="a#f1", reply="b", answer=Answer.PARTLY)
    assert standing([link, answer]) == (answer, link)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValidationError):
        LinkDecision(by="ana", at=datetime(2019, 6, 20), later="b", earlier="a", joined=True)  # noqa: DTZ001 - the point
