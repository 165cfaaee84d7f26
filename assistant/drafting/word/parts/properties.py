"""The title page of a Word file: what it says of the letter, written and read. Nothing else of the file is touched."""

import datetime as dt

from assistant.drafting.word.parts.languages import word_language
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import escape, parse_part
from assistant.model.base import Value

_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_WRITTEN = "%Y-%m-%dT%H:%M:%SZ"
_UNKNOWN_TIME = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The earliest a zip can hold, where a file does not say when it was made."""


class LetterProperties(Value):
    """What the title page of a file says of a letter."""

    title: str
    author: str
    subject: str = ""
    language: str
    """BCP 47 tag; Word also checks the spelling by it."""
    created: dt.datetime
    modified: dt.datetime | None = None
    """The time of creation when left out."""


def write_properties(package: Package, properties: LetterProperties) -> None:
    """Put a title page in the place of the one there is."""
    name = package.related("", "core-properties")
    if name is None:
        name = _CORE
        package.declare(name, _CORE_TYPE)
        package.relate("", _CORE_RELATION, name)
    texts = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "dc:language": word_language(properties.language),
        "cp:lastModifiedBy": properties.author,
    }
    times = {"created": properties.created, "modified": properties.modified or properties.created}
    lines = [f"<{key}>{escape(text)}</{key}>" for key, text in texts.items() if text]
    lines += [
        f'<dcterms:{key} xsi:type="dcterms:W3CDTF">{time.strftime(_WRITTEN)}</dcterms:{key}>'
        for key, time in times.items()
    ]
    package.parts[name] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="{_DUBLIN_CORE}" xmlns:dcterms="{_TERMS}" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(lines)}</cp:coreProperties>'
    ).encode()


def read_properties(package: Package, *, author: str, language: str) -> LetterProperties:
    """What a file says of its letter, under another author; `language` is for a file that names none."""
    name = package.related("", "core-properties")
    root = parse_part(package.parts[name]) if name in package.parts else None

    def said(space: str, key: str) -> str:
        return (root.findtext(f"{{{space}}}{key}") or "").strip() if root is not None else ""

    return LetterProperties(
        title=said(_DUBLIN_CORE, "title"),
        author=author,
        subject=said(_DUBLIN_CORE, "subject"),
        language=said(_DUBLIN_CORE, "language") or language,
        created=_time(said(_TERMS, "created")),
    )


def _time(written: str) -> dt.datetime:
    try:
        return dt.datetime.strptime(written, _WRITTEN).replace(tzinfo=dt.UTC)
    except ValueError:
        return _UNKNOWN_TIME
