"""Who says or does what: the subject of a clause, the person a pronoun points to, and the chain from the author.

The chain keeps apart what the author claims and what the author reports that somebody else said or did.
"""

from dataclasses import dataclass, replace

from assistant.extraction.document import Document, Word
from assistant.extraction.spans import SpanIndex
from assistant.extraction.statements.clauses import Clause
from assistant.extraction.statements.cues import verbs_of_others
from assistant.extraction.statements.speech import find_speech
from assistant.model.fact import Act, Attribution
from assistant.model.mention import Mention, MentionKind

_REACH, _VERB_REACH, _OWN_REACH, _OPENING = 14, 9, 8, 25
"""Words: from a clause's beginning to its subject, from a subject to its verb, to an “I” or “we”, of an opening."""
_VERB_FIRST = 3
"""Words within which a verb without a subject begins its clause."""
_LONGEST_NAME = 5
_BEHIND_VERB = 5
"""Words from a verb to a subject behind it."""
_DONE = frozenset({Act.ACTION, Act.REFUSAL})
"""Acts that the author only reports unless the author is their subject."""
_DOES = frozenset({Act.ACTION, Act.COMMITMENT})
"""Acts that are somebody else's without a verb of saying."""
_ACTORS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})


@dataclass(frozen=True)
class Subject:
    """Who a clause is about: the author (`own`), or others by name; `verb` is the reporting verb behind them."""

    own: bool = False
    names: tuple[str, ...] = ()
    verb: str | None = None
    at: int = 0
    """Index, among the words of the clause, of its first word."""

    def moved(self, words: int) -> "Subject":
        """The same subject in a clause that has so many words more before it."""
        return replace(self, at=self.at + words)


@dataclass(frozen=True)
class SpokenWords:
    """A stretch of speech and its speaker."""

    start: int
    end: int
    speaker: Subject


