"""Money, percentages, durations and counted things, with their number and unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.extraction.lexicon import Lexicon, capitalised, literal, load_lexicon
from assistant.extraction.vocabulary import AmountWords
from assistant.model.mention import Quantity

_DIGITS = r"\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_BEGIN = r"(?<![\w.,/:+-])"
_MOST_WORDS = 4
_LONGEST_SIGN = 2
"""Letters of a scale that is a sign, as “m”: before a noun it may be a metre."""
_WORD = re.compile(r" ?([^\W\d_](?:[^\W\d_]|[-'])*)")
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_HOURS_OF_A_DAY = 24
_GROUPED = re.compile(r"\d[ ,.']\d")
"""Digits written in groups: “1 725” is no year."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A span and what it means."""

    start: int
    end: int
    quantity: Quantity


def find_amounts(view: str, language: str) -> Iterator[Amount]:
    """All amounts of a text; money and percentages before counted things, none overlapping."""
    lexicon = load_lexicon(language)
    patterns = _patterns(language)
    taken: set[int] = set()
    for pattern, read in ((patterns[0], _money), (patterns[1], _percent), (patterns[2], _counted)):
        for match in pattern.finditer(view):
            amount = read(match, lexicon)
            if amount and taken.isdisjoint(range(amount.start, amount.end)):
                taken.update(range(amount.start, amount.end))
                yield amount


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load_lexicon(language).amounts
    scale = f"(?: ?(?P<scale>(?i:{literal(words.scales)}))(?![^\\W\\d_]))?"
    long = literal(name for name in words.scales if len(name) > _LONGEST_SIGN)
    currency = literal(words.currencies)
    number = rf"(?P<number>{_DIGITS})"
    before = rf"{_BEGIN}(?P<before>{currency}) ?{number}{scale}"
    behind = number.replace("<number>", "<number2>") + scale.replace("<scale>", "<scale2>")
    money = (
        rf"{before}(?!\d)|{_BEGIN}{behind}(?: {literal(words.before_currency)})?[ -]?(?P<behind>(?i:{currency}))(?!\w)"
    )
    percent = rf"{_BEGIN}{number} ?(?:{literal(words.percent)})(?!\w)"
    more = "(?: or more(?= )| or so(?= )|-| |(?<='))"
    of = f"(?: {literal(words.before_currency)})?"
    spelled = f"(?P<word>(?:{_tens(words)}-)?{capitalised(words.numbers)})"
    parts = f"(?:[- ](?P<half>{_halves(words)}))?(?: (?P<scale>(?i:{long})){of})?"
    counted = rf"{_BEGIN}(?:{number}|{spelled}){parts}(?![\w/.,:]*\d){more}(?= ?[^\W\d_])"
    return re.compile(money), re.compile(percent), re.compile(counted)


def _tens(words: AmountWords) -> str:
    """The words before a hyphen in “twenty-two”."""
    return capitalised(word for word, number in words.numbers.items() if 20 <= number < 100 and number % 10 == 0)


def _halves(words: AmountWords) -> str:
    return literal(words.halves | {half.replace(" ", "-") for half in words.halves})


def _spelled(text: str, words: AmountWords) -> int:
    """What a number in words is worth: “twenty-two”, if that is no word of its own."""
    lower = re.sub(" +", " ", text.lower())
    return words.numbers[lower] if lower in words.numbers else sum(words.numbers[one] for one in lower.split("-"))


def _money(match: re.Match[str], lexicon: Lexicon) -> Amount | None:
    words = lexicon.amounts
    groups = match.groupdict()
    number = groups["number"] or groups["number2"]
    scale = (groups["scale"] or groups["scale2"] or "").lower()
    currency = groups["before"] or groups["behind"]
    value = _number(number, words) * words.scales.get(scale, 1)
    unit = words.currencies.get(currency) or words.currencies.get(currency.lower()) or currency
    return Amount(match.start(), match.end(), Quantity(number=value, unit=unit))


def _percent(match: re.Match[str], lexicon: Lexicon) -> Amount | None:
    return Amount(match.start(), match.end(), Quantity(number=_number(match["number"], lexicon.amounts), unit="%"))


def _counted(match: re.Match[str], lexicon: Lexicon) -> Amount | None:
    words = lexicon.amounts
    spelled = match["word"]
    number = _spelled(spelled, words) if spelled else _number(match["number"], words)
    number = (number + 0.5 * bool(match["half"])) * words.scales.get((match["scale"] or "").lower(), 1)
    noun = _noun(match.string, match.end(), lexicon)
    if noun is None:
        return None
    end, unit = noun
    if unit.lower() in words.hours and number <= _HOURS_OF_A_DAY:
        return None
    duration = unit.split()[-1].lower() in words.durations
    if spelled and number == 1 and " " in unit:
        return None
    if spelled and not duration and number < words.fewest:
        return None
    if not duration and _FIRST_YEAR <= number <= _LAST_YEAR and not _GROUPED.search(match.group()):
        return None
    return Amount(match.start(), end, Quantity(number=number, unit=unit))


def _noun(view: str, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """End and words of what is counted: up to the last word that may be a plural, before a small word or a comma."""
    words: list[str] = []
    best = None
    while len(words) < _MOST_WORDS and (found := _WORD.match(view, at)):
        word, lower, at = found[1], found[1].lower(), found.end()
        qualifies = not words and lower in lexicon.amounts.qualifiers
        joins = lower in lexicon.amounts.joints and best and not _counts(view, at, lexicon)
        small = lower in lexicon.function_words and not qualifies and not joins
        lasts = lower in lexicon.amounts.durations
        complete = best is not None and words[-1].lower() in lexicon.amounts.durations
        if small or lower in lexicon.amounts.not_counted or (complete and not lasts):
            break
        words.append(word)
        if lasts or re.fullmatch(lexicon.amounts.plural, word, re.IGNORECASE):
            best = at, " ".join(words)
    return best


def _counts(view: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a number in words comes next, as in “1,500 prisoners and thousands of protesters”."""
    following = _WORD.match(view, at)
    return following is not None and following[1].lower() in {one.split()[0] for one in lexicon.amounts.numbers}


def _number(text: str, words: AmountWords) -> float:
    """What a number is worth, whichever way it is written: an English letter may say “EUR 1.000,00”."""
    bare = re.sub(r"[ ']", "", text)
    at = max(bare.rfind("."), bare.rfind(","))
    whole, sign, rest = (bare[:at], bare[at], bare[at + 1 :]) if at >= 0 else (bare, "", "")
    is_fraction = len(rest) < 3 or (sign == words.decimal and sign not in whole)
    digits = re.sub("[.,]", "", whole)
    return float(f"{digits}.{rest or 0}" if is_fraction else digits + rest)
