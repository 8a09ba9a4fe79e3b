"""Columns: a column put into a worksheet, and everything in the workbook that refers to what moves.

What an office program does when a copied column is put in beside its model: the cells behind move on,
every reference to them follows, and formats, widths, rules and tables of the model take the new
column in. What it also does, keeping all results, needs no program: no value changes, so every stored
value stays right. A sheet's parts are those of ISO/IEC 29500-1, 18.3, with Microsoft's extensions
(elements `xm:f` and `xm:sqref`), which are told by their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from ..diagnostics import Source, fault
from ..read.sheet import column_name
from .cells import Cells, spread_shared_formulas
from .package import Book
from .references import (
    MOST_COLUMNS,
    Insertion,
    cells_of,
    column_of,
    copied,
    moved,
    moved_area,
    moved_areas,
    row_of,
    taking_in,
    with_table_column,
)

_FORMULAS = frozenset(("f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula"))
_AREAS = ("ref", "sqref", "activeCell", "topLeftCell", "r1", "r2")
_FORMULA_ATTRIBUTES = (
    "textlink",
    "fmlaLink",
    "fmlaRange",
    "fmlaTxbx",
    "fmlaGroup",
    "linkedCell",
    "listFillRange",
)
_FOLLOWING = frozenset(("protectedRange", "ignoredError"))
"""Elements whose areas take the new column in where they hold its model."""

_REFERRING = re.compile(r"/(charts|drawings|ctrlProps|pivotCache)/[^/]+\.xml$")
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
    _move_parts_of(book, part, insertion, headings)
    for other in book.sheets.values():
        if other != part:
            _move_elsewhere(book, other, insertion, has_shared=True)
    for name in book.names():
        if _REFERRING.search(name):
            _move_elsewhere(book, name, insertion)
    _move_names(book, insertion)
    return cells


def _check(book: Book, cells: Cells, insertion: Insertion) -> None:
    for cell in cells.body.iter(cells.tag("c")):
        if cell.get("r").rstrip("0123456789") == _LAST:
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
        for cell in row.iterchildren(cells.tag("c")):
            name = cell.get("r")
            if column_of(name) >= insertion.at:
                cell.set("r", moved_area(name, insertion))
            formula = cells.formula(cell)
            if formula is not None:
                if formula.text:
                    formula.text = moved(formula.text, insertion, on_sheet=True)
                _move_attributes(formula, lambda area: moved_area(area, insertion))


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
    group = next((each for each in root if _local(each) == "cols"), None)
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
        return moved_areas(areas, insertion, takes_in=_local(element) in _FOLLOWING)

    match _local(element):
        case "conditionalFormatting" | "dataValidation":
            _move_rule(element, insertion)
            return
        case "anchor":
            _move_anchor(element, insertion)
            return
        case "dimension" | "autoFilter":
            _move_columns_of_filter(element, insertion)
            element.set("ref", taking_in(element.get("ref"), insertion))
        case "mergeCell":
            _move_merged(element, insertion, rows)
        case "brk" if _local(element.getparent()) == "colBreaks":
            element.set("id", str(insertion.column(int(element.get("id", 0)))))
        case "inputCells" | "cellWatch":
            element.set("r", moved_area(element.get("r"), insertion))
        case "pane" if element.get("state", "split") != "split":
            if float(element.get("xSplit", 0)) > insertion.at:
                element.set("xSplit", str(int(float(element.get("xSplit"))) + 1))
            _move_attributes(element, move)
        case _:
            _move_attributes(element, move)
            _move_text(element, insertion)
    for child in list(element):
        _move_rest(child, insertion, rows)


def _move_rule(rule: Any, insertion: Insertion) -> None:
    """Move a conditional format or a validation; its formulas speak of its first cell.

    Where the first cell comes to stand further left than its formulas went, they are copied there.
    """
    old = rule.get("sqref")
    areas = [each for each in rule.iter() if _local(each) == "sqref"] if old is None else []
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
        if _local(each) in _FORMULAS and each.text:
            each.text = copied(moved(each.text, insertion, on_sheet=True), distance)
        elif _local(each) == "cfvo" and each.get("type") == "formula":
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


def _move_columns_of_filter(element: Any, insertion: Insertion) -> None:
    """Renumber the filtered columns; they are counted from the filter's first (18.3.2.7)."""
    area = element.get("ref", "")
    if not area:
        return
    start = column_of(area.partition(":")[0])
    new_start = column_of(taking_in(area, insertion).partition(":")[0])
    for each in element:
        if _local(each) == "filterColumn":
            column = insertion.column(start + int(each.get("colId", 0)))
            each.set("colId", str(column - new_start))


