from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.precedents.sounds import coarse_ways, distance, spoken

ONE_WORD = [
    ("Жумагулов", "Jumagulov"),
    ("Żumagułow", "Zhumagulov"),
    ("Dschakischew", "Dzhakishev"),
    ("Tsikhanouskaya", "Tikhanovskaya"),
    ("Bialiatski", "Belyatsky"),
    ("Yaqublu", "Yagublu"),
    ("Məmmədov", "Mammadov"),
    ("Uladzimir", "Vladimir"),
    ("Lukashenka", "Lukashenko"),
    ("Sannikau", "Sannikov"),
    ("Saakaschwili", "Saakashvili"),
    ("Abdullah", "Abdulla"),
    ("Maks", "Max"),
]
TWO_WORDS = [
    ("Zhumagulov", "Zhumagulova"),
    ("Almat", "Almas"),
    ("Askar", "Askarov"),
    ("Marat", "Murat"),
    ("Mehmet", "Ahmet"),
    ("Aliyev", "Valiyev"),
    ("Petrov", "Petrovsky"),
    ("Samir", "Samira"),
]


def nearest(one: str, other: str) -> float:
    return min(distance(said, heard, surname=True) for said in spoken(one) for heard in spoken(other))


@pytest.mark.parametrize(("one", "other"), ONE_WORD)
def test_transliterations_of_one_word_sound_alike(one: str, other: str) -> None:
    assert nearest(one, other) < 0.5
    assert coarse_ways(one) & coarse_ways(other)


@pytest.mark.parametrize(("one", "other"), TWO_WORDS)
def test_two_words_do_not(one: str, other: str) -> None:
    assert nearest(one, other) >= 0.5


def test_a_given_name_in_o_is_not_the_one_in_a() -> None:
    assert distance("mirka", "mirko") == inf
    assert distance("babarika", "babariko", surname=True) < 0.5


@given(st.text(max_size=30))
def test_every_word_can_be_said_and_sounds_like_itself(word: str) -> None:
    assert spoken(word)
    assert coarse_ways(word)
    assert nearest(word, word) == 0


@given(st.text("abdefghijklmnoprstuvz", max_size=10), st.text("abdefghijklmnoprstuvz", max_size=10))
def test_two_words_are_as_far_apart_from_either_side(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one))
