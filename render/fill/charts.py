"""Charts: a table of the text, drawn.

The first column names the categories, every other one is a series with its name in the head; of a line
chart whose head holds years, every row is one. Cells print numbers; an empty one and — draw nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from ..content import Chart, Series, Spans, Table
from ..diagnostics import Diagnostic
from ..pattern import pattern
from .inline import BLANKS, plain_text

_T = TypeVar("_T")
_NUMBER = pattern(r"[−-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?=[%‰％]?$)")
_NOTHING = ("", "—", "——", "…", "……")
_YEAR = pattern(r"\d{4}年?度?")
_UNIT = pattern(rf"^(?:计量)?单位\s*[:：]|^Unit\s*:|[{BLANKS}]")


def chart_of(table: Table, kind: str) -> tuple[Chart | None, list[Diagnostic]]:
    """Draw a table as one of `CHART_KINDS`; None when it has no column of numbers."""
    head = [plain_text(cell).strip(BLANKS) for cell in table.head.cells]
    if len(head) < 2:
        return None, [Diagnostic("chart.no_numbers", table.source)]
    found: list[Diagnostic] = []
    read = [[_read(cell) for cell in row.cells[1:]] for row in table.rows]
    for row, cells in zip(table.rows, read, strict=True):
        for cell, number in zip(row.cells[1:], cells, strict=True):
            if number is None and plain_text(cell).strip(BLANKS) not in _NOTHING:
                values = {"text": plain_text(cell)[:20]}
                found.append(Diagnostic("chart.not_a_number", row.source, values))
    names = [plain_text(row.cells[0]).strip(BLANKS) for row in table.rows]
    figures = [[_figure(cell) for cell in row.cells[1:]] for row in table.rows]
    if kind == "lines" and all(_YEAR.fullmatch(name) for name in head[1:]):
        categories, called = head[1:], names
    else:
        categories, called = names, head[1:]
        read, figures = _turned(read, len(called)), _turned(figures, len(called))
    series = tuple(
        Series(name, tuple(n and n[0] for n in numbers), tuple(keys) if any(keys) else ())
        for name, numbers, keys in zip(called, read, figures, strict=True)
    )
    decimals = max((n[1] for numbers in read for n in numbers if n), default=0)
    unit = _UNIT.sub("", plain_text(table.unit))
    return Chart(kind, table.title, unit, tuple(categories), series, decimals, table.source), found


def _read(cell: Spans) -> tuple[Decimal, int] | None:
    """Read a printed number and its decimals; None when it is none."""
    text = plain_text(cell).strip(BLANKS)
    found = _NUMBER.match(text)
    if found is None:
        return None
    return Decimal(found[0].replace("−", "-").replace(",", "")), len(found[1] or "")


def _figure(cell: Spans) -> str | None:
    """Give the key of the figure a cell prints, if it prints one."""
    keys = {span.figure for span in cell if span.figure is not None}
    return keys.pop() if len(keys) == 1 else None


def _turned(rows: Sequence[Sequence[_T]], width: int) -> list[list[_T]]:
    """Make rows of columns."""
    return [[row[column] for row in rows] for column in range(width)]
