"""Two versions of a draft side by side."""

from assistant.drafting.comparing import Whose, compare_drafts
from assistant.model.draft import Draft


def test_lines_that_part_are_told_with_whose_they_are() -> None:
    mine = Draft(template="reply", body="Dear Sir,\n\nThank you.")
    theirs = Draft(template="reply", body="Dear Madam,\n\nThank you.")
    compared = compare_drafts(mine, theirs)
    assert [(line.whose, line.text) for line in compared if line.whose is not Whose.BOTH] == [
        (Whose.THEIRS, "Dear Madam,"),
        (Whose.MINE, "Dear Sir,"),
    ]
    assert [line.text for line in compared if line.whose is not Whose.THEIRS][-3:] == ["Dear Sir,", "", "Thank you."]


def test_the_same_draft_twice_has_no_difference() -> None:
    draft = Draft(template="reply", fields={"subject": "Visits"}, body="Thank you.")
    assert {line.whose for line in compare_drafts(draft, draft)} == {Whose.BOTH}
