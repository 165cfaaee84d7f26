"""Letters being written, and those exported, checked against what the office knows while it changes.

What is wrong is for `drafting` to say; here it is given the letters, people and settings it needs for that.
"""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.drafting.files import DraftFiles
from assistant.drafting.templates import Template, TemplateLibrary
from assistant.errors import BadArgumentError, UnknownPrecedentError
from assistant.folders import shipped
from assistant.model.days import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.correspondence import Correspondence
    from assistant.drafting.proof import Bench
    from assistant.model.cited import Cited
    from assistant.model.draft import Draft
    from assistant.model.finding import Finding
    from assistant.model.precedent import Precedent
    from assistant.model.search import Hit
    from assistant.model.timeline import Overtaken
    from assistant.precedents.people import PeopleFiles
    from assistant.precedents.shelf import Shelf
    from assistant.settings import Settings


class Proofing:
    """What is written, before what the office knows: its letters, its people, its settings."""

    def __init__(
        self,
        folder: Path,
        shelf: "Shelf",
        people: "PeopleFiles",
        settings: "Settings",
        correspondence: "Correspondence",
    ) -> None:
        """`folder`: that of the office."""
        self._folder = folder
        self._shelf = shelf
        self._people = people
        self._settings = settings
        self._correspondence = correspondence
        self.drafts = DraftFiles(folder / "drafts")
        self.library = TemplateLibrary((folder / "letter_templates", shipped("letter_templates")))

    def check(self, path: Path) -> "tuple[Finding, ...]":
        """Everything that is wrong with a draft (.md) or an exported letter (.docx), worst first."""
        from assistant.drafting.proof import check_letter
        from assistant.storage import read_file

        if path.suffix.casefold() == ".docx":
            return check_letter(read_file(path)[0], self._bench, str(path))
        return self.check_text(self.drafts.load(path).draft)

    def check_text(self, draft: "Draft") -> "tuple[Finding, ...]":
        """Everything that is wrong with a draft as it is being typed, saved or not."""
        from assistant.drafting.proof import check_draft

        template = self.library.get(draft.template)
        return (*check_draft(draft, template, self._bench), *self._asked_before(draft, template))

    def citable(self, query: str, answering: str | None, limit: int) -> "tuple[Hit, ...]":
        """Letters with facts that may be cited, for a line of the query language; the letter answered comes first.

        It is looked for by itself: among many letters it would not be one of the best `limit`.
        """
        wanted = f"{query} status:citable".strip()
        self._shelf.changes()
        letter = self._find_precedent(answering) if answering else None
        day = letter.record.letter.day if letter else None
        near = self._shelf.search(f"{wanted} {_on(day)}", limit).hits if day else ()
        best = self._shelf.search(wanted, limit).hits
        first = [hit for hit in (*near, *best) if hit.precedent == answering][:1]
        return (*first, *(hit for hit in best if hit.precedent != answering))[:limit]

    def cited(self, draft: "Draft", findings: "Sequence[Finding]" = ()) -> "tuple[Cited, ...]":
        """What a draft cites, in the order of its text, with what of `findings` concerns each."""
        from assistant.drafting.bench import Sources
        from assistant.drafting.cited import cited_in

        return tuple(cited_in(draft.body, Sources(self._find_precedent), findings))

    def fix(self, path: Path) -> "tuple[Finding, ...]":
        """Put right in a draft what can be put right safely; returns what was. Raises ExternallyChangedError."""
        from assistant.drafting.fixing import fix_draft
        from assistant.drafting.proof import check_draft

        if path.suffix.casefold() == ".docx":
            raise BadArgumentError(str(path), "only drafts can be put right", "Do it in the draft and export it again.")
        saved = self.drafts.load(path)
        template, bench = self.library.get(saved.draft.template), self._bench
        fixed = fix_draft(saved.draft, lambda draft: check_draft(draft, template, bench))
        if fixed.done:
            self.drafts.save(saved, fixed.draft)
        return fixed.done

    def _asked_before(self, draft: "Draft", template: Template) -> "Iterator[Finding]":
        """Warnings of a written question that is like one of the last months."""
        from assistant.exchange.questions import MONTHS, asked_before, findings
        from assistant.model.letter import DocumentKind

        day = last_day(str(draft.fields.get("date")))
        if template.kind is DocumentKind.WRITTEN_QUESTION and day:
            letters = self._shelf.outlines(day - dt.timedelta(days=31 * MONTHS))
            yield from findings(asked_before(draft.body, draft.language, day, letters))

    @property
    def _bench(self) -> "Bench":
        """Gathered anew for each check: people and decisions change while somebody writes."""
        from assistant.drafting.proof import Bench
        from assistant.settings import LOGO_FILE
        from assistant.storage import read_file

        path = self._folder / LOGO_FILE
        logo = read_file(path)[0] if path.is_file() else None
        return Bench(
            settings=self._settings,
            logo=logo,
            people=self._people.all(),
            shelf=self._find_precedent,
            seek=self._seek,
            overtaken=cache(self._overtaken),
        )

    def _overtaken(self, precedent_id: str, fact_id: str) -> "Overtaken | None":
        from assistant.overtaking import overtaken_by

        return overtaken_by(self._shelf, self._correspondence.decisions, self._precedent(precedent_id), fact_id)

    def _seek(self, words: str) -> "tuple[Precedent, ...]":
        """The few precedents in which most of these words stand side by side."""
        from assistant.precedents.index.query import query_for_words

        return tuple(self._precedent(hit.precedent) for hit in self._shelf.search(query_for_words(words), 5).hits)

    def _find_precedent(self, precedent_id: str) -> "Precedent | None":
        try:
            return self._precedent(precedent_id)
        except UnknownPrecedentError:
            return None

    def _precedent(self, precedent_id: str) -> "Precedent":
        return self._shelf.get(precedent_id).precedent


def _on(day: dt.date) -> str:
    """The bounds of one day in the query language, which count neither end."""
    return f"after:{day - dt.timedelta(days=1)} before:{day + dt.timedelta(days=1)}"
