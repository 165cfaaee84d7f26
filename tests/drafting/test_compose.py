"""What stands in a new draft before a person has written a word."""

import datetime as dt

import pytest

from assistant.drafting.compose import Composition, _names, _recipient, compose, reply_date
from assistant.drafting.language import load_language
from assistant.drafting.proof import check_draft
from assistant.drafting.starter import PROVIDED
from assistant.errors import BadArgumentError, UnknownFieldError, UnknownTemplateError
from assistant.model.draft import Draft
from assistant.model.fact import Act, Review
from assistant.model.person import Naming, Person, Role
from assistant.settings import Settings
from tests.drafting.carlsson import FACTS, ID, PROMISES, carlsson
from tests.drafting.desk import SETTINGS, TODAY, bench, follow_up, template

AMBASSADOR = Person.model_validate(
    {
        "id": "sven-olov-carlsson",
        "name": "Sven-Olov Carlsson",
        "aliases": ["S.-O. Carlsson"],
        "title": "H.E. Mr",
        "gender": "male",
        "roles": [
            Role(title="Ambassador", organisation="EU Delegation to Nowhere", until="2016"),
            Role(
                title="Head of Delegation",
                organisation="Delegation of the European Union to the Republic of Kazakhstan",
                office="head_of_delegation",
                since="2017-09",
            ),
        ],
        "address": ["Kosmonavtov Street 62", "010000 Nur-Sultan"],
    }
)


def lines(draft: Draft) -> list[str]:
    recipient = draft.fields["recipient"]
    assert isinstance(recipient, dict)
    return list(recipient["lines"])


def inquiry(**more: object) -> Draft:
    return compose(
        Composition.model_validate({"template": template("inquiry"), "settings": SETTINGS, "today": TODAY, **more})
    )


def test_the_letter_answered_says_who_is_written_to() -> None:
    assert lines(follow_up()) == [
        "H.E. Sven-Olov Carlsson",
        "Head of Delegation",
        "European Union",
        "Delegation to the Republic of Kazakhstan",
    ]


def test_what_the_office_knows_of_a_person_goes_before_what_the_letter_says() -> None:
    assert lines(follow_up(people=(AMBASSADOR,))) == [
        "H.E. Mr Sven-Olov Carlsson",
        "Head of Delegation",
        "Delegation of the European Union to the Republic of Kazakhstan",
        "Kosmonavtov Street 62",
        "010000 Nur-Sultan",
    ]


def test_a_person_is_found_by_any_of_the_names() -> None:
    assert lines(inquiry(recipient="s.-o.  carlsson", people=(AMBASSADOR,)))[0] == "H.E. Mr Sven-Olov Carlsson"


def test_another_addressee_is_not_given_the_senders_office() -> None:
    draft = follow_up(recipient="Federica Mogherini")
    assert lines(draft) == ["Federica Mogherini"]
    assert draft.fields["salutation"] == "Dear Federica Mogherini,"


def test_fields_are_filled_from_letter_settings_and_day() -> None:
    fields = follow_up().fields
    assert fields["salutation"] == "Your Excellency,"
    assert fields["closing"] == "Please accept, Your Excellency, the assurance of my highest consideration."
    assert fields["your_reference"] == "letter of 23 May 2019"
    assert (fields["place"], fields["date"], fields["reply_by"]) == ("Brussels", "2019-06-20", "2019-07-19")


def test_a_reply_is_asked_for_from_the_day_the_letter_bears() -> None:
    fields = follow_up(fields={"date": "2019-05-15"}).fields
    assert (fields["date"], fields["reply_by"]) == ("2019-05-15", "2019-06-14")


def test_an_office_may_prefer_another_greeting() -> None:
    settings = Settings(forms_of_address={"head_of_delegation": {"en": "Dear Ambassador,"}})
    fields = follow_up(settings=settings).fields
    assert (fields["salutation"], fields["closing"]) == ("Dear Ambassador,", "Yours sincerely,")


def test_every_promise_is_quoted_and_cited_with_a_question_under_it() -> None:
    body = follow_up().body
    for fact_id, words in PROMISES.items():
        _, _, behind = body.partition(f"{words}” [@{ID}#{fact_id}]")
        assert behind.split("\n\n")[1].rstrip().endswith("?")


def test_no_promise_is_followed_by_the_question_of_another() -> None:
    questions = [line.strip() for line in follow_up().body.splitlines() if line.startswith("   ") and line.strip()]
    assert len(questions) == len(set(questions)) == 4


