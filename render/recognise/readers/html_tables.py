"""Tables of a web page: those that hold a text in cells, and not the layout of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .blanks import tidy

LONGEST_CELL = 600  # characters; a longer one is a part of the page, not of a table
MOST_COLUMNS = 60  # of a table; more are the work of a program gone wrong

SILENT = frozenset(
    """
    script style noscript template head select option textarea button input iframe object embed svg
    canvas audio video map link meta area math
""".split()
)


def data_rows(table: Any) -> tuple[tuple[str, ...], ...]:
    """Read a table whose cells are words and numbers; nothing of one that lays out the page."""
    if table.find(".//table") is not None:
        return ()
    grid: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    row_no = -1
    for row in _rows(table):
        row_no += 1
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (row_no, column) in taken:
                column += 1
            text = tidy(" ".join(_cell_texts(cell)))
            if len(text) > LONGEST_CELL or column >= MOST_COLUMNS:
                return ()
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            grid[row_no, column] = text
            taken.update((row_no + r, column + c) for r in range(down) for c in range(across))
            column += across
    filled = sum(bool(text) for text in grid.values())
    columns = 1 + max((column for _, column in grid), default=0)
    columns = max([columns, *(column + 1 for row, column in taken if row <= row_no)]) if taken else columns
    if row_no < 1 or columns < 2 or filled < 3 or columns > MOST_COLUMNS:
        return ()
    rows = (tuple(grid.get((row, column), "") for column in range(columns)) for row in range(row_no + 1))
    return tuple(row for row in rows if any(row))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cell_texts(cell: Any) -> Iterator[str]:
    for element in cell.iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            if element is not cell and element.tail:
                yield element.tail
            continue
        if element.text:
            yield element.text
        if element is not cell and element.tail:
            yield element.tail


def _span(cell: Any, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), MOST_COLUMNS) if text.isdecimal() and len(text) < 5 else 1
