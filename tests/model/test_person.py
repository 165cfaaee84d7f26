import pytest
from pydantic import ValidationError

from assistant.model.person import Person


@pytest.mark.parametrize("name", ["", " ", "\t\x1c"])
def test_nobody_is_without_a_name(name: str) -> None:
    with pytest.raises(ValidationError, match="a person needs a name"):
        Person(id="x", name=name)


def test_an_alias_somebody_left_empty_is_no_name() -> None:
    assert Person(id="x", name="Ana Gomes", aliases=("", "A. Gomes", " ")).names == ("Ana Gomes", "A. Gomes")


@pytest.mark.parametrize(("name", "surname"), [("Ana Gomes", "Gomes"), ("Gomes", "Gomes"), (" Ana  Gomes ", "Gomes")])
def test_the_surname_is_the_last_word(name: str, surname: str) -> None:
    assert Person(id="x", name=name).surname == surname
