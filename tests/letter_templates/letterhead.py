"""The look of every shipped letter: page, letterhead, address window, styles. A change here reaches all templates."""

from tests.letter_templates.wordml import (
    field,
    font,
    for_each,
    mm,
    paragraph,
    paragraph_style,
    part,
    points,
    pt,
    size,
    spacing,
    tag,
    text,
    when,
)

SERIF, SANS = "Times New Roman", "Arial"
INK, GREY, RULE = "1F3557", "595959", "A6A6A6"
_MARGIN = 25
_COLUMNS = (98, 62)
_WINDOW = {"left": (25, 80), "right": (110, 78)}
"""Distance from the left edge and width of the address in the window of a DL envelope."""
_WINDOW_TOP, _WINDOW_HEIGHT = 50, 33
_LETTERHEAD_TOP, _LETTERHEAD_HEIGHT = 14, 26
_LETTERHEAD_GAP = 9
"""Between letterhead and window, so that no line of the letter finds room above the address."""
_BULLET, _NUMBER = "0", "1"


def styles(language: str) -> str:
    """word/styles.xml."""
    kept = ("<w:keepNext/>", "<w:keepLines/>")
    small = (font(SANS), f'<w:color w:val="{GREY}"/>', size(8))
    item = f'<w:ind w:left="{mm(8)}"/>'
    near = spacing(after=4, line=1.15)
    return part(
        "styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(SERIF)}{size(11)}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        paragraph_style(
            "Letter Institution",
            paragraph=[spacing(after=7)],
            characters=[font(SANS), "<w:caps/>", f'<w:color w:val="{INK}"/>', '<w:spacing w:val="30"/>', size(8.5)],
        ),
        paragraph_style(
            "Letter Member", paragraph=[spacing(after=2)], characters=[f'<w:color w:val="{INK}"/>', size(19)]
        ),
        paragraph_style("Letter Office", paragraph=[spacing(line=10.5, exactly=True)], characters=small),
        paragraph_style(
            "Letter Office Label",
            based_on="LetterOffice",
            paragraph=[spacing(after=1.5, line=10.5, exactly=True)],
            characters=["<w:b/>", f'<w:color w:val="{INK}"/>'],
        ),
        paragraph_style(
            "Letter Rule",
            paragraph=[
                f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:pBdr>',
                spacing(line=4, exactly=True),
            ],
            characters=[size(2)],
        ),
        paragraph_style(
            "Letter Distance", paragraph=[spacing(line=points(_LETTERHEAD_GAP), exactly=True)], characters=[size(2)]
        ),
        paragraph_style(
            "Letter Continuation",
            based_on="LetterOffice",
            paragraph=[
                f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>',
                f'<w:tabs><w:tab w:val="right" w:pos="{mm(210 - 2 * _MARGIN)}"/></w:tabs>',
                spacing(after=14, line=10.5, exactly=True),
            ],
        ),
        paragraph_style("Letter Page", based_on="LetterOffice", paragraph=['<w:jc w:val="center"/>']),
        paragraph_style("Letter Address", paragraph=["<w:suppressAutoHyphens/>", spacing(line=1.05)]),
        paragraph_style("Letter Reference", paragraph=[spacing(after=2)], characters=[size(10)]),
        paragraph_style("Letter Date", paragraph=[spacing(before=14, after=14)]),
        paragraph_style(
            "heading 1",
            after="LetterSalutation",
            kind="",
            paragraph=[*kept, "<w:suppressAutoHyphens/>", spacing(before=4, after=14), '<w:outlineLvl w:val="0"/>'],
            characters=["<w:b/>", f'<w:color w:val="{INK}"/>', size(11.5)],
        ),
        paragraph_style("Letter Salutation", after="LetterBody", paragraph=["<w:keepNext/>", spacing(after=8)]),
        paragraph_style("Letter Body", paragraph=[spacing(before=8, after=8, line=1.15)]),
        paragraph_style("Letter Last", based_on="LetterBody", paragraph=kept),
        *(
            paragraph_style(f"Letter {name}{end}", based_on="LetterBody", paragraph=[*keep, _numbering(kind), near])
            for name, kind in (("Numbered", _NUMBER), ("Bulleted", _BULLET))
            for end, keep in (("", ()), (" Kept", kept))
        ),
        paragraph_style(
            "Letter Continued", based_on="LetterBody", paragraph=["<w:keepLines/>", spacing(after=8, line=1.15), item]
        ),
        paragraph_style("Letter Closing", based_on="LetterBody", paragraph=[*kept, spacing(before=10, after=42)]),
        paragraph_style("Letter Signatory", after="LetterSignatoryRole", paragraph=kept),
        paragraph_style("Letter Signatory Role", paragraph=["<w:keepLines/>"], characters=[size(10)]),
        paragraph_style(
            "Letter Enclosure Label",
            after="LetterEnclosure",
            paragraph=[*kept, spacing(before=12, after=1)],
            characters=["<w:b/>", size(9.5)],
        ),
        paragraph_style("Letter Enclosure", paragraph=["<w:keepLines/>"], characters=[size(9.5)]),
        paragraph_style(
            "footnote text",
            kind="",
            paragraph=[spacing(after=1.5), f'<w:ind w:left="{mm(3)}" w:hanging="{mm(3)}"/>'],
            characters=[size(9)],
        ),
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{INK}"/><w:u w:val="single"/></w:rPr>'
        "</w:style>",
    )


