"""How well letters are read: everything found, against what people annotated by hand, as the tables of the README.

Run by hand: `python -m tests.benchmarks.benchmark_quality CORPUS [--documents]`; CORPUS holds docs/*.txt and
gold/*.json of the same names. Prints each figure beside its budget, then in each language alone and in all the others:
a rule that helps one language only shows there. With `--documents`, a row a document. Last what the taggers add: the
names as the rules alone find them, with the CRF, and with the tagger of the extra `smart` where that is installed.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add
from pathlib import Path
from unittest.mock import patch

from assistant.errors import MissingExtraError
from assistant.extraction import extract
from assistant.extraction.mentions import tagged
from assistant.extraction.tagging import load_tagger
from assistant.model.mention import TaggerName
from assistant.reading import read
from tests.benchmarks.scoring import Score, load_gold, score

BUDGETS = {
    "header": ("parts of the letter", 0.92),
    "people": ("people", 0.92),
    "organisations": ("organisations", 0.80),
    "places": ("places", 0.85),
    "dates": ("dates, with their value", 0.93),
    "legal_refs": ("legal references", 0.80),
    "amounts": ("amounts", 0.85),
    "refers_to": ("earlier documents referred to", 0.75),
    "statements": ("statements", 0.70),
}
"""What is looked for, as people call it, and the least F1 (for the parts of a letter: recall) that will do."""
_WITH_ACT, _SAME, _CLAIMED = 0.58, 0.95, 8
_NAMES = ("people", "organisations", "places")


@dataclass(frozen=True)
class Scored:
    """One document and its scores."""

    name: str
    language: str
    scores: dict[str, Score]


@dataclass(frozen=True)
class Scores:
    """The scores of several documents, added up."""

    documents: tuple[Scored, ...]

    def of(self, what: str) -> Score:
        """All documents together."""
        return reduce(add, (document.scores[what] for document in self.documents), Score())

    def figure(self, what: str) -> str:
        """F1, for the parts of a letter recall; a dash where nothing was wanted."""
        both = self.of(what)
        return f"{both.recall if what == 'header' else both.f1:.2f}" if both.wanted else "–"

    def alone_and_rest(self, language: str) -> tuple["Scores", "Scores"]:
        """Those of the documents in a language, and those of all others."""
        alone = tuple(document for document in self.documents if document.language == language)
        return Scores(alone), Scores(tuple(document for document in self.documents if document not in alone))

    @cached_property
    def languages(self) -> list[tuple[str, int]]:
        """Languages with their documents, most documents first."""
        return Counter(document.language for document in self.documents).most_common()


def score_corpus(docs: Path, gold: Path, tagger: TaggerName = "crf") -> Scores:
    """Read and score every document that has annotations."""
    return Scores(tuple(_score(docs / f"{path.stem}.txt", path, tagger) for path in sorted(gold.glob("*.json"))))


def _score(document: Path, annotations: Path, tagger: TaggerName) -> Scored:
    source, gold = read(document), load_gold(annotations)
    return Scored(document.stem, gold["language"], score(extract(source, tagger), gold, source.text))


def score_taggers(docs: Path, gold: Path, with_crf: Scores) -> dict[str, Scores]:
    """The scores by what was asked beside the rules: nothing, the CRF, the tagger of `smart` where it is installed."""
    with patch.object(tagged, "load_tagger", lambda _: None):
        scores = {"rules alone": score_corpus(docs, gold), "crf": with_crf}
    try:
        return {**scores, "smart": score_corpus(docs, gold, "smart")}
    except MissingExtraError:
        return scores


def main_table(scores: Scores) -> str:
    """Precision, recall and F1 of everything, each beside its budget."""
    rows = [_row(scores.of(what), *BUDGETS[what], is_header=what == "header") for what in BUDGETS]
    acts = f"{scores.of('statements').f1_right:.2f}"
    rows.append(("statements with the right act", "–", "–", acts, f"{_WITH_ACT:.2f}"))
    return _table(("", "precision", "recall", "F1", "at least"), rows)


def _row(both: Score, name: str, budget: float, *, is_header: bool) -> tuple[str, ...]:
    precision, f1 = ("–", "–") if is_header else (f"{both.precision:.2f}", f"{both.f1:.2f}")
    return name, precision, f"{both.recall:.2f}", f1, f"{budget:.2f}"


def language_table(scores: Scores) -> str:
    """Each language alone, and all documents but those of the language."""
    views = [scores.alone_and_rest(language) for language, _ in scores.languages]
    rows = [
        (name, *(f"{alone.figure(what)} / {rest.figure(what)}" for alone, rest in views))
        for what, (name, _) in BUDGETS.items()
    ]
    return _table(("", *(f"{language} ({count}) / the rest" for language, count in scores.languages)), rows)


def document_table(scores: Scores) -> str:
    """Each document alone."""
    rows = [
        (one.name, one.language, *map(Scores((one,)).figure, BUDGETS), f"{one.scores['statements'].f1_right:.2f}")
        for one in scores.documents
    ]
    return _table(("", "", *BUDGETS, "acts"), rows)


def tagger_table(scores: dict[str, Scores]) -> str:
    """F1 of names by what was asked beside the rules, and the mean."""
    rows = []
    for name, each in scores.items():
        figures = [each.of(what).f1 for what in _NAMES]
        rows.append((name, *(f"{figure:.3f}" for figure in (*figures, sum(figures) / len(figures)))))
    return _table(("names by", *_NAMES, "mean"), rows)


def summary(scores: Scores) -> str:
    """What is no table: parts claimed, people under one id, places of everything found."""
    same, grounded = scores.of("same"), scores.of("grounded")
    mean = sum(scores.of(what).f1 for what in BUDGETS if what != "header") / (len(BUDGETS) - 1)
    return (
        f"{scores.of('header').proposed} parts claimed that are not there (at most {_CLAIMED}); people under one id: "
        f"{same.found} of {same.wanted} (at least {_SAME:.0%}); at their exact place: {grounded.found} of "
        f"{grounded.wanted} (all); mean F1 {mean:.3f}"
    )


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = tuple(head)
    lines = (f"| {' | '.join(cells)} |" for cells in (head, *rows))
    return "\n".join((next(lines), f"|{'---|' * len(head)}", *lines))


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, metavar="CORPUS")
    parser.add_argument("--documents", action="store_true", help="a row a document, too")
    given = parser.parse_args()
    corpus = given.corpus / "docs", given.corpus / "gold"
    scores = score_corpus(*corpus)
    tagger = load_tagger("crf")
    print(f"{len(scores.documents)} documents, names tagged by: {tagger.name if tagger else 'nobody'}\n")
    tables = (main_table, language_table, *((document_table,) if given.documents else ()), summary)
    print("\n\n".join((*(make(scores) for make in tables), tagger_table(score_taggers(*corpus, scores)))))


if __name__ == "__main__":
    main()
