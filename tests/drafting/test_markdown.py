import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.markdown import parse_draft, print_draft
from assistant.errors import DamagedRecordError
from assistant.model.draft import Draft
from assistant.model.person import LETTER_AUDIENCES

LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=40).map(
    partial(unicodedata.normalize, "NFC")
)
NAMES = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
VALUES = (
    LINES | st.lists(LINES, max_size=3) | st.fixed_dictionaries({"name": LINES, "lines": st.lists(LINES, max_size=3)})
)

WRITTEN = """---
template: follow-up
language: en
answering: 2019-05-23-carlsson-gomes
fields:
  recipient:
    name: Sven-Olov Carlsson
    lines:
      - H.E. Mr Sven-Olov Carlsson
      - Head of Delegation
  subject: Prison visits in Kazakhstan
  date: '2019-06-20'
---

Thank you for your letter.

You wrote: “we will keep visiting” [@2019-05-23-carlsson-gomes#f14].
"""

DAMAGED = [
    ("Dear Sir,\n", "no front matter"),
    ("---\nlanguage: en\n---\n\nBody\n", "names no template"),
    ("---\ntemplate: [follow-up\n---\n", "line 3"),
    ("---\ntemplate: a\nsubject: b\n---\n", "unknown entry “subject”"),
    ("---\ntemplate: a\ntemplate: b\n---\n", "“template” stands twice"),
    ("---\ntemplate: a\nlanguage: [en]\n---\n", "“language” must be one text"),
    ("---\ntemplate: a\nfields:\n  subject: our visit: the facts\n---\n", "line 4"),
    ("---\ntemplate: a\nfields: &x\n  again: *x\n---\n", "refers to another part of itself"),
    ("---\ntemplate: a\nfields:\n  a: [[[b]]]\n---\n", "texts, lists of texts, or parties"),
    ("---\n- a\n---\n", "names no template"),
    ("---\ntemplate: a\naudience: annex\n---\n", "“audience” must be public or confidential"),
]


@given(
    st.builds(
        Draft,
        template=NAMES,
        language=NAMES,
        answering=st.none() | NAMES,
        audience=st.sampled_from((None, *LETTER_AUDIENCES)),
        fields=st.dictionaries(NAMES, VALUES),
        body=LINES,
    )
)
def test_what_is_printed_is_read_back_as_the_same_draft(draft: Draft) -> None:
    assert parse_draft(print_draft(draft)) == draft


def test_a_draft_is_printed_as_a_person_would_write_it() -> None:
    assert print_draft(parse_draft(WRITTEN)) == WRITTEN


def test_yaml_guesses_nothing() -> None:
    draft = parse_draft("---\ntemplate: a\nfields:\n  file: 0123\n  answer: no\n  at: 12:30:45\n---\n\nBody\n")
    assert draft.fields == {"file": "0123", "answer": "no", "at": "12:30:45"}


def test_line_ends_and_marks_of_other_systems_do_not_matter() -> None:
    assert parse_draft("\ufeff" + WRITTEN.replace("\n", "\r\n")) == parse_draft(WRITTEN)


def test_letters_are_composed() -> None:
    assert parse_draft("---\ntemplate: a\n---\n\nS\u0301wia\u0328cicki\n").body == "Świącicki"


@pytest.mark.parametrize(("text", "reason"), DAMAGED)
def test_damaged_front_matter_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(DamagedRecordError, match=r"^drafts/a\.md: ") as caught:
        parse_draft(text, "drafts/a.md")
    assert reason in str(caught.value)
