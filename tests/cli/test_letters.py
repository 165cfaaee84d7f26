import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
CARLSSON = "2019-05-23-carlsson-gomes"
PROMISE = "we will keep visiting correctional facilities in the future"


def new_follow_up(run: Run) -> Path:
    ran = run("new", "follow-up", "--answering", CARLSSON)
    assert ran.code == 0, ran.err
    return Path(ran.out.strip())


def test_one_command_leaves_a_letter_with_the_promises_and_their_footnotes(
    office: Path, run: Run, ooxml_errors: Callable[[Path], list[str]]
) -> None:
    ran = run("letter", "follow-up", "--answering", CARLSSON, "-o", "f.docx")
    assert ran.code == 0, ran.err
    assert ran.out.strip() == "f.docx"
    text = "\n".join(paragraph.text for paragraph in docx.Document("f.docx").paragraphs)
    assert PROMISE in text
    assert ooxml_errors(office / "f.docx") == []


def test_rows_and_choices_are_filled_in_on_one_line(office: Path, run: Run) -> None:
    signed = "cosigners=Anna Kowalska | EPP | Poland; Jean Martin | Renew Europe | France"
    said = ("subject=Violence", "event=a search", "questions=Who ordered it?; Who is held to account?", signed)
    settings = [part for field in said for part in ("--set", field)]
    ran = run("letter", "joint-letter", "--to", "Sven-Olov Carlsson", *settings, "-o", "j.docx")
    assert ran.code == 0, ran.err
    [table] = docx.Document("j.docx").tables
    assert [cell.text for cell in table.rows[2].cells] == ["Jean Martin", "Renew Europe", "France"]
    refused = run("new", "written-question", "--set", "addressee=the Court")
    assert refused.code == 2
    assert "it is one of: the Commission" in refused.err


def test_changing_one_word_inside_a_quotation_is_found_and_named(office: Path, run: Run) -> None:
    draft = new_follow_up(run)
    assert run("check", draft).code == 0
    text = draft.read_text("utf-8")
    assert PROMISE in text
    draft.write_text(text.replace("in the future", "in the near future", 1), "utf-8")
    ran = run("check", draft, "--json")
    assert ran.code == 1
    altered = [finding for finding in json.loads(ran.out) if finding["code"] == "quotation-altered"]
    assert len(altered) == 1
    assert "near" in altered[0]["message"]
    assert "in the future" in altered[0]["message"] + altered[0].get("advice", "")


def test_a_letter_with_an_altered_quotation_is_not_exported(office: Path, run: Run) -> None:
    draft = new_follow_up(run)
    draft.write_text(draft.read_text("utf-8").replace("keep visiting", "stop visiting", 1), "utf-8")
    ran = run("export", draft)
    assert ran.code == 1
    assert "stop" in ran.err
    assert not list((office / "letters").glob("*.docx"))


def test_a_citation_of_what_is_not_there_is_found(office: Path, run: Run) -> None:
    draft = new_follow_up(run)
    draft.write_text(draft.read_text("utf-8") + "\n\nYou wrote “anything” [@2001-01-01-nobody#f1].\n", "utf-8")
    ran = run("check", draft)
    assert ran.code == 1
    assert "2001-01-01-nobody" in ran.out


