import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.errors import TooLargeFileError
from assistant.model.source import BlockKind, Source
from assistant.reading import Limits, read, read_bytes
from assistant.reading.plain import divide
from assistant.reading.text import clean, join_words
from tests.conftest import LETTERS

WRAPPED = """Sekretarz Stanu
Paweł BEJDA
Dotyczy: interpelacji nr 17381 w sprawie działań Rzeczypospolitej Polskiej dotyczących
ochrony misji humanitarnych do Strefy Gazy, pomocy konsularnej i dyplomatycznej oraz
ewakuacji medycznych
Szanowny Panie Marszałku,
odpowiadając, z upoważnienia Ministra Obrony Narodowej, na interpelację nr 17381 Pani
Poseł Marty Stożek, uprzejmie proszę o przyjęcie poniższych informacji.
Kwestie związane z zasadami obrotu z zagranicą towarami, technologiami i usługami
uregulowane zostały w ustawie z dnia 29 listopada 2000 r.
Z wyrazami szacunku
Paweł BEJDA"""


@pytest.fixture(scope="module")
def carlsson() -> Source:
    return read(LETTERS / "carlsson.txt")


def texts(source: Source) -> list[str]:
    return [text for _, text in source.block_texts()]


def test_a_letter_is_kept_verbatim(carlsson: Source) -> None:
    assert carlsson.text == (LETTERS / "carlsson.txt").read_text("utf-8")


def test_a_paragraph_broken_by_a_page_is_one_block(carlsson: Source) -> None:
    broken = next(text for text in texts(carlsson) if "This issue was" in text)
    assert broken.startswith("At the Human Rights Dialogue")
    assert "This issue was\n\nalso raised during" in broken


def test_an_address_is_one_block_with_its_lines(carlsson: Source) -> None:
    assert texts(carlsson)[3] == (
        "Mrs. Ana Gomes\nMember of the European Parliament\nBât. Altiero Spinelli, 14G201\nRue Wiertz 60\n"
        "B - 1047 Brussels"
    )


def test_two_salutations_and_two_closings_are_blocks_of_their_own(carlsson: Source) -> None:
    assert {"Dear Honourable Member,", "Dear Ms Gomes,", "Yours sincerely,", "Best regards,"} <= set(texts(carlsson))


def test_a_paragraph_is_counted_as_a_person_counts(carlsson: Source) -> None:
    salutation = carlsson.text.index("Dear Ms Gomes,") + len("Dear Ms Gomes,")
    assert carlsson.paragraph_at(carlsson.text.index("The rule of law will"), salutation) == 4


def test_a_text_broken_for_the_page_without_empty_lines_has_paragraphs() -> None:
    first_words = [text.split()[0] for text in texts(read_bytes(WRAPPED.encode(), "letter.txt"))]
    assert first_words == ["Sekretarz", "Dotyczy:", "Szanowny", "odpowiadając,", "Kwestie", "Z"]


def test_unbroken_paragraphs_need_no_empty_lines_between_them() -> None:
    long = "We implore the Canadian government to assist Tareq and Monika to expedite this process. " * 2
    source = read_bytes(f"Answer\nAnswered: 2023-12-20\n{long}\n{long}".encode(), "answer.txt")
    assert [len(text) > 100 for text in texts(source)] == [False, True, True]


def test_items_of_a_list_are_blocks() -> None:
    source = read_bytes(
        b"We pointed out:\n * wrong information\n * early access\n\n1. First\n\n2. Second", "letter.txt"
    )
    kinds = [block.kind for block in source.blocks]
    assert kinds == [BlockKind.PARAGRAPH] + [BlockKind.LIST_ITEM] * 4


def test_a_salutation_does_not_run_into_a_letter_that_begins_small() -> None:
    source = read_bytes("Sehr geehrter Herr Hierle,\n\nvielen Dank für Ihr Telefax.".encode(), "brief.txt")
    assert len(source.blocks) == 2


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_are_made_even(line_end: str) -> None:
    source = read_bytes(f"Dear Ms Gomes,{line_end}{line_end}Thank you.".encode(), "letter.txt")
    assert source.text == "Dear Ms Gomes,\n\nThank you."


def test_control_characters_are_removed_and_told() -> None:
    source = read_bytes(b"Dear\x00 Ms\x07 Gomes\x1b", "letter.txt")
    assert source.text == "Dear Ms Gomes"
    assert [loss.what for loss in source.description.losses] == ["3 control characters were removed"]


def test_more_paragraphs_than_the_limit_are_refused() -> None:
    with pytest.raises(TooLargeFileError, match="it holds more than 3 paragraphs"):
        read_bytes(b"one\n\ntwo\n\nthree\n\nfour", "letter.txt", Limits(blocks=3))


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeFileError, match="of text"):
        read_bytes(b"a " * 100, "letter.txt", Limits(text_bytes=100))


def test_a_huge_line_is_one_paragraph() -> None:
    assert len(read_bytes(b"word " * 200_000, "letter.txt").blocks) == 1


@given(st.text(alphabet=st.one_of(st.sampled_from("\n\n\n ,.-aA1()é"), st.characters()), max_size=300))
def test_blocks_cover_every_visible_character(raw: str) -> None:
    text = clean(raw)[0]
    starts = [block.start for block in divide(text)]
    assert starts == sorted(set(starts))
    assert not text[: starts[0] if starts else len(text)].strip()
    assert all(not text[start].isspace() for start in starts)


@given(st.text(min_size=1, max_size=300).map(lambda text: f"Dear {text}"))
@example("Dear \x1f\x08\x08")
def test_any_text_of_utf_8_is_kept(raw: str) -> None:
    source = read_bytes(raw.encode("utf-8"), "letter.log")
    put_right = any("put right" in loss.what for loss in source.description.losses)
    if "](" not in raw and "**" not in raw and "\\" not in raw and not put_right:
        assert source.text == clean(join_words(raw))[0]
