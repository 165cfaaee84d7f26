"""A last look at a finished letter for people it must not name: everything a Word file can say, wherever it says it.

The draft has been checked before; here counts what stands in the file: letterhead and foot of the page, notes, title
page, addresses behind links, descriptions of pictures, what it remembers of its sources, the name of the file.
"""

import json
import re
from collections.abc import Iterator
from unicodedata import category

from lxml import etree

from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.word.letters import provenance
from assistant.drafting.word.letters.evidence import EvidenceTable
from assistant.drafting.word.parts.intake import open_safely
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import DOCUMENT, FOOTNOTES, PARAGRAPH, RENDERED, parse_part, text_of
from assistant.model.finding import Finding, Severity

_PLACES = {DOCUMENT: "text of the letter", FOOTNOTES: "footnotes"}
_PROPERTIES = re.compile(r"docProps/\w+\.xml|customXml/\w+\.xml")
_COMPOUND = re.compile(r"\S*[^\W\d_](?:[-./@:~%+=&#?]|_)+[^\W\d_]\S*")
"""Words that an address, a path or an id joins with signs."""
_SIGNS = re.compile(r"[\W\d_]+")
_CITE_ANOTHER = "Take it out, or cite another document."
_BE_FINAL = "Export it with --final: that copy remembers nothing of its sources."


def check_guarded_letter(letter: bytes, file: str, people: GuardedPeople) -> Iterator[Finding]:
    """Everybody a finished letter names and must not, once for each place of the file; `file` is its name."""
    if not people.names:
        return
    package = open_safely(letter, "letter")
    for name in package.parts:
        if RENDERED.fullmatch(name) or _PROPERTIES.fullmatch(name):
            yield from _look(_texts(package, name), _PLACES.get(name, "document properties"), people, _CITE_ANOTHER)
    remembered = tuple(_said(json.loads(provenance.read(letter) or "null")))
    yield from _look(remembered, "what the letter remembers of its sources", people, _BE_FINAL)
    yield from _look((apart(file),), "name of the file", people, "Give it another name: -o FILE.docx.")


def check_guarded_evidence(table: EvidenceTable, people: GuardedPeople) -> Iterator[Finding]:
    """Everybody the page of evidence names and must not."""
    words = tuple(cell.text for row in table.rows for cell in row)
    yield from _look(words, "page of evidence", people.of_annex, "Export the letter without --evidence.")


def check_guarded_data(data: object, people: GuardedPeople) -> Iterator[Finding]:
    """Everybody named and not to be in what goes out beside a letter, as plain data."""
    yield from _look(tuple(_said(data)), "list of documents cited", people, "Export the letter without this list.")


def apart(joined: str) -> str:
    """The words of an id, an address or a path, each as a name by itself: “2019-05-23-bek-gomes”, “Bek, Gomes”."""
    return _SIGNS.sub(", ", joined).title()


def _look(texts: tuple[str, ...], place: str, people: GuardedPeople, advice: str) -> Iterator[Finding]:
    told: set[str] = set()
    for text in texts:
        words = "".join(letter for letter in text if category(letter) != "Cf")
        joined = "\n\n".join(apart(found[0]) for found in _COMPOUND.finditer(words))
        finding = people.named_in(words) or people.named_in(joined)
        if finding and finding.message not in told:
            told.add(finding.message)
            update = {"place": place, "advice": advice, "severity": Severity.ERROR, "start": None, "end": None}
            yield finding.model_copy(update={**update, "fix": None})


def _said(data: object) -> Iterator[str]:
    """Every text in JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _said(each)


def _texts(package: Package, name: str) -> tuple[str, ...]:
    """Paragraphs, other words, attributes, and addresses outside that a part leads to."""
    try:
        root = parse_part(package.parts[name])
    except etree.XMLSyntaxError:
        return ()
    paragraphs = [text_of(node) for node in root.iter(PARAGRAPH)]
    words = [node.text for node in root.iter() if node.text and node.text.strip()]
    attributes = {str(value) for node in root.iter() for value in node.attrib.values()}
    addresses = [relation.target for relation in package.relations(name) if relation.external]
    return (*paragraphs, *words, *sorted(attributes), *addresses)
