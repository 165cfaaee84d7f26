"""Build the lists of ordinary German and Polish words of the extraction package; run by hand, never by the program.

    python tests/benchmarks/build_word_lists.py POLISH_WORDS      (needs: wordfreq, faker; Debian's `wpolish`)

Writes words.de.txt and words.pl.txt beside the lexicons, freed of the endings that each lexicon's `word_endings` names.
Sources and licences stand in the README there.
"""

import importlib
import json
import sys
import tomllib
from pathlib import Path

wordfreq = importlib.import_module("wordfreq")
"""Not among the development tools; only this script needs it."""

TARGET = Path(__file__).parent.parent.parent / "assistant" / "extraction" / "lexicon"
OTHERS = ("en", "fr", "es", "it", "pl")
MOST_GERMAN, MOST_POLISH = 70_000, 90_000
ALSO_WORDS, SURELY_WORDS, WORDS_RATHER = 2500, 300, 3000
"""Ranks up to which a German surname, a word as common elsewhere, and a Polish given name is a word all the same."""

NAMES_TOO = frozenset({
    "bergen", "beste", "brennen", "eimer", "essen", "favoriten", "fügen", "gabe", "heide", "holden", "insein", "kaiser",
    "karren", "lage", "landen", "leiden", "leider", "linden", "magen", "malen", "melker", "mitte", "neider", "reine",
    "siebe", "siegen", "tage", "traute", "wille",
})  # fmt: skip
"""German words that are somebody's or some town's name too and rather words."""


def names(locales: tuple[str, ...], kind: str) -> set[str]:
    """Names of people in small letters; `kind` is first_name or last_name."""
    found: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        lists = (getattr(provider, attribute) for attribute in dir(provider) if kind in attribute)
        for values in lists:
            if isinstance(values, (tuple, list, set, dict)):
                found.update(name.lower() for name in values if isinstance(name, str))
    return found


def places() -> set[str]:
    """All names of places of the package in small letters."""
    data = json.loads((TARGET / "places.json").read_text("utf-8"))
    parts = [data, *data["local"].values()]
    return {name.lower() for part in parts for key in ("countries", "cities") for name in part[key]}


def german() -> set[str]:
    """Frequent German words; what is as frequent in several other languages is rather a name."""
    locales = ("de_DE", "de_AT", "de_CH")
    first, last, cities = names(locales, "first_name"), names(locales, "last_name"), places()
    words = [word for word in wordfreq.top_n_list("de", MOST_GERMAN) if word.isalpha() and len(word) > 2]
    return set(NAMES_TOO) | {
        word for rank, word in enumerate(words)
        if word not in first | cities and word.removesuffix("s") not in cities
        and not (word in last and rank > ALSO_WORDS)
        and (rank <= SURELY_WORDS or not is_international(word))
    }  # fmt: skip


def is_international(word: str) -> bool:
    """Whether a German word is about as frequent in other languages."""
    here = wordfreq.zipf_frequency(word, "de")
    there = sorted((wordfreq.zipf_frequency(word, language) for language in OTHERS), reverse=True)
    return bool(there[2] >= here - 0.7 or (there[0] >= here - 0.3 and there[2] >= here - 1.0))


def polish(dictionary: Path) -> set[str]:
    """Frequent Polish words that a dictionary writes with a small letter."""
    small = {word for word in dictionary.read_text("utf-8").split() if word == word.lower()}
    first = names(("pl_PL",), "first_name")
    given = {name.lower() for name in json.loads((TARGET / "given_names.json").read_text("utf-8"))}
    words = wordfreq.top_n_list("pl", MOST_POLISH)
    first.update(word for rank, word in enumerate(words) if rank > WORDS_RATHER and word in given)
    return {word for word in words if word.isalpha() and len(word) > 2 and word in small and word not in first}


def without_endings(words: set[str], language: str) -> list[str]:
    """The words from which all others follow by one ending of the lexicon, shortest first."""
    lexicon = tomllib.loads((TARGET / f"{language}.toml").read_text("utf-8"))
    endings = [ending.partition(">") for ending in lexicon["word_endings"]]
    kept: set[str] = set()
    for word in sorted(words, key=lambda one: (len(one), one)):
        forms = (word[: len(word) - len(old)] + new for old, _, new in endings if word.endswith(old))
        if kept.isdisjoint(form for form in forms if len(form) > 1):
            kept.add(word)
    return sorted(kept)


def main() -> None:
    """Write both lists."""
    for language, words in (("de", german()), ("pl", polish(Path(sys.argv[1])))):
        (TARGET / f"words.{language}.txt").write_text("\n".join(without_endings(words, language)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
