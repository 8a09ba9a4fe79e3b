"""Workbook: values put into cells of an .xlsx file, and a year's column added to its figures.

The book is never written anew: the parts that change are changed in their XML, all others keep their
bytes. So formats, widths, rules, names, charts, macros and stored results of the office stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lxml import etree

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..read.sheet import Sheet, column_name
from ..read.workbook import read_workbook
from .cells import Cells
from .columns import put_in
from .heads import Head, Place, next_heading, place_for, read_head, written_out
from .package import Book
from .references import Insertion, cells_of, column_of, copied, refers, row_of, with_table_column
from .styles import Greys

_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}  # 18.17.4.1; 1900 had no 29 February
_MOST_NAMED = 5  # cells named in one diagnostic


def set_cells(data: bytes, file: str, values: Mapping[Source, Decimal | str | None]) -> bytes:
    """Put values into cells; None empties one.

    Raises:
        Faults: `edit.no_sheet` or `edit.formula` (a result would be reckoned anew over the value).
    """
    book = Book(data, file)
    for sheet in {place.sheet for place in values}:
        if sheet not in book.sheets:
            raise fault("edit.no_sheet", Source(file, sheet=sheet))
        part = book.sheets[sheet]
        cells = Cells(book.root(part))
        shown = book.shown_in(sheet).shown
        for place, value in values.items():
            if place.sheet == sheet:
                cell = cells.make(row_of(place.cell), column_of(place.cell))
                if cells.formula(cell) is not None:
                    raise fault("edit.formula", Source(file, sheet=sheet, cell=place.cell))
                is_percent = place.cell in shown and shown[place.cell].percent
                cells.put(cell, value / 100 if is_percent and isinstance(value, Decimal) else value)
        book.touch(part)
    if any(b"<f" in book.bytes_of(part) or b":f" in book.bytes_of(part) for part in book.sheets.values()):
        _ask_for_calculation(book)
    return book.write()


def add_year(path: Path, file: str, year: int, found: list[Diagnostic]) -> bytes:
    """Add a year's column to the figures of a workbook.

    Args:
        path: The workbook.
        file: How diagnostics name it.
        year: The new column's.
        found: Receives what the author should look at.
    """
    refused: list[Diagnostic] = []
    sheet = read_workbook(path, file, refused)
    if sheet is None:
        raise Faults(refused)
    return _NewYear(path.read_bytes(), sheet, year, found).write()


class _NewYear:
    """A workbook on its way to one more year."""

    def __init__(self, data: bytes, sheet: Sheet, year: int, found: list[Diagnostic]) -> None:
        self.book = Book(data, sheet.source.file)
        self.sheet, self.year, self.found = sheet, year, found
        self.head: Head = read_head(sheet)

    def write(self) -> bytes:
        """Add the column, or only turn the year before grey where the new one is there."""
        head, name = self.head, self.sheet.source.sheet
        is_there = self.year in head.years
        place = place_for({y: at for y, at in head.years.items() if y != self.year} or head.years, self.year)
        first = column_of(self.sheet.place(0, 0).cell)
        figures = [
            row_of(self.sheet.place(at, 0).cell)
            for at, row in enumerate(self.sheet.rows)
            if at > head.row and head.name < len(row) and str(row[head.name]).strip()
        ]
        insertion = Insertion(name, first + place.at, first + place.source)
        part = self.book.sheets[name]
        if is_there:
            cells = Cells(self.book.root(part))
            model = insertion.source
        else:
            cells = self._put_in(insertion, place, figures)
            model = insertion.column(insertion.source)
        renamed = written_out(head.words, head.years, self.year)
        for at, words in enumerate(head.words):
            if words in renamed:
                column = first + at if is_there else insertion.column(first + at)
                self._rename(cells, column, words, renamed[words])
        self._grey(cells, model, figures)
        self.book.touch(part)
        return self.book.write()

    def _put_in(self, insertion: Insertion, place: Place, figures: list[int]) -> Cells:
        head = self.head
        cell = self.sheet.rows[head.row][place.source]
        heading = next_heading(cell, self.year)
        names = head.words[place.source], str(self.year) if isinstance(heading, date) else str(heading)
        head_row = row_of(self.sheet.place(head.row, 0).cell)
        rows = range(head_row + 1, max(figures, default=head_row) + 1)
        cells = put_in(self.book, insertion, rows, names)
        has_formulas = self._carry_formulas(cells, insertion, rows, names)
        if isinstance(heading, date):
            is_1904 = any(
                each.get("date1904") in ("1", "true")
                for each in self.book.root(self.book.part).iter("{*}workbookPr")
            )
            heading = (heading - _EPOCHS[is_1904]).days
        cells.put(cells.make(head_row, insertion.at), heading)
        if has_formulas:
            _ask_for_calculation(self.book)
        if has_formulas or any(
            column_of(each.get("r")) > insertion.at and cells.formula(each) is not None
            for each in cells.body.iter(cells.tag("c"))
        ):
            # The order of calculation names cells that moved; programs make it anew unasked.
            for chain in self.book.related(self.book.part, "calcChain"):
                self.book.take_out(chain)
        return cells

    def _carry_formulas(
        self, cells: Cells, insertion: Insertion, rows: range, names: tuple[str, str]
    ) -> bool:
        """Copy the model column's formulas to the right, as one does in the office."""
        source = insertion.column(insertion.source)
        own = column_name(insertion.at)
        elsewhere: list[str] = []
        kept: list[str] = []
        is_any = False
        for row in rows:
            model = cells.find(row, source)
            formula = None if model is None else cells.formula(model)
            if model is None or formula is None or not formula.text or not refers(formula.text):
                continue  # a number, or a sum typed with its numbers
            text = with_table_column(_copied(formula.text, insertion), *names)
            if text == formula.text:
                kept.append(f"{column_name(source)}{row}")
                continue
            cell = cells.make(row, insertion.at)
            new = etree.SubElement(cell, cells.tag("f"))
            new.text = text
            if formula.get("t") == "array":
                new.set("t", "array")
                new.set("ref", _copied(formula.get("ref", model.get("r")), insertion))
            inputs = cells_of(text)
            if any(name for name, _ in inputs):
                elsewhere.append(f"{own}{row}")
            if any(not name and _in_column(area, insertion.at) for name, area in inputs):
                # What it is reckoned from is still empty. An empty text says so to every reader; no
                # stored value would say that someone forgot to save.
                cell.set("t", "str")
                etree.SubElement(cell, cells.tag("v"))
            is_any = True
        self._note("edit.formula_elsewhere", elsewhere)
        self._note("edit.formula_fixed", kept)
        self._note("edit.formula_before", self._reading(cells, source, insertion))
        return is_any

    def _reading(self, cells: Cells, column: int, insertion: Insertion) -> list[str]:
        """List the cells outside the years' columns that are reckoned from one of them."""
        first = column_of(self.sheet.place(0, 0).cell)
        years = {insertion.column(first + at) for at in self.head.years.values()} | {insertion.at}
        return [
            cell.get("r")
            for cell in cells.body.iter(cells.tag("c"))
            if (formula := cells.formula(cell)) is not None
            and column_of(cell.get("r")) not in years
            and any(not name and _in_column(area, column) for name, area in cells_of(formula.text or ""))
        ]

    def _note(self, code: str, cells: list[str]) -> None:
        if cells:
            values = {"cells": tuple(cells[:_MOST_NAMED]), "count": len(cells)}
            place = Source(self.book.file, sheet=self.sheet.source.sheet)
            self.found.append(Diagnostic(code, place, values))

    def _rename(self, cells: Cells, column: int, words: str, text: str) -> None:
        """Write a heading anew; in a table that names its columns, there too."""
        row = row_of(self.sheet.place(self.head.row, 0).cell)
        cells.put(cells.make(row, column), text)
        for table in self.book.related(self.book.sheets[self.sheet.source.sheet], "table"):
            for each in self.book.root(table).iter("{*}tableColumn"):
                if "".join(each.get("name", "").split()) == words:
                    each.set("name", text)
                    self.book.touch(table)

    def _grey(self, cells: Cells, column: int, figures: list[int]) -> None:
        styles = self.book.related(self.book.part, "styles")
        filled = [
            cell
            for row in figures
            if (cell := cells.find(row, column)) is not None
            and (
                len(cell)
                and (cell.find(cells.tag("v")) is not None or cell.find(cells.tag("is")) is not None)
            )
        ]
        if not styles or not filled:
            return
        greys = Greys(self.book.root(styles[0]))
        for cell in filled:
            cell.set("s", greys.of(cell.get("s", "0")))
        self.book.touch(styles[0])


def _copied(formula: str, insertion: Insertion) -> str:
    """Copy a formula that reads as it does after the insertion to the new column."""
    return copied(formula, insertion.at - insertion.column(insertion.source))


def _in_column(area: str, column: int) -> bool:
    first, _, last = area.partition(":")
    if not first[:1].isalpha():
        return True  # whole rows
    return column_of(first) <= column <= column_of(last or first)


def _ask_for_calculation(book: Book) -> None:
    """Have the office program reckon all formulas when it opens the book (18.2.2, fullCalcOnLoad)."""
    root: Any = book.root(book.part)
    properties = root.find("{*}calcPr")
    if properties is None:
        following = (
            "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
            "fileRecoveryPr", "webPublishObjects", "extLst",
        )  # fmt: skip
        at = next((at for at, each in enumerate(root) if etree.QName(each).localname in following), len(root))
        properties = etree.Element(root.tag.replace("workbook", "calcPr"))
        root.insert(at, properties)
    properties.set("fullCalcOnLoad", "1")
    book.touch(book.part)
