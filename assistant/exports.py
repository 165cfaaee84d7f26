"""Exported letters on disk: a letter somebody has edited since is set aside, never written over.

Which letters are still as we made them is remembered by digest in the cache; without the cache every earlier letter
counts as edited.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.drafting.bench import Bench
from assistant.drafting.export import finalise
from assistant.drafting.word.letters.clearing import clear_letter
from assistant.drafting.word.letters.pdf import convert_to_pdf
from assistant.errors import BadArgumentError
from assistant.storage import digest_bytes, overwrite_file, read_file, storing

_REMEMBERED = "exported"


def save_letter(path: Path, letter: bytes, cache: Path) -> Path | None:
    """Write a letter; returns where an edited one of the same name was put aside. Raises StorageError."""
    remembered = cache / _REMEMBERED
    known = set(remembered.read_text("utf-8").split()) if remembered.is_file() else set()
    set_aside = _set_aside(path, known | {digest_bytes(letter)})
    overwrite_file(path, letter)
    if cache.is_dir():
        overwrite_file(remembered, "\n".join(sorted(known | {digest_bytes(letter)})).encode("utf-8"))
    return set_aside


def save_final(letter: Path, to: Path | None, bench: Bench, cache: Path) -> tuple[Path, Path | None]:
    """Write the final copy of an edited letter, by default beside it; returns where, and what was put aside.

    Raises FindingsError while errors stand, BadArgumentError when the working copy itself would be replaced.
    """
    target = to or letter.with_stem(f"{letter.stem}-final")
    if target.absolute() == letter.absolute():
        raise BadArgumentError(str(target), "this is the working copy itself", "Choose another name for the final one.")
    return target, save_letter(target, finalise(read_file(letter)[0], bench, str(letter), target.stem), cache)


def save_pdf(letter: Path) -> Path:
    """A PDF beside a letter, without comments or tracked changes; returns its path.

    Raises UsageError when LibreOffice is missing or fails.
    """
    target = letter.with_suffix(".pdf")
    with TemporaryDirectory(prefix="assistant-letter-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / letter.name
        copy.write_bytes(clear_letter(read_file(letter)[0], str(letter)))
        overwrite_file(target, convert_to_pdf(copy))
    return target


def _set_aside(path: Path, known: set[str]) -> Path | None:
    if not path.exists() or read_file(path)[1] in known:
        return None
    number = 1
    while (aside := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    with storing(aside):
        path.rename(aside)
    return aside
