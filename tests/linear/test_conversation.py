"""A day line by line: nothing is drawn, every step is a line, and what is done stands on disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.model.fact import Act, Review
from tests.conftest import LETTERS
from tests.tui.person import CARLSSON
from tests.tui.screens.test_library import HOSTILE, file_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.office import Office

    Hear = Callable[..., str]

ADMISSION = "“Mr Shakirov acknowledged that there were cases of illegal force against prisoners"


def test_it_greets_with_what_there_is_and_leaves_when_nobody_answers(hear: Hear) -> None:
    said = hear()
    assert said.startswith("Office of Ana Gomes. 2 letters, 0 to review.\n1. Search\n")
    assert said.endswith("Everything is saved.\n")


@pytest.mark.parametrize("choice", ["8", "leave", "LEA"])
def test_a_choice_is_a_number_or_the_beginning_of_its_words(hear: Hear, choice: str) -> None:
    assert hear(choice).endswith("? for the list: Everything is saved.\n")


@pytest.mark.parametrize("choice", ["99", "0", "²", "nonsense", "-1"])
def test_what_is_not_in_the_list_is_told(hear: Hear, choice: str) -> None:
    assert f"There is no “{choice}” in this list of 8." in hear(choice)


def test_one_searches_and_quotes_with_citation(hear: Hear) -> None:
    said = hear("search", "illegal force person:shakirov", "2", "", "", "leave")
    assert "1 fact, 1 letter." in said
    assert "1. Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes." in said
    assert "2. Fact f3, admission by Askar Shakirov: “Mr Shakirov" in said
    quoted = next(line for line in said.splitlines() if line.endswith(f"[@{CARLSSON}#f3]"))
    assert ADMISSION in quoted


def test_one_reads_a_letter_in_portions(hear: Hear, office: Office) -> None:
    file_letter(office, "\n\n".join(f"The zanzibar paragraph {number}." for number in range(50)))
    said = hear("search", "zanzibar", "1", "read", "", "s", "", "", "", "leave")
    assert "The zanzibar paragraph 39." in said
    assert "The zanzibar paragraph 40." not in said
    assert said.count("more. Enter goes on, s stops") == 2
    assert "End of the letter." in said


def test_one_hears_the_facts_of_a_letter_with_their_places(hear: Hear) -> None:
    said = hear("search", "zarechny", "1", "hear", "3", "", "", "", "leave")
    assert "19 facts." in said
    assert "Fact f3, admission by Askar Shakirov, as told by Sven-Olov Carlsson, para. 1" in said


def file_reply(office: Office) -> str:
    """A real letter with facts nobody has seen."""
    outcome = next(office.add([LETTERS / "carlsson_printed.docx"]))
    assert outcome.id
    assert outcome.facts > 4
    return outcome.id


def test_one_reviews_corrects_and_takes_back(hear: Hear, office: Office) -> None:
    letter = file_reply(office)
    facts = office.reviewing(letter).waiting
    said = hear(
        "review", "1", "a", "x", "not ours", "e", "request", "a", "u", "d", "2019-05", "b", "Doe says", "n", "q"
    )
    assert f"0 of {len(facts)} reviewed. Fact {facts[0].id}" in said
    now = office.precedent(letter)
    decided = [now.fact(fact.id) for fact in facts[:3]]
    assert [fact.review for fact in decided if fact] == [Review.ACCEPTED, Review.REJECTED, Review.CORRECTED]
    assert decided[1]
    assert decided[1].note == "not ours"
    assert decided[2]
    assert decided[2].act is Act.REQUEST


def test_words_that_do_not_stand_in_the_letter_are_refused_and_one_goes_on(hear: Hear, office: Office) -> None:
    letter = file_reply(office)
    said = hear("review", "1", "w", "never written here", "b", "nonsense", "d", "soon", "?", "q")
    assert "never written here" in said
    assert "each link needs a name" in said
    assert "this is no date" in said
    assert said.count("a accepts, x rejects") == 2
    assert office.reviewing(letter).progress[0] == 0


def test_one_writes_checks_and_exports_a_letter(hear: Hear, office: Office) -> None:
    begin = ("drafts", "new letter", "follow-up", "carlsson", "1", "hear")
    wrong = ("add", "We look forward to “zero tolerance of nothing” [@2019-05-23-carlsson-gomes#f3].", "check")
    right = ("replace", "We look", "-", "cite", "illegal force person:shakirov", "1", "put right", "export")
    said = hear(*begin, *wrong, *right, "", "", "leave")
    assert "Begun: " in said
    assert "Paragraph 1. " in said
    assert "error" in said
    assert "It stands at the end of the draft." in said
    letter = Path(said.split("The Word letter is ")[1].splitlines()[0].removesuffix("."))
    assert letter.is_file()
    body = office.writing.drafts.load(office.writing.drafts.all()[0]).draft.body
    assert "zero tolerance of nothing" not in body
    assert f"[@{CARLSSON}#f3]" in body


def test_a_letter_with_an_altered_quotation_is_not_exported_and_it_is_said_why(hear: Hear, office: Office) -> None:
    said = hear(
        *("drafts", "new letter", "follow-up", "carlsson", "1"),
        *(
            "add",
            "You wrote that “we will never visit prisons” [@2019-05-23-carlsson-gomes#f3].",
            "export",
            "",
            "",
            "leave",
        ),
    )
    assert "in the way" in said
    assert not list((office.folder / "letters").glob("*.docx"))


def test_one_files_what_is_named_and_hears_what_failed(hear: Hear, office: Office, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nonsense")
    said = hear("file", f"'{LETTERS / 'pl' / 'odpowiedz_msz.txt'}'", "file", str(tmp_path / "broken.docx"), "file", "")
    assert "odpowiedz_msz.txt: 2" in said
    assert "its archive is broken" in said
    assert "office.toml names no inbox." in said
    assert len(office.shelf.ids()) == 3


def test_the_agenda_is_said_by_urgency(hear: Hear) -> None:
    assert "Nothing waits." in hear("agenda", "leave")
    said = hear("drafts", "new letter", "follow-up", "carlsson", "1", "", "", "agenda", "1", "leave")
    assert "1. Later, " in said
    assert "Choose it under Drafts." in said


def test_a_list_is_said_once_and_again_when_asked_for(hear: Hear) -> None:
    assert hear("", "nonsense", "").count("1. Search\n") == 1
    assert hear("", "?", "").count("1. Search\n") == 2


def test_every_other_command_can_be_given(hear: Hear) -> None:
    assert "ran doctor --fix\n" in hear("any", "doctor --fix", "leave")
    assert "ran person Askar Shakirov\n" in hear("person", "Askar Shakirov", "leave")
    assert "cannot be understood" in hear("any", "search 'half", "leave")


def test_what_goes_wrong_is_said_and_the_conversation_goes_on(
    hear: Hear, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    said = hear("search", "zarechny", "1", "open", "leave")
    assert "was not opened" in said
    assert said.endswith("Everything is saved.\n")


def test_a_hostile_letter_makes_the_terminal_do_nothing(hear: Hear, office: Office) -> None:
    file_letter(office, HOSTILE)
    said = hear("search", "zanzibar", "1", "read", "", "", "", "leave")
    assert "[bold]zanzibar[/bold] [@click=app.quit]press me[/]" in said
    assert not set(said) & set("\x1b\x07\x9b\u202e\u2066")


def test_as_a_program_it_draws_nothing_and_loads_no_screen(office: Office) -> None:
    program = "import sys; from assistant.cli.main import main; main(['--linear']); print('textual' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        input="search\nzarechny\n1\nread\ns\n\n\n\nany\nsearch torture\nany\nnonsense\nleave\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=office.folder,
        check=True,
    )
    assert "\x1b" not in ran.stdout
    assert "2019-05-23-carlsson-gomes  2019-05-23" in ran.stdout or "2018-05-15-open-dialog-foundation" in ran.stdout
    assert ran.stdout.endswith("Everything is saved.\nFalse\n")


def test_every_field_of_a_draft_can_be_set_and_a_wrong_value_is_told(hear: Hear, office: Office) -> None:
    begin = ("drafts", "new letter", "follow-up", "carlsson", "1")
    setting = ("set a field", "copies", "The Service; The family", "set a field", "date", "soon", "leave")
    said = hear(*begin, *setting)
    fields = office.writing.drafts.load(office.writing.drafts.all()[0]).draft.fields
    assert fields["copies"] == ["The Service", "The family"]
    assert "Saved, but Date is no date: “soon”" in said
