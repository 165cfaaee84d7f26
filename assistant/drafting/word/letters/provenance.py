"""Where a letter came from, carried inside it: a custom XML part that survives editing in Word and LibreOffice.

It travels with the file, so it is taken out of what is sent (`strip`). The payload is the caller's, never read here.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from itertools import count

from lxml import etree

from assistant.drafting.word.letters.bookmarks import put_bookmarks
from assistant.drafting.word.parts.intake import open_safely, refusing_damage
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import DOCUMENT, OFFICE, parse_part

NAMESPACE = "urn:correspondence-assistant:provenance:2"
_EVERY_VERSION = NAMESPACE.rpartition(":")[0]
_ITEM_ID = "{6F0C2E58-8B1B-5D3A-9C57-3E2B7A41D0C6}"
"""Word asks for an id for each custom XML part; there is one such part in a letter, so one id will do."""
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def attach(data: bytes, payload: bytes, spans: Mapping[str, tuple[int, int]] | None = None) -> bytes:
    """The letter with the payload inside and a bookmark around each span of its wording; an earlier one is replaced."""
    package = _open(data)
    _remove(package)
    put_bookmarks(package, spans or {})
    number = next(number for number in count(1) if f"customXml/item{number}.xml" not in package.parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    package.parts[item] = f'<provenance xmlns="{NAMESPACE}">{b64encode(payload).decode()}</provenance>'.encode()
    package.parts[properties] = (
        f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    package.declare(properties, _PROPERTIES_TYPE)
    package.relate(item, f"{OFFICE}/customXmlProps", properties)
    package.relate(DOCUMENT, f"{OFFICE}/customXml", item)
    return package.write()


def read(data: bytes) -> bytes | None:
    """The payload of a letter, None when it has none (or an older one, or one that was tampered with)."""
    package = _open(data)
    for item in _items(package):
        root = parse_part(package.parts[item])
        try:
            return b64decode(root.text or "", validate=True) if etree.QName(root).namespace == NAMESPACE else None
        except ValueError:
            return None
    return None


def strip(data: bytes) -> bytes:
    """The letter without its payload."""
    package = _open(data)
    _remove(package)
    return package.write()


def _open(data: bytes) -> Package:
    package = open_safely(data, "letter")
    with refusing_damage("letter"):
        package.relations(DOCUMENT)
    return package


def _items(package: Package) -> list[str]:
    related = [relation.target for relation in package.relations(DOCUMENT) if relation.kind == f"{OFFICE}/customXml"]
    return [item for item in related if _is_ours(package.parts.get(item, b""))]


def _is_ours(part: bytes) -> bool:
    try:
        return (etree.QName(parse_part(part)).namespace or "").startswith(_EVERY_VERSION)
    except etree.XMLSyntaxError:
        return False


def _remove(package: Package) -> None:
    items = _items(package)
    gone = {relation.id for relation in package.relations(DOCUMENT) if relation.target in items}
    for item in items:
        for relation in package.relations(item):
            package.remove(relation.target)
        package.remove(item)
    if gone:
        package.unrelate(DOCUMENT, gone)
