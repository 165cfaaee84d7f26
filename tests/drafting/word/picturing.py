"""Pictures for a test, drawn pixel by pixel, and the markup Word writes round one."""

import struct
import zlib

from tests.drafting.word.building import OFFICE, make_document, pack, unpack

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 9525
"""English Metric Units in a pixel at 96 dots an inch."""

_IMAGE = f'<Relationship Id="image1" Type="{OFFICE}/image" Target="media/image1.png"/></Relationships>'


def png(width: int, height: int, shade: int = 200) -> bytes:
    """A grey picture."""
    rows = (b"\0" + bytes([shade]) * width) * height
    chunks = (
        (b"IHDR", struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in chunks
    )


def drawing(name: str = "Picture 1", alt: str = "") -> str:
    """A run with the picture “image1”, 200 by 100 pixels large, as Word writes it."""
    cx, cy = 200 * _EMU, 100 * _EMU
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        'distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="1" name="{name}" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="image1"/>'
        '<a:srcRect l="10000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


OLD = png(20, 10)
"""The picture “image1”."""


def with_image1(*blocks: str, header: str = "") -> bytes:
    """A Word file whose document and header may show the picture “image1”."""
    parts = unpack(make_document(*blocks, **({"header1": header} if header else {})))
    parts["word/media/image1.png"] = OLD
    document = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = document.replace("</Relationships>", _IMAGE).encode()
    if header:
        empty = document[: document.index("<Relationship ")]
        parts["word/_rels/header1.xml.rels"] = f"{empty}{_IMAGE}".encode()
    kinds = parts["[Content_Types].xml"].decode()
    png_kind = '<Default Extension="png" ContentType="image/png"/><Override'
    parts["[Content_Types].xml"] = kinds.replace("<Override", png_kind, 1).encode()
    return pack(parts)
