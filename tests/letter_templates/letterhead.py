"""What every shipped document has round its text: letterhead, headers, footers, the page. A change here reaches all."""

from collections.abc import Mapping

from tests.letter_templates.styles import MARGIN
from tests.letter_templates.wordml import cell, field, for_each, mm, paragraph, part, picture, pt, text, when

_COLUMNS = (98, 62)
_LOGO = (60, 9)
"""Largest width and height of the office's picture, which stands in the place of the name of the institution."""
_LETTERHEAD_TOP, _LETTERHEAD_HEIGHT = 12, 28


def first_header(words: Mapping[str, str]) -> str:
    """The letterhead: whose letter it is on the left, where they work on the right."""
    reach = "{{ member.country }}{% if member.country and member.email %} · {% endif %}{{ member.email }}"
    name = "{% if not logo %}{{ member.institution }}{% endif %}"
    left = "".join(
        (
            paragraph("LetterInstitution", picture("logo", *_LOGO), text(name)),
            paragraph("LetterMember", text("{{ member.name }}")),
            paragraph("LetterOffice", text("{{ member.designation }}")),
            when("member.group", paragraph("LetterOffice", text("{{ member.group }}"))),
            when("member.country or member.email", paragraph("LetterOffice", text(reach))),
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
    grid = "".join(f'<w:gridCol w:w="{mm(width)}"/>' for width in _COLUMNS)
    cells = "".join(cell(width, content) for width, content in zip(_COLUMNS, (left, right), strict=True))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(mm, _COLUMNS))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>"
        f'<w:trHeight w:val="{mm(_LETTERHEAD_HEIGHT)}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr></w:tbl>'
    )


def next_header(left: str, right: str) -> str:
    """On every further page: whose document it is, and of which day."""
    return part("hdr", paragraph("LetterContinuation", text(left), "<w:r><w:tab/></w:r>", text(right)))


def footer(words: Mapping[str, str]) -> str:
    """“Page 1 of 2”."""
    before, between = words["page"].removesuffix("{pages}").split("{page}")
    return part("ftr", paragraph("LetterPage", text(before), field("PAGE"), text(between), field("NUMPAGES")))


def section() -> str:
    """The page: its size and margins, another header on the first."""
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
