"""BIFF: percentages and formulas of an .xls file, which calamine does not tell.

[MS-XLS] 2.4: a stream of records, each a type and a length of two bytes; BOUNDSHEET8 (0x0085) says where a
sheet begins, FORMAT (0x041E) and XF (0x00E0) how a cell shows its number. [MS-CFB]: the stream lies in
sectors of a compound file, chained by a table.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ..diagnostics import Source, fault
from .number_formats import BUILT_IN, Shown, read_format
from .sheet import Marks, column_name
from .xlsx import MOST_CELLS

_END = 0xFFFFFFFA  # and above: no sector, [MS-CFB] 2.1
_MOST_SECTORS = 400_000
_FORMULA, _NUMBER, _RK, _MULRK = 0x0006, 0x0203, 0x027E, 0x00BD
_BLANK, _MULBLANK, _LABEL, _LABELSST, _BOOLERR = 0x0201, 0x00BE, 0x0204, 0x00FD, 0x0205
_CELLS = (_FORMULA, _NUMBER, _RK, _MULRK, _BLANK, _MULBLANK, _LABEL, _LABELSST, _BOOLERR)
_SST, _DIMENSIONS, _FILEPASS = 0x00FC, 0x0200, 0x002F
_MOST_COLUMN = 255
_BOUNDSHEET, _FORMAT, _XF, _EOF = 0x0085, 0x041E, 0x00E0, 0x000A


class _Encrypted(ValueError):
    """The workbook is protected by a password."""


def read_marks(data: bytes, file: str) -> dict[str, Marks]:
    """Read what stands beside the values of a workbook, by the sheet's name; {} for formats before BIFF8.

    Raises:
        Faults: `figures.protected`; `figures.damaged`, also of one that claims more than it can hold: a
            reader that believed it would fill the memory and die.
    """
    try:
        stream = _workbook(data)
        _check(stream)
        return _marks(stream) if stream else {}
    except _Encrypted as err:
        raise fault("figures.protected", Source(file)) from err
    except (struct.error, IndexError, OverflowError, ValueError) as err:
        raise fault("figures.damaged", Source(file), reason=str(err)) from err


def _check(stream: bytes) -> None:
    """Hold the counts of a workbook against what is there."""
    for at in (0, *_sheets(stream).values()):
        last_row = last_column = 0
        for kind, body in _records(stream, at):
            if kind == _FILEPASS:
                raise _Encrypted("FILEPASS")
            if kind == _SST and struct.unpack_from("<II", body)[1] > len(stream):
                raise ValueError("more texts than bytes")
            if kind == _DIMENSIONS:
                first_row, end_row, first, end = struct.unpack_from("<IIHH", body)
                if max(0, end_row - first_row) * max(0, end - first) > MOST_CELLS or end_row < first_row:
                    raise ValueError("cells far apart")
            elif kind in _CELLS:
                row, column = struct.unpack_from("<HH", body)
                if column > _MOST_COLUMN:
                    raise ValueError(f"column {column}")
                last_row, last_column = max(last_row, row), max(last_column, column)
        if (last_row + 1) * (last_column + 1) > MOST_CELLS:
            raise ValueError("cells far apart")


def _sheets(stream: bytes) -> dict[str, int]:
    """Find where each sheet begins."""
    records = _records(stream, 0)
    return {
        _text(body, 6, "B"): struct.unpack_from("<I", body)[0]
        for kind, body in records
        if kind == _BOUNDSHEET
    }


def _workbook(data: bytes) -> bytes:
    """Take the stream named Workbook out of a compound file."""
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    size = 1 << shift
    (directory,) = struct.unpack_from("<I", data, 48)
    cutoff, mini_table = struct.unpack_from("<II", data, 56)
    (first_more,) = struct.unpack_from("<I", data, 68)
    tables = list(struct.unpack_from("<109I", data, 76))
    while first_more < _END:
        more = struct.unpack_from(f"<{size // 4}I", data, (first_more + 1) * size)
        tables += more[:-1]
        first_more = more[-1]
        if len(tables) > _MOST_SECTORS:
            raise ValueError("a chain without an end")
    table = [
        number
        for each in tables
        if each < _END
        for number in struct.unpack_from(f"<{size // 4}I", data, (each + 1) * size)
    ]

    def chained(first: int) -> bytes:
        return b"".join(data[(at + 1) * size : (at + 2) * size] for at in _chain(first, table))

    entries = chained(directory)
    root = b""
    found: tuple[int, int] | None = None
    for at in range(0, len(entries) - 127, 128):
        (length,) = struct.unpack_from("<H", entries, at + 64)
        name = entries[at : at + max(0, length - 2)].decode("utf-16-le")
        first, amount = struct.unpack_from("<II", entries, at + 116)
        if name == "Root Entry":
            root = chained(first)
        elif name == "Workbook":
            found = first, amount
    if found is None:
        return b""
    first, amount = found
    if amount >= cutoff:
        return chained(first)[:amount]
    small = chained(mini_table)
    minis = struct.unpack_from(f"<{len(small) // 4}I", small)
    width = 1 << mini_shift
    return b"".join(root[at * width : (at + 1) * width] for at in _chain(first, minis))[:amount]


def _chain(first: int, table: list[int] | tuple[int, ...]) -> Iterator[int]:
    for _ in range(_MOST_SECTORS):
        if first >= _END:
            return
        yield first
        first = table[first]
    raise ValueError("a chain without an end")


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Go through the records of one part of the stream, up to its end."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _EOF:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _marks(stream: bytes) -> dict[str, Marks]:
    sheets = _sheets(stream)
    codes = dict(BUILT_IN)
    formats: list[int] = []
    for kind, body in _records(stream, 0):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body, 2, "H")
        elif kind == _XF:
            formats.append(struct.unpack_from("<H", body, 2)[0])
    shown = [read_format(codes.get(number, "")) for number in formats]
    return {name: _of_sheet(stream, at, shown) for name, at in sheets.items()}


def _of_sheet(stream: bytes, at: int, shown: list[Shown | None]) -> Marks:
    formats: dict[str, Shown] = {}
    formulas: set[str] = set()
    for kind, body in _records(stream, at):
        if kind in (_FORMULA, _NUMBER, _RK):
            row, column, style = struct.unpack_from("<HHH", body)
            cells = [(column, style)]
        elif kind == _MULRK:
            row, column = struct.unpack_from("<HH", body)
            styles = range(4, len(body) - 2, 6)
            cells = [(column + n, struct.unpack_from("<H", body, at)[0]) for n, at in enumerate(styles)]
        else:
            continue
        for column, style in cells:
            name = f"{column_name(column)}{row + 1}"
            if (look := shown[style]) is not None:
                formats[name] = look
            if kind == _FORMULA:
                formulas.add(name)
    return Marks(formats, formulas=frozenset(formulas))


def _text(body: bytes, at: int, count: str) -> str:
    """Read a text whose length stands before it (2.5.240, 2.5.294): a byte a character, or two."""
    length, is_wide = struct.unpack_from(f"<{count}B", body, at)
    at += struct.calcsize(f"<{count}B")
    return (
        body[at : at + length * 2].decode("utf-16-le")
        if is_wide & 1
        else body[at : at + length].decode("latin-1")
    )
