import pytest

from assistant.drafting.word.places import Place, read_place
from assistant.drafting.word.templates.tags import Tag, TagKind, find_tags, half_written, read_tag

HERE = Place("word/document.xml", 3)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{{ x }}", Tag(TagKind.PRINT, "x", HERE)),
        ("{{x}}", Tag(TagKind.PRINT, "x", HERE)),
        ("{{p}}", Tag(TagKind.PRINT, "p", HERE)),
        ("{{r x }}", Tag(TagKind.PRINT, "x", HERE, "r")),
        ("{%p for a in b %}", Tag(TagKind.STATEMENT, "for a in b", HERE, "p")),
        ("{%tr\u00a0endfor %}", Tag(TagKind.STATEMENT, "endfor", HERE, "tr")),
        ("{%- if x -%}", Tag(TagKind.STATEMENT, "if x", HERE, "", joins_before=True, joins_after=True)),
        ("{#tc gone #}", Tag(TagKind.COMMENT, "gone", HERE, "tc")),
        ("{_{", Tag(TagKind.LITERAL, "{{", HERE)),
        ("%_}", Tag(TagKind.LITERAL, "%}", HERE)),
        ("{{ x|default(“it’s”) }}", Tag(TagKind.PRINT, 'x|default("it’s")', HERE)),
        ("{% if\nx\t%}", Tag(TagKind.STATEMENT, "if x", HERE)),
        ("{{ -1 }}", Tag(TagKind.PRINT, "-1", HERE)),
    ],
)
def test_a_tag_is_taken_apart(words: str, expected: Tag) -> None:
    assert read_tag(words, HERE) == expected


@pytest.mark.parametrize(
    ("text", "tags", "halves"),
    [
        ("a {{ b }} c", ["{{ b }}"], []),
        ("{{ a } and {{ b }}", ["{{ b }}"], ["{{ a } and {{ b }}"]),
        ("{a} {_{ b }_} {%", ["{_{", "}_}"], ["{%"]),
        ("b }} c", [], ["}}"]),
        ("{{ a %}", [], ["{{ a %}", "%}"]),
        ("{# a {{ b }} #}", ["{{ b }}"], ["{# a {{ b }} #}", "#}"]),
    ],
)
def test_whole_tags_are_found_and_half_ones_too(text: str, tags: list[str], halves: list[str]) -> None:
    found = list(find_tags(text))
    assert [match.group() for match in found] == tags
    assert list(half_written(text, found)) == halves


@pytest.mark.parametrize("place", [Place("word/header1.xml", 2), Place("docProps/core.xml")])
def test_a_place_is_found_again_by_what_a_finding_says(place: Place) -> None:
    assert read_place(str(place)) == place
