"""The styles of every shipped letter and the lists that go with them: one serif, one ink, quiet."""

from tests.letter_templates.wordml import (
    character_style,
    font,
    mm,
    paragraph_style,
    part,
    points,
    size,
    spacing,
    table_style,
)

MARGIN = 25
"""Left and right of the text, in millimetres."""
LETTERHEAD_GAP = 9
"""Between letterhead and address window, so that no line of the letter finds room above the address."""

_SERIF, _SANS = "Times New Roman", "Arial"
_INK = '<w:color w:val="1F3557"/>'
_GREY = '<w:color w:val="595959"/>'
_KEPT = ("<w:keepNext/>", "<w:keepLines/>")
_BULLET, _NUMBER, _LETTER = "1", "2", "3"
_ITEM = 8
"""How far the text of a list item stands in, in millimetres."""
_LISTS = (
    (_BULLET, "bullet", "–", "LetterBulleted"),
    (_NUMBER, "decimal", "%1.", "LetterNumbered"),
    (_LETTER, "upperLetter", "%1.", "LetterLettered"),
)
"""Id, kind of number, sign and paragraph style."""


def styles(language: str) -> str:
    """word/styles.xml; `language` is a tag with a country, as Word's dictionaries have it."""
    groups = (_foundation(language), _letterhead(), _opening(), _forms(), _body(), _ending(), _tables(), _notes())
    return part("styles", *(style for group in groups for style in group))


def numbering() -> str:
    """word/numbering.xml: the lists of the body."""
    used = (f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind, *_ in _LISTS)
    return part("numbering", *(_list(*kind) for kind in _LISTS), *used)


def _foundation(language: str) -> list[str]:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(_SERIF)}{size(11)}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    characters = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    tables = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return [defaults, normal, characters, tables]


def _letterhead() -> list[str]:
    small = spacing(line=10.5, exactly=True)
    return [
        paragraph_style(
            "Letter Institution",
            paragraph=[spacing(before=4, after=6)],
            characters=[font(_SANS), "<w:caps/>", _INK, '<w:spacing w:val="30"/>', size(8.5)],
        ),
        paragraph_style("Letter Member", paragraph=[spacing(after=2)], characters=[_INK, size(19)]),
        paragraph_style("Letter Office", paragraph=[small], characters=[font(_SANS), _GREY, size(8)]),
        paragraph_style(
            "Letter Office Label",
            based_on="LetterOffice",
            paragraph=[spacing(before=4, after=1, line=10.5, exactly=True)],
            characters=["<w:b/>", _INK],
        ),
        character_style("Letter Telephone", '<w:b w:val="0"/>', _GREY),
        paragraph_style(
            "Letter Rule", paragraph=[_rule(0), spacing(before=2, line=4, exactly=True)], characters=[size(2)]
        ),
        paragraph_style(
            "Letter Distance", paragraph=[spacing(line=points(LETTERHEAD_GAP), exactly=True)], characters=[size(2)]
        ),
        paragraph_style(
            "Letter Continuation",
            based_on="LetterOffice",
            paragraph=[
                _rule(4),
                f'<w:tabs><w:tab w:val="right" w:pos="{mm(210 - 2 * MARGIN)}"/></w:tabs>',
                spacing(after=14, line=10.5, exactly=True),
            ],
        ),
        paragraph_style("Letter Page", based_on="LetterOffice", paragraph=['<w:jc w:val="center"/>']),
    ]


def _opening() -> list[str]:
    whole_words = "<w:suppressAutoHyphens/>"
    return [
        paragraph_style("Letter Address", paragraph=[whole_words, spacing(line=1.05)]),
        paragraph_style("Letter Reference", paragraph=[spacing(before=3)], characters=[size(10)]),
        paragraph_style("Letter Date", paragraph=[spacing(before=14, after=8)]),
        paragraph_style(
            "heading 1",
            after="LetterSalutation",
            kind="",
            paragraph=[*_KEPT, whole_words, spacing(before=10, after=14), '<w:outlineLvl w:val="0"/>'],
            characters=["<w:b/>", _INK, size(11.5)],
        ),
        paragraph_style("Letter Salutation", after="LetterBody", paragraph=["<w:keepNext/>", spacing(after=8)]),
    ]


