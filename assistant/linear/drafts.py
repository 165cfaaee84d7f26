"""Letters being written, line by line: begun, heard, changed a paragraph at a time, cited in, checked, exported."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant.model.display import one_line
from assistant.tui.words import count
from assistant.writing import LetterRequest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.linear.talk import Talk
    from assistant.model.finding import Finding
    from assistant.office import Office

_ACTIONS = (
    "Hear the text",
    "Add a paragraph",
    "Replace a paragraph",
    "Cite a fact",
    "Set a field",
    "Check",
    "Put right what is safe",
    "Export to Word",
)


def drafts(talk: Talk, office: Office) -> None:
    """Choose a draft, or begin one."""
    while True:
        known = office.writing.drafts.all()
        index = talk.choose("Draft", ["New letter", *(path.stem for path in known)])
        if index is None:
            return
        path = begin(talk, office) if index == 0 else known[index - 1]
        if path:
            write(talk, office, path)


def begin(talk: Talk, office: Office) -> Path | None:
    """Begin a letter: its kind, and what it answers."""
    kinds = office.writing.templates()
    index = talk.choose("Kind of letter", [f"{kind.title}: {kind.purpose}" for kind in kinds])
    if index is None:
        return None
    answering = _letter_to_answer(talk, office)
    to = "" if answering else talk.ask("To whom (enter for nobody yet)")
    today = dt.date.today()  # noqa: DTZ011 - a letter carries the date of the place it is written at
    request = LetterRequest(template=kinds[index].id, answering=answering, to=to or None, today=today)
    path = office.writing.new_draft(request)
    talk.say(f"Begun: {path.name}.")
    return path


def write(talk: Talk, office: Office, path: Path) -> None:
    """Work on one draft; every change is on disk at once."""
    while (index := talk.choose(f"Draft {path.stem}", _ACTIONS)) is not None:
        (_hear, _add, _replace, _cite, _set_field, _check, _fix, _export)[index](talk, office, path)


def _hear(talk: Talk, office: Office, path: Path) -> None:
    draft = office.writing.drafts.load(path).draft
    talk.say_all([f"Field {name}: {_as_words(value)}" for name, value in draft.fields.items()])
    talk.say_all([f"Paragraph {number}. {words}" for number, words in enumerate(_paragraphs(draft.body), 1)])


def _add(talk: Talk, office: Office, path: Path) -> None:
    if words := talk.ask("The paragraph"):
        saved = office.writing.drafts.load(path)
        _save(talk, office, path, [*_paragraphs(saved.draft.body), words])


def _replace(talk: Talk, office: Office, path: Path) -> None:
    paragraphs = _paragraphs(office.writing.drafts.load(path).draft.body)
    index = talk.choose("Paragraph", paragraphs)
    if index is not None:
        words = talk.ask("Its new words (enter keeps it, a minus takes it away)")
        if words:
            _save(
                talk, office, path, [*paragraphs[:index], *([] if words == "-" else [words]), *paragraphs[index + 1 :]]
            )


def _cite(talk: Talk, office: Office, path: Path) -> None:
    from assistant.linear.letters import tell_fact_hit  # noqa: PLC0415 - loads what a draft seldom needs

    query = talk.ask("Search for the words to cite")
    answering = office.writing.drafts.load(path).draft.answering
    hits = office.writing.citable(query, answering, 20) if query else ()
    found = [(hit, fact) for hit in hits for fact in hit.facts if fact.citable]
    index = talk.choose("Cite", [tell_fact_hit(fact) for _, fact in found])
    if index is not None:
        hit, fact = found[index]
        office.writing.cite(path, f"{hit.precedent}#{fact.fact}")
        talk.say("It stands at the end of the draft.")


def _set_field(talk: Talk, office: Office, path: Path) -> None:
    saved = office.writing.drafts.load(path)
    said = saved.draft.fields
    kept = [field for field in office.writing.library.get(saved.draft.template).fields if field.is_kept]
    index = talk.choose("Field", [f"{field.label}: {field.as_text(said.get(field.name, ''))}" for field in kept])
    if index is None:
        return
    field = kept[index]
    words = talk.ask(f"{field.help} Its new words (semicolons part entries)")
    has_entries = not isinstance(field.empty(), str)
    value = field.from_lines(words.replace(";", "\n") if has_entries else words, said.get(field.name))
    office.writing.drafts.save(saved, saved.draft.model_copy(update={"fields": {**said, field.name: value}}))
    talk.say(f"Saved, but {field.label} {problem}." if value and (problem := field.problem(value)) else "Saved.")


def _check(talk: Talk, office: Office, path: Path) -> None:
    _tell(talk, office.writing.check(path))


def _fix(talk: Talk, office: Office, path: Path) -> None:
    done = office.writing.fix(path)
    talk.say_all([f"Put right: {finding.message}" for finding in done])
    _tell(talk, office.writing.check(path))


def _export(talk: Talk, office: Office, path: Path) -> None:
    exported = office.writing.export(path)
    _tell(talk, exported.findings)
    if exported.set_aside:
        talk.say(f"An edited letter of that name stood there; it is kept as {exported.set_aside}.")
    talk.say(f"The Word letter is {exported.letter}.")


def _letter_to_answer(talk: Talk, office: Office) -> str | None:
    from assistant.linear.letters import tell_letter  # noqa: PLC0415 - as above

    query = talk.ask("Which letter does it answer: words to search for (enter for none)")
    hits = office.search(query, 20).hits if query else ()
    index = talk.choose("Answer", [tell_letter(hit) for hit in hits]) if hits else None
    return None if index is None else hits[index].precedent


def _save(talk: Talk, office: Office, path: Path, paragraphs: Sequence[str]) -> None:
    saved = office.writing.drafts.load(path)
    body = "\n\n".join(paragraphs) + "\n"
    office.writing.drafts.save(saved, saved.draft.model_copy(update={"body": body}))
    talk.say("Saved.")


def _paragraphs(body: str) -> list[str]:
    return [words.strip() for words in body.split("\n\n") if words.strip()]


def _as_words(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name} {_as_words(words)}" for name, words in value.items() if words)
    return ", ".join(map(_as_words, value)) if isinstance(value, list) else one_line(str(value))


def _tell(talk: Talk, findings: Sequence[Finding]) -> None:
    talk.say(f"{count(len(findings), 'finding')}." if findings else "Nothing to put right.")
    rows = [f"{each.severity}, {each.place}: {each.message} {each.advice}" for each in findings]
    talk.say_all([f"{number}. {one_line(row)}" for number, row in enumerate(rows, 1)])
