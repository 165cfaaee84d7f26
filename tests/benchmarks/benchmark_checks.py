"""How long all checks of a draft take: what the app does while a person types.

Run by hand: python -m tests.benchmarks.benchmark_checks. The budget is 30 ms for a page; the first check, which reads
the conventions from disk, is told apart.
"""

import time

from assistant.drafting.proof import check_draft
from assistant.drafting.quotes import quote_fact
from assistant.model.person import Naming, Person
from tests.drafting.carlsson import SENDER, carlsson
from tests.drafting.desk import SETTINGS, bench, follow_up, template

_BUDGET = 30.0
_ROUNDS = 50
_CARLSSON = carlsson()
_PEOPLE = tuple(
    Person(id=f"p-{number}", name=name, naming=Naming(allowed=number % 20 != 19))
    for number, name in enumerate([SENDER, "Ana Gomes", *(f"Given{n} Surname{n}ov" for n in range(200))])
)


def main() -> None:
    """Print milliseconds a check, for a letter of one page and for one of ten."""
    desk = bench().model_copy(update={"people": _PEOPLE})
    page = follow_up()
    more = "\n\n".join(f"You wrote: {quote_fact(_CARLSSON, fact, 'en', SETTINGS)}." for fact in _CARLSSON.record.facts)
    long = page.model_copy(update={"body": "\n\n".join([page.body, *[more] * 9])})
    for name, draft in (("one page", page), ("long letter", long)):
        times = []
        for _ in range(_ROUNDS):
            start = time.perf_counter()
            check_draft(draft, template(), desk)
            times.append((time.perf_counter() - start) * 1000)
        words, best, median = len(draft.body.split()), min(times), sorted(times)[_ROUNDS // 2]
        print(f"{name:12} {words:5} words, {len(_PEOPLE)} people: best {best:.1f} ms = {best / _BUDGET:.2f} x budget,")
        print(f"{'':12} median {median:.1f} ms, the first {times[0]:.0f} ms")


if __name__ == "__main__":
    main()
