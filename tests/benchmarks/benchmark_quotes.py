"""How long it takes to compare a quotation with a letter: ours, and difflib as the yardstick.

Run by hand: python -m tests.benchmarks.benchmark_quotes. The budget is 0.1 ms a quotation on a letter.
"""

import time
from collections.abc import Callable
from difflib import SequenceMatcher

from assistant.drafting.bench import Sources
from assistant.drafting.checks.quotations import check_quotations
from assistant.drafting.language import load_language
from assistant.drafting.quotes import quotation_marks, quote_fact
from assistant.model.fact import Fact
from assistant.settings import Settings
from tests.drafting.carlsson import ID, carlsson

_BUDGET = 0.1
_ROUNDS = 50
_CARLSSON = carlsson()
_MARKS = quotation_marks(load_language("en"), Settings())


def body(facts: tuple[Fact, ...]) -> str:
    """A letter that quotes these facts, a paragraph each."""
    return "\n\n".join(f"You wrote: {quote_fact(_CARLSSON, fact, 'en', Settings())}." for fact in facts)


def altered(fact: Fact) -> Fact:
    """The fact with its third word changed."""
    words = fact.quote.split()
    words[2] = "never"
    return fact.model_copy(update={"quote": " ".join(words)})


def milliseconds(work: Callable[[], object], quotations: int) -> float:
    """The best of many runs, for one quotation."""
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000 / quotations


def main() -> None:
    """Print milliseconds a quotation and the ratio to difflib."""
    facts = _CARLSSON.record.facts
    true, false = body(facts), body(tuple(altered(fact) for fact in facts))

    def check(text: str) -> Callable[[], object]:
        return lambda: list(check_quotations(text, Sources({ID: _CARLSSON}.get), _MARKS))

    def difflib() -> None:
        matcher = SequenceMatcher(None, "", _CARLSSON.text, autojunk=False)
        for fact in facts[:2]:
            matcher.set_seq1(fact.quote)
            matcher.find_longest_match()

    yardstick = milliseconds(difflib, 2)
    print(f"{len(facts)} quotations, letter of {len(_CARLSSON.text)} characters, letter folded anew each time")
    print(f"difflib  {yardstick:.3f} ms")
    for name, text in (("true", true), ("altered", false)):
        took = milliseconds(check(text), len(facts))
        print(f"{name:8} {took:.3f} ms = {took / _BUDGET:.2f} x budget, {took / yardstick:.4f} x difflib")


if __name__ == "__main__":
    main()
