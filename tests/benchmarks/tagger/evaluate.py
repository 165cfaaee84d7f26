"""How good and how fast the taggers are: `python -m tests.benchmarks.tagger.evaluate [CORPUS] [--model CRF_MODEL]`.

Prints F1 of exact names on hand-annotated sentences, words a second, time to load and memory; with a corpus of
documents (docs/*.txt, gold/*.json) F1 of distinct strings, half of the words shared, as the corpus is scored.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from assistant.extraction.document import Document
from assistant.extraction.lexicon import load_lexicon
from assistant.extraction.sentences import split_sentences
from assistant.extraction.tagging import Tagger, load_tagger
from assistant.extraction.tagging.crf import CrfLabeller
from assistant.extraction.tagging.labels import names
from assistant.model.mention import MentionKind
from assistant.reading import read
from tests.benchmarks.agreement import distinct, pair_off, shared
from tests.benchmarks.scoring import load_gold
from tests.benchmarks.tagger.synthesise import LANGUAGES, Sentence, make_sentences
from tests.benchmarks.tagger.train_crf import load

TESTS = {
    "test_europarl": "en", "test_crossner_politics": "en", "test_uner_ewt": "en",
    "test_europarl_de": "de", "test_europarl_es": "es", "test_europarl_it": "it",
}  # fmt: skip
PEOPLE = MentionKind.PERSON


class Count:
    """Names found, proposed and wanted, by kind."""

    def __init__(self) -> None:
        self.found: Counter[MentionKind] = Counter()
        self.proposed: Counter[MentionKind] = Counter()
        self.wanted: Counter[MentionKind] = Counter()

    def add(self, kind: MentionKind, found: int, proposed: int, wanted: int) -> None:
        """Count one sentence or document."""
        self.found[kind] += found
        self.proposed[kind] += proposed
        self.wanted[kind] += wanted

    def f1(self, *kinds: MentionKind) -> float:
        """Per cent; of all kinds together when none is given."""
        chosen = kinds or tuple(self.wanted)
        both = sum(self.proposed[kind] + self.wanted[kind] for kind in chosen)
        return 200 * sum(self.found[kind] for kind in chosen) / both if both else 0.0

    def __str__(self) -> str:
        kinds = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
        return " / ".join(f"{self.f1(kind):4.1f}" for kind in kinds) + f"   all {self.f1():4.1f}"


def on_sentences(tagger: Tagger, sentences: Iterable[Sentence], language: str) -> Count:
    """Exact names in annotated sentences."""
    count = Count()
    for words, labels in sentences:
        proposed = {(one.start, one.end, one.kind) for one in tagger.tag(words, language)}
        wanted = set(names(labels))
        for kind in MentionKind:
            pair = ({name for name in those if name[2] is kind} for those in (proposed, wanted))
            ours, gold = pair
            count.add(kind, len(ours & gold), len(ours), len(gold))
    return count


def on_corpus(tagger: Tagger, corpus: Path) -> dict[str, Count]:
    """Distinct strings in documents, by language and for all that are not English."""
    counts: dict[str, Count] = defaultdict(Count)
    for path in sorted((corpus / "docs").glob("*.txt")):
        gold = load_gold(corpus / "gold" / f"{path.stem}.json")
        language = gold["language"]
        document = Document(read(path), load_lexicon(language))
        sentences = [(one.start, one.end) for one in split_sentences(document)]
        tagged = tagger.tag_text(document.view, sentences, language)
        people = [form for person in gold["people"] for form in person["mentions"]]
        wanted = {PEOPLE: people, MentionKind.ORGANISATION: gold["organisations"], MentionKind.PLACE: gold["places"]}
        for kind, strings in wanted.items():
            ours = distinct(document.source.text[one.start : one.end] for one in tagged if one.kind is kind)
            theirs = distinct(strings)
            figures = len(pair_off(ours, theirs, shared)), len(ours), len(theirs)
            for group in (language, "all", *(() if language == "en" else ("not en",))):
                counts[group].add(kind, *figures)
    return counts


def report(tagger: Tagger, corpus: Path | None) -> None:
    """Print all figures of one tagger; people / organisations / places."""
    for name, language in TESTS.items():
        sentences = load(name)
        began = time.process_time()
        count = on_sentences(tagger, sentences, language)
        speed = sum(len(words) for words, _ in sentences) / (time.process_time() - began)
        print(f"{tagger.name:6} {name:24} {count}   {speed:7,.0f} words a second of one core")
    for language in LANGUAGES:
        count = on_sentences(tagger, make_sentences(language, 300, "held_out", 9), language)
        print(f"{tagger.name:6} generated, held out, {language}  {count}")
    for group, count in (on_corpus(tagger, corpus) if corpus else {}).items():
        print(f"{tagger.name:6} corpus {group:17} {count}")


def memory_used() -> str:
    """The most memory this process has had, where the system tells."""
    if sys.platform == "win32":
        return ""
    import resource

    return f"; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB in all"


def main() -> None:
    """Every tagger that is installed, or a CRF of your own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--model", type=Path, help="a CRF to look at in place of the shipped taggers")
    given = parser.parse_args()
    if given.model:
        report(Tagger(CrfLabeller(given.model.read_bytes())), given.corpus)
        return
    for choice in ("crf", "smart"):
        began = time.perf_counter()
        tagger = load_tagger(choice)
        if tagger is None:
            print(f"{choice}: not installed", file=sys.stderr)
            continue
        tagger.tag(["Brussels"])
        print(f"{choice:6} first name after {time.perf_counter() - began:.2f} s{memory_used()}")
        report(tagger, given.corpus)


if __name__ == "__main__":
    main()
