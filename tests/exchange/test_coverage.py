"""Answer coverage: six exchanges a careful reader has gone through by hand, thirty points."""

import tomllib
from pathlib import Path

import pytest

from assistant.exchange.coverage import Reply, cover, points_of
from assistant.exchange.cues import answer_cues, cue_in
from assistant.extraction import sentences_of
from assistant.extraction.lexicon import load_lexicon
from assistant.filing import read_document
from assistant.model.coverage import Coverage, CoveredPoint
from assistant.model.decision import Answer

EXCHANGES = Path(__file__).parents[1] / "letters" / "exchanges"
FOUND_BY_HAND = tomllib.loads((EXCHANGES / "points.toml").read_text("utf-8"))


def coverage_of(exchange: str, folder: Path = EXCHANGES) -> Coverage:
    letter, reply = (read_document(folder / f"{exchange}-{part}.txt") for part in ("inquiry", "reply"))
    language = reply.record.language
    small_words = frozenset(load_lexicon(language).function_words)
    return cover(letter, Reply(precedent=reply, sentences=sentences_of(reply.source, language), ignored=small_words))


def written(folder: Path, asked: str, said: str) -> Coverage:
    """A letter of one sentence, and a reply of one."""
    (folder / "a-inquiry.txt").write_text(f"Dear Mr Carlsson,\n\n{asked}\n\nYours sincerely,\n", "utf-8")
    (folder / "a-reply.txt").write_text(f"Dear Ms Gomes,\n\n{said}\n\nYours sincerely,\n", "utf-8")
    return coverage_of("a", folder)


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, str], CoveredPoint]]:
    pairs = []
    for exchange, points in FOUND_BY_HAND.items():
        coverage = coverage_of(exchange)
        for by_hand in points:
            [point] = [point for point in coverage.points if point.text.startswith(by_hand["point"])]
            pairs.append((by_hand, point))
    return pairs


def test_at_least_24_of_30_proposals_are_what_a_careful_reader_finds(
    judged: list[tuple[dict[str, str], CoveredPoint]],
) -> None:
    right = [by_hand for by_hand, point in judged if point.proposed == by_hand["answer"]]
    assert len(judged) == 30
    assert len(right) >= 24


def test_nothing_the_reply_passes_over_is_shown_as_answered(judged: list[tuple[dict[str, str], CoveredPoint]]) -> None:
    passed_over = [point for by_hand, point in judged if by_hand["answer"] == Answer.NOT_ANSWERED]
    assert passed_over
    assert all(point.proposed is Answer.NOT_ANSWERED for point in passed_over)


def test_the_words_shown_beside_a_point_are_those_of_the_reply(
    judged: list[tuple[dict[str, str], CoveredPoint]],
) -> None:
    for by_hand, point in judged:
        if point.proposed == by_hand["answer"] and by_hand["words"]:
            assert by_hand["words"][0] in point.bearing[0].text


@pytest.mark.parametrize("exchange", FOUND_BY_HAND)
def test_only_what_is_asked_is_a_point(exchange: str) -> None:
    letter = read_document(EXCHANGES / f"{exchange}-inquiry.txt")
    by_hand = [point["point"] for point in FOUND_BY_HAND[exchange]]
    assert all(fact.quote.startswith(begin) for fact, begin in zip(points_of(letter), by_hand, strict=True))


def test_to_thank_for_a_question_is_not_to_answer_it(tmp_path: Path) -> None:
    asked = "Will the Delegation visit the prison of Zarechny?"
    thanks = "Thank you for your letter of 15 May 2019 on a visit of the Delegation to the prison of Zarechny."
    [point] = written(tmp_path, asked, thanks).points
    assert (point.text, point.proposed, point.bearing) == (asked, Answer.NOT_ANSWERED, ())


def test_the_number_a_question_names_itself_is_no_answer_to_how_many(tmp_path: Path) -> None:
    asked = "How many of the 31 prisoners of Zarechny have been released?"
    said = "The 31 prisoners of Zarechny are treated well, and some of them have been released."
    [point] = written(tmp_path, asked, said).points
    assert (point.proposed, point.because) == (Answer.EVADED, "It asks for a number; the reply names none.")


def test_a_persons_verdict_stands_before_the_proposal() -> None:
    letter = read_document(EXCHANGES / "delegation-inquiry.txt")
    first = points_of(letter)[0]
    coverage = cover(letter, None, {first.id: Answer.ANSWERED})
    assert coverage.points[0].answer is Answer.ANSWERED
    assert [point.fact for point in coverage.open] == [point.id for point in points_of(letter)[1:]]


def test_without_a_reply_every_point_is_open() -> None:
    coverage = cover(read_document(EXCHANGES / "delegation-inquiry.txt"), None)
    assert coverage.reply is None
    assert len(coverage.open) == 5


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "May I ask for your reply by 28 June 2019?"),
        ("fr", "Puis-je vous demander une réponse d’ici au 28 juin 2019 ?"),
        ("de", "Darf ich Sie um Ihre Antwort bis zum 28. Juni 2019 bitten?"),
        ("pl", "Do dnia 28 czerwca 2019 r. uprzejmie proszę o odpowiedź."),
        ("es", "Le ruego que me haga llegar su respuesta a más tardar el 28 de junio de 2019."),
    ],
)
def test_asking_for_a_reply_at_all_is_no_point(language: str, words: str) -> None:
    assert cue_in(words, answer_cues(language).announces)