def test_an_unreviewed_fact_cannot_be_cited(office: Path, run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    body = "Dear Minister,\n\nWe will visit the prison in May.\n\nYours sincerely,\n\nAnna Kowalska\n"
    letter.write_text(f"Brussels, 3 March 2020\n\n{body}", "utf-8")
    filed = run("add", letter).out.split()[0]
    draft = new_follow_up(run)
    assert run("cite", draft, f"{filed}#f1").code == 2
    run("review", filed, "--accept", "all")
    assert run("cite", draft, f"{filed}#f1").code == 0
    assert f"[@{filed}#f1]" in draft.read_text("utf-8")
    assert run("check", draft).code == 0


def test_an_edited_letter_is_set_aside_not_written_over(office: Path, run: Run) -> None:
    draft = new_follow_up(run)
    letter = Path(run("export", draft).out.strip())
    assert "kept as" not in run("export", draft).err
    edited = BytesIO()
    document = docx.Document(str(letter))
    document.add_paragraph("The Member's own words.")
    document.save(edited)
    letter.write_bytes(edited.getvalue())
    ran = run("export", draft)
    assert ran.code == 0
    assert letter.with_stem(f"{letter.stem}-1").read_bytes() == edited.getvalue()


def test_a_damaged_template_is_named_where_templates_are_listed_and_by_the_doctor(run: Run, office: Path) -> None:
    damaged = office / "letter_templates" / "inquiry"
    damaged.mkdir()
    (damaged / "template.toml").write_text("id = inquiry", "utf-8")
    listed = run("templates")
    assert listed.code == 0
    assert "not valid TOML" in listed.err
    assert "follow-up" in listed.out
    examined = run("doctor")
    assert examined.code == 1
    assert "[template-damaged]" in examined.out


def test_the_shipped_templates_have_nothing_wrong(run: Run, office: Path) -> None:
    listed = json.loads(run("templates", "--json").out)
    assert {template["id"] for template in listed} >= {"inquiry", "follow-up"}


def test_a_template_with_errors_is_told_all_of_them(run: Run, office: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dear {{ recipient.name }")
    document.add_paragraph("{% if urgent %}now")
    document.add_paragraph("{{ open('/etc/passwd') }}")
    document.save("bad.docx")
    ran = run("templates", "check", "bad.docx", "--annotate", "noted.docx", "--json")
    assert ran.code == 1
    assert len([found for found in json.loads(ran.out) if found["severity"] == "error"]) >= 3
    assert len(list(docx.Document("noted.docx").comments)) >= 3


def test_a_template_is_filled_from_json(run: Run, office: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dear {{ recipient.name }},")
    document.save("plain.docx")
    Path("data.json").write_text('{"recipient": {"name": "R&D <Świącicki>"}}', "utf-8")
    assert run("templates", "fill", "plain.docx", "--data", "data.json", "-o", "out.docx").code == 0
    assert docx.Document("out.docx").paragraphs[0].text == "Dear R&D <Świącicki>,"


@pytest.mark.parametrize("data", ["not json", "[1, 2]", "{}"])
def test_values_that_do_not_fit_are_a_sentence(run: Run, office: Path, data: str) -> None:
    document = docx.Document()
    document.add_paragraph("Dear {{ name }},")
    document.save("plain.docx")
    Path("data.json").write_text(data, "utf-8")
    ran = run("templates", "fill", "plain.docx", "--data", "data.json", "-o", "out.docx")
    assert ran.code in {1, 2, 3}
    assert not Path("out.docx").exists()


def test_a_pdf_stands_beside_the_letter(run: Run, office: Path, make_pdf: Callable[[Path], Path]) -> None:
    ran = run("letter", "follow-up", "--answering", CARLSSON, "-o", "f.docx", "--pdf")
    assert ran.code == 0, ran.err
    assert Path("f.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_is_no_letter_is_called_by_its_name(run: Run, office: Path) -> None:
    Path("broken.docx").write_bytes(b"no zip")
    ran = run("check", "broken.docx")
    assert ran.code == 3
    assert "broken.docx" in ran.err


def test_forms_of_address_are_listed_with_how_well_they_are_founded(office: Path, run: Run) -> None:
    ran = run("forms", "head_of_delegation", "--lang", "fr")
    assert ran.code == 0
    assert "salutation  Madame l’Ambassadrice,  (verified: dico-lettres.com" in ran.out
    ran = run("forms", "--to", "Sven-Olov Carlsson", "--json")
    assert [form["salutation"]["text"] for form in json.loads(ran.out)] == ["Your Excellency,", "Dear Ambassador,"]
    assert run("forms", "astronaut").code == 2


def test_the_documents_cited_can_go_to_zotero(office: Path, run: Run) -> None:
    ran = run("export", new_follow_up(run), "--csl", "cited.json")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "cited.json"
    assert [item["id"] for item in json.loads(Path("cited.json").read_text("utf-8"))] == [CARLSSON]


def test_what_is_safe_is_put_right_told_and_left_alone_the_second_time(run: Run, office: Path) -> None:
    draft = new_follow_up(run)
    draft.write_text(draft.read_text("utf-8") + "\nI refer to E-1234/2019.\n", "utf-8")
    ran = run("check", draft, "--fix")
    assert "write “E-001234/2019”" in ran.err
    assert "I refer to E-001234/2019." in draft.read_text("utf-8")
    again = draft.read_bytes()
    assert "Nothing could be put right" in run("check", draft, "--fix").err
    assert draft.read_bytes() == again


def test_what_cannot_be_put_right_by_itself_is_still_told(run: Run, office: Path) -> None:
    draft = new_follow_up(run)
    draft.write_text(draft.read_text("utf-8") + "\nIt was on 31 June 2019 [@x-y#f1].\n", "utf-8")
    ran = run("check", draft, "--fix")
    assert ran.code == 1
    assert "There is no such day as “31 June 2019”." in ran.out
    assert "Source: " in ran.out


def test_an_exported_letter_is_not_put_right_but_its_words_are_checked(run: Run, office: Path) -> None:
    letter = Path(run("export", new_follow_up(run)).out.strip())
    document = docx.Document(str(letter))
    document.add_paragraph("We met on Monday, 23 May 2019, about E-1234/2019.")
    document.save(str(letter))
    codes = {finding["code"] for finding in json.loads(run("check", letter, "--json").out)}
    assert codes >= {"weekday-impossible", "reference-malformed"}
    assert run("check", letter, "--fix").code == 2


def test_a_letter_edited_in_word_is_checked_and_made_final(run: Run, office: Path) -> None:
    run("letter", "follow-up", "--answering", CARLSSON, "-o", "f.docx")
    document = docx.Document("f.docx")
    document.paragraphs[-3].insert_paragraph_before("I look forward to your reply.")
    document.core_properties.last_modified_by = "Jane Author"
    document.save("f.docx")
    ran = run("check", "f.docx", "--json")
    assert (ran.code, [found["code"] for found in json.loads(ran.out)]) == (0, ["sentence-added"])
    assert run("export", "f.docx").code == 2
    assert run("export", "f.docx", "--final", "-o", "f.docx").code == 2
    ran = run("export", "f.docx", "--final")
    assert (ran.code, ran.out.strip()) == (0, "f-final.docx")
    final = docx.Document("f-final.docx")
    assert final.core_properties.last_modified_by == final.core_properties.author == "Ana Gomes"
    assert "I look forward to your reply." in [paragraph.text for paragraph in final.paragraphs]
    assert [found["code"] for found in json.loads(run("check", "f-final.docx", "--json").out)] == [
        "letter-without-sources"
    ]


def test_a_letter_with_errors_is_not_made_final(run: Run, office: Path) -> None:
    run("letter", "follow-up", "--answering", CARLSSON, "-o", "f.docx")
    document = docx.Document("f.docx")
    for paragraph in document.paragraphs:
        for words in paragraph.runs:
            words.text = words.text.replace("in the future", "in the near future") if words.text else words.text
    document.save("f.docx")
    ran = run("export", "f.docx", "--final")
    assert ran.code == 1
    assert "near future" in ran.err
    assert not Path("f-final.docx").exists()


def test_quotations_of_a_letter_that_lost_its_sources_are_looked_for_in_the_office(run: Run, office: Path) -> None:
    run("letter", "follow-up", "--answering", CARLSSON, "--final", "-o", "f.docx")
    document = docx.Document("f.docx")
    for paragraph in document.paragraphs:
        for words in paragraph.runs:
            if "zero tolerance" in words.text:
                words.text = words.text.replace("zero tolerance", "some tolerance")
    document.save("f.docx")
    found = {finding["code"]: finding["message"] for finding in json.loads(run("check", "f.docx", "--json").out)}
    assert set(found) == {"letter-without-sources", "quotation-altered"}
    assert "6 of its 7 quotations stand word for word" in found["letter-without-sources"]
    assert found["quotation-altered"] == "You quote “some”; the source has “zero”."


def test_a_draft_is_looked_at_page_by_page_finished_or_not(office: Path, run: Run) -> None:
    draft = new_follow_up(run)
    ran = run("preview", draft)
    assert ran.code == 0
    assert (ran.out.count("┌─"), ran.out.count("┌╴")) == (2, 1)  # sheets, and the envelope's window on the first
    assert "Page 1 of 2" in ran.out
    assert "¹ Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes, para. 1." in ran.out
    text = draft.read_text("utf-8")
    draft.write_text(text.replace("in the future", "in the near future", 1), "utf-8")
    assert "in the near future" in run("preview", draft, "--width", "80").out
    assert json.loads(run("preview", draft, "--json").out)[0]["width"] == pytest.approx(210, abs=0.1)


def test_the_sources_of_a_draft_are_listed(office: Path, run: Run) -> None:
    draft = new_follow_up(run)
    ran = run("sources", draft)
    assert f"{CARLSSON}#f15  Letter of 23 May 2019 from Sven-Olov Carlsson to Ana Gomes  (p" in ran.out
    assert PROMISE in ran.out
    assert {each["review"] for each in json.loads(run("sources", draft, "--json").out)} == {"accepted"}
