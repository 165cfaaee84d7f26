"""The sections of a lexicon about what a text names: dates, people, bodies, places, laws and amounts.

Every section and every list may be missing; an empty list finds nothing. What a list is for stands beside it; most
are words in small letters, some are regular expressions in which a blank stands for any blanks.
"""

from pydantic import Field

from assistant.model.base import Value

NEVER = r"(?!)"
"""A regular expression that matches nowhere."""


class DateWords(Value):
    """Months, weekdays and the small words between them; relative words with their distance."""

    months: dict[str, int] = Field(default_factory=dict)
    ambiguous_months: frozenset[str] = frozenset()
    """Names of months that are also other words: alone they count only after `before_month`."""
    weekdays: dict[str, int] = Field(default_factory=dict)
    month_first: bool = False
    """Whether “March 4, 2019” is written."""
    ordinals: tuple[str, ...] = ()
    before_day: tuple[str, ...] = ()
    """What stands between a place and a day: “, le”."""
    of: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    """What may stand before a day or a year: the, le, l', the year."""
    openers: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    respectively: tuple[str, ...] = ()
    after_year: tuple[str, ...] = ()
    """What may follow the number of a year: “r.”."""
    before_year: tuple[str, ...] = ()
    law_years: str = NEVER
    """Regular expression of a law's number with its `year`, right before its day: “557/2011, de 20 de abril”."""
    bare_years: bool = False
    """Whether a year needs no word before it: “wurden 2017 betreut”."""
    before_month: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    """Words before a day without a year that point to the future: “by 30 June”."""
    parts: tuple[str, ...] = ()
    """Parts of a year or a month whose precision is not kept: early, end of, spring."""
    shifts: dict[str, int] = Field(default_factory=dict)
    shifts_behind: dict[str, int] = Field(default_factory=dict)
    """Those that stand behind what they shift: “l'année dernière”."""
    units: dict[str, str] = Field(default_factory=dict)
    days: dict[str, int] = Field(default_factory=dict)


class PeopleWords(Value):
    """Honorifics, roles and the small words of names."""

    honorifics: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    """Honorifics that belong to the name: Baroness, Sir."""
    called: frozenset[str] = frozenset()
    """Roles by which people are called, so that an ordinary word behind them is a surname: “Secretary Rice”."""
    groups: tuple[str, ...] = ()
    """Regular expressions of a political group in brackets behind a member's name: ALDE, D-MA."""
    seat_links: frozenset[str] = frozenset()
    """Small words before the place that belongs to a peer's name: “Baroness Symons of Vernham Dean”."""
    postnominals: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    joined_roles: frozenset[str] = frozenset()
    """Ends of joined words that are roles: -minister, -beauftragte."""
    before_surname: frozenset[str] = frozenset()
    """Roles in small letters that stand before one name: “le président Macron”."""
    bare_roles: bool = False
    """Whether only capital words before a role belong to it; a verb in small letters may stand there."""
    role_links: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    """Capital words of titles that are in no name: “Ministro degli Esteri”."""
    kin: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    """Endings of names in a sentence, the longest counts: “iego>i” for “Świącickiego”; “ska>ska” changes nothing."""
    everyone: frozenset[str] = frozenset()
    """“Both”: points back to the last two speakers."""


class OrganisationWords(Value):
    """Key words of institutions."""

    heads: frozenset[str] = frozenset()
    joined_heads: frozenset[str] = frozenset()
    """Ends of joined words that are key words: -ministerium, -verband."""
    lower_links: frozenset[str] = frozenset()
    """The links of those that make a body in small letters too, where not all lead on: “Regierung der Türkei”."""
    lower_heads: frozenset[str] = frozenset()
    """Heads that make a body of the capital word before them even in small letters: “British government”."""
    named_behind: frozenset[str] = frozenset()
    """Key words whose name stands right behind them: “Directorate Information and Outreach”."""
    small_heads: frozenset[str] = frozenset()
    """Heads that with what stands behind them name a body in small letters too: “ministère de la justice”."""
    bare: frozenset[str] = frozenset()
    """Heads that name a body alone: “the Commission”."""
    joined_bare: frozenset[str] = frozenset()
    """Ends of joined words that name a body alone: -ministerium, -fraktion."""
    known: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    adjectives_behind: bool = False
    """Whether words right behind a key word belong to it: “Komisja Europejska”."""
    stops: frozenset[str] = frozenset()
    """Capital words that belong to no name of a body: “Auffassung”, “Pan”."""
    inner: frozenset[str] = frozenset()
    """Small words that may stand inside the name of a body: nationale, justice."""
    introducers: frozenset[str] = frozenset()
    """Small words right before the name of a body: société, ong."""
    seated: frozenset[str] = frozenset()
    """Heads of bodies that have a seat in their name: “Delegation in Astana”."""
    seat_links: frozenset[str] = frozenset()
    possessed: frozenset[str] = frozenset()
    """Small heads that count only behind a possessive: “the Prosecutor's office”."""
    grades: frozenset[str] = frozenset()
    """Roles that beside a key word are nobody's: “General Secretariat”, “Ministerstwo Polityki Społecznej”."""
    matters: str = NEVER
    """Regular expression of small adjectives in the name of a body: “fonction publique territoriale”."""
    matter_links: frozenset[str] = frozenset()
    """Small words before a small noun in the name of a body: “Association des maires”."""
    infinitives: str = NEVER
    """Regular expression of infinitives: “la Commission de prendre …” is no body of taking."""
    no_matters: frozenset[str] = frozenset()
    """Other small words that end the name of a body: “de manière”, “rappelle”."""
    of_matters: frozenset[str] = frozenset()
    """Key words of bodies named after what they are for, in small letters: “Institut de la paix”."""
    suffixes: frozenset[str] = frozenset()
    not_acronyms: frozenset[str] = frozenset()


