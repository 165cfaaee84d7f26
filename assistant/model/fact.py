"""A fact: exact words of a source, what is done with them (the act), and who answers for them.

“Carlsson reports that Shakirov acknowledged” is not “there were cases”: the chain of attribution keeps the two apart.
"""

from enum import StrEnum

from assistant.model.base import Value


class Act(StrEnum):
    """What a sentence does."""

    COMMITMENT = "commitment"
    REQUEST = "request"
    ACKNOWLEDGEMENT = "acknowledgement"
    CONCERN = "concern"
    REFUSAL = "refusal"
    ACTION = "action"
    POSITION = "position"
    EVENT = "event"
    QUESTION = "question"


class Review(StrEnum):
    """What a person has decided about a fact."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    OBSOLETE = "obsolete"


CITABLE = frozenset({Review.ACCEPTED, Review.CORRECTED})
"""Only these may be printed in a letter."""

LIVE = frozenset(Review) - {Review.REJECTED, Review.OBSOLETE}
"""These still count."""

ASKING = frozenset({Act.REQUEST, Act.QUESTION})
"""Acts that want an answer."""


class Attribution(Value):
    """One link of the chain: who, and what they do with the words ("reports", "acknowledges", "commits")."""

    name: str
    act: str


class Locator(Value):
    """Where a fact stands, as a person would look it up."""

    page: int | None = None
    paragraph: int | None = None

    @property
    def words(self) -> str:
        """English words: "p. 1, para. 4"; empty when nothing is known."""
        page = f"p. {self.page}" if self.page else ""
        paragraph = f"para. {self.paragraph}" if self.paragraph else ""
        return ", ".join(filter(None, (page, paragraph)))


class Fact(Value):
    """A statement of a source with its exact words and place."""

    id: str
    """Unique in its record: "f3". A number is never used again."""
    act: Act
    quote: str
    start: int
    end: int
    block: int
    """Index of the block that holds the first word."""
    page: int | None = None
    context: str = ""
    """The whole sentence or sentences around the quote, white space folded."""
    by: tuple[Attribution, ...] = ()
    """From the author of the document to the person whose statement it is."""
    date: str | None = None
    """ISO 8601, when the text dates it."""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    review: Review = Review.PROPOSED
    because: str | None = None
    """Why it was proposed: the cue and the rule, for the reviewer."""
    note: str | None = None

    @property
    def citable(self) -> bool:
        """Whether a person has accepted it."""
        return self.review in CITABLE

    @property
    def live(self) -> bool:
        """Whether it still counts: neither rejected nor overtaken by another text."""
        return self.review in LIVE

    @property
    def speaker(self) -> str | None:
        """The person or body whose statement it is: the last link of the chain."""
        return self.by[-1].name if self.by else None
