"""Letters being written: from a kind of letter over a draft to the Word file, each step of it.

It gathers what a draft needs from settings, people, precedents and exchanges; how a letter is composed, checked and
printed is for `drafting` to say. Imports wait until they are needed: a check must not pay for Word.
"""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import BadArgumentError, InputFileError, UnknownFactError
from assistant.model.person import Audience, surname_of
from assistant.proofing import Proofing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.drafting.comparing import ComparedLine
    from assistant.drafting.protocol import Form
    from assistant.drafting.templates import Template
    from assistant.model.draft import BegunDraft, Draft, SavedDraft
    from assistant.model.finding import Finding
    from assistant.model.sheet import Sheet
    from assistant.suggestions import Suggestions


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
    fields: "Mapping[str, object]" = field(default_factory=dict)
    """Values in the shape of the field, or as one text."""
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


class Writing(Proofing):
    """The writing desk of one office."""

    def templates(self) -> "tuple[Template, ...]":
        """All kinds of letter this office can write."""
        return self.library.all()

    def begun(self) -> "tuple[BegunDraft, ...]":
        """All drafts as a list tells them, newest name first; one that cannot be read says why."""
        titles = {template.id: template.title for template in self.templates()}
        return tuple(self._tell(path, titles) for path in self.drafts.all())

    def _tell(self, path: Path, titles: "Mapping[str, str]") -> "BegunDraft":
        from assistant.model.draft import BegunDraft

        begun = BegunDraft(path=str(path), name=path.stem, exported=self.letter_of(path).exists())
        try:
            draft = self.drafts.load(path).draft
        except InputFileError as error:
            return begun.model_copy(update={"trouble": str(error)})
        told = {"title": titles.get(draft.template, draft.template), "addressee": draft.addressee or ""}
        said = {"day": str(draft.fields.get("date") or ""), "subject": str(draft.fields.get("subject") or "")}
        return begun.model_copy(update={"language": draft.language, **told, **said})

    def letter_of(self, draft: Path) -> Path:
        """Where the Word letter of a draft stands once it is exported."""
        return self._folder / "letters" / f"{draft.stem}.docx"

    def final_of(self, draft: Path) -> Path:
        """Where the copy for signature stands, beside the letter that remembers its sources."""
        letter = self.letter_of(draft)
        return letter.with_stem(f"{letter.stem}-final")

    @property
    def makes_pdf(self) -> bool:
        """Whether this machine has what makes a PDF."""
        from assistant.drafting.word.letters.pdf import find_libreoffice

        return find_libreoffice() is not None

    def differences(self, mine: "Draft", theirs: "Draft") -> "tuple[ComparedLine, ...]":
        """Two versions of one draft, line by line."""
        from assistant.drafting.comparing import compare_drafts

        return compare_drafts(mine, theirs)

    def new_draft(self, request: LetterRequest) -> Path:
        """Compose a letter and save it as a draft; returns its path."""
        from assistant.precedents.naming import slug

        draft = self.compose(request)
        recipient = draft.fields.get("recipient")
        name = str(recipient.get("name") or "") if isinstance(recipient, dict) else ""
        return self.drafts.create(draft, request.today, slug(surname_of(name)))

    def compose(self, request: LetterRequest) -> "Draft":
        """A letter pre-filled from the template, the letter answered, the people known and the settings."""
        from assistant.drafting.compose import Composition, compose
        from assistant.model.background import Background

        answering = self._precedent(request.answering) if request.answering else None
        template = self.library.get(request.template)
        language = request.language or self.language_for(template.id, request.answering)
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
                fields=dict(request.fields),
            )
        )

    def language_for(self, template_id: str, answering: str | None) -> str:
        """The language a letter is begun in: that of the letter answered, else the office's, where its kind has it."""
        template = self.library.get(template_id)
        theirs = [self._precedent(answering).record.language] if answering else []
        wanted = [each for each in (*theirs, *self._settings.languages) if each in template.languages]
        return wanted[0] if wanted else template.languages[0]

    def suggestions(self, language: str) -> "Suggestions":
        """What may belong into the fields of a letter in a language. Raises UnknownTemplateError for an unknown one."""
        from assistant.drafting.language import load_language
        from assistant.suggestions import Suggestions

        return Suggestions(self._shelf, self._people.all(), self.drafts, self._settings, load_language(language))

    def readdressed(self, draft: "Draft", name: str, today: dt.date) -> "Draft":
        """A draft to somebody else; salutation and closing change with the addressee unless a person chose them."""
        after = self._addressed(draft, name, today)
        before = [self._addressed(draft, to, today) for to in dict.fromkeys((draft.addressee, None))]
        usual = {part: [None, "", *(each.get(part) for each in before)] for part in ("salutation", "closing")}
        parts = ("recipient", *(part for part, words in usual.items() if draft.fields.get(part) in words))
        changed = {part: after[part] for part in parts if part in after}
        return draft.model_copy(update={"fields": {**draft.fields, **changed}})

    def _addressed(self, draft: "Draft", to: str | None, today: dt.date) -> "Mapping[str, object]":
        """The fields of a letter like a draft, begun anew to somebody."""
        request = LetterRequest(
            template=draft.template,
            answering=draft.answering,
            to=to,
            language=draft.language,
            audience=draft.audience,
            today=today,
        )
        return self.compose(request).fields

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

    def sheets(self, draft: "Draft", findings: "Sequence[Finding]" = ()) -> "tuple[Sheet, ...]":
        """The letter as it will stand on its sheets, finished or not; what `findings` speak of is marked.

        Raises UnknownTemplateError, and FindingsError for a template that is wrong.
        """
        from assistant.drafting.sketch import sketch

        return sketch(draft, self.library.get(draft.template), self._bench, findings)

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
        template, bench = self.library.get(saved.draft.template), self._bench
        letter = to or self.letter_of(draft)
        rendered = render(saved.draft, template, bench, file=letter.stem, final=final, evidence=evidence)
        set_aside = save_letter(letter, rendered, self._folder / ".assistant")
        return Exported(
            letter=str(letter),
            pdf=str(save_pdf(letter)) if pdf else None,
            set_aside=str(set_aside) if set_aside else None,
            findings=check_draft(saved.draft, template, bench),
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
