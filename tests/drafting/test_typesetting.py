import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.body import CitationGroup, escape_markdown
from assistant.drafting.typesetting import BULLETED, CONTINUED, KEPT, LAST, NUMBERED, typeset
from assistant.drafting.word.values import Footnote, Paragraph, Run


class Keys:
    """Notes that say the keys of the citations they stand for; `fr` documents are in French."""

    def __init__(self, *, after_punctuation: bool = True) -> None:
        self.after_punctuation = after_punctuation

    def footnote(self, group: CitationGroup) -> Footnote:
        return Footnote(text=" ".join(citation.key for citation in group.citations))

    def foreign_language(self, group: CitationGroup) -> str | None:
        return "fr" if group.citations[0].precedent.startswith("fr") else None


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    return typeset(body, Keys()).paragraphs


def runs(body: str) -> tuple[Run, ...]:
    return paragraphs(body)[0].text.runs


def words(paragraph: Paragraph) -> str:
    return "".join(run.text + (f"[{run.note.text}]" if run.note else "") for run in paragraph.text.runs)


def outline(body: str) -> list[tuple[str | None, int | None, str]]:
    return [(paragraph.style, paragraph.number, words(paragraph)) for paragraph in paragraphs(body)]


def test_emphasis_and_links_become_runs() -> None:
    assert runs("a *b* **c** [d](https://europarl.europa.eu)") == (
        Run(text="a "),
        Run(text="b", italic=True),
        Run(text=" "),
        Run(text="c", bold=True),
        Run(text=" "),
        Run(text="d", link="https://europarl.europa.eu"),
    )


def test_a_list_keeps_its_numbers_and_what_stands_inside_an_item() -> None:
    assert outline("Two:\n\n1. one\n\n   more\n\n2. two\n\n- dash\n\nEnd.\n\n1. again\n\nLast.") == [
        (LAST, None, "Two:"),
        (NUMBERED + KEPT, 0, "one"),
        (CONTINUED, None, "more"),
        (NUMBERED, 0, "two"),
        (BULLETED, None, "dash"),
        (LAST, None, "End."),
        (NUMBERED + KEPT, 1, "again"),
        (LAST, None, "Last."),
    ]


def test_what_introduces_a_list_stays_on_its_page() -> None:
    long = "Last. " * 20
    styles = [style for style, _, _ in outline(f"One.\n\nTwo:\n\n- a\n- b\n\n{long}")]
    assert styles == [None, LAST, BULLETED, BULLETED, LAST]


def test_a_signature_never_stands_under_a_single_line() -> None:
    assert [style for style, _, _ in outline("One.\n\nTwo.\n\nThanks.")] == [None, LAST, LAST]
    assert [style for style, _, _ in outline("- a\n- b\n\nThanks.")] == [BULLETED, BULLETED + KEPT, LAST]


def test_a_letter_that_ends_with_a_list_keeps_its_last_item_with_the_closing() -> None:
    assert [style for style, _, _ in outline("- one\n- two")] == [BULLETED, BULLETED + KEPT]


def test_a_number_the_person_chose_is_not_counted_anew() -> None:
    assert outline("5. fifth\n6. sixth\n\nMore.\n\nEnd.")[:2] == [(None, None, "5. fifth"), (None, None, "6. sixth")]


@pytest.mark.parametrize(
    "body", ["# no heading", "> no block", "`no code`", "<b>no tag</b>", "&amp; no entity", "a | b", "***"]
)
def test_what_else_markdown_could_mean_is_printed_letter_by_letter(body: str) -> None:
    assert words(paragraphs(body)[0]) == body


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("“so” [@a#f1].", "“so”.[a#f1]"),
        ("“so.” [@a#f1] And on.", "“so.”[a#f1] And on."),
        ("“so” [@a#f1], and on", "“so”,[a#f1] and on"),
        ("“so” [@a#f1; @b#f2].", "“so”.[a#f1 b#f2]"),
        ("“so” [@a#f1] [@b#f2].", "“so”.[a#f1 b#f2]"),
        ("*so* [@a#f1]", "so[a#f1]"),
        ("[@a#f1]", "[a#f1]"),
        (r"\[@a#f1]", "[@a#f1]"),
        ("[@not a key]", "[@not a key]"),
    ],
)
def test_a_citation_becomes_a_note_behind_the_punctuation(body: str, printed: str) -> None:
    assert words(paragraphs(body)[0]) == printed


def test_where_the_custom_is_another_the_mark_stands_before_the_punctuation() -> None:
    made = typeset("« oui » [@a#f1].", Keys(after_punctuation=False)).paragraphs
    assert words(made[0]) == "« oui »[a#f1]."


def test_a_quotation_in_another_language_is_marked_without_its_marks() -> None:
    made = runs("He wrote: “nous *viendrons* bientôt” [@fr-1#f1], and “so” [@en-1#f2].")
    assert [run.text for run in made if run.language == "fr"] == ["nous ", "viendrons", " bientôt"]


def test_lines_of_one_paragraph_flow() -> None:
    assert words(paragraphs("one\ntwo")[0]) == "one two"
    assert words(paragraphs("one\\\ntwo")[0]) == "one\ntwo"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.just(" "), max_size=40))
def test_escaped_words_are_printed_as_the_words_they_are(text: str) -> None:
    printed = [words(paragraph) for paragraph in paragraphs(escape_markdown(text.strip()))]
    assert printed == ([text.strip()] if text.strip() else [])
