"""Listings: any list of things with a head row, from a workbook or a delimited text.

A batch's manifest and a mailing's recipients are kept as such. Cells are texts here, as the office
sees them; blank rows are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..noun import Noun
from ..report import Value
from .cells import CellReader
from .characters import clean
from .sheet import Sheet, find_head, heading

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")


class ListedRow(Noun, frozen=True):
    """One row: texts by heading, and where each stands."""

    cells: Mapping[str, str]  # those that are not blank; line breaks typed into them are kept
    places: Mapping[str, Source]  # of every column
    source: Source


class Listing(Noun, frozen=True):
    """Rows below their headings, which are as typed but for spaces."""

    headings: Mapping[str, Source]
    rows: tuple[ListedRow, ...]
    source: Source


def read_listing(
    path: Path, found: list[Diagnostic], *, headings: Collection[str], named: str = ""
) -> Listing:
    """Read a listing.

    Args:
        path: A workbook or a delimited text.
        found: Receives what is wrong with single cells.
        headings: One of them makes a row the head of the columns; in lower case.
        named: The sheet of a workbook to look at first.

    Returns:
        The rows; dates are written as 2021-02-18.

    Raises:
        Faults: `listing.no_head`, `listing.column_twice`, or what the reader of the format finds.
    """
    sheet = _sheet(path, found, headings, named)
    if sheet is None:
        raise Faults(found)  # which hold why
    head = find_head(sheet.rows, headings)
    if head is None:
        raise fault("listing.no_head", sheet.source, names="、".join(headings))
    cells = CellReader(sheet, found)
    columns: dict[str, int] = {}
    for at, cell in enumerate(sheet.rows[head]):
        words = heading(cell if isinstance(cell, date) else cells.text(head, at))
        if words in columns:
            raise fault("listing.column_twice", sheet.place(head, at), found=words)
        if words:
            columns[words] = at
    rows = []
    for row in range(head + 1, len(sheet.rows)):
        texts = {words: text for words, at in columns.items() if (text := _text(cells, row, at))}
        if texts:
            places = {words: sheet.place(row, at) for words, at in columns.items()}
            rows.append(ListedRow(texts, places, sheet.place(row, 0)))
    return Listing({words: sheet.place(head, at) for words, at in columns.items()}, tuple(rows), sheet.source)


def read_value(text: str, unit: str, source: Source, found: list[Diagnostic]) -> Value:
    """Read one text as a figure's value, as the figures table would; an empty one is not supplied."""
    sheet = Sheet([[text]], lambda _row, _column: source, source, is_text=True)
    return CellReader(sheet, found).value(0, 0, unit)


def _text(cells: CellReader, row: int, column: int) -> str:
    """Read a cell as text; line breaks typed into it stay, as they do between two addresses."""
    own = cells.sheet.rows[row]
    cell = own[column] if column < len(own) else ""
    if not isinstance(cell, str) or len(lines := cell.strip().splitlines()) < 2:
        return cells.text(row, column)
    return "\n".join(clean(line.strip(), cells.sheet.place(row, column), cells.found) for line in lines)


def _sheet(path: Path, found: list[Diagnostic], headings: Collection[str], named: str) -> Sheet | None:
    if path.suffix.lower() in (".csv", ".tsv"):
        from .delimited import read_delimited

        return read_delimited(path, path.name, found, headings=headings)
    from .workbook import read_workbook

    said: list[Diagnostic] = []
    sheet = read_workbook(path, path.name, said, named=named, headings=headings)
    found += (d for d in said if d.code != "figures.no_formats")  # formats decide nothing here
    return sheet
