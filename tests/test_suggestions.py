"""What is suggested for the fields of a letter."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.drafting.fields import Field, FieldType
from assistant.founding import make_office
from assistant.office import Office
from assistant.writing import LetterRequest

CARLSSON = "2019-05-23-carlsson-gomes"
TODAY = dt.date(2019, 6, 20)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    make_office(tmp_path, examples=True)
    return Office(tmp_path)


def field(office: Office, name: str) -> Field:
    return office.writing.library.get("follow-up").field(name)


def begin(office: Office, **fields: str) -> Path:
    request = LetterRequest(template="follow-up", answering=CARLSSON, fields=fields, today=TODAY)
    return office.writing.new_draft(request)


def test_people_are_suggested_with_their_role_and_the_lines_of_their_address(office: Office) -> None:
    [found] = office.writing.suggestions("en").suggest(field(office, "recipient"), "stang")
    assert found.person == found.label == "Antonio Stango"
    assert found.note.startswith("President")
    assert found.text.splitlines()[0] == "Mr Antonio Stango"


def test_they_are_found_by_any_words_of_name_or_role(office: Office) -> None:
    suggestions = office.writing.suggestions("en")
    assert suggestions.suggest(field(office, "recipient"), "head delegation")[0].person == "Sven-Olov Carlsson"
    assert suggestions.suggest(field(office, "recipient"), "nobody at all") == ()


def test_what_earlier_drafts_said_is_suggested_and_not_what_stands_there(office: Office) -> None:
    begin(office, subject="Prison visits", copies="European External Action Service; The family")
    suggestions = office.writing.suggestions("en")
    assert [each.text for each in suggestions.suggest(field(office, "subject"), "pris")] == ["Prison visits"]
    assert "Prison visits" not in [each.text for each in suggestions.suggest(field(office, "subject"), "Prison visits")]
    assert [each.text for each in suggestions.suggest(field(office, "copies"))] == [
        "European External Action Service",
        "The family",
    ]


def test_a_draft_that_cannot_be_read_suggests_nothing(office: Office) -> None:
    begin(office).write_text("---\nfields: [\n---\n", "utf-8")
    assert office.writing.suggestions("en").suggest(field(office, "subject"), "Follow") == ()


def test_salutation_and_closing_follow_the_addressee_unless_somebody_chose_them(office: Office) -> None:
    draft = office.writing.drafts.load(begin(office)).draft
    changed = office.writing.readdressed(draft, "Antonio Stango", TODAY)
    assert changed.addressee == "Antonio Stango"
    assert changed.fields["salutation"] != draft.fields["salutation"]
    assert (changed.body, changed.fields["subject"]) == (draft.body, draft.fields["subject"])
    chosen = draft.model_copy(update={"fields": {**draft.fields, "salutation": "Dear friend,"}})
    assert office.writing.readdressed(chosen, "Antonio Stango", TODAY).fields["salutation"] == "Dear friend,"


@pytest.mark.parametrize(
    ("kind", "value", "lines"),
    [
        (FieldType.TEXT, "one text", "one text"),
        (FieldType.LIST, ["one; two", "three"], "one; two\nthree"),
        (FieldType.ROWS, [{"a": "x", "b": "y"}, {"a": "z"}], "x | y\nz | "),
        (FieldType.PARTY, {"name": "Ana", "office": "member", "lines": ["Ms Ana", "Brussels"]}, "Ms Ana\nBrussels"),
    ],
)
def test_a_form_shows_a_value_line_by_line_and_gives_the_same_value_back(
    kind: FieldType, value: object, lines: str
) -> None:
    parts = {"a": "A", "b": "B"} if kind is FieldType.ROWS else {}
    shown = Field(name="f", label="F", type=kind, parts=parts)
    assert shown.as_lines(value) == lines
    assert shown.from_lines(lines, value) == value


def test_a_party_keeps_its_office_and_takes_another_name_with_its_first_line() -> None:
    shown = Field(name="f", label="F", type=FieldType.PARTY)
    before = {"name": "Ana", "office": "member", "lines": ["Ms Ana"]}
    assert shown.from_lines("Ms Ana\nRoom 5", before) == {**before, "lines": ["Ms Ana", "Room 5"]}
    assert shown.from_lines("Mr Paul", before) == {**before, "name": "Mr Paul", "lines": ["Mr Paul"]}
    assert shown.from_lines(" \n", before) == {}
