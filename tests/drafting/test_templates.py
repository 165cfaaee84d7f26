import re
import shutil
import zipfile
from pathlib import Path

import pytest

from assistant.drafting.fields import FieldType
from assistant.drafting.templates import TemplateLibrary, check_template, load_template
from assistant.errors import DamagedRecordError, UnknownFieldError, UnknownTemplateError
from assistant.model.person import Audience
from tests.drafting.desk import LIBRARY, REPOSITORY, template

SHIPPED = REPOSITORY / "letter_templates"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the follow-up template that a test may damage, in English alone."""
    copied = Path(shutil.copytree(SHIPPED / "follow-up", tmp_path / "follow-up"))
    manifest = (copied / "template.toml").read_text("utf-8")
    kept = (line for line in manifest.splitlines() if not re.match("(?:fr|de|pl|it|es) = ", line))
    (copied / "template.toml").write_text("\n".join([*kept, ""]), "utf-8")
    return copied


def change(folder: Path, old: str, new: str, name: str = "template.toml") -> Path:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")
    return folder


def test_the_shipped_templates_are_there() -> None:
    assert {"follow-up", "inquiry"} <= {template.id for template in LIBRARY.all()}
    assert LIBRARY.problems() == ()


def test_questions_motions_and_statements_are_public_and_letters_to_an_authority_confidential() -> None:
    public = {template.id for template in LIBRARY.all() if template.audience is Audience.PUBLIC}
    assert public == {"invitation-to-sign", "joint-letter", "press-statement", "urgency-motion", "written-question"}


def test_a_kind_that_does_not_say_who_reads_it_is_taken_for_public(folder: Path) -> None:
    assert load_template(change(folder, 'audience = "confidential"\n', "")).audience is Audience.PUBLIC


def test_every_letter_has_the_common_fields_and_its_own() -> None:
    names = [field.name for field in template().fields]
    assert names[0] == "recipient"
    assert "reply_by" in names
    assert template().field("recipient").type is FieldType.PARTY


def test_a_manifest_changes_only_what_it_says_of_a_common_field() -> None:
    subject = template().field("subject")
    assert subject.required
    assert subject.label == "Subject"
    assert "Follow-up" in str(subject.default)


def test_the_offices_own_template_stands_before_the_shipped_one(folder: Path) -> None:
    change(folder, 'title = "Follow-up to a reply"', 'title = "Our own"')
    library = TemplateLibrary([folder.parent, SHIPPED])
    assert library.get("follow-up").title == "Our own"
    assert library.get("inquiry").title != "Our own"


def test_a_template_that_is_not_there_names_the_nearest() -> None:
    with pytest.raises(UnknownTemplateError, match="Known: follow-up"):
        LIBRARY.get("followup")


def test_a_field_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UnknownFieldError, match="recipient"):
        template().field("cc")


def test_a_language_without_document_is_named() -> None:
    with pytest.raises(UnknownTemplateError, match=r"follow-up \(en\)"):
        template().document("xx")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "follow-up"', 'id = "follow"', "must be the same"),
        ('id = "follow-up"', "id = follow-up", "line"),
        ('purpose = "', 'pupose = "', "purpose"),
        ('type = "date"', 'type = "day"', "type"),
        ('en = "starter.en.md"', "", "every language needs a document and a starter"),
    ],
)
def test_a_damaged_manifest_says_what_is_wrong_and_does_not_hide_the_others(
    folder: Path, old: str, new: str, reason: str
) -> None:
    change(folder, old, new)
    with pytest.raises(DamagedRecordError, match=reason):
        load_template(folder)
    library = TemplateLibrary([folder.parent, SHIPPED])
    assert "inquiry" in [template.id for template in library.all()]
    assert reason in library.problems()[0].message


def test_another_document_has_the_common_fields_its_manifest_names(folder: Path) -> None:
    change(folder, 'kind = "letter"', 'kind = "press_release"')
    loaded = load_template(folder)
    assert [field.name for field in loaded.fields] == ["subject", "your_reference", "reply_by"]
    assert loaded.field("subject").label == "Subject"


def test_a_default_that_depends_on_the_language_stands_in_every_language(folder: Path) -> None:
    change(folder, 'default = "{{ deadline }}"', 'default = { fr = "{{ today }}" }')
    with pytest.raises(DamagedRecordError, match="every language needs a default of “reply_by”"):
        load_template(folder)


def messages(path: Path) -> list[str]:
    return [finding.message for finding in check_template(path)]


def test_a_shipped_template_has_nothing_to_put_right(folder: Path) -> None:
    assert messages(folder) == []
    assert messages(folder / "template.en.docx") == []


def test_a_field_nobody_prints_is_told(folder: Path) -> None:
    with (folder / "template.toml").open("a", encoding="utf-8") as manifest:
        manifest.write('\n[fields.deadline_of_committee]\nlabel = "Deadline"\n')
    assert messages(folder) == ["template.toml declares “deadline_of_committee”, the template never prints it."]


def test_a_value_the_manifest_does_not_declare_is_told_with_its_place(folder: Path) -> None:
    document = folder / "template.en.docx"
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(document, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"{{ subject }}", b"{{ subjekt }}"))
    wrong, unused = check_template(folder)
    assert wrong.message == "“subjekt” is the name of no value: template.toml does not declare it."
    assert wrong.place.startswith("word/document.xml, paragraph ")
    assert "subject" in wrong.advice
    assert unused.message == "template.toml declares “subject”, the template never prints it."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{{ reply_bye }}", "“reply_bye” is the name of no value: template.toml does not declare it."),
        ("{% if %}", "line "),
    ],
)
def test_a_broken_starter_is_told(folder: Path, words: str, message: str) -> None:
    change(folder, "Thank you", words + "Thank you", "starter.en.md")
    assert any(found.startswith(message) for found in messages(folder))


def test_an_unknown_language_is_told(folder: Path) -> None:
    change(folder, 'en = "', 'xx = "')
    assert messages(folder) == ["Letters cannot be written in “xx”."]
