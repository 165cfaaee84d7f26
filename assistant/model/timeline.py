"""One matter over the years: facts in order of date, and how later ones stand to earlier ones, as far as words tell."""

from enum import StrEnum

from assistant.model.base import Value
from assistant.model.search import DatedFact


class Relation(StrEnum):
    """How a later fact stands to an earlier one."""

    CONTRADICTS = "contradicts"
    """It denies or refuses what the earlier one says or promises."""
    DIFFERS = "differs"
    """It gives another figure for the same thing."""
    CORROBORATES = "corroborates"
    """Another source says it too."""
    QUOTES = "quotes"
    """It says it with the words of the earlier one, or leans on it: no second source."""
    SAYS_AGAIN = "says_again"
    """The same person or body says it again."""


class Comparison(Value):
    """A proposal, with its reason; for a person to judge."""

    later: str
    """“precedent#fact”, as the other."""
    earlier: str
    relation: Relation
    because: str
    """A sentence for people."""


class Timeline(Value):
    """The facts that answer some words, the earliest first."""

    query: str
    by: str | None = None
    """Whose words alone are shown, when not everybody's."""
    facts: tuple[DatedFact, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    letters: int = 0
    """Letters that were looked through."""
    more: bool = False
    """Whether older letters answer too that were not looked through."""

    def behind(self, fact: DatedFact) -> tuple[Comparison, ...]:
        """What is proposed about a fact and those before it."""
        return tuple(each for each in self.comparisons if each.later == fact.key)

    def fact(self, key: str) -> DatedFact:
        """The fact of a key; raises KeyError when it is not shown."""
        return {fact.key: fact for fact in self.facts}[key]


class Overtaken(Value):
    """A fact somebody wants to cite, and what has been said since."""

    by: str
    """“precedent#fact” of the later one."""
    quote: str
    written: str | None = None
    """ISO 8601 date of its document."""
    because: str
    """A sentence for people."""
