import pytest

from assistant.tui.literal import find_snippet, find_words, matched_words, show, show_around, show_line, unmark

SNIPPET = "…there were cases of \x02illegal\x03 \x02force\x03 against prisoners…"


@pytest.mark.parametrize(
    "words",
    [
        "[bold]not bold[/bold]",
        "[@click=app.quit]press me[/]",
        "[/]",
        "\\[b]",
        "[link=file:///etc/passwd]x[/link]",
        "🕊 {x}",
    ],
)
def test_markup_is_words(words: str) -> None:
    content = show(words)
    assert content.plain == words
    assert content.spans == []


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x1b]52;c;eA==\x07", "\x9b31m", "\u202etxt.exe", "\u2067x", "\ud800"])
def test_nothing_is_left_for_a_terminal_to_obey(hostile: str) -> None:
    plain = show(hostile).plain
    assert len(plain) == len(hostile)
    assert not set(plain) & set("\x1b\x07\x9b\u202e\u2067\ud800")
    assert plain.encode("utf-8")


def test_a_line_is_one_line() -> None:
    assert show_line("Ana\n  Gomes\tMEP").plain == "Ana Gomes MEP"


def test_the_words_a_search_found_are_those_between_the_marks() -> None:
    assert matched_words(SNIPPET) == {"illegal", "force"}


def test_matched_words_stand_out() -> None:
    content = show_around(unmark(SNIPPET), matched_words(SNIPPET), 120, "bold")
    assert content.plain == "…there were cases of illegal force against prisoners…"
    assert [content.plain[span.start : span.end] for span in content.spans] == ["illegal", "force"]


@pytest.mark.parametrize("before", ["word " * 100, "x" * 1000 + " "])
def test_a_long_text_is_cut_around_its_first_match(before: str) -> None:
    content = show_around(f"{before}here{' word' * 100}", frozenset({"here"}), 60, "bold")
    assert "here" in content.plain
    assert len(content.plain) <= 60


def test_a_text_with_markup_stands_out_as_words() -> None:
    assert show_around("[red]a[/red]", frozenset({"a"}), 40, "bold").plain == "[red]a[/red]"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Force, force; enforce", {"force"}, ["Force", "force"]),  # whole words, whatever the case
        ("ŚWIĄCICKI spoke", {"świącicki"}, ["ŚWIĄCICKI"]),
        ("a+b (c)", {"a+b"}, ["a+b"]),  # no pattern, however it looks
        ("nothing", set(), []),
    ],
)
def test_words_are_found_in_a_text(text: str, words: set[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in find_words(text, frozenset(words))] == found


TEXT = "Dear Ms Gomes,\n\nthere were cases of illegal\nforce against prisoners; there was “force”."


@pytest.mark.parametrize(
    ("snippet", "words"),
    [
        ("…cases of \x02illegal\x03 \x02force\x03 against…", "illegal\nforce"),  # over the break of a line
        ("…there was “\x02force\x03”.", "force”."),  # a mark in the middle of a word
        ("\x02Dear\x03 Ms Gomes, there were…", "Dear"),
    ],
)
def test_the_place_of_a_snippet_is_found_again(snippet: str, words: str) -> None:
    assert TEXT[find_snippet(TEXT, snippet) :].startswith(words)


@pytest.mark.parametrize("snippet", ["", "no mark", "…words of \x02another\x03 letter", "\x02\x03", "…[a-\x02z]*(\x03"])
def test_a_place_that_cannot_be_told_is_the_beginning(snippet: str) -> None:
    assert find_snippet(TEXT, snippet) == 0
