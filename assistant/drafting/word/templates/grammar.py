"""The grammar of expressions: Jinja's own, read by Jinja's parser. Nothing is evaluated here, no Python is generated.

That is stricter than Jinja's sandbox. The sandbox stands all the same, without globals, filters or tests, so that not
even a mistake of ours would find something to run.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

_LONGEST = 400
"""Characters an expression may have; no expression of a letter comes near."""
_PLAIN = re.compile(r"[^\W\d]\w{0,60}(?:\.[^\W\d]\w{0,60}){0,5}")
_WORDS = {"and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None"}
"""What looks like a name and is none."""
_STRING = re.compile(r"""("[^"]*"|'[^']*')""")
_AUTOCORRECTED = re.compile("[„‚«»‹›“”‘’–—…]")


class RefusedExpressionError(Exception):
    """An expression that cannot be read, or is not on the white list: kind of finding, sentence, advice."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        self.code, self.advice = code, advice
        super().__init__(message)


def parse_expression(text: str) -> nodes.Expr:
    """The tree of an expression; raises RefusedExpressionError."""
    plain = _plain_name(text)
    if plain is not None:
        return plain
    with _readable(text) as parser:
        return parser.parse_expression()


def parse_list(text: str) -> tuple[nodes.Expr, nodes.Expr | None]:
    """The trees of `list` or `list if test`, the second half of a loop's head; raises RefusedExpressionError."""
    plain = _plain_name(text)
    if plain is not None:
        return plain, None
    with _readable(text) as parser:
        listed = parser.parse_tuple(with_condexpr=False)
        return listed, parser.parse_expression() if parser.stream.skip_if("name:if") else None


def refuse_autocorrection(text: str) -> None:
    """Outside of quoted texts nothing may stand that Word put in by itself; raises RefusedExpressionError."""
    wrong = _AUTOCORRECTED.search(_STRING.sub('""', text))
    if wrong:
        raise RefusedExpressionError(
            "autocorrected",
            f"“{wrong[0]}” was put in by Word's autocorrection; a tag cannot read it",
            'Write straight quotation marks (") or a hyphen (-) there: Ctrl+Z undoes the autocorrection.',
        )


def _plain_name(text: str) -> nodes.Expr | None:
    """A dotted name, which nine of ten tags are; seen without the parser a template compiles a third faster."""
    first, *others = text.split(".")
    if not _PLAIN.fullmatch(text) or first in _WORDS:
        return None
    node: nodes.Expr = nodes.Name(first, "load")
    for name in others:
        node = nodes.Getattr(node, name, "load")
    return node


@contextmanager
def _readable(text: str) -> Iterator[Parser]:
    """A parser that must read all of the text; raises RefusedExpressionError where it cannot."""
    if len(text) > _LONGEST:
        raise RefusedExpressionError("syntax", f"It is longer than {_LONGEST} characters", "Say less in one tag.")
    refuse_autocorrection(text)
    parser: Parser | None = None
    try:
        parser = Parser(_environment(), text, state="variable")
        yield parser
    except TemplateSyntaxError as error:
        raise _unreadable(parser, error) from error
    except RecursionError as error:
        raise RefusedExpressionError("syntax", "Too much is nested in it", "Say less in one tag.") from error
    if not parser.stream.eos:
        raise _unreadable(parser, None)


def _unreadable(parser: Parser | None, error: TemplateSyntaxError | None) -> RefusedExpressionError:
    if parser is None or (error and "unexpected char" in (error.message or "")):
        return RefusedExpressionError("syntax", "It holds a character no tag can hold")
    if parser.stream.eos:
        return RefusedExpressionError("syntax", "It ends too early", "Something is missing before the closing braces.")
    return RefusedExpressionError("syntax", f"“{parser.stream.current.value}” is not expected there")


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, cache_size=0)
    made.globals, made.filters, made.tests = {}, {}, {}
    return made
