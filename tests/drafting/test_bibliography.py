"""The part of csl-data.json (citation-style-language/schema, version 1.0.2) that our items use is written out here."""

import json
from collections.abc import Mapping

import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.bibliography import _parted, bibliography, csl_item
from assistant.drafting.language import known_languages, load_language
from assistant.model.draft import Draft
from assistant.model.letter import DocumentKind
from assistant.model.precedent import Precedent
from tests.drafting.carlsson import ID
from tests.drafting.desk import CARLSSON, follow_up

TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "figure",
    "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
}  # fmt: skip
TEXTS = {"id", "type", "title", "genre", "number", "language", "publisher-place", "URL"}
NAMES = {"author", "recipient"}
NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}


def assert_fits_the_schema(items: object) -> None:
    assert isinstance(items, list)
    for item in items:
        assert isinstance(item, dict)
        assert {"id", "type"} <= item.keys() <= TEXTS | NAMES | {"issued"}
        assert item["type"] in TYPES
        assert all(isinstance(item[key], str) and item[key] for key in TEXTS & item.keys())
        assert all(fits_a_name(name) for key in NAMES & item.keys() for name in item[key])
        assert "issued" not in item or fits_a_date(item["issued"])


def fits_a_name(name: Mapping[str, object]) -> bool:
    return bool(name) and name.keys() <= NAME_PARTS and all(isinstance(part, str) and part for part in name.values())


def fits_a_date(date: Mapping[str, list[list[int]]]) -> bool:
    ((parts,),) = date.values()
    return date.keys() == {"date-parts"} and 1 <= len(parts) <= 3 and all(isinstance(part, int) for part in parts)


def test_the_letter_of_23_may_2019_is_a_personal_communication() -> None:
    items = json.loads(bibliography(follow_up(), Sources({ID: CARLSSON}.get)))
    assert_fits_the_schema(items)
    assert items == [
        {
            "id": ID,
            "type": "personal_communication",
            "title": "Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes",
            "author": [{"family": "Carlsson", "given": "Sven-Olov"}],
            "recipient": [{"family": "Gomes", "given": "Ana"}],
            "issued": {"date-parts": [[2019, 5, 23]]},
            "genre": "Letter",
            "language": "en",
            "publisher-place": "Nur-Sultan",
        }
    ]


@pytest.mark.parametrize("code", known_languages())
@pytest.mark.parametrize("kind", DocumentKind)
def test_every_kind_in_every_language_fits_the_schema(kind: DocumentKind, code: str) -> None:
    item = csl_item(of_kind(kind), load_language(code))
    assert_fits_the_schema([item])
    assert json.loads(json.dumps(item)) == item


def test_an_organisation_is_not_parted_like_a_name_and_a_month_is_no_day() -> None:
    letter = CARLSSON.record.letter
    sender = letter.sender.model_copy(update={"name": None}) if letter.sender else None
    date = letter.date.model_copy(update={"value": "2019-05"}) if letter.date else None
    item = csl_item(changed(letter=letter.model_copy(update={"sender": sender, "date": date})), load_language("en"))
    assert item["author"] == [{"literal": "European Union Delegation to the Republic of Kazakhstan"}]
    assert item["issued"] == {"date-parts": [[2019, 5]]}


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Ursula von der Leyen", "Ursula", "von der Leyen"),
        ("Max Bokayev", "Max", "Bokayev"),
        ("Iskander", "", "Iskander"),
    ],
)
def test_small_words_belong_to_the_family_name(name: str, given: str, family: str) -> None:
    assert _parted(name)[::2] == (given, family)


def test_a_document_cited_twice_stands_there_once_and_an_unknown_one_not_at_all() -> None:
    draft = Draft(template="a", body=f"A [@{ID}#f3]. B [@{ID}#f4; @2019-01-01-gone].")
    assert [item["id"] for item in json.loads(bibliography(draft, Sources({ID: CARLSSON}.get)))] == [ID]


def of_kind(kind: DocumentKind) -> Precedent:
    return changed(kind=kind)


def changed(**parts: object) -> Precedent:
    return CARLSSON.model_copy(update={"record": CARLSSON.record.model_copy(update=parts)})
