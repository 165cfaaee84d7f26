"""Builders of small Word files and PDFs, so that a test shows the markup it speaks of."""

import math
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import pytest

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

Picture = tuple[int, int, bytes]
"""Width, height, and a byte for each dot, from black (0) to white."""
Text = tuple[float, float, float, str]
"""Distance from the left, height above the foot of the page, size of letters, words."""


@pytest.fixture
def pack() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """Make a zip archive of parts by name."""

    def make(parts: Mapping[str, str | bytes]) -> bytes:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return make


@pytest.fixture
def word_file(pack: Callable[[Mapping[str, str | bytes]], bytes]) -> Callable[..., bytes]:
    """Make a Word file of the markup of its body and, by kind, of the contents of other parts (`footnotes="…"`)."""

    def make(body: str, **parts: str) -> bytes:
        relations = "".join(
            f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
            for kind in parts
        )
        main = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        return pack(
            {
                "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>',
                "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
                "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
                **{f"word/{kind}.xml": f"<w:part {_NAMESPACES}>{content}</w:part>" for kind, content in parts.items()},
            }
        )

    return make


@pytest.fixture
def pdf_file() -> Callable[..., bytes]:
    """Make a PDF of pages, each a list of texts with their places; `pictures` are numbers of pages with a scan.

    With `turned`, the pages are shown turned by 90 degrees and the texts stand upright on what is shown.
    """

    def make(
        pages: Sequence[Sequence[Text]], pictures: Sequence[int] = (), encrypt: str = "", *, turned: bool = False
    ) -> bytes:
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            _stream(
                "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0"
            ),
        ]
        for number, texts in enumerate(pages, 1):
            drawn = "q 595 0 0 842 0 0 cm /Scan Do Q " if number in pictures else ""
            words = " ".join(
                f"BT /F {size} Tf {f'0 1 -1 0 {595 - y} {x}' if turned else f'1 0 0 1 {x} {y}'} Tm"
                f" ({_escaped(text)}) Tj ET"
                for x, y, size, text in texts
            )
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
                f" /Rotate {90 * turned}"
                " /Resources << /Font << /F 3 0 R >> /XObject << /Scan 4 0 R >> >> >>"
            )
            objects.append(_stream("", drawn + words))
        return _numbered(objects, encrypt)

    return make


@pytest.fixture(scope="session")
def scanned_pdf() -> Callable[..., bytes]:
    """Make a PDF of A4 pages that are nothing but grey pictures: (width, height, dots); turned by `degrees`."""

    def make(pictures: Sequence[Picture], degrees: float = 0.0) -> bytes:
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            (
                f"<< /Type /Pages /Count {len(pictures)} /Kids"
                f" [{' '.join(f'{5 + 3 * n} 0 R' for n in range(len(pictures)))}] >>"
            ),
        ]
        across, up = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        for width, height, dots in pictures:
            size = f"/Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
            packed = zlib.compress(dots).hex() + ">"
            scan = len(objects) + 1
            turn = f"{across:.5f} {up:.5f} {-up:.5f} {across:.5f} 0 0 cm"
            objects += [
                _stream(f"/Type /XObject /Subtype /Image {size} /Filter [/ASCIIHexDecode /FlateDecode]", packed),
                _stream("", f"{turn} 595 0 0 842 0 0 cm /Scan Do"),
                (
                    f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {scan + 1} 0 R"
                    f" /Resources << /XObject << /Scan {scan} 0 R >> >> >>"
                ),
            ]
        return _numbered(objects, "")

    return make


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which tesseract is not installed."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("assistant.reading.ocr._PLACES", ())


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"


def _numbered(objects: Sequence[str], encrypt: str) -> bytes:
    data, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {encrypt} >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
