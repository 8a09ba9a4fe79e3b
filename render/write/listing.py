"""Listings as workbooks: rows under a head, ready to be filtered, printed and read in any office program.

XlsxWriter makes the file; dates in it come from the caller, so the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TypeAlias

Cell: TypeAlias = str | int | float | Decimal | None

_EPOCH = datetime(2000, 1, 1)  # for lists that belong to no day
_MOST_CHARACTERS = 32_767  # in a cell, ISO/IEC 29500-1, 18.18.11


@dataclass(frozen=True, slots=True)
class Listing:
    """One sheet: a head row, and rows of as many cells."""

    name: str  # of the sheet; at most 31 characters
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]  # of the columns, in characters; as many as `headings`


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
        for column, text in enumerate(listing.headings):
            sheet.write_string(0, column, text, head)
        for number, row in enumerate(listing.rows, 1):
            for column, cell in enumerate(row):
                if cell is None:
                    sheet.write_blank(number, column, None, body)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell[:_MOST_CHARACTERS], body)
                else:
                    sheet.write_number(number, column, cell, body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(listing.rows), 1), len(listing.headings) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()
