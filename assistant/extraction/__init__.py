"""From a source to what is in it: parts of a letter, names, dates, facts. Deterministic, offline, words as data."""

from assistant.extraction.extract import extract

__all__ = ["extract"]
