"""Drafts as text files: YAML front matter for template, language and fields, then the body in Markdown.

Every scalar is text: YAML guesses nothing here. What is printed is read back as the same draft, letter by letter.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import yaml

from assistant.errors import DamagedRecordError
from assistant.model.draft import Draft
from assistant.model.person import LETTER_AUDIENCES, Audience

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NEEDS_ESCAPES = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]|\n")
_KEYS = ("template", "language", "answering", "audience", "fields")
_QUOTES = "Mend the line; a text that begins with a sign or holds a colon goes in quotation marks."
_DEEPEST = 3
"""Fields, the parts of a party, the lines of its address."""


def print_draft(draft: Draft) -> str:
    """A draft as the text of its file, ending in a line end."""
    said: dict[str, object] = {"template": draft.template, "language": draft.language}
    if draft.answering:
        said["answering"] = draft.answering
    if draft.audience:
        said["audience"] = draft.audience.value
    if draft.fields:
        said["fields"] = _plain(draft.fields)
    front = yaml.dump(said, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{draft.body}\n"


def parse_draft(text: str, name: str = "draft") -> Draft:
    """The draft a text says; the text is brought into composed Unicode (NFC), its line ends into one form.

    `name` is what an error calls the file. Raises DamagedRecordError naming the line.
    """
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    found = _FRONT_MATTER.match(text)
    if not found:
        advice = "Begin the file with a line ---, the template and the language, and another line ---."
        raise DamagedRecordError(name, "the draft has no front matter", advice)
    said = _load(found[1], name)
    body = text[found.end() :].removeprefix("\n").removesuffix("\n")
    return Draft.model_validate({**said, "body": body})


class _Dumper(yaml.SafeDumper):
    """Writes text that YAML would fold or lose in double quotes, with escapes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        """List entries stand under their key, as people write them."""
        super().increase_indent(flow, indentless=False)


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if _NEEDS_ESCAPES.search(text) else None)


_Dumper.add_representer(str, _represent_text)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return "" if value is None else str(value)


class _Loader(yaml.BaseLoader):
    """Makes nothing but texts, lists and mappings, each entry said once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        """As PyYAML's, refusing what would silently drop the first of two entries."""
        seen: set[object] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}” stands twice", key.start_mark)
            seen.add(key.value if isinstance(key.value, str) else id(key))
        return super().construct_mapping(node, deep=deep)


def _load(front: str, name: str) -> dict[str, Any]:
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(front, Loader=yaml.BaseLoader)):
            raise DamagedRecordError(name, "the front matter refers to another part of itself", _QUOTES)
        said = yaml.load(front, Loader=_Loader)  # noqa: S506 - it makes nothing but text, lists and mappings
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        reason = f"line {line} cannot be read: {error.problem}"
        raise DamagedRecordError(name, reason, _QUOTES) from error
    except yaml.YAMLError as error:
        raise DamagedRecordError(name, f"the front matter is not valid YAML: {error}", "Mend it.") from error
    problem = _problem(said)
    if problem:
        raise DamagedRecordError(name, problem, f"The front matter holds: {', '.join(_KEYS)}.")
    return dict(said)


def _problem(said: object) -> str | None:
    if not isinstance(said, dict) or not isinstance(said.get("template"), str):
        return "the front matter names no template"
    unknown = [key for key in said if key not in _KEYS]
    if unknown:
        return f"the front matter has an unknown entry “{unknown[0]}”"
    for key in ("language", "answering"):
        if not isinstance(said.get(key, ""), str):
            return f"“{key}” must be one text"
    if said.get("audience", Audience.PUBLIC) not in LETTER_AUDIENCES:
        return f"“audience” must be {' or '.join(LETTER_AUDIENCES)}"
    fields = said.get("fields", {})
    if not isinstance(fields, dict) or any(_depth(value) > _DEEPEST - 1 for value in fields.values()):
        return "“fields” must hold texts, lists of texts, or parties"
    return None


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0
