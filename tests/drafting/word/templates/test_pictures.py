from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from assistant.drafting.word.templates.engine import CompiledTemplate, compile_template
from assistant.drafting.word.values import Picture
from assistant.errors import FindingsError
from tests.drafting.word.building import body_of, pack, paragraph, unpack
from tests.drafting.word.picturing import OLD, drawing, png, with_image1

LOGO, SEAL = png(300, 300), png(40, 10)


def compiled(*blocks: str, header: str = "") -> CompiledTemplate:
    return compile_template(with_image1(*blocks, header=header), "letter.docx")


def shown(data: bytes) -> list[tuple[bytes, int, int, str]]:
    """The pictures in the text: bytes, width and height in pixels, alt text."""
    document = docx.Document(BytesIO(data))
    return [
        (
            document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob,
            shape.width // 9525,
            shape.height // 9525,
            shape._inline.docPr.get("descr", ""),
        )
        for shape in document.inline_shapes
    ]


@pytest.mark.parametrize(
    "place", [drawing("logo"), drawing(alt="logo"), drawing(alt="{{ logo }}"), drawing("{{logo}}")]
)
def test_a_picture_that_bears_the_name_of_a_value_shows_it_without_distortion(place: str) -> None:
    letter = compiled(paragraph(place)).fill({"logo": Picture(data=LOGO, description="European Parliament")})
    assert shown(letter) == [(LOGO, 100, 100, "European Parliament")]
    assert b"srcRect" not in unpack(letter)["word/document.xml"]
    assert OLD not in unpack(letter).values()


def test_the_alt_text_of_the_template_stays_when_the_picture_has_none() -> None:
    letter = compiled(paragraph(drawing("logo", "The logo"))).fill({"logo": Picture(data=SEAL)})
    assert shown(letter) == [(SEAL, 200, 50, "The logo")]


def test_the_old_picture_goes_though_its_relation_has_the_name_of_the_value() -> None:
    parts = unpack(with_image1(paragraph(drawing("logo"))))
    for name in ("word/document.xml", "word/_rels/document.xml.rels"):
        parts[name] = parts[name].replace(b'"image1"', b'"logo"')
    letter = compile_template(pack(parts), "letter.docx").fill({"logo": Picture(data=LOGO)})
    assert [data for name, data in unpack(letter).items() if "media" in name] == [LOGO]


def test_without_a_picture_the_frame_is_left_out_and_the_file_forgets_it() -> None:
    letter = compiled("Before", paragraph(drawing("logo"), "Beside")).fill({"logo": None})
    parts = unpack(letter)
    assert body_of(letter) == ["Before", "Beside"]
    assert b"w:drawing" not in parts["word/document.xml"]
    assert "word/media/image1.png" not in parts
    assert b"image1" not in parts["word/_rels/document.xml.rels"]


def test_a_picture_that_only_happens_to_be_called_so_stays() -> None:
    before = with_image1(
        "{{ x }}", paragraph(drawing("logo")), paragraph(drawing("subject")), paragraph(drawing("a.b"))
    )
    letter = compile_template(before, "letter.docx").fill({"x": 1, "subject": "Visit", "a": {}})
    assert [data for data, *_ in shown(letter)] == [OLD, OLD, OLD]


def test_a_condition_asks_whether_there_is_a_picture() -> None:
    template = compiled("{%p if logo %}", paragraph(drawing("logo")), "{%p else %}", "In words", "{%p endif %}")
    assert body_of(template.fill({"logo": None})) == ["In words"]
    assert [data for data, *_ in shown(template.fill({"logo": Picture(data=LOGO)}))] == [LOGO]


def test_a_loop_shows_a_picture_for_each_item_and_keeps_equal_ones_once() -> None:
    template = compiled("{%p for seal in seals %}", paragraph(drawing(alt="{{ seal }}")), "{%p endfor %}")
    letter = template.fill({"seals": [Picture(data=data) for data in (LOGO, SEAL, LOGO)]})
    assert [data for data, *_ in shown(letter)] == [LOGO, SEAL, LOGO]
    assert [name for name in unpack(letter) if "media" in name] == [
        "word/media/picture1.png",
        "word/media/picture2.png",
    ]


def test_the_old_picture_stays_where_something_else_shows_it() -> None:
    letter = compiled(paragraph(drawing("logo")), header=paragraph(drawing("Picture 1"))).fill({"logo": None})
    assert unpack(letter)["word/media/image1.png"] == OLD


def test_a_header_has_a_place_for_a_picture_too(tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]) -> None:
    template = compiled("Text", paragraph(drawing("Seal", "{{ seal }}")), header=paragraph(drawing("logo")))
    letter = tmp_path / "letter.docx"
    letter.write_bytes(template.fill({"logo": Picture(data=LOGO), "seal": Picture(data=LOGO, description="Seal")}))
    header = docx.Document(str(letter)).sections[0].header.part
    assert [relation.target_part.blob for relation in header.rels.values()] == [LOGO]
    assert ooxml_errors(letter) == []


@pytest.mark.parametrize(
    ("alt", "value", "message"),
    [
        ("{{ logo }}", "S&D", "“{{ logo }}”: a text is no picture."),
        ("{{ logo }}", Picture(data=b"<svg/>"), "“{{ logo }}”: the value is no PNG, JPEG or GIF."),
        ("logo", Picture(data=b"BM"), "“logo”: the value is no PNG, JPEG or GIF."),
        ("{{ lego }}", "", "There is no value “lego”."),
    ],
)
def test_what_is_no_picture_is_told_with_its_place(alt: str, value: object, message: str) -> None:
    with pytest.raises(FindingsError) as raised:
        compiled("Text", paragraph(drawing(alt=alt))).fill({"logo": value})
    assert [(found.message, found.place) for found in raised.value.findings] == [
        (message, "word/document.xml, paragraph 2")
    ]


def test_names_asked_for_are_names_the_template_uses() -> None:
    template = compiled(paragraph(drawing(alt="{{ member.photo }}")), paragraph(drawing("Image1")))
    assert template.names == {"member.photo"}


def test_a_picture_is_no_text() -> None:
    with pytest.raises(FindingsError) as raised:
        compiled("{{ logo }}").fill({"logo": Picture(data=LOGO)})
    assert [(found.message, found.advice) for found in raised.value.findings] == [
        ("“{{ logo }}” cannot print a picture.", "Write its name into the alt text of a picture of the template.")
    ]


def test_a_frame_of_no_size_and_a_picture_of_no_relation_do_no_harm() -> None:
    odd = drawing("logo").replace('cx="1905000"', 'cx="wide"').replace("image1", "missing")
    parts = {
        name: data for name, data in unpack(with_image1(paragraph(odd))).items() if "document.xml.rels" not in name
    }
    template = compile_template(pack(parts), "letter.docx")
    assert b"w:drawing" not in unpack(template.fill({"logo": None}))["word/document.xml"]
    assert b'cx="wide"' in unpack(template.fill({"logo": Picture(data=LOGO)}))["word/document.xml"]
