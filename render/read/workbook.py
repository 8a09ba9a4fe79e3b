"""Workbooks: the figures sheet of an .xlsx, .xls or .ods file.

calamine reads the values. What it does not give (number formats, the difference between a blank and
an uncomputed formula, the text of an error) is read from the package of an .xlsx; from the older
formats it stays unknown, and the author is told. Files are guarded against claims that would fill the
memory.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

import python_calamine as calamine

from ..diagnostics import Diagnostic, Source, fault
from .characters import read_bytes
from .sheet import NAME_HEADINGS, Marks, Sheet, find_head, place_in
from .xlsx import open_package

FIGURES_SHEET = "指标"


def read_workbook(
    path: Path,
    file: str,
    found: list[Diagnostic],
    *,
    named: str = FIGURES_SHEET,
    headings: Collection[str] = NAME_HEADINGS,
) -> Sheet | None:
    """Read the sheet of a name, else the first visible one with a head row, else the first.

    Args:
        path: The workbook.
        file: How diagnostics name it.
        found: Receives what is wrong.
        named: The sheet looked for.
        headings: What makes a row the head of the columns, in lower case.

    Returns:
        The sheet; None, and a diagnostic, when the system refuses the file.

    Raises:
        Faults: the file is not what its name says, is protected, damaged or far too large.
    """
    data = read_bytes(path, file, found)
    if data is None:
        return None
    suffix = path.suffix.lower()
    guarded = None if suffix == ".xls" else open_package(data, file)
    if suffix == ".xls":  # calamine believes what one says of its own size
        from . import biff

        biff.read_marks(data, file)
    package = None if suffix == ".ods" else guarded  # which has other parts
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ is calamine.SheetTypeEnum.WorkSheet
            and (sheet.name == named or sheet.visible is calamine.SheetVisibleEnum.Visible)
        ]
        if not names:
            raise fault("figures.no_head", Source(file))
        first: Sheet | None = None
        for name in sorted(names, key=lambda name: name != named):
            marks = package.marks(name) if package else Marks()
            sheet = _sheet(book, name, file, marks)
            if name == named or find_head(sheet.rows, headings) is not None:
                break
            first = first or sheet
        else:
            sheet = first or sheet
    except calamine.PasswordError as err:
        raise fault("figures.protected", Source(file)) from err
    except (calamine.CalamineError, ValueError) as err:
        raise fault("figures.damaged", Source(file), reason=str(err)) from err
    if package is None:
        found.append(Diagnostic("figures.no_formats", sheet.source, {"suffix": suffix}))
    return sheet


def _sheet(book: calamine.CalamineWorkbook, name: str, file: str, marks: Marks) -> Sheet:
    cells = book.get_sheet_by_name(name)
    first_row, first_column = cells.start or (0, 0)
    rows = cells.to_python(skip_empty_area=True)
    return Sheet(rows, place_in(file, name, first_row, first_column), Source(file, sheet=name), marks)
