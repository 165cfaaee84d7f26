"""Corrections typed on the command line, as changes of a record. What they do is for model/correction.py to say."""

import re
from argparse import Namespace
from functools import partial

from assistant.errors import BadArgumentError
from assistant.model.correction import Change, Correction, add_fact, correct_fact, place_of_words
from assistant.model.fact import Act, Attribution
from assistant.model.precedent import Precedent

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def changes_of(arguments: Namespace) -> tuple[Change, ...]:
    """The changes asked for, in order: words before what is said about them. Raises BadArgumentError."""
    return (
        *(partial(_reword, fact=fact, words=words) for fact, words in arguments.words),
        *(partial(correct_fact, fact_id=fact, correction=Correction(act=_act(act))) for fact, act in arguments.act),
        *(
            partial(correct_fact, fact_id=fact, correction=Correction(by=_chain(said)))
            for fact, said in arguments.said_by
        ),
        *(partial(correct_fact, fact_id=fact, correction=Correction(date=_date(day))) for fact, day in arguments.date),
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


def _chain(said: str) -> tuple[Attribution, ...]:
    """“Sven-Olov Carlsson reports; Askar Shakirov acknowledges”."""
    links = [link.strip().rpartition(" ") for link in said.split(";")]
    if not all(name for name, _, _ in links):
        raise BadArgumentError(said, "each link needs a name and what is done", "Write “Askar Shakirov acknowledges”.")
    return tuple(Attribution(name=name.strip(), act=act) for name, _, act in links)


def _date(day: str) -> str:
    """An ISO 8601 date, month, year or interval; empty for none."""
    if day and not _DATE.fullmatch(day):
        raise BadArgumentError(day, "this is no date", "Write it as 2019-05-06, 2019-05 or 2019.")
    return day
