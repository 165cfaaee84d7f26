from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.evidence import evidence_of
from assistant.drafting.export import render
from assistant.drafting.language import load_language
from assistant.drafting.proof import check_letter
from assistant.reading import read_bytes
from tests.drafting.carlsson import ID, PROMISES
from tests.drafting.desk import CARLSSON, GOLDEN, bench, follow_up, template

SOURCES = Sources({ID: CARLSSON}.get)
ENGLISH = load_language("en")


def sentences(body: str) -> list[str]:
    return [row.sentence for row in evidence_of(body, SOURCES, ENGLISH)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"I read it. You wrote: “We will.” [@{ID}#f3] Thank you.", ["You wrote: “We will.”"]),
        (
            f"You wrote “we will” [@{ID}#f3]. You added “we shall” [@{ID}#f4].",
            ["You wrote “we will”", "You added “we shall”"],
        ),
        (f"“We will.” [@{ID}#f3] “We shall.” [@{ID}#f4]", ["“We will.”", "“We shall.”"]),
        (
            f"You wrote “we will” [@{ID}#f3] and “we shall” [@{ID}#f4].",
            ["You wrote “we will”", "You wrote “we will” and “we shall”"],
        ),
        (f"You said: “It is so. We will.” [@{ID}#f3]", ["You said: “It is so. We will.”"]),
        (f"1. *You* wrote “we\nwill” [@{ID}#f3; @{ID}#f4].", ["You wrote “we will”"] * 2),
        ("You wrote “we will” [@2001-01-01-nobody].", []),
    ],
)
def test_a_citation_answers_for_its_sentence(body: str, found: list[str]) -> None:
    assert sentences(body) == found


def test_the_words_are_those_of_the_source_whatever_the_letter_quotes() -> None:
    (row,) = evidence_of(f"You will visit prisons [@{ID}#f15].", SOURCES, ENGLISH)
    fact = CARLSSON.fact("f15")
    assert fact
    assert row.words == " ".join(fact.quote.split())
    assert (row.date, row.place) == ("23 May 2019", "para. 5")


def test_of_a_whole_letter_the_words_quoted_stand_for_it() -> None:
    (row,) = evidence_of(f"You speak of “zero tolerance to torture” [@{ID}].", SOURCES, ENGLISH)
    assert (row.words, row.place) == ("zero tolerance to torture", "")


def test_the_evidence_behind_the_follow_up_reads_like_this() -> None:
    letter = docx.Document(BytesIO(render(follow_up(), template(), bench(), evidence=True)))
    table = letter.tables[-1]
    rows = ["\n".join(cell.text for cell in row.cells) for row in table.rows]
    assert "\n\n".join(rows) + "\n" == (GOLDEN / "evidence-carlsson.txt").read_text("utf-8")
    assert len(rows) > len(PROMISES)


def test_the_evidence_is_no_part_of_the_letter_when_the_letter_is_checked(
    tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]
) -> None:
    data = render(follow_up(), template(), bench(), evidence=True)
    assert check_letter(data, bench()) == ()
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    assert ooxml_errors(path) == []
    document = docx.Document(str(path))
    changed = 0
    for paragraph in document.paragraphs:  # those of the letter, not of the table
        for run in paragraph.runs:
            if "keep visiting" in run.text:
                run.text = run.text.replace("keep visiting", "stop visiting")
                changed += 1
    assert changed
    document.save(str(path))
    assert "quotation-altered" in {finding.code for finding in check_letter(path.read_bytes(), bench())}


def test_the_evidence_is_not_read_as_words_of_the_letter() -> None:
    plain, with_evidence = (render(follow_up(), template(), bench(), evidence=each) for each in (False, True))
    source = read_bytes(with_evidence, "letter.docx")
    assert source.text == read_bytes(plain, "letter.docx").text
    assert [loss.what for loss in source.description.losses] == ["The page of evidence behind the letter was left out"]
