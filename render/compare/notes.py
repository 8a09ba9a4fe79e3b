"""Notes: what stands below a comparison, only what its rows give reason for.

What a dash means is always said where there is one, because books differ in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from ..change import Basis, Case, rounded
from ..comparison import ComparedFigure, ComparedValue, OfficeTable
from ..report import FigureKind
from .numbers import in_cell
from .rows import Compared

MOST_SCOPES = 5
"""Figures whose 口径 is told; where more have one, it belongs into a table of its own."""


def notes_of(
    rows: Sequence[Compared],
    offices: Sequence[OfficeTable],
    *,
    base: int,
    year: int,
    base_column: int,
    last_column: int,
    remarks: Mapping[int, str],
    rate_decimals: int,
) -> Iterator[str]:
    """Word the notes that apply, in the order they are printed."""
    yield from _year_remarks(remarks)
    yield from _scopes(rows)
    yield from _changed_scopes(rows, base, year, base_column)
    yield from _revised(rows, base)
    printed = [each.row for each in rows]
    kinds = {*(row.kind for row in printed), *(table.kind for table in offices)}
    if FigureKind.RATE in kinds:
        yield "比率类指标的增减为百分点，不计算增减幅度。"
    if FigureKind.RANK in kinds:
        yield "位次类指标数值越小，位次越靠前，不计算增减幅度。"
    if _has_dash(printed, offices):
        yield "“—”表示不适用或无可比数据。"
    if any(each.change.rounds_apart for each in rows) or _differs(printed, base_column, last_column):
        yield "增减及增减幅度按未取整数计算。"
    if (
        _parts_differ(printed, last_column)
        or _parts_differ(printed, base_column)
        or _shares_differ(offices, rate_decimals)
    ):
        yield "部分数据因四舍五入，分项之和与合计可能略有出入。"


def _year_remarks(remarks: Mapping[int, str]) -> Iterator[str]:
    """Say what the table says of whole years, such as 快报数."""
    by_remark: dict[str, list[int]] = {}
    for year, remark in remarks.items():
        by_remark.setdefault(remark, []).append(year)
    for remark, years in by_remark.items():
        yield f"表中{'、'.join(f'{year}年' for year in sorted(years))}数据为{remark.rstrip('。')}。"


def _scopes(rows: Iterable[Compared]) -> Iterator[str]:
    said = [f"“{r.row.name}”：{r.figure.scope.rstrip('。；')}" for r in rows if r.figure.scope]
    if 0 < len(said) <= MOST_SCOPES:
        yield f"指标口径：{'；'.join(said)}。"


def _changed_scopes(rows: Iterable[Compared], base: int, year: int, base_column: int) -> Iterator[str]:
    for each in rows:
        name, redefined = each.row.name, each.figure.redefined
        reasons = "；".join(redefined[at].rstrip("。；") for at in sorted(redefined) if base < at <= year)
        because = f"（{reasons}）" if reasons else ""
        if each.change.basis is Basis.COMPARABLE:
            mark = each.row.values[base_column].mark
            yield f"{mark}“{name}”统计口径有调整{because}，{base}年数为按{year}年口径计算的可比数。"
        elif each.change.case is Case.REDEFINED:
            yield f"“{name}”统计口径有调整{because}，两年数据不可比，不计算增减。"


def _revised(rows: Iterable[Compared], base: int) -> Iterator[str]:
    said = [
        f"“{each.row.name}”{in_cell(each.change.published, each.row.decimals)}{each.row.unit}"
        for each in rows
        if each.change.published is not None and each.change.basis is not Basis.COMPARABLE
    ]
    if said:
        yield f"部分{base}年数据已作修订，原公布数为：{'，'.join(said)}。"


def _has_dash(rows: Iterable[ComparedFigure], offices: Iterable[OfficeTable]) -> bool:
    """Tell whether there is a dash that the note on rates and ranks does not explain."""
    for row in rows:
        has_no_rate = row.kind in (FigureKind.RATE, FigureKind.RANK)
        if any(value.number is None for value in row.values) or row.change.difference is None:
            return True
        if row.change.rate is None and not has_no_rate:
            return True
    return any(
        row.change.rate is None or any(value.number is None for value in row.values)
        for table in offices
        if table.kind not in (FigureKind.RATE, FigureKind.RANK)
        for row in (*table.rows, *([table.total] if table.total else []))
    )


def _differs(rows: Iterable[ComparedFigure], base: int, last: int) -> bool:
    """Tell whether a reader who takes one printed value from the other comes to another difference."""
    for row in rows:
        before, after, difference = _printed(row, base), _printed(row, last), row.change.difference
        if None not in (before, after, difference) and after - before != difference:  # type: ignore[operator]
            return True
    return False


def _printed(row: ComparedFigure, column: int) -> Decimal | None:
    number = row.values[column].number
    return None if number is None else rounded(number, row.decimals)


def _parts_differ(rows: Sequence[ComparedFigure], column: int) -> bool:
    """Tell whether parts add up to their whole, but not as they are printed."""
    for at, row in enumerate(rows):
        if row.part or row.kind is FigureKind.RATE:
            continue
        stop = at + 1
        while stop < len(rows) and rows[stop].part:
            stop += 1
        parts = rows[at + 1 : stop]
        if parts and _differ(row.values[column], [p.values[column] for p in parts], row.decimals):
            return True
    return False


def _differ(whole: ComparedValue, parts: Sequence[ComparedValue], decimals: int) -> bool:
    numbers = [part.number for part in parts if part.number is not None]
    if whole.number is None or len(numbers) < len(parts):
        return False
    adds_up = rounded(sum(numbers), decimals) == rounded(whole.number, decimals)  # type: ignore[arg-type]
    return adds_up and sum(rounded(number, decimals) for number in numbers) != rounded(whole.number, decimals)


def _shares_differ(offices: Iterable[OfficeTable], decimals: int) -> bool:
    """Tell whether printed shares miss 100."""
    for table in offices:
        shares = [share for row in table.rows if (share := row.share) is not None]
        if shares and sum(rounded(share, decimals) for share in shares) != 100:
            return True
    return False
