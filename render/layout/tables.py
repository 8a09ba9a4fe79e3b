"""Tables: column widths, the lines of cells, row heights, and where a number's point stands.

A table is as wide as the type area. Columns first get what their longest line needs; when that is too
much, the columns of long text give way. Row heights are whole rows of the grid, so that the text after
a table is back on it in every program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from ..blocks import Cell, Table
from ..diagnostics import Diagnostic
from ..noun import Noun, replace
from ..pattern import pattern
from ..target import Target
from ..template import Style, TableStyle, Template
from ..units import PT_PER_MM, TWIPS_PER_PT
from .lines import break_lines
from .setting import Setter, SetText

_LEAST = 3.0  # em; no column gets narrower than this
_LONGEST = 0.4  # of a table's width; what a column of long text gets before others are cut
_GAP = 0.25  # em, between Latin and Han: what the widest target puts there
_PARTED = 4  # em from which a head may go on two lines; 2020年 would not be parted well
_WHOLE = pattern(r"[−-]?\d[\d,]*")  # a number up to its decimal point, sign or unit


class SetCell(Noun, frozen=True):
    """A cell with its lines found."""

    cell: Cell
    text: SetText
    style: Style
    column: int
    lines: tuple[tuple[int, int], ...]


class SetTable(Noun, frozen=True):
    """A settled table and the lines of all its cells, head rows first."""

    table: Table
    look: TableStyle
    rows: tuple[tuple[SetCell, ...], ...]


def settle_table(table: Table, setter: Setter, target: Target) -> tuple[SetTable, list[Diagnostic]]:
    """Decide a table's widths, lines, heights and decimal points.

    Args:
        table: As composed.
        setter: For measuring.
        target: Whose rules break the lines of cells.

    Returns:
        The table with `widths`, `heights` and `decimals` filled in, and what is wrong with it.
    """
    template = setter.template
    look = template.tables[table.style]
    rows = [
        [_Measured(cell, setter, template.styles[look.head if is_head else look.body]) for cell in row]
        for is_head, row in [(True, r) for r in table.head] + [(False, r) for r in table.rows]
    ]
    widths, excess = _column_widths(rows, len(table.head), look.padding, template)
    found: list[Diagnostic] = []
    if excess:
        values = {"columns": len(widths), "excess": ceil(excess / PT_PER_MM)}
        found.append(Diagnostic("layout.table_too_wide", table.source, values))
    set_rows: list[tuple[SetCell, ...]] = []
    heights: list[int] = []
    for row in rows:
        cells: list[SetCell] = []
        column = 0
        for measured in row:
            width = sum(widths[column : column + measured.cell.columns]) - 2 * look.padding - measured.indent
            lines = break_lines(
                measured.text.text, measured.text.advances, max(width, measured.style.size), target,
                size=measured.style.size,
            )  # fmt: skip
            cells.append(SetCell(measured.cell, measured.text, measured.style, column, tuple(lines)))
            column += measured.cell.columns
        set_rows.append(tuple(cells))
        heights.append(_height(cells, template))
        if heights[-1] > template.grid.rows - 1:
            found.append(
                Diagnostic(
                    "layout.row_too_tall",
                    row[0].cell.source,
                    {"rows": heights[-1], "most": template.grid.rows - 1},
                )
            )
    settled = replace(
        table, widths=tuple(widths), heights=tuple(heights), decimals=tuple(_points(rows, widths))
    )
    return SetTable(settled, look, tuple(set_rows)), found


class _Measured:
    """A cell with its characters measured."""

    __slots__ = ("cell", "indent", "style", "text")

    def __init__(self, cell: Cell, setter: Setter, style: Style) -> None:
        self.cell = cell
        self.style = style
        self.text = setter.set_runs(cell.runs, style)
        self.indent = cell.indent * style.size

    def whole_width(self) -> float:
        """Measure all characters on one line."""
        return self.text.width + self.indent

    def gap(self) -> float:
        """Measure the gap a word processor puts between a number and a word after it, such as 余."""
        text = self.text.text
        is_worded = self.cell.align == "decimal" and not text[-1:].isascii() and _WHOLE.search(text)
        return _GAP * self.style.size if is_worded else 0.0

    def half_width(self) -> float:
        """Measure the longest of two lines, parted before a bracket, or else in the middle.

        What stands in brackets and is long itself is parted once more.
        """
        text, advances = self.text.text, self.text.advances
        if self.text.width < _PARTED * self.style.size:
            return self.whole_width()
        bracket = text.find("（")
        at = bracket if bracket > 1 else (len(text) + 1) // 2
        first, second = sum(advances[:at]), sum(advances[at:])
        if bracket > 1 and second >= _PARTED * self.style.size:
            middle = (at + len(text) + 1) // 2
            second = max(sum(advances[at:middle]), sum(advances[middle:]))
        return max(first, second) + self.indent


def _column_widths(
    rows: Sequence[Sequence[_Measured]], heads: int, padding: float, template: Template
) -> tuple[list[float], float]:
    """Share the type area out among the columns, in whole twips so that both files agree.

    Returns:
        The widths, and how much wider than the type area the columns would have to be, at the least,
        for their numbers to stay whole; 0 where they fit.
    """
    count = max(sum(m.cell.columns for m in row) for row in rows)
    gaps = _widest(rows, count, _Measured.gap)
    numbers = [w + part + gap for (w, part), gap in zip(_numbers(rows, count), gaps, strict=True)]
    size = max(measured.style.size for row in rows for measured in row)
    total = template.measure
    head = _widest(rows[:heads], count, _Measured.whole_width)
    body = _widest(rows[heads:], count, _Measured.whole_width)
    wanted = [max(widths) + 2 * padding + size / 2 for widths in zip(numbers, head, body, strict=True)]
    if sum(wanted) > total:  # a head in two lines leaves room for what stands below it
        head = _widest(rows[:heads], count, _Measured.half_width)
        wanted = [max(widths) + 2 * padding + size / 2 for widths in zip(numbers, head, body, strict=True)]
    least = list(numbers)
    for row in rows:
        for column, measured in _columns(row):
            if measured.cell.columns == 1:
                least[column] = max(least[column], min(measured.whole_width(), _LEAST * size))
    least = [width + 2 * padding for width in least]
    if sum(wanted) <= total:
        spare = total / sum(wanted)
        widths = [width * spare for width in wanted]
    else:
        widths = _cut(wanted, least, total)
    twips = [int(width * TWIPS_PER_PT) for width in widths]
    twips[-1] += int(total * TWIPS_PER_PT) - sum(twips)
    return [t / TWIPS_PER_PT for t in twips], max(0.0, sum(least) - total)


def _widest(
    rows: Sequence[Sequence[_Measured]], count: int, width_of: Callable[[_Measured], float]
) -> list[float]:
    """Measure the widest cell of each column; cells that span several do not count."""
    widest = [0.0] * count
    for row in rows:
        for column, measured in _columns(row):
            if measured.cell.columns == 1:
                widest[column] = max(widest[column], width_of(measured))
    return widest


def _cut(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Cut columns down until all of them fit: first those of long text, then each by what it can spare."""
    longest = max(total * _LONGEST, total / len(wanted))
    widths = [max(low, min(width, longest)) for width, low in zip(wanted, least, strict=True)]
    short = total - sum(widths)
    if short >= 0:  # what is left over goes to the long ones
        room = [width - given for width, given in zip(wanted, widths, strict=True)]
    else:
        room = [given - low for given, low in zip(widths, least, strict=True)]
    share = sum(room)
    if share:
        widths = [given + short * free / share for given, free in zip(widths, room, strict=True)]
    excess = max(1.0, sum(widths) / total)
    return [max(0.0, width / excess) for width in widths]


