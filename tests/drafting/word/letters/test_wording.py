from assistant.drafting.word.letters.bookmarks import put_bookmarks
from assistant.drafting.word.letters.wording import NoteMark, Wording, read_wording
from assistant.drafting.word.parts.intake import open_safely
from tests.drafting.word.building import make_document, paragraph, run

MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTE = '<w:footnote w:id="{}">{}</w:footnote>'
LETTER = make_document(
    "Dear Minister,",
    "",
    paragraph("You wrote: ", run("“we will visit”", "<w:i/>"), MARK.format(7), " and left.", "<w:r><w:tab/></w:r>"),
    footnotes=NOTE.format(7, paragraph("Letter of  23 May.")),
)


def bookmarked(spans: dict[str, tuple[int, int]]) -> Wording:
    package = open_safely(LETTER, "letter")
    put_bookmarks(package, spans)
    return read_wording(package.write())


def test_a_letter_is_read_as_its_paragraphs_and_the_marks_of_its_notes() -> None:
    wording = read_wording(LETTER)
    assert wording.paragraphs == ("Dear Minister,", "You wrote: “we will visit” and left.\t")
    assert wording.marks == (NoteMark(at=wording.text.index(" and left"), words="Letter of 23 May."),)
    assert [wording.text[slice(*wording.span(index))] for index in (0, 1)] == list(wording.paragraphs)
    assert [wording.paragraph_at(at) for at in (0, 14, 16)] == [0, 0, 1]


def test_what_was_deleted_under_tracked_changes_is_not_said() -> None:
    gone = f"<w:del w:id='1'><w:r><w:delText>not </w:delText></w:r>{MARK.format(7)}</w:del>"
    moved = f"<w:moveFrom w:id='2'>{run('ever ')}</w:moveFrom>"
    added = f"<w:ins w:id='3'>{run('gladly ')}</w:ins>"
    wording = read_wording(make_document(paragraph("We will ", gone, moved, added, "come.")))
    assert (wording.text, wording.marks, wording.revisions) == ("We will gladly come.", (), 3)


def test_words_of_a_text_box_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<w:r><mc:AlternateContent {compatibility}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    wording = read_wording(make_document(paragraph("Beside.", f"{both}</mc:AlternateContent></w:r>")))
    assert sorted(wording.paragraphs) == ["Beside.", "In a box."]


def test_a_bookmark_encloses_its_words_wherever_runs_begin_and_changes_none() -> None:
    before = read_wording(LETTER)
    for words in ("we will visit", "“we will visit”", "wrote: “we", "Dear", "visit” and left.", "Minister,"):
        start = before.text.index(words)
        after = bookmarked({"_Cited_0": (start, start + len(words))})
        assert (after.paragraphs, after.marks) == (before.paragraphs, before.marks)
        assert after.text[slice(*after.anchors["_Cited_0"])] == words


def test_two_bookmarks_may_touch_and_one_over_two_paragraphs_is_left_out() -> None:
    text = read_wording(LETTER).text
    first, second = text.index("we will"), text.index("visit")
    wording = bookmarked({"a": (first, second), "b": (second, second + 5), "c": (0, second)})
    assert {name: text[slice(*span)] for name, span in wording.anchors.items()} == {"a": "we will ", "b": "visit"}
