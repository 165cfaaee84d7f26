"""Reads a letter from its files for the index. Imported when something changed, never for a search alone."""

from assistant.errors import InputFileError
from assistant.precedents.index.entry import Entry, entry_of, entry_of_text
from assistant.precedents.layout import Place
from assistant.precedents.records import read_precedent, read_text


def entry_at(place: Place) -> Entry:
    """The entry of the letter that stands at a place.

    What a damaged record leaves of a letter is its text: it stays in sight until somebody mends it.
    """
    try:
        precedent, _ = read_precedent(place)
        return entry_of(precedent)
    except InputFileError:
        return entry_of_text(place.id, _text_alone(place))


def _text_alone(place: Place) -> str:
    try:
        return read_text(place.text)
    except InputFileError:
        return ""