def _height(cells: Sequence[SetCell], template: Template) -> int:
    """Count the grid rows the tallest cell needs in the tighter of the two geometries."""
    pitch = min(geometry.pitch for geometry in template.geometries.values())
    tallest = max((len(c.lines) * (c.style.leading or pitch) for c in cells), default=0.0)
    return max(1, ceil((tallest - 0.01) / pitch))


def _points(rows: Sequence[Sequence[_Measured]], widths: Sequence[float]) -> list[float]:
    """Say, per column, how far the decimal point stands from the column's right edge.

    The block of numbers is centred in its column; zero where a column holds no numbers.
    """
    numbers = _numbers(rows, len(widths))
    return [
        (width - whole - part) / 2 + part if whole or part else 0.0
        for width, (whole, part) in zip(widths, numbers, strict=True)
    ]


def _numbers(rows: Sequence[Sequence[_Measured]], count: int) -> list[tuple[float, float]]:
    """Measure, per column, the widest number up to its point and from its point on."""
    widest = [(0.0, 0.0)] * count
    for row in rows:
        for column, measured in _columns(row):
            if measured.cell.align == "decimal":
                whole, part = split_number(measured.text)
                widest[column] = (max(widest[column][0], whole), max(widest[column][1], part))
    return widest


def _columns(row: Sequence[_Measured]) -> Iterator[tuple[int, _Measured]]:
    """Yield the cells of a row with the column each begins in."""
    column = 0
    for measured in row:
        yield column, measured
        column += measured.cell.columns


def split_number(text: SetText) -> tuple[float, float]:
    """Measure a number up to its decimal point, and from the point on.

    A number without a point ends where the point would stand; what follows it, such as 个百分点 or the
    mark of a note, does not move it. A text without a number counts as one before its point.
    """
    whole = _WHOLE.search(text.text)
    position = whole.end() if whole else len(text.text)
    return sum(text.advances[:position]), sum(text.advances[position:])
