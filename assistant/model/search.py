"""What a search gives back: hits with snippets and facets to narrow by, or facts in order of date."""

from pydantic import Field

from assistant.model.base import Value
from assistant.model.fact import CITABLE, Act, Attribution, Review


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


class DatedFact(FactHit):
    """A fact with the document it stands in: a line of a timeline or of a person's page."""

    precedent: str
    written: str | None = None
    """ISO 8601 date of the document."""
    kind: str = ""
    """Of the document; see DocumentKind."""
    sender: str = ""
    recipients: str = ""
    date: str | None = None
    """ISO 8601, when the text dates what it tells."""
    by: tuple[Attribution, ...] = ()
    """From the author of the document to the person whose statement it is."""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    page: int | None = None
    paragraph: int | None = None

    @property
    def key(self) -> str:
        """“precedent#fact”."""
        return f"{self.precedent}#{self.fact}"

    @property
    def day(self) -> str:
        """What it is put in order by: its own date, else that of the document; empty when nobody knows."""
        return self.date or self.written or ""


class DatedFacts(Value):
    """The facts that answer a query, the earliest first, those without any date at the beginning."""

    query: str
    facts: tuple[DatedFact, ...] = ()
    letters: int = 0
    """Letters that were looked through."""
    more: bool = False
    """Whether older letters answer too that were not looked through."""


class NamedOften(Value):
    """Somebody the letters name, in the fullest form they give, and in how many of them."""

    name: str
    letters: int


class NamedIn(Value):
    """How a document names somebody."""

    name: str
    """The fullest form it gives."""
    role: str = ""
    """The role it gives beside the name."""
    precedent: str
    written: str | None = None
    """ISO 8601 date of the document."""
