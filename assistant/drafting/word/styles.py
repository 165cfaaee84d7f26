"""The styles of a template: found by the name people see, added only where Word's own three are missing.

Ids of styles are translated by Word (“Funotenzeichen”); names are not, so that is how styles are found.
"""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from assistant.drafting.word.wordml import Element, VALUE, fragment, parse_part, w, write_part

_OWN: Mapping[str, str] = MappingProxyType(
    {
        "footnote text": '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>{based}'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="170" w:hanging="170"/></w:pPr><w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>',
        "footnote reference": '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '{based}<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        "hyperlink": '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>{based}'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
    }
)


class Styles:
    """The styles part of a template."""

    def __init__(self, data: bytes) -> None:
        self._root = parse_part(data)
        self._ids: dict[tuple[str, str], str] = {}
        for style in self._root.iterfind(w("style")):
            self._note(style)

    def _note(self, style: Element) -> None:
        name, kind, identifier = style.find(w("name")), style.get(w("type"), "paragraph"), style.get(w("styleId"), "")
        self._ids[kind, identifier.casefold()] = identifier
        if name is not None:
            self._ids[kind, name.get(VALUE, "").casefold()] = identifier

    def find(self, kind: str, name: str) -> str | None:
        """Id of the style of this kind (paragraph, character) with this name or id."""
        return self._ids.get((kind, name.casefold()))

    def paragraph_names(self) -> list[str]:
        """What the paragraph styles are called."""
        styles = self._root.iterfind(f"{w('style')}[@{w('type')}='paragraph']/{w('name')}")
        return [name.get(VALUE, "") for name in styles]

    def properties(self, identifier: str) -> Element | None:
        """The style element of an id."""
        return self._root.find(f"{w('style')}[@{w('styleId')}='{identifier}']")

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

    def completed(self) -> bytes | None:
        """The part with the styles of notes and links added; None when it has them all."""
        kinds = {"footnote text": "paragraph", "footnote reference": "character", "hyperlink": "character"}
        missing = [name for name, kind in kinds.items() if not self.find(kind, name)]
        for name in missing:
            base = self._default(kinds[name])
            based = f'<w:basedOn w:val="{base}"/>' if base else ""
            style = fragment(_OWN[name].format(based=based))
            self._root.append(style)
            self._note(style)
        return write_part(self._root) if missing else None

    def _default(self, kind: str) -> str | None:
        for style in self._root.iterfind(w("style")):
            if style.get(w("type")) == kind and style.get(w("default")) in {"1", "true", "on"}:
                return style.get(w("styleId"))
        return None
