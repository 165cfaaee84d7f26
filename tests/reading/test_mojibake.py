"""Letters that were decoded wrongly before they came to us are put right, and nothing else is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.encoding import decode
from tests.conftest import LETTERS

PATH = Path("letter.txt")
WORDS = {
    "pl": "Szanowna Pani Poseł, wciąż odwiedzamy więźniów w Żórawinie i będziemy to czynić – „zawsze”.",
    "fr": "Madame la Députée, où êtes-vous ? J’ai reçu votre lettre à l’été, cœur et âme.",
    "de": "Sehr geehrte Frau Abgeordnete, wir prüfen die Größe der Zellen für Häftlinge.",
    "es": "Estimada señora diputada: ¿qué hará España? Atención médica.",
    "it": "Onorevole, perché la libertà è un diritto più che una virtù.",
}


def read(text: str) -> tuple[str, list[str]]:
    words, losses = decode(text.encode(), PATH, 1_000_000)
    return words, [loss.what for loss in losses]


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250"])
def test_utf_8_read_as_something_else_is_put_right(language: str, encoding: str) -> None:
    pieces = (bytes([byte]) for byte in WORDS[language].encode())
    damaged = "".join(piece.decode(encoding, "ignore") or piece.decode("latin-1") for piece in pieces)
    words, told = read(damaged)
    assert words == WORDS[language]
    assert told[0].startswith("Letters that had been decoded wrongly were put right: “")


def test_marks_of_windows_read_as_latin_1_are_put_right() -> None:
    text = "He said “we will visit” – the prison’s governor…"
    words, told = read(text.encode("cp1252").decode("latin-1"))
    assert words == text
    assert len(told) == 1


@pytest.mark.parametrize("western", ["latin-1", "cp1252"])
def test_polish_letters_read_as_western_ones_are_put_right(western: str) -> None:
    text = "Szanowna Pani, była mowa o więźniach; może pan Małecki odwiedzi ich w łódzkim zakładzie."
    words, told = read(text.encode("cp1250").decode(western))
    assert words == text
    assert told == ["Letters of windows-1250 had been read as Western and were put right"]


@pytest.mark.parametrize(
    "text",
    [
        "À VOLONTÉ» et «ÉTÉ»", "Das MENÜ“ und „die Fläche von 12 m³“", "a footnote¹ and another²", "ÅÄÖ",
        "Świącicki – „Łódź”",
        "naïve café", "¿Qué? ¡Sí!", "1¼ pages", "© 2019 – §§ 3³",
    ],
)  # fmt: skip
def test_what_may_mean_what_it_says_is_left_alone(text: str) -> None:
    assert read(text) == (text, [])


@pytest.mark.parametrize("path", sorted(LETTERS.rglob("*.txt")), ids=lambda path: path.stem)
def test_real_letters_are_left_alone(path: Path) -> None:
    assert read(path.read_text("utf-8")) == (path.read_text("utf-8"), [])


@given(st.text("aéÃ©Å‚\x93³¹ł“ ", max_size=40))
def test_any_text_is_mended_once_and_for_all(text: str) -> None:
    once, _ = read(text)
    again, told = read(once)
    assert again == once or told
