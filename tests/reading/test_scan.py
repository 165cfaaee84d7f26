import random
import struct
import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium
import pytest
from rapidfuzz.distance import Levenshtein

from assistant.errors import DamagedFileError, EmptyFileError, InputFileError, TooLargeFileError, UnsupportedFileError
from assistant.model.source import BlockKind, Source
from assistant.reading import Limits, read, read_bytes
from tests.conftest import LETTERS

Make = Callable[..., bytes]
Picture = tuple[int, int, bytes]


class Scan(NamedTuple):
    """What a letter says, and what was read of its scan."""

    printed: Source
    read: Source


def draw(name: str) -> list[Picture]:
    """The pages of a PDF in 300 dots an inch."""
    document = pdfium.PdfDocument(LETTERS / name)
    try:
        bitmaps = [page.render(scale=300 / 72, grayscale=True) for page in document]
        return [(each.width, each.height, bytes(each.buffer)) for each in bitmaps]
    finally:
        document.close()


def with_dirt(picture: Picture) -> Picture:
    width, height, dots = picture
    dirty, chance = bytearray(dots), random.Random(23)
    for _ in range(len(dots) // 200):
        dirty[chance.randrange(len(dots))] = chance.randrange(256)
    return width, height, bytes(dirty)


def character_error(scan: Scan) -> float:
    """Letters to change for each printed one, line ends aside."""
    printed, found = (" ".join(source.text.split()) for source in (scan.printed, scan.read))
    return Levenshtein.distance(printed, found) / len(printed)


def losses(source: Source) -> list[tuple[str, int | None]]:
    return [(loss.what, loss.page) for loss in source.description.losses]


def png(picture: Picture) -> bytes:
    width, height, dots = picture
    rows = b"".join(b"\0" + dots[at : at + width] for at in range(0, len(dots), width))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows))]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in [*parts, (b"IEND", b"")]
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def tiff(pictures: Sequence[Picture], order: str = "<") -> bytes:
    data = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    for number, (width, height, dots) in enumerate(pictures, 1):
        tags = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: len(data) + 126, 277: 1, 278: height}
        entries = [struct.pack(f"{order}HHII", tag, 4, 1, value) for tag, value in (tags | {279: len(dots)}).items()]
        following = 0 if number == len(pictures) else len(data) + 126 + len(dots)
        table = struct.pack(f"{order}H", len(entries)) + b"".join(entries) + struct.pack(f"{order}I", following)
        data += table.ljust(126, b"\0") + dots
    return data


