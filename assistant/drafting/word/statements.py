"""Marks in order become a tree of Jinja nodes: loops and conditions opened, divided and closed. Reports every error at once.

Nothing is rendered here, and the text between the marks is never looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import nodes

from assistant.drafting.word.expressions import Expressions, RefusedExpressionError
from assistant.drafting.word.names import Scope, Use, nearest
from assistant.drafting.word.tags import Tag, TagKind
from assistant.model.finding import Finding

_DEEPEST = 12
"""Loops and conditions inside one another."""
_KEYWORDS = ("for", "if", "elif", "else", "endfor", "endif")
_MISSED_SCOPE = {"p", "tr", "tc", "r"}


@dataclass
class _Block:
    """A loop or condition that is open."""

    keyword: str
    number: int
    node: nodes.For | nodes.If
    outside: Scope
    body: list[nodes.Node]
    """Where nodes go at the moment."""
    divided: bool = False
    """Whether its “else” has been met."""


class Statements:
    """Builds the body of a template from markup and tags, given in the order they stand in the part."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._scope = Scope()
        self._open: list[_Block] = []
        self.body: list[nodes.Node] = []
        self.findings: list[Finding] = []
        self.uses: list[Use] = []
        self.pairs: list[tuple[int, int]] = []
        """Numbers of the tags that open a block, each with one that divides or closes it."""

    def markup(self, text: str) -> None:
        """Markup to be written as it is."""
        if text:
            self._put(nodes.Output([nodes.TemplateData(text)]))

    def tag(self, number: int) -> None:
        """A tag, by its number."""
        tag = self._tags[number]
        if tag.kind is TagKind.PRINT:
            reader = self._reader(number)
            shown = self._read(reader, number, tag.text)
            self._put(nodes.Output([reader.operation("show", shown)]))
        elif tag.kind is TagKind.STATEMENT:
            self._statement(number, *tag.text.partition(" ")[::2])

    def finish(self) -> None:
        """Say which blocks were never closed."""
        for block in self._open:
            words = self._tags[block.number].place.words
            advice = f"Write {{% end{block.keyword} %}} where it ends."
            self._report(block.number, "unclosed-block", f"“{words}” is never closed.", advice)

    def _statement(self, number: int, keyword: str, rest: str) -> None:
        match keyword:
            case "for":
                self._open_loop(number, rest.strip())
            case "if":
                self._open_condition(number, rest.strip())
            case "elif" | "else":
                self._divide(number, keyword, rest.strip())
            case "endfor" | "endif":
                self._close(number, keyword)
            case "colspan":
                self._span(number, rest)
            case _:
                self._unknown(number, keyword)

    def _open_loop(self, number: int, head: str) -> None:
        reader, outside = self._reader(number), self._scope
        target = nodes.Name("item", "store")
        node = nodes.For(target, nodes.List([]), [], [], None, False)
        try:
            loop = reader.read_loop(head)
        except RefusedExpressionError as error:
            self._refuse(number, error)
        else:
            target.name, node.iter, node.test, self._scope = loop.variable, loop.listed, loop.condition, loop.scope
        self.uses += reader.uses
        self._enter(_Block("for", number, node, outside, node.body))

    def _open_condition(self, number: int, condition: str) -> None:
        node = nodes.If(self._read(self._reader(number), number, condition), [], [], [])
        self._enter(_Block("if", number, node, self._scope, node.body))

    def _enter(self, block: _Block) -> None:
        self._put(block.node)
        self._open.append(block)
        if len(self._open) == _DEEPEST + 1:
            message = f"More than {_DEEPEST} loops and conditions stand inside one another."
            self._report(block.number, "too-deep", message, "Divide the template.")

    def _divide(self, number: int, keyword: str, condition: str) -> None:
        block = self._open[-1] if self._open else None
        if block is None or block.divided or (keyword == "elif" and block.keyword == "for"):
            message = f"“{keyword}” stands where no {'“if”' if keyword == 'elif' else '“if” or “for”'} is open for it."
            self._report(number, "misplaced-statement", message, "Write {% if … %} before it, or take it out.")
            return
        self.pairs.append((block.number, number))
        if isinstance(block.node, nodes.If) and keyword == "elif":
            added = nodes.If(self._read(self._reader(number), number, condition), [], [], [])
            block.node.elif_.append(added)
            block.body = added.body
        else:
            block.divided = True
            block.body = block.node.else_
            self._scope = block.outside

    def _close(self, number: int, keyword: str) -> None:
        if not self._open:
            message = f"“{keyword}” closes nothing: no “{keyword[3:]}” is open here."
            self._report(
                number, "misplaced-statement", message, f"Write {{% {keyword[3:]} … %}} before it, or take it out."
            )
            return
        block = self._open.pop()
        self._scope = block.outside
        self.pairs.append((block.number, number))
        if keyword != f"end{block.keyword}":
            opened = self._tags[block.number].place
            message = f"“{keyword}” closes “{opened.words}” of {opened}, which is closed by “end{block.keyword}”."
            self._report(number, "misplaced-statement", message, f"Write {{% end{block.keyword} %}}.")

    def _span(self, number: int, columns: str) -> None:
        reader = self._reader(number)
        self._put(nodes.Output([reader.operation("span", self._read(reader, number, columns))]))

    def _unknown(self, number: int, keyword: str) -> None:
        advice = nearest(keyword, _KEYWORDS) or "A template knows for, if, elif, else, endfor and endif."
        if keyword in _MISSED_SCOPE:
            advice = f"Write “{{%{keyword} … %}}”, without a space before “{keyword}”."
        self._report(number, "unknown-statement", f"A template does not know the statement “{keyword}”.", advice)

    def _reader(self, number: int) -> Expressions:
        return Expressions(self._tags[number], number, self._scope)

    def _read(self, reader: Expressions, number: int, text: str) -> nodes.Expr:
        try:
            return reader.read(text)
        except RefusedExpressionError as error:
            self._refuse(number, error)
            return nodes.Const("")
        finally:
            self.uses += reader.uses

    def _refuse(self, number: int, error: RefusedExpressionError) -> None:
        words = self._tags[number].place.words
        self._report(number, error.code, f"“{words}” cannot be used. {error}.", error.advice)

    def _put(self, node: nodes.Node) -> None:
        (self._open[-1].body if self._open else self.body).append(node)

    def _report(self, number: int, code: str, message: str, advice: str) -> None:
        self.findings.append(self._tags[number].place.finding(code, message, advice))