class PlaceWords(Value):
    """What stands before and behind the name of a place."""

    before: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    kept_heads: frozenset[str] = frozenset()
    """Heads that belong to the name: “Mariscal Sucre airport”."""
    landmarks: frozenset[str] = frozenset()
    """Buildings and grounds that are part of a name, which stands behind them: “iglesia de San Miguel”."""
    landmark_names: tuple[str, ...] = ()
    """Regular expressions of those that are called by several words: “maison d'arrêt”."""
    qualifiers: frozenset[str] = frozenset()
    """Words between a name and a head: “Almaty detention centre”; some heads need one."""
    qualified: frozenset[str] = frozenset()
    """Heads that say nothing without a qualifier: “centre”."""
    origins: frozenset[str] = frozenset()
    buildings: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    """Cities and regions that the language calls by a name of its own: Bruksela, Genf."""
    endings: tuple[str, ...] = ()
    """Endings of names of places in a sentence: “ie>a” for “Warszawie”."""
    streets: frozenset[str] = frozenset()
    joined_streets: frozenset[str] = frozenset()
    """Ends of joined words that are streets: -straße, -allee."""
    street_starts: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    ministers: frozenset[str] = frozenset()
    """Roles before a name that says what they are for: “ministre de l'Europe”."""
    short_names: frozenset[str] = frozenset()
    """Short names of states that also stand before a noun like an adjective: “US”."""
    states: frozenset[str] = frozenset()
    """Words of which the names of states are made: republic, kingdom."""


class ReferenceWords(Value):
    """Key words of laws, treaties and other formal texts."""

    heads: frozenset[str] = frozenset()
    joined_heads: frozenset[str] = frozenset()
    """Ends of joined words that are key words: -gesetz, -verordnung."""
    weak_heads: frozenset[str] = frozenset()
    """Count only with a title behind them: “Plan of …”."""
    bare: frozenset[str] = frozenset()
    """Heads that may stand alone for a title given elsewhere in the text."""
    parts: tuple[str, ...] = ()
    sub_parts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Regular expressions of other numbers of parts: “L. 721-1”, “VII”."""
    article_joints: tuple[str, ...] = ()
    """Regular expressions of what stands between articles of one text: “i”, “w związku z”."""
    links: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    joined_names: bool = False
    """Whether a joined word names a law alone: “Informationsfreiheitsgesetz”."""
    small_heads: bool = False
    """Whether titles begin with a small letter: “ustawa z dnia 9 maja 1996 r.”."""
    adjectives_behind: bool = False
    """Whether capital words right behind a key word belong to it: “Konstytucja Rzeczypospolitej”."""
    inner: frozenset[str] = frozenset()
    """Small words that may stand inside a title."""
    attributive: str = NEVER
    """Regular expression of small words that may stand inside a title before a capital noun: “straffälligen”."""
    dating: tuple[str, ...] = ()
    """Regular expressions of what stands before the date of a text: of, dated."""
    no_articles: frozenset[str] = frozenset()
    """What is written like an article and is a body's name: ARTICLE 19."""
    dated_heads: frozenset[str] = frozenset()
    """Key words that with a date name a text, in small letters too: “its resolution of 21 June 2007”."""
    compiled: tuple[str, ...] = ()
    """Regular expressions of where a law is printed, in brackets behind its title: “(50 U.S.C. 1701 et seq.)”."""
    subject: tuple[str, ...] = ()
    """Regular expressions of what stands before its subject: on, concerning."""
    verbs: frozenset[str] = frozenset()
    """Words that end a subject: is, which."""
    subject_ends: tuple[str, ...] = ()
    """Regular expressions of several words that end a subject: “od dnia”."""
    laws: tuple[str, ...] = ()
    """Regular expressions of laws with their number, behind which their subject may stand: “loi n° 2015-912”."""
    journals: tuple[str, ...] = ()
    """Regular expressions of an official journal in brackets, up to which a title reaches: “(Dz. U.”."""
    to_title: tuple[str, ...] = ()
    """Regular expressions of what stands between an article and its text: of the."""
    article_of: tuple[str, ...] = ()
    """Regular expressions of what names the text behind an article: “GG”, “of the ECHR”, “tej ustawy”."""
    letters: tuple[str, ...] = ()
    """Regular expressions of parts with a letter for a number: “lit. a”."""
    codes: tuple[str, ...] = ()
    """Regular expressions of numbers that name a text."""


class AmountWords(Value):
    """Numbers in words, scales, currencies and units."""

    numbers: dict[str, int] = Field(default_factory=dict)
    scales: dict[str, int] = Field(default_factory=dict)
    currencies: dict[str, str] = Field(default_factory=dict)
    percent: tuple[str, ...] = ()
    durations: frozenset[str] = frozenset()
    not_counted: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    """Words for hours that also tell the time of day: “à 18 heures”; more than a day of them are counted."""
    before_currency: frozenset[str] = frozenset()
    """Small words between a scale and a currency: “millions d'euros”."""
    qualifiers: frozenset[str] = frozenset()
    """Small words before what is counted: “17 other members”."""
    joints: frozenset[str] = frozenset()
    """Small words inside what is counted: “secularists and humanists”."""
    halves: frozenset[str] = frozenset()
    """Words for a half behind a number: “two and a half years”."""
    plural: str = NEVER
    """Regular expression of a word that may end a counted noun."""
    decimal: str = "."
    fewest: int = 5
    """From which number things are counted in words; time is from one on: “within one month”."""
