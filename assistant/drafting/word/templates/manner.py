"""The manner of a tag: the run properties it stood in and what rich text adds, in the order the schema asks for."""

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from assistant.drafting.word.parts.languages import word_language
from assistant.drafting.word.parts.wordml import Element, escape
from assistant.drafting.word.values import Run

_NAMES = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""ECMA-376 part 1, 17.3.2.28: children of w:rPr; extensions of later Words come after them."""
_ORDER: Mapping[str, int] = MappingProxyType({name: place for place, name in enumerate(_NAMES)})


class Manner:
    """Run properties as markup, ready to be varied."""

    def __init__(
        self, properties: Element | None = None, declared: Mapping[str | None, str] = MappingProxyType({})
    ) -> None:
        """`declared` are the namespaces of the part the markup will stand in."""
        children = [] if properties is None else list(properties)
        self._markup = {_name(child): _markup(child, declared) for child in children}
        self.plain = self._joined(self._markup)

    def of(self, run: Run, style: str | None = None) -> str:
        """The properties for a run of rich text; `style` is the id of a character style."""
        added: dict[str, str] = {}
        if style:
            added["rStyle"] = f'<w:rStyle w:val="{escape(style)}"/>'
        if run.bold:
            added |= {"b": "<w:b/>", "bCs": "<w:bCs/>"}
        if run.italic:
            added |= {"i": "<w:i/>", "iCs": "<w:iCs/>"}
        if run.language:
            added["lang"] = f'<w:lang w:val="{escape(word_language(run.language))}"/>'
        return self._joined(self._markup | added) if added else self.plain

    def _joined(self, markup: Mapping[str, str]) -> str:
        ordered = sorted(markup, key=lambda name: _ORDER.get(name, len(_ORDER)))
        return f"<w:rPr>{''.join(markup[name] for name in ordered)}</w:rPr>" if markup else ""


def _name(child: Element) -> str:
    name = etree.QName(child)
    return name.localname if name.localname in _ORDER else str(child.tag)


def _markup(child: Element, declared: Mapping[str | None, str]) -> str:
    written = etree.tostring(child, encoding="unicode", with_tail=False)
    for prefix, address in child.nsmap.items():
        if declared.get(prefix) == address:
            written = written.replace(f' xmlns:{prefix}="{address}"', "")
    return written
