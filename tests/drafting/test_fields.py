import pytest

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
]


@pytest.mark.parametrize(("kind", "value", "fits"), SHAPES)
def test_a_value_has_the_shape_of_its_field(kind: FieldType, value: object, fits: bool) -> None:  # noqa: FBT001 - pytest passes it
    assert (Field(name="a", label="A", type=kind).problem(value) is None) is fits


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
    ],
)
def test_one_text_can_fill_any_field(kind: FieldType, text: str, value: object) -> None:
    assert Field(name="a", label="A", type=kind).from_text(text) == value


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
