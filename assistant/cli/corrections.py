"""Corrections typed on the command line, as changes of a record. What they do is for model/correction.py to say."""

from argparse import Namespace
from functools import partial

from assistant.errors import BadArgumentError
from assistant.model.correction import Change, Correction, add_fact, correct_fact, place_of_words
from assistant.model.fact import Act
from assistant.model.precedent import Precedent
from assistant.model.typed import read_chain, read_day


def changes_of(arguments: Namespace) -> tuple[Change, ...]:
    """The changes asked for, in order: words before what is said about them. Raises BadArgumentError."""
    return (
        *(partial(_reword, fact=fact, words=words) for fact, words in arguments.words),
        *(partial(correct_fact, fact_id=fact, correction=Correction(act=_act(act))) for fact, act in arguments.act),
        *(
            partial(correct_fact, fact_id=fact, correction=Correction(by=read_chain(said)))
            for fact, said in arguments.said_by
        ),
        *(
            partial(correct_fact, fact_id=fact, correction=Correction(date=read_day(day)))
            for fact, day in arguments.date
        ),
        *(partial(_mark, act=_act(act), words=words) for act, words in arguments.mark),
    )


def _reword(precedent: Precedent, fact: str, words: str) -> Precedent:
    return correct_fact(precedent, fact, Correction(span=place_of_words(precedent, words)))


def _mark(precedent: Precedent, act: Act, words: str) -> Precedent:
    return add_fact(precedent, place_of_words(precedent, words), act)


def _act(name: str) -> Act:
    try:
        return Act(name.casefold())
    except ValueError as error:
        known = ", ".join(act.value for act in Act)
        raise BadArgumentError(name, "there is no such act", f"Known: {known}.") from error
