"""The letter of 23 May 2019 as a precedent, with the facts its annotators found, so that no reader or extractor is needed."""

import re
from collections.abc import Iterator

from assistant.model.fact import Act, Attribution, Fact, Review
from assistant.model.letter import DatedPassage, DocumentKind, Letter, Party, Reference
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Block, Passage, Source, make_source
from tests.conftest import LETTERS

ID = "2019-05-23-carlsson-gomes"
SENDER = "Sven-Olov Carlsson"
SHAKIROV = "Askar Shakirov"

FACTS: list[tuple[Act, str, str, tuple[str, ...]]] = [
    (Act.POSITION, "we are aware of this event and the EU Delegation in Astana is carefully following developments", SENDER, ()),
    (Act.ACTION, "On 6 May I personally met Ombudsman Askar Shakirov and expressed our concerns over the troubling practice of searches of this kind in Zarechny and other penitentiary facilities.", SENDER, (SHAKIROV,)),
    (Act.ACKNOWLEDGEMENT, "Mr Shakirov acknowledged that there were cases of illegal force against prisoners, particularly during the searches by the National Guard.", SHAKIROV, (SHAKIROV,)),
    (Act.POSITION, "He stressed that his office is supporting the idea to limit searches in prisons.", SHAKIROV, ()),
    (Act.EVENT, "the EU-Kazakhstan Enhanced Partnership and Cooperation Agreement (EPCA), which has now been ratified by 27 EU Member States", SENDER, ()),
    (Act.ACTION, "At the Human Rights Dialogue and Justice and Home Affairs Sub-Committee meetings held in Brussel on 20 and 21 November 2018 respectively, the importance of zero tolerance to torture or mistreatment in prison was underlined.", SENDER, ()),
    (Act.REQUEST, "we also stressed that for real change there needs to be more vigorous action to address systemic problems with police pre-trial investigation and to ensure court independence and impartiality", SENDER, ()),
    (Act.REQUEST, "More work also needs to be done to put in place civilian oversight mechanisms for the police and the prison facilities.", SENDER, ()),
    (Act.ACTION, "This issue was also raised during the EU-Kazakhstan Cooperation Committee, held on 30 January 2019, in Brussels.", SENDER, ()),
    (Act.COMMITMENT, "The rule of law will remain a key priority sector of support for the EU in Kazakhstan through the new regional EU-Central Asia Rule of Law programme which will begin in 2019.", SENDER, ()),
    (Act.EVENT, "Kazakhstan has finalised the implementation of the EU bilateral programme “Support to Judicial Reform in Kazakhstan”, a 12 million euro programme (2014-2018)", SENDER, ()),
    (Act.ACTION, "Mr Zoltan Szalai, Head of Political, Press and Information Section visited Mr Yerimbetov in the Almaty detention centre last year.", "Zoltan Szalai", ("Zoltan Szalai", "Yerimbetov")),
    (Act.ACTION, "Before that the Delegation also paid a visit to Petropavlovsk prison, where Max Bokayev was kept.", "Delegation", ("Max Bokayev",)),
    (Act.COMMITMENT, "Together with our Member States' embassies we will keep visiting correctional facilities in the future", SENDER, ()),
    (Act.ACKNOWLEDGEMENT, "I must admit, it is a considerable challenge for us as the distances in the country are substantial and our human resources are limited", SENDER, ()),
    (Act.COMMITMENT, "we will continue to raise the issue of zero tolerance on torture and other cruel, inhuman or degrading treatment", SENDER, ()),
    (Act.POSITION, "No circumstance can ever justify the use of torture", SENDER, ()),
    (Act.COMMITMENT, "we will continuously urge Kazakhstan to adhere to its international commitments", SENDER, ()),
]  # fmt: skip
"""In order of the text: f1 is the first."""

PROMISES = {f"f{number}": fact[1] for number, fact in enumerate(FACTS, 1) if fact[0] is Act.COMMITMENT}


def read_carlsson() -> Source:
    """The letter's text with its paragraphs; what a page break cut in two is one."""
    original = (LETTERS / "carlsson.txt").read_bytes()
    text = original.decode("utf-8")
    starts = [found.start(1) for found in re.finditer(r"(?:\A|\n\n)\s*(\S)", text)]
    blocks = tuple(Block(start=start) for start in starts if not text[start].islower())
    return make_source(text, blocks, name="carlsson.txt", original=original, media_type="text/plain")


def carlsson(reviews: dict[str, Review] | None = None) -> Precedent:
    """The precedent, every fact accepted but those that `reviews` decides otherwise about."""
    source = read_carlsson()
    record = Record(
        id=ID,
        kind=DocumentKind.LETTER,
        language="en",
        source=source.description,
        letter=_letter(source),
        facts=tuple(_facts(source, reviews or {})),
    )
    return Precedent(record=record, text=source.text)


def _facts(source: Source, reviews: dict[str, Review]) -> Iterator[Fact]:
    for number, (act, words, speaker, people) in enumerate(FACTS, 1):
        passage = _find(source, words)
        chain = [Attribution(name=SENDER, act="reports")] if speaker != SENDER else []
        yield Fact(
            id=f"f{number}",
            act=act,
            quote=passage.text,
            start=passage.start,
            end=passage.end,
            block=source.block_index(passage.start),
            by=(*chain, Attribution(name=speaker, act=act)),
            people=people,
            review=reviews.get(f"f{number}", Review.ACCEPTED),
        )


def _letter(source: Source) -> Letter:
    date = _find(source, "23 May 2019")
    reference = _find(source, "your letter dated 15 May 2019")
    return Letter(
        date=DatedPassage(**date.model_dump(), value="2019-05-23"),
        place=_find(source, "Nur-Sultan"),
        sender=Party(
            name=_find(source, SENDER),
            role=_find(source, "Head of Delegation"),
            organisation=_find(source, "EUROPEAN UNION DELEGATION TO THE REPUBLIC OF KAZAKHSTAN"),
        ),
        recipients=(Party(name=_find(source, "Ana Gomes"), role=_find(source, "Member of the European Parliament")),),
        salutation=_find(source, "Dear Honourable Member, Dear Ms Gomes,"),
        closing=_find(source, "Yours sincerely, Best regards,"),
        refers_to=(
            Reference(what="letter", quote=reference.text, start=reference.start, end=reference.end, date="2019-05-15"),
        ),
    )


def _find(source: Source, words: str) -> Passage:
    """Where words stand, whatever the white space between them."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), source.text)
    assert found, words
    return source.passage(*found.span())
