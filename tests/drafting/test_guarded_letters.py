"""Two hundred letters and more that would name somebody who may not be named: none that is made does it anywhere."""

import base64
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import pytest

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.bibliography import bibliography
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.export import finalise, render
from assistant.drafting.fixing import fix_draft
from assistant.drafting.proof import check_draft
from assistant.errors import FindingsError
from assistant.model.draft import Draft
from assistant.model.fact import Act, Attribution, Fact, Review
from assistant.model.letter import DatedPassage, DocumentKind, Letter, Party
from assistant.model.person import Audience, Naming, Person
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Block, make_source
from assistant.precedents.naming import slug
from tests.drafting.desk import SETTINGS, follow_up, template

FORMS = {
    "Max Bokayev": [
        "Max Bokayev", "MAX BOKAYEV", "Bokayev", "Maks Bokaev", "Bokayev, Max",  # English
        "Max Bokaïev", "M. Bokaïev",  # French
        "Max Bokajew", "Bokajews", "Max Bokajevs",  # German
        "Maksa Bokajewa", "Maksowi Bokajewowi", "Maksem Bokajewem", "Bokajewie",  # Polish
        "Max Bokàev", "Bokaev", "Maks Bokáyev",  # Italian, Spanish
        "Макс Бокаев", "Макса Бокаева", "Максу Бокаеву", "Максом Бокаевым", "о Бокаеве",  # Russian
    ],
    "Anna Kowalska": [
        "Anna Kowalska", "Anny Kowalskiej", "Annie Kowalskiej", "Annę Kowalską", "Anną Kowalską",
        "Mme Kowalska", "Frau Kowalskas", "Анна Ковальская", "Анны Ковальской", "Анну Ковальскую",
    ],
    "Mukhtar Dzhakishev": [
        "Mukhtar Dzhakishev", "Djakichev", "Muchtar Dschakischew", "Dżakiszewa", "Muhtar Giakiscev", "Джакишеву",
    ],
}  # fmt: skip
STEMS = {
    "Max Bokayev": r"bok[aá]j?[yi]?[eé][vw]|бокаев",
    "Anna Kowalska": r"kowalsk|ковальск",
    "Mukhtar Dzhakishev": r"aki(?:sz?|c|sc)h?e[vw]|акишев",
}
"""What every form has and nothing else here has, once accents are gone: looked for without the program's own rules."""

CASES = [(name, form) for name, forms in FORMS.items() for form in forms]
ID = "2019-05-01-report"
WORDS = "is in good health and may write to the family every month"


def guarded(name: str, **naming: object) -> Person:
    said = {"allowed": False, "instead": "a person in custody", **naming}
    return Person(id=slug(name), name=name, naming=Naming.model_validate(said))


def source(sentence: str, *, sender: str = "Open Dialog", speaker: str = "", identifier: str = ID) -> Precedent:
    text = f"{sender}\n\n1 May 2019\n\n{sentence}\n"
    start = text.index(sentence)
    made = make_source(
        text,
        (Block(start=0), Block(start=start)),
        name="report.txt",
        original=text.encode(),
        media_type="text/plain",
    )
    day = text.index("1 May")
    chain = [Attribution(name=name, act="states") for name in (sender, speaker) if name]
    fact = Fact(
        id="f1", act=Act.POSITION, quote=sentence, start=start, end=start + len(sentence), block=1, by=tuple(chain),
        review=Review.ACCEPTED,
    )  # fmt: skip
    letter = Letter(
        date=DatedPassage(text="1 May 2019", start=day, end=day + 10, value="2019-05-01"),
        sender=Party(name=made.passage(0, len(sender))),
    )
    record = Record(
        id=identifier, kind=DocumentKind.REPORT, language="en", source=made.description, letter=letter, facts=(fact,)
    )
    return Precedent(record=record, text=text)


def written(body: str, **fields: object) -> Draft:
    base = follow_up()
    update = {"body": body, "fields": {**base.fields, **fields}, "answering": None, "audience": Audience.PUBLIC}
    return base.model_copy(update=update)


def in_own_words(form: str) -> tuple[Draft, Precedent]:
    return written(f"I come back to the case of {form} today."), source(f"One of them {WORDS}.")


