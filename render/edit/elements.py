"""Elements: what in a part's XML refers to cells, moved after a column was put in.

References stand in attributes (`ref`, `sqref` …), in formulas, and in the places that pictures hang on.
Elements are told by their names without a namespace, since Microsoft's extensions (`xm:f`, `xm:sqref`)
say the same in one of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .references import Insertion, column_of, moved, moved_areas, taking_in

FORMULAS = frozenset(("f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula"))
_AREAS = ("ref", "sqref", "activeCell", "topLeftCell", "r1", "r2")
_FORMULA_ATTRIBUTES = (
    *("textlink", "location", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"),
    *("linkedCell", "listFillRange"),
)


def local_name(element: Any) -> str:
    """Give an element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def move_attributes(element: Any, move: Callable[[str], str]) -> bool:
    """Move the areas in an element's attributes; tell whether any changed."""
    is_changed = False
    for name in _AREAS:
        text = element.attrib.get(name)
        if text and re.match(r"\$?[A-Z]{1,3}\$?[0-9]", text):
            new = move(text) if name == "sqref" else " ".join(map(move, text.split()))
            if new != text:
                element.set(name, new)
                is_changed = True
    return is_changed


def move_text(element: Any, insertion: Insertion) -> None:
    """Move what an element of the sheet holds, if it is a formula or a list of areas."""
    if not element.text:
        return
    if local_name(element) in FORMULAS:
        element.text = moved(element.text, insertion, on_sheet=True)
    elif local_name(element) == "sqref":
        element.text = moved_areas(element.text, insertion, takes_in=False)


def move_formulas(root: Any, insertion: Insertion, *, on_sheet: bool) -> bool:
    """Move every formula of a part; tell whether any changed."""
    is_changed = False
    for each in root.iter("*"):
        if local_name(each) in FORMULAS and each.text:
            new = moved(each.text, insertion, on_sheet=on_sheet)
            is_changed = is_changed or new != each.text
            each.text = new
        for name in _FORMULA_ATTRIBUTES:
            if name in each.attrib:
                new = moved(each.get(name), insertion, on_sheet=on_sheet)
                is_changed = is_changed or new != each.get(name)
                each.set(name, new)
    return is_changed


def move_filter_columns(element: Any, insertion: Insertion) -> None:
    """Renumber the filtered columns; they are counted from the filter's first (18.3.2.7)."""
    area = element.get("ref", "")
    if not area:
        return
    start = column_of(area.partition(":")[0])
    new_start = column_of(taking_in(area, insertion).partition(":")[0])
    for each in element:
        if local_name(each) == "filterColumn":
            column = insertion.column(start + int(each.get("colId", 0)))
            each.set("colId", str(column - new_start))


def move_anchor(anchor: Any, insertion: Insertion) -> bool:
    """Move a picture, chart or button with its cells; one that keeps its size is not stretched."""
    columns = [
        column
        for end in anchor
        if local_name(end) in ("from", "to")
        for column in end
        if local_name(column) == "col" and int(column.text or 0) >= insertion.at
    ]
    hangs = anchor.get("editAs", "twoCell")
    if hangs == "absolute" or (hangs == "oneCell" and len(columns) == 1):
        return False
    for column in columns:
        column.text = str(int(column.text) + 1)
    return bool(columns)
