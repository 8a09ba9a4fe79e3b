"""Listings as workbooks: rows under a head, ready to be filtered, printed and read in any office program.

XlsxWriter makes the file; dates in it come from the caller, so the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TypeAlias

from ..noun import Noun, field

Cell: TypeAlias = str | int | float | Decimal | None

_EPOCH = datetime(2000, 1, 1)  # for lists that belong to no day
_LINE = 16  # points from line to line at 11 pt, with room for programs that set lines wider
_MOST_LINES = 25  # a row is at most 409 pt high, ISO/IEC 29500-1, 18.3.1.73
_MOST_CHARACTERS = 32_767  # in a cell, ISO/IEC 29500-1, 18.18.11


class Listing(Noun, frozen=True):
    """One sheet: a head row, and rows of as many cells."""

    name: str  # of the sheet; at most 31 characters
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]  # of the columns, in characters; as many as `headings`
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)  # offered in a column's cells


def write_listing(sheets: Sequence[Listing], *, title: str, created: datetime = _EPOCH) -> bytes:
    """Write sheets as one .xlsx: head row frozen and repeated in print, text wrapped, A4 landscape.

    Texts are written as texts, whatever they look like: a cell that begins with `=` is no formula.
    """
    import xlsxwriter

    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": title, "created": created.replace(tzinfo=None)})
    head = book.add_format(
        {"bold": True, "font_name": "黑体", "border": 1, "bg_color": "#E7E6E6", "text_wrap": True,
         "align": "center", "valign": "vcenter"}
    )  # fmt: skip
    body = book.add_format({"font_name": "宋体", "border": 1, "text_wrap": True, "valign": "vcenter"})
    for listing in sheets:
        sheet = book.add_worksheet(listing.name)
        for column, width in enumerate(listing.widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, _LINE * _lines(listing.headings, listing.widths))
        for column, text in enumerate(listing.headings):
            sheet.write_string(0, column, text, head)
        for number, row in enumerate(listing.rows, 1):
            sheet.set_row(number, _LINE * _lines(row, listing.widths))
            for column, cell in enumerate(row):
                if cell is None:
                    sheet.write_blank(number, column, None, body)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell[:_MOST_CHARACTERS], body)
                else:
                    sheet.write_number(number, column, cell, body)
        for column, words in listing.choices.items():
            offered = {"validate": "list", "source": list(words), "error_type": "warning"}
            sheet.data_validation(1, column, max(len(listing.rows), 1), column, offered)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(listing.rows), 1), len(listing.headings) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)  # inches: all columns as large as fits
        sheet.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()


def _lines(row: Sequence[Cell], widths: Sequence[float]) -> int:
    """Count the lines a row takes; not every program makes a row as high as its wrapped text."""
    texts = ((str(cell), width) for cell, width in zip(row, widths, strict=True) if cell is not None)
    heights = (
        sum(ceil(_columns(line) / max(width - 1, 1)) for line in text.split("\n")) for text, width in texts
    )
    return min(max(heights, default=1), _MOST_LINES)


def _columns(text: str) -> int:
    return sum(2 if char >= "\u2e80" else 1 for char in text) or 1
