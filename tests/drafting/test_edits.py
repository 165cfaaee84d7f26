from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.edits import Edited, compare_wordings, sentences_of
from assistant.drafting.word.letters.wording import Wording

ONE = "We thank you for your letter."
TWO = "The visit took place on 6 May 2019."
THREE = "May we ask when the next one is planned?"


def edits(before: tuple[str, ...], after: tuple[str, ...]) -> list[tuple[Edited, str, str]]:
    compared = compare_wordings(Wording(paragraphs=before), Wording(paragraphs=after), {}).edits
    return [
        (each.kind, each.ours.words if each.ours else "", each.theirs.words if each.theirs else "") for each in compared
    ]


def test_paragraphs_split_and_joined_and_typography_are_no_edits() -> None:
    assert edits((f"{ONE} {TWO}", THREE), (ONE, f"{TWO}  {THREE}")) == []
    assert edits(("It’s “so”.",), ('It\'s "so".',)) == []


def test_a_changed_sentence_is_told_with_the_one_it_was() -> None:
    changed = TWO.replace("6 May", "7 May")
    assert edits((f"{ONE} {TWO} {THREE}",), (f"{ONE} {changed} {THREE}",)) == [(Edited.CHANGED, TWO, changed)]


def test_sentences_added_and_deleted_are_told_apart_from_changed_ones() -> None:
    assert edits((f"{ONE} {THREE}",), (f"{ONE} {TWO} {THREE}",)) == [(Edited.ADDED, "", TWO)]
    assert edits((f"{ONE} {TWO} {THREE}",), (f"{ONE} {THREE}",)) == [(Edited.DELETED, TWO, "")]


def test_a_moved_sentence_is_told_once() -> None:
    assert edits((f"{ONE} {TWO}", THREE, "Is it so?"), (TWO, THREE, f"Is it so? {ONE}")) == [(Edited.MOVED, ONE, ONE)]


def test_words_that_take_the_place_of_others_are_no_edit() -> None:
    before, after = (
        Wording(paragraphs=(f"{ONE} {TWO}",)),
        Wording(paragraphs=(f"{ONE} {TWO.replace('6 May', 'July')}",)),
    )
    start = before.text.index("6 May")
    assert compare_wordings(before, after, {(start, start + 5): "July"}).edits == ()


def test_titles_and_initials_end_no_sentence() -> None:
    text = "H.E. Mr. Sven-Olov Carlsson met Dr. Shakirov. He left."
    assert [each.words for each in sentences_of(Wording(paragraphs=(text,)))] == [text[:-9], "He left."]


@given(st.lists(st.sampled_from([ONE, TWO, THREE, "No.", "Is it so?"]), max_size=6), st.data())
def test_every_sentence_has_one_fate(before: list[str], data: st.DataObject) -> None:
    after = data.draw(st.permutations(before))
    ours, theirs = Wording(paragraphs=tuple(before)), Wording(paragraphs=tuple(after))
    fates = compare_wordings(ours, theirs, {})
    deleted = [each.ours for each in fates.edits if each.kind is Edited.DELETED]
    assert len(fates.kept) + len(deleted) == len(sentences_of(ours))
    added = [each.theirs for each in fates.edits if each.kind is Edited.ADDED]
    assert len(fates.kept) + len(added) == len(sentences_of(theirs))
