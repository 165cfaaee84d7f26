"""Which language a text is in, told by its small words. Knows nothing about meaning."""

import re
from functools import cache

from assistant.extraction.lexicon import UNKNOWN_LANGUAGE, languages, load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_TEXT = 20_000
_FEWEST, _SHARE = 3, 0.08


def recognise_language(text: str) -> str:
    """ISO 639-1 code of the language with the most small words among the words; "und" when there are too few."""
    words = _WORD.findall(text[:_ENOUGH_TEXT].lower())
    counts = {language: sum(map(small.__contains__, words)) for language, small in _small_words().items()}
    best = max(counts, key=lambda language: counts[language], default=UNKNOWN_LANGUAGE)
    enough = counts.get(best, 0) >= max(_FEWEST, _SHARE * len(words))
    return best if enough else UNKNOWN_LANGUAGE


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: load_lexicon(language).function_words for language in languages()}
