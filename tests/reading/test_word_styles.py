import pytest
from lxml import etree

from assistant.model.source import BlockKind
from assistant.reading.manuscript import Look, gap
from assistant.reading.word_styles import Styles, roman

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def xml(content: str) -> etree._Element:
    return etree.fromstring(f"<w:x {NAMESPACE}>{content}</w:x>")


def paragraph(properties: str) -> etree._Element:
    return xml(f"<w:pPr>{properties}</w:pPr>")


def level(number: int, form: str, text: str, start: int = 1) -> str:
    values = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{values}</w:lvl>'


def item(number: int, depth: int = 0) -> etree._Element:
    return paragraph(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


NUMBERING = xml(
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "upperRoman", "%1.%2.%3", 4)
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_items_are_marked_as_word_prints_them() -> None:
    styles = Styles(None, NUMBERING)
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (3, 0), (1, 7), (9, 0)]
    marks = [styles.look(item(number, depth)).mark for number, depth in items]
    assert marks == ["1.", "(a)", "(b)", "1.b.IV", "2.", "(a)", "", "1.", "2.", "", ""]


def test_items_are_list_items_and_number_zero_takes_a_paragraph_out_of_its_list() -> None:
    styles = Styles(None, NUMBERING)
    assert styles.look(item(2)).kind is BlockKind.LIST_ITEM
    assert styles.look(item(0)).kind is BlockKind.PARAGRAPH


STYLES = xml(
    "<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after='100'/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:styleId='Standard' w:default='1'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='b1'><w:name w:val='berschrift'/>"
    "<w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Item'><w:basedOn w:val='Base'/>"
    "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Base'><w:basedOn w:val='Item'/>"
    "<w:pPr><w:contextualSpacing/><w:spacing w:before='40' w:afterAutospacing='1'/></w:pPr></w:style>"
)


@pytest.mark.parametrize(
    ("style", "look"),
    [
        ("", Look(style="Standard", after=100)),
        ("Titel", Look(BlockKind.HEADING, style="Titel", after=100)),
        ("b1", Look(BlockKind.HEADING, style="b1", after=100)),
        ("Item", Look(BlockKind.LIST_ITEM, "1.", "Item", 40, 280, contextual=True)),
        ("Unknown", Look(style="Unknown", after=100)),
    ],
)
def test_styles_tell_what_a_paragraph_is(style: str, look: Look) -> None:
    reference = f'<w:pStyle w:val="{style}"/>' if style else ""
    assert Styles(STYLES, NUMBERING).look(paragraph(reference)) == look


def test_neighbours_of_one_style_may_have_no_space_between_them() -> None:
    line = Look(style="Address", after=160, contextual=True)
    assert gap(line, line) == 0
    assert gap(line, Look(style="Body")) == 160


@pytest.mark.parametrize(("number", "figures"), [(1, "i"), (4, "iv"), (9, "ix"), (1994, "mcmxciv"), (0, "")])
def test_a_number_is_written_in_roman_figures(number: int, figures: str) -> None:
    assert roman(number) == figures
