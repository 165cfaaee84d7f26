"""The page of every shipped letter: letterhead, address window, order of things. A change here reaches all."""

from tests.letter_templates.styles import MARGIN
from tests.letter_templates.wordml import field, for_each, mm, paragraph, part, pt, tag, text, when

_COLUMNS = (98, 62)
_WINDOW = {"left": (25, 80), "right": (110, 78)}
"""Distance from the left edge and width of the address in the window of a DL envelope."""
_WINDOW_TOP, _WINDOW_HEIGHT = 50, 33
_LETTERHEAD_TOP, _LETTERHEAD_HEIGHT = 12, 28


def first_header(words: dict[str, str]) -> str:
    """The letterhead: whose letter it is on the left, where they work on the right."""
    left = "".join(
        (
            paragraph("LetterInstitution", text("{{ member.institution }}")),
            paragraph("LetterMember", text("{{ member.name }}")),
            paragraph("LetterOffice", text("{{ member.designation }}")),
            when("member.group", paragraph("LetterOffice", text("{{ member.group }}"))),
            when("member.country", paragraph("LetterOffice", text("{{ member.country }}"))),
            when("member.email", paragraph("LetterOffice", text("{{ member.email }}"))),
        )
    )
    telephone = f"{{% if address.telephone %}}   {words['telephone']} {{{{ address.telephone }}}}{{% endif %}}"
    right = for_each(
        "address",
        "addresses",
        paragraph("LetterOfficeLabel", text("{{ address.label }}"), text(telephone, "LetterTelephone")),
        for_each("line", "address.lines", paragraph("LetterOffice", text("{{ line }}"))),
    )
    return part("hdr", _columns(left, right, words["letterhead"]), paragraph("LetterRule"), paragraph("LetterDistance"))


def _columns(left: str, right: str, description: str) -> str:
    """Two columns side by side; `description` is read out to whoever does not see them."""
    widths = [mm(width) for width in _COLUMNS]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, (left, right), strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>"
        f'<w:trHeight w:val="{mm(_LETTERHEAD_HEIGHT)}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr></w:tbl>'
    )


def next_header() -> str:
    """On every further page: to whom, when, and under which reference."""
    reference = "{% if our_reference %}{{ our_reference }}, {% endif %}{{ date }}"
    return part(
        "hdr", paragraph("LetterContinuation", text("{{ recipient.name }}"), "<w:r><w:tab/></w:r>", text(reference))
    )


def footer(words: dict[str, str]) -> str:
    """“Page 1 of 2”."""
    runs = text(f"{words['page']} "), field("PAGE"), text(f" {words['of']} "), field("NUMPAGES")
    return part("ftr", paragraph("LetterPage", *runs))


def document(words: dict[str, str]) -> str:
    """word/document.xml: the address in the window, then the letter from top to bottom."""
    return part(
        "document",
        "<w:body>",
        _windows(),
        when("our_reference", paragraph("LetterReference", text(f"{words['our_reference']}: {{{{ our_reference }}}}"))),
        when(
            "your_reference", paragraph("LetterReference", text(f"{words['your_reference']}: {{{{ your_reference }}}}"))
        ),
        paragraph("LetterDate", text("{{ place }}, {{ date }}")),
        paragraph("Heading1", text("{{ subject }}")),
        paragraph("LetterSalutation", text("{{ salutation }}")),
        paragraph("LetterBody", text("{{ body }}")),
        paragraph("LetterClosing", text("{{ closing }}")),
        paragraph("LetterSignatory", text("{{ member.name }}")),
        paragraph("LetterSignatoryRole", text("{{ member.designation }}")),
        _enclosures("annexes", words["annexes"]),
        _enclosures("copies", words["copies"]),
        _section(),
        "</w:body>",
    )


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


def _enclosures(name: str, label: str) -> str:
    return when(
        name,
        paragraph("LetterEnclosureLabel", text(label)),
        for_each("entry", name, paragraph("LetterEnclosure", text("{{ entry }}"))),
    )


def _section() -> str:
    side = mm(MARGIN)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header2"/>'
        '<w:headerReference w:type="first" r:id="header1"/><w:footerReference w:type="default" r:id="footer2"/>'
        '<w:footerReference w:type="first" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{mm(25)}" w:right="{side}" w:bottom="{mm(22)}" w:left="{side}" '
        f'w:header="{mm(_LETTERHEAD_TOP)}" w:footer="{mm(11)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def settings() -> str:
    """word/settings.xml."""
    return part(
        "settings",
        '<w:zoom w:percent="100"/>',
        f'<w:defaultTabStop w:val="{pt(36)}"/><w:characterSpacingControl w:val="doNotCompress"/>',
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>',
    )
