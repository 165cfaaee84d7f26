from tests.letter_templates.make_templates import made_templates
from tests.letter_templates.packing import contents


def test_the_shipped_files_are_what_the_script_makes() -> None:
    made = dict(made_templates())
    shipped = {path for folder in {path.parent for path in made} for path in folder.glob("*.docx")}
    assert shipped == set(made)
    for path, data in made.items():
        assert contents(path.read_bytes()) == contents(data), path
