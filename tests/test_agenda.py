"""The agenda of an office, each date worked out by hand: from letters, rules and decisions alone."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.founding import make_office
from assistant.model.agenda import Agenda, Matter
from assistant.model.decision import Outcome
from assistant.office import Office

EXCHANGES = Path(__file__).parent / "letters" / "exchanges"
CARLSSON, INQUIRY, REPLY = "2019-05-23-carlsson-gomes", "2019-09-02-gomes-carlsson", "2019-09-19-carlsson-gomes"
FIFTEENTH_OF_MAY = """Brussels, 15 May 2019

Mr Sven-Olov Carlsson
Head of the Delegation of the European Union to Kazakhstan

Dear Ambassador,

May I ask you to raise the situation of Mr Yerimbetov and Mr Bokayev with the Kazakh authorities?

Yours sincerely,

Ana Gomes
Member of the European Parliament
"""
WATER = """Nur-Sultan, 9 October 2019

Ms Ana Gomes
Member of the European Parliament

Dear Ms Gomes,

The Delegation organised a seminar on water management in Almaty.

Yours sincerely,

Sven-Olov Carlsson
Head of Delegation
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(make_office(tmp_path / "office", examples=True))


def file(office: Office, *names: str) -> None:
    outcomes = list(office.add([EXCHANGES / f"{name}.txt" for name in names]))
    assert [outcome.error for outcome in outcomes if outcome.error] == []


def file_text(office: Office, tmp_path: Path, text: str, name: str = "letter.txt") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    [outcome] = office.add([path])
    assert outcome.id
    return outcome.id


def of(office: Office, member: str, more: str = "") -> Office:
    """The same folder as the office of another Member."""
    (office.folder / "letter_templates" / "office.toml").write_text(f'[member]\nname = "{member}"\n{more}', "utf-8")
    return Office(office.folder)


def lines(agenda: Agenda, *matters: Matter) -> list[tuple[str, str | None]]:
    return [
        (item.key, item.due.isoformat() if item.due else None)
        for item in agenda.items
        if not matters or item.matter in matters
    ]


# The day an answer was due, worked by hand. 15 working days after Wednesday 4 March 2020 pass no holiday; all others
# are 30 days of the office, of which those of the ombudsman end on Saturday 9 November 2019.
WAITED = [
    ("commission", "Terry Reintke", "2020-03-04-reintke-dalli", "2020-03-25"),
    ("delegation", "Ana Gomes", INQUIRY, "2019-10-02"),
    ("minister", "Hannah Neumann", "2021-05-17-neumann-maas", "2021-06-16"),
    ("minister_pl", "Róża Thun", "2021-03-08-ochojska-rau", None),  # a letter of another Member is not ours
    ("minister_pl", "Janina Ochojska", "2021-03-08-ochojska-rau", "2021-04-07"),
    ("ministre", "Raphaël Glucksmann", "2021-02-03-glucksmann-drian", "2021-03-05"),
    ("ombudsman", "Heidi Hautala", "2019-10-10-hautala-shakirov", "2019-11-11"),
]


@pytest.mark.parametrize(("name", "member", "inquiry", "due"), WAITED)
def test_a_letter_of_ours_waits_until_its_answer_is_filed(
    office: Office, name: str, member: str, inquiry: str, due: str | None
) -> None:
    file(office, f"{name}-inquiry")
    ours = of(office, member)
    today = dt.date.fromisoformat(due or "2021-04-07")
    expected = [(inquiry, due)] if due else []
    assert lines(ours.agenda(today), Matter.REPLY) == expected
    assert [item.key for item in ours.agenda(today).this_week if item.matter is Matter.REPLY] == [
        each for each, _ in expected
    ]
    assert [item.key for item in ours.agenda(today + dt.timedelta(days=7)).late if item.matter is Matter.REPLY] == [
        each for each, _ in expected
    ]
    file(office, f"{name}-reply")
    assert lines(ours.agenda(today + dt.timedelta(days=60)), Matter.REPLY) == []


