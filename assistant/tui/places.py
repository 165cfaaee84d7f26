"""The places of the app, in the order of their digits.

A place is a mode: it keeps its screens while another is shown.
"""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A place: its mode, the digit that leads there, its name on the bar."""

    mode: str
    key: str
    title: str


DRAFTS = "drafts"
NEW_LETTER = "new"
"""Opened in the Drafts, it begins a letter."""

PLACES = (
    Place("library", "1", "Library"),
    Place("review", "2", "Review"),
    Place(DRAFTS, "3", "Drafts"),
    Place("agenda", "4", "Agenda"),
    Place("people", "5", "People"),
)
