import pytest

from assistant.errors import DamagedFileError
from assistant.model.source import BlockKind, Source
from assistant.reading import read_bytes

H, P, L, R = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW


def page(markup: str) -> Source:
    return read_bytes(markup.encode(), "letter.html")


def blocks(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text) for block, text in source.block_texts()]


def losses(source: Source) -> list[str]:
    return [loss.what for loss in source.description.losses]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>Title</h1><p>One<p>Two", [(H, "Title"), (P, "One"), (P, "Two")]),
        ("<p>Thank   you\nfor <b>your</b> letter", [(P, "Thank you for your letter")]),
        ("<p>15&nbsp;May &amp; R&D", [(P, "15\xa0May & R&D")]),
        ("<p>Mrs Ana Gomes<br>Rue Wiertz 60", [(P, "Mrs Ana Gomes\nRue Wiertz 60")]),
        ("<div>Mrs Ana Gomes</div><div>Rue Wiertz 60</div><div><br></div><div>Dear Ms Gomes,</div>",
         [(P, "Mrs Ana Gomes\nRue Wiertz 60"), (P, "Dear Ms Gomes,")]),
        ("<ul><li>one<li>two</ul>", [(L, "one"), (L, "two")]),
        ("<ol start=3><li>three<li value=7>seven<li>eight</ol>", [(L, "3. three"), (L, "7. seven"), (L, "8. eight")]),
        ("<ol><li><p>one</p><ul><li>inner</ul><li>two</ol>", [(L, "1. one"), (L, "inner"), (L, "2. two")]),
        ("<table><tr><th>Name<th>Place<tr><td>Max<td>Astana</table>", [(R, "Name\tPlace"), (R, "Max\tAstana")]),
        ("<table><tr><td><p>Left<p>Below</td><td>Right</table>", [(P, "Left"), (P, "Below"), (P, "Right")]),
        ("<table><tr><td><table><tr><td>Inside</table></table>", [(P, "Inside")]),
        ("<p>He <q>stressed</q> this", [(P, "He “stressed” this")]),
        ("<pre>one\n  two</pre>", [(P, "one\ntwo")]),
        ("<p>one<script>alert('x')</script> two<style>p{}</style>", [(P, "one two")]),
        ("<html><head><title>T</title></head><body>words", [(P, "words")]),
        ("<script src=x /><p>words", [(P, "words")]),
        ("words without any mark", [(P, "words without any mark")]),
        ("<p>unclosed <b>bold<p>next", [(P, "unclosed bold"), (P, "next")]),
        ("<header><p>Letterhead</header><p>Words<footer>Imprint</footer>",
         [(BlockKind.HEADER, "Letterhead"), (P, "Words"), (BlockKind.FOOTER, "Imprint")]),
        ("<article><header><h1>Title</h1></header><p>Words</article>", [(H, "Title"), (P, "Words")]),
    ],
)  # fmt: skip
def test_a_page_has_the_blocks_a_browser_shows(markup: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert blocks(page(markup)) == expected


@pytest.mark.parametrize(
    ("markup", "loss"),
    [
        ("<nav>Home</nav>", "The frame of the page was left out: “Home”"),
        ("<header>Site</header><main>x</main>", "The frame of the page was left out: “Site”"),
        ("<p hidden>secret", "1 hidden passage was left out: “secret”"),
        ("<p style='color:red; Display: NONE'>secret", "1 hidden passage was left out: “secret”"),
        ("<img alt='the seal'><img>", "2 pictures were not read: “the seal”"),
        ("<iframe src=x></iframe>", "1 embedded part was not read"),
        ("<del>old words</del>", "1 deleted passage was left out: “old words”"),
        ("<input value='Ana Gomes'><input type=hidden value=x>", "1 field of a form was not read: “Ana Gomes”"),
        ("<a href='https://x.eu'>report</a>", "1 link address was left out: “https://x.eu”"),
    ],
)
def test_what_is_left_out_is_told(markup: str, loss: str) -> None:
    source = page(f"{markup}<p>Words")
    assert losses(source) == [loss]
    assert not {"secret", "Home", "Site", "old"} & set(source.text.split())


@pytest.mark.parametrize(
    "markup", ["<a href='https://x.eu'>https://x.eu</a>", "<a href='#top'>Up</a>", "<button>Go</button>"]
)
def test_what_nobody_misses_is_not_told(markup: str) -> None:
    assert losses(page(f"{markup}<p>Words")) == []


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "iso-8859-2"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "cp1250"),
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-16">', "utf-8"),
        ("", "utf-8-sig"),
    ],
)
def test_the_encoding_a_page_declares_is_believed_unless_it_is_unicode(head: str, encoding: str) -> None:
    source = read_bytes(f"{head}<p>Świącicki, Łódź".encode(encoding), "letter.html")
    assert source.text == "Świącicki, Łódź"
    assert losses(source) == []


def test_western_pages_are_read_as_browsers_read_them() -> None:
    source = read_bytes('<meta charset="iso-8859-1"><p>the project’s “aim”'.encode("cp1252"), "letter.html")
    assert source.text == "the project’s “aim”"


def test_entities_of_a_document_type_do_not_grow() -> None:
    source = page('<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]><p>x &b;')
    assert "boom" not in source.text


def test_nothing_is_fetched_from_outside() -> None:
    source = page('<!DOCTYPE html SYSTEM "file:///etc/passwd"><p>x &xxe;')
    assert source.text.startswith("x")


@pytest.mark.parametrize("markup", ["<div>" * 5000 + "x", "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x"])
def test_pages_made_to_hang_a_parser_are_refused(markup: str) -> None:
    with pytest.raises(DamagedFileError):
        page(markup)


def test_deep_pages_are_read_whole() -> None:
    assert page("<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after").text == "deep\n\nafter"


def test_a_paragraph_of_eleven_megabytes_is_read() -> None:
    assert len(page("<p>" + "word " * 2_200_000).text) == 2_200_000 * 5 - 1
