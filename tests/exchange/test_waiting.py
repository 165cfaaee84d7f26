"""Which letters wait: none is taken for answered because somebody spoke of it, thanked or wrote elsewhere."""

import pytest

from assistant.exchange.links import link_letters
from assistant.exchange.waiting import Exchanges, asks
from assistant.filing import read_document
from assistant.model.fact import Act
from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said, outline_of
from tests.conftest import LETTERS

GOMES, CARLSSON = PartyNames("Ana Gomes"), PartyNames("Sven-Olov Carlsson", "Head of Delegation")
STANGO, SHAKIROV = PartyNames("Antonio Stango"), PartyNames("Askar Shakirov", "Ombudsman")
ASKED = Said("f1", Act.REQUEST, "I ask you to raise the case of Mr Yerimbetov.", "Ana Gomes", "")


def letter(name: str, sender: PartyNames, recipient: PartyNames, *said: Said, about: str = "") -> Outline:
    return Outline(
        id=name,
        kind=DocumentKind.LETTER,
        language="en",
        date=name[:10],
        subject="",
        number="",
        sender=sender,
        recipients=(recipient,),
        refers_to=((about, "your letter"),) if about else (),
        is_reply=bool(about),
        asks=said,
        promises=(),
    )


OURS = letter("2019-09-02-ours", GOMES, CARLSSON, ASKED)


def waiting(*letters: Outline) -> list[str]:
    known = {each.id: each for each in letters}
    ours = {each.id for each in letters if each.sender == GOMES}
    return [each.id for each in Exchanges(known, (), ours).waiting()]


def test_who_was_asked_and_speaks_of_the_letter_has_answered_it() -> None:
    assert waiting(OURS, letter("2019-09-19-reply", CARLSSON, GOMES, about=OURS.id)) == []


OTHERS = [
    letter("2019-09-19-nothing", CARLSSON, GOMES),  # speaks of no letter
    letter("2019-09-19-third", STANGO, GOMES, about=OURS.id),  # was not asked
    letter("2019-09-19-copy", CARLSSON, SHAKIROV, about=OURS.id),  # writes to somebody else
    letter("2019-09-19-thanks", GOMES, CARLSSON, about=OURS.id),  # our own, and asks nothing
    letter("2019-09-19-elsewhere", GOMES, SHAKIROV, ASKED, about=OURS.id),  # our own, to somebody else
]


@pytest.mark.parametrize("other", OTHERS, ids=lambda each: each.id)
def test_whatever_else_speaks_of_it_does_not_answer_it(other: Outline) -> None:
    assert OURS.id in waiting(OURS, other)


def test_of_two_letters_about_the_same_the_later_waits_and_both_are_answered_with_it() -> None:
    again = letter("2019-10-10-again", GOMES, CARLSSON, ASKED, about=OURS.id)
    assert waiting(OURS, again) == [again.id]
    assert waiting(OURS, again, letter("2019-10-20-reply", CARLSSON, GOMES, about=again.id)) == []


def test_a_letter_that_asks_nothing_waits_for_nothing() -> None:
    assert waiting(letter("2019-09-02-thanks", GOMES, CARLSSON)) == []


def test_what_a_reply_asked_of_others_asks_nothing_of_its_reader() -> None:
    told = Said("f8", Act.REQUEST, "We stressed that courts need to be independent.", "Sven-Olov Carlsson", "")
    asked = Said("f9", Act.REQUEST, "Could you send us the names of the prisoners?", "Sven-Olov Carlsson", "")
    assert not asks(letter("2019-09-19-reply", CARLSSON, GOMES, told, about=OURS.id))
    assert asks(letter("2019-09-19-reply", CARLSSON, GOMES, told, asked, about=OURS.id))


def test_around_each_letter_the_same_links_are_found_as_among_all() -> None:
    files = (LETTERS / "carlsson.txt", *sorted((LETTERS / "exchanges").glob("*.txt")))
    read = {file: outline_of(read_document(file).record) for file in files}
    known = {each.id: each for each in read.values()}
    ours = {each.id for file, each in read.items() if file.stem.endswith("inquiry")}
    links, exchanges = link_letters(known), Exchanges(known, (), ours)
    assert (len(known), len(ours), len(links)) == (13, 6, 7)
    for each in known.values():
        behind = [link for link in links if link.earlier == each.id]
        expected = [link for link in behind if (link.later in ours) != (each.id in ours) or asks(known[link.later])]
        assert list(exchanges.perhaps(each)) == expected
