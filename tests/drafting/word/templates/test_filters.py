import pytest

from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import RichText, Run
from assistant.errors import FindingsError
from tests.drafting.word.building import body_of, make_document

RICH = RichText(runs=(Run(text="Dear "), Run(text="colleague", italic=True)))


def printed(tag: str, **values: object) -> str:
    return "".join(body_of(compile_template(make_document(tag), "letter.docx").fill(values)))


@pytest.mark.parametrize(
    ("tag", "value", "expected"),
    [
        ("{{ x|upper }}", "Świącicki", "ŚWIĄCICKI"),
        ("{{ x|lower }}", "ANA", "ana"),
        ("{{ x|title }}", "the right-hand man's view", "The Right-Hand Man's View"),
        ("{{ x|capitalize }}", "dEAR", "Dear"),
        ("{{ x|trim }}", "  a  ", "a"),
        ("{{ x|length }}", "four", "4"),
        ("{{ x|count }}", [1, 2], "2"),
        ("{{ x|first }}{{ x|last }}", ["a", "b", "c"], "ac"),
        ("{{ x|join(', ') }}", ["Gomes", 3], "Gomes, 3"),
        ("{{ x|join }}", ("a", "b"), "ab"),
        ("{{ x|e }}", "S&D", "S&D"),
        ("{{ x|upper }}", RICH, "DEAR COLLEAGUE"),
        ("{{ [x, x]|join('; ') }}", RICH, "Dear colleague; Dear colleague"),
        ("{{ (x|first).name }}", [{"name": "Ana"}], "Ana"),
        ("{{ x|default('none') }}", None, "none"),
        ("{{ y|default('none') }}", "", "none"),
        ("{{ x.y.z|d('none') }}", {}, "none"),
        ("{{ x|default('none') }}", "", ""),
        ("{{ x|default('none', true) }}", "", "none"),
    ],
)
def test_a_filter_changes_what_is_printed(tag: str, value: object, expected: str) -> None:
    assert printed(tag, x=value) == expected


@pytest.mark.parametrize(
    ("tag", "value", "told"),
    [
        ("{{ x|upper }}", ["a"], "the filter “upper” needs a text, not a list"),
        ("{{ x|title }}", RICH, "the filter “title” needs a text, not formatted text"),
        ("{{ x|length }}", 3, "the filter “length” needs a list or a text, not a number"),
        ("{{ x|first }}", [], "the filter “first” needs a list with at least one item, not an empty list"),
        ("{{ x|join }}", {"a": 1}, "the filter “join” needs a list, not a group of values"),
        ("{{ x|join(x) }}", ["a"], "the filter “join” needs a text, not a list"),
        ("{{ x|trim }}", True, "the filter “trim” needs a text, not a yes or no"),
        ("{{ x|trim }}", None, "the filter “trim” needs a text, not an empty value"),
    ],
)
def test_a_filter_that_does_not_fit_its_value_is_told(tag: str, value: object, told: str) -> None:
    with pytest.raises(FindingsError) as raised:
        printed(tag, x=value)
    assert [finding.message for finding in raised.value.findings] == [f"“{tag}”: {told}."]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("x == 'a'", "yes"),
        ("x != 'a'", "no"),
        ("n > 2 and n <= 3", "yes"),
        ("n >= 4 or not x", "no"),
        ("x in ['a', 'b']", "yes"),
        ("x not in 'abc'", "no"),
        ("'k' in g", "yes"),
        ("missing is defined", "no"),
        ("x is defined and missing is not defined", "yes"),
        ("nothing is none", "yes"),
        ("g['k'] == 1 and l[-1] == 2 and l[0] == 1", "yes"),
        ("g[x]|default(0) == 0", "yes"),
        ("(1 if x else 2) == 1", "yes"),
        ("nothing", "no"),
    ],
)
def test_a_condition_compares_and_combines(test: str, expected: str) -> None:
    values: dict[str, object] = {"x": "a", "n": 3, "g": {"k": 1}, "l": [1, 2], "nothing": None}
    assert printed(f"{{% if {test} %}}yes{{% else %}}no{{% endif %}}", **values) == expected


def test_the_first_branch_that_holds_is_printed() -> None:
    tag = "{% if n > 2 %}many{% elif n == 2 %}two{% elif n %}one{% else %}none{% endif %}"
    assert [printed(tag, n=n) for n in (3, 2, 1, 0)] == ["many", "two", "one", "none"]


def test_a_loop_knows_where_it_is() -> None:
    tag = "{% for a in x %}{{ loop.index }}/{{ loop.length }}{{ a }}{{ loop.revindex0 }} {% else %}none{% endfor %}"
    assert printed(tag, x=["a", "b"]) == "1/2a1 2/2b0 "
    assert printed(tag, x=[]) == "none"


def test_an_inner_loop_hides_the_outer_one_and_gives_it_back() -> None:
    tag = "{% for a in x %}{% for a in a %}{{ a }}{{ loop.last }}{% endfor %}{{ loop.index }}{% endfor %}"
    with pytest.raises(FindingsError, match="1 error"):
        printed(tag, x=[[1], [2]])
    assert printed(tag.replace("{{ loop.last }}", ""), x=[[1, 2], [3]]) == "12132"
