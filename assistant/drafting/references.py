"""What a footnote says: the document cited, who wrote it to whom and when, and where in it the words stand.

The order and the words of each part are the language's (languages/*.toml). A source that is not known is never named.
"""

from collections.abc import Iterator, Sequence

from assistant.drafting.bench import Sources
from assistant.drafting.body import CitationGroup
from assistant.drafting.language import Language
from assistant.drafting.public_documents import document_number, public_address
from assistant.drafting.word.values import Footnote, RichText, Run
from assistant.model.draft import Citation
from assistant.model.fact import Fact
from assistant.model.letter import DocumentKind, Party
from assistant.model.precedent import Precedent

_KNOWN_BY_NUMBER = frozenset({DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER, DocumentKind.PRESS_RELEASE})
"""“Question for written answer E-001234/2019 of …”; all others have their reference at the end."""


class CitedNotes:
    """The footnotes of one letter, asked for in the order of its text.

    With `ibid`, a note on nothing but the source of the note before names it so; otherwise every note is complete.
    """

    def __init__(self, sources: Sources, language: Language, *, ibid: bool = False) -> None:
        self._sources = sources
        self._language = language
        self._ibid = ibid
        self._before: tuple[str, str] | None = None

    @property
    def after_punctuation(self) -> bool:
        """Whether the mark stands behind the punctuation that follows a citation."""
        return self._language.note_after_punctuation

    def footnote(self, group: CitationGroup) -> Footnote:
        """One sentence for one pair of brackets; sources are parted as the language asks."""
        again = self._named_again(group)
        return Footnote(text=full_stop(again)) if again else _note(self._runs(group.citations))

    def foreign_language(self, group: CitationGroup) -> str | None:
        """Language of the documents cited, where it is known, one, and not the letter's."""
        precedents = [self._sources.precedent(citation.precedent) for citation in group.citations]
        languages = {precedent.record.language for precedent in precedents if precedent}
        found = languages.pop() if len(languages) == 1 else "und"
        return None if found in ("und", self._language.code) else found

    def _named_again(self, group: CitationGroup) -> str:
        """“Ibid., para. 6”, where the house wants it and the note before is on this one source alone."""
        cited = {citation.precedent for citation in group.citations}
        places = self._language.note.separator.join(filter(None, map(self._place, group.citations)))
        before, self._before = self._before, (cited.pop(), places) if len(cited) == 1 else None
        if not self._ibid or before is None or self._before is None or before[0] != self._before[0]:
            return ""
        note = self._language.note
        if before[1] == places:
            return note.ibid_whole or note.ibid
        return f"{note.ibid}, {places}" if places else ""

    def _runs(self, citations: Sequence[Citation]) -> Iterator[Run]:
        for index, citation in enumerate(citations):
            if index:
                yield Run(text=self._language.note.separator)
            precedent = self._sources.precedent(citation.precedent)
            yield from name_document(precedent, self._language) if precedent else (Run(text=citation.key),)
            place = self._place(citation)
            yield Run(text=f", {place}" if place else "")

    def _place(self, citation: Citation) -> str:
        precedent, fact = self._sources.resolve(citation)
        return place_of(precedent, fact, self._language) if precedent and fact else ""


def place_of(precedent: Precedent, fact: Fact, language: Language) -> str:
    """“p. 2, para. 5”."""
    locator = precedent.locator(fact)
    page = language.note.page.format(page=locator.page) if locator.page else ""
    paragraph = language.note.paragraph.format(paragraph=locator.paragraph) if locator.paragraph else ""
    return ", ".join(filter(None, (page, paragraph)))


def name_document(precedent: Precedent, language: Language) -> tuple[Run, ...]:
    """“Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes”; parts that are not known are left out.

    A number of its own is part of the name, with a link where everybody can read the document.
    """
    kind = precedent.record.kind
    number = document_number(precedent)
    numbered = Run(text=number, link=public_address(precedent, language.code))
    runs = [Run(text=language.kinds[kind])]
    if number and kind in _KNOWN_BY_NUMBER:
        runs += [Run(text=" "), numbered]
    runs.append(Run(text=_origin(precedent, language)))
    if number and kind not in _KNOWN_BY_NUMBER:
        runs += [Run(text=", "), numbered]
    return _joined(runs)


def words_of(runs: Sequence[Run]) -> str:
    """What runs print."""
    return "".join(run.text for run in runs)


def full_stop(words: str) -> str:
    """Words with a full stop behind them, unless an abbreviation brings one: “z 23 maja 2019 r.”."""
    return words if words.endswith(".") else f"{words}."


def _origin(precedent: Precedent, language: Language) -> str:
    """“ of 23 May 2019 from … to …”, or the title of what nobody signs."""
    letter, note = precedent.record.letter, language.note
    sender = _names([letter.sender] if letter.sender else [], language)
    addressee = _names(letter.recipients, language)
    subject = letter.subject.words if letter.subject and not (sender or addressee) else ""
    opening, closing = language.quotation_marks
    return "".join(
        (
            f" {language.of_date(letter.date.value)}" if letter.date else "",
            language.phrase(note.from_, sender) if sender else "",
            language.phrase(note.to, addressee) if addressee else "",
            f", {opening}{subject}{closing}" if subject else "",
        )
    )


def _names(parties: Sequence[Party], language: Language) -> str:
    names = [language.small_letters(party.display) for party in parties if party.display]
    return language.series(names)


def _note(runs: Iterator[Run]) -> Footnote:
    """Runs as one sentence; plain text where nothing is linked."""
    made = _joined([*runs])
    if not words_of(made).endswith("."):
        made = _joined([*made, Run(text=".")])
    return Footnote(text=RichText(runs=made) if any(run.link for run in made) else words_of(made))


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours without a link made one, empty ones left out."""
    made: list[Run] = []
    for run in runs:
        if made and not (run.link or made[-1].link):
            made[-1] = Run(text=made[-1].text + run.text)
        elif run.text:
            made.append(run)
    return tuple(made)
