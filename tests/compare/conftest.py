"""Tables of a few figures, compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from render.compare import Wanted, compare
from render.comparison import Comparison
from render.diagnostics import Diagnostic, Source
from render.report import Absence, Figure, FigureKind, FigureTable, Value

Number = str | int | None
Compare = Callable[..., Comparison]


def figure(
    name: str,
    *numbers: Number,
    unit: str = "件",
    code: str = "",
    kind: FigureKind | None = None,
    **more: object,
) -> Figure:
    """Make a figure with values of 2019, 2020 and on; "—" is a dash, None an empty cell."""
    values = {}
    for column, number in enumerate(numbers):
        source = Source("figures.xlsx", sheet="指标", cell=f"{'CDEFGHIJKLMNO'[column]}2")
        if number is None or number == "—":
            absence = Absence.NOT_SUPPLIED if number is None else Absence.NOT_APPLICABLE
            values[2019 + column] = Value(absence, None, source)
        else:
            values[2019 + column] = Value(Decimal(str(number)), None, source)
    return Figure(code or name, name, unit, kind, values, **more)  # type: ignore[arg-type]


def table(*figures: Figure) -> FigureTable:
    """Make a table of the years its figures have."""
    years = sorted({year for each in figures for year in each.values})
    source = Source("figures.xlsx", sheet="指标")
    return FigureTable({each.key: each for each in figures}, tuple(years), source)


def wanted(**more: object) -> Wanted:
    """Compare 2020 with 2019 unless told otherwise."""
    plain = Wanted(2020, (2019,), report_title="洪山区2020年度法治政府建设工作报告")
    return replace(plain, **more)  # type: ignore[arg-type]


def found(*figures: Figure, **more: object) -> list[Diagnostic]:
    """Compare, and list what is wrong."""
    return list(compare(table(*figures), wanted(**more))[1])


@pytest.fixture
def compared() -> Compare:
    """Compare figures without a fault."""

    def run(*figures: Figure, **more: object) -> Comparison:
        comparison, wrong = compare(table(*figures), wanted(**more))
        assert wrong == ()
        assert comparison is not None
        return comparison

    return run
