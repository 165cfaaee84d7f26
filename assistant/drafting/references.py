"""What a footnote says: the document cited, who wrote it to whom and when, and where in it the words stand."""

from collections.abc import Sequence

from assistant.drafting.bench import Sources
from assistant.drafting.body import CitationGroup
from assistant.drafting.language import Language
from assistant.drafting.word.values import Footnote
from assistant.model.draft import Citation
from assistant.model.letter import Party
from assistant.model.precedent import Precedent


class CitedNotes:
    """The footnotes of one letter."""

    def __init__(self, sources: Sources, language: Language) -> None:
        self._sources = sources
        self._language = language

    @property
    def after_punctuation(self) -> bool:
        """Whether the mark stands behind the punctuation that follows a citation."""
        return self._language.note_after_punctuation

    def footnote(self, group: CitationGroup) -> Footnote:
        """One sentence for one pair of brackets; documents are parted by semicolons."""
        return Footnote(text=full_stop(self._language.note.separator.join(map(self._refer, group.citations))))

    def foreign_language(self, group: CitationGroup) -> str | None:
        """Language of the documents cited, where it is known, one, and not the letter's."""
        precedents = [self._sources.precedent(citation.precedent) for citation in group.citations]
        languages = {precedent.record.language for precedent in precedents if precedent}
        found = languages.pop() if len(languages) == 1 else "und"
        return None if found in ("und", self._language.code) else found

    def _refer(self, citation: Citation) -> str:
        precedent, fact = self._sources.resolve(citation)
        if precedent is None:
            return citation.key
        words = name_document(precedent, self._language)
        if fact is None:
            return words
        locator = precedent.locator(fact)
        note = self._language.note
        page = note.page.format(page=locator.page) if locator.page else ""
        paragraph = note.paragraph.format(paragraph=locator.paragraph) if locator.paragraph else ""
        return ", ".join(filter(None, (words, page, paragraph)))


def full_stop(words: str) -> str:
    """Words with a full stop behind them, unless an abbreviation brings one: “z 23 maja 2019 r.”."""
    return words if words.endswith(".") else f"{words}."


def name_document(precedent: Precedent, language: Language) -> str:
    """“Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes”; parts that are not known are left out."""
    letter, note = precedent.record.letter, language.note
    sender = _names([letter.sender] if letter.sender else [], language)
    addressee = _names(letter.recipients, language)
    words = "".join(
        (
            language.kinds[precedent.record.kind],
            f" {language.of_date(letter.date.value)}" if letter.date else "",
            language.phrase(note.from_, sender) if sender else "",
            language.phrase(note.to, addressee) if addressee else "",
        )
    )
    subject = " ".join(letter.subject.text.split()) if letter.subject and not (sender or addressee) else ""
    opening, closing = language.quotation_marks
    return f"{words}, {opening}{subject}{closing}" if subject else words


def _names(parties: Sequence[Party], language: Language) -> str:
    names = [language.small_letters(party.display) for party in parties if party.display]
    return language.series(names)
