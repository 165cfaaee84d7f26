"""The page of keys in the README, from the bindings themselves: `python -m tests.tui.keys` writes it anew."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from textual.keys import format_key
from textual.screen import Screen

from assistant.tui import screens
from assistant.tui.app import AssistantApp
from assistant.tui.commands import declared
from assistant.tui.places import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding
    from textual.dom import DOMNode

README = Path(__file__).parents[2] / "README.md"
BEGINS, ENDS = "<!-- keys -->\n", "<!-- end of keys -->\n"
_EXPLANATION = re.compile(r" \([\w.]+\)$")
"""Behind a tooltip: the name of the command, which has a column of its own here."""


def page() -> str:
    """Every command with its key, what it does and the name by which office.toml gives it another: a table a place."""
    return "\n".join(_table(title, kind) for title, kind in _kinds())


def write_page() -> None:
    """Put the page between its marks in the README."""
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGINS)
    README.write_text(f"{before}{BEGINS}{page()}{ENDS}{rest.partition(ENDS)[2]}", "utf-8")


def _kinds() -> Iterator[tuple[str, type[DOMNode]]]:
    """The app and its screens that have help, with their headings: places in their order, then what opens over them."""
    yield "Everywhere", AssistantApp
    order = [place.mode for place in PLACES]
    found = {_heading(kind): kind for kind in _screens() if _heading(kind)}
    modes = {title: getattr(kind, "MODE", "") for title, kind in found.items()}
    for title in sorted(found, key=lambda title: (order.index(modes[title]) if modes[title] in order else 99, title)):
        yield title, found[title]


def _screens() -> Iterator[type[DOMNode]]:
    for module in iter_modules(screens.__path__):
        for kind in vars(import_module(f"{screens.__name__}.{module.name}")).values():
            if isinstance(kind, type) and issubclass(kind, Screen) and kind.__module__.endswith(module.name):
                yield kind


def _heading(kind: type[DOMNode]) -> str:
    match = re.search(r"^## (.+)$", getattr(kind, "HELP", None) or "", re.MULTILINE)
    heading = match[1].removeprefix("The ") if match else ""
    return heading[:1].upper() + heading[1:]


def _table(title: str, kind: type[DOMNode]) -> str:
    rows = [
        f"| {_keys(binding)} | {binding.description} | {_explain(binding)} | `{binding.id}` |\n"
        for binding in declared(kind)
    ]
    return f"| {title} | | | name |\n|---|---|---|---|\n{''.join(rows)}"


def _keys(binding: Binding) -> str:
    return " ".join(f"`{_written(key.strip())}`" for key in binding.key.split(","))


def _written(key: str) -> str:
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, {"enter": "enter", "backspace": "backspace"}.get(last) or format_key(last)])


def _explain(binding: Binding) -> str:
    return _EXPLANATION.sub("", binding.tooltip).replace("|", "\\|")


if __name__ == "__main__":
    write_page()