def in_the_subject(form: str) -> tuple[Draft, Precedent]:
    return written("I come back to this case today.", subject=f"The case of {form}"), source(f"One of them {WORDS}.")


def in_the_list_of_annexes(form: str) -> tuple[Draft, Precedent]:
    draft = written("I come back to this case.", annexes=[f"Medical report on {form}"])
    return draft, source(f"One of them {WORDS}.")


def in_a_quotation(form: str) -> tuple[Draft, Precedent]:
    return written(f"You wrote: “{form} {WORDS}” [@{ID}#f1]."), source(f"{form} {WORDS}")


def behind_the_dots_of_a_quotation(form: str) -> tuple[Draft, Precedent]:
    return written(f"You wrote: “[…] {WORDS}” [@{ID}#f1]."), source(f"{form} {WORDS}", speaker=form)


def in_a_footnote(form: str) -> tuple[Draft, Precedent]:
    return written(f"I have read: “One of them {WORDS}” [@{ID}#f1]."), source(f"One of them {WORDS}", sender=form)


def as_the_writer_of_the_letter_answered(form: str) -> tuple[Draft, Precedent]:
    draft = written("I come back to this case today.").model_copy(update={"answering": ID})
    return draft, source(f"One of them {WORDS}.", sender=form)


def in_the_id_of_a_source(form: str) -> tuple[Draft, Precedent]:
    named = f"undated-{slug(form)}"
    return written(f"I have read: “One of them {WORDS}” [@{named}#f1]."), source(
        f"One of them {WORDS}", identifier=named
    )


PLACES: list[Callable[[str], tuple[Draft, Precedent]]] = [
    in_own_words, in_the_subject, in_the_list_of_annexes, in_a_quotation, behind_the_dots_of_a_quotation,
    in_a_footnote, as_the_writer_of_the_letter_answered, in_the_id_of_a_source,
]  # fmt: skip


def bench(precedent: Precedent, *people: Person) -> Bench:
    return Bench(shelf={precedent.id: precedent}.get, settings=SETTINGS, people=people)


def everything_in(letter: bytes) -> Iterator[str]:
    """Every word of the file: each part, without its markup and with it, and what is packed inside."""
    with zipfile.ZipFile(io.BytesIO(letter)) as archive:
        for name in archive.namelist():
            yield name
            data = archive.read(name).decode("utf-8", "ignore")
            yield from (data, re.sub(r"<[^>]+>", "", data))
            for packed in re.findall(r"<provenance [^>]*>([^<]+)<", data):
                yield base64.b64decode(packed).decode("utf-8")


def names(letter: bytes, name: str) -> bool:
    return any(re.search(STEMS[name], fold_lightly(text)) for text in everything_in(letter))


def fold_lightly(text: str) -> str:
    return text.casefold().translate(str.maketrans("ïàáę", "iaae"))


def test_no_letter_that_is_made_names_them_anywhere() -> None:
    told: Counter[str] = Counter()
    codes: set[str] = set()
    for place, (name, form) in product(PLACES, CASES):
        draft, precedent = place(form)
        desk = bench(precedent, guarded(name))
        fixed = fix_draft(draft, partial(check_draft, template=template(), bench=desk))
        put_right = [finding for finding in fixed.done if finding.code == "person-not-to-be-named"]
        try:
            letter = render(fixed.draft, template(), desk)
        except FindingsError as error:
            told[f"{place.__name__}: refused"] += 1
            codes |= {finding.code for finding in error.findings}
            continue
        assert not names(letter, name), (place.__name__, form)
        told[f"{place.__name__}: {'replaced' if put_right else 'left out'}"] += 1
    for line, count in sorted(told.items()):
        print(f"{count:>4}  {line}")
    print(f"{sum(told.values()):>4}  drafts")
    assert sum(told.values()) == len(PLACES) * len(CASES) >= 200
    assert codes == {"person-not-to-be-named"}
    assert {line.rpartition(" ")[2] for line in told} == {"refused", "replaced", "out"}


