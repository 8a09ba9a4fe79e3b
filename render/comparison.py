"""Comparison: figures of several years beside each other (对比表), worked out but not yet set.

`compare` makes it; it is set as an attachment of the report, as a document of its own, as a workbook
or as JSON. Years stand in the order they are printed in; the change is always from the earlier of two
years to the later.
"""

from __future__ import annotations

from decimal import Decimal

from .content import Chart
from .diagnostics import NOWHERE, Source
from .noun import Noun
from .report import FigureKind


class Column(Noun, frozen=True):
    """A column of values: a year, or a report that stands for one."""

    heading: str  # 2019年, or an office
    year: int
    remark: str = ""  # what is to be said of all its values, such as 快报数


class ComparedValue(Noun, frozen=True):
    """One value of a comparison."""

    number: Decimal | None  # None: not applicable, a dash
    manner: str = "{}"  # what stands around an approximate number, such as `{}余`
    mark: str = ""  # ①, of the note about it
    source: Source = NOWHERE


class ComparedChange(Noun, frozen=True):
    """What became of a figure between the two years that are compared."""

    difference: Decimal | None  # later − earlier, rounded to its row's decimals; None: a dash
    rate: Decimal | None  # in per cent, unrounded; None: a dash
    is_comparable: bool = True  # False: of another scope or only approximate, whatever the values
    has_rate: bool = True  # False: a rate or a rank, whatever the values


class ComparedFigure(Noun, frozen=True):
    """One row of a comparison by indicator."""

    figure: str  # its key
    name: str
    unit: str
    kind: FigureKind | None  # as its row or its unit says
    values: tuple[ComparedValue, ...]  # one per column
    decimals: int  # of its values and their difference
    change: ComparedChange
    number: int | None = None  # 序号; None for a part of the figure above
    part: int = 0  # place among the parts (其中) of the figure above, from 1; 0: no part
    group: str = ""
    remark: str = ""  # 备注
    source: Source = NOWHERE


class ComparedOffice(Noun, frozen=True):
    """One row of a comparison by office."""

    name: str
    values: tuple[ComparedValue, ...]
    change: ComparedChange
    share: Decimal | None = None  # 占比 in the later year, in per cent, unrounded; None: a dash
    figure: str | None = None  # its key; None: a total that was worked out here
    source: Source = NOWHERE


class OfficeTable(Noun, frozen=True):
    """One figure, office by office."""

    name: str
    unit: str
    kind: FigureKind | None
    decimals: int
    rows: tuple[ComparedOffice, ...]
    total: ComparedOffice | None  # 合计; None for figures that cannot be added, such as rates


class Unmatched(Noun, frozen=True):
    """Figures of one report that another has no counterpart of."""

    heading: str  # of the report's column
    names: tuple[str, ...]


class Comparison(Noun, frozen=True):
    """Figures of several years, side by side."""

    title: str
    year: int  # of the report
    period: str  # 统计期间
    columns: tuple[Column, ...]
    base: int  # index of the column that changes are reckoned from
    last: int  # and to
    figures: tuple[ComparedFigure, ...]
    offices: tuple[OfficeTable, ...] = ()
    notes: tuple[str, ...] = ()  # without their numbers
    origin: str = ""  # 资料来源
    rate_decimals: int = 1  # of rates of growth and shares
    charts: tuple[Chart, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    difference_heading: str = "增减"
    rate_heading: str = "增减幅度（%）"

    @property
    def unit(self) -> str:
        """The unit that all rows by indicator share; empty when they have several."""
        units = {row.unit for row in self.figures}
        return units.pop() if len(units) == 1 else ""
