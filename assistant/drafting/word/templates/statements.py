"""Markup and tags in order become a program: loops and conditions opened, divided, closed. Tells every error at once.

Nothing is filled here, and the text between the tags is never looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.word.templates.expressions import Expressions
from assistant.drafting.word.templates.grammar import RefusedExpressionError, refuse_autocorrection
from assistant.drafting.word.templates.names import Scope, Use, nearest
from assistant.drafting.word.templates.plain import ABSENT
from assistant.drafting.word.templates.program import (
    Condition,
    Exchange,
    Expression,
    Frame,
    Loop,
    Markup,
    Show,
    Span,
    Step,
)
from assistant.drafting.word.templates.tags import Tag, TagKind

if TYPE_CHECKING:
    from assistant.model.finding import Finding

_DEEPEST = 12
"""Loops and conditions inside one another."""
_KEYWORDS = ("for", "if", "elif", "else", "endfor", "endif")
_SCOPES = {"p", "tr", "tc", "r"}


@dataclass
class _Block:
    """A loop or condition that is open."""

    keyword: str
    number: int
    step: Loop | Condition
    outside: Scope
    body: list[Step]
    """Where steps go at the moment."""
    divided: bool = False
    """Whether its “else” has been met."""


class Statements:
    """Builds the program of a part."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._scope = Scope()
        self._open: list[_Block] = []
        self.steps: list[Step] = []
        self.findings: list[Finding] = []
        self.uses: list[Use] = []
        self.pairs: list[tuple[int, int]] = []
        """Numbers of the tags that open a block, each with one that divides or closes it."""

    def markup(self, text: str) -> None:
        """Markup to be written as it is."""
        if text:
            self._put(Markup(text))

    def tag(self, number: int) -> None:
        """A tag, by its number."""
        tag = self._tags[number]
        if tag.kind is TagKind.PRINT:
            self._put(Show(number, self._read(number, tag.text)))
        elif tag.kind is TagKind.STATEMENT:
            keyword, _, rest = tag.text.partition(" ")
            self._statement(number, keyword, rest.strip())
        elif tag.kind is TagKind.PICTURE:
            self._put(Exchange(number, self._read_picture(number)))
        elif tag.kind is TagKind.NOTE:
            self._open_condition(number, lambda frame: frame.filling.keeps_note(tag.text))

    def finish(self) -> None:
        """Say which blocks were never closed."""
        for block in self._open:
            words = self._tags[block.number].place.words
            advice = f"Write {{% end{block.keyword} %}} where it ends."
            self._report(block.number, "unclosed-block", f"“{words}” is never closed.", advice)

    def _statement(self, number: int, keyword: str, rest: str) -> None:
        match keyword:
            case "for":
                self._open_loop(number, rest)
            case "if":
                self._open_condition(number, self._read(number, rest))
            case "elif":
                self._divide(number, keyword, rest)
            case "else":
                self._divide(number, keyword, "")
                self._check_alone(number, keyword, rest)
            case "endfor" | "endif":
                self._close(number, keyword)
                self._check_alone(number, keyword, rest)
            case "colspan":
                self._put(Span(number, self._read(number, rest)))
            case _:
                self._unknown(number, keyword)

    def _open_loop(self, number: int, head: str) -> None:
        reader, outside = self._reader(number), self._scope
        step = Loop(number, "", _nothing)
        try:
            read = reader.read_loop(head)
            step = Loop(number, read.variable, read.listed, read.test)
            self._scope = read.scope
        except RefusedExpressionError as error:
            self._refuse(number, error)
        self.uses += reader.uses
        self._enter(_Block("for", number, step, outside, step.body))

    def _open_condition(self, number: int, test: Expression) -> None:
        branch: list[Step] = []
        self._enter(_Block("if", number, Condition([(test, branch)]), self._scope, branch))

    def _enter(self, block: _Block) -> None:
        self._put(block.step)
        self._open.append(block)
        if len(self._open) == _DEEPEST + 1:
            message = f"More than {_DEEPEST} loops and conditions stand inside one another."
            self._report(block.number, "too-deep", message, "Divide the template.")

    def _divide(self, number: int, keyword: str, test: str) -> None:
        block = self._open[-1] if self._open else None
        if block is None or block.divided or (keyword == "elif" and block.keyword == "for"):
            wanted = "“if”" if keyword == "elif" else "“if” or “for”"
            message = f"“{keyword}” stands where no {wanted} is open for it."
            self._report(number, "misplaced-statement", message, "Write {% if … %} before it, or take it out.")
            return
        self.pairs.append((block.number, number))
        block.divided = keyword == "else"
        if isinstance(block.step, Condition):
            block.body = []
            block.step.branches.append((self._read(number, test) if keyword == "elif" else _always, block.body))
        else:
            block.body, self._scope = block.step.otherwise, block.outside

    def _close(self, number: int, keyword: str) -> None:
        if not self._open:
            message = f"“{keyword}” closes nothing: no “{keyword[3:]}” is open here."
            advice = f"Write {{% {keyword[3:]} … %}} before it, or take it out."
            self._report(number, "misplaced-statement", message, advice)
            return
        block = self._open.pop()
        self._scope = block.outside
        self.pairs.append((block.number, number))
        if keyword != f"end{block.keyword}":
            opened = self._tags[block.number].place
            message = f"“{keyword}” closes “{opened.words}” of {opened}, which is closed by “end{block.keyword}”."
            self._report(number, "misplaced-statement", message, f"Write {{% end{block.keyword} %}}.")

    def _check_alone(self, number: int, keyword: str, rest: str) -> None:
        """“else if” would be taken for “else”, and the letter would say the wrong thing."""
        if not rest:
            return
        try:
            refuse_autocorrection(rest)
        except RefusedExpressionError as error:
            self._refuse(number, error)
            return
        advice = "Write {% elif … %}." if rest.startswith("if ") else f"Write {{% {keyword} %}}."
        self._report(number, "syntax", f"Nothing may stand behind “{keyword}”, but “{rest}” does.", advice)

    def _unknown(self, number: int, keyword: str) -> None:
        try:
            refuse_autocorrection(keyword)
        except RefusedExpressionError as error:
            self._refuse(number, error)
            return
        advice = nearest(keyword.casefold(), _KEYWORDS) or "A template knows for, if, elif, else, endfor and endif."
        if keyword in _SCOPES:
            advice = f"Write “{{%{keyword} … %}}”, without a space before “{keyword}”."
        self._report(number, "unknown-statement", f"A template does not know the statement “{keyword}”.", advice)

    def _reader(self, number: int) -> Expressions:
        return Expressions(self._tags[number], number, self._scope)

    def _read(self, number: int, text: str) -> Expression:
        reader = self._reader(number)
        try:
            return reader.read(text)
        except RefusedExpressionError as error:
            self._refuse(number, error)
            return _nothing
        finally:
            self.uses += reader.uses

    def _read_picture(self, number: int) -> Expression:
        """A bare name is no use of a value: it may be nothing but the name of a picture."""
        tag, reader = self._tags[number], self._reader(number)
        if tag.place.words != tag.text:
            return self._read(number, tag.text)
        try:
            return reader.read_optional(tag.text)
        except RefusedExpressionError:
            return _nothing

    def _refuse(self, number: int, error: RefusedExpressionError) -> None:
        words = self._tags[number].place.words
        self._report(number, error.code, f"“{words}” cannot be used. {error}.", error.advice)

    def _put(self, step: Step) -> None:
        (self._open[-1].body if self._open else self.steps).append(step)

    def _report(self, number: int, code: str, message: str, advice: str) -> None:
        self.findings.append(self._tags[number].place.finding(code, message, advice))


def _nothing(_: Frame) -> object:
    return ABSENT


def _always(_: Frame) -> object:
    return True
