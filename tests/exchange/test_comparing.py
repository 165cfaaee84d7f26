"""How later statements stand to earlier ones: proposals with their reason, and silence where words tell nothing."""

import pytest

from assistant.exchange.comparing import compare_facts, denies
from assistant.exchange.figures import figures_in
from assistant.model.fact import Act, Attribution
from assistant.model.search import DatedFact
from assistant.model.timeline import Relation

SMALL = frozenset(
    {"the", "that", "was", "were", "are", "has", "have", "been", "will", "with", "and", "for", "our", "its"}
)
VISIT = "we will keep visiting correctional facilities in the Almaty region"


def said(year: int, quote: str, *by: str, act: Act = Act.POSITION, sender: str = "") -> DatedFact:
    precedent = f"{year}-01-01-letter"
    chain = tuple(Attribution(name=name, act="states") for name in by)
    return DatedFact(
        precedent=precedent, written=f"{year}-01-01", fact="f1", act=act, quote=quote, start=0, end=len(quote),
        by=chain, speaker=by[-1] if by else None, sender=sender or (by[0] if by else ""),
    )  # fmt: skip


def compared(*facts: DatedFact, leans: bool = False) -> list[tuple[Relation, str]]:
    return [(each.relation, each.because) for each in compare_facts(facts, lambda _, __: leans, SMALL)]


def relations(*facts: DatedFact, leans: bool = False) -> list[Relation]:
    return [relation for relation, _ in compared(*facts, leans=leans)]


def test_a_refusal_by_the_one_who_promised_contradicts_the_promise() -> None:
    promise = said(2019, VISIT, "Sven-Olov Carlsson", act=Act.COMMITMENT)
    refusal = said(2020, "visiting correctional facilities is outside our mandate", "S. Carlsson", act=Act.REFUSAL)
    assert compared(promise, refusal) == [
        (Relation.CONTRADICTS, "A refusal of what was said before about visiting, correctional, facilities.")
    ]


def test_a_refusal_by_somebody_else_does_not() -> None:
    promise = said(2019, VISIT, "Sven-Olov Carlsson", act=Act.COMMITMENT)
    refusal = said(2020, "visiting correctional facilities is outside our mandate", "Prison Service", act=Act.REFUSAL)
    assert Relation.CONTRADICTS not in relations(promise, refusal)


def test_what_one_says_and_another_denies_is_a_contradiction() -> None:
    one = said(2019, "Prisoners in Zarechny were beaten during the inspection", "Open Dialog")
    other = said(2020, "Prisoners in Zarechny were not beaten during the inspection by guards", "Prison Service")
    assert relations(one, other) == [Relation.CONTRADICTS]


@pytest.mark.parametrize(
    ("words", "says_no"),
    [
        ("It was not so.", True), ("ce n’est pas vrai", True), ("kein Häftling wurde geschlagen", True),
        ("żaden więzień nie był bity", True), ("nessuno è stato picchiato", True), ("nunca fue golpeado", True),
        ("on 3 May nothing", True), ("They were beaten in May", False), ("le 3 mai, ils ont été frappés", False),
        ("am 3. Mai wurden sie geschlagen", False), ("Nothern Ireland is notable", False),
    ],
)  # fmt: skip
def test_saying_no_is_told_in_six_languages(words: str, *, says_no: bool) -> None:
    assert denies(words) is says_no


def test_another_figure_for_the_same_thing_is_shown_with_both() -> None:
    earlier = said(2018, "the Agreement (EPCA), ratified by 22 EU Member States", "Delegation")
    later = said(2019, "the Agreement (EPCA) has now been ratified by 27 EU Member States", "Sven-Olov Carlsson")
    assert compared(earlier, later) == [
        (Relation.DIFFERS, "It says “27 EU Member States”, the earlier one “22 EU Member States”.")
    ]


def test_the_same_unit_of_something_else_is_another_thing() -> None:
    one = said(2018, "a 12 million euro programme for the reform of courts", "Delegation")
    other = said(2019, "a 3 million euro project to build wells", "Sven-Olov Carlsson")
    assert compared(one, other) == []


def test_who_denies_in_the_words_of_the_other_is_not_quoting() -> None:
    one = said(2019, "Prisoners in Zarechny were beaten by guards during the inspection", "Open Dialog")
    other = said(
        2020, "It is not true that prisoners in Zarechny were beaten by guards during the inspection", "Prison"
    )
    assert relations(one, other) == [Relation.CONTRADICTS]


def test_days_years_and_articles_are_no_figures() -> None:
    text = "On 23 April 2019, 12,5 million euro and 3 200 prisoners; Article 14 paragraph 2; 40 % of 2018 budget"
    assert [(each.number, each.unit) for each in figures_in(text)] == [
        (12.5, ("milli", "euro", "and")), (3200.0, ("priso",)), (40.0, ()),
    ]  # fmt: skip


def test_a_second_source_confirms() -> None:
    one = said(2018, "Yerimbetov was tortured in the Almaty detention centre", "Open Dialog", "Marcin Świącicki")
    other = said(2019, "In the Almaty detention centre Yerimbetov has been tortured", "Askar Shakirov")
    assert relations(one, other) == [Relation.CORROBORATES]


def test_the_same_words_are_no_second_source() -> None:
    one = said(2018, "Yerimbetov was tortured in the Almaty detention centre", "Open Dialog")
    other = said(2019, "It is said that Yerimbetov was tortured in the Almaty detention centre", "Ombudsman")
    assert relations(one, other) == [Relation.QUOTES]


def test_neither_is_a_letter_that_refers_to_the_first_nor_one_that_reports_the_same_voice() -> None:
    one = said(2018, "Yerimbetov was tortured in the Almaty detention centre", "Open Dialog")
    other = said(2019, "In the Almaty detention centre Yerimbetov has been tortured", "Ombudsman")
    assert relations(one, other, leans=True) == [Relation.QUOTES]
    reported = said(2019, other.quote, "Open Dialog", "Ombudsman")
    assert relations(one, reported) == [Relation.QUOTES]


def test_naming_the_same_treaty_is_saying_nothing_alike() -> None:
    one = said(2018, "the Enhanced Partnership and Cooperation Agreement can play a vital role", "Open Dialog")
    other = said(2019, "I refer to the EU-Kazakhstan Enhanced Partnership and Cooperation Agreement (EPCA)", "Gomes")
    assert compared(one, other) == []


def test_what_anybody_might_say_confirms_nothing() -> None:
    one = said(2018, "the mission is particularly concerned about the case of a detained lawyer", "Open Dialog")
    other = said(2019, "I am particularly concerned about the case of Max Bokayev", "Ana Gomes")
    assert compared(one, other) == []


def test_the_same_voice_says_it_again() -> None:
    one = said(2018, "Zero tolerance for torture is our priority in Kazakhstan", "Delegation")
    other = said(2020, "Torture in Kazakhstan: zero tolerance remains a priority", "Delegation")
    assert relations(one, other) == [Relation.SAYS_AGAIN]


def test_questions_and_sentences_of_one_letter_are_not_compared() -> None:
    one = said(2018, "Prisoners in Zarechny were beaten during the inspection", "Open Dialog")
    asked = said(2019, "Were prisoners in Zarechny not beaten during the inspection?", "Ana Gomes", act=Act.QUESTION)
    same = said(2018, "Prisoners in Zarechny were not beaten during the inspection", "Ombudsman")
    assert compared(one, asked) == []
    assert compared(one, same) == []
    other = said(2021, "The programme for judges begins in autumn", "Delegation")
    assert compared(one, other) == []
