"""Reviewing line by line: one fact after another is said, with the sentence it stands in, and decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from assistant.model.correction import Correction, correct_fact, place_of_words
from assistant.model.display import one_line
from assistant.model.fact import Act, Review
from assistant.model.typed import read_chain, read_day
from assistant.tui.words import ACTS, count

if TYPE_CHECKING:
    from assistant.linear.talk import Talk
    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent
    from assistant.office import Office
    from assistant.reviewing import Reviewing

_MOST = 50
_HELP = (
    "a accepts, x rejects, e gives another act, b says by whom, w gives other words, d gives a date, "
    "u takes back the last step, r does it again, n goes on without a decision, q stops."
)


def review(talk: Talk, office: Office) -> None:
    """Choose among the letters that wait, newest first, until none waits or a person goes back."""
    from assistant.linear.letters import tell_letter  # noqa: PLC0415 - the two call each other

    while waiting := office.waiting(_MOST).hits:
        index = talk.choose("Review", [tell_letter(hit) for hit in waiting])
        if index is None:
            return
        review_letter(talk, office, waiting[index].precedent)
    talk.say("No letter waits for review.")


def review_letter(talk: Talk, office: Office, letter: str) -> None:
    """Go through the facts of a letter that nobody has decided about. Each step is on disk at once."""
    reviewing = office.reviewing(letter)
    passed: set[str] = set()
    talk.say(_HELP)
    while fact := next((fact for fact in reviewing.waiting if fact.id not in passed), None):
        _tell(talk, reviewing, fact)
        answer = talk.ask("Decide (h for help)").casefold()
        if answer == "q":
            return
        if answer == "n":
            passed.add(fact.id)
        else:
            _take_step(talk, reviewing, fact, answer)
    done, total = reviewing.progress
    talk.say(f"{done} of {count(total, 'fact')} reviewed.")


def _tell(talk: Talk, reviewing: Reviewing, fact: Fact) -> None:
    done, total = reviewing.progress
    told = ", as told by ".join(link.name for link in reversed(fact.by))
    talk.say(f"{done} of {total} reviewed. Fact {fact.id}, {ACTS[fact.act].word}, by {told or 'nobody named'}, ")
    talk.say(f"{reviewing.precedent.locator(fact).words}, date {fact.date or 'none'}:")
    talk.say(f"“{one_line(fact.quote)}”")
    if one_line(fact.context) != one_line(fact.quote):
        talk.say(f"It stands in: {one_line(fact.context)}")


def _take_step(talk: Talk, reviewing: Reviewing, fact: Fact, answer: str) -> None:
    try:
        if answer in {"u", "r"}:
            reviewing.undo() if answer == "u" else reviewing.redo()
        elif answer in {"a", "x"}:
            note = talk.ask("Why (enter for no reason)") if answer == "x" else ""
            reviewing.do(partial(_decide, fact=fact, review=_DECISIONS[answer], note=note))
        elif answer in _CORRECTIONS:
            correction = _ask_correction(talk, reviewing, answer)
            if correction:
                reviewing.do(partial(correct_fact, fact_id=fact.id, correction=correction))
        else:
            talk.say(_HELP)
    except AssistantError as error:
        talk.say(str(error))


_DECISIONS = {"a": Review.ACCEPTED, "x": Review.REJECTED}
_CORRECTIONS = frozenset("ebwd")


def _decide(precedent: Precedent, fact: Fact, review: Review, note: str) -> Precedent:
    return precedent.reviewed(fact.id, review, note or None)


def _ask_correction(talk: Talk, reviewing: Reviewing, answer: str) -> Correction | None:
    if answer == "e":
        index = talk.choose("Act", [ACTS[act].word for act in Act])
        return None if index is None else Correction(act=list(Act)[index])
    if answer == "b":
        return Correction(
            by=read_chain(talk.ask("By whom, as “Sven-Olov Carlsson reports; Askar Shakirov acknowledges”"))
        )
    if answer == "d":
        return Correction(date=read_day(talk.ask("Date, as 2019-05-06; enter for none")))
    words = talk.ask("The words, as they stand in the letter")
    return Correction(span=place_of_words(reviewing.precedent, words)) if words else None