def test_the_reason_tells_rule_source_and_status_and_each_step_of_the_count(office: Office) -> None:
    file(office, "commission-inquiry")
    [item] = of(office, "Terry Reintke").agenda(dt.date(2020, 3, 20)).items
    assert item.because.startswith("15 working days: Code of good administrative behaviour of the Commission (2000)")
    assert item.because.endswith("(verified)")
    assert (item.who, item.what) == ("Helena Dalli", "Women in detention in Belarus")
    assert item.steps[0] == (
        "The day of the letter stands for the day it was received by the unit responsible: no other is on file."
    )
    assert item.steps[-1] == "15 working days: Wednesday 25 March 2020."


def test_over_the_end_of_the_year_an_answer_is_due_on_the_first_day_somebody_works(
    office: Office, tmp_path: Path
) -> None:
    letter = file_text(office, tmp_path, FIFTEENTH_OF_MAY.replace("15 May 2019", "24 November 2019"))
    agenda = office.agenda(dt.date(2019, 12, 30))
    assert (letter, "2020-01-03") in lines(agenda, Matter.REPLY)
    assert [item.key for item in agenda.this_week] == [letter]
    assert [item.key for item in office.agenda(dt.date(2020, 1, 3)).this_week] == [letter]
    assert letter in [item.key for item in office.agenda(dt.date(2020, 1, 4)).late]


def test_the_office_closes_and_sets_limits_of_its_own(office: Office, tmp_path: Path) -> None:
    letter = file_text(office, tmp_path, FIFTEENTH_OF_MAY)
    own = '[[deadlines.limits]]\nlabel = "letter to a delegation"\namount = 3\nunit = "weeks"\n'
    closed = '[deadlines]\nclosed = ["2019-06-05/2019-06-07"]\n'
    ours = of(office, "Ana Gomes", f'{closed}{own}addressee_words = ["Delegation"]\n')
    ours.correspondence.link(CARLSSON, letter, joined=False)
    [item] = [item for item in ours.agenda(dt.date(2019, 6, 1)).items if item.key == letter]
    assert item.due == dt.date(2019, 6, 11)  # 5 June is closed, then Saturday to Whit Monday
    assert item.because == "3 weeks: office.toml, deadlines.limits (office)"


def test_the_letter_of_15_may_is_answered_by_the_one_that_speaks_of_it(office: Office, tmp_path: Path) -> None:
    letter = file_text(office, tmp_path, FIFTEENTH_OF_MAY)
    assert lines(office.agenda(dt.date(2019, 7, 1)), Matter.REPLY, Matter.ANSWER) == []
    office.correspondence.link(CARLSSON, letter, joined=False)
    assert lines(Office(office.folder).agenda(dt.date(2019, 7, 1)), Matter.REPLY) == [(letter, "2019-06-14")]


def test_a_letter_back_that_speaks_of_nothing_is_told_beside_the_one_that_goes_on_waiting(
    office: Office, tmp_path: Path
) -> None:
    file(office, "delegation-inquiry")
    letter = file_text(office, tmp_path, WATER)
    [item] = [item for item in office.agenda(dt.date(2019, 11, 4)).late if item.matter is Matter.REPLY]
    assert item.key == INQUIRY
    assert item.notes == (f"Perhaps {letter}: Its addressee wrote back 37 days later.",)
    office.correspondence.link(letter, INQUIRY, joined=True)
    assert lines(Office(office.folder).agenda(dt.date(2019, 11, 4)), Matter.REPLY) == []


def test_what_is_asked_of_us_waits_for_our_letter(office: Office) -> None:
    file(office, "delegation-inquiry")
    delegation = of(office, "Sven-Olov Carlsson")
    agenda = delegation.agenda(dt.date(2019, 9, 10))
    assert lines(agenda, Matter.ANSWER) == [(INQUIRY, "2019-10-02")]
    assert agenda.later[0].because == "30 days: office.toml, answer_within_days (office)"
    file(office, "delegation-reply")
    assert lines(delegation.agenda(dt.date(2019, 9, 20)), Matter.ANSWER) == []


