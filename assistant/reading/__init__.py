"""Readers: from a file to a `Source`, with everything that could not be read told as a loss.

The only way in. Which reader takes a file is decided in `formats`; a reader's library is imported when its format
turns up, so that reading a plain letter waits for nothing.
"""

import re
import stat
from pathlib import Path

from assistant.errors import EmptyFileError, TooLargeFileError, UnreadableFileError, UnsupportedFileError
from assistant.model.source import Loss, Source, make_source
from assistant.reading.formats import Format, load_attachments, load_reader, readable_suffixes, recognise
from assistant.reading.limits import DEFAULT_LIMITS, Limits, megabytes

__all__ = ["Limits", "attachments", "read", "read_bytes", "read_with_original", "readable_suffixes"]

_WORD = re.compile(r"\w")
_TOLD = 3
"""So many sorts of losses are named where a file holds nothing else."""


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Read a file of any format that has a reader.

    Raises UnreadableFileError (missing, a folder, no permission), TooLargeFileError, EmptyFileError (no words),
    UnsupportedFileError, DamagedFileError, EncryptedFileError; each names the file, the reason, and what to do.
    """
    return read_with_original(path, limits)[0]


def read_with_original(path: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[Source, bytes]:
    """As `read`, with the very bytes that were read."""
    data = _load(path, limits)
    return _read(data, path, limits), data


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Read what was read from a file called `name`; raises as `read` does."""
    if len(data) > limits.file_bytes:
        raise _too_large(Path(name), len(data), limits)
    return _read(data, Path(name), limits)


def attachments(data: bytes, path: Path) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of what hangs on a file, as on an e-mail; each is a document of its own. Never raises."""
    try:
        found = recognise(data, path)
    except UnsupportedFileError:
        return ()
    return load_attachments(found.reader)(data) if found.carries else ()


def _read(data: bytes, path: Path, limits: Limits) -> Source:
    if not data:
        raise EmptyFileError(path, "it is empty", "Save it again where it comes from.")
    found = recognise(data, path)
    document = load_reader(found.reader)(data, path, limits)
    losses = _misnamed(path, found) + document.losses
    if not _WORD.search(document.text):
        raise EmptyFileError(
            path, f"it holds no words{_seen(losses)}", "Save it with its text, or recognise the text first."
        )
    return make_source(
        document.text,
        document.blocks,
        name=path.name,
        original=data,
        media_type=found.media_type,
        pages=document.pages,
        losses=losses,
    )


def _load(path: Path, limits: Limits) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError(path, "it is a folder", "Name the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(path, "it is not an ordinary file", "Copy its content into one.")
        if status.st_size > limits.file_bytes:
            raise _too_large(path, status.st_size, limits)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(path, "there is no such file", "Look for a slip in its name.") from error
    except PermissionError as error:
        raise UnreadableFileError(path, "the system does not let you read it", "Ask its owner for access.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(path, f"it cannot be read ({reason.lower()})", "Copy it to this machine.") from error


def _too_large(path: Path, size: int, limits: Limits) -> TooLargeFileError:
    reason = f"it is {megabytes(size)} large; no more than {megabytes(limits.file_bytes)} are read"
    return TooLargeFileError(path, reason, "Divide it into several files.")


def _misnamed(path: Path, found: Format) -> tuple[Loss, ...]:
    suffix = path.suffix.lower()
    if suffix in found.suffixes or suffix not in readable_suffixes():
        return ()
    return (Loss(what=f"The name ends in {suffix}, but it is {found.name} and was read as one"),)


def _seen(losses: tuple[Loss, ...]) -> str:
    """What a file without words held instead."""
    kinds = list(dict.fromkeys(loss.what[:1].lower() + loss.what[1:] for loss in losses))
    return f" ({', '.join(kinds[:_TOLD])})" if kinds else ""
