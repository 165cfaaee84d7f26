"""Quotations of a body against the letter of 23 May 2019."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.bench import Sources
from assistant.drafting.checks.quotations import check_quotations
from assistant.drafting.language import load_language
from assistant.drafting.quotes import quotation_marks, quote_fact
from assistant.model.fact import Fact
from assistant.model.finding import Finding, Severity
from assistant.settings import Settings
from tests.drafting.carlsson import ID, carlsson

CARLSSON = carlsson()
MARKS = quotation_marks(load_language("en"), Settings())
PROMISE = "we will keep visiting correctional facilities in the future"


def check(body: str) -> list[Finding]:
    return list(check_quotations(body, Sources({ID: CARLSSON}.get), MARKS))


def codes(body: str) -> list[str]:
    return [finding.code for finding in check(body)]


def fixed(body: str) -> str:
    """The body after the fix of its only finding."""
    (finding,) = check(body)
    assert finding.fix
    return body[: finding.fix.start] + finding.fix.replacement + body[finding.fix.end :]


TRUE = [
    f"You wrote: “{PROMISE}” [@{ID}#f14].",
    f"You wrote: “{PROMISE}”. [@{ID}#f14]",
    f"Sie schrieben: „{PROMISE}“ [@{ID}#f14].",
    f"Vous écriviez : « {PROMISE} » [@{ID}#f14].",
    f'You wrote: "{PROMISE}" [@{ID}#f14].',
    f"You wrote: ‘{PROMISE}’ [@{ID}#f14].",
    f"You wrote that “we will keep\nvisiting” and “in the future” [@{ID}#f14].",
    f"You wrote: “we will *keep* visiting” [@{ID}#f14].",
    f"As you wrote [@{ID}#f14], “{PROMISE}”.",
    f"- “{PROMISE}” [@{ID}#f14]\n- “No circumstance can ever justify the use of torture” [@{ID}#f17]",
    f"“{PROMISE}” [@{ID}#f10; @{ID}#f14]",
    "A so-called “reform” needs no source.",
    "It’s the Members’ own business.",
    f"The “short term” is mine. You wrote: “{PROMISE}” [@{ID}#f14].",
]


@pytest.mark.parametrize("body", TRUE)
def test_a_true_quotation_raises_no_finding(body: str) -> None:
    assert check(body) == []


def test_one_changed_word_is_an_error_that_names_both() -> None:
    (finding,) = check(f"Thank you.\n\nYou wrote: “{PROMISE.replace('the future', 'the near future')}” [@{ID}#f14].")
    assert finding.code == "quotation-altered"
    assert finding.severity is Severity.ERROR
    assert finding.message == "You quote “near future”; the source has “future”."
    assert finding.place == "para. 2"
    assert PROMISE in finding.advice


def test_the_fix_restores_the_words_of_the_source() -> None:
    body = f"You wrote: “{PROMISE.replace('keep', 'stop')}” [@{ID}#f14]."
    assert fixed(body) == f"You wrote: “{PROMISE}” [@{ID}#f14]."


def test_the_fix_keeps_the_quotation_inside_the_quotation_an_inner_one() -> None:
    body = f"You named “the EU bilateral programme ‘Support to Judicial Reforms in Kazakhstan’” [@{ID}#f11]."
    assert "“the EU bilateral programme ‘Support to Judicial Reform in Kazakhstan’”" in fixed(body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"You wrote: “we will build new prisons for everybody” [@{ID}#f14].", "quotation-absent"),
        (f"You wrote: “never” [@{ID}#f14].", "quotation-absent"),
        (f"You wrote: “{PROMISE}”.", "quotation-without-source"),
        (f"You wrote: “{PROMISE} [@{ID}#f14].", "quotation-unclosed"),
        (f"You wrote: “{PROMISE}” [@{ID}#f10].", "quotation-outside-fact"),
        (f"You wrote: “{PROMISE}” [@{ID}].", "quotation-outside-fact"),
        (f"“We will keep visiting” [@{ID}#f14]", "quotation-altered"),
        (f"You wrote: “{PROMISE.replace('in the', 'in')}” [@{ID}#f14].", "quotation-altered"),
        (f"You wrote “{PROMISE.replace('will', 'may')}”. Thank you. You know it [@{ID}#f14].", "quotation-altered"),
        (f"They said “something of quite another kind”. You know it [@{ID}#f14].", "quotation-without-source"),
        (f"“we will keep visiting correctional facilities,” you wrote [@{ID}#f14].", "quotation-punctuation"),
    ],
)
def test_every_way_to_misquote_has_a_name(body: str, code: str) -> None:
    assert codes(body) == [code]


def test_an_altered_piece_between_omissions_is_named_but_not_put_in_place_of_the_whole() -> None:
    (finding,) = check(f"You wrote: “we will […] in the near future” [@{ID}#f14].")
    assert finding.message == "You quote “near future”; the source has “future”."
    assert finding.fix is None


def test_the_right_fact_is_offered_for_words_that_stand_elsewhere_in_the_source() -> None:
    body = f"You wrote: “{PROMISE}” [@{ID}#f10]."
    (finding,) = check(body)
    assert finding.message == f"These words stand in {ID}, but not in fact f10; they are fact f14."
    assert check(fixed(body)) == []


def test_a_comma_is_moved_behind_the_mark() -> None:
    body = f"“we will keep visiting correctional facilities,” you wrote [@{ID}#f14]."
    assert fixed(body) == f"“we will keep visiting correctional facilities”, you wrote [@{ID}#f14]."


def test_an_unclosed_quotation_without_citation_is_only_a_warning() -> None:
    (finding,) = check("You wrote: “we will keep visiting.")
    assert finding.severity is Severity.WARNING


@given(st.sampled_from(CARLSSON.record.facts))
def test_every_fact_quoted_by_the_program_is_found_true(fact: Fact) -> None:
    assert check(f"You wrote: {quote_fact(CARLSSON, fact, 'en', Settings())}.") == []


@given(st.sampled_from(CARLSSON.record.facts), st.data())
def test_no_fact_survives_the_change_of_a_word(fact: Fact, data: st.DataObject) -> None:
    words = fact.quote.split()
    changed = data.draw(st.integers(0, len(words) - 1))
    words[changed] = "never" if words[changed] != "never" else "ever"
    quotation = quote_fact(CARLSSON, fact.model_copy(update={"quote": " ".join(words)}), "en", Settings())
    assert [finding.severity for finding in check(f"{quotation}.")] == [Severity.ERROR]


def test_words_left_out_are_pointed_at() -> None:
    (finding,) = check(f"You wrote: “we will […] in the future” [@{ID}#f14].")
    assert (finding.code, finding.severity) == ("quotation-omission", Severity.WARNING)