def bmp(picture: Picture) -> bytes:
    width, height, dots = picture
    rows = [dots[at : at + width].ljust(-(-width // 4) * 4, b"\0") for at in range(0, len(dots), width)]
    colours = b"".join(bytes([grey, grey, grey, 0]) for grey in range(256))
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 0, 0, 11811, 11811, 256, 0)
    offset = 14 + len(header) + len(colours)
    content = b"".join(reversed(rows))
    return b"BM" + struct.pack("<IHHI", offset + len(content), 0, 0, offset) + header + colours + content


def top_of(picture: Picture, rows: int) -> Picture:
    width, _, dots = picture
    return width, rows, dots[: rows * width]


def turned(picture: Picture, quarters: int) -> Picture:
    """A picture turned clockwise."""
    for _ in range(quarters):
        width, height, dots = picture
        picture = height, width, b"".join(dots[column::width][::-1] for column in range(width))
    return picture


@pytest.fixture(scope="module")
def title() -> Picture:
    """The upper third of the first page of the report."""
    return top_of(draw("press_conference.pdf")[0], 1200)


@pytest.fixture(scope="module")
def carlsson(scanned_pdf: Make, tesseract: None) -> Scan:
    return Scan(read(LETTERS / "carlsson.pdf"), read_bytes(scanned_pdf(draw("carlsson.pdf")), "scan.pdf"))


@pytest.fixture(scope="module")
def press_conference(scanned_pdf: Make, tesseract: None) -> Scan:
    name = "press_conference.pdf"
    return Scan(read(LETTERS / name), read_bytes(scanned_pdf(draw(name)), "scan.pdf"))


@pytest.fixture(scope="module")
def printed(scanned_pdf: Make, tesseract: None) -> Source:
    return read_bytes(scanned_pdf(draw("carlsson_printed.pdf"), 1.0), "scan.pdf")


@pytest.mark.parametrize("name", ["carlsson", "press_conference"])
def test_a_clean_scan_is_read_nearly_without_error(name: str, request: pytest.FixtureRequest) -> None:
    assert character_error(request.getfixturevalue(name)) <= 0.005


def test_accents_are_kept(press_conference: Scan) -> None:
    assert press_conference.read.text.count("Świącicki") == press_conference.printed.text.count("Świącicki") == 3


@pytest.mark.parametrize("name", ["carlsson", "press_conference"])
def test_paragraphs_and_pages_are_those_of_the_letter(name: str, request: pytest.FixtureRequest) -> None:
    scan: Scan = request.getfixturevalue(name)
    beginnings = [
        [(block.kind, block.page, text.lstrip("- \n")[:9]) for block, text in source.block_texts()]
        for source in (scan.printed, scan.read)
    ]
    assert beginnings[0] == beginnings[1]


def test_a_dirty_scan_that_lies_askew_is_read(scanned_pdf: Make, tesseract: None) -> None:
    data = scanned_pdf([with_dirt(page) for page in draw("press_conference.pdf")], -1.0)
    scan = Scan(read(LETTERS / "press_conference.pdf"), read_bytes(data, "scan.pdf"))
    assert character_error(scan) <= 0.02
    assert scan.read.text.count("Świącicki") >= 2


def test_a_sentence_broken_over_scanned_pages_is_one_sentence(printed: Source) -> None:
    assert "visited Mr Yerimbetov in the Almaty detention centre last year." in printed.text
    assert printed.page_at(printed.text.index("Almaty detention")) == 2


def test_words_divided_on_a_scan_are_whole(printed: Source) -> None:
    assert "carefully following developments" in printed.text
    assert "police pre-trial investigation" in printed.text


def test_notes_headers_and_footers_of_a_scan_are_known(printed: Source) -> None:
    kinds = [block.kind for block in printed.blocks]
    assert [kinds.count(kind) for kind in (BlockKind.HEADER, BlockKind.FOOTNOTE, BlockKind.FOOTER)] == [1, 1, 1]
    assert "[1] Signed in Astana on 21 December 2015, OJ L 29, 4.2.2016, p. 3." in printed.text


def test_every_recognised_page_says_so_and_names_doubtful_words(carlsson: Scan) -> None:
    told = losses(carlsson.read)
    machine = "This page is a picture, whose words a machine has read and may have misread"
    assert [page for what, page in told if what == machine] == [1, 2]
    assert any("may be misread: “" in what and page == 1 for what, page in told)


def test_a_text_layer_is_believed_and_not_recognised_anew(pdf_file: Make, tesseract: None) -> None:
    source = read_bytes(pdf_file([[(70, 700, 12, "Dear Ms Gomes,")]], pictures=[1]), "a.pdf")
    assert source.text == "Dear Ms Gomes,"
    assert losses(source) == [("This page is a picture with words behind it, which a machine may have misread", 1)]


def test_a_picture_without_words_is_told(pdf_file: Make, tesseract: None) -> None:
    source = read_bytes(pdf_file([[(70, 700, 12, "Dear Ms Gomes,")], []], pictures=[2]), "a.pdf")
    assert losses(source) == [("This page is a picture in which no words were found", 2)]


def test_without_tesseract_a_scanned_page_is_told_with_what_to_do(pdf_file: Make, without_tesseract: None) -> None:
    source = read_bytes(pdf_file([[(70, 700, 12, "Dear Ms Gomes,")], []], pictures=[2]), "a.pdf")
    ((what, page),) = losses(source)
    assert what.startswith("This page is a picture: its words were not read; install tesseract-ocr and tesseract-ocr-s")
    assert page == 2


def test_without_tesseract_a_scan_alone_holds_no_words(pdf_file: Make, without_tesseract: None) -> None:
    with pytest.raises(EmptyFileError, match="install tesseract-ocr"):
        read_bytes(pdf_file([[]], pictures=[1]), "a.pdf")


def test_without_tesseract_a_picture_is_refused_with_what_to_do(title: Picture, without_tesseract: None) -> None:
    with pytest.raises(UnsupportedFileError, match="Install tesseract-ocr and tesseract-ocr-script-latn"):
        read_bytes(png(title), "scan.png")


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("scan.png", png),
        ("scan.bmp", bmp),
        ("scan.tif", lambda picture: tiff([picture])),
        ("scan.tiff", lambda picture: tiff([picture], ">")),
        ("scan.jpg", lambda _: (LETTERS / "press_conference.jpg").read_bytes()),
        ("scan.webp", lambda _: (LETTERS / "press_conference.webp").read_bytes()),
    ],
)
def test_a_picture_file_is_read(name: str, write: Callable[[Picture], bytes], title: Picture, tesseract: None) -> None:
    source = read_bytes(write(title), name)
    assert "Presentation of Exclusive Report of Human Rights Monitoring Mission to Kazakhstan" in " ".join(
        source.text.split()
    )
    assert source.description.pages == (0,)
    assert source.description.media_type.startswith("image/")


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_picture_on_its_side_or_upside_down_is_read(quarters: int, title: Picture, tesseract: None) -> None:
    source = read_bytes(png(turned(title, quarters)), "scan.png")
    assert source.text.startswith("Press Conference: Presentation of Exclusive Report of Human Rights Monitoring")
    assert "[Marcin Świącicki]" in source.text


