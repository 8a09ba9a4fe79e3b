"""Cells: what one cell of a figures file says, as a text or as a value.

A number from a workbook is binary floating point; its 15 significant digits are what the office
sees and means (80.09999999999999 in the file is 80.1 on the sheet). A cell that cannot be read is
reported and counts as not supplied.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from ..diagnostics import Diagnostic, Source
from ..report import Absence, Value
from .characters import clean
from .numerals import Manner, fold, read_numeral
from .sheet import Cell, Sheet

NOT_APPLICABLE = frozenset(("—", "——", "–", "-", "－", "―", "─", "/", "／", "不适用"))
NOT_SUPPLIED = frozenset(("未报", "缺报", "待报"))
PERCENT_UNITS = ("%", "百分点", "个百分点")

# A General cell shows at most eleven characters; a longer number is rounded on the sheet and so
# does not say how many decimals are meant.
_GENERAL_WIDTH = 11

_NOTES = {Manner.PLAIN: "figures.text", Manner.FOLDED: "figures.folded", Manner.SCALED: "figures.scaled"}


class CellReader:
    """Reads the cells of one sheet."""

    def __init__(self, sheet: Sheet, found: list[Diagnostic]) -> None:
        self.sheet, self.found = sheet, found
        self.has_gaps = bool(sheet.marks.errors or sheet.marks.uncomputed)

    def text(self, row: int, column: int | None) -> str:
        """Read a cell as text on one line; "" when the table has no such column or cell."""
        cell = self._cell(row, column)
        if type(cell) is str:
            if not cell:
                if self.has_gaps and column is not None:
                    self._explains_gap(self.sheet.place(row, column))
                return ""
            words = cell.strip()
            if not words.isprintable() and column is not None:
                words = "".join(clean(words, self.sheet.place(row, column), self.found).splitlines())
            return words
        if isinstance(cell, bool):
            return str(cell).upper()
        if isinstance(cell, float):
            return _digits(cell)
        return str(cell)

    def value(self, row: int, column: int, unit: str) -> Value:
        """Read a cell as a figure's value."""
        cell = self._cell(row, column)
        source = self.sheet.place(row, column)
        if type(cell) is float:
            return self._number(cell, unit, source)
        if type(cell) is str:
            words = cell.strip()
            if words and words not in NOT_SUPPLIED:
                return self._words(words, unit, source)
            if words or not self._explains_gap(source):
                return Value(Absence.NOT_SUPPLIED, None, source)
        elif isinstance(cell, bool):
            self._report("figures.boolean", source, found=str(cell).upper())
        elif isinstance(cell, date | time | timedelta):
            self._report("figures.date", source, found=str(cell))
        return Value(Absence.UNREADABLE, None, source)

    def _cell(self, row: int, column: int | None) -> Cell:
        cells = self.sheet.rows[row]
        return cells[column] if column is not None and column < len(cells) else ""

    def _number(self, cell: float, unit: str, source: Source) -> Value:
        digits = _digits(cell)
        shown = self.sheet.marks.shown.get(source.cell)
        if shown is None:
            return Value(Decimal(digits), _places(digits) if len(digits) <= _GENERAL_WIDTH else None, source)
        if shown.percent:
            digits = f"{(Decimal(digits) * 100).normalize():f}"
            if unit not in PERCENT_UNITS:
                self._report("figures.percent", source, found=f"{digits}%", unit=unit)
                return Value(Absence.UNREADABLE, None, source)
        return Value(Decimal(digits), max(shown.least, min(shown.most, _places(digits))), source)

    def _words(self, words: str, unit: str, source: Source) -> Value:
        if words in NOT_APPLICABLE:
            return Value(Absence.NOT_APPLICABLE, None, source)
        numeral = read_numeral(words, unit)
        if numeral is None:
            self._report("figures.words", source, found=clean(words, source, self.found), unit=unit)
            return Value(Absence.UNREADABLE, None, source)
        if numeral.manner is not Manner.PLAIN or not self.sheet.is_text:
            self._report(_NOTES[numeral.manner], source, found=words, number=f"{numeral.number:f}", unit=unit)
        return Value(numeral.number, numeral.decimals, source)

    def _explains_gap(self, source: Source) -> bool:
        """Report a cell that looks empty and is not; tells whether it is one."""
        marks = self.sheet.marks
        if source.cell in marks.uncomputed:
            self._report("figures.uncomputed", source)
        elif error := marks.errors.get(source.cell):
            self._report("figures.cell_error", source, found=error)
        else:
            return False
        return True

    def _report(self, code: str, source: Source, **values: object) -> None:
        self.found.append(Diagnostic(code, source, values))


def plain_unit(text: str) -> str:
    """Write a unit with a half-width per cent sign (GB/T 15835-2011 prints 95.99%)."""
    return fold(text) if text == "％" else text


def _digits(cell: float) -> str:
    """Write the number that the file's digits mean, without a power of ten."""
    digits = f"{cell:.15g}"
    if "e" in digits:
        digits = f"{Decimal(digits):f}"
    return digits if digits != "-0" else "0"


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])
