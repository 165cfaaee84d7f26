from pathlib import Path

import pytest

from assistant.drafting.language import load_language
from assistant.drafting.starter import Markdown, names_in, render_default, render_starter
from assistant.errors import DamagedRecordError

ENGLISH = load_language("en")
PATH = Path("letter_templates/own/template.toml")


def test_values_are_printed_as_words_and_markdown_as_markdown() -> None:
    names = {"event": "the *first* [day]", "quoted": Markdown("“so” [@a#f1]")}
    made = render_starter("About {{ event }}: {{ quoted }}", names, ENGLISH, PATH)
    assert made == r"About the \*first\* \[day\]: “so” [@a#f1]"


def test_a_number_that_begins_a_line_is_kept_from_beginning_a_list_and_no_other() -> None:
    names = {"day": "19. Juli"}
    made = render_starter("bis zum {{ day }}\n\n{{ day }}\n\n1. {{ day }}", names, ENGLISH, PATH)
    assert made == "bis zum 19. Juli\n\n19\\. Juli\n\n1. 19\\. Juli"


def test_a_word_before_a_value_is_elided_where_the_language_asks() -> None:
    italian = load_language("it")
    for day, words in (("8 maggio", "entro l’8 maggio"), ("9 maggio", "entro il 9 maggio")):
        assert render_default('{{ day | behind("entro il") }}', {"day": day}, italian, PATH) == words


def test_defaults_are_plain_text() -> None:
    assert render_default("On {{ event }}", {"event": "a *day*"}, ENGLISH, PATH) == "On a *day*"


def test_what_a_condition_leaves_out_leaves_no_gap() -> None:
    source = "One.\n\n{% if no %}\nTwo.\n{% endif %}\n\n{% for x in [] %}\n{{ x }}\n\n{% endfor %}\nThree.\n"
    assert render_starter(source, {"no": ""}, ENGLISH, PATH) == "One.\n\nThree."


def test_a_list_becomes_a_series() -> None:
    assert render_default("{{ who | series }}", {"who": ["a", "b", "c"]}, ENGLISH, PATH) == "a, b and c"


@pytest.mark.parametrize(
    "source",
    [
        "{{ nobody }}",
        "{{ name.nothing }}",
        "{% if %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ name.__class__.__base__.__subclasses__() }}",
        "{{ range(9) }}",
        "{{ cycler }}",
        "{% include '/etc/hostname' %}",
    ],
)
def test_a_starter_reaches_nothing_but_its_values(source: str) -> None:
    with pytest.raises(DamagedRecordError, match=r"template\.toml: "):
        render_starter(source, {"name": "x"}, ENGLISH, PATH)


def test_the_names_a_starter_uses_are_known_without_rendering_it() -> None:
    assert names_in("{% for p in letter.points %}{{ p }}{% endfor %}{{ event }}", ENGLISH) == {"letter", "event"}
