"""Tables: rows that are new or gone, and cells with what was changed in them.

A row is marked as a whole, and its characters as well: some programs settle by the one, some by the other.
A table with other columns than before is gone, and the one in its place new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from ....islands import readable
from ....pairing import Words, pair
from .marking import DELETED, INSERTED, KEPT, Marker
from .passages import Kind, Passage
from .written import Cell, Para, Row, Table

_WIDTH = re.compile(r'<w:tcW [^>]*w:w="(\d+)"[^>]*/>')
_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')


def whole_table(table: Table, state: str, marker: Marker) -> str:
    """Write a table that is new, gone, or as it was."""
    return _table(table, "".join(_row(row, state, marker) for row in table.rows))


def is_one_table(before: Table, after: Table) -> bool:
    """Tell whether one table can become the other row by row."""
    if before.columns != after.columns:
        return False
    if not (before.is_merged or after.is_merged):
        return True
    return [_shape(row) for row in before.rows] == [_shape(row) for row in after.rows]


def changed_table(before: Table, after: Table, marker: Marker) -> tuple[str, list[Passage]]:
    """Write a table that came of another, and tell what was changed."""
    old, new = _words(before), _words(after)
    edges = [0, *accumulate(int(width) for width in _GRID.findall(after.properties))]
    rows: list[str] = []
    passages: list[Passage] = []
    new_rows: list[str] = []  # what is gone comes first

    def put_in(row: Row) -> None:
        new_rows.append(_row(row, INSERTED, marker))
        passages.append(Passage(Kind.NEW, "", row.text, is_row=True))

    gone: set[int] = set(range(len(before.rows)))
    kept: dict[int, int] = {}
    if before.is_merged or after.is_merged:
        kept = {n: n for n in range(len(after.rows))}
    else:
        for each in pair(old, new):
            if each.before and each.after and not each.moved:
                one, other = each.before[0], each.after[0]
                if _shape(before.rows[one]) == _shape(after.rows[other]):
                    kept[other] = one
    gone -= set(kept.values())

    def take_out(up_to: int) -> None:
        for number in sorted(n for n in gone if n < up_to):
            gone.discard(number)
            row = _fitted(before.rows[number], edges)
            rows.append(_row(row, DELETED, marker))
            passages.append(Passage(Kind.GONE, row.text, "", is_row=True))

    for number, row in enumerate(after.rows):
        if number not in kept:
            put_in(row)
            continue
        take_out(kept[number])
        rows += new_rows
        new_rows.clear()
        rows.append(_changed_row(before.rows[kept[number]], row, marker, passages))
    take_out(len(before.rows))
    return _table(after, "".join((*rows, *new_rows))), passages


def _words(table: Table) -> list[Words]:
    """Say what rows are told by: of a row whose numbers changed, its first cell is enough."""
    return [Words(row.text, role=f"row{len(row.cells)}") for row in table.rows]


def _shape(row: Row) -> list[int]:
    return [cell.columns for cell in row.cells]


def _fitted(row: Row, edges: Sequence[int]) -> Row:
    """Give a row of another table the widths of this one."""
    cells: list[Cell] = []
    at = 0
    for cell in row.cells:
        at += cell.columns
        if at >= len(edges):
            return row
        width = f'<w:tcW w:w="{edges[at] - edges[at - cell.columns]}" w:type="dxa"/>'
        properties = _WIDTH.sub(width, cell.properties, count=1)
        cells.append(Cell(properties, cell.paragraphs, cell.columns))
    return Row(row.properties, tuple(cells))


def _changed_row(before: Row, after: Row, marker: Marker, passages: list[Passage]) -> str:
    cells: list[str] = []
    for old, new in zip(before.cells, after.cells, strict=True):
        edits = readable(old.text, new.text)
        if edits:
            passages.append(
                Passage(Kind.CHANGED, old.text, new.text, tuple(edits), name=_name(after, new), is_row=True)
            )
        cells.append(_cell(new, marker.changed(old.paragraphs, new.paragraphs, edits)))
        marker.is_open = False
    return f"<w:tr>{_properties(after.properties)}{''.join(cells)}</w:tr>"


def _name(row: Row, cell: Cell) -> str:
    """Name a row by its first cell that is no number; the cell's own words name nothing."""
    texts = (each.text for each in row.cells if each is not cell)
    return next((text for text in texts if text.strip() and not text.strip()[0].isdigit()), "")


def _row(row: Row, state: str, marker: Marker) -> str:
    mark = f"<w:{state} {marker.attributes()}/>" if state else ""
    cells = "".join(_cell(cell, _paragraphs(cell.paragraphs, state, marker)) for cell in row.cells)
    return f"<w:tr>{_properties(row.properties + mark)}{cells}</w:tr>"


def _paragraphs(paragraphs: Sequence[Para], state: str, marker: Marker) -> str:
    """Write the paragraphs of a cell; the mark of its last one belongs to the cell."""
    if state == KEPT:
        return "".join(marker.kept(each) for each in paragraphs)
    *others, last = paragraphs
    written = [marker.whole(each, state) for each in others]
    written.append(marker.filled(last, state))
    return "".join(written)


def _properties(inside: str) -> str:
    return f"<w:trPr>{inside}</w:trPr>" if inside else ""


def _cell(cell: Cell, paragraphs: str) -> str:
    return f"<w:tc><w:tcPr>{cell.properties}</w:tcPr>{paragraphs}</w:tc>"


def _table(table: Table, rows: str) -> str:
    return f"<w:tbl>{table.properties}{rows}</w:tbl>"