@pytest.mark.parametrize("place", PLACES)
def test_where_they_may_be_named_the_same_letters_do_name_them(
    place: Callable[[str], tuple[Draft, Precedent]],
) -> None:
    draft, precedent = place("Max Bokayev")
    person = guarded("Max Bokayev", only_in=["confidential"])
    confidential = draft.model_copy(update={"audience": None})
    assert names(render(confidential, template(), bench(precedent, person)), "Max Bokayev")


def test_the_name_of_the_file_names_nobody_either() -> None:
    draft, precedent = written("I come back to this case."), source(f"One of them {WORDS}.")
    desk = bench(precedent, guarded("Max Bokayev"))
    with pytest.raises(FindingsError) as caught:
        render(draft, template(), desk, file="2019-06-20-follow-up-bokayev")
    assert [finding.place for finding in caught.value.findings] == ["name of the file"]
    assert render(draft, template(), desk, file="2019-06-20-follow-up-carlsson")


def test_the_page_of_evidence_names_them_only_where_an_annex_may() -> None:
    draft, precedent = behind_the_dots_of_a_quotation("Max Bokayev")
    with pytest.raises(FindingsError) as caught:
        render(draft, template(), bench(precedent, guarded("Max Bokayev")), evidence=True)
    assert [finding.place for finding in caught.value.findings] == ["page of evidence"]
    in_annex = guarded("Max Bokayev", only_in=["annex"])
    assert names(render(draft, template(), bench(precedent, in_annex), evidence=True), "Max Bokayev")


def test_who_may_be_named_in_an_annex_is_not_named_in_the_letter() -> None:
    draft, precedent = in_own_words("Max Bokayev")
    with pytest.raises(FindingsError) as caught:
        render(draft, template(), bench(precedent, guarded("Max Bokayev", only_in=["annex"])))
    assert [finding.code for finding in caught.value.findings] == ["person-not-to-be-named"]


def test_the_list_of_documents_for_zotero_names_nobody() -> None:
    draft, precedent = in_a_footnote("Max Bokayev")
    sources = Sources({precedent.id: precedent}.get)
    assert bibliography(draft, sources, GuardedPeople(everybody=()))
    with pytest.raises(FindingsError, match="The list of documents was not made"):
        bibliography(draft, sources, GuardedPeople(everybody=(guarded("Max Bokayev"),)))


def test_an_address_behind_a_link_names_nobody() -> None:
    draft = written("The case is told [elsewhere](https://odfoundation.eu/a/max-bokayev-case).")
    desk = bench(source(f"One of them {WORDS}."), guarded("Max Bokayev"))
    with pytest.raises(FindingsError) as caught:
        render(draft, template(), desk)
    assert caught.value.findings[0].advice == "Take it out, or cite another document."


def test_a_surname_that_may_be_somebody_elses_keeps_the_letter_from_being_made_until_they_are_filed() -> None:
    draft, precedent = written("Although Bokayev is ill, Boris Bokayev is well."), source(f"One of them {WORDS}.")
    with pytest.raises(FindingsError) as caught:
        render(draft, template(), bench(precedent, guarded("Max Bokayev")))
    assert caught.value.findings[0].message == "This may be Max Bokayev, not to be named."
    both = written("We met Boris Bokayev.")
    assert render(both, template(), bench(precedent, guarded("Max Bokayev"), Person(id="b-b", name="Boris Bokayev")))


def test_a_letter_remembers_for_whom_it_was_written_and_is_checked_for_them_again() -> None:
    draft, precedent = in_own_words("Max Bokayev")
    confidential = draft.model_copy(update={"audience": None})
    desk = bench(precedent, guarded("Max Bokayev", only_in=["confidential"]))
    letter = render(confidential, template(), desk)
    assert names(finalise(letter, desk), "Max Bokayev")
    with pytest.raises(FindingsError):
        finalise(letter, bench(precedent, guarded("Max Bokayev")))


def test_the_final_copy_of_an_edited_letter_names_nobody_beside_its_text_either() -> None:
    draft, precedent = written("I come back to this case."), source(f"One of them {WORDS}.")
    desk = bench(precedent, guarded("Max Bokayev"))
    letter = render(draft, template(), desk)
    with pytest.raises(FindingsError) as caught:
        finalise(letter, desk, file="follow-up-bokayev-final")
    assert [finding.place for finding in caught.value.findings] == ["name of the file"]
