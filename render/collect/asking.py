"""Asking: which figures each office is asked for, and what they may be.

Figures that are worked out (公式) are nobody's to fill in and are not asked for. A value that is there
already is asked for all the same, and stands in the sheet as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from ..change import Basis, base_of, exponent_of, kind_of, printed_decimals, rounded
from ..diagnostics import Diagnostic, Source
from ..noun import Noun
from ..report import Absence, Figure, FigureKind, FigureTable, Value

PHONE_COLUMNS = ("联系电话", "电话", "phone")
REASON_COLUMNS = ("增减情况说明", "变动原因")

_COUNTED = frozenset("件个人次家户条项起份场期名台批例宗所处部册篇种位组支辆艘幅块座")
"""Last characters of measure words that whole numbers go with."""
_SCALED = "十百千万亿"
_MOST_RATE = {"%": Decimal(100), "‰": Decimal(1000)}
_COMPARABLE = "上年数按可比口径"


class Limits(Noun, frozen=True):
    """What a figure's value may be."""

    decimals: int | None  # places at most; None: any
    least: Decimal | None  # None: no limit
    most: Decimal | None


class Asked(Noun, frozen=True):
    """One figure as an office is asked for it."""

    key: str
    name: str
    unit: str
    scope: str
    base: Value | None  # last year's value; None: the table has no column for it
    value: Value  # what the table has already
    limits: Limits
    is_rate: bool  # a change of it is in points, and has no rate of growth
    has_rate: bool  # of growth: neither a rate nor a rank
    reason: str  # what the table says of the change
    source: Source

    @property
    def base_number(self) -> Decimal | None:
        """Last year's value, where it is a number."""
        return number_of(self.base)


class OfficeSheet(Noun, frozen=True):
    """What one office is asked."""

    office: str
    rows: tuple[Asked, ...]
    contact: str = ""  # 填表人, where all rows name the same
    phone: str = ""


class Asking(Noun, frozen=True):
    """What all offices are asked for one year of one report."""

    title: str  # of the sheets
    report: str  # six characters that stand for the report
    year: int
    base: int | None  # the year compared with; None: the table has no column for it
    period: str  # 统计期间
    reason_from: Decimal  # per cent of change from which a reason is asked for
    rate_decimals: int
    sheets: tuple[OfficeSheet, ...]
    base_remark: str = ""  # what the table's head says of last year's values, such as 快报数
    remark: str = ""  # and of this year's

    @property
    def by_key(self) -> Mapping[str, tuple[str, Asked]]:
        """Every figure asked for, with its office."""
        return {row.key: (sheet.office, row) for sheet in self.sheets for row in sheet.rows}


def sheets_of(
    table: FigureTable, year: int, found: list[Diagnostic], *, worked_out: Collection[Source] = ()
) -> tuple[OfficeSheet, ...]:
    """Divide the figures among the offices that supply them, in the order of the table.

    Args:
        table: The figures; it has a column for the year.
        year: The year asked for.
        found: Receives what nobody is asked for, where somebody is asked for the rest.
        worked_out: Cells that hold formulas of the book.
    """
    base = base_year(table, year)
    offices: dict[str, list[Figure]] = {}
    unasked: list[Diagnostic] = []
    for figure in table.figures.values():
        value = figure.values[year]
        if figure.formula or value.source in worked_out:
            continue
        if not figure.supplied_by:
            unasked.append(Diagnostic("collect.no_office", figure.source, {"figure": figure.name}))
            continue
        offices.setdefault(figure.supplied_by, []).append(figure)
    if offices:  # a table without offices is one fault, not one for each figure
        found += unasked
    return tuple(
        OfficeSheet(
            office,
            tuple(_asked(figure, base, year) for figure in figures),
            _shared(figure.contact for figure in figures),
            _shared(_first(figure, PHONE_COLUMNS) for figure in figures),
        )
        for office, figures in offices.items()
    )


def base_year(table: FigureTable, year: int) -> int | None:
    """Find the year to compare with: the last one before it that the table has a column for."""
    return max((each for each in table.years if each < year), default=None)


def number_of(value: Value | None) -> Decimal | None:
    """Give a value's number; None where it has none."""
    return None if value is None or isinstance(value.number, Absence) else value.number


def shown(asked: Asked, value: Value | None) -> str:
    """Write a value as a sheet shows it; "" where there is none."""
    number = number_of(value)
    if value is None or number is None:
        return "—" if value is not None and value.number is Absence.NOT_APPLICABLE else ""
    return f"{rounded(number, decimals_of(asked, value)):f}"


def decimals_of(asked: Asked, value: Value) -> int:
    """Count the places a value is shown with; never fewer than it has."""
    number = number_of(value)
    own = 0 if number is None else max(0, -exponent_of(number.normalize()))
    return max(own, asked.limits.decimals or 0, value.decimals or 0)


def limits_of(figure: Figure) -> Limits:
    """Tell what a figure's value may be, by its unit, its decimals and the values it has had."""
    kind = kind_of(figure.kind, figure.unit)
    numbers = [number for value in figure.values.values() if (number := number_of(value)) is not None]
    least = Decimal(1) if kind is FigureKind.RANK else Decimal(0)
    most = _MOST_RATE.get(figure.unit) if kind is FigureKind.RATE else None
    return Limits(
        _decimals(figure, kind),
        None if any(number < least for number in numbers) else least,
        None if most is None or any(number > most for number in numbers) else most,
    )


def _decimals(figure: Figure, kind: FigureKind | None) -> int | None:
    if figure.decimals is not None:
        return figure.decimals
    is_counted = bool(figure.unit) and figure.unit[-1] in _COUNTED and figure.unit[0] not in _SCALED
    if kind in (FigureKind.COUNT, FigureKind.RANK) or (kind is None and is_counted):
        has_parts = any(
            exponent_of(number.normalize()) < 0
            for value in figure.values.values()
            if (number := number_of(value)) is not None
        )
        return None if has_parts else 0
    most = max((printed_decimals(figure, value) for value in figure.values.values()), default=0)
    return most or None  # whole so far says nothing of a rate or an amount


def _asked(figure: Figure, base: int | None, year: int) -> Asked:
    kind = kind_of(figure.kind, figure.unit)
    before, basis = (None, Basis.COLUMN) if base is None else base_of(figure, base, year)
    scope = figure.scope
    if basis is Basis.COMPARABLE:
        scope = f"{scope}（{_COMPARABLE}）" if scope else _COMPARABLE
    is_open = figure.values[year].number is Absence.NOT_SUPPLIED  # a reason would be of the year before
    return Asked(
        key=figure.key,
        name=figure.name,
        unit=figure.unit,
        scope=scope,
        base=before,
        value=figure.values[year],
        limits=limits_of(figure),
        is_rate=kind is FigureKind.RATE,
        has_rate=kind not in (FigureKind.RATE, FigureKind.RANK),
        reason="" if is_open else _first(figure, REASON_COLUMNS),
        source=figure.source,
    )


def needs_reason(asked: Asked, number: Decimal | None, reason_from: Decimal) -> bool:
    """Tell whether a value differs so much from last year's that a reason is asked for."""
    before = asked.base_number
    if before is None or number is None or before <= 0 or not asked.has_rate or number < 0:
        return False
    return abs(number - before) * 100 >= reason_from * before


def _first(figure: Figure, columns: tuple[str, ...]) -> str:
    return next((figure.more[column] for column in columns if figure.more.get(column)), "")


def _shared(texts: Iterable[str]) -> str:
    """Give the text that all rows have; "" where they differ."""
    found = {text for text in texts if text}
    return found.pop() if len(found) == 1 else ""
