"""Figures: rows of a sheet to the table of figures by year (指标).

Columns are known by their heading, wherever they stand; a column nobody knows is the office's own
and is kept. Every cell that cannot be read is reported in the same run. A figure, a year or a unit
that the text asks for and the table lacks is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from ..dates import read_year
from ..diagnostics import Diagnostic, Source, fault
from ..nearest import nearest
from ..report import Figure, FigureKind, FigureTable
from .cells import CellReader, plain_unit
from .numerals import fold
from .sheet import NAME_HEADINGS, Sheet, find_head, heading

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("代码", "code"),
    "name": NAME_HEADINGS,
    "unit": ("单位", "计量单位", "unit"),
    "kind": ("类型", "kind"),
    "decimals": ("小数位", "小数位数", "decimals"),
    "form": ("写法", "form"),
    "formula": ("公式", "formula"),
    "scope": ("口径", "指标解释", "指标解释（口径）", "scope"),
    "supplied_by": ("填报单位", "supplied_by"),
    "origin": ("来源", "数据来源", "origin"),
    "note": ("备注", "note"),
}
FORM_FIELDS = ("{}", "{:千}", "{:万}", "{:亿}", "{:汉}", "{:,}")
MOST_DECIMALS = 9

_COLUMNS = {name: column for column, names in HEADINGS.items() for name in names}
_FIELD = re.compile(r"\{[^{}]*\}|[{}]")
_Key = TypeVar("_Key", int, str)


@dataclass(slots=True)
class _Columns:
    """Which column holds what, counted from 0."""

    known: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    more: dict[str, int] = field(default_factory=dict)


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
        self.columns = _Columns()
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
        return FigureTable(figures, years, self.sheet.source)

    def _read_head(self) -> None:
        words = self._headings(self.head)
        if not any(map(read_year, words)) and self.body < len(self.sheet.rows):
            # A head of two rows: years below a cell that spans them, nothing below the name.
            below = self._headings(self.body)
            name = next(at for at, text in enumerate(words) if text.casefold() in NAME_HEADINGS)
            if any(map(read_year, below)) and not "".join(below[name : name + 1]):
                words = [low or high for high, low in zip_longest(words, below, fillvalue="")]
                self.body += 1
        for index, text in enumerate(words):
            year, known = read_year(text), _COLUMNS.get(text.casefold())
            if year is not None:
                self._enter(self.columns.years, year, index, words)
            elif known is not None:
                self._enter(self.columns.known, known, index, words)
            elif text:
                self._enter(self.columns.more, text, index, words)

    def _headings(self, row: int) -> list[str]:
        return [
            heading(cell if isinstance(cell, date) else self.cells.text(row, at))
            for at, cell in enumerate(self.sheet.rows[row])
        ]

    def _enter(self, columns: dict[_Key, int], key: _Key, index: int, words: Sequence[str]) -> None:
        if key in columns:
            place = self.sheet.place(self.body - 1, index)
            self._report("figures.column_twice", place, found=words[index], first=words[columns[key]])
        else:
            columns[key] = index

    def _figure(self, row: int) -> Figure | None:
        """Read a row; None when it is blank or names no figure."""
        known = self.columns.known
        read = self.cells.text
        name = read(row, known["name"])
        if not name:
            self._check_nameless(row)
            return None
        unit = plain_unit(read(row, known.get("unit")))
        return Figure(
            key=read(row, known.get("code")) or name,
            name=name,
            unit=unit,
            kind=self._kind(row),
            values={year: self.cells.value(row, at, unit) for year, at in self.columns.years.items()},
            decimals=self._decimals(row),
            form=self._form(row),
            formula=read(row, known.get("formula")),
            scope=read(row, known.get("scope")),
            supplied_by=read(row, known.get("supplied_by")),
            origin=read(row, known.get("origin")),
            note=read(row, known.get("note")),
            more={words: text for words, at in self.columns.more.items() if (text := read(row, at))},
            source=self.sheet.place(row, 0),
        )

    def _check_nameless(self, row: int) -> None:
        """Report a code or values without a name; a foot such as 填表人： has neither."""
        for at in (self.columns.known.get("code"), *self.columns.years.values()):
            if self.cells.text(row, at):
                self._report("figures.no_name", self.sheet.place(row, self.columns.known["name"]))
                return

    def _kind(self, row: int) -> FigureKind | None:
        words = self._option(row, "kind")
        if not words:
            return None
        try:
            return FigureKind(words)
        except ValueError:
            choices = [kind.value for kind in FigureKind]
            near = nearest(words, choices)
            self._report_at(row, "kind", "figures.kind", found=words, near=near, choices="、".join(choices))
            return None

    def _decimals(self, row: int) -> int | None:
        words = fold(self._option(row, "decimals"))
        if not words:
            return None
        if words.isascii() and words.isdigit() and int(words) <= MOST_DECIMALS:
            return int(words)
        self._report_at(row, "decimals", "figures.decimals", found=words, most=MOST_DECIMALS)
        return None

    def _form(self, row: int) -> str:
        form = self._option(row, "form")
        if all(field in FORM_FIELDS for field in _FIELD.findall(form)):
            return form
        self._report_at(row, "form", "figures.form", found=form, fields="、".join(FORM_FIELDS))
        return ""

    def _option(self, row: int, column: str) -> str:
        return self.cells.text(row, self.columns.known.get(column))

    def _report_at(self, row: int, column: str, code: str, **values: object) -> None:
        self._report(code, self.sheet.place(row, self.columns.known[column]), **values)

    def _report(self, code: str, source: Source, **values: object) -> None:
        self.found.append(Diagnostic(code, source, values))
