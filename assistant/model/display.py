"""Text from outside made fit for a screen: shown as it is, never acted on.

A letter may hold escape sequences or marks that turn the direction of writing; a terminal would obey them. Words and
their order stay, what a terminal would act on becomes a visible sign.
"""

_CONTROL = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: 0x2421}
_C1 = dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
_DIRECTION = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{MIDDLE DOT}")
_LITERAL: dict[int, int | str] = {**_CONTROL, **_C1, **_DIRECTION}


def literal(text: str) -> str:
    """The text with every control and direction character replaced by one visible sign, so that offsets stay."""
    return text.translate(_LITERAL)


def one_line(text: str) -> str:
    """The text made literal, on one line, white space folded."""
    return literal(" ".join(text.split()))
