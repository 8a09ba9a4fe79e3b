"""Appendix: a comparison as content, ready to be an attachment or a document of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..comparison import Column, ComparedFigure, ComparedOffice, ComparedValue, Comparison, OfficeTable
from ..content import Appendix, Node, Row, SheetStart, Span, Spans, Table
from ..diagnostics import NOWHERE, Source
from ..report import FigureKind
from .numbers import in_cell

ROLE = "comparison"
PART = "其中："
INDENT = "\u3000"  # a cell of the grid, so that text and every program agree on the indent
UPRIGHT = 42.0
"""Characters of 10.5 pt that an upright type area is wide (442 pt)."""

_MOST_UPRIGHT = 6  # columns of years in a table by office on an upright sheet
_AROUND = 1.1  # characters; what a column needs beside its text
POINTS = {"%": "个百分点", "‰": "个千分点"}


def appendix_of(comparison: Comparison) -> Appendix:
    """Set a comparison as an attachment: tables by indicator and by office, notes, charts."""
    return Appendix((Span(comparison.title, NOWHERE),), tuple(nodes_of(comparison)))


def nodes_of(comparison: Comparison) -> Iterator[Node]:
    """Yield everything of a comparison below its title; on turned sheets where its columns need it."""
    if is_wide(comparison):
        yield SheetStart(NOWHERE, landscape=True)
    last = len(comparison.offices) - (0 if comparison.figures else 1)
    notes = _notes(comparison)
    if comparison.figures:
        yield _by_indicator(comparison, notes if last == 0 else ())
    for at, table in enumerate(comparison.offices, 1 if comparison.figures else 0):
        yield _by_office(table, comparison, notes if at == last else ())
    yield from comparison.charts


def is_wide(comparison: Comparison) -> bool:
    """Tell whether the table by indicator needs a turned sheet even with names and remarks on two lines."""
    figures = comparison.figures
    if not figures:
        return len(comparison.columns) > _MOST_UPRIGHT
    folded = max(_em(row.name) for row in figures) / 2 + max(_em(row.remark) for row in figures) / 2
    indents = len(PART) if any(row.part for row in figures) else 0
    return width_of(comparison) - folded - indents > UPRIGHT


def _by_indicator(comparison: Comparison, notes: tuple[Spans, ...]) -> Table:
    has_units = not comparison.unit
    head = ["序号", "指标名称", *(["计量单位"] if has_units else [])]
    head += [_heading(column) for column in comparison.columns]
    head += [comparison.difference_heading, comparison.rate_heading, "备注"]
    alignments = ["center", "left", *(["center"] if has_units else [])]
    alignments += ["decimal"] * (len(comparison.columns) + 2) + ["left"]
    is_crowded = width_of(comparison) > UPRIGHT and not is_wide(comparison)
    rows: list[Row] = []
    group = ""
    for row in comparison.figures:
        if row.group != group and not row.part:
            group = row.group
            rows.append(
                Row((_said(group or "其他", row.source), *[()] * (len(head) - 1)), row.source, across=True)
            )
        rows.append(_row(row, comparison, has_units=has_units, is_crowded=is_crowded))
    return Table(
        title=(),
        unit=_said(_above(comparison.period, comparison.unit)),
        alignments=tuple(alignments),
        head=Row(tuple(map(_said, head)), NOWHERE),
        rows=tuple(rows),
        notes=notes,
        source=NOWHERE,
        role=ROLE,
    )


def width_of(comparison: Comparison) -> float:
    """Estimate how wide the table by indicator is on single lines, in characters of its body."""
    figures = comparison.figures
    names = max((_em(row.name) + (1 + len(PART) if row.part else 0) for row in figures), default=0.0)
    units = 0.0 if comparison.unit else max(2.0, *(_em(row.unit) for row in figures))
    remarks = max((_em(row.remark) for row in figures), default=0.0)
    values = sum(
        max(3.0, *(_em(in_cell(row.values[n].number, row.decimals)) for row in figures))
        for n in range(len(comparison.columns))
    )
    columns = len(comparison.columns) + (5 if comparison.unit else 6)
    return 2 + names + units + values + 6 + 4 + max(2.0, remarks) + columns * _AROUND


def _em(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def _row(row: ComparedFigure, comparison: Comparison, *, has_units: bool, is_crowded: bool) -> Row:
    number = "" if row.number is None else str(row.number)
    texts = [number, _name(row, is_crowded=is_crowded), *([row.unit] if has_units else [])]
    cells = [_said(text, row.source) for text in texts]
    cells += [_value(value, row.decimals, row) for value in row.values]
    cells.append(_difference(row.change.difference, row.decimals, row.kind, row.unit, row))
    cells.append(_figure(in_cell(row.change.rate, comparison.rate_decimals), row))
    cells.append(_said(row.remark, row.source))
    return Row(tuple(cells), row.source)


def _heading(column: Column) -> str:
    """Head a column, with what is said of it: heads repeat, so that it stands on every page."""
    return f"{column.heading}（{column.remark}）" if column.remark else column.heading


def _name(row: ComparedFigure, *, is_crowded: bool) -> str:
    """Set a part in below its figure: the first after 其中：, the others below it where there is room."""
    if not row.part:
        return row.name
    if row.part == 1:
        return f"{INDENT}{PART}{row.name}"
    return INDENT * (1 if is_crowded else 1 + len(PART)) + row.name


def _by_office(table: OfficeTable, comparison: Comparison, notes: tuple[Spans, ...]) -> Table:
    has_shares = table.total is not None
    is_rate = table.kind in (FigureKind.RATE, FigureKind.RANK)
    head = ["单位", *map(_heading, comparison.columns)]
    head += ["占比（%）"] if has_shares else []
    head.append(comparison.difference_heading if is_rate else comparison.rate_heading)
    rows = [*table.rows, *([table.total] if table.total else [])]
    decimals = comparison.rate_decimals
    return Table(
        title=_said(f"各单位{table.name}"),
        unit=_said(_above("" if comparison.figures else comparison.period, table.unit)),
        alignments=("left", *["decimal"] * (len(head) - 1)),
        head=Row(tuple(map(_said, head)), NOWHERE),
        rows=tuple(_office(row, table, decimals, has_shares=has_shares, is_rate=is_rate) for row in rows),
        notes=notes,
        source=NOWHERE,
        role=ROLE,
    )


def _office(
    row: ComparedOffice, table: OfficeTable, decimals: int, *, has_shares: bool, is_rate: bool
) -> Row:
    cells = [_said(row.name, row.source), *(_value(value, table.decimals, row) for value in row.values)]
    if has_shares:
        cells.append(_figure(in_cell(row.share, decimals), row))
    if is_rate:
        cells.append(_difference(row.change.difference, table.decimals, table.kind, table.unit, row))
    else:
        cells.append(_figure(in_cell(row.change.rate, decimals), row))
    return Row(tuple(cells), row.source)


def _value(value: ComparedValue, decimals: int, row: ComparedFigure | ComparedOffice) -> Spans:
    text = in_cell(value.number, decimals)
    printed = value.manner.format(text) if value.number is not None else text
    return (Span(printed + value.mark, value.source, row.figure),)


def _difference(
    difference: Decimal | None,
    decimals: int,
    kind: FigureKind | None,
    unit: str,
    row: ComparedFigure | ComparedOffice,
) -> Spans:
    points = POINTS.get(unit, "个百分点") if kind is FigureKind.RATE and difference is not None else ""
    return _figure(in_cell(difference, decimals) + points, row)


def _above(period: str, unit: str) -> str:
    """Write what stands between a table's title and its head, at the right."""
    return "\u3000\u3000".join(
        part for part in (period and f"统计期间：{period}", unit and f"单位：{unit}") if part
    )


def _notes(comparison: Comparison) -> tuple[Spans, ...]:
    """Write the notes with their numbers; a single one has none."""
    said: Sequence[str] = comparison.notes
    if len(said) == 1:
        lines = [f"注：{said[0]}"]
    else:
        lines = [f"{'注：' if n == 1 else INDENT * 2}{n}.{text}" for n, text in enumerate(said, 1)]
    if comparison.origin:
        lines.append(f"资料来源：{comparison.origin}")
    return tuple(_said(line) for line in lines)


def _said(text: str, source: Source = NOWHERE) -> Spans:
    return (Span(text, source),) if text else ()


def _figure(text: str, row: ComparedFigure | ComparedOffice) -> Spans:
    return (Span(text, row.source, row.figure),)
