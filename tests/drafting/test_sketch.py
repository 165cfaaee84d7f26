"""A draft looked at before it is finished: the sheets it will have, and what is still wrong marked on them."""

import pytest

from assistant.drafting.export import render
from assistant.drafting.proof import check_draft
from assistant.drafting.sheets.sheets import lay_out
from assistant.drafting.sketch import sketch
from assistant.errors import FindingsError, UnknownTemplateError
from assistant.model.draft import Draft
from assistant.model.finding import Severity
from assistant.model.sheet import Region, Sheet
from tests.drafting.desk import bench, follow_up, template


def sketched(draft: Draft) -> tuple[Sheet, ...]:
    return sketch(draft, template(draft.template), bench(), check_draft(draft, template(draft.template), bench()))


def marked(sheets: tuple[Sheet, ...]) -> list[tuple[str, str]]:
    stretches = [each for sheet in sheets for box in sheet.boxes for line in box.lines for each in line.stretches]
    return [(each.text, str(each.mark)) for each in stretches if each.mark]


def printed(sheets: tuple[Sheet, ...]) -> str:
    return " ".join(line.text for sheet in sheets for box in sheet.boxes for line in box.lines)


def test_a_finished_draft_is_sketched_as_it_is_printed() -> None:
    draft = follow_up()
    assert sketched(draft) == lay_out(render(draft, template(), bench()))
    assert marked(sketched(draft)) == []


def test_an_altered_quotation_is_shown_and_marked_and_still_keeps_the_letter_back() -> None:
    draft = follow_up()
    altered = draft.model_copy(update={"body": draft.body.replace("in the future”", "in the near future”")})
    with pytest.raises(FindingsError):
        render(altered, template(), bench())
    sheets = sketched(altered)
    words = "".join(text for text, severity in marked(sheets) if severity == Severity.ERROR)
    assert "near" in words
    assert "in the near future”" in printed(sheets)


def test_what_is_missing_stands_in_brackets() -> None:
    draft = follow_up()
    fields = {**draft.fields, "recipient": {}, "subject": "", "date": "soon"}
    sheets = sketched(draft.model_copy(update={"fields": fields}))
    words = [text for text, severity in marked(sheets) if severity == Severity.ERROR]
    assert {"[To]", "[Subject]", "[Date]"} <= set(words)
    window = [box for box in sheets[0].boxes if box.region is Region.WINDOW]
    assert [line.text for line in window[0].lines] == ["[To]"]


def test_a_citation_of_an_unknown_letter_is_shown_by_its_key() -> None:
    draft = follow_up()
    sheets = sketched(draft.model_copy(update={"body": f"{draft.body}\n\nSo it was said.[@2018-01-01-nobody#f1]"}))
    notes = [line.text for sheet in sheets for box in sheet.boxes if box.region is Region.NOTES for line in box.lines]
    assert any("2018-01-01-nobody#f1" in note for note in notes)


@pytest.mark.parametrize(
    "body", ["", "“", "[@", "[name]", "**", "1.", "> x\n\n# y\n\n<b>z</b>", "\u202eabc", "x" * 5000]
)
def test_whatever_is_typed_can_be_looked_at(body: str) -> None:
    assert sketched(follow_up().model_copy(update={"body": body}))


def test_a_language_the_template_does_not_have_is_told() -> None:
    with pytest.raises(UnknownTemplateError):
        sketch(follow_up().model_copy(update={"language": "fi"}), template(), bench())


def test_what_findings_speak_of_in_a_field_is_marked_where_the_field_is_printed() -> None:
    draft = follow_up()
    recipient = {"name": "Ana Gomes", "lines": ["Ana Gomes", "010000 Nur-Sultan"]}
    dated = draft.model_copy(update={"fields": {**draft.fields, "recipient": recipient, "date": "2023-06-20"}})
    window = [box for box in sketched(dated)[0].boxes if box.region is Region.WINDOW]
    assert marked((Sheet(width=210, height=297, boxes=tuple(window)),)) == [("Nur-Sultan", "warning")]