class Narrator:
    """Follows a document clause by clause and remembers who was subject and who spoke last."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...], author: str) -> None:
        self.document = document
        self.author = author
        self._acts = document.lexicon.acts
        self._actors = SpanIndex(one for one in mentions if one.kind in _ACTORS)
        self._verbs = {form: verb for verb, forms in self._acts.reporting.items() for form in forms}
        self._does = verbs_of_others(document.lexicon.language) | self._verbs.keys()
        self._full = full_names(self._actors.items)
        self._roles = {one.entity: one.role.lower().split() for one in self._actors if one.entity and one.role}
        self._people = {self._name(one) for one in self._actors if one.kind is MentionKind.PERSON}
        self._last: tuple[str, ...] = ()
        self._persons: list[str] = []
        self._spoke, self._spoke_at = Subject(), -1

    def subject_of(self, clause: Clause) -> Subject:
        """The subject of a clause; pronouns and “the MP” stand for who was subject before."""
        start = self._behind_opening(clause.words)
        words = clause.words[start:]
        subject = self._find(words[:_REACH])
        verb = None if subject.own else subject.verb or self._verb_behind(self._behind_apposition(words[subject.at :]))
        subject = replace(subject, verb=verb, at=subject.at + start)
        self._remember(subject, clause.start)
        return subject

    def speaker_before(self, start: int) -> Subject:
        """Whose speech the sentence at `start` goes on with: the last one reported in the same paragraph."""
        source = self.document.source
        same = self._spoke_at >= 0 and source.block_index(self._spoke_at) == source.block_index(start)
        return self._spoke if same else Subject()

    def chain(self, act: Act, subject: Subject) -> tuple[Attribution, ...]:
        """From the author to whoever speaks or acts."""
        own_verb = self._acts.verbs.get(act.value, self._acts.reports)
        reports = (Attribution(name=self.author, act=self._acts.reports),) if self.author else ()
        others = [name for name in subject.names if name != self.author]
        if others and not subject.own and (subject.verb or act in _DOES):
            name = f" {self._acts.joint} ".join(others)
            return (*reports, Attribution(name=name, act=subject.verb or own_verb))
        if act in _DONE and not subject.own:
            return reports
        return (Attribution(name=self.author, act=own_verb),) if self.author else ()

    def spoken_words(self) -> SpanIndex[SpokenWords]:
        """Speech between quotation marks with its speakers; a pronoun beside it is looked up among the people."""
        return SpanIndex(
            SpokenWords(one.start, one.end, Subject(names=self._speaker(one.speaker, one.start), verb=one.verb))
            for one in find_speech(self.document, self._actors, SpanIndex(self.document.words))
        )

    def _speaker(self, named: Mention | None, start: int) -> tuple[str, ...]:
        if named:
            return (self._name(named),)
        before = [one for one in self._actors.starting(max(0, start - 2000), start) if one.kind is MentionKind.PERSON]
        return (self._name(before[-1]),) if before else ()

    def _behind_opening(self, words: tuple[Word, ...]) -> int:
        """Index of the word behind an opening phrase: “During the presentation, …”."""
        if not words or words[0].lower not in self._acts.openers:
            return 0
        for at in range(1, min(len(words), _OPENING)):
            if "," in self.document.view[words[at - 1].end : words[at].start]:
                return 0 if self._has_subject(words[:at]) else at
        return 0

    def _has_subject(self, words: tuple[Word, ...]) -> bool:
        """Whether an actor is followed by what actors do, so that the words are no mere opening."""
        if any(word.lower in self._acts.self | self._acts.addressee | self._acts.pronouns for word in words):
            return True
        if self._acts.subject_behind and any(word.lower in self._verbs for word in words):
            return True
        ends = {actor.end for actor in self._actors.within(words[0].start, words[-1].end)}
        return any(
            word.end in ends and any(following.lower in self._does for following in words[at + 1 : at + 3])
            for at, word in enumerate(words)
        )

    def _find(self, words: tuple[Word, ...]) -> Subject:
        for at, word in enumerate(words):
            if word.lower in self._acts.self and at < _OWN_REACH:
                return Subject(own=True, at=at)
            if self._acts.subject_behind and word.lower in self._verbs and (behind := self._behind_verb(words, at)):
                return behind
            if word.lower in self._acts.addressee or (at and word.lower in self._verbs):
                break
            names = self._names_at(words, at)
            if names:
                return Subject(own=names == (self.author,), names=names, at=at)
        return self._dropped(words)

    def _behind_verb(self, words: tuple[Word, ...], verb: int) -> Subject | None:
        """Whoever is named within a few words behind a verb of saying, in the same clause."""
        for at in range(verb + 1, min(verb + _BEHIND_VERB, len(words))):
            if "," in self.document.view[words[at - 1].end : words[at].start]:
                return None
            if names := self._joined_actors(words[at].start, words[-1].end):
                return Subject(own=names == (self.author,), names=names, verb=self._verbs[words[verb].lower], at=verb)
        return None

    def _dropped(self, words: tuple[Word, ...]) -> Subject:
        """Whoever was subject before, when a clause begins with a verb of saying and names nobody."""
        says = any(word.lower in self._verbs for word in words[:_VERB_FIRST])
        return Subject(names=self._last[-1:]) if self._acts.dropped_subject and says else Subject()

    def _names_at(self, words: tuple[Word, ...], at: int) -> tuple[str, ...]:
        """Those whom the word at `at` names, by name, pronoun, “both” or role."""
        word, people = words[at], self.document.lexicon.people
        if word.lower in self._acts.pronouns:
            return self._last if word.lower in self._acts.plural_pronouns else self._last[-1:]
        if word.lower in people.everyone:
            return tuple(self._persons[-2:])
        if not word.possessive and (names := self._joined_actors(word.start, words[-1].end)):
            return names
        if self._is_government(words[: at + 1]):
            return (word.text,)
        if self._precedes_name(words[at + 1 :]):
            return ()
        if 0 < at < 4 and word.lower in people.roles and words[0].lower in self.document.lexicon.documents.articles:
            return self._by_role(words[1 : at + 1])
        return ()

    def _is_government(self, words: tuple[Word, ...]) -> bool:
        """Whether a clause begins with a body that has no name: “Il Governo ha …”."""
        lexicon = self.document.lexicon
        begins = all(word.lower in lexicon.function_words for word in words[:-1])
        return begins and words[-1].capital and words[-1].lower in lexicon.organisations.lower_heads

    def _precedes_name(self, words: tuple[Word, ...]) -> bool:
        """Whether a name begins here, perhaps behind an honorific."""
        names = (word for word in words if word.lower not in self.document.lexicon.people.honorifics)
        first = next(names, None)
        return first is not None and self._actors.at(first.start) is not None

    def _joined_actors(self, start: int, end: int) -> tuple[str, ...]:
        """Names of the actor that begins here and of those joined to it by “and”."""
        if self._actors.at(start) is None:
            return ()
        first, *others = self._actors.starting(start, end)
        names, last = [self._name(first)], first.end
        for other in others:
            between = [part.strip(".,").lower() for part in self.document.view[last : other.start].split()]
            if not between or between[0] != self._acts.joint or len(between) > 2:
                break
            names.append(self._name(other))
            last = other.end
        return tuple(names)

    def _by_role(self, words: tuple[Word, ...]) -> tuple[str, ...]:
        """Who holds the role that is spoken of, else an office by its title, else the last speaker."""
        said = {word.lower for word in words} - self.document.lexicon.function_words
        for entity, role in self._roles.items():
            if not said.isdisjoint(role):
                return (self._full[entity],)
        titled = len(words) > 1 and all(word.capital and not word.shouted for word in words)
        titled = titled and words[0].lower not in self.document.lexicon.places.adjectives
        if titled:
            return (" ".join(word.text for word in words),)
        return tuple(name for name in self._last[-1:] if name in self._people or not self._acts.subject_behind)

    def _behind_apposition(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words without what stands between commas behind a name: “X, commissaire aux droits de l'homme, a …”."""
        commas = [at for at in range(1, len(words)) if "," in self.document.view[words[at - 1].end : words[at].start]]
        if len(commas) > 1 and commas[0] <= _LONGEST_NAME and words[commas[0]].lower not in self._verbs:
            return words[: commas[0]] + words[commas[1] :]
        return words

    def _verb_behind(self, words: tuple[Word, ...]) -> str | None:
        """The reporting verb behind a subject; none when it is done to the subject."""
        for at, word in enumerate(words[:_VERB_REACH]):
            if word.lower in self._verbs:
                return None if at and words[at - 1].lower in self._acts.passives else self._verbs[word.lower]
        return None

    def _remember(self, subject: Subject, start: int) -> None:
        if subject.own or not subject.names:
            return
        self._last = subject.names
        if subject.verb:
            self._spoke, self._spoke_at = subject, start
        for name in subject.names:
            if name in self._people:
                self._persons = [*(one for one in self._persons[-8:] if one != name), name]

    def _name(self, mention: Mention) -> str:
        return self._full.get(mention.entity or "", " ".join(mention.text.split()))


def full_names(mentions: list[Mention]) -> dict[str, str]:
    """Entity to the longest form in which it is named, white space folded."""
    full: dict[str, str] = {}
    for one in mentions:
        if one.entity and len(one.text) > len(full.get(one.entity, "")):
            full[one.entity] = " ".join(one.text.split())
    return full
