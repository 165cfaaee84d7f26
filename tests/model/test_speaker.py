"""Who may have said what stands in a letter, on the letter of the shipped office."""

from pathlib import Path

import pytest

from assistant.model.fact import Act, Attribution
from assistant.model.precedent import Precedent, Record
from assistant.model.speaker import possible_speakers, said_by

SHIPPED = Path(__file__).parents[2] / "precedents" / "2019"
CARLSSON, SHAKIROV = "Sven-Olov Carlsson", "Askar Shakirov"


@pytest.fixture(scope="module")
def letter() -> Precedent:
    record = Record.model_validate_json((SHIPPED / "2019-05-23-carlsson-gomes.json").read_bytes())
    return Precedent(record=record, text=(SHIPPED / "2019-05-23-carlsson-gomes.txt").read_bytes().decode())


def test_the_writer_comes_first_and_everybody_once(letter: Precedent) -> None:
    speakers = possible_speakers(letter)
    assert speakers[:2] == (CARLSSON, SHAKIROV)
    assert len(speakers) == len(set(speakers))
    assert {"Max Bokayev", "Ana Gomes"} <= set(speakers)
    assert "Shakirov" not in speakers


def test_the_writer_speaks_for_himself(letter: Precedent) -> None:
    assert said_by(letter, Act.COMMITMENT, CARLSSON) == (Attribution(name=CARLSSON, act="commits"),)


def test_others_are_told_of_by_the_writer_in_the_words_of_the_letter(letter: Precedent) -> None:
    assert said_by(letter, Act.ACKNOWLEDGEMENT, SHAKIROV) == (
        Attribution(name=CARLSSON, act="reports"),
        Attribution(name=SHAKIROV, act="acknowledges"),
    )


def test_an_act_the_letter_has_no_word_for_is_stated(letter: Precedent) -> None:
    assert said_by(letter, Act.QUESTION, SHAKIROV)[-1].act == "states"


def test_a_letter_without_a_name_has_no_writer(letter: Precedent) -> None:
    nobody = letter.record.letter.model_copy(update={"sender": None})
    bare = letter.model_copy(update={"record": letter.record.model_copy(update={"letter": nobody, "facts": ()})})
    assert said_by(bare, Act.POSITION, SHAKIROV) == (Attribution(name=SHAKIROV, act="states"),)
