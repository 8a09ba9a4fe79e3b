"""Cells: what one cell of a figures file says, as a text or as a value.

A number from a workbook is binary floating point; its 15 significant digits are what the office
sees and means (80.09999999999999 in the file is 80.1 on the sheet). A cell that cannot be read is
reported and counts as not supplied.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal

from ..diagnostics import Diagnostic, Source
from ..report import Absence, Value
from .characters import clean
from .numerals import Manner, fold, other_unit, read_numeral
from .sheet import Cell, Sheet

NOT_APPLICABLE = frozenset(("—", "——", "–", "-", "－", "―", "─", "/", "／", "不适用"))
NOT_SUPPLIED = frozenset(("未报", "缺报", "待报"))
PERCENT_UNITS = ("%", "百分点", "个百分点")

# A General cell shows at most eleven characters; a longer number is rounded on the sheet and so
# does not say how many decimals are meant.
_GENERAL_WIDTH = 11
_PLAINLY_SHOWN = 10.0**10  # a whole number below it needs no more, its sign included

_NOTES = {Manner.PLAIN: "figures.text", Manner.FOLDED: "figures.folded", Manner.SCALED: "figures.scaled"}


class CellReader:
    """Reads the cells of one sheet."""

    def __init__(self, sheet: Sheet, found: list[Diagnostic]) -> None:
        self.sheet, self.found = sheet, found
        self._shown = sheet.marks.shown
        self.has_gaps = bool(sheet.marks.errors or sheet.marks.uncomputed)

    def text(self, row: int, column: int | None) -> str:
        """Read a cell as text on one line; "" when the table has no such column or cell."""
        cell = self._cell(row, column)
        if type(cell) is str:
            if not cell:
                if self.has_gaps and column is not None and (gap := self._gap(self.sheet.place(row, column))):
                    self.found.append(gap)
                return ""
            words = cell.strip()
            if not words.isprintable() and column is not None:
                words = "".join(clean(words, self.sheet.place(row, column), self.found).splitlines())
            return words
        if isinstance(cell, bool):
            return str(cell).upper()
        if isinstance(cell, int | float):
            return _digits(cell)
        return str(cell)

    def texts(self, row: int, columns: Mapping[str, int]) -> dict[str, str]:
        """Read cells of a row as texts, by column; empty ones are left out."""
        cells = self.sheet.rows[row]
        if self.has_gaps:
            wanted = columns.items()
        else:
            last = len(cells)
            wanted = {column: at for column, at in columns.items() if at < last and cells[at] != ""}.items()
        return {column: text for column, at in wanted if (text := self.text(row, at))}

    def is_blank(self, row: int, column: int) -> bool:
        """Tell whether a cell is empty and nothing is to be said of that."""
        cells = self.sheet.rows[row]
        return not self.has_gaps and (column >= len(cells) or cells[column] == "")

    def value(self, row: int, column: int, unit: str) -> Value:
        """Read a cell as a figure's value."""
        cell = self._cell(row, column)
        source = self.sheet.place(row, column)
        if type(cell) is float and cell.is_integer() and abs(cell) < _PLAINLY_SHOWN:
            shown = self._shown.get(source.cell)  # most cells of most books, in half the time
            if shown is None or not shown.percent:
                return Value(Decimal(int(cell)), shown.least if shown else 0, source)
        match cell:
            case str():
                words = cell.strip()
                if words and words not in NOT_SUPPLIED:
                    return self._words(words, unit, source)
                gap = None if words else self._gap(source)
                if gap is None:
                    return Value(Absence.NOT_SUPPLIED, None, source)
                return self._unreadable(gap.code, source, **gap.values)
            case bool():
                return self._unreadable("figures.boolean", source, found=str(cell).upper())
            case int() | float():  # an .xls keeps whole numbers as such
                return self._number(cell, unit, source)
            case date() | time() | timedelta():
                return self._unreadable("figures.date", source, found=str(cell))
        raise TypeError(f"a cell of type {type(cell).__name__} at {source}")

    def _cell(self, row: int, column: int | None) -> Cell:
        cells = self.sheet.rows[row]
        return cells[column] if column is not None and column < len(cells) else ""

    def _number(self, cell: int | float, unit: str, source: Source) -> Value:
        digits = _digits(cell)
        shown = self.sheet.marks.shown.get(source.cell)
        if shown is None:
            return Value(Decimal(digits), _places(digits) if len(digits) <= _GENERAL_WIDTH else None, source)
        if shown.percent:
            digits = f"{(Decimal(digits) * 100).normalize():f}"
            if unit not in PERCENT_UNITS:
                return self._unreadable("figures.percent", source, found=f"{digits}%", unit=unit)
        return Value(Decimal(digits), max(shown.least, min(shown.most, _places(digits))), source)

    def _words(self, words: str, unit: str, source: Source) -> Value:
        if words in NOT_APPLICABLE:
            return Value(Absence.NOT_APPLICABLE, None, source)
        numeral = read_numeral(words, unit)
        if numeral is None:
            found = clean(words, source, self.found)
            if unit and (other := other_unit(words, unit)):
                return self._unreadable("figures.other_unit", source, found=found, other=other, unit=unit)
            return self._unreadable("figures.words", source, found=found, unit=unit)
        if numeral.manner is not Manner.PLAIN or not self.sheet.is_text:
            values = {"found": words, "number": f"{numeral.number:f}", "unit": unit}
            self.found.append(Diagnostic(_NOTES[numeral.manner], source, values))
        return Value(numeral.number, numeral.decimals, source)

    def _gap(self, source: Source) -> Diagnostic | None:
        """Say why a cell that looks empty is not; None when it is empty."""
        marks = self.sheet.marks
        if source.cell in marks.uncomputed:
            return Diagnostic("figures.uncomputed", source)
        error = marks.errors.get(source.cell)
        return Diagnostic("figures.cell_error", source, {"found": error}) if error else None

    def _unreadable(self, code: str, source: Source, **values: object) -> Value:
        """Report a cell and give the value that stands for it; no other call makes one."""
        self.found.append(Diagnostic(code, source, values))
        return Value(Absence.UNREADABLE, None, source)


def plain_unit(text: str) -> str:
    """Write a unit with a half-width per cent sign (GB/T 15835-2011 prints 95.99%)."""
    return fold(text) if text == "％" else text


def _digits(cell: int | float) -> str:
    """Write the number that the file's digits mean, without a power of ten."""
    digits = f"{cell:.15g}"
    if "e" in digits:
        digits = f"{Decimal(digits):f}"
    return digits if digits != "-0" else "0"


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])
