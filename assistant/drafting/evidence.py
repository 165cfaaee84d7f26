"""What stands behind each cited sentence of a letter: source, date, place and exact words, for whoever signs it.

The rows are values; drafting/word/evidence.py prints them. Words come from the sources as they stand there.
"""

import re
from collections.abc import Iterator

from assistant.drafting.bench import Sources
from assistant.drafting.body import CitationGroup, Paragraph, citation_groups, paragraphs, plain_words, uncited
from assistant.drafting.language import Language
from assistant.drafting.quotation_marks import find_quotations
from assistant.drafting.quotes import judge_quotation
from assistant.drafting.references import name_document, place_of, words_of
from assistant.drafting.word.letters.evidence import Cell, EvidenceTable
from assistant.model.base import Value
from assistant.model.draft import Citation

_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zß-ÿ]|[“„«‘\"(])")
_ENDED = re.compile(r"[.!?…][”“»’\"]?\s*$")

_BEFORE_WORDS = re.compile(r"^(?:[ .,;:!?]+|\d+\. )")
"""What the sentence before left, or the number of a list."""


class Evidence(Value):
    """One sentence of a letter and one source of it."""

    sentence: str
    source: str
    """Named as in a footnote, without the place."""
    date: str
    """In words; empty when the source bears none."""
    place: str
    """“para. 4”."""
    words: str
    """As the source has them, white space folded."""
    language: str
    """Of these words; ISO 639-1, or “und”."""


def evidence_of(body: str, sources: Sources, language: Language) -> tuple[Evidence, ...]:
    """A row for every citation of a body, in the order of its text; sources that do not exist have none."""
    rows = (
        _row(citation, sentence, sources, language)
        for paragraph in paragraphs(body)
        for group, sentence in _cited_sentences(body, paragraph)
        for citation in group.citations
    )
    return tuple(row for row in rows if row)


def evidence_table(body: str, sources: Sources, language: Language) -> EvidenceTable:
    """The rows as Word prints them; words in another language than the letter's are marked as such."""
    words = language.evidence
    rows = evidence_of(body, sources, language)
    return EvidenceTable(
        title=words.title,
        columns=(words.sentence, words.source, words.date, words.place, words.words),
        rows=tuple(
            (
                *(Cell(text=text) for text in (row.sentence, row.source, row.date, row.place)),
                Cell(text=row.words, language=None if row.language in ("und", language.code) else row.language),
            )
            for row in rows
        ),
    )


def _cited_sentences(body: str, paragraph: Paragraph) -> Iterator[tuple[CitationGroup, str]]:
    """Each citation with the words it answers for: from where the sentence, or the citation before, ended."""
    groups = tuple(citation_groups(body, paragraph.start, paragraph.end))
    begins = paragraph.start
    for index, group in enumerate(groups):
        begins = max(begins, _sentence_start(body, paragraph.start, group.start))
        yield group, _words(body[begins : group.start])
        following = groups[index + 1].start if index + 1 < len(groups) else paragraph.end
        if body[group.end : following].strip() and (
            _ENDED.search(body[begins : group.start]) or body[group.end] in ".!?"
        ):
            begins = group.end


def _sentence_start(body: str, start: int, end: int) -> int:
    quotations = find_quotations(body, start, end).quotations
    ends = (
        found.end()
        for found in _SENTENCE_END.finditer(body, start, end)
        if not any(quotation.start < found.start() < quotation.end for quotation in quotations)
    )
    return max(ends, default=start)


def _words(markdown: str) -> str:
    """The words of a stretch of a body without its citations; no-break spaces stay."""
    words = plain_words("".join(uncited(markdown)))
    return _BEFORE_WORDS.sub("", re.sub(r"[ \t\n]+", " ", words)).strip(" ")


def _row(citation: Citation, sentence: str, sources: Sources, language: Language) -> Evidence | None:
    precedent, fact = sources.resolve(citation)
    if precedent is None:
        return None
    letter = precedent.record.letter
    return Evidence(
        sentence=sentence,
        source=words_of(name_document(precedent, language)),
        date=language.date_in_words(letter.date.value) if letter.date else "",
        place=place_of(precedent, fact, language) if fact else "",
        words=" ".join(fact.quote.split()) if fact else _quoted(citation, sentence, sources),
        language=precedent.record.language,
    )


def _quoted(citation: Citation, sentence: str, sources: Sources) -> str:
    """The source's words for what a sentence quotes from a whole document; empty when it quotes nothing."""
    judged = (judge_quotation(each.words, [citation], sources) for each in find_quotations(sentence).quotations)
    passages = (judgement.passage for judgement in judged if judgement and judgement.passage)
    return " […] ".join(" ".join(passage.text.split()) for passage in passages)
