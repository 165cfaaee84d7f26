import pytest

from assistant.extraction.mentions.entities import name_parts, slug


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Marcin Świącicki", "marcin-swiacicki"),
        ("Sven-Olov Carlsson", "sven-olov-carlsson"),
        ("Ерімбетов", "erimbetov"),
    ],
)
def test_an_entity_is_written_in_plain_letters(name: str, entity: str) -> None:
    assert slug(name_parts(name)) == entity
