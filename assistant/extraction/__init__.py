"""From a source to what is in it: parts of a letter, names, dates, facts. Deterministic, offline, words as data."""

from assistant.extraction.extract import extract, sentences_of, small_words

__all__ = ["extract", "sentences_of", "small_words"]
