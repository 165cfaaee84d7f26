"""A letter of every kind and language, composed by the program from what tests/golden/letters/<language>.toml says.

Whoever is written to is known with gender and office, as in an office that keeps its people.
"""

import re
import tomllib
from functools import cache
from typing import Any, NamedTuple

from assistant.drafting.bench import Bench
from assistant.drafting.body import plain_words
from assistant.drafting.compose import Composition, compose
from assistant.drafting.export import render
from assistant.drafting.fields import common_fields
from assistant.drafting.language import load_language
from assistant.drafting.templates import Template
from assistant.model.draft import Draft
from assistant.model.fact import Act, Fact, Review
from assistant.model.letter import DatedPassage, DocumentKind, Letter, Party
from assistant.model.person import Person, Role
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Block, Passage, Source, make_source
from assistant.settings import Settings
from tests.conftest import LETTERS
from tests.drafting.desk import CARLSSON, GOLDEN, LIBRARY, SETTINGS, TODAY

_PEOPLE = (
    ("Sven-Olov Carlsson", "male", "Head of Delegation", "head_of_delegation"),
    ("Ana Gomes", "female", "Member of the European Parliament", "member"),
    ("Federica Mogherini", "female", "High Representative/Vice-President", "high_representative"),
    ("Neven Mimica", "male", "Commissioner for International Cooperation and Development", "commissioner"),
    ("Gizat Nurdauletov", "male", "Prosecutor General of the Republic of Kazakhstan", "prosecutor_general"),
    ("Marat Beketayev", "male", "Minister of Justice of the Republic of Kazakhstan", "minister"),
    ("Antonio Stango", "male", "", "person"),
    ("Sandrine Josso", "female", "", "person"),
    ("Sabine Kröger", "female", "", "person"),
    ("Adam Bednarowicz", "male", "", "ombudsman"),
    ("Lucia Coppola", "female", "", "person"),
    ("Marta Rosique i Saltor", "female", "", "person"),
)
PEOPLE = tuple(
    Person.model_validate(
        {
            "id": f"person-{number}",
            "name": name,
            "gender": gender,
            "roles": [Role(title=title, office=office)] if title else [],
        }
    )
    for number, (name, gender, title, office) in enumerate(_PEOPLE)
)


class Sample(NamedTuple):
    """One letter as it leaves the program, with what it was made from."""

    template: Template
    language: str
    fields: dict[str, object]
    """What was filled in."""
    draft: Draft
    bench: Bench

    def render(self) -> bytes:
        """The Word letter."""
        return render(self.draft, self.template, self.bench)


NAMES = tuple(f"{template.id}.{language}" for template in LIBRARY.all() for language in template.languages)
"""Every kind in every language it can be written in."""


@cache
def sample(name: str) -> Sample:
    """The letter of a name, “reply.fr”."""
    kind, _, language = name.partition(".")
    return _compose(LIBRARY.get(kind), language)


@cache
def _said(language: str) -> dict[str, Any]:
    return tomllib.loads((GOLDEN / "letters" / f"{language}.toml").read_text("utf-8"))


def _compose(template: Template, language: str) -> Sample:
    said = _said(language).get(template.id, {})
    settings = _settings(language, said.get("writes", "member"))
    answering = _answered(said["answering"], language) if "answering" in said else None
    fields = {**_examples(template, language), **said.get("fields", {})}
    request = Composition(
        template=template,
        language=language,
        settings=settings,
        today=said.get("day", TODAY),
        answering=answering,
        people=PEOPLE,
        recipient=said.get("to"),
        fields=fields,
    )
    shelf = {answering.id: answering} if answering else {}
    return Sample(template, language, fields, compose(request), Bench(shelf=shelf.get, settings=settings))


def _settings(language: str, writes: str) -> Settings:
    """The office of Ana Gomes, or for a reply that of the delegation she wrote to."""
    said = _said(language)
    if writes == "member":
        letterhead = {language: said["letterhead"]} if "letterhead" in said else {}
        return Settings.model_validate({**SETTINGS.model_dump(), "letterhead": letterhead})
    member = {"name": "Sven-Olov Carlsson", "gender": "male", **said["delegation"]}
    address = {"label": "Nur-Sultan", "lines": ["62 Kosmonavtov Street", "010000 Nur-Sultan"]}
    return Settings.model_validate({"member": member, "addresses": [address], "place": "Nur-Sultan"})


def _examples(template: Template, language: str) -> dict[str, object]:
    """The examples of a manifest, for letters in English; what has a default shows its default."""
    own = [field for field in template.fields if field.name not in common_fields() and field.default is None]
    return {field.name: field.example for field in own if field.example} if language == "en" else {}


def _answered(name: str, language: str) -> Precedent:
    if name == "carlsson":
        return CARLSSON
    if name == "inquiry":
        return _inquiry(language)
    return _annotated(_said(language)["answered"][name], language)


def _inquiry(language: str) -> Precedent:
    """The inquiry in the same language, as the delegation received it: each of its questions is a fact."""
    draft = _compose(LIBRARY.get("inquiry"), language).draft
    date = load_language(language).date_in_words(str(draft.fields["date"]))
    questions = re.findall(r"^\d+\. (.+)$", draft.body, re.MULTILINE)
    paragraphs = re.split(r"\n+", draft.body)
    opening = (f"{draft.fields['place']}, {date}", str(draft.fields["subject"]), str(draft.fields["salutation"]))
    text = "\n\n".join([*opening, *map(plain_words, paragraphs), str(draft.fields["closing"]), "Ana Gomes"])
    said = {
        "date": {"words": date, "value": draft.fields["date"]},
        "sender": "Ana Gomes",
        "questions": [plain_words(question) for question in questions],
    }
    return _precedent(text, said, language)


def _annotated(said: dict[str, Any], language: str) -> Precedent:
    return _precedent((LETTERS / said["file"]).read_text("utf-8"), said, language)


def _precedent(text: str, said: dict[str, Any], language: str) -> Precedent:
    starts = [found.start(1) for found in re.finditer(r"(?:\A|\n\n)\s*(\S)", text)]
    source = make_source(
        text,
        tuple(Block(start=start) for start in starts),
        name="letter.txt",
        original=text.encode(),
        media_type="text/plain",
    )
    wanted = [(act, words) for act in (Act.QUESTION, Act.REQUEST) for words in said.get(f"{act}s", ())]
    date = said["date"]
    letter = Letter(
        date=DatedPassage(**_find(source, date["words"]).model_dump(), value=date["value"]),
        sender=Party(name=_find(source, said["sender"])),
    )
    record = Record(
        id=f"{date['value']}-{re.sub('[^a-z]+', '-', said['sender'].casefold()).strip('-')}",
        kind=DocumentKind(said.get("kind", "letter")),
        language=language,
        source=source.description,
        letter=letter,
        facts=tuple(_fact(source, number, act, words) for number, (act, words) in enumerate(wanted, 1)),
    )
    return Precedent(record=record, text=source.text)


def _fact(source: Source, number: int, act: Act, words: str) -> Fact:
    passage = _find(source, words)
    return Fact(
        id=f"f{number}",
        act=act,
        quote=passage.text,
        start=passage.start,
        end=passage.end,
        block=source.block_index(passage.start),
        review=Review.ACCEPTED,
    )


def _find(source: Source, words: str) -> Passage:
    """Where words stand, whatever the white space between them."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), source.text)
    assert found, words
    return source.passage(*found.span())
