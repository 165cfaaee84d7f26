"""Texts as cells of a table that a spreadsheet opens: none is taken for a formula, each comes back as it was.

A cell that would begin a formula gets an apostrophe before it, as spreadsheets themselves do (OWASP, CSV injection);
so do a text that begins with one and the empty text, which nothing (an empty cell) is told apart from.
"""

_GUARDED = ("'", "=", "+", "-", "@", "\t", "\r", "\n")


def write_cell(text: str | None) -> str:
    """A text as a cell; nothing as an empty one."""
    if text is None:
        return ""
    return f"'{text}" if not text or text.startswith(_GUARDED) else text


def read_cell(cell: str) -> str | None:
    """The text of a cell; the reverse of `write_cell`."""
    if not cell:
        return None
    return cell.removeprefix("'")
