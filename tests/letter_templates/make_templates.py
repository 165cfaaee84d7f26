"""Makes the shipped Word templates: `python -m tests.letter_templates.make_templates`.

What differs between kinds is their form (frames.py), their manifest and their starters; what differs between languages
is the few words of the form (words.py). One change of the letterhead reaches all.
"""

from collections.abc import Iterator
from pathlib import Path

from assistant.drafting.templates import TemplateLibrary
from assistant.drafting.word.parts.languages import word_language
from tests.letter_templates import frames, letterhead, styles
from tests.letter_templates.frames import Frame
from tests.letter_templates.packing import contents, pack
from tests.letter_templates.wordml import part
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


def make_template(frame: Frame, title: str, language: str) -> bytes:
    """A Word template in one language."""
    words = WORDS[language]
    footer = letterhead.footer(words)
    parts = {
        "document": part("document", f"<w:body>{frame.content(words)}{letterhead.section()}</w:body>"),
        "styles": styles.styles(word_language(language)),
        "numbering": styles.numbering(),
        "settings": letterhead.settings(),
        "header1": letterhead.first_header(words),
        "header2": letterhead.next_header(frame.left, frame.right),
        "footer1": footer,
        "footer2": footer,
    }
    return pack(parts, title, word_language(language))


def made_templates() -> Iterator[tuple[Path, bytes]]:
    """Where every shipped Word template stands, and what belongs there."""
    for template in LIBRARY.all():
        frame = FRAMES.get(template.id, frames.LETTER)
        for language, name in template.documents.items():
            yield template.folder / name, make_template(frame, template.title, language)


def main() -> None:
    """Write every template into its folder, where it says something else than the one that stands there."""
    for path, data in made_templates():
        if not path.is_file() or contents(path.read_bytes()) != contents(data):
            path.write_bytes(data)


if __name__ == "__main__":
    main()
