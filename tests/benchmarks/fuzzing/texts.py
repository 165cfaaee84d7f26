"""Texts nobody would write: pieces of letters in six languages, control characters, endless lines, odd letters."""

from random import Random

from tests.benchmarks.fuzzing.seeds import letters

_ODD = (
    "\0", "\x01", "\x08", "\x0b", "\x0c", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "\u200d",
    "\u202e", "\u2066", "\u00ad", "\u00a0", "\u3000", "\ufffd", "\uffff", "\U000e0001", "\U0001d504", "\U0001f600",
    "ﬁ", "ẞ", "ß", "İ", "ı", "ΐ", "e\u0301", "\u0301\u0301\u0301", "가", "漢字", "مرحبا", "Заречный", "１２ ｍａｙ",
    "²⁰¹⁹", "Ⅻ", "½", "…", "•", "№", "§§", "Å",
)  # fmt: skip
_MARKS = (
    "“",
    "”",
    "„",
    "«",
    "»",
    '"',
    "'",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "*",
    "_",
    "`",
    "\\",
    "|",
    "#",
    "@",
    "&",
    "%",
    "\t",
)
_DATES = (
    "31 February 2019",
    "0000-00-00",
    "99/99/9999",
    "1 May 0001",
    "May 99999",
    "29.02.1900",
    "le 1er",
    "dnia 32 maja r.",
    "30th",
)
_NUMBERS = ("EUR 1e999", "27 27 27", "art. 1-99999999", "(2019/2610(RSP))", "12,5.3,4 %", "§ 1 ff.", "No. 0", "1" * 400)
_WHITE = (" ", "\n", "\n\n", "\r", "\r\n", "\t", "   ", "")
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "cp1250", "cp1252", "iso-8859-2", "utf-16", "utf-16-le", "utf-8-sig")


def random_text(random: Random) -> bytes:
    """A text as bytes, in any encoding; now and then damaged."""
    make = random.choices((_lines, _words, _letters, _endless), (4, 3, 2, 1))[0]
    data = make(random).encode(random.choice(_ENCODINGS), "replace")
    return data[random.randint(0, 3) :] if random.random() < 0.1 else data


def _lines(random: Random) -> str:
    """Lines of letters of several languages, in any order."""
    lines = [line for letter in random.sample(letters(), 2) for line in letter.splitlines()]
    chosen = [_spoil(random.choice(lines), random) for _ in range(random.randint(1, 25))]
    return random.choice(("\n", "\n", "\r\n", "\n\n", " ")).join(chosen)


def _words(random: Random) -> str:
    words = [*random.choice(letters()).split(), *_ODD, *_MARKS, *_DATES, *_NUMBERS]
    return "".join(f"{random.choice(words)}{random.choice(_WHITE)}" for _ in range(random.randint(1, 150)))


def _letters(random: Random) -> str:
    return "".join(
        chr(random.choice((random.randrange(128), random.randrange(0x250), random.randrange(0xD800))))
        for _ in range(random.randint(1, 400))
    )


def _endless(random: Random) -> str:
    """The same again and again, without an end of line."""
    piece = random.choice(
        (random.choice(random.choice(letters()).splitlines()), *random.sample(_ODD + _MARKS + _DATES + _NUMBERS, 3))
    )
    return (piece + random.choice(("", " "))) * random.randint(1, 20_000 // (len(piece) + 1))


def _spoil(line: str, random: Random) -> str:
    for _ in range(random.choice((0, 0, 0, 1, 3))):
        at = random.randint(0, len(line))
        line = line[:at] + random.choice(_ODD + _MARKS + _DATES) + line[at:]
    return line
