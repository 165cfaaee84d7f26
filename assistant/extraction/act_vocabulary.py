"""The sections of a lexicon about what a text does: the documents it speaks of, and the acts of its clauses.

Every list may be missing; most are words in small letters. How a cue is written, cues.py says.
"""

from pydantic import Field

from assistant.model.base import Value


class DocumentWords(Value):
    """Words for earlier documents, with what they are called in a record."""

    kinds: dict[str, str] = Field(default_factory=dict)
    weak: frozenset[str] = frozenset()
    """Document words that are as often something else: opinion, request, application."""
    articleless: bool = False
    """Whether a dated document is often named without an article: “Mit Bescheid vom 2. Mai”."""
    yours: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    """Words between a document and the name of whose it is: “la sentenza della Corte”."""
    whose_bare: bool = False
    """Whether that name follows without a word between: “komunikat MSZ”."""
    other_cases: frozenset[str] = frozenset()
    """Endings of names in a case that says whose nothing is: “wyrok Andrzejem”."""
    titles: frozenset[str] = frozenset()
    """Words between a document and its subject that make an article needless: “oświadczenie w sprawie”."""
    named_before: bool = False
    """Whether a name right before a document makes an article needless: “FCO Memorandum”."""
    indefinite: frozenset[str] = frozenset()
    """Those of the articles behind which a letter is only spoken of: “a strong message”."""
    ends: frozenset[str] = frozenset()
    """Words that end what is said of a document: asking, urging."""
    dating: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    """Words with which a clause about what a document says begins: in which, par laquelle."""
    until: frozenset[str] = frozenset()
    """Words before the day by which a document is asked for: by, bis, entro."""
    far_dating: frozenset[str] = frozenset()
    """Those that say the day of a document many words behind it: dated."""
    not_yet: frozenset[str] = frozenset()
    """Verbs before a document that does not exist yet: “to adopt a resolution”."""
    sending: frozenset[str] = frozenset()
    """Verbs of what somebody does with a document on a day: sent, submitted, adopted."""
    writing: dict[str, str] = Field(default_factory=dict)
    """Verbs of the author that are themselves a document: wrote."""
    about: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    """Small words that may stand inside what a document is about."""
    before_date: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Regular expressions of a number behind a document word: “n° 4711”."""
    sure_numbers: tuple[str, ...] = ()
    """Those that make a document of the word before them without an article: “Interrogazione n. 8”."""
    list_headings: tuple[str, ...] = ()


class Cue(Value):
    """Words that show an act. `subject` limits them to what the author (“self”) or somebody else (“other”) does."""

    act: str
    subject: str = "any"
    weight: int = 2
    words: tuple[str, ...] = ()


class ActWords(Value):
    """Cues of acts, where clauses begin and end, and the verbs with which a chain of attribution is told."""

    endings: tuple[str, ...] = ()
    """How a verb marked “~” is inflected: “+ed” adds, “e>ing” replaces."""
    adverbs: frozenset[str] = frozenset()
    """Words, or “*” and their ending, that may stand between any two words of a cue."""
    self: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    """Conjunctions that join words as often as clauses."""
    subordinates: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    """Words with which something opens before the subject: during, when, after."""
    long_openers: frozenset[str] = frozenset()
    """Those whose words are not quoted when they are many: when, after, since."""
    undivided: frozenset[str] = frozenset()
    """Words behind which a conjunction divides nothing: “as well as”."""
    relatives: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    details: tuple[str, ...] = ()
    prefaces: tuple[str, ...] = ()
    continuations: tuple[str, ...] = ()
    """What goes on with the speech reported before: “Secondly”."""
    courtesies: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    unmarked: str = ""
    """Act of a whole sentence in which no cue stands; none where sentences without a cue mostly state nothing."""
    reports: str = ""
    verbs: dict[str, str] = Field(default_factory=dict)
    """Act to verb in the third person: commitment to "commits"."""
    reporting: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Verb in the third person to all its forms: acknowledges to acknowledged, acknowledging."""
    dropped_subject: bool = False
    """Whether a verb alone goes on about the last subject: “Ha dichiarato che …”."""
    addressee: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    """Words that turn a verb of saying round: who “was denied” denies nothing."""
    subject_behind: bool = False
    """Whether a subject may stand behind its verb of saying: “betonte Frau Vogt”."""
    pronouns: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    joint: str = ","
