"""Corrections typed on the command line, as changes of a record. What they do is for model/correction.py to say."""

from argparse import Namespace
from functools import partial

from assistant.errors import BadArgumentError
from assistant.model.correction import (
    PARTS,
    Change,
    Correction,
    add_fact,
    correct_fact,
    forget_person,
    merge_people,
    place_of_words,
    set_part,
    split_person,
)
from assistant.model.fact import Act
from assistant.model.mention import MentionKind
from assistant.model.named import named_in
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
        *(partial(_set_part, part=part, words=words) for part, words in arguments.part),
        *(partial(_join, one=one, other=other) for one, other in arguments.join),
        *(partial(_split, name=name, form=form) for name, form in arguments.split),
        *(partial(_forget, name=name) for name in arguments.nobody),
    )


def _reword(precedent: Precedent, fact: str, words: str) -> Precedent:
    return correct_fact(precedent, fact, Correction(span=place_of_words(precedent, words)))


def _mark(precedent: Precedent, act: Act, words: str) -> Precedent:
    return add_fact(precedent, place_of_words(precedent, words), act)


def _set_part(precedent: Precedent, part: str, words: str) -> Precedent:
    if part not in PARTS:
        raise BadArgumentError(part, "a letter has no such part", f"Known: {', '.join(PARTS)}.")
    if not words:
        return set_part(precedent, part, None)
    words, day = words.rpartition(" ")[::2] if part == "date" else (words, "")
    return set_part(precedent, part, place_of_words(precedent, words), read_day(day))


def _join(precedent: Precedent, one: str, other: str) -> Precedent:
    return merge_people(precedent, _entity(precedent, one), _entity(precedent, other))


def _split(precedent: Precedent, name: str, form: str) -> Precedent:
    return split_person(precedent, _entity(precedent, name), [form])


def _forget(precedent: Precedent, name: str) -> Precedent:
    return forget_person(precedent, _entity(precedent, name))


def _entity(precedent: Precedent, name: str) -> str:
    """The person of a letter who is written like this somewhere in it."""
    people = named_in(precedent, {MentionKind.PERSON})
    written = {" ".join(form.split()): named.entity for named in people for form, _ in named.forms if named.entity}
    if name not in written:
        raise BadArgumentError(name, "nobody of this name is in the letter", f"Named: {', '.join(written)}.")
    return written[name]


def _act(name: str) -> Act:
    try:
        return Act(name.casefold())
    except ValueError as error:
        known = ", ".join(act.value for act in Act)
        raise BadArgumentError(name, "there is no such act", f"Known: {known}.") from error
