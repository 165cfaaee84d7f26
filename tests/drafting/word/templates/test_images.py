import struct

import pytest

from assistant.drafting.word.templates.images import Image, measure
from tests.drafting.word.picturing import png

_JFIF = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
_FRAME = b"\xff\xc2" + struct.pack(">H", 11) + b"\x08" + struct.pack(">2H", 40, 90) + bytes(4)


@pytest.mark.parametrize(
    ("data", "image"),
    [
        (png(30, 20), Image("png", 30, 20)),
        (b"GIF89a" + struct.pack("<2H", 7, 5) + b"\0\0\0", Image("gif", 7, 5)),
        (b"\xff\xd8" + _JFIF + b"\xff" + _FRAME, Image("jpeg", 90, 40)),
    ],
    ids=["png", "gif", "jpeg"],
)
def test_the_kind_and_size_of_a_picture_are_read_from_its_beginning(data: bytes, image: Image) -> None:
    assert measure(data) == image


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg/>",
        png(30, 20)[:20],
        png(0, 20),
        b"\xff\xd8\xff",
        b"\xff\xd8" + _JFIF,
        b"\xff\xd8" + _FRAME[:7],
        b"\xff\xd8\xff\xe0\0\0" * 9,
    ],
    ids=["nothing", "svg", "cut off", "no width", "no segment", "no frame", "half a frame", "no length"],
)
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert measure(data) is None
