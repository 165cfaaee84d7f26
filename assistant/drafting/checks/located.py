"""Findings about an edited letter while it is being checked: with the offset they belong to, then with words for it."""

from assistant.drafting.word.letters.wording import Wording
from assistant.model.base import Value
from assistant.model.finding import Finding, Severity


class Located(Value):
    """A finding to be, and the offset in the letter's wording it speaks of."""

    at: int
    code: str
    severity: Severity
    message: str
    quote: str = ""
    advice: str = ""
    placed: bool = True
    """Whether the words it speaks of stand there; those deleted stand nowhere."""

    def finding(self, whereabouts: "Whereabouts") -> Finding:
        """The finding, placed."""
        return Finding(
            code=self.code,
            severity=self.severity,
            message=self.message,
            place=whereabouts.place(self.at) if self.placed else "",
            quote=" ".join(self.quote.split()),
            advice=self.advice,
        )


class Whereabouts:
    """Names places of a letter as a reader counts: paragraphs from the one after the salutation."""

    def __init__(self, letter: Wording, head: int = 0) -> None:
        """`head` is the number of paragraphs up to the salutation; where it is not known, all are counted."""
        self._letter, self._head = letter, head

    def place(self, at: int) -> str:
        """“paragraph 3”."""
        index = self._letter.paragraph_at(at)
        return f"paragraph {index + 1 - self._head}" if index >= self._head else "above the text"
