"""What the exchange so far adds to a letter being answered: what it left open, what we said on its points before."""

from pydantic import Field

from assistant.model.base import Value
from assistant.model.coverage import CoveredPoint
from assistant.model.promise import KeyedFact


class Background(Value):
    """For the one letter that is answered."""

    open_points: tuple[CoveredPoint, ...] = ()
    """Requests and questions of our own letter that it did not answer in full."""
    positions: dict[str, tuple[KeyedFact, ...]] = Field(default_factory=dict)
    """By fact id of a request or question in it: accepted statements of our own earlier letters, the likest first."""
