"""The styles of a template: found by the name people see, added only where Word's own three are missing.

Ids of styles are translated by Word (“Funotenzeichen”); names are not, so that is how styles are found.
"""

from collections.abc import Iterator
from functools import cached_property

from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import DOCUMENT, OFFICE, STYLES, VALUE, WORD, Element, parse_part, w

_NOTE_TEXT = """<w:style xmlns:w="{word}" w:type="paragraph" w:styleId="FootnoteText">
<w:name w:val="footnote text"/>{based}<w:uiPriority w:val="99"/><w:unhideWhenUsed/>
<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="170" w:hanging="170"/></w:pPr>
<w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>"""
_NOTE_MARK = """<w:style xmlns:w="{word}" w:type="character" w:styleId="FootnoteReference">
<w:name w:val="footnote reference"/>{based}<w:uiPriority w:val="99"/><w:unhideWhenUsed/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"""
_LINK = """<w:style xmlns:w="{word}" w:type="character" w:styleId="Hyperlink">
<w:name w:val="Hyperlink"/>{based}<w:uiPriority w:val="99"/><w:unhideWhenUsed/>
<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>"""
_OWN = (
    ("paragraph", "footnote text", _NOTE_TEXT),
    ("character", "footnote reference", _NOTE_MARK),
    ("character", "hyperlink", _LINK),
)


_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_EMPTY = f'<w:styles xmlns:w="{WORD}"></w:styles>'.encode()


def styles_part(package: Package) -> str:
    """Name of the styles part; a file without one is given an empty one."""
    name = package.related(DOCUMENT, "styles")
    if name is None or name not in package.parts:
        name = STYLES
        package.parts[name] = _EMPTY
        package.declare(name, _CONTENT_TYPE)
        package.relate(DOCUMENT, f"{OFFICE}/styles", name)
    return name


class Styles:
    """The styles of a Word file."""

    def __init__(self, package: Package) -> None:
        data = package.parts.get(package.related(DOCUMENT, "styles") or STYLES, _EMPTY)
        self._data = data if b"</" in data else _EMPTY
        self._styles = parse_part(self._data).findall(w("style"))
        self._by_id = {style.get(w("styleId"), ""): style for style in self._styles}
        self._ids: dict[tuple[str, str], str] = {}
        for identifier, style in self._by_id.items():
            kind, name = style.get(w("type"), "paragraph"), style.find(w("name"))
            self._ids.setdefault((kind, identifier.casefold()), identifier)
            if name is not None:
                self._ids[kind, name.get(VALUE, "").casefold()] = identifier

    def find(self, kind: str, name: str) -> str | None:
        """Id of the style of this kind (paragraph, character) with this name or, failing that, this id."""
        return self._ids.get((kind, name.casefold()))

    def paragraph_names(self) -> list[str]:
        """What the paragraph styles are called."""
        styles = [style.find(w("name")) for style in self._styles if style.get(w("type")) == "paragraph"]
        return [name.get(VALUE, "") for name in styles if name is not None]

    def lineage(self, identifier: str) -> Iterator[Element]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while identifier in self._by_id and identifier not in seen:
            seen.add(identifier)
            yield self._by_id[identifier]
            base = self._by_id[identifier].find(w("basedOn"))
            identifier = "" if base is None else base.get(VALUE, "")

    @cached_property
    def mark(self) -> str:
        """Id of the style of footnote marks."""
        return self.find("character", "footnote reference") or "FootnoteReference"

    @cached_property
    def note(self) -> str:
        """Id of the style of footnote texts."""
        return self.find("paragraph", "footnote text") or "FootnoteText"

    @cached_property
    def link(self) -> str:
        """Id of the style of hyperlinks."""
        return self.find("character", "hyperlink") or "Hyperlink"

    def completed(self) -> bytes:
        """The part with the styles of notes and links, the missing ones added at its end."""
        missing = ((kind, style) for kind, name, style in _OWN if not self.find(kind, name))
        added = "".join(style.format(word=WORD, based=self.basis(kind)) for kind, style in missing)
        beginning, closing, end = self._data.rpartition(b"</")
        return beginning + added.encode() + closing + end

    def basis(self, kind: str) -> str:
        """What a style of ours is based on: the default of its kind, where there is one."""
        on = {"1", "true", "on"}
        defaults = (style for style in self._styles if style.get(w("type")) == kind and style.get(w("default")) in on)
        default = next(defaults, None)
        return "" if default is None else f'<w:basedOn w:val="{default.get(w("styleId"))}"/>'
