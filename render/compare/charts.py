"""Charts: what of a comparison is worth a picture.

Unless the report says otherwise (对比表图), one chart shows the largest changes. A figure's own chart is a
line over three or more years and two columns over two; nothing is drawn for a rate there is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..change import rounded
from ..comparison import Column, ComparedFigure
from ..content import Chart, Series, Span
from ..diagnostics import NOWHERE
from .numbers import in_cell

LARGEST = ("增减幅度", "largest")
NONE = ("不用", "none")
MOST_BARS = 10
FEWEST_BARS = 2  # one bar says nothing that the table does not


def charts_of(
    wanted: Sequence[str],
    rows: Sequence[ComparedFigure],
    columns: Sequence[Column],
    base: int,
    last: int,
    decimals: int,
) -> Iterator[Chart]:
    """Make the charts a report wants, by their names: the largest changes, or figures.

    Raises:
        KeyError: a name is neither.
    """
    if any(name in NONE for name in wanted):
        return
    by_name = {**{row.name: row for row in rows}, **{row.figure: row for row in rows}}
    for name in wanted or LARGEST[:1]:
        chart = (
            _largest(rows, columns[base], columns[last], decimals)
            if name in LARGEST
            else _over_years(by_name[name], columns)
        )
        if chart is not None:
            yield chart


def _largest(rows: Sequence[ComparedFigure], base: Column, last: Column, decimals: int) -> Chart | None:
    """Show the figures that grew or fell most, in per cent, the largest growth first."""
    changed = [
        (rate, row)
        for row in rows
        if row.change.rate is not None and (rate := rounded(row.change.rate, decimals))
    ]
    largest = sorted(changed, key=lambda pair: -abs(pair[0]))[:MOST_BARS]
    if len(largest) < FEWEST_BARS:
        return None
    largest.sort(key=lambda pair: -pair[0])
    title = f"{_said(last)}主要指标比{_said(base)}增减幅度"
    if len(largest) < len(changed):
        title += f"（变化最大的{len(largest)}项）"
    said = "；".join(f"{row.name}{in_cell(rate, decimals)}%" for rate, row in largest)
    return Chart(
        kind="bars",
        title=(Span(title, NOWHERE),),
        unit="%",
        categories=tuple(row.name for _, row in largest),
        series=(Series("增减幅度", tuple(rate for rate, _ in largest)),),
        decimals=decimals,
        alternative=f"{title}：{said}。",
        source=NOWHERE,
    )


def _over_years(row: ComparedFigure, columns: Sequence[Column]) -> Chart | None:
    """Show one figure over the years, the earliest first."""
    points = sorted(
        ((column, row.values[index]) for index, column in enumerate(columns)), key=lambda point: point[0].year
    )
    if sum(value.number is not None for _, value in points) < FEWEST_BARS:
        return None
    title = f"{points[0][0].year}—{points[-1][0].year}年{row.name}"
    if remarked := [_said(column) for column, _ in points if column.remark]:
        title += f"（{'、'.join(remarked)}）"
    said = "；".join(
        f"{column.heading}{in_cell(value.number, row.decimals)}{row.unit}"
        for column, value in points
        if value.number is not None
    )
    numbers: list[Decimal | None] = [
        None if value.number is None else rounded(value.number, row.decimals) for _, value in points
    ]
    return Chart(
        kind="lines" if len(points) > 2 else "columns",
        title=(Span(title, NOWHERE),),
        unit=row.unit,
        categories=tuple(column.heading for column, _ in points),
        series=(Series(row.name, tuple(numbers)),),
        decimals=row.decimals,
        alternative=f"{title}：{said}。",
        source=NOWHERE,
    )


def _said(column: Column) -> str:
    """Name a column with what is said of its values, which a chart shows as well."""
    return f"{column.heading}（{column.remark}）" if column.remark else column.heading