def test_what_others_acknowledged_is_recalled_as_reported() -> None:
    assert "You reported: “Mr Shakirov acknowledged" in follow_up().body
    assert "I must admit" not in follow_up().body  # the writer's own, and no promise


def test_the_individual_cases_are_asked_about() -> None:
    body = follow_up().body
    assert f"Max Bokayev was kept.” [@{ID}#f13]" in body
    assert "personally met Ombudsman" not in body  # he holds an office and speaks: no case


@pytest.mark.parametrize("review", [Review.PROPOSED, Review.REJECTED, Review.OBSOLETE])
def test_a_fact_nobody_accepted_is_not_used(review: Review) -> None:
    assert PROMISES["f14"] not in follow_up(carlsson({"f14": review})).body


def test_without_accepted_facts_the_draft_says_what_is_to_be_done() -> None:
    letter = carlsson({f"f{number}": Review.PROPOSED for number in range(1, len(FACTS) + 1)})
    draft = follow_up(letter)
    assert "@" not in draft.body
    assert [finding.code for finding in check_draft(draft, template(), bench(letter))] == ["placeholder"]


def test_a_single_promise_is_no_list() -> None:
    reviews = {fact_id: Review.REJECTED for fact_id in PROMISES if fact_id != "f14"}
    letter = carlsson(reviews)
    draft = follow_up(letter)
    assert "1." not in draft.body
    assert check_draft(draft, template(), bench(letter)) == ()


def test_a_fact_that_names_a_guarded_person_is_left_out() -> None:
    guarded = Person.model_validate({"id": "b", "name": "Max Bokayev", "naming": Naming(allowed=False)})
    assert "Bokayev" not in follow_up(people=(guarded,)).body


def test_a_promise_made_by_somebody_else_is_not_put_into_the_writers_mouth() -> None:
    letter = carlsson()
    facts = tuple(
        fact.model_copy(update={"act": Act.COMMITMENT}) if fact.id == "f4" else fact for fact in letter.record.facts
    )
    told = letter.model_copy(update={"record": letter.record.model_copy(update={"facts": facts})})
    assert "You conveyed this undertaking (Askar Shakirov): “He stressed" in follow_up(told).body


def test_values_a_person_gives_are_taken() -> None:
    draft = inquiry(
        recipient="X", fields={"subject": "Zarechny", "copies": "EEAS; Council", "event": "the *event* of 1 May"}
    )
    assert draft.fields["subject"] == "Zarechny"
    assert draft.fields["copies"] == ["EEAS", "Council"]
    assert draft.body.startswith(r"I write to you about the \*event\* of 1 May.")
    assert "event" not in draft.fields  # it stands in the text now


def test_what_is_not_known_yet_is_left_to_fill_in() -> None:
    draft = inquiry(recipient="X", fields={"subject": "Zarechny"})
    assert draft.fields["salutation"] == "Your Excellency,"  # the template writes to heads of delegation
    assert [finding.code for finding in check_draft(draft, template("inquiry"), bench())] == ["placeholder"]


def test_what_cannot_be_composed_says_why() -> None:
    with pytest.raises(BadArgumentError, match="answers another"):
        compose(Composition(template=template(), settings=SETTINGS, today=TODAY))
    with pytest.raises(UnknownFieldError):
        inquiry(fields={"cc": "EEAS"})
    with pytest.raises(BadArgumentError, match="is no date"):
        inquiry(fields={"date": "tomorrow"})
    with pytest.raises(UnknownTemplateError):
        inquiry(language="xx")


def test_starters_are_given_what_templates_are_checked_for() -> None:
    request = Composition(template=template(), settings=SETTINGS, today=TODAY, answering=carlsson())
    language = load_language("en")
    assert set(_names(request, _recipient(request, language), None, language)) == PROVIDED


@pytest.mark.parametrize(
    ("today", "reply"), [("2019-06-20", "2019-07-19"), ("2019-06-21", "2019-07-19"), ("2019-06-24", "2019-07-24")]
)
def test_a_reply_is_asked_for_by_a_working_day(today: str, reply: str) -> None:
    assert reply_date(dt.date.fromisoformat(today), 30) == dt.date.fromisoformat(reply)


@pytest.mark.parametrize(("date", "number"), [("2019-06-20", "130"), ("2021-01-18", "138"), ("2025-01-20", "144")])
def test_a_rule_has_the_number_it_bears_on_the_day_of_the_letter(date: str, number: str) -> None:
    starter = "Under Rule {{ rules.written_question }} I ask."
    changed = template().model_copy(update={"starters": dict.fromkeys(template().languages, starter)})
    assert follow_up(template=changed, fields={"date": date}).body == f"Under Rule {number} I ask."