def test_what_a_reply_asked_of_others_is_not_asked_of_us(office: Office) -> None:
    assert lines(office.agenda(dt.date(2019, 6, 1)), Matter.ANSWER) == []


def test_promises_are_due_on_the_day_they_name_or_on_the_day_somebody_chose_else_open(office: Office) -> None:
    file(office, "delegation-reply")
    agenda = office.agenda(dt.date(2019, 12, 9))
    assert [item.key for item in agenda.late] == [f"{REPLY}#f3"]  # at the Dialogue on 26 and 27 November 2019
    assert agenda.late[0].due == dt.date(2019, 11, 27)
    assert {item.key for item in agenda.later} == {f"{CARLSSON}#f{number}" for number in (11, 15, 17, 19)}
    office.correspondence.say_of_promise(f"{REPLY}#f3", Outcome.KEPT)
    office.correspondence.say_of_promise(f"{CARLSSON}#f15", Outcome.OPEN, follow_up="2019-12-13")
    agenda = Office(office.folder).agenda(dt.date(2019, 12, 9))
    assert agenda.late == ()
    assert [(item.key, item.due) for item in agenda.this_week] == [(f"{CARLSSON}#f15", dt.date(2019, 12, 13))]


def test_what_somebody_wants_to_come_back_to_stays_however_old_the_letter(office: Office) -> None:
    office.correspondence.say_of_promise(f"{CARLSSON}#f15", Outcome.OPEN, follow_up="2024-01-15")
    assert lines(Office(office.folder).agenda(dt.date(2024, 2, 1))) == [(f"{CARLSSON}#f15", "2024-01-15")]


def test_a_draft_is_begun_until_its_letter_is_exported(office: Office) -> None:
    from assistant.writing import LetterRequest

    file(office, "delegation-inquiry")
    delegation = of(office, "Sven-Olov Carlsson")
    request = LetterRequest(template="holding-reply", answering=INQUIRY, today=dt.date(2019, 9, 10))
    path = delegation.writing.new_draft(request)
    [owed, draft] = delegation.agenda(dt.date(2019, 9, 10)).items
    assert owed.taken_up == (f"drafts/{path.name}",)
    assert (draft.matter, draft.key, draft.who, draft.due) == (
        Matter.DRAFT, f"drafts/{path.name}", "Ana Gomes", dt.date(2019, 10, 2),
    )  # fmt: skip
    letter = office.folder / "letters" / f"{path.stem}.docx"
    letter.parent.mkdir(exist_ok=True)
    letter.touch()
    [owed] = delegation.agenda(dt.date(2019, 9, 10)).items
    assert owed.taken_up == (f"letters/{path.stem}.docx",)


def test_a_draft_that_cannot_be_read_is_not_lost_from_sight(office: Office) -> None:
    (office.folder / "drafts").mkdir(exist_ok=True)
    (office.folder / "drafts" / "2019-06-20-follow-up.md").write_bytes(b"\xff")
    [item] = [item for item in office.agenda(dt.date(2019, 6, 20)).items if item.matter is Matter.DRAFT]
    assert "not UTF-8" in item.what


def test_an_office_whose_member_nobody_knows_waits_for_nobody(office: Office) -> None:
    file(office, "delegation-inquiry")
    assert lines(of(office, "").agenda(dt.date(2019, 12, 9))) == []


def test_only_the_lines_asked_for_are_shown_and_the_others_are_counted(office: Office) -> None:
    agenda = office.agenda_desk.agenda(dt.date(2019, 6, 1), limit=1)
    assert (len(agenda.items), agenda.left_out) == (1, 3)


