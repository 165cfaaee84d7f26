"""Writes the ids of precedents into the letters that refer to them, and takes out those of precedents that are gone.

Which precedent is meant is decided in linking.py. A letter is written whole or not at all, and never over a change
somebody else made; whoever calls holds the lock of the office.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

from assistant.errors import ExternallyChangedError, InputFileError
from assistant.model.precedent import Precedent
from assistant.precedents.checks import is_broken
from assistant.precedents.desk import Desk
from assistant.precedents.index import referral_tables
from assistant.precedents.index.linking import linked, to_be_linked, waiting
from assistant.precedents.layout import place_of
from assistant.precedents.records import json_bytes, read_precedent
from assistant.storage import write_file


def link_waiting(arrived: str, desk: Desk) -> None:
    """Write the id of a document that arrived into the earlier letters that refer to it. Raises StorageError."""
    for letter in desk.index.use(lambda index: waiting(index, arrived)):
        _rewrite(letter, desk, lambda precedent: _linked(precedent, desk))


def link_all(desk: Desk) -> Iterator[str]:
    """Link in every letter what is certain by now; gives the ids of the letters changed. Raises StorageError."""
    for letter in desk.index.use(to_be_linked):
        if _rewrite(letter, desk, lambda precedent: _linked(precedent, desk)):
            yield letter


def unlink_gone(desk: Desk) -> Iterator[str]:
    """Take out every link to a precedent that is gone; gives the ids of the letters changed. Raises StorageError."""
    for letter in desk.index.use(referral_tables.letters_with_broken_links):
        if _rewrite(letter, desk, lambda precedent: _without_gone(precedent, desk)):
            yield letter


def _linked(precedent: Precedent, desk: Desk) -> Precedent:
    return desk.index.use(lambda index: linked(index, precedent))


def _without_gone(precedent: Precedent, desk: Desk) -> Precedent:
    references = tuple(
        reference.model_copy(update={"precedent": None}) if is_broken(reference, desk.precedents) else reference
        for reference in precedent.record.letter.refers_to
    )
    return precedent.referring(references)


def _rewrite(letter: str, desk: Desk, change: Callable[[Precedent], Precedent]) -> bool:
    """Whether there was something to write. A letter that is damaged, or changed at this moment, is left as it is."""
    place = place_of(desk.precedents, letter)
    with suppress(InputFileError, ExternallyChangedError):
        precedent, seen = read_precedent(place)
        changed = change(precedent)
        if changed != precedent:
            data = json_bytes(changed.record.as_json())
            desk.change(place, changed, lambda: write_file(place.record, data, seen=seen))
            return True
    return False
