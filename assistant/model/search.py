"""What a search gives back: hits with snippets, and facets to narrow by."""

from pydantic import Field

from assistant.model.base import Value
from assistant.model.fact import CITABLE, Act, Review


class FactHit(Value):
    """A fact that answers the query."""

    fact: str
    act: Act
    quote: str
    start: int
    end: int
    speaker: str | None = None
    review: Review = Review.PROPOSED

    @property
    def citable(self) -> bool:
        """Whether a person has accepted it."""
        return self.review in CITABLE


class Hit(Value):
    """A precedent that answers the query, best first."""

    precedent: str
    date: str | None = None
    sender: str = ""
    recipients: str = ""
    subject: str = ""
    kind: str = ""
    language: str = ""
    snippet: str = ""
    """Words around the match; the matched words stand between \\x02 and \\x03."""
    score: float = 0.0
    """BM25, smaller is better, as SQLite gives it."""
    facts: tuple[FactHit, ...] = ()
    """Its facts that answer the query, best first."""


class FacetCount(Value):
    """How many hits carry a value."""

    value: str
    count: int


class SearchResult(Value):
    """Hits, the number there are in all, and facets by name: act, person, place, year."""

    query: str
    total: int
    more: bool = False
    """Whether there are more than `total`: counting stops where numbers tell nothing any more."""
    nothing_filed: bool = False
    """Whether the office has no letter at all, whatever was asked."""
    hits: tuple[Hit, ...] = ()
    facets: dict[str, tuple[FacetCount, ...]] = Field(default_factory=dict)
