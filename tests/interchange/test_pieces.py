"""Whatever goes out comes back: as JSON, as tables, as entities of FollowTheMoney."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.interchange.cells import read_cell, write_cell
from assistant.interchange.follow_the_money import entities_of, piece_of
from assistant.interchange.pieces import PersonPiece, Piece, piece_as_json, piece_from_json
from assistant.interchange.tables import COLUMNS, Row, pieces_of, rows_of
from assistant.model.person import Person
from tests.interchange.pieces import documents, pieces, real


def through_tables(given_pieces: Sequence[Piece]) -> list[Piece]:
    written: defaultdict[str, list[Row]] = defaultdict(list)
    for piece in given_pieces:
        for table, row in rows_of(piece):
            written[table].append(row)
    read: dict[str, list[Row]] = {}
    for table in COLUMNS:
        file = io.StringIO(newline="")
        csv.writer(file).writerows(written[table])
        read[table] = [tuple(row) for row in csv.reader(io.StringIO(file.getvalue(), newline=""))]
    return list(pieces_of(read))


@given(pieces)
def test_json_loses_nothing(piece: Piece) -> None:
    assert piece_from_json(piece_as_json(piece)) == piece


@given(pieces)
def test_tables_lose_nothing(piece: Piece) -> None:
    assert through_tables([piece]) == [piece]


@given(pieces)
def test_follow_the_money_loses_nothing(piece: Piece) -> None:
    read = [piece_of(json.loads(json.dumps(entity))) for entity in entities_of(piece)]
    assert [each for each in read if each] == [piece]


def test_the_real_letters_come_back_from_tables_one_after_the_other() -> None:
    assert through_tables(real()) == real()


@given(st.none() | st.text())
def test_a_cell_holds_any_text_and_nothing_apart_from_the_empty_one(text: str | None) -> None:
    assert read_cell(write_cell(text)) == text


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_begins_a_formula(formula: str) -> None:
    assert write_cell(formula) == f"'{formula}"


def test_a_name_of_which_nothing_shows_is_not_given_to_other_tools() -> None:
    (person,) = entities_of(PersonPiece(person=Person(id="x", name="Ana Gomes", aliases=("\u00ad", "A. Gomes"))))
    assert person["properties"]["alias"] == ["A. Gomes"]


@settings(max_examples=20)
@given(documents())
def test_follow_the_money_accepts_every_entity(piece: Piece) -> None:
    model = pytest.importorskip(
        "followthemoney", reason="runs where followthemoney is installed (it needs a compiler), as in .ci/run"
    ).model
    for entity in entities_of(piece):
        model.get_proxy(entity, cleaned=False)
        model.get(entity["schema"]).validate(entity)


def test_follow_the_money_accepts_the_real_letters_and_keeps_their_words() -> None:
    ftm = pytest.importorskip(
        "followthemoney", reason="runs where followthemoney is installed (it needs a compiler), as in .ci/run"
    )
    for piece in real():
        for entity in entities_of(piece):
            ftm.model.get(entity["schema"]).validate(entity)
            proxy = ftm.model.get_proxy(entity)
            assert set(proxy.properties) >= set(entity["properties"]) - {"language"}
