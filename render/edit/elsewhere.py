"""Elsewhere: references to a sheet's cells outside of it, moved after a column was put in.

Tables, comments, pictures and pivot tables of the sheet stand in parts of their own; other sheets,
charts, controls and the workbook's names refer to it by name. A part that refers to nothing that moved
is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from .cells import Cells, spread_shared_formulas
from .elements import (
    FORMULAS,
    local_name,
    move_anchor,
    move_attributes,
    move_filter_columns,
    move_formulas,
    move_text,
)
from .package import Book
from .references import (
    Insertion,
    cells_of,
    column_of,
    moved,
    moved_area,
    taking_in,
    with_table_column,
)

_REFERRING = re.compile(r"/(charts|drawings|ctrlProps|pivotCache|tables)/[^/]+\.xml$")


def move_references(book: Book, part: str, insertion: Insertion, headings: tuple[str, str]) -> None:
    """Move every reference to a sheet that stands outside of the sheet's own part.

    Args:
        book: The workbook; its parts are changed.
        part: The sheet.
        insertion: The new column.
        headings: Of the column it is made after, and of the new one, for a table that names its columns.
    """
    _move_parts_of(book, part, insertion, headings)
    for other in book.sheets.values():
        if other != part:
            _move_elsewhere(book, other, insertion, has_shared=True)
    own_tables = book.related(part, "table")
    for name in book.names():
        if _REFERRING.search(name) and name not in own_tables:
            _move_elsewhere(book, name, insertion)
    _move_names(book, insertion)


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
                _change(book, name, lambda root: move_formulas(root, insertion, on_sheet=True))


def _move_table(book: Book, name: str, insertion: Insertion, headings: tuple[str, str]) -> None:
    root = book.root(name)
    area = root.get("ref")
    new = taking_in(area, insertion)
    start = column_of(area.partition(":")[0])
    holds = start <= insertion.source <= column_of(area.rpartition(":")[2])
    for each in root.iter():
        if local_name(each) == "autoFilter":
            move_filter_columns(each, insertion)
            each.set("ref", taking_in(each.get("ref"), insertion))
        else:
            move_attributes(each, lambda one: moved_area(one, insertion))
            move_text(each, insertion)
    root.set("ref", new)
    columns = next((each for each in root if local_name(each) == "tableColumns"), None)
    if holds and columns is not None:
        model = columns[insertion.source - start]
        copy = etree.fromstring(etree.tostring(model))
        copy.set("id", str(max(int(each.get("id")) for each in columns) + 1))
        copy.set("name", headings[1])
        for each in copy.iter():
            if local_name(each) in FORMULAS and each.text:
                each.text = with_table_column(each.text, *headings)
        for attribute in [key for key in map(str, copy.attrib) if key.endswith("}uid")]:
            del copy.attrib[attribute]
        columns.insert(insertion.at - column_of(new.partition(":")[0]), copy)
        columns.set("count", str(len(columns)))
    book.touch(name)


def _move_places(root: Any, insertion: Insertion) -> bool:
    changes = [move_attributes(each, lambda area: moved_area(area, insertion)) for each in root.iter()]
    return any(changes)


def _move_anchors(root: Any, insertion: Insertion) -> bool:
    changes = [move_anchor(anchor, insertion) for anchor in root]
    return any(changes)


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
        for source in (each for each in root.iter() if local_name(each) == "worksheetSource"):
            if source.get("sheet") == insertion.sheet and source.get("ref"):
                source.set("ref", moved_area(source.get("ref"), insertion))
                is_changed = True
        if has_shared and any(_names_sheet(each, insertion.sheet) for each in root.iter()):
            spread_shared_formulas(Cells(root))
        return move_formulas(root, insertion, on_sheet=False) or is_changed

    _change(book, name, move)


def _names_sheet(element: Any, sheet: str) -> bool:
    """Tell whether an element is a formula that cells share and that reads a sheet."""
    is_shared = local_name(element) == "f" and element.get("t") == "shared" and element.text
    return bool(is_shared) and any(name == sheet.casefold() for name, _ in cells_of(element.text))


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
