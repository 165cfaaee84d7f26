"""Text as a Word file can hold it. What has a meaning keeps it; what XML cannot carry is shown as missing, not dropped."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with every kind of line end as "\\n", and U+FFFD for characters XML 1.0 forbids (control, half pairs)."""
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))
