"""Offices: a figure that several offices report, office by office, and their total.

Rows of one name and one unit, each with a code of its own, are such a figure. The row of the total says
so in the column of the offices, or has a formula; without one the total is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ..change import change_of, kind_of, rounded
from ..comparison import ComparedChange, ComparedOffice, ComparedValue, OfficeTable
from ..diagnostics import Diagnostic
from ..members import office_of, stem_of
from ..noun import replace
from ..report import Absence, Figure, FigureKind
from .rows import changed, is_supplied, places_of, value_of

OFFICE_COLUMNS = ("单位名称", "所属单位", "统计单位", "报送单位")  # of the office; else 填报单位
TOTALS = ("合计", "总计", "全区", "全市", "全县", "全省", "汇总")
TOTAL = "合计"


def by_office(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Gather the figures that several offices report, by name."""
    groups: dict[str, list[Figure]] = {}
    stems: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.name, []).append(figure)
        if (stem := stem_of(figure)) != figure.name:
            stems.setdefault(stem, []).append(figure)
    for name, members in stems.items():  # 立案数（区公安局）, where 立案数 sums them up
        totals = groups.get(name, [])
        if len(members) > 1 and len(totals) == 1 and "汇总" in totals[0].formula:
            groups[name] = [*members, totals[0]]
    return {name: group for name, group in groups.items() if len(group) > 1}


def total_of(group: Sequence[Figure]) -> Figure | None:
    """Find the row that holds the total of a figure's offices."""
    return next((f for f in group if _office(f) in TOTALS), None) or next(
        (f for f in group if f.formula), None
    )


def office_table(
    name: str, group: Sequence[Figure], years: Sequence[int], base: int, year: int, found: list[Diagnostic]
) -> OfficeTable | None:
    """Set a figure's offices beside each other; None when a value is missing or units differ."""
    total = total_of(group)
    offices = [figure for figure in group if figure is not total]
    first = offices[0]
    for figure in group:
        if figure.unit != first.unit:
            named = {"figure": name, "unit": figure.unit, "other": first.unit, "cell": first.source}
            found.append(Diagnostic("compare.units_differ", figure.source, named))
            return None
    supplied = [
        is_supplied(f, {y: f.values[y] for y in years}, found) for f in group
    ]  # every gap is reported
    if not all(supplied):
        return None
    kind = kind_of(first.kind, first.unit)
    decimals = max(places_of(figure, [figure.values[y] for y in years]) for figure in group)
    columns = (years.index(base), years.index(year))
    rows = [
        _row(_office(f), f, [value_of(f, f.values[y]) for y in years], columns, decimals) for f in offices
    ]
    if kind in (FigureKind.RATE, FigureKind.RANK):
        return OfficeTable(name, first.unit, kind, decimals, tuple(rows), None)
    sums = [_sum([row.values[column] for row in rows]) for column in range(len(years))]
    if total is None:
        values = [ComparedValue(number) for number in sums]
        last = ComparedOffice(TOTAL, tuple(values), _change(values, columns, decimals, kind))
    else:
        _check_sum(name, total, years, sums, found)
        last = _row(TOTAL, total, [value_of(total, total.values[y]) for y in years], columns, decimals)
    whole = last.values[columns[1]].number
    rows = [replace(row, share=_share(row.values[columns[1]].number, whole)) for row in rows]
    return OfficeTable(
        name, first.unit, kind, decimals, tuple(rows), replace(last, share=_share(whole, whole))
    )


def _office(figure: Figure) -> str:
    own = next((figure.more[column] for column in OFFICE_COLUMNS if column in figure.more), "")
    return own or office_of(figure) or figure.key


def _row(
    name: str, figure: Figure, values: Sequence[ComparedValue], columns: tuple[int, int], decimals: int
) -> ComparedOffice:
    change = _change(values, columns, decimals, kind_of(figure.kind, figure.unit))
    return ComparedOffice(name, tuple(values), change, None, figure.key, figure.source)


def _change(
    values: Sequence[ComparedValue], columns: tuple[int, int], decimals: int, kind: FigureKind | None
) -> ComparedChange:
    before, after = (values[column].number for column in columns)
    change = change_of(
        Absence.NOT_APPLICABLE if before is None else before,
        Absence.NOT_APPLICABLE if after is None else after,
        decimals=decimals,
        kind=kind,
    )
    return changed(replace(change, kind=kind))


def _sum(values: Iterable[ComparedValue]) -> Decimal:
    return sum((value.number for value in values if value.number is not None), Decimal(0))


def _share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or not whole else part * 100 / whole


def _check_sum(
    name: str, total: Figure, years: Sequence[int], sums: Sequence[Decimal], found: list[Diagnostic]
) -> None:
    """Report a total that its offices do not add up to."""
    for year, wanted in zip(years, sums, strict=True):
        cell = total.values[year]
        if not isinstance(cell.number, Decimal):
            continue
        places = max(places_of(total, [cell]), 0)
        if rounded(cell.number, places) != rounded(wanted, places):
            values = {
                "figure": name, "year": year, "total": f"{cell.number.normalize():f}",
                "sum": f"{wanted.normalize():f}", "unit": total.unit,
            }  # fmt: skip
            found.append(Diagnostic("compare.total", cell.source, values))