def numbering() -> str:
    """word/numbering.xml: the lists of the body."""
    bullet = _list(_BULLET, "bullet", "–", "LetterBulleted")
    number = _list(_NUMBER, "decimal", "%1.", "LetterNumbered")
    return part("numbering", bullet, number, *(_list_in_use(kind) for kind in (_BULLET, _NUMBER)))


def _list(kind: str, shape: str, sign: str, style: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{mm(8)}" w:hanging="{mm(8)}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _list_in_use(kind: str) -> str:
    return f'<w:num w:numId="{int(kind) + 1}"><w:abstractNumId w:val="{kind}"/></w:num>'


def _numbering(kind: str) -> str:
    return f'<w:numPr><w:numId w:val="{int(kind) + 1}"/></w:numPr>'


def first_header(words: dict[str, str]) -> str:
    """The letterhead: whose letter it is on the left, where they work on the right."""
    left = "".join(
        (
            paragraph("LetterInstitution", text("{{ member.institution }}")),
            paragraph("LetterMember", text("{{ member.name }}")),
            paragraph("LetterOffice", text("{{ member.designation }}")),
            when("member.group", paragraph("LetterOffice", text("{{ member.group }}"))),
            when("member.country", paragraph("LetterOffice", text("{{ member.country }}"))),
        )
    )
    right = for_each(
        "address",
        "addresses",
        when("address.label", paragraph("LetterOfficeLabel", text("{{ address.label }}"))),
        for_each("line", "address.lines", paragraph("LetterOffice", text("{{ line }}"))),
        when("address.telephone", paragraph("LetterOffice", text(f"{words['telephone']} {{{{ address.telephone }}}}"))),
    ) + when("member.email", paragraph("LetterOffice", text("{{ member.email }}")))
    widths = [mm(width) for width in _COLUMNS]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, (left, right), strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblDescription w:val="{words["letterhead"]}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>"
        f'<w:trHeight w:val="{mm(_LETTERHEAD_HEIGHT)}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr></w:tbl>'
    )
    return part("hdr", table, paragraph("LetterRule"), paragraph("LetterDistance"))


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
    first, *rest = _WINDOW
    return "".join((tag(f'if window == "{first}"'), _window(first), *_other_windows(rest), tag("endif")))


def _other_windows(sides: list[str]) -> list[str]:
    return [tag("else") + _window(side) for side in sides]


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
    side = mm(_MARGIN)
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
