import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.model.folding import fold
from assistant.precedents.index.match import marked_words
from assistant.precedents.index.query import parse_query
from assistant.precedents.index.snippet import MARK_OFF, MARK_ON, snippet
from tests.conftest import LETTERS

CARLSSON = (LETTERS / "carlsson.txt").read_bytes().decode()
PRESS = (LETTERS / "press_conference.txt").read_bytes().decode()


def cut(text: str, typed: str) -> str:
    """The snippet with the marked words in angle brackets."""
    words = marked_words(parse_query(typed))
    assert words
    return snippet(text, fold(text), words).replace(MARK_ON, "<").replace(MARK_OFF, ">")


def test_the_matched_words_are_marked_as_they_stand_in_the_letter() -> None:
    assert "Mr Shakirov acknowledged that there were cases of <illegal> <force> against" in cut(
        CARLSSON, "ILLEGAL force"
    )
    assert "Polish Sejm, [Marcin <Świącicki>](#)" in cut(PRESS, "swiacicki")
    assert "<zero tolerance> to torture" in cut(CARLSSON, '"zero tolerance"')


def test_the_stretch_with_most_of_the_words_is_shown() -> None:
    shown = cut(CARLSSON, "kazakhstan rule law programme")
    assert "new regional EU-Central Asia <Rule> of <Law> <programme>" in shown


def test_a_phrase_may_go_over_the_end_of_a_line() -> None:
    assert "<This issue was also raised>" in cut(CARLSSON, '"this issue was also raised"')


def test_a_beginning_marks_the_whole_word() -> None:
    assert "<prisoners>" in cut(CARLSSON, "prisone*")


def test_words_cut_off_are_told_by_dots() -> None:
    assert cut("force " + "and " * 100, "force").startswith("<force> and")
    assert cut("and " * 100 + "force", "force").endswith("and <force>")
    assert re.fullmatch(r"…(and )+<force>( and)+…", cut("and " * 100 + "force" + " and" * 100, "force"))


def test_no_sign_of_the_text_can_look_like_a_mark() -> None:
    assert cut("il\x02legal \x02force\x03 here", "force") == "illegal <force> here"


def test_a_text_that_is_another_by_now_breaks_nothing() -> None:
    words = marked_words(parse_query("force"))
    assert words
    assert MARK_ON not in snippet("quite another text", fold("so many words " * 50 + "force"), words)


@given(st.text(max_size=300), st.text(alphabet="abcß é\u0301ж", min_size=1, max_size=10))
def test_what_is_shown_without_its_marks_stands_in_the_text(text: str, word: str) -> None:
    whole = f"{text} {word} {text}"
    words = marked_words(parse_query(word))
    if words is None:
        return
    shown = snippet(whole, fold(whole), words).replace(MARK_ON, "").replace(MARK_OFF, "").strip("…")
    plain = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", whole)
    assert " ".join(shown.split()) in " ".join(plain.split())
