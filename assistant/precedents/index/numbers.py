"""Numbers that documents are known by: E-004819/2020, 2019/2610(RSP), Ares(2019)1234567, P8_TA(2019)0203.

Only forms that no date, telephone or room has; a number is compared without its spaces, hyphens and leading zeros.
"""

import re

_FORMS = (
    r"[A-Z]{1,3}[-‑–]\d{3,6}/\d{2,4}",  # questions: E-004819/2020, P-1234/19
    r"[A-Z]\d{1,2}[-‑–]\d{3,5}/\d{4}",  # documents of a session: B8-0204/2019, A9-0123/2021
    r"[A-Z]\d{1,2}_TA(?:[-‑–]PROV)?\(\d{4}\)\d{3,4}",  # texts adopted
    r"\d{4}/\d{4}\([A-Z]{3}\)",  # procedures: 2019/2610(RSP)
    r"[A-Za-z]{1,8}/?[A-Za-z]{0,8} ?\(\d{4}\) ?\d{2,8}",  # registers: Ares(2019)1234567, COM(2020) 605, A(2015)13723
    r"(?:A|S|E)/(?:HRC/|C\.\d/|CN\.\d/)?(?:RES/)?\d{1,3}/\d{1,4}",  # United Nations: A/HRC/RES/43/2, A/73/361
)
_NUMBER = re.compile(rf"(?<![\w/.-])(?:{'|'.join(_FORMS)})(?![\w/])")
_DROPPED = re.compile(r"[\s‑–_-]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_FEWEST = 4
"""Signs of an office's own reference; with fewer it could be the number of anything."""


def document_numbers(text: str) -> frozenset[str]:
    """The numbers in a text, in the one form they are compared in."""
    return frozenset(_plain(found[0]) for found in _NUMBER.finditer(text))


def own_numbers(reference: str) -> frozenset[str]:
    """What a line “our reference” gives as the number of its own document, whatever its form."""
    return document_numbers(reference) | frozenset(filter(_is_number, (_plain(reference),)))


def sought_numbers(words: str) -> frozenset[str]:
    """The numbers by which words may name a document, those of an office's own register among them."""
    return document_numbers(words) | frozenset(filter(_is_number, map(_plain, words.split())))


def _is_number(plain: str) -> bool:
    """Whether it can be the number of a document: neither a bare year nor the number of a page."""
    return len(plain) >= _FEWEST and sum(map(str.isdigit, plain)) >= 2 and not (plain.isdigit() and len(plain) < 6)


def _plain(number: str) -> str:
    return _ZEROS.sub("", _DROPPED.sub("", number.strip(".,;:"))).upper()
