"""Who says or does what: the subject of a clause, the person a pronoun points to, and the chain from the author.

The chain keeps apart what the author claims and what the author reports that somebody else said or did.
"""

import re
from dataclasses import dataclass, field, replace

from assistant.extraction.clauses import Clause
from assistant.extraction.cues import verbs_of_others
from assistant.extraction.document import Document, Word
from assistant.model.fact import Act, Attribution
from assistant.model.mention import Mention, MentionKind

_QUOTATION = re.compile(r'["“]([^"“”]{16,4000})["”]|‘([^‘’]{16,600}(?:’[a-z][^‘’]{0,600}){0,4})[’‘](?![a-z])')
_FEWEST_SPOKEN = 5
_VERB_REACH = 9
_REACH = 14
"""Words from the beginning of a clause within which its subject stands."""
_DONE = frozenset({Act.ACTION, Act.REFUSAL})
"""Acts that the author only reports unless the author is their subject."""
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
class Speech:
    """Words between quotation marks and whose they are."""

    start: int
    end: int
    speaker: Subject


@dataclass
class Narrator:
    """Follows a document clause by clause and remembers who spoke last."""

    document: Document
    mentions: tuple[Mention, ...]
    author: str
    """Name of the document's author; empty when it is not known."""
    full_names: dict[str, str] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    """The last subject that was somebody else."""
    persons: list[str] = field(default_factory=list)
    """Persons in the order in which they last were subjects."""

    def __post_init__(self) -> None:
        self._actors = [one for one in self.mentions if one.kind in _ACTORS]
        self._verbs = {form: verb for verb, forms in self.document.lexicon.acts.reporting.items() for form in forms}
        for actor in self._actors:
            if actor.entity and len(actor.text) > len(self.full_names.get(actor.entity, "")):
                self.full_names[actor.entity] = " ".join(actor.text.split())
        self._spoke, self._spoke_at = Subject(), None
        self._roles = {one.entity: one.role for one in self._actors if one.entity and one.role}

    def subject_of(self, clause: Clause) -> Subject:
        """The subject of a clause; pronouns and “the MP” stand for who was subject before."""
        start = self._behind_opening(clause)
        words = clause.words[start : start + _REACH]
        subject = self._find(words)
        verb = self._verb_behind(words[subject.at :]) if not subject.own else None
        subject = replace(subject, verb=verb, at=subject.at + start)
        self._remember(subject, clause.start)
        return subject

    def speaker_before(self, start: int) -> Subject:
        """Whose speech the sentence at `start` goes on with: the last one reported in the same paragraph."""
        source = self.document.source
        same = self._spoke_at is not None and source.block_index(self._spoke_at) == source.block_index(start)
        return self._spoke if same else Subject()

    def chain(self, act: Act, subject: Subject) -> tuple[Attribution, ...]:
        """From the author to whoever speaks or acts."""
        verbs = self.document.lexicon.acts
        own_verb = verbs.verbs.get(act.value, verbs.reports)
        others = [name for name in subject.names if name != self.author]
        speaks = subject.verb is not None or act in (Act.ACTION, Act.COMMITMENT)
        author = (Attribution(name=self.author, act=verbs.reports),) if self.author else ()
        if others and speaks and not subject.own:
            name = f" {verbs.joint} ".join(others)
            return (*author, Attribution(name=name, act=subject.verb or own_verb))
        if act in _DONE and not subject.own:
            return author
        return (Attribution(name=self.author, act=own_verb),) if self.author else ()

    def quotations(self) -> list[Speech]:
        """Speech between quotation marks that somebody named says, before or behind it."""
        found = []
        for match in _QUOTATION.finditer(self.document.source.text):
            which = 1 if match.group(1) else 2
            if len(match.group(which).split()) < _FEWEST_SPOKEN:
                continue
            before = self._around(match.start() - 120, match.start(), nearest_end=True)
            speaker = before if before.verb else self._around(match.end(), match.end() + 80, nearest_end=False)
            if speaker.verb and speaker.names:
                found.append(Speech(*match.span(which), speaker))
        return found

    def _around(self, start: int, end: int, *, nearest_end: bool) -> Subject:
        """Who speaks in the words beside a quotation, in the same paragraph."""
        piece = self.document.view[max(0, start) : end]
        cut = piece.rfind("\n") + 1 if nearest_end else len(piece.split("\n", 1)[0])
        first, last = (max(0, start) + cut, end) if nearest_end else (start, start + cut)
        near = [one for one in self._actors if first <= one.start < last]
        names = tuple(self._name(one) for one in [one for one in near if one.kind is MentionKind.PERSON] or near)
        words = [word.lower for word in self.document.words if first <= word.start < last]
        verb = next((self._verbs[word] for word in words if word in self._verbs), None)
        if not names and verb and any(word in self.document.lexicon.acts.pronouns for word in words):
            names = self.last[-1:]
        return Subject(False, names[-1:] if nearest_end else names[:1], verb)

    def _behind_opening(self, clause: Clause) -> int:
        """Index of the word behind an opening phrase: “During the presentation, …”."""
        words, view = clause.words, self.document.view
        opens = words and words[0].lower in self.document.lexicon.places.before | self.document.lexicon.acts.openers
        for at in range(1, min(len(words), 25) if opens else 0):
            if "," in view[words[at - 1].end : words[at].start]:
                return 0 if self._has_subject(words[:at]) else at
        return 0

    def _has_subject(self, words: tuple[Word, ...]) -> bool:
        """Whether an actor is followed by what actors do, so that the words are no mere opening."""
        acts = self.document.lexicon.acts
        if any(word.lower in acts.self | acts.addressee | acts.pronouns for word in words):
            return True
        ends = {actor.end for actor in self._actors}
        does = verbs_of_others(self.document.lexicon.language) | self._verbs.keys()
        return any(
            word.end in ends and any(following.lower in does for following in words[at + 1 : at + 3])
            for at, word in enumerate(words)
        )

    def _find(self, words: tuple[Word, ...]) -> Subject:
        acts, people = self.document.lexicon.acts, self.document.lexicon.people
        for at, word in enumerate(words):
            if word.lower in acts.self and at < 8:
                return Subject(own=True, at=at)
            if word.lower in acts.addressee:
                break
            actors = self._actors_at(word.start, words) if not word.possessive else ()
            if actors:
                return Subject(own=actors == (self.author,), names=actors, at=at)
            if word.lower in acts.pronouns:
                return Subject(names=self.last if word.lower in acts.plural_pronouns else self.last[-1:], at=at)
            if word.lower in people.everyone:
                return Subject(names=tuple(self.persons[-2:]), at=at)
            if at and word.lower in people.roles and words[0].lower == "the" and at < 4:
                return Subject(names=self._by_role(words[: at + 1]), at=at)
            if word.lower in self._verbs and at:
                break
        return Subject()

    def _actors_at(self, start: int, words: tuple[Word, ...]) -> tuple[str, ...]:
        """Names of the actors that begin here, with those joined to them by “and”."""
        end = words[-1].end
        run = [one for one in self._actors if start <= one.start < end]
        if not run or run[0].start != start:
            return ()
        names, last = [self._name(run[0])], run[0].end
        for other in run[1:]:
            between = self.document.view[last : other.start].split()
            bare = [part.strip(".,").lower() for part in between]
            if not bare or bare[0] != self.document.lexicon.acts.joint or len(bare) > 2:
                break
            names.append(self._name(other))
            last = other.end
        return tuple(names)

    def _name(self, mention: Mention) -> str:
        return self.full_names.get(mention.entity or "", " ".join(mention.text.split()))

    def _by_role(self, words: tuple[Word, ...]) -> tuple[str, ...]:
        """Who holds the role that is spoken of; the last speaker when no role says so."""
        said = {word.lower for word in words[1:]}
        for entity, role in self._roles.items():
            if said & set((role or "").lower().split()) - self.document.lexicon.function_words:
                return (self.full_names[entity],)
        return self.last[-1:]

    def _verb_behind(self, words: tuple[Word, ...]) -> str | None:
        return next((self._verbs[word.lower] for word in words[:_VERB_REACH] if word.lower in self._verbs), None)

    def _remember(self, subject: Subject, start: int) -> None:
        if subject.own or not subject.names:
            return
        if subject.verb:
            self._spoke, self._spoke_at = subject, start
        known = {self._name(one) for one in self._actors if one.kind is MentionKind.PERSON}
        self.last = subject.names
        for name in subject.names:
            if name in known:
                self.persons = [one for one in self.persons if one != name] + [name]
