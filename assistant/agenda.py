"""The agenda of an office: gathers letters from the index, decisions and drafts, and has the rules count.

It opens no letter: what the index knows of them is enough, however many there are.
"""

import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AssistantError, InputFileError
from assistant.exchange.agenda import Span, make_agenda
from assistant.exchange.calendar import institutions
from assistant.exchange.deadlines import LimitRule
from assistant.exchange.entries import Begun, Rules
from assistant.model.agenda import Agenda, Chased, Matter
from assistant.model.decision import Decision, LinkDecision, Outcome, PromiseDecision, standing
from assistant.precedents.decisions import DecisionFiles
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.precedents.shelf import Shelf
    from assistant.writing import Writing

LINES = 50
"""Of each group, unless somebody asks for more."""
REMINDER = "reminder"
"""The kind of letter that recalls one of ours."""
QUESTION = "written-question"
"""The kind that Parliament takes only when it was not asked before."""
_ALL = 1_000_000
_CHASED = frozenset({Matter.REPLY, Matter.QUESTION})


@dataclass(frozen=True)
class AgendaDesk:
    """Where an agenda is put together."""

    office: Path
    shelf: "Shelf"
    files: DecisionFiles
    settings: Settings

    def agenda(self, today: dt.date, since: dt.date | None = None, limit: int | None = None) -> Agenda:
        """What is to be seen to on a day; letters older than `since` wait no longer (default: as office.toml says).

        Raises DamagedRecordError for decisions that cannot be read.
        """
        decisions = standing(self.files.all())
        first = since or today - dt.timedelta(days=self.settings.deadlines.look_back_days)
        letters = self.shelf.outlines(first, _spoken_of(decisions))
        span = Span(today=today, since=first, limit=limit or LINES)
        return make_agenda(letters, decisions, tuple(self._begun()), self._rules(), span)

    def chase(self, writing: "Writing", today: dt.date, matters: Container[Matter] = _CHASED) -> Iterator[Chased]:
        """Begin a reminder of each letter of ours that is late, and of none that a draft or letter takes up already.

        One that cannot be written does not stop the others.
        """
        for item in self.agenda(today, limit=_ALL).late:
            if item.matter in _CHASED and item.matter in matters and not item.taken_up:
                yield _remind(writing, item.key, today)

    def calendar_file(self, agenda: Agenda) -> bytes:
        """An agenda as iCalendar."""
        from assistant.exchange.icalendar import calendar_file  # noqa: PLC0415 - few ask for it

        return calendar_file(agenda)

    def _rules(self) -> Rules:
        deadlines = self.settings.deadlines
        return Rules(
            member=self.settings.member.name,
            calendar=institutions().closing_also(deadlines.closed),
            reply_within_days=self.settings.style.reply_within_days,
            answer_within_days=deadlines.answer_within_days,
            limits=tuple(
                LimitRule(**own.model_dump(), begins="sent", source="office.toml, deadlines.limits", status="office")
                for own in deadlines.limits
            ),
        )

    def _begun(self) -> Iterator[Begun]:
        """The drafts, and the letters exported from them."""
        folder = self.office / "drafts"
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
            begun, exported = _read_begun(path), f"letters/{path.stem}.docx"
            is_exported = (self.office / exported).exists()
            yield begun._replace(path=exported, is_exported=True) if is_exported else begun


def _remind(writing: "Writing", letter: str, today: dt.date) -> Chased:
    from assistant.writing import LetterRequest  # noqa: PLC0415 - to look at the agenda nothing is written

    try:
        draft = writing.new_draft(LetterRequest(template=REMINDER, answering=letter, today=today))
    except AssistantError as error:
        return Chased(letter=letter, error=str(error))
    return Chased(letter=letter, draft=str(draft))


def _read_begun(path: Path) -> Begun:
    """A draft as the agenda shows it; one that cannot be read is shown all the same."""
    from assistant.drafting.files import DraftFiles  # noqa: PLC0415 - an office without drafts reads no Markdown

    name, begun_on = f"drafts/{path.name}", path.name[: len("2019-06-20")]
    try:
        draft = DraftFiles(path.parent).load(path).draft
    except InputFileError as error:
        return Begun(path=name, title=str(error), addressee="", answering="", begun_on=begun_on)
    title = str(draft.fields.get("subject") or draft.template)
    return Begun(
        path=name,
        title=title,
        addressee=draft.addressee or str(draft.fields.get("addressee") or ""),
        answering=draft.answering or "",
        begun_on=begun_on,
        language=draft.language,
        question=draft.body if draft.template == QUESTION else "",
    )


def _spoken_of(decisions: tuple[Decision, ...]) -> set[str]:
    """Ids of letters that decisions bring in, however old they are."""
    ids: set[str] = set()
    for decision in decisions:
        if isinstance(decision, LinkDecision):
            ids |= {decision.later, decision.earlier}
        elif isinstance(decision, PromiseDecision) and decision.outcome is Outcome.OPEN:
            ids.add(decision.promise.partition("#")[0])
    return ids
