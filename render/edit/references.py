"""References: cells and areas in a workbook's formulas, moved as an office program moves them.

A column that is put in moves every column from its place on by one: `moved` rewrites what refers to
them, wherever it stands. A formula copied to the next column refers to the next column itself:
`copied`. Texts, function names, table columns and other books are left as they are. ISO/IEC 29500-1,
18.17 (formulas).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..read.sheet import column_name, column_number

MOST_COLUMNS = 16_384  # ISO/IEC 29500-1, 18.3.1.13; the last one is XFD
MOST_ROWS = 1_048_576

_COLUMN = r"\$?[A-Za-z]{1,3}"
_ROW = r"\$?[1-9][0-9]{0,6}"
_TOKEN = re.compile(
    rf"""
      (?P<text>"(?:[^"]|"")*")
    | (?P<sheet>(?:'(?:[^']|'')*'|[^\s'"!(),;:+\-*/^&=<>{{}}]+)!)?
      (?<![\w.\]])
      (?P<area>(?:{_COLUMN}{_ROW}(?::{_COLUMN}{_ROW})?|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}))
      (?![\w.(!\[])
    | (?P<brackets>\[)
    """,
    re.VERBOSE,
)
_CELL = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A column put into a sheet."""

    sheet: str
    at: int  # the new column, from 0; what stood there moves on
    source: int  # where the column it is made after stood before

    def column(self, column: int) -> int:
        """Give a column's number afterwards."""
        return min(column + 1, MOST_COLUMNS - 1) if column >= self.at else column


def column_of(cell: str) -> int:
    """Count the column of a cell or column name from 0; `$` signs make no difference."""
    return column_number("".join(char for char in cell if char.isalpha()))


def row_of(cell: str) -> int:
    """Read the row of a cell name, from 1."""
    return int("".join(char for char in cell if char.isdigit()))


def moved(formula: str, insertion: Insertion, *, on_sheet: bool) -> str:
    """Rewrite a formula after a column was put in.

    Args:
        formula: Without the equals sign.
        insertion: The new column.
        on_sheet: The formula stands on the sheet that got the column, so that a reference without a
            sheet's name is one to it.
    """

    def rewrite(sheet: str, area: str) -> str:
        is_meant = _sheet_name(sheet) == insertion.sheet.casefold() if sheet else on_sheet
        return _each_cell(area, lambda column: insertion.column(column)) if is_meant else area

    return _rewritten(formula, rewrite)


def copied(formula: str, columns: int, rows: int = 0) -> str:
    """Rewrite a formula as it reads when copied some columns to the right and rows down.

    Parts with a `$` stay; a reference that would leave the sheet becomes `#REF!`.
    """

    def rewrite(_: str, area: str) -> str:
        parts = [_copied_cell(part, columns, rows) for part in area.split(":")]
        return "#REF!" if None in parts else ":".join(part for part in parts if part)

    return _rewritten(formula, rewrite)


def with_table_column(formula: str, before: str, after: str) -> str:
    """Rewrite references to one column of a table (`表1[2020]`, `[@2020]`) as to another."""
    return re.sub(
        rf"(?<=[\[@]){re.escape(before)}(?=\])", lambda _: after, formula
    )  # quoted names have signs in them, and a year has none


def refers(formula: str) -> bool:
    """Tell whether a formula reads any cell, and is not a number typed as a sum."""
    return any(token["area"] or token["brackets"] for token in _TOKEN.finditer(formula))


def cells_of(formula: str) -> list[tuple[str, str]]:
    """List what a formula reads: the sheet's name (`""`: its own) and the area, without `$`."""
    found: list[tuple[str, str]] = []

    def note(sheet: str, area: str) -> str:
        found.append((_sheet_name(sheet), area.replace("$", "")))
        return area

    _rewritten(formula, note)
    return found


def moved_area(area: str, insertion: Insertion) -> str:
    """Rewrite a cell or an area (`A1`, `A1:E9`, `E:E`)."""
    return _each_cell(area, lambda column: insertion.column(column))


def moved_areas(areas: str, insertion: Insertion, *, takes_in: bool) -> str:
    """Rewrite areas with blanks between (sqref).

    Args:
        areas: As the file has them.
        insertion: The new column.
        takes_in: An area that ends at the column the new one is made after takes the new one in.
    """
    one = taking_in if takes_in else moved_area
    return " ".join(one(area, insertion) for area in areas.split())


def taking_in(area: str, insertion: Insertion) -> str:
    """Rewrite an area; one that ends at the column the new one is made after takes the new one in."""
    first, _, last = area.partition(":")
    last = last or first
    if not any(char.isalpha() for char in first):  # rows only
        return area
    left, right = column_of(first), column_of(last)
    if not left <= insertion.source <= right:
        return moved_area(area, insertion)
    left, right = min(insertion.column(left), insertion.at), max(insertion.column(right), insertion.at)
    return _with_column(first, left) + ":" + _with_column(last, right)


def _rewritten(formula: str, rewrite: Callable[[str, str], str]) -> str:
    """Go through a formula and rewrite each area, given the name of its sheet with the `!`."""
    parts: list[str] = []
    at = 0
    while token := _TOKEN.search(formula, at):
        parts.append(formula[at : token.start()])
        at = token.end()
        if token["brackets"]:
            at = _after_brackets(formula, token.start())
            parts.append(formula[token.start() : at])
        elif token["text"] or not _is_on_a_sheet(token["area"]):
            parts.append(token[0])
        else:
            sheet = token["sheet"] or ""
            parts.append(sheet + rewrite(sheet, token["area"]))
    return "".join([*parts, formula[at:]])


def _after_brackets(formula: str, at: int) -> int:
    """Find the end of `[…]`, a column of a table."""
    depth = 0
    while at < len(formula):
        char = formula[at]
        at += 2 if char == "'" else 1  # an apostrophe quotes the next character here
        depth += (char == "[") - (char == "]")
        if depth == 0:
            break
    return min(at, len(formula))


def _is_on_a_sheet(area: str) -> bool:
    """Tell a reference from a name that looks like one: `ABC1` is a cell, `XYZ1` and `A0` are not."""
    for part in area.split(":"):
        _, column, _, row = _parts(part)
        if (column and column_of(column) >= MOST_COLUMNS) or (row and not 1 <= int(row) <= MOST_ROWS):
            return False
    return True


def _sheet_name(sheet: str) -> str:
    name = sheet.removesuffix("!")
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return name.casefold()


def _each_cell(area: str, column: Callable[[int], int]) -> str:
    return ":".join(_with_column(part, column(column_of(part))) for part in area.split(":"))


def _with_column(part: str, column: int) -> str:
    fixed_column, name, fixed_row, row = _parts(part)
    return f"{fixed_column}{column_name(column) if name else name}{fixed_row}{row}"


def _copied_cell(part: str, columns: int, rows: int) -> str | None:
    fixed_column, name, fixed_row, row = _parts(part)
    if name and not fixed_column:
        column = column_of(name) + columns
        if not 0 <= column < MOST_COLUMNS:
            return None
        name = column_name(column)
    if row and not fixed_row:
        moved_row = int(row) + rows
        if not 1 <= moved_row <= MOST_ROWS:
            return None
        row = str(moved_row)
    return fixed_column + name + fixed_row + row


def _parts(part: str) -> tuple[str, str, str, str]:
    """Split `$E$5` into its signs, its column and its row; a whole column or row lacks the other."""
    match = _CELL.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is no reference")
    fixed_column, name, fixed_row, row = match.groups()
    return ("", "", fixed_column or fixed_row, row) if not name else (fixed_column, name, fixed_row, row)
