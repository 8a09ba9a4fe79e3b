"""Columns: a column put into a worksheet, as an office program puts a copied column in beside its model.

The cells behind move on, every reference to them follows, and formats, widths, rules and tables of the
model take the new column in. No value changes, so every stored result stays right. A sheet's parts are
those of ISO/IEC 29500-1, 18.3.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from ..diagnostics import Source, fault
from ..read.sheet import column_name
from .cells import Cells, spread_shared_formulas
from .elements import (
    FORMULAS,
    local_name,
    move_anchor,
    move_attributes,
    move_filter_columns,
    move_text,
)
from .elsewhere import move_references
from .package import Book
from .references import (
    MOST_COLUMNS,
    Insertion,
    column_of,
    copied,
    moved,
    moved_area,
    moved_areas,
    row_of,
    taking_in,
)

_FOLLOWING = frozenset(("protectedRange", "ignoredError"))
"""Elements whose areas take the new column in where they hold its model."""

_LAST = column_name(MOST_COLUMNS - 1)


def put_in(book: Book, insertion: Insertion, rows: range, headings: tuple[str, str]) -> Cells:
    """Put an empty column into a sheet, with the styles of the column it is made after.

    Args:
        book: The workbook; its parts are changed.
        insertion: Where.
        rows: The rows of the table below its head, from 1: merged cells in them are not widened.
        headings: Of the column it is made after, and of the new one, for a table that names its columns.

    Returns:
        The sheet's cells, for the new ones to be filled.

    Raises:
        Faults: `edit.array`, an array formula lies across the place; `edit.full`, the sheet has no
            column left.
    """
    part = book.sheets[insertion.sheet]
    root = book.root(part)
    cells = Cells(root)
    _check(book, cells, insertion)
    spread_shared_formulas(cells)
    _move_cells(cells, insertion)
    _add_cells(cells, insertion)
    _move_widths(root, insertion)
    for child in root:
        if child is not cells.body:
            _move_rest(child, insertion, rows)
    book.touch(part)
    move_references(book, part, insertion, headings)
    return cells


def _check(book: Book, cells: Cells, insertion: Insertion) -> None:
    for cell in cells.body.iter(cells.tag("c")):
        if cell.get("r").rstrip("0123456789") == _LAST and len(cell):
            raise fault("edit.full", Source(book.file, sheet=insertion.sheet, cell=cell.get("r")))
        formula = cells.formula(cell)
        if formula is not None and formula.get("t") in ("array", "dataTable"):
            first, _, last = formula.get("ref", cell.get("r")).partition(":")
            if column_of(first) < insertion.at <= column_of(last or first):
                raise fault("edit.array", Source(book.file, sheet=insertion.sheet, cell=cell.get("r")))


def _move_cells(cells: Cells, insertion: Insertion) -> None:
    for row in cells.rows.values():
        if "spans" in row.attrib:  # a hint that may be left out
            del row.attrib["spans"]
        for cell in list(row.iterchildren(cells.tag("c"))):
            name = cell.get("r")
            if name.startswith(_LAST):  # which is empty, and has no place to go
                row.remove(cell)
                continue
            if column_of(name) >= insertion.at:
                cell.set("r", moved_area(name, insertion))
            formula = cells.formula(cell)
            if formula is not None:
                if formula.text:
                    formula.text = moved(formula.text, insertion, on_sheet=True)
                move_attributes(formula, lambda area: moved_area(area, insertion))


def _add_cells(cells: Cells, insertion: Insertion) -> None:
    source = insertion.column(insertion.source)
    for number in cells.rows:
        model = cells.find(number, source)
        if model is not None:
            cell = cells.make(number, insertion.at)
            if "s" in model.attrib:
                cell.set("s", model.get("s"))


def _move_widths(root: Any, insertion: Insertion) -> None:
    """Renumber the columns' widths; the new column has its model's, and is seen."""
    group = next((each for each in root if local_name(each) == "cols"), None)
    if group is None:
        return
    for each in list(group):
        first, last = int(each.get("min")) - 1, min(int(each.get("max")), MOST_COLUMNS) - 1
        is_model = first <= insertion.source <= last
        left, right = insertion.column(first), min(insertion.column(last), MOST_COLUMNS - 1)
        if is_model:
            left, right = min(left, insertion.at), max(right, insertion.at)
        each.set("min", str(left + 1))
        each.set("max", str(right + 1))
        if is_model and each.get("hidden") in ("1", "true"):
            _show(each, insertion.at)


def _show(each: Any, column: int) -> None:
    """Take one column out of a group of hidden ones."""
    group = each.getparent()
    at = group.index(each)
    left, right = int(each.get("min")) - 1, int(each.get("max")) - 1
    parts = [(left, column - 1, True), (column, column, False), (column + 1, right, True)]
    for offset, (first, last, is_hidden) in enumerate(part for part in parts if part[0] <= part[1]):
        copy = etree.Element(each.tag, dict(each.attrib))
        copy.set("min", str(first + 1))
        copy.set("max", str(last + 1))
        if not is_hidden:
            for name in ("hidden", "collapsed", "outlineLevel"):
                copy.attrib.pop(name, "")
        group.insert(at + offset, copy)
    group.remove(each)


def _move_rest(element: Any, insertion: Insertion, rows: range) -> None:
    """Move what a sheet says of its cells outside of them: areas, formulas, places."""

    def move(areas: str) -> str:
        return moved_areas(areas, insertion, takes_in=local_name(element) in _FOLLOWING)

    match local_name(element):
        case "conditionalFormatting" | "dataValidation":
            _move_rule(element, insertion)
            return
        case "anchor":
            move_anchor(element, insertion)
            return
        case "dimension" | "autoFilter":
            move_filter_columns(element, insertion)
            element.set("ref", taking_in(element.get("ref"), insertion))
        case "mergeCell":
            _move_merged(element, insertion, rows)
        case "brk" if local_name(element.getparent()) == "colBreaks":
            element.set("id", str(insertion.column(int(element.get("id", 0)))))
        case "hyperlink":
            move_attributes(element, move)
            if "location" in element.attrib:
                element.set("location", moved(element.get("location"), insertion, on_sheet=False))
        case "inputCells" | "cellWatch":
            element.set("r", moved_area(element.get("r"), insertion))
        case "pane" if element.get("state", "split") != "split":
            if float(element.get("xSplit", 0)) > insertion.at:
                element.set("xSplit", str(int(float(element.get("xSplit"))) + 1))
            move_attributes(element, move)
        case _:
            move_attributes(element, move)
            move_text(element, insertion)
    for child in list(element):
        _move_rest(child, insertion, rows)


def _move_rule(rule: Any, insertion: Insertion) -> None:
    """Move a conditional format or a validation; its formulas speak of its first cell.

    Where the first cell comes to stand further left than its formulas went, they are copied there.
    """
    old = rule.get("sqref")
    areas = [each for each in rule.iter() if local_name(each) == "sqref"] if old is None else []
    text = old if old is not None else (areas[0].text if areas else "") or ""
    if not text.split():
        return
    new = moved_areas(text, insertion, takes_in=True)
    if old is not None:
        rule.set("sqref", new)
    else:
        areas[0].text = new
    first = text.split()[0].partition(":")[0]
    distance = column_of(new.split()[0].partition(":")[0]) - insertion.column(column_of(first))
    for each in rule.iter():
        if local_name(each) in FORMULAS and each.text:
            each.text = copied(moved(each.text, insertion, on_sheet=True), distance)
        elif local_name(each) == "cfvo" and each.get("type") == "formula":
            each.set("val", copied(moved(each.get("val", ""), insertion, on_sheet=True), distance))


def _move_merged(element: Any, insertion: Insertion, rows: range) -> None:
    """Move a merged area: above and below the table it takes the new column in, inside it does not."""
    area = element.get("ref")
    first, _, last = area.partition(":")
    last = last or first
    left, right = column_of(first), column_of(last)
    in_table = row_of(last) >= rows.start and row_of(first) < rows.stop
    if left == right == insertion.source:  # two rows of the model column: the new one has them too
        element.set("ref", moved_area(area, insertion))
        copy = etree.Element(element.tag, dict(element.attrib))
        name = column_name(insertion.at)
        copy.set("ref", f"{name}{row_of(first)}:{name}{row_of(last)}")
        element.addnext(copy)
        element.getparent().set("count", str(len(element.getparent())))
    else:
        element.set("ref", moved_area(area, insertion) if in_table else taking_in(area, insertion))
