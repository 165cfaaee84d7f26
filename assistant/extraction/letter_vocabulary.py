"""The sections of a lexicon about a letter as it stands on the page, and about where sentences end.

Every list may be missing; most are regular expressions in which a blank stands for any blanks.
"""

from pydantic import Field

from assistant.model.base import Value


class SentenceWords(Value):
    """What a full stop may follow without ending a sentence."""

    abbreviations: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    """Words that lose their vowel and are written to the next one: “l” of “l'Union”."""
    capitals: dict[str, str] = Field(default_factory=dict)
    """Words that in capitals are not what they are in small letters, with what they are read as: “US” as “u.s.”."""


class LetterWords(Value):
    """What opens and closes a letter and what stands before its parts; regular expressions."""

    salutations: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    farewells: tuple[str, ...] = ()
    farewells_within: tuple[str, ...] = ()
    """Long formulas that also end a paragraph: “…, je vous prie d'agréer …”."""
    subject_labels: tuple[str, ...] = ()
    reference_labels: tuple[str, ...] = ()
    kept_reference_labels: tuple[str, ...] = ()
    foreign_reference_labels: tuple[str, ...] = ()
    date_labels: tuple[str, ...] = ()
    to_labels: tuple[str, ...] = ()
    from_labels: tuple[str, ...] = ()
    asker_labels: tuple[str, ...] = ()
    """Labels of whoever asks, who sends a question and not the answer: “Auteur de la question”."""
    asked_labels: tuple[str, ...] = ()
    """Labels of the body that is asked, and that answers: “Ministère interrogé”."""
    answered_labels: tuple[str, ...] = ()
    """What stands before whoever answers, wherever the answer begins: “Answered by”."""
    open_to_labels: tuple[str, ...] = ()
    """Labels that need no colon: “to the”."""
    open_asked_labels: tuple[str, ...] = ()
    open_date_labels: tuple[str, ...] = ()
    open_question_dates: tuple[str, ...] = ()
    """What stands before the day of a question, which dates a document only where no answer does."""
    open_from_labels: tuple[str, ...] = ()
    open_subject_labels: tuple[str, ...] = ()
    open_reference_labels: tuple[str, ...] = ()
    copy_labels: tuple[str, ...] = ()
    contact_labels: tuple[str, ...] = ()
    contact_headings: tuple[str, ...] = ()
    in_house: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """Regular expressions of a question's first sentence; the first group is who is asked."""
    asked_about: tuple[str, ...] = ()
    """The same; the first group is what is asked about."""
    adopting: tuple[str, ...] = ()
    """How a line of a resolution begins wherever it stands: the assembly that adopts it, and what it does."""
    asking: tuple[str, ...] = ()
    """How such a question ends: “Il lui demande …”; whatever stands in a paragraph below answers it."""
    titled_parties: tuple[str, ...] = ()
    """Titles that name parties, in groups called `sender` and `recipient`: “letter from … to …”; one called `subject`
    is what the document is about, one called `reference` its number."""
    addressing: tuple[str, ...] = ()
    """Words of a first paragraph by which a text without a greeting is a letter: “we write to you”."""
    deputising: tuple[str, ...] = ()
    """Words of a signature before whoever signs for somebody, with a surname alone: “Im Auftrag”."""
    page_words: tuple[str, ...] = ()
    """How lines begin that say nothing: what a page of the web prints around a text, “Presente.-” below an address."""
    on_behalf: tuple[str, ...] = ()
    """Words of a signature before a body that the letterhead tells in full: “for the”."""
    written_by: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    """What a body says of itself in its first sentence: “The Embassy of … presents its compliments”."""
    introductions: tuple[str, ...] = ()
    """Words with which an author gives a name in running text: “My name is”."""
    before_place: tuple[str, ...] = ()
