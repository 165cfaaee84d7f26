"""The forms a document takes between letterhead and footer: letter, joint letter, question, press statement, note.

What is common to all stands in letterhead.py, how it looks in styles.py; what a document says comes from its starter.
Forms that exist in English alone carry their words themselves.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.letter_templates.wordml import each, for_each, mm, paragraph, table, tag, text, when

Words = Mapping[str, str]
"""The few words a form prints, in one language."""

_WINDOW = {"left": (25, 80), "right": (110, 78)}
"""Distance from the left edge and width of the address in the window of a DL envelope."""
_WINDOW_TOP, _WINDOW_HEIGHT = 50, 33


class Frame(NamedTuple):
    """The form of a document: its text, and the two halves of the header on further pages."""

    content: Callable[[Words], str]
    left: str = "{{ member.name }}"
    right: str = "{{ date }}"


def _letter(words: Words) -> str:
    return _opening(words) + _body_and_signature() + _enclosures(words)


def _joint_letter(words: Words) -> str:
    columns = (
        (words["name"], "{{ item.name }}", 62.0),
        (words["group"], "{{ item.group }}", 62.0),
        (words["country"], "{{ item.country }}", 36.0),
    )
    signed = paragraph("Heading2", text(words["cosigners"])), table("cosigners", columns, words["cosigners"])
    return _opening(words) + _body_and_signature() + when("cosigners", *signed) + _enclosures(words)


def _question(words: Words) -> str:
    """As Parliament prints them: “Question for written answer E-007095-17 to the Commission, Rule 130, Members”."""
    kind = '{% if priority == "Priority question" %}Priority question{% else %}Question{% endif %} for written answer'
    return "".join(
        (
            paragraph("LetterKind", text(f"{kind}{{% if number %}} {{{{ number }}}}{{% endif %}}")),
            paragraph("LetterParticulars", text("to {{ addressee }}")),
            paragraph("LetterParticulars", text("Rule {{ rule }}")),
            paragraph("LetterParticulars", text('{{ authors | join(", ") }}')),
            paragraph("Heading1", text("Subject: {{ subject }}")),
            _body(),
            paragraph("LetterDate", text(words["dated"])),
        )
    )


def _press_statement(words: Words) -> str:
    release = "{% if embargo %}Not for publication before {{ embargo }}{% else %}For immediate release{% endif %}"
    return "".join(
        (
            paragraph("LetterKind", text("Press statement")),
            paragraph("LetterParticulars", text(f"{words['dated']} · {release}")),
            paragraph("Heading1", text("{{ subject }}")),
            paragraph("LetterLead", text("{{ lead }}")),
            _body(),
            paragraph("Heading2", text("Press contact")),
            each("press_contact", "LetterEnclosure"),
        )
    )


def _briefing_note(words: Words) -> str:
    timeline = (("Date", "{{ item.date }}", 30.0), ("What happened", "{{ item.event }}", 90.0),
                ("Source", "{{ item.source }}", 40.0))  # fmt: skip
    positions = (("Date", "{{ item.date }}", 30.0), ("Body", "{{ item.body }}", 40.0),
                 ("Position", "{{ item.position }}", 90.0))  # fmt: skip
    return "".join(
        (
            paragraph("LetterKind", text("Briefing note · for internal use only")),
            paragraph("LetterParticulars", text(f"{words['dated']}")),
            when("occasion", paragraph("LetterParticulars", text("For: {{ occasion }}"))),
            paragraph("Heading1", text("{{ subject }}")),
            _body(),
            _section("timeline", "What happened when", table("timeline", timeline, "What happened when")),
            _section("legal", "Law that applies", each("legal", "LetterBulleted")),
            _section("positions", "Positions taken", table("positions", positions, "Positions taken")),
            _section("asks", "What to ask for", each("asks", "LetterBulleted")),
            _section("risks", "What to be careful about", each("risks", "LetterBulleted")),
        )
    )


def _motion(words: Words) -> str:
    """Citations with dashes, recitals with letters, paragraphs with numbers: as Parliament prints its resolutions."""
    del words
    subject = "{{ subject }}{% if procedure %} ({{ procedure }}){% endif %}"
    occasion = (
        "to wind up the debate on cases of breaches of human rights, democracy and the rule of law"
        ", pursuant to Rule {{ rule }} of the Rules of Procedure"
    )
    return "".join(
        (
            paragraph("LetterKind", text("Motion for a resolution{% if number %} {{ number }}{% endif %}")),
            paragraph("LetterParticulars", text("{{ date }}")),
            paragraph("LetterParticulars", text(occasion)),
            paragraph("Heading1", text(f"on {subject}")),
            paragraph("LetterParticulars", text('{{ authors | join(", ") }}')),
            when("tabled_by", paragraph("LetterParticulars", text("on behalf of {{ tabled_by }}"))),
            paragraph("Heading2", text(f"European Parliament resolution on {subject}")),
            paragraph("LetterBody", text("The European Parliament,")),
            each("citations", "LetterBulleted"),
            each("recitals", "LetterLettered"),
            _body(),
        )
    )


LETTER = Frame(_letter, "{{ recipient.name }}", "{% if our_reference %}{{ our_reference }}, {% endif %}{{ date }}")
JOINT_LETTER = Frame(_joint_letter, LETTER.left, LETTER.right)
QUESTION = Frame(_question)
PRESS_STATEMENT = Frame(_press_statement)
BRIEFING_NOTE = Frame(_briefing_note)
MOTION = Frame(_motion)


def _opening(words: Words) -> str:
    """From the address in the window to the salutation."""
    references = (
        when(name, paragraph("LetterReference", text(f"{words[name]}{{{{ {name} }}}}")))
        for name in ("our_reference", "your_reference")
    )
    return "".join(
        (
            _windows(),
            *references,
            paragraph("LetterDate", text(words["dated"])),
            paragraph("Heading1", text(f"{words['subject']}{{{{ subject }}}}")),
            paragraph("LetterSalutation", text("{{ salutation }}")),
        )
    )


def _body_and_signature() -> str:
    return "".join(
        (
            _body(),
            paragraph("LetterClosing", text("{{ closing }}")),
            paragraph("LetterSignatory", text("{{ member.name }}")),
            paragraph("LetterSignatoryRole", text("{{ member.designation }}")),
        )
    )


def _body() -> str:
    return paragraph("LetterBody", text("{{ body }}"))


def _enclosures(words: Words) -> str:
    return "".join(
        when(name, paragraph("LetterEnclosureLabel", text(words[name])), each(name, "LetterEnclosure"))
        for name in ("annexes", "copies")
    )


def _section(name: str, title: str, content: str) -> str:
    """A part of a note that is printed when it has something to say."""
    return when(name, paragraph("Heading2", text(title)), content)


def _windows() -> str:
    left, right = (_window(side) for side in ("left", "right"))
    return "".join((tag('if window == "left"'), left, tag("else"), right, tag("endif")))


def _window(side: str) -> str:
    """The address, held at its place on the page whatever stands above: the frame is on the paragraph itself."""
    left, width = _WINDOW[side]
    frame = (
        f'<w:framePr w:w="{mm(width)}" w:h="{mm(_WINDOW_HEIGHT)}" w:hRule="atLeast" w:wrap="notBeside" '
        f'w:vAnchor="page" w:hAnchor="page" w:x="{mm(left)}" w:y="{mm(_WINDOW_TOP)}"/>'
    )
    return for_each("line", "recipient.lines", paragraph("LetterAddress", text("{{ line }}"), frame=frame))