def _move_parts_of(book: Book, part: str, insertion: Insertion, headings: tuple[str, str]) -> None:
    """Move what stands in parts of its own: tables, comments, pictures, pivot tables of the sheet."""
    for kind, name in book.related_to(part):
        match kind:
            case "table":
                _move_table(book, name, insertion, headings)
            case "comments" | "threadedComment" | "pivotTable":
                _change(book, name, lambda root: _move_places(root, insertion))
            case "drawing":
                _change(book, name, lambda root: _move_anchors(root, insertion))
            case "vmlDrawing":
                _move_notes(book, name, insertion)
            case "ctrlProp":
                _change(book, name, lambda root: _move_formulas(root, insertion, on_sheet=True))


def _move_table(book: Book, name: str, insertion: Insertion, headings: tuple[str, str]) -> None:
    root = book.root(name)
    area = root.get("ref")
    new = taking_in(area, insertion)
    start = column_of(area.partition(":")[0])
    holds = start <= insertion.source <= column_of(area.rpartition(":")[2])
    for each in root.iter():
        if _local(each) == "autoFilter":
            _move_columns_of_filter(each, insertion)
            each.set("ref", taking_in(each.get("ref"), insertion))
        else:
            _move_attributes(each, lambda one: moved_area(one, insertion))
            _move_text(each, insertion)
    root.set("ref", new)
    columns = next((each for each in root if _local(each) == "tableColumns"), None)
    if holds and columns is not None:
        model = columns[insertion.source - start]
        copy = etree.fromstring(etree.tostring(model))
        copy.set("id", str(max(int(each.get("id")) for each in columns) + 1))
        copy.set("name", headings[1])
        for each in copy.iter():
            if _local(each) in _FORMULAS and each.text:
                each.text = with_table_column(each.text, *headings)
        for attribute in [key for key in map(str, copy.attrib) if key.endswith("}uid")]:
            del copy.attrib[attribute]
        columns.insert(insertion.at - column_of(new.partition(":")[0]), copy)
        columns.set("count", str(len(columns)))
    book.touch(name)


def _move_places(root: Any, insertion: Insertion) -> bool:
    changes = [_move_attributes(each, lambda area: moved_area(area, insertion)) for each in root.iter()]
    return any(changes)


def _move_anchors(root: Any, insertion: Insertion) -> bool:
    changes = [_move_anchor(anchor, insertion) for anchor in root]
    return any(changes)


def _move_anchor(anchor: Any, insertion: Insertion) -> bool:
    """Move a picture, chart or button with its cells; one that keeps its size is not stretched."""
    columns = [
        column
        for end in anchor
        if _local(end) in ("from", "to")
        for column in end
        if _local(column) == "col" and int(column.text or 0) >= insertion.at
    ]
    hangs = anchor.get("editAs", "twoCell")
    if hangs == "absolute" or (hangs == "oneCell" and len(columns) == 1):
        return False
    for column in columns:
        column.text = str(int(column.text) + 1)
    return bool(columns)


def _move_notes(book: Book, name: str, insertion: Insertion) -> None:
    """Move the boxes of comments; VML is not always well-formed, so they are found by their names."""

    def column(match: re.Match[bytes]) -> bytes:
        return match[1] + str(insertion.column(int(match[2]))).encode() + match[3]

    def anchor(match: re.Match[bytes]) -> bytes:
        numbers = match[2].split(b",")
        if len(numbers) != 8:
            return match[0]
        for at in (0, 4):  # left and right column; beside each, a distance in pixels
            number = int(numbers[at])
            numbers[at] = numbers[at].replace(str(number).encode(), str(insertion.column(number)).encode(), 1)
        return match[1] + b",".join(numbers) + match[3]

    data = book.bytes_of(name)
    new = re.sub(rb"(<(?:\w+:)?Column>\s*)([0-9]+)(\s*<)", column, data)
    new = re.sub(rb"(<(?:\w+:)?Anchor>)([0-9,\s]+)(<)", anchor, new)
    if new != data:
        book.put(name, new)


