"""What an office has to see to: letters that wait, promises, drafts, each with its day and why it is that day."""

import datetime as dt
from enum import StrEnum

from assistant.model.base import Value


class Matter(StrEnum):
    """What is to be seen to."""

    REPLY = "reply"
    """A letter of ours waits for its answer."""
    QUESTION = "question"
    """So does a written question."""
    ANSWER = "answer"
    """A letter to us asks for something, and we have not answered."""
    PROMISE = "promise"
    """Something was promised to us."""
    DRAFT = "draft"
    """A letter of ours is begun and not exported."""


class AgendaItem(Value):
    """One line of the agenda."""

    matter: Matter
    key: str
    """Id of the letter; of a promise “precedent#fact”; of a draft its path."""
    what: str
    """The subject or, without one, the first words of what is asked or promised."""
    who: str
    """Who is to act, or to whom we write."""
    since: str | None
    """ISO 8601 date of the letter or draft."""
    due: dt.date | None = None
    because: str
    """Why this date: the rule, where it stands and how well it is founded."""
    steps: tuple[str, ...] = ()
    """How the date was counted, sentence by sentence."""
    notes: tuple[str, ...] = ()
    """What bears on it, each a sentence: a letter that may answer it or ask again."""
    taken_up: tuple[str, ...] = ()
    """Paths of the drafts that take it up, and of letters exported from them: while none is filed, it waits."""


class Quota(Value):
    """The clock of written questions on one day."""

    used: int
    """Questions of the last three months."""
    left: int
    free_from: dt.date
    """The first day on which one more may be tabled: the day asked about, or a later one."""
    priority_free: bool
    """Whether no priority question was tabled this month (taken as the calendar month: inferred)."""


class Chased(Value):
    """What became of the reminder of a letter that is late."""

    letter: str
    draft: str = ""
    """Path of the reminder's draft."""
    error: str = ""
    """Why there is none, in a sentence."""


class Agenda(Value):
    """What is to be seen to, by urgency; in each group the most urgent first."""

    today: dt.date
    since: dt.date
    """Letters before this day were looked at only where a promise names a later one."""
    late: tuple[AgendaItem, ...] = ()
    this_week: tuple[AgendaItem, ...] = ()
    """Until Sunday."""
    later: tuple[AgendaItem, ...] = ()
    """What has no date comes last, the newest first."""
    left_out: int = 0
    """How many more there are than were asked for."""
    quota: Quota | None = None
    """The clock of written questions, when the office has tabled any in the last three months."""

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """All three groups in a row."""
        return (*self.late, *self.this_week, *self.later)
