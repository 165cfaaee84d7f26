"""Rendering what a template says in Jinja: starter bodies and the defaults of fields.

Jinja runs in its sandbox, and a name it does not know is an error. Two filters know the language:
`{{ names | series }}` (“a, b and c”) and `{{ day | behind("entro il") }}` (“entro l’8 maggio”). In a starter every
value is printed as the words it is, never as Markdown. Word files are not rendered here.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import DictLoader, StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.drafting.body import escape_markdown
from assistant.drafting.language import Language
from assistant.errors import DamagedRecordError

PROVIDED = frozenset({"letter", "address", "member", "place", "today", "deadline", "rules"})
"""What starters and defaults may use besides the fields of their template."""

_NEEDLESS = re.compile(r"(?<=[^\W\d_] )(\d{1,9})\\(?=[.)])")
"""A number that a word precedes begins no list: “zum 19. Juli” needs no backslash."""


class Markdown(str):
    """Words that are Markdown already."""

    __slots__ = ()


def render_starter(source: str, names: Mapping[str, object], language: Language, path: Path) -> str:
    """The body a starter makes; blank lines are made one. Raises DamagedRecordError naming `path` and the line."""
    environment = _environment(language)
    environment.finalize = _as_markdown
    text = _NEEDLESS.sub(r"\1", _render(environment, source, names, path))
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+\n", "\n\n", text).strip()


def render_default(source: str, names: Mapping[str, object], language: Language, path: Path) -> str:
    """The text of a field's default. Raises DamagedRecordError naming `path`."""
    return _render(_environment(language), source, names, path).strip()


def names_in(source: str, language: Language) -> frozenset[str]:
    """The names a starter or default uses and does not define itself. Raises jinja2.TemplateSyntaxError."""
    return frozenset(meta.find_undeclared_variables(_environment(language).parse(source)))


def _environment(language: Language) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({}), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.globals.clear()
    environment.filters["series"] = lambda items: language.series([str(item) for item in items])
    environment.filters["behind"] = lambda value, words: language.phrase(f"{words} {{value}}", str(value))
    return environment


def _render(environment: ImmutableSandboxedEnvironment, source: str, names: Mapping[str, object], path: Path) -> str:
    try:
        return environment.from_string(source).render(names)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:  # what an expression can raise
        line = getattr(error, "lineno", None)
        where = f"line {line}: " if line else ""
        raise DamagedRecordError(path, f"{where}{error}".rstrip("."), "Mend it and try again.") from error


def _as_markdown(value: object) -> str:
    return value if isinstance(value, Markdown) else escape_markdown(str(value))
