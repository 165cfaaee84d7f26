from pathlib import Path

import pytest

from assistant.errors import TooLargeFileError, UnsupportedFileError
from assistant.reading.encoding import decode

PATH = Path("letter.txt")
LETTERS = {
    "pl": "Szanowna Pani Poseł,\n\ndziękuję za list z 15 maja.\n\nZ poważaniem\nMarcin Świącicki",
    "fr": "Madame la Députée,\n\nJ’ai bien reçu votre lettre ; où êtes-vous ?",
    "de": "Sehr geehrte Frau Abgeordnete,\n\nvielen Dank für Ihr Schreiben.\n\nMit freundlichen Grüßen",
    "cs": "Vážená paní poslankyně,\n\nděkuji za dopis ze dne 15. května.\n\nJiří Dvořák",
    "es": "Estimada señora diputada:\n\nLe agradezco su carta de España.",
    "it": "Onorevole, così è più chiaro perché la libertà è un diritto.",
    "hu": "Tisztelt Képviselő Úr!\n\nKöszönöm levelét.",
    "sv": "Tack för ert brev. Med vänlig hälsning, Åsa Håkansson",
    "pl in en": "Dear Mr Świącicki,\n\nThank you for your letter of 3 May about Łódź.",
    "en": "Dear Ms Gomes,\n\nthe “Café” – the project’s naïve résumé",
    "ru": "Уважаемая госпожа Гомеш, благодарим Вас за письмо от 15 мая 2019 года о положении заключённых.",
}
CASES = [
    (language, encoding)
    for encoding, languages in {
        "cp1250": ["pl", "de", "cs", "hu", "pl in en"],
        "cp1252": ["fr", "de", "es", "it", "sv", "en"],
        "iso-8859-1": ["de", "es", "it", "sv"],
        "iso-8859-2": ["pl", "de", "cs", "hu", "pl in en"],
        "cp1251": ["ru"],
    }.items()
    for language in languages
]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_short_letters_are_decoded_and_the_guess_is_told(language: str, encoding: str) -> None:
    text, losses = decode(LETTERS[language].encode(encoding), PATH, 1000)
    assert text == LETTERS[language]
    assert losses[0].what.startswith("The encoding was guessed as ")


def test_the_guess_names_the_encoding() -> None:
    _, losses = decode(LETTERS["pl"].encode("cp1250"), PATH, 1000)
    assert losses[0].what == "The encoding was guessed as windows-1250"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("language", LETTERS)
def test_unicode_is_not_guessed(language: str, encoding: str) -> None:
    assert decode(LETTERS[language].encode(encoding), PATH, 1000) == (LETTERS[language], ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_both_ways_of_utf_16_are_known_by_their_mark(encoding: str) -> None:
    assert decode(("\ufeff" + LETTERS["pl"]).encode(encoding), PATH, 1000) == (LETTERS["pl"], ())


def test_utf_16_cut_off_is_told() -> None:
    text, losses = decode("Poseł".encode("utf-16")[:-1], PATH, 1000)
    assert text == "Pose\ufffd"
    assert losses[0].what == "1 place is not valid UTF-16 and shown as “\ufffd”"


def test_one_stray_byte_does_not_turn_a_letter_of_utf_8_into_gibberish() -> None:
    text, losses = decode(LETTERS["pl"].encode() + b"\xff", PATH, 1000)
    assert text == LETTERS["pl"] + "\ufffd"
    assert losses[0].what == "1 place is not valid UTF-8 and shown as “\ufffd”"


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode("Mały".encode("iso-8859-2"), PATH, 1000, "iso-8859-2") == ("Mały", ())
    assert decode("Mały".encode(), PATH, 1000, "iso-8859-2") == ("Mały", ())
    assert decode("Mały".encode(), PATH, 1000, "no-such-encoding") == ("Mały", ())


def test_a_text_over_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(TooLargeFileError, match=r"letter\.txt: it holds 2 MB of text; no more than 1 MB are read"):
        decode(b"a" * 2_000_000, PATH, 1_000_000)


def test_what_no_encoding_explains_is_no_text() -> None:
    with pytest.raises(UnsupportedFileError, match="no encoding makes a text of it"):
        decode(bytes([0x81, 0xFF, 0x8D, 0xFE, 0x90, 0x80, 0x9D, 0x81]) * 40, PATH, 1000)
