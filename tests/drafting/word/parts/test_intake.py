import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.word.parts.intake import admit
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Footnote, RichText, Run
from assistant.errors import RefusedTemplateError
from tests.drafting.word.building import body_of, make_document, pack, paragraph, unpack
from tests.drafting.word.hostile import FILES, GOOD, document, field, related


@pytest.mark.parametrize("hostile", FILES)
def test_what_could_run_reach_out_or_eat_memory_is_refused_with_its_reason(hostile: str) -> None:
    parts, reason = FILES[hostile]
    with pytest.raises(RefusedTemplateError, match=reason) as refused:
        compile_template(pack({**GOOD, **parts}), "bad.docx")
    assert str(refused.value).startswith("bad.docx: ")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old .doc", pack({"mimetype": b"odt"})],
    ids=["empty", "cut off", "old Word", "OpenDocument"],  # a packed file carries the time it was made
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedTemplateError, match="no Word"):
        admit(data, "x.docx")


def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in [*GOOD.items(), ("WORD/document.xml", b"<x/>")]:
            archive.writestr(name, content)
    with pytest.raises(RefusedTemplateError, match="same name"):
        admit(out.getvalue(), "x.docx")


@given(st.dictionaries(st.integers(1, 1400), st.integers(0, 255), min_size=1, max_size=4))
def test_a_damaged_file_is_refused_not_guessed_at(bytes_from_the_end: dict[int, int]) -> None:
    data = bytearray(make_document("Dear {{ name }},"))
    for offset, byte in bytes_from_the_end.items():
        data[-offset] = byte
    assert refusal_of(bytes(data)) != ""


@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml", "word/styles.xml", "word/settings.xml"])
def test_a_part_that_is_no_xml_is_refused_whenever_it_is_needed(part: str) -> None:
    note = RichText(runs=(Run(note=Footnote(text="n")),))
    broken = {**GOOD, part: GOOD[part] + b"{{<"}
    with pytest.raises(RefusedTemplateError, match=r"x\.docx: a part of it is no valid XML"):
        compile_template(pack(broken), "x.docx").fill({"name": note})


def refusal_of(data: bytes) -> str | None:
    try:
        admit(data, "x.docx")
    except RefusedTemplateError as error:
        return error.reason
    return None


def test_links_and_ordinary_fields_are_welcome() -> None:
    page = document(field(" PAGE ") + field(' HYPERLINK "https://europarl.europa.eu/link"') + field(" REF link "))
    assert admit(pack({**GOOD, **page, **related("hyperlink", "https://europarl.europa.eu")}), "x.docx")


def test_a_text_that_word_on_the_web_named_otherwise_is_the_text() -> None:
    renamed = {name.replace("document.xml", "document2.xml"): data for name, data in GOOD.items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        renamed[name] = renamed[name].replace(b"word/document.xml", b"word/document2.xml")
    letter = compile_template(pack(renamed), "x.docx").fill({"name": "Ana"})
    assert body_of(letter) == ["Dear Ana,"]
    assert unpack(letter).keys() == GOOD.keys()
    assert docx.Document(io.BytesIO(letter)).paragraphs[0].text == "Dear Ana,"


def test_a_template_saved_by_libreoffice_has_one_title_page() -> None:
    libreoffice = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    relation = f'<Relationship Id="rId2" Type="{libreoffice}" Target="docProps/core.xml"/></Relationships>'.encode()
    relations = {"_rels/.rels": GOOD["_rels/.rels"].replace(b"</Relationships>", relation)}
    package = admit(pack({**GOOD, **relations, "docProps/core.xml": b"<x/>"}), "x.docx")
    assert package.related("", "core-properties") == "docProps/core.xml"
    assert b"officedocument/2006/relationships/metadata" not in package.parts["_rels/.rels"]


@pytest.mark.parametrize(
    "payload",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
        "{% for a in range(1000000000) %}{% endfor %}",
        "{{ lipsum(100000) }}",
        "{{ 'a' * 200000000 }}",
        "{% for a in [1,1,1,1,1,1,1,1,1,1] %}" * 9 + "x" + "{% endfor %}" * 9,
    ],
)
def test_no_template_runs_anything_or_takes_for_ever(payload: str) -> None:
    compiled = compile_template(make_document(payload, header1=paragraph(payload)), "bad.docx")
    with pytest.raises(Exception, match="cannot be filled"):
        body_of(compiled.fill({}))
