"""Makes the shipped Word templates: `python -m tests.letter_templates.make_templates`. The bytes are always the same.

All letters look alike (letterhead.py), so what differs between kinds is their manifest and starter; what differs
between languages is the few words of the frame.
"""

import io
import zipfile
from pathlib import Path

from tests.letter_templates import letterhead, styles
from tests.letter_templates.wordml import DECLARATION

TEMPLATES = Path(__file__).parents[2] / "letter_templates"
KINDS = ("follow-up", "inquiry")
WORDS = {
    "en": {
        "tag": "en-GB",
        "telephone": "Tel.",
        "letterhead": "Letterhead: the Member and the places of work",
        "our_reference": "Our reference",
        "your_reference": "Your reference",
        "annexes": "Annexes",
        "copies": "Copies",
        "page": "Page",
        "of": "of",
    },
}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
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


def make_template(words: dict[str, str]) -> bytes:
    """A Word template in one language."""
    footer = letterhead.footer(words)
    parts = {
        "document": letterhead.document(words),
        "styles": styles.styles(words["tag"]),
        "numbering": styles.numbering(),
        "settings": letterhead.settings(),
        "header1": letterhead.first_header(words),
        "header2": letterhead.next_header(),
        "footer1": footer,
        "footer2": footer,
    }
    return _pack(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations({"document": (f"{_OFFICE}/officeDocument", "word/document.xml")}),
            "word/_rels/document.xml.rels": _relations(
                {name: (f"{_OFFICE}/{_kind(name)}", f"{name}.xml") for name in _PARTS if name != "document"}
            ),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def _kind(name: str) -> str:
    return name.rstrip("12")


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in relations.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _pack(parts: dict[str, str]) -> bytes:
    """A zip whose entries carry no time and are not compressed: the same bytes on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, content.encode("utf-8"))
    return buffer.getvalue()


def main() -> None:
    """Write every template into its folder."""
    for kind in KINDS:
        for code, words in WORDS.items():
            (TEMPLATES / kind / f"template.{code}.docx").write_bytes(make_template(words))


if __name__ == "__main__":
    main()
