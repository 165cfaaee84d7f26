import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.word.parts.archive import pack, read_entry, write_archive

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=20)


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=8))
def test_what_is_written_any_zip_program_reads(parts: dict[str, bytes]) -> None:
    data = write_archive({name: pack(content) for name, content in parts.items()})
    with opened(data) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert archive.namelist() == list(parts)


@given(st.binary(max_size=2000), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_a_part_nobody_changed_keeps_its_packed_bytes(content: bytes, method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=9) as archive:
        archive.writestr("a/logo.png", content)
    with opened(out.getvalue()) as archive:
        packed = read_entry(archive, archive.infolist()[0], out.getvalue())
    assert packed.packed in out.getvalue()
    with opened(write_archive({"a/logo.png": packed})) as again:
        assert again.read("a/logo.png") == content
        assert again.infolist()[0].compress_type == method


def test_the_same_parts_give_the_same_bytes_on_any_day() -> None:
    written = write_archive({"a": pack(b"x")})
    with opened(written) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
