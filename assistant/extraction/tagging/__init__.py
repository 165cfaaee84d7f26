"""Trained taggers of people, organisations and places: one more voter beside the rules, never a judge.

Light to import: the models and their libraries are loaded by `load_tagger` when a tagger is first asked for.
"""

from assistant.extraction.tagging.tagger import Judged, Tagged, Tagger, load_tagger

__all__ = ["Judged", "Tagged", "Tagger", "load_tagger"]