def test_late_letters_are_chased_in_one_go_and_none_twice(office: Office) -> None:
    file(office, "delegation-inquiry")
    office.review(INQUIRY, accept=["all"])
    assert list(office.chase(dt.date(2019, 10, 2))) == []
    [chased] = office.chase(dt.date(2019, 10, 3))
    assert (chased.letter, chased.error) == (INQUIRY, "")
    draft = office.writing.drafts.load(Path(chased.draft)).draft
    assert (draft.template, draft.addressee, draft.answering) == ("reminder", "Sven-Olov Carlsson", INQUIRY)
    assert "My letter of 2 September 2019 has, as far as I can see, remained without a reply." in draft.body
    assert draft.body.count(f"[@{INQUIRY}#f") == 5
    assert list(office.chase(dt.date(2019, 10, 3))) == []


def test_a_reminder_that_is_filed_waits_in_place_of_the_letter_it_recalls(office: Office) -> None:
    file(office, "delegation-inquiry")
    office.review(INQUIRY, accept=["all"])
    [chased] = office.chase(dt.date(2019, 10, 3))
    exported = office.writing.export(Path(chased.draft))
    assert list(office.chase(dt.date(2019, 10, 4))) == []
    [outcome] = office.add([Path(exported.letter)])
    assert lines(office.agenda(dt.date(2019, 10, 4)), Matter.REPLY) == [(outcome.id, "2019-11-01")]
    [item] = [item for item in office.agenda(dt.date(2019, 10, 4)).items if item.matter is Matter.REPLY]
    assert item.because == "the letter asks for a reply by then"


def test_a_letter_nobody_can_be_reminded_of_in_its_language_does_not_stop_the_others(office: Office) -> None:
    file(office, "delegation-inquiry", "commission-inquiry")
    manifest = office.folder / "letter_templates" / "reminder"
    manifest.mkdir()
    (manifest / "template.toml").write_text("id = ", "utf-8")
    [chased] = office.chase(dt.date(2019, 10, 3), {Matter.REPLY})
    assert chased.draft == ""
    assert "template.toml" in chased.error


QUESTION = """Question for written answer E-001234/2019
to the Commission (Vice-President/High Representative)
Rule 130
Ana Gomes (S&D)

Brussels, 3 May 2019

Subject: Prisoners in Zarechny

1. Has the VP/HR raised with the authorities of Kazakhstan that prisoners were beaten in Zarechny?

2. When will the Delegation visit the prison in Zarechny?
"""


def test_a_written_question_waits_six_weeks_and_the_clock_of_the_quota_is_shown(office: Office, tmp_path: Path) -> None:
    question = file_text(office, tmp_path, QUESTION)
    agenda = office.agenda(dt.date(2019, 6, 3))
    assert (question, "2019-06-14") in lines(agenda, Matter.QUESTION)
    assert agenda.quota is not None
    assert (agenda.quota.used, agenda.quota.left, agenda.quota.priority_free) == (1, 19, True)
    assert office.agenda(dt.date(2019, 8, 4)).quota is None


def test_a_question_that_was_asked_before_is_told_when_it_is_checked_and_in_the_agenda(
    office: Office, tmp_path: Path
) -> None:
    from assistant.writing import LetterRequest

    question = file_text(office, tmp_path, QUESTION)
    asked = "Has the VP/HR raised with Kazakhstan’s authorities that prisoners were beaten in Zarechny?"
    visit = "Will the Delegation visit the prison of Zarechny?"
    fields = {"sub_questions": f"{asked}\n{visit}", "date": "2019-06-20"}
    request = LetterRequest(template="written-question", fields=fields, today=dt.date(2019, 6, 20))
    path = office.writing.new_draft(request)
    codes = {finding.code: finding.message for finding in office.writing.check(path)}
    assert f"({question})" in codes["question-asked-before"]
    [draft] = [item for item in office.agenda(dt.date(2019, 6, 20)).items if item.matter is Matter.DRAFT]
    assert draft.notes == (f"Much of it was asked on 2019-05-03 in E-001234/2019 ({question}).",)
