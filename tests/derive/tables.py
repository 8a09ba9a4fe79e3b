"""Tables of figures for tests of the derive stage."""

from __future__ import annotations

from decimal import Decimal

from render.change import rounded
from render.derive import derive
from render.diagnostics import Diagnostic, Source
from render.report import Absence, Figure, FigureTable, Relation, Value

YEARS = (2019, 2020)
ABSENT = {"": Absence.NOT_SUPPLIED, "—": Absence.NOT_APPLICABLE, "?": Absence.UNREADABLE}


def value(text: str, cell: str) -> Value:
    """Make a value: digits, "" for an empty cell, — for one that does not apply, ? for an unreadable one."""
    number = ABSENT[text] if text in ABSENT else Decimal(text)
    return Value(number, len(text.partition(".")[2]), Source("figures.csv", cell=cell))


def row(key: str, *values: str, formula: str = "", unit: str = "件", **more: object) -> Figure:
    """Make a figure with a value for each of `YEARS`, at its key's cell of that year."""
    cells = dict(zip(YEARS, values or ("",) * len(YEARS), strict=True))
    return Figure(
        key=key,
        unit=unit,
        values={year: value(text, f"{key}{year}") for year, text in cells.items()},
        formula=formula,
        formula_source=Source("figures.csv", cell=f"{key}公式"),
        **{"name": key, "kind": None, **more},  # type: ignore[arg-type]
    )


def table(*rows: Figure) -> FigureTable:
    """Make a table."""
    years = sorted({year for each in rows for year in each.values})
    return FigureTable({each.key: each for each in rows}, tuple(years), Source("figures.csv"))


def derived(*rows: Figure, **more: object) -> dict[str, list[str]]:
    """Work out a table without faults: the values of each figure, by key, as they would print."""
    made, found = derive(table(*rows), **more)  # type: ignore[arg-type]
    assert found == ()
    return {key: [printed(each) for each in figure.values.values()] for key, figure in made.figures.items()}


def printed(value: Value) -> str:
    """Write a value with its decimals."""
    if isinstance(value.number, Absence):
        return next(text for text, absence in ABSENT.items() if absence is value.number)
    return str(rounded(value.number, value.decimals or 0))


def found(*rows: Figure, relations: tuple[str, ...] = (), **more: object) -> list[Diagnostic]:
    """Work out a table and give what is wrong with it."""
    declared = [Relation(text, Source("report.md", line)) for line, text in enumerate(relations, 2)]
    return list(derive(table(*rows), declared, **more)[1])  # type: ignore[arg-type]


def codes(*rows: Figure, **more: object) -> list[tuple[str, str]]:
    """Work out a table and give the codes and cells of what is wrong with it."""
    return [(each.code, each.source.cell) for each in found(*rows, **more)]  # type: ignore[arg-type]
