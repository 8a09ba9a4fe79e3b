"""Books: every sheet of a workbook that came back from someone, whatever its name says it is.

The format is told by the bytes, because people rename files; sheets that are hidden are read too. What
calamine does not give (number formats, formulas) is read from the package of an .xlsx or .ods and from
the records of an .xls. Macros are seen and never run.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile

import python_calamine as calamine

from ..diagnostics import Source, fault
from ..noun import Noun
from .sheet import Marks, Sheet, place_in
from .xlsx import open_package

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_MACROS = ("_VBA_PROJECT".encode("utf-16-le"), b"_VBA_PROJECT")


class Area(Noun, frozen=True):
    """Merged cells, counted from 0 within the sheet as read."""

    top: int
    left: int
    bottom: int
    right: int


class BookSheet(Noun, frozen=True):
    """One sheet of a book."""

    name: str
    cells: Sheet
    is_visible: bool
    merged: tuple[Area, ...] = ()


class Book(Noun, frozen=True):
    """All sheets of a workbook."""

    format: str  # what it really is: "xlsx", "xls" or "ods"
    sheets: tuple[BookSheet, ...]
    has_macros: bool = False


def format_of(data: bytes) -> str:
    """Tell a workbook's format by its bytes; "" for what is none."""
    if data.startswith(_OLE):
        is_book = any(name.encode("utf-16-le") in data for name in ("Workbook", "Book", "EncryptedPackage"))
        return "xls" if is_book else ""
    if not data.startswith(b"PK"):
        return ""
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            if "mimetype" in names and parts.read("mimetype").startswith(_ODS):
                return "ods"
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return "xlsx" if b"xl/" in data else ""  # cut off: its reader says so
    return "xlsx" if any(name.startswith("xl/") for name in names) else ""


def read_book(data: bytes, file: str) -> Book:
    """Read all sheets of a workbook.

    Args:
        data: The file.
        file: How diagnostics name it.

    Raises:
        Faults: `figures.misnamed`, `figures.protected`, `figures.damaged` or `figures.too_large`.
    """
    kind = format_of(data)
    source = Source(file)
    if not kind:
        raise fault("figures.misnamed", source, kind="")
    package = None
    if kind != "xls":
        package = open_package(data, file)
    elif "EncryptedPackage".encode("utf-16-le") in data:
        raise fault("figures.protected", source)
    try:
        marks = _marks(kind, data, file)
        with _silenced(kind == "xls"):
            book = calamine.load_workbook(io.BytesIO(data))
        listed = [each for each in book.sheets_metadata if each.typ is calamine.SheetTypeEnum.WorkSheet]
        sheets = []
        for each in listed:
            own = package.marks(each.name) if package and kind == "xlsx" else marks.get(each.name, Marks())
            is_visible = each.visible is calamine.SheetVisibleEnum.Visible
            sheets.append(_sheet(book, each.name, file, own, is_visible=is_visible))
    except calamine.PasswordError as err:
        raise fault("figures.protected", source) from err
    except (calamine.CalamineError, ValueError, OverflowError) as err:
        raise fault("figures.damaged", source, reason=str(err)) from err
    except BaseException as err:
        if type(err).__name__ != "PanicException":  # of calamine, which is no Exception
            raise
        raise fault("figures.damaged", source, reason=str(err)) from err
    if package is not None:
        has_macros = any(name.lower().endswith("vbaproject.bin") for name in package.parts.namelist())
        has_macros = has_macros or any(n.startswith("Basic/") for n in package.parts.namelist())
    else:
        has_macros = any(each in data for each in _MACROS)
    return Book(kind, tuple(sheets), has_macros)


@contextmanager
def _silenced(is_needed: bool) -> Iterator[None]:
    """Keep what a library says of its own failing off the console."""
    if not is_needed:
        yield
        return
    kept = os.dup(2)
    try:
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (a device, not a path)
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _marks(kind: str, data: bytes, file: str) -> dict[str, Marks]:
    if kind == "ods":
        from .ods import read_marks

        return read_marks(data, file)
    if kind == "xls":
        from . import biff

        return biff.read_marks(data, file)
    return {}


def _sheet(
    book: calamine.CalamineWorkbook, name: str, file: str, marks: Marks, *, is_visible: bool
) -> BookSheet:
    cells = book.get_sheet_by_name(name)
    first_row, first_column = cells.start or (0, 0)
    rows = cells.to_python(skip_empty_area=True)
    place = place_in(file, name, first_row, first_column)
    merged = tuple(
        Area(top - first_row, left - first_column, bottom - first_row, right - first_column)
        for (top, left), (bottom, right) in cells.merged_cell_ranges or ()
    )
    return BookSheet(name, Sheet(rows, place, Source(file, sheet=name), marks), is_visible, merged)
