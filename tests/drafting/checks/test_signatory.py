"""A letter names who signs it."""

from assistant.drafting.checks.signatory import check_signatory
from assistant.model.finding import Severity
from assistant.settings import Member, Settings


def test_a_letter_that_nobody_signs_is_not_made() -> None:
    (finding,) = check_signatory(Settings(member=Member(name=" ")))
    assert (finding.code, finding.severity) == ("signatory-missing", Severity.ERROR)
    assert "letter_templates/office.toml" in (finding.advice or "")


def test_a_member_who_is_named_signs() -> None:
    assert not list(check_signatory(Settings(member=Member(name="Ana Gomes"))))
