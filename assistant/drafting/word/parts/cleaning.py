"""Text as a Word file can hold it: what has a meaning keeps it, what XML cannot carry is shown as missing."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNCLEAN = re.compile(f"{_LINE_ENDS.pattern}|{_FORBIDDEN.pattern}")


def clean(text: str) -> str:
    """The text with every kind of line end as a line feed, and U+FFFD for each character XML 1.0 forbids."""
    if not _UNCLEAN.search(text):
        return text
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))
