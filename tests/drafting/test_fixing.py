"""Drafts put right by themselves: what is safe, once, and never a word of a verified quotation."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.checks.quotations import governed_quotations
from assistant.drafting.fixing import fix_draft
from assistant.drafting.proof import check_draft
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Fix, Severity
from assistant.model.person import Naming, Person
from assistant.model.quotation import fold
from tests.drafting.carlsson import ID, PROMISES
from tests.drafting.desk import bench, follow_up, template

PEOPLE = (
    Person(id="askar-shakirov", name="Askar Shakirov"),
    Person(id="sven-olov-carlsson", name="Sven-Olov Carlsson", gender="male"),
    Person(id="max-bokayev", name="Max Bokayev", naming=Naming(allowed=False, instead="M. B.")),
)
DESK = bench().model_copy(update={"people": PEOPLE})
FLAWS = [
    "Your Excellency,",
    "I refer to E-1234/2019 and P8 TA(2019)203.",
    "Askar Shakirow knows of it.",
    "Max Bokayev is ill.",
    "See OJ L222, 20.08.2008, p.1.",
    f"“we will keep visiting correctional facilities,” you wrote [@{ID}#f14].",
    f"You wrote: “we will stop visiting correctional facilities” [@{ID}#f14].",
    "On 31 June nothing happened.",
]


def check(draft: Draft) -> tuple[Finding, ...]:
    return check_draft(draft, template(), DESK)


def test_what_is_safe_is_put_right_and_told() -> None:
    body = "I refer to E-1234/2019.\n\nAskar Shakirow knows of Max Bokayev’s case."
    fixed = fix_draft(follow_up().model_copy(update={"body": body}), check)
    assert fixed.draft.body == "I refer to E-001234/2019.\n\nAskar Shakirov knows of M. B.’s case."
    assert [finding.code for finding in fixed.done] == ["reference-malformed", "name-unlike", "person-not-to-be-named"]


def test_fields_are_put_right_too() -> None:
    draft = follow_up()
    draft = draft.model_copy(update={"fields": {**draft.fields, "subject": "E-1234/2019 and E-5678/2019"}})
    assert fix_draft(draft, check).draft.fields["subject"] == "E-001234/2019 and E-005678/2019"


def test_a_draft_without_flaws_comes_back_as_it_is() -> None:
    assert fix_draft(follow_up(), check).draft == follow_up()


def test_two_fixes_of_the_same_words_are_done_one_after_the_other() -> None:
    def both(draft: Draft) -> list[Finding]:
        return [
            Finding(code="a", severity=Severity.NOTE, message="m", fix=Fix(start=0, end=3, replacement=new, label=new))
            for new in ("two", "six")
            if draft.body == "one"
        ]

    assert fix_draft(Draft(template="a", body="one"), both).draft.body == "two"


@given(
    st.lists(st.sampled_from([*FLAWS, *(f"You wrote: “{words}” [@{ID}#{key}]." for key, words in PROMISES.items())]))
)
def test_no_word_of_a_verified_quotation_changes_and_a_second_time_nothing_is_done(paragraphs: list[str]) -> None:
    draft = follow_up().model_copy(update={"body": "\n\n".join(paragraphs)})
    spans = [(finding.start, finding.end) for finding in check(draft) if finding.code == "quotation-altered"]
    verified = [
        fold(governed.words).rstrip(",.")
        for governed in governed_quotations(draft.body)
        if (governed.quotation.start, governed.quotation.end) not in spans
    ]
    fixed = fix_draft(draft, check)
    kept = [fold(governed.words).rstrip(",.") for governed in governed_quotations(fixed.draft.body)]
    assert all(kept.count(words) >= verified.count(words) for words in verified)
    assert fix_draft(fixed.draft, check).done == ()
