"""Values: what an office typed into a cell, read rightly or listed as doubtful.

The figures table's own reader knows plain numbers, full-width digits, separators, 万 and units; here
stands what people write beside that in a sheet they were sent. A doubtful cell is never taken by itself.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

from ..diagnostics import Source
from ..read.cells import NOT_APPLICABLE, NOT_SUPPLIED, PERCENT_UNITS
from ..read.numerals import Manner, fold, other_unit, read_numeral
from ..read.sheet import Cell, Marks
from ..report import Absence
from .answers import Findings, Reading
from .asking import Asked

NOTHING_YET = NOT_SUPPLIED | {"暂无", "暂缺", "待核", "待定", "未统计", "空"}
_DASHES = NOT_APPLICABLE | {"-", "--", "---", "———", "一", "_", "N/A", "n/a", "NA", "不涉及", "不适用"}
_NONE = frozenset(("无", "没有", "未发生", "零", "〇", "○", "O", "o", "无此项", "无数据"))
_ROUGH = re.compile(r"[约近余多超]|左右|上下|以上|以下|不足|不到|大约|大概|共计?|合计|[＜＞<>≥≤~～≈]")
_JUMP = 100  # two orders of magnitude from one year to the next


class ValueReader:
    """Reads the answers in one sheet."""

    def __init__(self, marks: Marks, findings: Findings) -> None:
        self.marks, self.findings = marks, findings

    def read(self, cell: Cell, asked: Asked, source: Source) -> Reading:
        """Read a cell as the value of a figure."""
        reading = self._read(cell, asked, source)
        if reading.is_sure and isinstance(reading.number, Decimal):
            reading = self._checked(reading, asked)
        elif reading.is_sure and reading.number is Absence.NOT_APPLICABLE and asked.base_number:
            # A dash where there was a number last year may mean zero, not known, or not counted any more.
            before = f"{asked.base_number:f}"
            return self._doubt(
                reading, "collect.dash", asked, reading.number, found=reading.words, before=before
            )
        if source.cell in self.marks.formulas and reading.words:
            self.findings.add("collect.formula", source, asked.key, figure=asked.name, found=reading.words)
        return reading

    def _read(self, cell: Cell, asked: Asked, source: Source) -> Reading:
        if isinstance(cell, str):
            return self._words(cell.strip(), asked, source)
        empty = Reading(Absence.NOT_SUPPLIED, str(cell), source)
        if isinstance(cell, bool):
            return self._doubt(empty, "collect.words", asked, None, found=str(cell).upper(), unit=asked.unit)
        if isinstance(cell, date | time | timedelta):
            return self._doubt(empty, "collect.date", asked, None, found=str(cell))
        return self._number(Decimal(f"{cell:.15g}"), asked, source)

    def _number(self, number: Decimal, asked: Asked, source: Source) -> Reading:
        shown = self.marks.shown.get(source.cell)
        if shown is not None and shown.percent:
            number = plain(number * 100)
            reading = Reading(number, f"{number:f}%", source)
            if asked.unit not in PERCENT_UNITS:
                likely = plain(number / 100)
                return self._doubt(
                    reading, "collect.percent", asked, likely, found=reading.words, unit=asked.unit
                )
            return reading
        number = plain(number)
        reading = Reading(number, f"{number:f}", source)
        before = asked.base_number
        if asked.unit == "%" and 0 < number <= 1 and (before is None or before > 1):
            hundred = plain(number * 100)
            values = {"found": reading.words, "hundred": f"{hundred:f}"}
            return self._doubt(reading, "collect.share", asked, hundred, **values)
        return reading

    def _words(self, words: str, asked: Asked, source: Source) -> Reading:
        reading = Reading(Absence.NOT_SUPPLIED, words, source)
        if not words:
            if error := self.marks.errors.get(source.cell):
                return self._doubt(reading, "collect.error", asked, None, found=error)
            if source.cell in self.marks.formulas:  # never worked out, or an error that an .xls shows
                return self._doubt(reading, "collect.no_result", asked, None)
            return reading
        bare = "".join(fold(words).split()).strip("()")
        if bare in NOTHING_YET:
            return reading
        if words in _DASHES or bare in _DASHES:
            return Reading(Absence.NOT_APPLICABLE, words, source)
        if bare in _NONE:
            return self._doubt(reading, "collect.none", asked, Decimal(0), found=words)
        numeral = read_numeral(words, asked.unit)
        if numeral is not None:
            number = plain(numeral.number)
            before = asked.base_number
            is_typed_with = "%" in fold(words)
            if asked.unit == "%" and not is_typed_with and 0 < number <= 1 and (before is None or before > 1):
                values = {"found": words, "hundred": f"{plain(number * 100):f}"}
                return self._doubt(reading, "collect.share", asked, plain(number * 100), **values)
            if numeral.manner is not Manner.PLAIN:
                code = "collect.scaled" if numeral.manner is Manner.SCALED else "collect.folded"
                values = {"figure": asked.name, "found": words, "number": f"{number:f}", "unit": asked.unit}
                self.findings.add(code, source, asked.key, **values)
            return Reading(number, words, source)
        if asked.unit and (other := other_unit(words, asked.unit)):
            values = {"found": words, "other": other, "unit": asked.unit}
            return self._doubt(reading, "collect.other_unit", asked, None, **values)
        rough = read_numeral(_ROUGH.sub("", bare), asked.unit) if _ROUGH.search(bare) else None
        if rough is not None:
            number = plain(rough.number)
            values = {"found": words, "number": f"{number:f}"}
            return self._doubt(reading, "collect.rough", asked, number, **values)
        return self._doubt(reading, "collect.words", asked, None, found=words, unit=asked.unit)

    def _checked(self, reading: Reading, asked: Asked) -> Reading:
        """Hold a number against what it may be."""
        number, limits = reading.number, asked.limits
        assert isinstance(number, Decimal)
        values: dict[str, object] = {"found": f"{number:f}", "unit": asked.unit}
        if limits.least is not None and number < limits.least:
            return self._doubt(reading, "collect.too_small", asked, number, least=limits.least, **values)
        if limits.most is not None and number > limits.most:
            return self._doubt(reading, "collect.too_large", asked, number, most=limits.most, **values)
        exponent = number.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        if limits.decimals is not None and places > limits.decimals:
            return self._doubt(reading, "collect.decimals", asked, number, most=limits.decimals, **values)
        before = asked.base_number
        if before and number and asked.has_rate:
            small, large = sorted((abs(before), abs(number)))
            if large >= small * _JUMP:
                return self._doubt(reading, "collect.jump", asked, number, before=f"{before:f}", **values)
        return reading

    def _doubt(
        self, reading: Reading, code: str, asked: Asked, likely: Decimal | Absence | None, **values: object
    ) -> Reading:
        self.findings.add(code, reading.source, asked.key, figure=asked.name, **values)
        return Reading(Absence.UNREADABLE, reading.words, reading.source, is_sure=False, likely=likely)


def plain(number: Decimal) -> Decimal:
    """Write a number without a power of ten and without zeros behind its last digit."""
    return Decimal(f"{number.normalize():f}")
