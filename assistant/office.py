"""The program without a screen: an office folder and everything that can be done in it, in order.

The command line and the app call this and nothing below. It decides the order of things and owns no rule of reading,
extraction, searching or writing. Imports wait until they are needed: a search must not pay for Word, and the app
paints before anything is read.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import BadArgumentError, UnknownFactError, UnknownPrecedentError
from assistant.folders import find_office, shipped

if TYPE_CHECKING:
    from assistant.correspondence import Correspondence
    from assistant.drafting.files import DraftFiles
    from assistant.drafting.proof import Bench
    from assistant.drafting.protocol import Form
    from assistant.drafting.templates import Template, TemplateLibrary
    from assistant.filing import Outcome
    from assistant.model.correction import Change
    from assistant.model.draft import Draft, SavedDraft
    from assistant.model.finding import Finding
    from assistant.model.letter import Referral
    from assistant.model.precedent import Precedent
    from assistant.model.search import SearchResult
    from assistant.precedents.people import PeopleFiles
    from assistant.precedents.shelf import Shelf
    from assistant.reviewing import Reviewing
    from assistant.settings import Settings


@dataclass(frozen=True, kw_only=True)
class LetterRequest:
    """What somebody asks for who wants a new letter."""

    template: str
    answering: str | None = None
    """Id of the letter to answer."""
    to: str | None = None
    """Name of the addressee, when it is not the sender of the letter answered."""
    language: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    today: dt.date


@dataclass(frozen=True, kw_only=True)
class Exported:
    """The files an export left."""

    letter: str
    pdf: str | None = None
    set_aside: str | None = None
    """Where an earlier letter of the same name, changed since, now stands."""
    findings: "tuple[Finding, ...]" = ()
    """Warnings and notes; with errors there is no export."""


class Office:
    """One office folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def at(cls, start: Path) -> "Office":
        """The office that `start` lies in; raises OfficeNotFoundError."""
        return cls(find_office(start))

    @cached_property
    def settings(self) -> "Settings":
        """What office.toml says. Raises DamagedRecordError."""
        from assistant.settings import load_settings

        return load_settings(self.folder)

    @cached_property
    def shelf(self) -> "Shelf":
        """The precedents."""
        from assistant.precedents.files import FileShelf

        return FileShelf(self.folder / "precedents", self.folder / ".assistant")

    @cached_property
    def people(self) -> "PeopleFiles":
        """Who is who."""
        from assistant.precedents.people import PeopleFiles

        return PeopleFiles(self.folder / "precedents" / "people")

    @cached_property
    def correspondence(self) -> "Correspondence":
        """Letters as exchanges: threads, answers, promises, and what people decided about them."""
        from assistant.correspondence import Correspondence
        from assistant.precedents.decisions import DecisionFiles

        files = DecisionFiles(self.folder / "precedents", self.folder / ".assistant" / "lock")
        return Correspondence(self.shelf, files, self.settings.member.name)

    @cached_property
    def library(self) -> "TemplateLibrary":
        """The office's own templates, and the shipped ones where a kind is missing."""
        from assistant.drafting.templates import TemplateLibrary

        return TemplateLibrary((self.folder / "letter_templates", shipped("letter_templates")))

    @cached_property
    def drafts(self) -> "DraftFiles":
        """Letters being written."""
        from assistant.drafting.files import DraftFiles

        return DraftFiles(self.folder / "drafts")

    def read(self, path: Path) -> "Precedent":
        """Read and extract one file without filing it. Raises InputFileError."""
        from assistant.filing import read_document

        return read_document(path)

    def add(self, paths: Sequence[Path], *, recursive: bool = False, jobs: int = 1) -> "Iterator[Outcome]":
        """File documents one after another and tell what became of each."""
        from assistant.filing import file_all, find_files

        return file_all(find_files(paths, recursive=recursive), self.shelf, jobs)

    def search(self, query: str, limit: int = 20) -> "SearchResult":
        """Precedents and facts that answer a query, best first."""
        self.shelf.changes()
        return self.shelf.search(query, limit)

    def precedent(self, precedent_id: str) -> "Precedent":
        """One precedent; raises UnknownPrecedentError, DamagedRecordError."""
        return self.shelf.get(precedent_id).precedent

    def original(self, precedent_id: str) -> Path:
        """The file the precedent was read from, as it came. Raises UnknownPrecedentError, UnreadableFileError."""
        return self.shelf.original(precedent_id)

    def referring_to(self, precedent_id: str) -> "tuple[Referral, ...]":
        """The references of other letters that mean this precedent, those of the newest letters first."""
        return self.shelf.referring_to(precedent_id)

    def missing(self, limit: int = 100) -> "tuple[Referral, ...]":
        """References by date or number to documents the office does not have, those of the newest letters first."""
        return self.shelf.unfilled(limit)

    def review(
        self,
        precedent_id: str,
        *,
        accept: Sequence[str] = (),
        reject: Sequence[str] = (),
        note: str | None = None,
        changes: "Sequence[Change]" = (),
    ) -> "Precedent":
        """Accept and reject facts by id ("all": the proposed), and make corrections (model/correction.py).

        Raises UnknownFactError, ExternallyChangedError, and what a correction raises; then nothing is changed.
        """
        from assistant.model.fact import Review

        shelved = self.shelf.get(precedent_id)
        reviewed = shelved.precedent
        for change in changes:
            reviewed = change(reviewed)
        for decision, wanted in ((Review.ACCEPTED, accept), (Review.REJECTED, reject)):
            for fact in reviewed.choose(wanted):
                reviewed = reviewed.reviewed(fact.id, decision, note)
        if reviewed != shelved.precedent:
            self.shelf.replace(reviewed, shelved.seen)
        return reviewed

    def reviewing(self, precedent_id: str) -> "Reviewing":
        """The review of a precedent step by step, for whoever wants to undo. Raises UnknownPrecedentError."""
        from assistant.reviewing import Reviewing

        return Reviewing(self.shelf, precedent_id)

    def templates(self) -> "tuple[Template, ...]":
        """All kinds of letter this office can write."""
        return self.library.all()

    def new_draft(self, request: LetterRequest) -> Path:
        """Compose a letter and save it as a draft; returns its path."""
        from assistant.precedents.naming import slug

        draft = self.compose(request)
        recipient = draft.fields.get("recipient")
        name = str(recipient.get("name") or "") if isinstance(recipient, dict) else ""
        return self.drafts.create(draft, request.today, slug(name.rsplit(maxsplit=1)[-1]) if name else "")

    def compose(self, request: LetterRequest) -> "Draft":
        """A letter pre-filled from the template, the letter answered, the people known and the settings."""
        from assistant.drafting.compose import Composition, compose
        from assistant.model.background import Background

        answering = self.precedent(request.answering) if request.answering else None
        template = self.library.get(request.template)
        language = request.language or (answering.record.language if answering else self.settings.languages[0])
        return compose(
            Composition(
                template=template,
                language=language,
                settings=self.settings,
                today=request.today,
                answering=answering,
                background=self.correspondence.background(answering) if answering else Background(),
                people=self.people.all(),
                recipient=request.to,
                fields=request.fields,
            )
        )

    def forms_of_address(
        self, office: str | None = None, *, to: str = "", language: str | None = None, today: dt.date
    ) -> "tuple[Form, ...]":
        """The forms that may be written to a person or the holder of an office. Raises UnknownNameError."""
        from assistant.drafting.language import load_language
        from assistant.drafting.offers import forms_to

        written_in = load_language(language or self.settings.languages[0])
        return forms_to(to, office, written_in, self.people.all(), self.settings, today)

    def quotation(self, key: str, language: str | None = None) -> str:
        """A fact's words in quotation marks with their citation, as a draft holds them; `key` is "precedent#fact".

        The marks are those of `language`, by default of the office's first. Raises UnknownPrecedentError,
        UnknownFactError, and BadArgumentError for a fact nobody has accepted.
        """
        from assistant.drafting.quotes import quote_fact

        precedent_id, _, fact_id = key.partition("#")
        precedent = self.precedent(precedent_id)
        fact = precedent.fact(fact_id)
        if fact is None:
            raise UnknownFactError(fact_id, [fact.id for fact in precedent.record.facts])
        if not fact.citable:
            raise BadArgumentError(
                key, f"the fact is {fact.review}", f"Review it first: assistant review {precedent_id}."
            )
        return quote_fact(precedent, fact, language or self.settings.languages[0], self.settings)

    def cite(self, draft: Path, key: str) -> "SavedDraft":
        """Put a fact's words with their citation at the end of a draft. Raises as `quotation` does."""
        saved = self.drafts.load(draft)
        body = f"{saved.draft.body.rstrip()}\n\n{self.quotation(key, saved.draft.language)}\n"
        return self.drafts.save(saved, saved.draft.model_copy(update={"body": body}))

    def check(self, path: Path) -> "tuple[Finding, ...]":
        """Everything that is wrong with a draft (.md) or an exported letter (.docx), worst first."""
        from assistant.drafting.proof import check_draft, check_letter
        from assistant.storage import read_file

        if path.suffix.casefold() == ".docx":
            return check_letter(read_file(path)[0], self._bench, str(path))
        draft = self.drafts.load(path).draft
        return check_draft(draft, self.library.get(draft.template), self._bench)

    def fix(self, path: Path) -> "tuple[Finding, ...]":
        """Put right in a draft what can be put right safely; returns what was. Raises ExternallyChangedError."""
        from assistant.drafting.fixing import fix_draft
        from assistant.drafting.proof import check_draft

        if path.suffix.casefold() == ".docx":
            raise BadArgumentError(str(path), "only drafts can be put right", "Do it in the draft and export it again.")
        saved = self.drafts.load(path)
        template = self.library.get(saved.draft.template)
        fixed = fix_draft(saved.draft, lambda draft: check_draft(draft, template, self._bench))
        if fixed.done:
            self.drafts.save(saved, fixed.draft)
        return fixed.done

    def export(
        self, draft: Path, to: Path | None = None, *, final: bool = False, evidence: bool = False, pdf: bool = False
    ) -> Exported:
        """Make the Word letter of a draft. Raises FindingsError, and then writes nothing."""
        from assistant.drafting.export import render
        from assistant.drafting.proof import check_draft
        from assistant.exports import save_letter, save_pdf

        if draft.suffix.casefold() == ".docx":
            return self._finalise(draft, to, final=final, pdf=pdf)
        saved = self.drafts.load(draft)
        template = self.library.get(saved.draft.template)
        rendered = render(saved.draft, template, self._bench, final=final, evidence=evidence)
        letter = to or self.folder / "letters" / f"{saved.name}.docx"
        set_aside = save_letter(letter, rendered, self.folder / ".assistant")
        return Exported(
            letter=str(letter),
            pdf=str(save_pdf(letter)) if pdf else None,
            set_aside=str(set_aside) if set_aside else None,
            findings=check_draft(saved.draft, template, self._bench),
        )

    def _finalise(self, edited: Path, to: Path | None, *, final: bool, pdf: bool) -> Exported:
        """Make the final copy of a letter edited in Word, as `export` does of a draft."""
        from assistant.exports import save_final, save_pdf

        if not final:
            raise BadArgumentError(str(edited), "a letter that was exported can only be made final", "Add --final.")
        letter, set_aside = save_final(edited, to, self._bench, self.folder / ".assistant")
        return Exported(
            letter=str(letter),
            pdf=str(save_pdf(letter)) if pdf else None,
            set_aside=str(set_aside) if set_aside else None,
            findings=self.check(edited),
        )

    def bibliography(self, draft: Path) -> bytes:
        """The documents a draft cites as CSL-JSON, for Zotero."""
        from assistant.drafting.bench import Sources
        from assistant.drafting.bibliography import bibliography

        return bibliography(self.drafts.load(draft).draft, Sources(self._find_precedent))

    def check_template(self, path: Path) -> "tuple[Finding, ...]":
        """Everything that is wrong with a Word template or a template folder."""
        from assistant.drafting.templates import check_template

        return check_template(path)

    def annotate_template(self, path: Path, findings: "Sequence[Finding]") -> bytes:
        """A copy of a Word template with each finding as a comment at its place."""
        from assistant.drafting.word.annotate import annotate
        from assistant.storage import read_file

        return annotate(read_file(path)[0], findings)

    def fill_template(self, path: Path, data: Path) -> bytes:
        """One Word template filled with the values of a JSON file. Raises FindingsError, InputFileError."""
        from assistant.drafting.word.engine import compile_template
        from assistant.storage import read_file, read_json_object

        return compile_template(read_file(path)[0], path.name).fill(read_json_object(data))

    def doctor(self, *, fix: bool = False) -> "tuple[Finding, ...]":
        """Problems of the office folder; with `fix`, the safe ones are mended first and what was done is told."""
        from assistant.precedents.doctor import examine, mend

        folders = (self.folder / "precedents", self.folder / ".assistant")
        done = mend(*folders) if fix else ()
        return (*done, *examine(*folders))

    @cached_property
    def _bench(self) -> "Bench":
        from assistant.drafting.proof import Bench
        from assistant.settings import LOGO_FILE
        from assistant.storage import read_file

        path = self.folder / LOGO_FILE
        logo = read_file(path)[0] if path.is_file() else None
        return Bench(
            settings=self.settings, logo=logo, people=self.people.all(), shelf=self._find_precedent, seek=self._seek
        )

    def _seek(self, words: str) -> "tuple[Precedent, ...]":
        """The few precedents in which most of these words stand side by side."""
        from assistant.precedents.query import query_for_words

        return tuple(self.precedent(hit.precedent) for hit in self.search(query_for_words(words), 5).hits)

    def _find_precedent(self, precedent_id: str) -> "Precedent | None":
        try:
            return self.precedent(precedent_id)
        except UnknownPrecedentError:
            return None
