"""What belongs on the page of a person, by names alone."""

import pytest

from assistant.exchange.dossiers import Called, people_called, roles_of
from assistant.model.fact import Act, Attribution
from assistant.model.person import Audience, Naming, Person, Role
from assistant.model.search import DatedFact, NamedIn

SHAKIROV = Called(names=("Askar Shakirov",))


def fact(quote: str, *by: str, people: tuple[str, ...] = ()) -> DatedFact:
    chain = tuple(Attribution(name=name, act="states") for name in by)
    return DatedFact(
        precedent="a", fact="f1", act=Act.POSITION, quote=quote, start=0, end=len(quote), by=chain, people=people
    )


@pytest.mark.parametrize("name", ["Askar Shakirov", "SHAKIROV", "Mr Shakirov", "Шакиров", "Askar Shakirov and A. Bek"])
def test_a_name_is_theirs_in_any_spelling_and_beside_others(name: str) -> None:
    assert SHAKIROV.fits(name)


@pytest.mark.parametrize("name", ["Ivan Shakirov", "Askar Bek", "Askar", "", "Mr"])
def test_another_given_name_or_surname_is_somebody_else(name: str) -> None:
    assert not SHAKIROV.fits(name)


def test_what_they_said_what_they_passed_on_and_what_was_said_of_them_are_three_things() -> None:
    said = fact("It is so.", "Sven-Olov Carlsson", "Askar Shakirov")
    passed_on = fact("It was so.", "Askar Shakirov", "Prison Service")
    about = fact("We met Mr Shakirov.", "Sven-Olov Carlsson")
    nothing = fact("We met Ivan Bek.", "Sven-Olov Carlsson", people=("Ivan Bek",))
    kinds = [(SHAKIROV.said(each), SHAKIROV.passed_on(each), SHAKIROV.is_about(each)) for each in
             (said, passed_on, about, nothing)]  # fmt: skip
    assert kinds == [(True, False, False), (False, True, False), (False, False, True), (False, False, False)]


def test_shorter_forms_of_a_name_are_one_person_and_other_given_names_others() -> None:
    named = [NamedIn(name=name, precedent="a") for name in ("Bokayev", "Max Bokayev", "Ivan Bokayev")]
    assert people_called(named) == ("Ivan Bokayev", "Max Bokayev")
    assert people_called(named[:2]) == ("Max Bokayev",)


def test_roles_have_the_dates_of_the_file_and_those_letters_give() -> None:
    person = Person(id="a-s", name="Askar Shakirov", roles=(Role(title="Ombudsman", since="2013"),))
    named = [
        NamedIn(name="Askar Shakirov", role="ombudsman", precedent="b", written="2019-05-23"),
        NamedIn(name="Askar Shakirov", role="Deputy Minister", precedent="a", written="2010-01-02"),
        NamedIn(name="Askar Shakirov", role="Ombudsman", precedent="c", written="2015-03-01"),
    ]
    roles = [(role.title, role.since, role.first_seen, role.last_seen) for role in roles_of(person, named)]
    assert roles == [
        ("Ombudsman", "2013", "2015-03-01", "2019-05-23"), ("Deputy Minister", None, "2010-01-02", "2010-01-02"),
    ]  # fmt: skip


def test_who_may_be_named_depends_on_who_reads_it() -> None:
    only_in_letters = Naming(allowed=False, only_in=(Audience.CONFIDENTIAL,))
    assert [only_in_letters.permits(audience) for audience in Audience] == [False, True, False]
    assert all(Naming().permits(audience) for audience in Audience)