def test_a_fax_of_several_pages_keeps_its_pages(title: Picture, tesseract: None) -> None:
    source = read_bytes(tiff([title, top_of(title, 700)]), "fax.tif")
    assert len(source.description.pages) == 2
    assert source.page_at(source.text.rindex("Press Conference: Presentation")) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60_000, 60_000) + bytes(20),
        b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x11\x08" + struct.pack(">HH", 65_000, 65_000) + bytes(20),
        b"BM" + bytes(12) + struct.pack("<Iii", 40, 50_000, -50_000) + bytes(20),
        b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\x3f\0" * 2 + bytes(20),
        b"RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x2f" + struct.pack("<I", 0x0FFFFFFF) + bytes(20),
        b"RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0" + bytes(6) + struct.pack("<HH", 16_383, 16_383) + bytes(20),
        b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHIIHHII", 256, 4, 1, 90_000, 257, 4, 1, 90_000) + bytes(4),
        tiff([(1, 1, b"\0")] * 2)[:-5] + b"\x08\0\0\0\0",
    ],
    ids=["png", "jpeg", "bmp", "webp", "webp without loss", "webp with loss", "tiff", "tiff of pages"],
)
def test_a_picture_too_large_is_refused_by_its_header(data: bytes) -> None:
    with pytest.raises(TooLargeFileError):
        read_bytes(data, "scan.png", Limits(recognised_pages=1))


@pytest.mark.parametrize("name", ["scan.png", "scan.tif", "scan.bmp", "press_conference.jpg", "press_conference.webp"])
@pytest.mark.parametrize("end", [14, 25, 60, 400])
def test_a_picture_cut_off_ends_as_a_named_failure(name: str, end: int, title: Picture) -> None:
    made = {"scan.png": png, "scan.tif": lambda picture: tiff([picture]), "scan.bmp": bmp}
    data = made[name](title) if name in made else (LETTERS / name).read_bytes()
    with pytest.raises(InputFileError):
        read_bytes(data[:end], name)


def test_a_page_that_takes_too_long_is_told(scanned_pdf: Make, title: Picture, tesseract: None) -> None:
    with pytest.raises(EmptyFileError, match=r"its words were not read \(it took longer than 0.01 seconds\)"):
        read_bytes(scanned_pdf([title]), "scan.pdf", Limits(picture_seconds=0.01))


def test_a_picture_that_takes_too_long_is_a_failure(title: Picture, tesseract: None) -> None:
    with pytest.raises(DamagedFileError, match=r"it took longer than 0.01 seconds"):
        read_bytes(png(title), "scan.png", Limits(picture_seconds=0.01))


def test_a_book_of_scans_is_refused(pdf_file: Make) -> None:
    with pytest.raises(TooLargeFileError, match="more than 2 of its pages are pictures"):
        read_bytes(pdf_file([[]] * 3, pictures=[1, 2, 3]), "a.pdf", Limits(recognised_pages=2))
