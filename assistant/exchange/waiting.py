"""Which letters wait for an answer. Says of none that it is answered unless that is certain.

Certain is what a person has confirmed, and a letter back that itself speaks of the one it answers. What may be an
answer by parties and dates alone is told beside the letter, which goes on waiting.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from assistant.exchange.cues import addresses_the_reader
from assistant.exchange.parties import follows, is_same, tokens
from assistant.model.fact import Act
from assistant.model.letter import CORRESPONDENCE, DocumentKind
from assistant.model.outline import Outline, Said
from assistant.model.thread import Link


class Waiting(NamedTuple):
    """A letter that waits, and the links to letters that may have answered or repeated it."""

    letter: Outline
    perhaps: tuple[Link, ...]


def waiting(
    letters: Mapping[str, Outline], links: Iterable[Link], is_ours: Callable[[Outline], bool]
) -> Iterator[Waiting]:
    """The letters that ask for something and have no certain answer.

    A letter that was asked again waits no longer: the later one does, or had its answer.
    """
    behind: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.later in letters:
            behind[link.earlier].append(link)
    for letter in letters.values():
        if asks(letter):
            told = [link for link in behind[letter.id] if _bears_on(letters[link.later], letter, is_ours)]
            if not any(_settles(link, letters, is_ours) for link in told):
                yield Waiting(letter, tuple(told))


def asks(letter: Outline) -> bool:
    """Whether it waits for an answer at all: it asks or requests something, be it only a reply."""
    if letter.kind not in CORRESPONDENCE:
        return False
    return letter.kind is DocumentKind.WRITTEN_QUESTION or any(_is_for_the_reader(said, letter) for said in letter.asks)


def _is_for_the_reader(said: Said, letter: Outline) -> bool:
    """Whoever replies also tells what they asked of others: there a request counts when it speaks to the reader."""
    return not letter.is_reply or said.act == Act.QUESTION or addresses_the_reader(said.quote, letter.language)


def _bears_on(later: Outline, letter: Outline, is_ours: Callable[[Outline], bool]) -> bool:
    """Whether it can be an answer, or asks again; a letter of thanks from the same hand does neither."""
    return is_ours(later) != is_ours(letter) or asks(later)


def _settles(link: Link, letters: Mapping[str, Outline], is_ours: Callable[[Outline], bool]) -> bool:
    later, earlier = letters[link.later], letters[link.earlier]
    if link.confirmed or not link.by_reference:
        return link.confirmed
    if is_ours(later) == is_ours(earlier):
        return follows(later, earlier)
    return _comes_from_the_addressee(later, earlier)


def _comes_from_the_addressee(later: Outline, earlier: Outline) -> bool:
    """Whether who was asked wrote back; a third who speaks of the letter has not answered it."""
    if later.kind is DocumentKind.ANSWER:
        return True  # one Commissioner answers for another
    if later.sender is None or earlier.sender is None:
        return False
    to_whom_asked = any(is_same(earlier.sender, recipient) for recipient in later.recipients)
    return to_whom_asked and bool(tokens((later.sender,)) & tokens(earlier.recipients))
