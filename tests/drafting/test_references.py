import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.body import citation_groups
from assistant.drafting.language import known_languages, load_language
from assistant.drafting.references import CitedNotes, name_document, words_of
from assistant.drafting.word.values import RichText
from assistant.model.letter import DatedPassage, DocumentKind, Letter
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Passage, make_source
from tests.drafting.carlsson import ID
from tests.drafting.desk import CARLSSON

ENGLISH = load_language("en")
NAME = "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes"


def changed(**parts: object) -> Precedent:
    """The letter with parts of its anatomy changed."""
    letter = CARLSSON.record.letter.model_copy(update=parts)
    return CARLSSON.model_copy(update={"record": CARLSSON.record.model_copy(update={"letter": letter})})


@pytest.mark.parametrize(
    ("citation", "note"),
    [
        (f"[@{ID}#f14]", f"{NAME}, para. 5."),
        (f"[@{ID}]", f"{NAME}."),
        (f"[@{ID}#f3; @{ID}#f10]", f"{NAME}, para. 1; {NAME}, para. 4."),
    ],
)
def test_a_note_names_letter_date_and_paragraph(citation: str, note: str) -> None:
    notes = CitedNotes(Sources({ID: CARLSSON}.get), ENGLISH)
    assert [notes.footnote(group).text for group in citation_groups(citation)] == [note]


def test_the_page_stands_before_the_paragraph_where_the_source_has_pages() -> None:
    facts = tuple(fact.model_copy(update={"page": 2}) for fact in CARLSSON.record.facts)
    paged = CARLSSON.model_copy(update={"record": CARLSSON.record.model_copy(update={"facts": facts})})
    (group,) = citation_groups(f"[@{ID}#f14]")
    assert CitedNotes(Sources({ID: paged}.get), ENGLISH).footnote(group).text == f"{NAME}, p. 2, para. 5."


def test_what_is_not_known_is_left_out() -> None:
    assert words_of(name_document(changed(date=None), ENGLISH)) == "Letter from Sven-Olov Carlsson to Ana Gomes"
    assert words_of(name_document(changed(recipients=()), ENGLISH)) == "Letter of 23 May 2019 from Sven-Olov Carlsson"


def test_a_document_without_writer_and_addressee_is_known_by_its_title() -> None:
    title = CARLSSON.source.passage(*_span("zero tolerance to torture"))
    report = changed(sender=None, recipients=(), subject=title)
    kind = report.record.model_copy(update={"kind": DocumentKind.REPORT})
    named = words_of(name_document(report.model_copy(update={"record": kind}), ENGLISH))
    assert named == "Report of 23 May 2019, “zero tolerance to torture”"


NOTES = {
    "de": "Schreiben vom 23. Mai 2019 von Sven-Olov Carlsson an Ana Gomes, Abs.\u00a05.",
    "en": "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes, para. 5.",
    "es": "Carta de 23 de mayo de 2019 de Sven-Olov Carlsson a Ana Gomes, párr.\u00a05.",
    "fr": "Lettre du 23 mai 2019 de Sven-Olov Carlsson à Ana Gomes, par.\u00a05.",
    "it": "Lettera del 23 maggio 2019 di Sven-Olov Carlsson a Ana Gomes, capoverso\u00a05.",
    "pl": "Pismo z 23 maja 2019 r., nadawca: Sven-Olov Carlsson, adresat: Ana Gomes, akapit\u00a05.",
}


@pytest.mark.parametrize("code", known_languages())
def test_a_note_is_written_in_the_language_of_the_letter(code: str) -> None:
    notes = CitedNotes(Sources({ID: CARLSSON}.get), load_language(code))
    assert noted(notes, f"[@{ID}#f14]") == NOTES[code]


def test_french_elides_before_a_name() -> None:
    swapped = changed(sender=CARLSSON.record.letter.recipients[0], recipients=())
    assert words_of(name_document(swapped, load_language("fr"))) == "Lettre du 23 mai 2019 d’Ana Gomes"


def test_an_abbreviation_at_the_end_brings_its_full_stop() -> None:
    anonymous = changed(sender=None, recipients=())
    assert noted(CitedNotes(Sources({ID: anonymous}.get), load_language("pl")), f"[@{ID}]") == "Pismo z 23 maja 2019 r."


