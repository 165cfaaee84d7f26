from assistant.drafting.proof import check_draft
from assistant.model.finding import Severity
from tests.drafting.carlsson import ID
from tests.drafting.desk import bench, follow_up, template


def test_a_template_that_does_not_exist_is_told() -> None:
    (finding,) = check_draft(follow_up().model_copy(update={"template": "no"}), None, bench())
    assert (finding.code, finding.severity) == ("template-unknown", Severity.ERROR)
    assert "“no”" in finding.message


def test_a_language_the_template_does_not_have_is_told() -> None:
    (finding,) = check_draft(follow_up().model_copy(update={"language": "xx"}), template(), bench())
    assert finding.code == "template-language"


def test_all_is_told_at_once_fields_first_then_in_the_order_of_the_text() -> None:
    draft = follow_up()
    wrong = draft.model_copy(
        update={
            "fields": {**draft.fields, "subject": ""},
            "body": f"Dear Ambassador,\n\nYou wrote: “we will stop visiting correctional facilities” [@{ID}#f14].\n\n"
            f"[more] and “so on and so forth” [@{ID}#f99]. May I ask for your reply by 19 July 2019?",
        }
    )
    assert [finding.code for finding in check_draft(wrong, template(), bench())] == [
        "field-missing",
        "salutation-doubled",
        "quotation-altered",
        "placeholder",
        "quotation-absent",
        "citation-unknown-fact",
    ]
