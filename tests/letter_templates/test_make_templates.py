from tests.letter_templates.make_templates import contents, made_templates


def test_the_shipped_files_are_what_the_script_makes() -> None:
    made = {template.folder / template.documents[language]: data for template, language, data in made_templates()}
    shipped = {path for folder in {path.parent for path in made} for path in folder.glob("*.docx")}
    assert shipped == set(made)
    for path, data in made.items():
        assert contents(path.read_bytes()) == contents(data), path
