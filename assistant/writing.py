"""Letters being written: from a kind of letter over a draft to the Word file, each step of it.

It gathers what a draft needs from settings, people, precedents and exchanges; how a letter is composed, checked and
printed is for `drafting` to say. Imports wait until they are needed: a check must not pay for Word.
"""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.drafting.files import DraftFiles
from assistant.drafting.templates import Template, TemplateLibrary
from assistant.errors import BadArgumentError, UnknownFactError, UnknownPrecedentError
from assistant.folders import shipped
from assistant.model.days import last_day
from assistant.model.person import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.correspondence import Correspondence
    from assistant.drafting.proof import Bench
    from assistant.drafting.protocol import Form
    from assistant.model.draft import Draft, SavedDraft
    from assistant.model.finding import Finding
    from assistant.model.precedent import Precedent
    from assistant.model.timeline import Overtaken
    from assistant.precedents.people import PeopleFiles
    from assistant.precedents.shelf import Shelf
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
    audience: Audience | None = None
    """Who will read it, when not those its kind is usually written for."""
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


class Writing:
    """The writing desk of one office."""

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

        answering = self._precedent(request.answering) if request.answering else None
        template = self.library.get(request.template)
        language = request.language or (answering.record.language if answering else self._settings.languages[0])
        background = Background()
        if answering and not template.recalls:
            background = self._correspondence.background(answering)
        return compose(
            Composition(
                template=template,
                language=language,
                settings=self._settings,
                today=request.today,
                answering=answering,
                background=background,
                people=self._people.all(),
                recipient=request.to,
                audience=request.audience,
                fields=request.fields,
            )
        )

    def forms_of_address(
        self, office: str | None = None, *, to: str = "", language: str | None = None, today: dt.date
    ) -> "tuple[Form, ...]":
        """The forms that may be written to a person or the holder of an office. Raises UnknownNameError."""
        from assistant.drafting.language import load_language
        from assistant.drafting.offers import forms_to

        written_in = load_language(language or self._settings.languages[0])
        return forms_to(to, office, written_in, self._people.all(), self._settings, today)

    def quotation(self, key: str, language: str | None = None) -> str:
        """A fact's words in quotation marks with their citation, as a draft holds them; `key` is "precedent#fact".

        The marks are those of `language`, by default of the office's first. Raises UnknownPrecedentError,
        UnknownFactError, and BadArgumentError for a fact nobody has accepted.
        """
        from assistant.drafting.quotes import quote_fact

        precedent_id, _, fact_id = key.partition("#")
        precedent = self._precedent(precedent_id)
        fact = precedent.fact(fact_id)
        if fact is None:
            raise UnknownFactError(fact_id, [fact.id for fact in precedent.record.facts])
        if not fact.citable:
            raise BadArgumentError(
                key, f"the fact is {fact.review}", f"Review it first: assistant review {precedent_id}."
            )
        return quote_fact(precedent, fact, language or self._settings.languages[0], self._settings)

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
        template = self.library.get(draft.template)
        return (*check_draft(draft, template, self._bench), *self._asked_before(draft, template))

    def _asked_before(self, draft: "Draft", template: Template) -> "Iterator[Finding]":
        """Warnings of a written question that is like one of the last months."""
        from assistant.exchange.questions import MONTHS, asked_before, findings
        from assistant.model.letter import DocumentKind

        day = last_day(str(draft.fields.get("date")))
        if template.kind is DocumentKind.WRITTEN_QUESTION and day:
            letters = self._shelf.outlines(day - dt.timedelta(days=31 * MONTHS))
            yield from findings(asked_before(draft.body, draft.language, day, letters))

    def check_text(self, draft: "Draft") -> "tuple[Finding, ...]":
        """Everything that is wrong with a draft as it is being typed, saved or not."""
        from assistant.drafting.proof import check_draft

        return check_draft(draft, self.library.get(draft.template), self._bench)

    def preview(self, draft: "Draft") -> str:
        """The letter as it will stand on the page, as text: what is exported, read again. Raises FindingsError."""
        from assistant.drafting.export import render
        from assistant.reading import read_bytes

        letter = render(draft, self.library.get(draft.template), self._bench, final=False)
        return read_bytes(letter, "preview.docx").text

    def sources(self, draft: "Draft") -> "tuple[tuple[str, str], ...]":
        """The facts a draft cites, in order: key and exact words; no words where there is no such fact."""
        from assistant.drafting.bench import Sources
        from assistant.drafting.body import citation_groups

        sources = Sources(self._find_precedent)
        cited = [each for group in citation_groups(draft.body) for each in group.citations]
        facts = [(each.key, sources.resolve(each)[1]) for each in cited]
        return tuple((key, fact.quote if fact else "") for key, fact in facts)

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
        letter = to or self._folder / "letters" / f"{saved.name}.docx"
        rendered = render(saved.draft, template, self._bench, file=letter.stem, final=final, evidence=evidence)
        set_aside = save_letter(letter, rendered, self._folder / ".assistant")
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
        letter, set_aside = save_final(edited, to, self._bench, self._folder / ".assistant")
        return Exported(
            letter=str(letter),
            pdf=str(save_pdf(letter)) if pdf else None,
            set_aside=str(set_aside) if set_aside else None,
            findings=self.check(edited),
        )

    def bibliography(self, draft: Path) -> bytes:
        """The documents a draft cites as CSL-JSON, for Zotero. Raises FindingsError where it names who must not be."""
        from assistant.drafting.bench import Sources
        from assistant.drafting.bibliography import bibliography
        from assistant.drafting.proof import guarded_people

        loaded = self.drafts.load(draft).draft
        people = guarded_people(loaded, self.library.get(loaded.template), self._bench)
        return bibliography(loaded, Sources(self._find_precedent), people)

    @cached_property
    def _bench(self) -> "Bench":
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
        from assistant.precedents.query import query_for_words

        return tuple(self._precedent(hit.precedent) for hit in self._shelf.search(query_for_words(words), 5).hits)

    def _find_precedent(self, precedent_id: str) -> "Precedent | None":
        try:
            return self._precedent(precedent_id)
        except UnknownPrecedentError:
            return None

    def _precedent(self, precedent_id: str) -> "Precedent":
        return self._shelf.get(precedent_id).precedent