def _forms() -> list[str]:
    """What stands above the text where the document is no letter, and the headings inside it."""
    return [
        paragraph_style(
            "Letter Kind",
            paragraph=[*_KEPT, spacing(before=10, after=6)],
            characters=[font(_SANS), "<w:b/>", "<w:caps/>", _INK, '<w:spacing w:val="20"/>', size(10)],
        ),
        paragraph_style("Letter Particulars", paragraph=["<w:keepNext/>", spacing(after=3)]),
        paragraph_style("Letter Lead", paragraph=[spacing(after=8, line=1.15)], characters=["<w:b/>"]),
        paragraph_style(
            "heading 2",
            after="LetterBody",
            kind="",
            paragraph=[*_KEPT, spacing(before=14, after=6), '<w:outlineLvl w:val="1"/>'],
            characters=["<w:b/>", _INK, size(11)],
        ),
    ]


def _body() -> list[str]:
    item = spacing(after=4, line=1.15)
    return [
        paragraph_style("Letter Body", paragraph=[spacing(before=8, after=8, line=1.15)]),
        paragraph_style("Letter Last", based_on="LetterBody", paragraph=_KEPT),
        *(
            paragraph_style(f"Letter {name}{end}", based_on="LetterBody", paragraph=[*kept, _in_list(kind), item])
            for name, kind in (("Numbered", _NUMBER), ("Bulleted", _BULLET))
            for end, kept in (("", ()), (" Kept", _KEPT))
        ),
        paragraph_style("Letter Lettered", based_on="LetterBody", paragraph=[_in_list(_LETTER), item]),
        paragraph_style(
            "Letter Continued",
            based_on="LetterBody",
            paragraph=["<w:keepLines/>", spacing(after=8, line=1.15), f'<w:ind w:left="{mm(_ITEM)}"/>'],
        ),
    ]


def _ending() -> list[str]:
    return [
        paragraph_style("Letter Closing", based_on="LetterBody", paragraph=[*_KEPT, spacing(before=10, after=42)]),
        paragraph_style("Letter Signatory", after="LetterSignatoryRole", paragraph=_KEPT),
        paragraph_style("Letter Signatory Role", paragraph=["<w:keepLines/>"], characters=[size(10)]),
        paragraph_style(
            "Letter Enclosure Label",
            after="LetterEnclosure",
            paragraph=[*_KEPT, spacing(before=12, after=1)],
            characters=["<w:b/>", size(9.5)],
        ),
        paragraph_style("Letter Enclosure", paragraph=["<w:keepLines/>"], characters=[size(9.5)]),
    ]


def _tables() -> list[str]:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for side in ("top", "bottom", "insideH")
    )
    room = (("top", 1.2), ("left", 0), ("bottom", 1.2), ("right", 3))
    margins = "".join(f'<w:{side} w:w="{mm(width)}" w:type="dxa"/>' for side, width in room)
    return [
        table_style(
            "Letter Table",
            f"<w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>",
            '<w:vAlign w:val="top"/>',
        ),
        paragraph_style("Letter Cell", characters=[size(10)]),
        paragraph_style("Letter Cell Kept", based_on="LetterCell", paragraph=["<w:keepNext/>"]),
        paragraph_style(
            "Letter Cell Head",
            based_on="LetterCell",
            paragraph=["<w:keepNext/>"],
            characters=["<w:b/>", _INK, size(9.5)],
        ),
    ]


def _notes() -> list[str]:
    return [
        paragraph_style(
            "footnote text",
            kind="",
            paragraph=[spacing(after=1.5), f'<w:ind w:left="{mm(3)}" w:hanging="{mm(3)}"/>'],
            characters=[size(9)],
        ),
        character_style("footnote reference", '<w:vertAlign w:val="superscript"/>', kind=""),
        character_style("Hyperlink", _INK, '<w:u w:val="single"/>', kind=""),
    ]


def _rule(distance: int) -> str:
    """A thin line below, so many points from the words."""
    return f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="{distance}" w:color="A6A6A6"/></w:pBdr>'


def _in_list(kind: str) -> str:
    return f'<w:numPr><w:numId w:val="{kind}"/></w:numPr>'


def _list(kind: str, shape: str, sign: str, style: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{mm(_ITEM)}" w:hanging="{mm(_ITEM)}"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
