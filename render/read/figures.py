"""Figures: rows of a sheet to the table of figures by year (指标).

Columns are known by their heading, wherever they stand; a column nobody knows is the office's own
and is kept. Every cell that cannot be read is reported in the same run. A figure, a year or a unit
that the text asks for and the table lacks is not looked at here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise, zip_longest

from ..change import kind_of
from ..dates import read_year
from ..diagnostics import NOWHERE, Diagnostic, Source, fault
from ..report import Absence, Figure, FigureKind, FigureTable, Value
from .cells import CellReader, plain_unit
from .columns import HEADINGS, Columns, read_columns
from .options import OptionReader
from .sheet import NAME_HEADINGS, Sheet, find_head, heading

_NO_TEXTS = dict.fromkeys(HEADINGS, "")
_NO_VALUES: Mapping[int, Value] = {}
_JUMP = 100  # two orders of magnitude from one year to the next
_RATE_JUMP = 30  # of a rate that is not above 1: 0.9599 beside 95.99 is less than a hundred times 98


def read_table(sheet: Sheet, found: list[Diagnostic]) -> FigureTable:
    """Read the figures of a sheet.

    Args:
        sheet: Rows with a head row among them; rows above it are titles.
        found: Receives what is wrong; a faulty cell counts as not supplied.

    Raises:
        Faults: `figures.no_head`, no row holds 指标 or 指标名称.
    """
    head = find_head(sheet.rows)
    if head is None:
        raise fault("figures.no_head", sheet.source)
    return _Table(sheet, head, found).read()


class _Table:
    """A sheet being read."""

    def __init__(self, sheet: Sheet, head: int, found: list[Diagnostic]) -> None:
        self.sheet, self.head, self.found = sheet, head, found
        self.cells = CellReader(sheet, found)
        self.columns = Columns()
        self.body = head + 1  # the first row below the head

    def read(self) -> FigureTable:
        self._read_head()
        figures: dict[str, Figure] = {}
        for row in range(self.body, len(self.sheet.rows)):
            figure = self._figure(row)
            if figure is None:
                continue
            if figure.key in figures:
                first = figures[figure.key].source
                self._report("figures.twice", figure.source, key=figure.key, first=first.cell or first.line)
            else:
                figures[figure.key] = figure
        years = tuple(sorted(self.columns.years))
        if figures and not years:
            self._report("figures.no_years", self.sheet.place(self.head, 0))
        return FigureTable(figures, years, self.sheet.source, self.columns.remarks)

    def _read_head(self) -> None:
        words = self._headings(self.head)
        if not any(map(read_year, words)) and self.body < len(self.sheet.rows):
            # A head of two rows: years below a cell that spans them, nothing below the name.
            below = self._headings(self.body)
            name = next(at for at, text in enumerate(words) if text.casefold() in NAME_HEADINGS)
            if any(map(read_year, below)) and not "".join(below[name : name + 1]):
                words = [low or high for high, low in zip_longest(words, below, fillvalue="")]
                self.body += 1
        self.columns = read_columns(words, lambda at, first: self._twice(words, at, first))
        self.neighbours = tuple(pairwise(sorted(self.columns.years)))
        self.texts = {c: at for c, at in self.columns.known.items() if c != "name"}
        self.options = OptionReader(self.sheet, self.columns, self.found)

    def _headings(self, row: int) -> list[str]:
        return [
            heading(cell if isinstance(cell, date) else self.cells.text(row, at))
            for at, cell in enumerate(self.sheet.rows[row])
        ]

    def _twice(self, words: Sequence[str], at: int, first: int) -> None:
        place = self.sheet.place(self.body - 1, at)
        self._report("figures.column_twice", place, found=words[at], first=words[first])

    def _figure(self, row: int) -> Figure | None:
        """Read a row; None when it is blank or names no figure."""
        known = self.columns.known
        options = self.options
        name = self.cells.text(row, known["name"])
        if not name:
            self._check_nameless(row)
            return None
        texts = _NO_TEXTS | self.cells.texts(row, self.texts)
        unit = plain_unit(texts["unit"])
        kind = options.kind(row, texts["kind"])
        values = {year: self.cells.value(row, at, unit) for year, at in self.columns.years.items()}
        self._check_jumps(values, kind_of(kind, unit) is FigureKind.RATE)
        reckoned = self._reckoned(row, unit)
        formula = texts["formula"]
        listed, remark = options.listed(texts["listed"])
        return Figure(
            key=texts["code"] or name,
            name=name,
            unit=unit,
            kind=kind,
            values=values,
            decimals=options.decimals(row, texts["decimals"]),
            form=options.form(row, texts["form"]),
            formula=formula,
            formula_source=self.sheet.place(row, known["formula"]) if formula else NOWHERE,
            scope=texts["scope"],
            is_stock=options.is_stock(row, texts["stock"]),
            period=texts["period"],
            verbs=options.verbs(row, texts["verbs"]),
            published=reckoned.get("published", _NO_VALUES),
            approved=reckoned.get("approved", _NO_VALUES),
            comparable=reckoned.get("comparable", _NO_VALUES),
            redefined=self._redefined(row, texts["redefined"], unit, reckoned.get("comparable", _NO_VALUES)),
            supplied_by=texts["supplied_by"],
            department=texts["department"],
            contact=texts["contact"],
            origin=texts["origin"],
            evidence=texts["evidence"],
            is_public=options.is_public(row, texts["public"]),
            group=texts["group"],
            note=texts["note"],
            listed=listed,
            remark=remark,
            more=self.cells.texts(row, self.columns.more),
            source=self.sheet.place(row, 0),
        )

    def _reckoned(self, row: int, unit: str) -> dict[str, dict[int, Value]]:
        """Read the other values of a year that a row gives; an empty cell gives none."""
        found: dict[str, dict[int, Value]] = {}
        for (field, year), at in self.columns.reckoned.items():
            if self.cells.is_blank(row, at):
                continue
            value = self.cells.value(row, at, unit)
            if value.number is not Absence.NOT_SUPPLIED:
                found.setdefault(field, {})[year] = value
        return found

    def _redefined(self, row: int, words: str, unit: str, comparable: Mapping[int, Value]) -> dict[int, str]:
        """Read 口径调整; a unit that changed is a change of scope, and needs a comparable value."""
        redefined = self.options.redefined(words)
        for year, at in self.columns.units.items():
            other = plain_unit(self.cells.text(row, at))
            if other and other != unit:
                redefined[year + 1] = f"计量单位由{other}改为{unit}"
                if year not in comparable:
                    place = self.sheet.place(row, at)
                    self._report("figures.unit_changed", place, year=year, found=other, unit=unit)
        return redefined

    def _check_jumps(self, values: Mapping[int, Value], is_rate: bool) -> None:
        """Report a value a hundred times that of the year before or after: 0.8 beside 80, 件 beside 万件."""
        numbers = [each.number for each in values.values()]
        sizes = [number.adjusted() for number in numbers if isinstance(number, Decimal) and number]
        if not sizes or max(sizes) - min(sizes) < (1 if is_rate else 2):
            return  # as many digits, or one more or less: no need to reckon
        for earlier, later in self.neighbours:
            before, after = values[earlier].number, values[later].number
            if not isinstance(before, Decimal) or not isinstance(after, Decimal):
                continue
            small, large = sorted((abs(before), abs(after)))
            if small and large >= small * (_RATE_JUMP if is_rate and small <= 1 < large else _JUMP):
                year = earlier if is_rate and small == abs(before) else later
                code = "figures.rate_jump" if is_rate else "figures.jump"
                counted = {"before": f"{before:f}", "after": f"{after:f}", "earlier": earlier, "later": later}
                self._report(code, values[year].source, **counted)

    def _check_nameless(self, row: int) -> None:
        """Report a code or values without a name; a foot such as 填表人： has neither."""
        for at in (self.columns.known.get("code"), *self.columns.years.values()):
            if self.cells.text(row, at):
                self._report("figures.no_name", self.sheet.place(row, self.columns.known["name"]))
                return

    def _report(self, code: str, source: Source, **values: object) -> None:
        self.found.append(Diagnostic(code, source, values))
