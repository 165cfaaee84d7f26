import pytest
from pydantic import ValidationError

from assistant.drafting.checks.fields import check_fields
from assistant.drafting.fields import Field, FieldType
from assistant.drafting.language import load_language
from tests.drafting.desk import follow_up, template

ENGLISH = load_language("en")

SHAPES: list[tuple[FieldType, object, bool]] = [
    (FieldType.TEXT, "words", True),
    (FieldType.TEXT, ["words"], False),
    (FieldType.DATE, "2019-06-20", True),
    (FieldType.DATE, "20 June 2019", False),
    (FieldType.DATE, "2019-02-30", False),
    (FieldType.DATE, "20190620", False),
    (FieldType.LIST, ["a", "b"], True),
    (FieldType.LIST, "a", False),
    (FieldType.LIST, [["a"]], False),
    (FieldType.PARTY, {"name": "X", "lines": ["X"]}, True),
    (FieldType.PARTY, {"name": "X", "street": "Y"}, False),
    (FieldType.PARTY, {"lines": "X"}, False),
    (FieldType.PARTY, {"name": ["X"]}, False),
    (FieldType.PARTY, "X", False),
    (FieldType.CHOICE, "the Council", True),
    (FieldType.CHOICE, "the council", False),
    (FieldType.CHOICE, ["the Council"], False),
    (FieldType.ROWS, [{"name": "X", "country": "Y"}, {"name": "Z"}], True),
    (FieldType.ROWS, [], True),
    (FieldType.ROWS, [{"name": "X", "party": "Y"}], False),
    (FieldType.ROWS, [{"name": ["X"]}], False),
    (FieldType.ROWS, ["X"], False),
    (FieldType.ROWS, {"name": "X"}, False),
]


def field_of(kind: FieldType) -> Field:
    """A field of a type, with what this type needs."""
    options = ("the Commission", "the Council") if kind is FieldType.CHOICE else ()
    parts = {"name": "Name", "country": "Country"} if kind is FieldType.ROWS else {}
    return Field(name="a", label="A", type=kind, options=options, parts=parts)


@pytest.mark.parametrize(("kind", "value", "fits"), SHAPES)
def test_a_value_has_the_shape_of_its_field(kind: FieldType, value: object, fits: bool) -> None:
    assert (field_of(kind).problem(value) is None) is fits


def test_a_choice_without_options_and_rows_without_parts_are_no_fields() -> None:
    for said in ({"type": "choice"}, {"type": "rows"}, {"options": ["a"]}, {"parts": {"a": "A"}}):
        with pytest.raises(ValidationError, match=r"needs? (options|parts)"):
            Field.model_validate({"name": "a", "label": "A", **said})


def test_a_row_is_printed_with_all_of_its_parts() -> None:
    rows = field_of(FieldType.ROWS)
    assert rows.printed([{"country": "Poland"}], ENGLISH) == [{"name": "", "country": "Poland"}]
    assert rows.printed(None, ENGLISH) == []
    assert rows.texts([{"name": "X", "country": "Y"}, {"name": "Z"}]) == ("X", "Y", "Z")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldType.TEXT, " a; b ", "a; b"),
        (FieldType.LIST, "a; b\nc;", ["a", "b", "c"]),
        (
            FieldType.PARTY,
            "Anna Kowalska; Rue Wiertz 60",
            {"name": "Anna Kowalska", "lines": ["Anna Kowalska", "Rue Wiertz 60"]},
        ),
        (FieldType.CHOICE, " the Council ", "the Council"),
        (
            FieldType.ROWS,
            "A B | Poland; C\n| Malta",
            [{"name": "A B", "country": "Poland"}, {"name": "C"}, {"country": "Malta"}],
        ),
    ],
)
def test_one_text_can_fill_any_field(kind: FieldType, text: str, value: object) -> None:
    assert field_of(kind).from_text(text) == value


def test_dates_are_printed_in_words_and_nothing_as_nothing() -> None:
    assert Field(name="a", label="A", type=FieldType.DATE).printed("2019-06-20", ENGLISH) == "20 June 2019"
    assert Field(name="a", label="A", type=FieldType.LIST).printed(None, ENGLISH) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("subject", "", "field-missing"),
        ("subject", ["a"], "field-shape"),
        ("subject", "About [subject]", "placeholder"),
        ("recipient", {"name": "X", "lines": ["TODO"]}, "placeholder"),
        ("date", "20 June 2019", "field-shape"),
        ("reply_by", "2019-08-01", "field-not-in-text"),
        ("cc", "EEAS", "field-unknown"),
    ],
)
def test_every_way_to_fill_a_field_wrongly_has_a_name(name: str, value: object, code: str) -> None:
    draft = follow_up()
    wrong = draft.model_copy(update={"fields": {**draft.fields, name: value}})
    assert [finding.code for finding in check_fields(wrong, template(), ENGLISH)] == [code]
