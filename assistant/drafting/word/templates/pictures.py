"""Pictures in the frames of a template: fitted without distortion, with their own alt text, or left out with the frame.

Works on the rendered tree, where the printer left an instruction before every drawing that takes a value. What nothing
shows any more leaves the file.
"""

from collections.abc import Sequence
from itertools import count
from typing import cast

from lxml import etree

from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import (
    DRAWING_PROPERTIES,
    OFFICE,
    PICTURE,
    RUN_PROPERTIES,
    Element,
    instructions,
    parent_of,
)
from assistant.drafting.word.templates.images import Image, measure
from assistant.drafting.word.templates.printing import PICTURES
from assistant.drafting.word.values import Picture

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_USED = etree.XPath("//@r:*", namespaces={"r": OFFICE})
"""The ids of relations the markup of a part names."""
_EMBED, _LINK = f"{{{OFFICE}}}embed", f"{{{OFFICE}}}link"


class Pictures:
    """The pictures of one letter while it is filled."""

    def __init__(self, template: Package) -> None:
        self._template = template
        self._ids: dict[tuple[str, bytes], str] = {}
        """Part and bytes to the id of the relation."""
        self._idle: dict[str, set[str]] = {}
        """Part to the ids of relations nothing in it uses any more."""

    def place(self, part: str, root: Element, values: Sequence[Picture]) -> None:
        """Put the pictures into the tree of a part."""
        replaced: set[str] = set()
        for mark in instructions(root, PICTURES):
            drawing = mark.getnext()
            parent_of(mark).remove(mark)
            if drawing is None:
                continue
            replaced |= {blip.get(_EMBED, "") for blip in drawing.iter(f"{_MAIN}blip")}
            if mark.text:
                self._show(part, drawing, values[int(mark.text)])
            else:
                _leave_out(drawing)
        if replaced:
            used = cast("list[str]", _USED(root))
            self._idle[part] = replaced.difference(used)

    def settle(self, package: Package) -> None:
        """Write the pictures into the letter."""
        for (part, data), identifier in self._ids.items():
            kind = _measured(data)
            names = (f"word/media/picture{number}.{kind.suffix}" for number in count(1))
            name = next(name for name in names if package.parts.get(name, data) == data)
            if name not in package.parts:
                package.parts[name] = data
                package.declare(name, kind.content_type)
            package.relate(part, f"{OFFICE}/image", name, identifier)
        for part, idle in self._idle.items():
            package.release(part, idle)

    def _show(self, part: str, drawing: Element, picture: Picture) -> None:
        for blip in drawing.iter(f"{_MAIN}blip"):
            blip.set(_EMBED, self._identifier(part, picture.data))
            blip.attrib.pop(_LINK, "")
            for other_format in blip.findall(f"{_MAIN}extLst"):
                blip.remove(other_format)
        for crop in list(drawing.iter(f"{_MAIN}srcRect")):
            parent_of(crop).remove(crop)
        _fit(drawing, _measured(picture.data))
        for properties in drawing.iter(DRAWING_PROPERTIES):
            if picture.description:
                properties.set("descr", picture.description)

    def _identifier(self, part: str, data: bytes) -> str:
        taken = {relation.id for relation in self._template.relations(part)}.union(self._ids.values())
        free = next(name for name in map("picture{}".format, count(1)) if name not in taken)
        return self._ids.setdefault((part, data), free)


def _fit(drawing: Element, image: Image) -> None:
    """Make the picture as large as it can be inside the frame."""
    frame = drawing.find(f".//{_FRAME}")
    width, height = (0, 0) if frame is None else (_length(frame, "cx"), _length(frame, "cy"))
    scale = min(width / image.width, height / image.height)
    sizes = [frame, *drawing.iterfind(f".//{PICTURE}//{_MAIN}xfrm/{_MAIN}ext")]
    for size in sizes if scale else []:
        if size is not None:
            size.set("cx", str(round(image.width * scale)))
            size.set("cy", str(round(image.height * scale)))


def _length(size: Element, name: str) -> int:
    written = size.get(name, "")
    return int(written) if written.isdecimal() else 0


def _leave_out(drawing: Element) -> None:
    run = parent_of(drawing)
    run.remove(drawing)
    if all(child.tag == RUN_PROPERTIES for child in run):
        parent_of(run).remove(run)


def _measured(data: bytes) -> Image:
    image = measure(data)
    if image is None:
        raise ValueError("only pictures that can be measured are let in by the filling")
    return image
