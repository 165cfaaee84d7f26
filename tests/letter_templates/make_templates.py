"""Makes the shipped Word templates: `python -m tests.letter_templates.make_templates`.

What differs between kinds is their form (frames.py), their manifest and their starters; what differs between languages
is the few words of the form (words.py). One change of the letterhead reaches all.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.drafting.templates import Template, TemplateLibrary
from assistant.drafting.word.languages import word_language
from tests.letter_templates import frames, letterhead, styles
from tests.letter_templates.frames import Frame
from tests.letter_templates.wordml import BLANK, DECLARATION, part
from tests.letter_templates.words import WORDS

LIBRARY = TemplateLibrary([Path(__file__).parents[2] / "letter_templates"])
FRAMES = {
    "joint-letter": frames.JOINT_LETTER,
    "written-question": frames.QUESTION,
    "urgency-motion": frames.MOTION,
    "press-statement": frames.PRESS_STATEMENT,
    "briefing-note": frames.BRIEFING_NOTE,
}
"""The form of each kind; every other is a letter."""
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


def make_template(frame: Frame, language: str) -> bytes:
    """A Word template in one language."""
    words = WORDS[language]
    footer = letterhead.footer(words)
    body = f"<w:body>{frame.content(words)}{letterhead.section()}</w:body>"
    parts = {
        "document": part("document", body),
        "styles": styles.styles(word_language(language)),
        "numbering": styles.numbering(),
        "settings": letterhead.settings(),
        "header1": letterhead.first_header(words),
        "header2": letterhead.next_header(frame.left, frame.right),
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
            "word/_rels/header1.xml.rels": _relations({"logo": (f"{_OFFICE}/image", "media/blank.png")}),
            **{f"word/{name}.xml": content for name, content in parts.items()},
            "word/media/blank.png": BLANK,
        }
    )


def made_templates() -> Iterator[tuple[Template, str, bytes]]:
    """Every shipped template and language with the Word file that belongs there."""
    for template in LIBRARY.all():
        for language in template.languages:
            yield template, language, make_template(FRAMES.get(template.id, frames.LETTER), language)


def contents(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name; how they are packed may differ from machine to machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _kind(name: str) -> str:
    return name.rstrip("12")


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in relations.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip whose entries carry no time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content if isinstance(content, bytes) else content.encode("utf-8"))
    return buffer.getvalue()


def main() -> None:
    """Write every template into its folder, where it says something else than the one that stands there."""
    for template, language, data in made_templates():
        path = template.folder / template.documents[language]
        if not path.is_file() or contents(path.read_bytes()) != contents(data):
            path.write_bytes(data)


if __name__ == "__main__":
    main()
