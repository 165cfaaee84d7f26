"""Kinds of letter: a folder each, with template.toml, a Word file per language and a starter body per language.

The manifest is the truth about a template; the Word file is only its form. Reading a manifest never opens Word files.
"""

import difflib
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import pydantic
from pydantic import ValidationError, model_validator

from assistant.drafting.fields import Field, common_fields
from assistant.errors import DamagedRecordError, UnknownFieldError, UnknownTemplateError
from assistant.model.base import Value
from assistant.model.finding import Finding, Severity
from assistant.model.letter import DocumentKind
from assistant.model.person import Audience
from assistant.storage import read_file

MANIFEST = "template.toml"


class _Kind(Value):
    """What is true of a kind of letter before its files are read and after."""

    id: str
    title: str
    purpose: str
    kind: DocumentKind = DocumentKind.LETTER
    """What it makes: a letter has the fields every letter has."""
    answers: bool = False
    """Whether it is meant to answer a letter."""
    audience: Audience = Audience.PUBLIC
    """Who reads it, as a rule; what does not say so is taken for public."""
    recalls: bool = False
    """Whether that letter is one of our own, which the new one recalls to whom it went."""
    recipient_office: str = "person"
    """Key of the forms of address, when nothing is known about the addressee's office."""
    documents: dict[str, str]
    """Language to the name of the Word file."""


class Manifest(_Kind):
    """What template.toml says."""

    starters: dict[str, str]
    """Language to the name of the file of the starter body."""
    fields: dict[str, dict[str, Any]] = pydantic.Field(default_factory=dict)


class Template(_Kind):
    """One kind of letter."""

    starters: dict[str, str]
    """Language to the starter body: Markdown with Jinja."""
    fields: tuple[Field, ...]
    folder: Path

    @model_validator(mode="after")
    def _says_what_it_must(self) -> Self:
        if self.id != self.folder.name:
            raise ValueError(f"the id is “{self.id}”, the folder is “{self.folder.name}”: they must be the same")
        if self.documents.keys() != self.starters.keys():
            raise ValueError("every language needs a document and a starter")
        for field in self.fields:
            if isinstance(field.default, dict) and not self.documents.keys() <= field.default.keys():
                raise ValueError(f"every language needs a default of “{field.name}”")
        return self

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages it can be written in."""
        return tuple(self.documents)

    def field(self, name: str) -> Field:
        """A field by name; raises UnknownFieldError naming those there are."""
        for field in self.fields:
            if field.name == name:
                return field
        raise UnknownFieldError(name, [field.name for field in self.fields])

    def document(self, language: str) -> bytes:
        """The Word file of a language. Raises UnknownTemplateError, UnreadableFileError."""
        if language not in self.documents:
            raise UnknownTemplateError(f"{self.id} ({language})", [f"{self.id} ({known})" for known in self.languages])
        return read_file(self.folder / self.documents[language])[0]


class TemplateLibrary:
    """The templates of an office; its own folder comes first, the shipped ones stand in where a kind is missing."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def all(self) -> tuple[Template, ...]:
        """Every template that can be read, by id; what cannot is told by `problems`."""
        return tuple(template for _, template in self._load_all() if isinstance(template, Template))

    def problems(self) -> tuple[Finding, ...]:
        """Manifests that cannot be read."""
        return tuple(_damaged(path, error) for path, error in self._load_all() if isinstance(error, DamagedRecordError))

    def get(self, template_id: str) -> Template:
        """The template of an id. Raises UnknownTemplateError naming the nearest, DamagedRecordError."""
        found = self._find()
        if template_id not in found:
            nearest = difflib.get_close_matches(template_id, found) or sorted(found)
            raise UnknownTemplateError(template_id, nearest)
        return load_template(found[template_id])

    def _find(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self._folders:
            for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
                found.setdefault(manifest.parent.name, manifest.parent)
        return dict(sorted(found.items()))

    def _load_all(self) -> Iterator[tuple[Path, Template | DamagedRecordError]]:
        for folder in self._find().values():
            try:
                yield folder, load_template(folder)
            except DamagedRecordError as error:
                yield folder, error


def load_template(folder: Path) -> Template:
    """Read the manifest and the starters of a template folder. Raises DamagedRecordError, UnreadableFileError."""
    path = folder / MANIFEST
    try:
        manifest = Manifest.model_validate(tomllib.loads(read_file(path)[0].decode("utf-8")))
        starters = {code: read_file(folder / name)[0].decode("utf-8") for code, name in manifest.starters.items()}
        said = manifest.model_dump(exclude={"starters", "fields"})
        return Template(**said, starters=starters, fields=_fields(manifest), folder=folder)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DamagedRecordError(path, f"not valid TOML: {error}", "Mend the line and try again.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "template"
        raise DamagedRecordError(path, f"{where}: {first['msg']}", "Mend the entry and try again.") from error


def check_template(path: Path) -> tuple[Finding, ...]:
    """Everything wrong with a Word template: with the .docx alone, or, given a folder, with its manifest too.

    Raises RefusedTemplateError for a file that may not be opened at all, DamagedRecordError for a damaged manifest.
    """
    from assistant.drafting.checks.template import check_document, check_folder  # noqa: PLC0415 - listing loads no lxml

    return check_folder(load_template(path)) if path.is_dir() else check_document(read_file(path)[0], path.name)


def _fields(manifest: Manifest) -> tuple[Field, ...]:
    common = common_fields()
    first = common if manifest.kind is DocumentKind.LETTER else {}
    names = [*first, *(name for name in manifest.fields if name not in first)]
    return tuple(
        Field.model_validate({"name": name, **common.get(name, {}), **manifest.fields.get(name, {})}) for name in names
    )


def _damaged(folder: Path, error: DamagedRecordError) -> Finding:
    return Finding(
        code="template-damaged",
        severity=Severity.ERROR,
        message=str(error),
        place=str(folder / MANIFEST),
        advice=error.advice,
    )
