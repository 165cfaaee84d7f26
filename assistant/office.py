"""The program without a screen: an office folder and everything that can be done in it, in order.

The command line and the app call this and nothing below. It decides the order of things and owns no rule of reading,
extraction, searching or writing. Imports wait until they are needed: a search must not pay for Word, and the app
paints before anything is read.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import OfficeNotFoundError
from assistant.folders import find_office

if TYPE_CHECKING:
    from datetime import date

    from assistant.agenda import AgendaDesk
    from assistant.correspondence import Correspondence
    from assistant.dossiers import Dossiers
    from assistant.filing import Outcome
    from assistant.identities import Identities
    from assistant.inbox import Inbox
    from assistant.model.agenda import Agenda, Chased, Matter
    from assistant.model.correction import Change
    from assistant.model.dossier import Dossier
    from assistant.model.finding import Finding
    from assistant.model.letter import Referral
    from assistant.model.person import MergeProposal, Person
    from assistant.model.precedent import Precedent
    from assistant.model.search import SearchResult
    from assistant.model.timeline import Timeline
    from assistant.precedents.decisions import DecisionFiles
    from assistant.precedents.people import PeopleFiles
    from assistant.precedents.shelf import Shelf
    from assistant.reviewing import Reviewing
    from assistant.settings import Settings
    from assistant.transfer import Transfer
    from assistant.writing import Writing


class Office:
    """One office folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def at(cls, start: Path) -> "Office":
        """The office that `start` lies in; raises OfficeNotFoundError."""
        return cls(find_office(start))

    @classmethod
    def near(cls, start: Path) -> "Office":
        """The office that `start` lies in; where it lies in none, the folder itself, with the settings of nobody."""
        try:
            return cls.at(start)
        except OfficeNotFoundError:
            return cls(start)

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
    def decisions(self) -> "DecisionFiles":
        """What people decided about exchanges of letters."""
        from assistant.precedents.decisions import DecisionFiles
        from assistant.precedents.layout import LOCK_FILE

        return DecisionFiles(self.folder / "precedents", self.folder / ".assistant" / LOCK_FILE)

    @cached_property
    def correspondence(self) -> "Correspondence":
        """Letters as exchanges: threads, answers, promises, and what people decided about them."""
        from assistant.correspondence import Correspondence

        return Correspondence(self.shelf, self.decisions, self.settings.member.name)

    @cached_property
    def transfer(self) -> "Transfer":
        """Records going out to other tools and offices, and coming in."""
        from assistant.transfer import Transfer

        return Transfer(self.shelf, self.people, self.decisions)

    @property
    def dossiers(self) -> "Dossiers":
        """Pages about people and matters, and who may be named."""
        from assistant.dossiers import Dossiers

        return Dossiers(self.shelf, self.people, self.decisions, lambda: self.settings.languages)

    @cached_property
    def writing(self) -> "Writing":
        """Letters being written: kinds of letter, drafts, checks, exports."""
        from assistant.writing import Writing

        return Writing(self.folder, self.shelf, self.people, self.settings, self.correspondence)

    @cached_property
    def agenda_desk(self) -> "AgendaDesk":
        """What waits, what was promised, what is begun, and by when."""
        from assistant.agenda import AgendaDesk

        return AgendaDesk(self.folder, self.shelf, self.decisions, self.settings)

    def agenda(self, today: "date") -> "Agenda":
        """What is to be seen to on a day. Raises DamagedRecordError for decisions that cannot be read."""
        return self.agenda_desk.agenda(today)

    def chase(self, today: "date", matters: "Container[Matter] | None" = None) -> "Iterator[Chased]":
        """Begin a reminder of each letter of ours that is late, or only of letters or questions; none twice."""
        desk = self.agenda_desk
        return desk.chase(self.writing, today) if matters is None else desk.chase(self.writing, today, matters)

    def read(self, path: Path) -> "Precedent":
        """Read and extract one file without filing it. Raises InputFileError."""
        from assistant.filing import read_document

        return read_document(path, self.settings.extraction.tagger)

    def find_files(self, paths: "Sequence[Path]") -> list[Path]:
        """The files to add: named ones as they are, of folders everything that can be read."""
        from assistant.filing import find_files

        return find_files(paths, recursive=True)

    def add(self, paths: Sequence[Path], *, recursive: bool = False, jobs: int = 1) -> "Iterator[Outcome]":
        """File documents one after another and tell what became of each."""
        from assistant.filing import file_all, find_files

        tagger = self.settings.extraction.tagger
        return file_all(find_files(paths, recursive=recursive), self.shelf, jobs, tagger)

    @cached_property
    def inbox(self) -> "Inbox | None":
        """The folder whose files are filed by themselves, where office.toml names one."""
        chosen = self.settings.inbox
        if not chosen.folder:
            return None
        from assistant.inbox import Inbox

        memory = self.folder / ".assistant" / "inbox.json"
        folder = self.folder / Path(chosen.folder).expanduser()
        moves, tagger = chosen.originals == "move", self.settings.extraction.tagger
        return Inbox(folder, memory, self.shelf, moves=moves, tagger=tagger)

    def search(self, query: str, limit: int = 20) -> "SearchResult":
        """Precedents and facts that answer a query, best first."""
        self.shelf.changes()
        return self.shelf.search(query, limit)

    def waiting(self, limit: int = 0) -> "SearchResult":
        """How many letters have facts nobody has decided about, and the newest `limit` of them."""
        return self.search("status:proposed", limit)

    def person(self, name: str) -> "Dossier":
        """Everything about one person, by any spelling. Raises UnknownNameError, BadArgumentError for several."""
        return self.dossiers.person(name)

    def timeline(self, words: str, by: str | None = None) -> "Timeline":
        """One matter in order of date, with what seems to contradict, confirm or repeat; `by`: whose words alone."""
        return self.dossiers.timeline(words, by)

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

    def check_template(self, path: Path) -> "tuple[Finding, ...]":
        """Everything that is wrong with a Word template or a template folder."""
        from assistant.drafting.templates import check_template

        return check_template(path)

    def annotate_template(self, path: Path, findings: "Sequence[Finding]") -> bytes:
        """A copy of a Word template with each finding as a comment at its place."""
        from assistant.drafting.word.templates.annotate import annotate
        from assistant.storage import read_file

        return annotate(read_file(path)[0], findings)

    def fill_template(self, path: Path, data: Path) -> bytes:
        """One Word template filled with the values of a JSON file. Raises FindingsError, InputFileError."""
        from assistant.drafting.word.templates.engine import compile_template
        from assistant.storage import read_file, read_json_object

        return compile_template(read_file(path)[0], path.name).fill(read_json_object(data))

    def doctor(self, *, fix: bool = False) -> "tuple[Finding, ...]":
        """Problems of the office folder; with `fix`, the safe ones are mended first and what was done is told."""
        from assistant.drafting.templates import TemplateLibrary
        from assistant.precedents.doctor import examine, mend

        own_templates = TemplateLibrary((self.folder / "letter_templates",))
        folders = (self.folder / "precedents", self.folder / ".assistant")
        done = mend(*folders) if fix else ()
        return (*done, *examine(*folders), *own_templates.problems())

    def merge_proposals(self) -> "tuple[MergeProposal, ...]":
        """Who of the people in the letters may be one person, with the reasons; nothing is merged by itself."""
        return self.shelf.merge_proposals(self.people.all())

    def same_person(self, one: str, other: str) -> "Person":
        """Say that two names, or ids of people, mean one person; see `Identities.same`."""
        return self.identities.same(one, other).person

    def different_people(self, one: str, other: str) -> "Person":
        """Say that two are two, so that it is never proposed again; see `Identities.different`."""
        return self.identities.different(one, other).person

    @cached_property
    def identities(self) -> "Identities":
        """Who is one person and who is not, for whoever wants to take a decision back."""
        from assistant.identities import Identities
        from assistant.precedents.layout import LOCK_FILE

        return Identities(self.people, self.folder / ".assistant" / LOCK_FILE, self.shelf.is_named)
