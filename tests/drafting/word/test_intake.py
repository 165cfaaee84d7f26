import io
import zipfile
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.word.engine import compile_template
from assistant.drafting.word.intake import MOST_PARTS, admit
from assistant.drafting.word.values import Footnote, RichText, Run
from assistant.errors import RefusedTemplateError
from tests.drafting.word.building import NAMESPACES, OFFICE, body_of, make_document, pack, paragraph, unpack

GOOD = unpack(make_document("Dear {{ name }},", footer1=paragraph("Page")))
_BOMB = b"<x>" + b" " * (3 << 20) + b"</x>"
_RELATION = f'<Relationship Id="bad" Type="{OFFICE}/%s" Target="%s"%s/></Relationships>'


def related(kind: str, target: str, *, external: bool = True) -> dict[str, bytes]:
    mode = ' TargetMode="External"' if external else ""
    added = (_RELATION % (kind, target, mode)).encode()
    name = "word/_rels/document.xml.rels"
    return {name: GOOD[name].replace(b"</Relationships>", added)}


def document(inside: str) -> dict[str, bytes]:
    return {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>".encode()}


def field(*code: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in code)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


HOSTILE: dict[str, tuple[Mapping[str, bytes], str]] = {
    "macros": ({"word/vbaProject.bin": b"x"}, "macros"),
    "macros by another name": (
        {"[Content_Types].xml": GOOD["[Content_Types].xml"].replace(b"document.main", b"document.macroEnabled.main")},
        "macros",
    ),
    "an ActiveX control": ({"word/activeX/activeX1.xml": b"<x/>"}, "controls"),
    "an embedded object": ({"word/embeddings/oleObject1.bin": b"x"}, "embedded objects"),
    "an embedded object by relation": (related("oleObject", "thing.bin", external=False), "embedded objects"),
    "a page of another format": (related("aFChunk", "page.html", external=False), "embedded objects"),
    "an entity": (
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]>' + GOOD["word/document.xml"]},
        "document type",
    ),
    "an outside entity in a header": (
        {"word/header9.xml": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'},
        "document type",
    ),
    "an entity in another encoding": (
        {"word/header9.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")},
        "UTF-8",
    ),
    "an entity in UTF-7": ({"word/header9.xml": b'<?xml version="1.0" encoding="UTF-7"?><a/>'}, "UTF-8"),
    "a bomb": ({"word/theme/theme1.xml": _BOMB}, "bomb"),
    "too much text": ({"word/x.xml": Random(1).randbytes(1 << 17).hex().encode() * 33}, "more than a letter can need"),
    "too many parts": ({f"word/p{number}.xml": b"<x/>" for number in range(MOST_PARTS)}, "parts"),
    "a way out of the file": ({"../../etc/passwd": b"x"}, "outside"),
    "a way out for Windows": ({"word\\..\\..\\x": b"x"}, "outside"),
    "a template elsewhere": (related("attachedTemplate", "http://evil.example/t.dotm"), "another template"),
    "a picture elsewhere": (related("image", "http://evil.example/track.png"), "from outside"),
    "a frame elsewhere": (related("frame", "http://evil.example/"), "from outside"),
    "a file fetched by a field": (document(field(' INCLUDETEXT "/etc/passwd"')), "INCLUDETEXT"),
    "a program started by a field": (document(field("DDE", 'AUTO c:\\\\windows\\\\cmd.exe "/k calc"')), "DDEAUTO"),
    "a simple field": (
        document('<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://evil.example"/></w:p>'),
        "INCLUDEPICTURE",
    ),
    "a document in the strict dialect": (
        {"word/document.xml": GOOD["word/document.xml"].replace(b"schemas.openxmlformats.org", b"purl.oclc.org")},
        "Strict",
    ),
    "broken markup": ({"word/document.xml": b"<w:document>"}, "no valid XML"),
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_could_run_reach_out_or_eat_memory_is_refused_with_its_reason(hostile: str) -> None:
    parts, reason = HOSTILE[hostile]
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
