"""A time limit, and the day it comes to, with every step from the one to the other."""

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from assistant.model.base import Value


class Unit(StrEnum):
    """What a time limit is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class TimeLimit(Value):
    """By when an answer is due, and where that is written."""

    label: str
    """What waits, inside a sentence: “question for written answer”."""
    amount: int = Field(ge=1)
    unit: Unit
    begins: str = "received"
    """What the time counts from, as the source has it."""
    source: str
    status: Literal["verified", "seen", "inferred", "memory", "office"]
    """How well it is founded; “office”: the office's own rule."""

    @property
    def words(self) -> str:
        """“15 working days”."""
        unit = self.unit.value.replace("_", " ")
        return f"{self.amount} {unit if self.amount > 1 else unit.removesuffix('s')}"


class Deadline(Value):
    """The day on which a time limit ends."""

    due: dt.date
    limit: TimeLimit
    steps: tuple[str, ...]
    """How it was counted, sentence by sentence."""
