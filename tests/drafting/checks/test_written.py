from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.checks.written import Written, written_in
from assistant.model.draft import Draft
from assistant.model.finding import Severity


@given(st.text(max_size=200))
def test_own_words_stand_where_they_stood(text: str) -> None:
    own = Written(text=text).own
    assert len(own) == len(text)
    assert all(mine in (theirs, "\ue000", "\ue001") for mine, theirs in zip(own, text, strict=True))


def test_quotations_citations_and_addresses_are_nobodys_own_words() -> None:
    written = Written(text="He said “no” [@a-b#f1], see https://a.eu/1 and [this](https://b.eu/2).")
    own = written.own.replace("\ue000", "").replace("\ue001", "")
    assert own == "He said  , see  and [this."


def test_every_field_is_read_and_the_key_of_an_office_is_not() -> None:
    recipient = {"name": "Ana Gomes", "office": "member", "lines": ["Rue Wiertz 60"]}
    draft = Draft(
        template="a", fields={"recipient": recipient, "annexes": ["Letter"], "subject": "Visits"}, body="Hello"
    )
    assert [each.text for each in written_in(draft)] == ["Hello", "Ana Gomes", "Rue Wiertz 60", "Letter", "Visits"]


def test_only_a_field_that_is_one_text_can_be_put_right() -> None:
    whole = Written(text="wrong", kind="field", field="subject")
    for written, fixable in ((whole, True), (whole.model_copy(update={"is_whole": False}), False)):
        finding = written.finding("a", Severity.NOTE, (0, 5), "m", "a", "right")
        assert bool(finding.fix) is fixable
        assert finding.start is None
