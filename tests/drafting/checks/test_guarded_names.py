from assistant.drafting.checks.guarded_names import GuardedPeople, check_guarded_names
from assistant.drafting.checks.written import Written
from assistant.model.person import Naming, Person


def test_a_person_who_may_not_be_named_is_named_nowhere() -> None:
    guarded = Person.model_validate(
        {
            "id": "a-b",
            "name": "Anna Bek",
            "aliases": ["Bek"],
            "naming": Naming(allowed=False, reason="her family asked for it", instead="Ms B."),
        }
    )
    body = "They met Anna Bek in Bekovo. “Bek is well.”"
    findings = list(check_guarded_names(Written(text=body), GuardedPeople(everybody=(guarded,))))
    assert [finding.quote for finding in findings] == ["Anna Bek", "Bek"]
    assert findings[0].message == "Anna Bek may not be named: her family asked for it."
    assert findings[0].fix
    assert findings[0].fix.replacement == "Ms B."
