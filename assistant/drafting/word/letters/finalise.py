"""A filled letter made ready to leave: its own title page and language, nothing left of the template's.

The text of the letter is left alone; what it must not carry (comments, a picture of the empty template) is taken out.
"""

from assistant.drafting.word.parts.comments import drop_comments
from assistant.drafting.word.parts.intake import open_safely, refusing_damage
from assistant.drafting.word.parts.languages import word_language
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.properties import LetterProperties, write_properties
from assistant.drafting.word.parts.styles import styles_part
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    SETTINGS,
    Element,
    element,
    parse_part,
    w,
    write_part,
)

_AFTER_THEME_LANGUAGE = {
    w(name)
    for name in (
        "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
        "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
}  # fmt: skip
"""ECMA-376 part 1, 17.15.1.78: what stands behind w:themeFontLang in the settings."""


def finish(data: bytes, properties: LetterProperties) -> bytes:
    """The letter with these properties, its language everywhere, without the template's thumbnail and comments.

    Raises RefusedTemplateError for what is no Word file.
    """
    package = open_safely(data, "letter")
    with refusing_damage("letter"):
        drop_comments(package)
        _drop_thumbnail(package)
        write_properties(package, properties)
        _set_language(package, word_language(properties.language))
    return package.write()


def _drop_thumbnail(package: Package) -> None:
    thumbnails = [relation for relation in package.relations("") if relation.kind.endswith("/thumbnail")]
    for relation in thumbnails:
        package.remove(relation.target)
    if thumbnails:
        package.unrelate("", {relation.id for relation in thumbnails})


def _set_language(package: Package, language: str) -> None:
    styles = styles_part(package)
    root = parse_part(package.parts[styles])
    holder = root
    for name in ("docDefaults", "rPrDefault", "rPr"):
        holder = _child(holder, name)
    _child(holder, "lang", last=True).set(w("val"), language)
    package.parts[styles] = write_part(root)
    settings = package.related(DOCUMENT, "settings") or SETTINGS
    if settings in package.parts:
        root = parse_part(package.parts[settings])
        _theme_language(root).set(w("val"), language)
        package.parts[settings] = write_part(root)


def _child(holder: Element, name: str, *, last: bool = False) -> Element:
    found = holder.find(w(name))
    if found is None:
        found = element(name)
        holder.insert(len(holder) if last else 0, found)
    return found


def _theme_language(settings: Element) -> Element:
    found = settings.find(w("themeFontLang"))
    if found is not None:
        return found
    made = element("themeFontLang")
    following = next((child for child in settings if child.tag in _AFTER_THEME_LANGUAGE), None)
    if following is None:
        settings.append(made)
    else:
        following.addprevious(made)
    return made
