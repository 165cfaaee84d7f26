"""Letters line by line: searching, reading, quoting, opening the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.linear.review import review_letter
from assistant.model.display import one_line, read_date
from assistant.tui.desktop import open_file
from assistant.tui.words import ACTS, count, count_found

if TYPE_CHECKING:
    from assistant.linear.talk import Talk
    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent
    from assistant.model.search import FactHit, Hit
    from assistant.office import Office

_MOST = 50


def search(talk: Talk, office: Office) -> None:
    """Search until an empty line; what was found can be opened by its number."""
    while query := talk.ask("Search for (enter to go back)"):
        result = office.search(query, _MOST)
        talk.say(f"{count_found(result)}.")
        found = [(hit, fact) for hit in result.hits for fact in (None, *hit.facts)]
        while found:
            index = talk.choose("Open", [tell_fact_hit(fact) if fact else tell_letter(hit) for hit, fact in found])
            if index is None:
                break
            hit, fact = found[index]
            if fact:
                quote(talk, office, f"{hit.precedent}#{fact.fact}")
            else:
                open_letter(talk, office, hit.precedent)


def open_letter(talk: Talk, office: Office, letter: str) -> None:
    """What can be done with one letter."""
    actions = ("Read the letter", "Hear its facts and quote one", "Review its facts", "Open the original")
    while (chosen := talk.choose(f"Letter {letter}", actions)) is not None:
        precedent = office.precedent(letter)
        if chosen == 0:
            read(talk, precedent)
        elif chosen == 1:
            _choose_fact(talk, office, precedent)
        elif chosen == 2:
            review_letter(talk, office, letter)
        else:
            open_file(office.original(letter))
            talk.say("Opened in the program your desktop has for it.")


def read(talk: Talk, precedent: Precedent) -> None:
    """Its paragraphs in order, and first what could not be read."""
    source = precedent.source
    losses = [f"Not read: {loss.what}." for loss in source.description.losses]
    spans = [source.block_span(index) for index in range(len(source.blocks))]
    talk.say_all([*losses, *(one_line(precedent.text[start:end]) for start, end in spans)])
    talk.say("End of the letter.")


def quote(talk: Talk, office: Office, key: str) -> None:
    """Say a fact's words with their citation, as a draft holds them."""
    talk.say(office.writing.quotation(key))


def tell_letter(hit: Hit) -> str:
    """A letter in a sentence."""
    to = f" to {hit.recipients}" if hit.recipients else ""
    about = f", {one_line(hit.subject)}" if hit.subject else ""
    letter = f"Letter of {read_date(hit.date)}" if hit.date else "Undated letter"
    return one_line(f"{letter} from {hit.sender or 'somebody'}{to}{about}.")


def tell_fact_hit(fact: FactHit) -> str:
    """A fact in a sentence."""
    by = f" by {fact.speaker}" if fact.speaker else ""
    state = "" if fact.citable else f", {fact.review}"
    return one_line(f"Fact {fact.fact}, {ACTS[fact.act].word}{by}{state}: “{fact.quote}”")


def tell_fact(precedent: Precedent, fact: Fact) -> str:
    """A fact in a sentence, with its place and who told it."""
    told = ", as told by ".join(link.name for link in reversed(fact.by))
    where = ", ".join(filter(None, (precedent.locator(fact).words, read_date(fact.date) if fact.date else "")))
    by = f" by {told}" if told else ""
    return one_line(f"Fact {fact.id}, {ACTS[fact.act].word}{by}, {where}, {fact.review}: “{fact.quote}”")


def _choose_fact(talk: Talk, office: Office, precedent: Precedent) -> None:
    facts = sorted((fact for fact in precedent.record.facts if fact.live), key=lambda fact: fact.start)
    talk.say(f"{count(len(facts), 'fact')}.")
    index = talk.choose("Quote", [tell_fact(precedent, fact) for fact in facts])
    if index is not None:
        quote(talk, office, f"{precedent.id}#{facts[index].id}")