@pytest.mark.parametrize(
    ("code", "second", "third"),
    [
        ("en", "Ibid., para. 1.", "Ibid."),
        ("fr", "Ibid., par.\u00a01.", "Ibid."),
        ("de", "Ebd., Abs.\u00a01.", "Ebd."),
        ("pl", "Tamże, akapit\u00a01.", "Tamże."),
        ("it", "Ivi, capoverso\u00a01.", "Ibid."),
        ("es", "Ibíd., párr.\u00a01.", "Ibíd."),
    ],
)
def test_the_source_of_the_note_before_may_be_named_again_in_a_word(code: str, second: str, third: str) -> None:
    notes = CitedNotes(Sources({ID: CARLSSON}.get), load_language(code), ibid=True)
    assert noted(notes, f"[@{ID}#f14]") == NOTES[code]
    assert noted(notes, f"[@{ID}#f3]") == second
    assert noted(notes, f"[@{ID}#f3]") == third


def test_a_note_is_complete_when_the_one_before_had_another_source_or_two() -> None:
    other = CARLSSON.model_copy(update={"record": CARLSSON.record.model_copy(update={"id": "2019-06-01-other"})})
    notes = CitedNotes(Sources({ID: CARLSSON, "2019-06-01-other": other}.get), ENGLISH, ibid=True)
    for citation in (f"[@{ID}#f3]", "[@2019-06-01-other#f3]", f"[@{ID}#f3; @2019-06-01-other#f3]", f"[@{ID}#f3]"):
        assert noted(notes, citation).startswith(NAME)


def test_every_note_is_complete_unless_the_house_wants_it_otherwise() -> None:
    notes = CitedNotes(Sources({ID: CARLSSON}.get), ENGLISH)
    assert {noted(notes, f"[@{ID}#f14]") for _ in range(2)} == {f"{NAME}, para. 5."}


PUBLISHED = [
    (
        DocumentKind.WRITTEN_QUESTION,
        "E-006448/2020",
        "Question for written answer E-006448/2020 of 3 May 2021",
        "https://www.europarl.europa.eu/doceo/document/E-9-2020-006448_EN.html",
    ),
    (
        DocumentKind.ANSWER,
        "E-006448/2020",
        "Answer E-006448/2020 of 3 May 2021",
        "https://www.europarl.europa.eu/doceo/document/E-9-2020-006448-ASW_EN.html",
    ),
    (
        DocumentKind.RESOLUTION,
        "P8_TA(2019)0203",
        "Resolution of 3 May 2021, P8_TA(2019)0203",
        "https://www.europarl.europa.eu/doceo/document/TA-8-2019-0203_EN.html",
    ),
    (
        DocumentKind.REPORT,
        "CAT/C/KAZ/CO/4",
        "Report of 3 May 2021, CAT/C/KAZ/CO/4",
        "https://undocs.org/CAT/C/KAZ/CO/4",
    ),
    (DocumentKind.PRESS_RELEASE, "12/2021", "Press release 12/2021 of 3 May 2021", None),
    (DocumentKind.LETTER, "Ares(2019)123", "Letter of 3 May 2021, Ares(2019)123", None),
]


@pytest.mark.parametrize(("kind", "number", "words", "address"), PUBLISHED)
def test_a_document_with_a_number_is_named_by_it_and_linked_where_anybody_can_read_it(
    kind: DocumentKind, number: str, words: str, address: str | None
) -> None:
    text = f"3 May 2021\n{number}"
    numbered = Precedent(
        record=Record(
            id="2021-05-03-x",
            kind=kind,
            language="en",
            source=make_source(text, (), name="x.txt", original=b"", media_type="text/plain").description,
            letter=Letter(
                date=DatedPassage(text="3 May 2021", start=0, end=10, value="2021-05-03"),
                reference=Passage(text=number, start=11, end=11 + len(number)),
            ),
        ),
        text=text,
    )
    named = name_document(numbered, ENGLISH)
    assert words_of(named) == words
    assert [run.link for run in named if run.text == number] == ([address] if address else [])
    (group,) = citation_groups("[@2021-05-03-x]")
    text_of_note = CitedNotes(Sources({"2021-05-03-x": numbered}.get), ENGLISH).footnote(group).text
    assert (isinstance(text_of_note, RichText)) is (address is not None)


def noted(notes: CitedNotes, citation: str) -> str:
    """The words of the note for a citation."""
    (group,) = citation_groups(citation)
    text = notes.footnote(group).text
    return text if isinstance(text, str) else words_of(text.runs)


def _span(words: str) -> tuple[int, int]:
    start = CARLSSON.text.index(words)
    return start, start + len(words)