def _move_elsewhere(book: Book, name: str, insertion: Insertion, *, has_shared: bool = False) -> None:
    """Move references to the sheet that stand in another part; one that names it nowhere is left."""
    if not re.search(rb"!|worksheetSource", book.bytes_of(name)):  # names may be written as `&#25351;`
        return

    def move(root: Any) -> bool:
        is_changed = False
        for source in (each for each in root.iter() if _local(each) == "worksheetSource"):
            if source.get("sheet") == insertion.sheet and source.get("ref"):
                source.set("ref", moved_area(source.get("ref"), insertion))
                is_changed = True
        if has_shared and any(_names_sheet(each, insertion.sheet) for each in root.iter()):
            spread_shared_formulas(Cells(root))
        return _move_formulas(root, insertion, on_sheet=False) or is_changed

    _change(book, name, move)


def _names_sheet(element: Any, sheet: str) -> bool:
    """Tell whether an element is a formula that cells share and that reads a sheet."""
    is_shared = _local(element) == "f" and element.get("t") == "shared" and element.text
    return bool(is_shared) and any(name == sheet.casefold() for name, _ in cells_of(element.text))


def _move_formulas(root: Any, insertion: Insertion, *, on_sheet: bool) -> bool:
    is_changed = False
    for each in root.iter("*"):
        if _local(each) in _FORMULAS and each.text:
            new = moved(each.text, insertion, on_sheet=on_sheet)
            is_changed = is_changed or new != each.text
            each.text = new
        for name in _FORMULA_ATTRIBUTES:
            if name in each.attrib:
                new = moved(each.get(name), insertion, on_sheet=on_sheet)
                is_changed = is_changed or new != each.get(name)
                each.set(name, new)
    return is_changed


def _move_names(book: Book, insertion: Insertion) -> None:
    """Move the workbook's names; print areas and filters take the new column in."""
    root = book.root(book.part)
    order = list(book.sheets)
    for each in root.iter("{*}definedName"):
        text = each.text or ""
        name = each.get("name", "").lower()
        local = each.get("localSheetId")
        if name in ("_xlnm.print_area", "_xlnm._filterdatabase") and local is not None:
            if int(local) < len(order) and order[int(local)] == insertion.sheet:
                each.text = ",".join(
                    sheet + "!" + taking_in(area, insertion)
                    for sheet, _, area in (one.rpartition("!") for one in _split(text))
                )
        else:
            each.text = moved(text, insertion, on_sheet=False)
        if each.text != text:
            book.touch(book.part)


def _split(text: str) -> list[str]:
    """Split a list of areas at its commas; a sheet's name in quotes may hold some."""
    return re.findall(r"(?:'(?:[^']|'')*'|[^,'])+", text)


def _change(book: Book, name: str, change: Callable[[Any], bool]) -> None:
    if book.has(name) and change(book.root(name)):
        book.touch(name)


def _move_attributes(element: Any, move: Callable[[str], str]) -> bool:
    is_changed = False
    for name in _AREAS:
        text = element.attrib.get(name)
        if text and re.match(r"\$?[A-Z]{1,3}\$?[0-9]", text):
            new = move(text) if name == "sqref" else " ".join(map(move, text.split()))
            if new != text:
                element.set(name, new)
                is_changed = True
    return is_changed


def _move_text(element: Any, insertion: Insertion) -> None:
    if not element.text:
        return
    if _local(element) in _FORMULAS:
        element.text = moved(element.text, insertion, on_sheet=True)
    elif _local(element) == "sqref":
        element.text = moved_areas(element.text, insertion, takes_in=False)


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
