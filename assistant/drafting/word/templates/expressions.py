"""What a tag may say: a white list of expressions, read by Jinja's parser and evaluated here, on plain data alone.

An expression becomes a function of the names known at its step. What can go wrong with people's data is an operation of
the filling, which is told the number of the tag: so everything missing or wrong is known with its place.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from jinja2 import nodes

from assistant.drafting.word.templates.filters import FILTERS, default
from assistant.drafting.word.templates.grammar import RefusedExpressionError, parse_expression, parse_list
from assistant.drafting.word.templates.names import Scope, Use, nearest
from assistant.drafting.word.templates.plain import ABSENT, walk
from assistant.drafting.word.templates.program import LOOP_NAMES, Expression, Frame
from assistant.drafting.word.templates.tags import Tag

_LIGHT = 80
"""Characters of an expression up to which it is not worth counting."""
_DEFAULT = {"default", "d"}
_RESERVED = re.compile(r"_.*|self|super|caller|varargs|kwargs")
_REFUSED = {
    nodes.Call: "A tag cannot call anything",
    nodes.BinExpr: "A tag does not calculate",
    nodes.UnaryExpr: "A tag does not calculate",
    nodes.Concat: "A tag does not join texts with “~”",
    nodes.Slice: "A tag does not cut lists or texts",
}


_Link: TypeAlias = "str | nodes.Expr"
"""A step of a reference: a name, or what stands between square brackets."""


class LoopHead(NamedTuple):
    """The head of a loop, read."""

    variable: str
    listed: Expression
    test: Expression | None
    scope: Scope
    """For what stands inside the loop."""


class Expressions:
    """Reads the expressions of one tag inside the loops that stand round it, and notes the values they use."""

    def __init__(self, tag: Tag, number: int, scope: Scope) -> None:
        self._tag, self._number, self._scope = tag, number, scope
        self.uses: list[Use] = []

    def read(self, text: str) -> Expression:
        """The expression, ready to be evaluated; raises RefusedExpressionError."""
        return self._weighed(self._compile(parse_expression(text)), text)

    def read_optional(self, text: str) -> Expression:
        """The same, for a value that need not be there; raises RefusedExpressionError."""
        return self._optional(parse_expression(text))

    def read_loop(self, text: str) -> LoopHead:
        """The head of a loop, `variable in list` or `variable in list if test`; raises RefusedExpressionError."""
        variable, found, rest = (part.strip() for part in text.partition(" in "))
        if not found or not variable.isidentifier() or _RESERVED.fullmatch(variable) or variable == "loop":
            raise RefusedExpressionError(
                "syntax", f"“for {text}” is no loop", "Write it as “for item in items”, with one name before “in”."
            )
        listed, test = parse_list(rest)
        items = self._weighed(self._compile(listed), rest)
        self._scope = self._scope.inside(variable, self._scope.path_of(listed))
        return LoopHead(
            variable, items, None if test is None else self._weighed(self._compile(test), rest), self._scope
        )

    def _weighed(self, expression: Expression, text: str) -> Expression:
        """The expression; a long one counts as many steps as it may have parts each time it is evaluated."""
        if len(text) <= _LIGHT:
            return expression
        number, weight = self._number, len(text) // 2

        def weighed(frame: Frame) -> object:
            frame.filling.bounds.take_steps(weight, number)
            return expression(frame)

        return weighed

    def _compile(self, node: nodes.Expr) -> Expression:
        match node:
            case nodes.Const(value=value):
                return lambda _: value
            case nodes.Neg(node=nodes.Const(value=int() | float() as number)):
                return lambda _: -number
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return self._reference(node, optional=False)
            case nodes.List() | nodes.Tuple():
                items = [self._compile(item) for item in node.items]
                return lambda frame: [item(frame) for item in items]
            case nodes.Compare(ops=[nodes.Operand() as right]):
                return self._comparison(node.expr, right)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                return self._test(node)
        return self._logic(node)

    def _logic(self, node: nodes.Expr) -> Expression:
        match node:
            case nodes.And():
                left, right = self._compile(node.left), self._compile(node.right)
                return lambda frame: left(frame) and right(frame)
            case nodes.Or():
                first, second = self._compile(node.left), self._compile(node.right)
                return lambda frame: first(frame) or second(frame)
            case nodes.Not():
                denied = self._compile(node.node)
                return lambda frame: not denied(frame)
            case nodes.CondExpr():
                test, then = self._compile(node.test), self._compile(node.expr1)
                otherwise = self._compile(node.expr2 or nodes.Const(""))
                return lambda frame: then(frame) if test(frame) else otherwise(frame)
        raise _refused(node)

    def _reference(self, node: nodes.Expr, *, optional: bool) -> Expression:
        """A name and the steps from it, as one walk through the data, which begins at all the names there are."""
        path, number, chain = self._scope.path_of(node), self._number, list[_Link]()
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            chain.insert(0, node.attr if isinstance(node, nodes.Getattr) else node.arg)
            node = node.node
        base: Expression = _all_names
        if isinstance(node, nodes.Name):
            chain.insert(0, node.name)
            self._check_loop(chain)
        else:
            base = self._compile(node)
        _check_names(chain)
        if path is not None:
            self.uses.append(Use(path=path, place=self._tag.place, optional=optional))
        written = "".join(_written(link) for link in chain).lstrip(".")
        steps = self._steps(chain)
        if optional:
            return lambda frame: walk(base(frame), steps(frame))
        return lambda frame: frame.filling.look(number, base(frame), steps(frame), written)

    def _steps(self, chain: list[_Link]) -> Callable[[Frame], Sequence[object]]:
        """The steps of a walk; names, which nearly all are, are the same every time."""
        names = tuple(link for link in chain if isinstance(link, str))
        if len(names) == len(chain):
            return lambda _: names
        steps = [self._compile(nodes.Const(link) if isinstance(link, str) else link) for link in chain]
        return lambda frame: [step(frame) for step in steps]

    def _check_loop(self, chain: list[_Link]) -> None:
        said = _said(chain)
        if said[0] == "loop" and ("loop" not in self._scope or said[1:] not in [[name] for name in LOOP_NAMES]):
            known = ", ".join(f"loop.{name}" for name in LOOP_NAMES)
            raise RefusedExpressionError("refused-expression", "A loop does not know this", f"Inside a loop: {known}.")

    def _comparison(self, left: nodes.Expr, right: nodes.Operand) -> Expression:
        number, how, one, other = self._number, right.op, self._compile(left), self._compile(right.expr)
        return lambda frame: frame.filling.compare(number, one(frame), how, other(frame))

    def _filter(self, node: nodes.Filter) -> Expression:
        name, number = node.name, self._number
        if node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
            raise RefusedExpressionError("refused-expression", f"The filter “{name}” takes no named values")
        if name not in FILTERS and name not in _DEFAULT:
            advice = nearest(name, FILTERS) or f"There are: default, {', '.join(sorted(FILTERS))}."
            raise RefusedExpressionError("unknown-filter", f"There is no filter “{name}”", advice)
        most = 2 if name in _DEFAULT else FILTERS[name].arguments
        if len(node.args) > most:
            raise RefusedExpressionError("refused-expression", f"The filter “{name}” takes at most {most} values")
        arguments = [self._compile(argument) for argument in node.args]
        if name in _DEFAULT:
            wanted = self._optional(node.node)
            return lambda frame: default(wanted(frame), *(argument(frame) for argument in arguments))
        value = self._compile(node.node)
        return lambda frame: frame.filling.apply(
            number, name, value(frame), *(argument(frame) for argument in arguments)
        )

    def _test(self, node: nodes.Test) -> Expression:
        if node.name in {"defined", "undefined"}:
            value, there = self._optional(node.node), node.name == "defined"
            return lambda frame: (value(frame) is not ABSENT) is there
        if node.name == "none":
            asked = self._compile(node.node)
            return lambda frame: asked(frame) is None
        message = f"A tag cannot ask whether something is “{node.name}”"
        raise RefusedExpressionError("refused-expression", message, "It can ask “is defined” and “is none”.")

    def _optional(self, node: nodes.Expr) -> Expression:
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            return self._reference(node, optional=True)
        return self._compile(node)


def _all_names(frame: Frame) -> object:
    return frame.names


def _check_names(chain: list[_Link]) -> None:
    for name in _said(chain):
        if isinstance(name, str) and _RESERVED.fullmatch(name):
            raise RefusedExpressionError("refused-expression", f"“{name}” is no name a template may use")


def _said(chain: list[_Link]) -> list[object]:
    return [link.value if isinstance(link, nodes.Const) else link for link in chain]


def _refused(node: nodes.Node) -> RefusedExpressionError:
    for kind, message in _REFUSED.items():
        if isinstance(node, kind):
            return RefusedExpressionError("refused-expression", message, "Put the finished value into the data.")
    return RefusedExpressionError(
        "refused-expression", "A tag cannot say this", "Put the finished value into the data."
    )


def _written(link: _Link) -> str:
    if isinstance(link, str):
        return f".{link}"
    match link:
        case nodes.Const(value=str() as name):
            return f".{name}"
        case nodes.Const(value=value):
            return f"[{value}]"
        case nodes.Neg(node=nodes.Const(value=value)):
            return f"[-{value}]"
    return "[…]"
