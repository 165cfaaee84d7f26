"""The parts of a Word file made one file: what each part is, how they relate, and what the file says of itself."""

import io
import zipfile
from collections.abc import Mapping

from tests.letter_templates.wordml import BLANK, DECLARATION

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
"""Name of a part to the end of its content type."""


def pack(parts: Mapping[str, str], title: str, language: str) -> bytes:
    """A Word file of these parts (the names are those of _KINDS), with a blank picture in the place of the logo."""
    document = {name: (f"{_OFFICE}/{name.rstrip('12')}", f"{name}.xml") for name in parts if name != "document"}
    return _zip(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(
                {
                    "document": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                    "properties": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                }
            ),
            "docProps/core.xml": _properties(title, language),
            "word/_rels/document.xml.rels": _relations(document),
            "word/_rels/header1.xml.rels": _relations({"logo": (f"{_OFFICE}/image", "media/blank.png")}),
            **{f"word/{name}.xml": content for name, content in parts.items()},
            "word/media/blank.png": BLANK,
        }
    )


def contents(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name; how they are packed may differ from machine to machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _KINDS.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>'
    )


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in relations.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _properties(title: str, language: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _zip(files: Mapping[str, str | bytes]) -> bytes:
    """A zip whose entries carry no time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content if isinstance(content, bytes) else content.encode("utf-8"))
    return buffer.getvalue()
