"""A citation of a draft together with what stands behind it: whose words, which letter, where in it, and what holds."""

from pydantic import Field

from assistant.model.base import Value
from assistant.model.fact import Act, Locator, Review
from assistant.model.finding import Finding


class Cited(Value):
    """One citation of a draft."""

    key: str
    """`precedent#fact`, or the precedent alone."""
    start: int
    """Of its brackets in the body."""
    end: int
    place: str
    """Where in the draft: “para. 3”."""
    precedent: str
    letter: str = ""
    """The document as a footnote names it, in English; empty where there is none of this id."""
    words: str = ""
    """The words of the fact as the source has them; empty where the whole document is cited."""
    locator: Locator = Field(default_factory=Locator)
    act: Act | None = None
    speaker: str = ""
    review: Review | None = None
    """What a person has decided about the fact."""
    finding: Finding | None = None
    """The gravest of what is wrong with the citation, or with the words it answers for."""
