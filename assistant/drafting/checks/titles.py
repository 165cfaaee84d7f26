"""Findings about titles that do not fit: “Ms Shakirov” for a man the office knows. The salutation has its own check.

A surname two people share tells nothing, and a given name of somebody else’s before it neither.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import worded_languages, wording
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person

_GREETINGS = ("salutation", "closing")


def check_titles(written: Written, language: str, people: Sequence[Person]) -> Iterator[Finding]:
    """Titles before the names of people whose gender is known, in own words."""
    if language not in worded_languages() or written.field in _GREETINGS:
        return
    surnames = [person.surname for person in people]
    for person in people:
        if person.gender is None or surnames.count(person.surname) > 1 or person.surname not in written.own:
            continue
        other = "male" if person.gender == "female" else "female"
        for found in _titled(language, other, person.name).finditer(written.own):
            yield written.finding(
                "address-gender",
                Severity.WARNING,
                found.span(),
                f"“{found[0]}” does not fit {person.name}, whom the office knows as {person.gender}.",
                "Write the other title, or correct the person’s file; somebody else of the name is best named in full.",
            )


@cache
def _titled(language: str, gender: str, name: str) -> re.Pattern[str]:
    """A title of that gender before the name, or before the surname alone."""
    words = wording(language)
    titles = "|".join(re.escape(title) for title in (words.female if gender == "female" else words.male))
    given, _, surname = name.rpartition(" ")
    before = rf"(?:{re.escape(given)}\s+)?" if given else ""
    return re.compile(rf"(?<!\w)(?i:{titles})\.?\s+{before}{re.escape(surname)}(?!\w)")
