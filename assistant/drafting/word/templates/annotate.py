"""The findings about a template as Word comments in a copy of it, each at its words."""

from collections.abc import Iterator, Sequence

from assistant.drafting.word.parts.comments import Comment, add_comments
from assistant.drafting.word.parts.intake import open_safely, refusing_damage
from assistant.drafting.word.parts.wordml import BOX, DOCUMENT, PARAGRAPH, Element, element, parse_part, w, write_part
from assistant.drafting.word.places import read_place
from assistant.drafting.word.templates.marking import number_paragraphs
from assistant.model.finding import Finding

_AUTHOR = "Correspondence assistant"


def annotate(data: bytes, findings: Sequence[Finding]) -> bytes:
    """A copy of the template with a comment for every finding.

    Word allows comments in the text of the document alone, and in none of its text boxes; a finding about a header, a
    footer or the whole file stands at the first paragraph and says its place. Raises RefusedTemplateError for what is
    no Word file.
    """
    package = open_safely(data, "template")
    with refusing_damage("template"):
        root = parse_part(package.parts[DOCUMENT])
        add_comments(package, list(_comments(root, findings)), _AUTHOR)
    package.parts[DOCUMENT] = write_part(root)
    return package.write()


def _comments(root: Element, findings: Sequence[Finding]) -> Iterator[Comment]:
    paragraphs = {number: paragraph for paragraph, number in reversed(list(number_paragraphs(root)))}
    for finding in findings:
        place = read_place(finding.place)
        here = place.part == DOCUMENT and place.paragraph in paragraphs
        paragraph = _open_air(paragraphs[place.paragraph or 1]) if here else _first(root, paragraphs)
        words = [finding.message, finding.advice] if here else [f"{finding.place}:", finding.message, finding.advice]
        text = " ".join([f"{finding.severity.capitalize()}:", *filter(None, words)])
        yield Comment(paragraph, text, finding.quote if here else "")


def _open_air(paragraph: Element) -> Element:
    """The paragraph a text box hangs on, because Word allows no comment inside one."""
    boxes = list(paragraph.iterancestors(BOX))
    return next(boxes[-1].iterancestors(PARAGRAPH)) if boxes else paragraph


def _first(root: Element, paragraphs: dict[int, Element]) -> Element:
    if not paragraphs:
        body = root.find(w("body"))
        paragraphs[1] = element("p")
        (root if body is None else body).insert(0, paragraphs[1])
    return paragraphs[1]
