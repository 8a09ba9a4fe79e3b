"""Delimited text: a figures table saved as .csv or .tsv.

RFC 4180 with what Excel and WPS really write: GB18030 or UTF-16 beside UTF-8, and semicolons or tabs
beside commas.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from pathlib import Path

from ..diagnostics import Diagnostic, Source, fault
from .characters import read_bytes
from .sheet import NAME_HEADINGS, Sheet, column_name

DELIMITERS = (",", ";", "\t")


def read_delimited(
    path: Path, file: str, found: list[Diagnostic], *, headings: Collection[str] = NAME_HEADINGS
) -> Sheet | None:
    """Read a delimited text file; None, and a diagnostic, when the system refuses.

    Args:
        path: The file.
        file: How diagnostics name it.
        found: Receives what is wrong.
        headings: What makes a row the head of the columns, in lower case; they tell the delimiter.

    Raises:
        Faults: `text.undecodable` or `text.syntax`.
    """
    data = read_bytes(path, file, found)
    if data is None:
        return None
    text = _decode(data, file)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text, headings))
    rows: list[list[str]] = []
    lines: list[int] = []  # where each row begins; a quoted cell may run over several lines
    begins = 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as err:
        raise fault("text.syntax", Source(file, begins), reason=str(err)) from err

    def place(row: int, column: int) -> Source:
        return Source(file, lines[row], cell=f"{column_name(column)}{row + 1}")

    return Sheet(rows, place, Source(file), is_text=True)


def _decode(data: bytes, file: str) -> str:
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ("utf-16",) if is_utf16 else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as err:
            line, byte = data.count(b"\n", 0, err.start) + 1, err.start + 1
    raise fault("text.undecodable", Source(file, line), byte=byte)


def delimiter_of(text: str, headings: Collection[str]) -> str:
    """Find what separates the cells of the head row."""
    lines = text.splitlines()
    for line in lines:
        for delimiter in DELIMITERS:
            cells = [cell.strip(' "').casefold() for cell in line.split(delimiter)]
            if len(cells) > 1 and any(cell in headings for cell in cells):
                return delimiter
    return ","
