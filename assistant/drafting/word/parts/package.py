"""A Word file as its parts: bytes in, bytes out, nothing interpreted but relations and content types."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from assistant.drafting.word.parts.archive import Packed, pack, write_archive
from assistant.drafting.word.parts.wordml import OFFICE, Element, parse_part, write_part

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKED = (".png", ".jpeg", ".jpg", ".gif")
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()


class Relation(NamedTuple):
    """One line of a relations part; `target` is the name of a part, or an address outside when `external`."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file by name, in the order of the file."""

    def __init__(self, packed: Mapping[str, Packed]) -> None:
        self.parts = {name: part.data for name, part in packed.items()}
        self._packed = dict(packed)
        self._read: dict[tuple[str, bytes], tuple[Relation, ...]] = {}

    def copy(self) -> "Package":
        """Another package of the same parts."""
        made = Package({})
        made.parts, made._packed, made._read = self.parts.copy(), self._packed, self._read.copy()
        return made

    def write(self) -> bytes:
        """The file; parts that were not changed keep their packed bytes."""
        return write_archive({name: self._pack(name, data) for name, data in self.parts.items()})

    def _pack(self, name: str, data: bytes) -> Packed:
        known = self._packed.get(name)
        return known if known is not None and known.data is data else pack(data, is_packed=name.endswith(_PACKED))

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relations of a part ("" for those of the whole file)."""
        data = self.parts.get(relations_part(part), b"")
        if data and (part, data) not in self._read:
            self._read[part, data] = tuple(_read_relations(parse_part(data), part))
        return self._read.get((part, data), ())

    def related(self, part: str, kind: str) -> str | None:
        """Name of the part a relation of this kind leads to; `kind` is the last word of the type."""
        for relation in self.relations(part):
            if relation.kind.rpartition("/")[2] == kind and not relation.external:
                return relation.target
        return None

    def relate(self, part: str, kind: str, target: str, identifier: str | None = None) -> None:
        """Add a relation to another part; `kind` is the whole type, `identifier` a free one when left out."""
        name = relations_part(part)
        root = parse_part(self.parts.get(name, _NO_RELATIONS))
        line = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=identifier or _free_id(root), Type=kind)
        line.set("Target", posixpath.relpath(target, posixpath.dirname(part) or "."))
        self.parts[name] = write_part(root)

    def link(self, part: str, links: Mapping[str, str]) -> None:
        """Add relations for hyperlinks: address to the id it has in the part."""
        if not links:
            return
        name = relations_part(part)
        root = parse_part(self.parts.get(name, _NO_RELATIONS))
        for address, identifier in links.items():
            line = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=identifier, Type=f"{OFFICE}/hyperlink")
            line.attrib.update({"Target": address, "TargetMode": "External"})
        self.parts[name] = write_part(root)

    def unrelate(self, part: str, dropped: set[str]) -> None:
        """Take away the relations of these ids."""
        name = relations_part(part)
        root = parse_part(self.parts[name])
        for line in [line for line in root if line.get("Id") in dropped]:
            root.remove(line)
        self.parts[name] = write_part(root)

    def rename(self, part: str, name: str) -> None:
        """Give a part another name in the same folder; relations to it are the caller's."""
        names = {part: name, relations_part(part): relations_part(name)}
        self.parts = {names.get(old, old): data for old, data in self.parts.items()}
        types = self.parts[CONTENT_TYPES]
        self.parts[CONTENT_TYPES] = types.replace(f'"/{part}"'.encode(), f'"/{name}"'.encode())

    def release(self, part: str, dropped: set[str]) -> None:
        """Take away the relations of these ids, and the parts that nothing else leads to."""
        targets = {relation.target for relation in self.relations(part) if relation.id in dropped}
        if targets:
            self.unrelate(part, dropped)
        used = {relation.target for other in self.parts for relation in self.relations(other)}
        for target in targets - used:
            self.remove(target)

    def declare(self, part: str, content_type: str) -> None:
        """Say what a part is."""
        root = parse_part(self.parts[CONTENT_TYPES])
        self._forget(root, part)
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
        self.parts[CONTENT_TYPES] = write_part(root)

    def remove(self, part: str) -> None:
        """Take away a part with its relations and its content type; relations to it are the caller's."""
        self.parts.pop(part, None)
        self.parts.pop(relations_part(part), None)
        root = parse_part(self.parts[CONTENT_TYPES])
        self._forget(root, part)
        self.parts[CONTENT_TYPES] = write_part(root)

    @staticmethod
    def _forget(root: Element, part: str) -> None:
        for line in [line for line in root if line.get("PartName") == f"/{part}"]:
            root.remove(line)


def relations_part(part: str) -> str:
    """Name of the part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_relations(root: Element, part: str) -> Iterator[Relation]:
    for line in root:
        external = line.get("TargetMode") == "External"
        target = line.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        yield Relation(line.get("Id", ""), line.get("Type", ""), target, external)


def _free_id(root: Element) -> str:
    used = {line.get("Id") for line in root}
    return next(f"rId{number}" for number in range(1, len(used) + 2) if f"rId{number}" not in used)
