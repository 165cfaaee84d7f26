"""Findings about the words of an exported letter, checked as in a draft; its sources are the affair of letter.py."""

from collections.abc import Iterator

from assistant.drafting.bench import Bench
from assistant.drafting.checks.dates import find_dates
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.checks.known_names import known_names
from assistant.drafting.checks.wording import Setting, check_wording
from assistant.drafting.checks.written import Written
from assistant.drafting.language import known_languages, load_language
from assistant.drafting.provenance import read_provenance
from assistant.drafting.word.letters import provenance as word_provenance
from assistant.drafting.word.letters.wording import read_wording
from assistant.model.finding import Finding
from assistant.model.person import Audience


def check_letter_wording(data: bytes, bench: Bench, name: str = "letter") -> Iterator[Finding]:
    """Everything wrong with the words of an exported letter; its date is the first it names."""
    letter = read_wording(data, name)
    payload = word_provenance.read(data)
    provenance = read_provenance(payload, name) if payload else None
    code = provenance.language if provenance else bench.settings.languages[0]
    if code not in known_languages():
        return
    written = Written(text=letter.text, kind="letter", head=provenance.head_in(letter) if provenance else 0)
    day = next((date.value for date in find_dates(written.text, code) if date.value), None)
    cited = [bench.shelf(document.precedent) for document in provenance.documents] if provenance else []
    people = GuardedPeople(everybody=bench.people, audience=provenance.audience if provenance else Audience.PUBLIC)
    names = known_names(people.everybody, [precedent for precedent in cited if precedent])
    setting = Setting(language=load_language(code), day=day, people=people, names=names)
    yield from check_wording(written, setting)
