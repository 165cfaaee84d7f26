"""Which letters wait for an answer. Says of none that it is answered unless that is certain.

Certain is what a person has confirmed, and a letter back that itself speaks of the one it answers. What may be an
answer by parties and dates alone is told beside the letter, which goes on waiting.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property

from assistant.exchange.cues import asks_the_reader
from assistant.exchange.links import Neighbours, certain_links, link_letters
from assistant.exchange.parties import follows, is_same, tokens
from assistant.model.decision import Decision
from assistant.model.letter import CORRESPONDENCE, DocumentKind
from assistant.model.outline import Outline
from assistant.model.thread import Link


class Exchanges:
    """Letters of ours and to us, with what people decided about them."""

    def __init__(self, letters: Mapping[str, Outline], decisions: Sequence[Decision], ours: Container[str]) -> None:
        """`ours`: ids of the letters of the office."""
        self._letters = letters
        self._decisions = decisions
        self._ours = ours

    def waiting(self) -> Iterator[Outline]:
        """The letters that ask for something and have no certain answer.

        A letter that was asked again waits no longer: the later one does, or had its answer.
        """
        behind: defaultdict[str, list[Link]] = defaultdict(list)
        for link in certain_links(self._letters, self._decisions):
            behind[link.earlier].append(link)
        for letter in self._letters.values():
            if asks(letter) and not any(map(self._settles, behind.get(letter.id, ()))):
                yield letter

    def perhaps(self, letter: Outline) -> tuple[Link, ...]:
        """What may have answered a letter that waits, or asked again."""
        near = self._neighbours.of(letter) | {letter.id}
        links = link_letters(self._letters, self._decisions, near)
        return tuple(link for link in links if link.earlier == letter.id and self._bears_on(link))

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._letters.values())

    def _settles(self, link: Link) -> bool:
        if link.confirmed or not self._bears_on(link):
            return link.confirmed
        later, earlier = self._letters[link.later], self._letters[link.earlier]
        if (link.later in self._ours) == (link.earlier in self._ours):
            return follows(later, earlier)
        return _comes_from_the_addressee(later, earlier)

    def _bears_on(self, link: Link) -> bool:
        """Whether it can be an answer, or asks again; a letter of thanks from the same hand does neither."""
        return (link.later in self._ours) != (link.earlier in self._ours) or asks(self._letters[link.later])


def asks(letter: Outline) -> bool:
    """Whether it waits for an answer at all: it asks or requests something, be it only a reply."""
    if letter.kind not in CORRESPONDENCE:
        return False
    return letter.kind is DocumentKind.WRITTEN_QUESTION or any(
        asks_the_reader(said.quote, said.act, letter.language, in_reply=letter.is_reply) for said in letter.asks
    )


def _comes_from_the_addressee(later: Outline, earlier: Outline) -> bool:
    """Whether who was asked wrote back; a third who speaks of the letter has not answered it."""
    if later.kind is DocumentKind.ANSWER:
        return True  # one Commissioner answers for another
    if later.sender is None or earlier.sender is None:
        return False
    to_whom_asked = any(is_same(earlier.sender, recipient) for recipient in later.recipients)
    return to_whom_asked and bool(tokens((later.sender,)) & tokens(earlier.recipients))
