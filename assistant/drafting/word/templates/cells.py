"""Cells that grow with a loop: `{% colspan n %}` reaches over n columns, `{% hm %}` makes one cell of all of a loop's.

Both are docxtpl's. They become marks in the properties of the cell and ordinary conditions round it.
"""

from assistant.drafting.word.parts.wordml import CELL, ROW, Element, element, number_of, parent_of, w
from assistant.drafting.word.templates.marks import Marked
from assistant.drafting.word.templates.tags import Tag, TagKind
from assistant.model.finding import Finding

_BEFORE_SPAN = {w("cnfStyle"), w("tcW")}
"""ECMA-376 part 1, 17.4.70: what stands before w:gridSpan in cell properties."""


def spread_cells(marked: Marked) -> None:
    """Give the marks of `colspan` and `hm` their places."""
    spread: set[Element] = set()
    for index, tag in enumerate(list(marked.tags)):
        keyword = tag.text.partition(" ")[0]
        if tag.kind is not TagKind.STATEMENT or keyword not in {"colspan", "hm"}:
            continue
        cell = next(marked.marks[index].iterancestors(CELL), None)
        if cell is None or cell in spread:
            marked.findings.append(_misplaced(tag, cell))
            continue
        spread.add(cell)
        if keyword == "hm":
            cell.addprevious(marked.add(tag._replace(text="if loop.first")))
            cell.addnext(marked.add(tag._replace(text="endif")))
            marked.tags[index] = tag._replace(text="colspan loop.length")
        _reach(cell, marked.marks[index])


def _misplaced(tag: Tag, cell: Element | None) -> Finding:
    words = tag.place.words
    if cell is None:
        return tag.place.finding("tag-outside-table", f"“{words}” stands in no cell of a table.", "Take it out.")
    message = f"“{words}” is the second tag that says how many columns its cell reaches over."
    return tag.place.finding("misplaced-statement", message, "Take one of them out.")


def fit_grid(grid: Element) -> None:
    """Give the grid of a filled table as many columns as its longest row has; the table keeps its width."""
    widths = [number_of(column, "w") for column in grid.findall(w("gridCol"))]
    columns = max((_columns(row) for row in parent_of(grid).findall(ROW)), default=0)
    if columns in {0, len(widths)}:
        return
    kept = widths[:columns] or [1]
    kept += [sum(widths) // max(len(widths), 1)] * (columns - len(kept))
    share = sum(widths) / max(sum(kept), 1)
    grid[:] = [element("gridCol", w=str(int(width * share))) for width in kept]


def _columns(row: Element) -> int:
    steps = [*row.findall(f"{w('tc')}/{w('tcPr')}/{w('gridSpan')}"), *row.findall(f"{w('trPr')}/*")]
    wide = [step for step in steps if step.tag in {w("gridSpan"), w("gridBefore"), w("gridAfter")}]
    extra = sum(number_of(step, "val", 1) - (step.tag == w("gridSpan")) for step in wide)
    return len(row.findall(CELL)) + extra


def _reach(cell: Element, mark: Element) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = element("tcPr")
        cell.insert(0, properties)
    for old in properties.findall(w("gridSpan")):
        parent_of(old).remove(old)
    properties.insert(sum(child.tag in _BEFORE_SPAN for child in properties), mark)
