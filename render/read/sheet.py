"""Sheet: rows of cells as any figures file gives them, before columns have a meaning."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, time, timedelta
from typing import TypeAlias

from ..diagnostics import Source
from ..noun import Noun, field
from .number_formats import Shown

Cell: TypeAlias = str | int | float | bool | date | time | timedelta  # "" is an empty cell

NAME_HEADINGS = ("指标", "指标名称", "figure", "name")


class Marks(Noun, frozen=True):
    """What stands in a workbook beside the values, by the cell's A1 name."""

    shown: Mapping[str, Shown] = field(default_factory=dict)  # cells with a number format
    errors: Mapping[str, str] = field(default_factory=dict)  # such as #DIV/0!
    uncomputed: frozenset[str] = frozenset()  # formulas without a stored value
    formulas: frozenset[str] = frozenset()  # all of them


class Sheet(Noun, frozen=True):
    """Rows of cells and where they stand."""

    rows: Sequence[Sequence[Cell]]
    place: Callable[[int, int], Source]  # row and column, both from 0
    source: Source
    marks: Marks = field(default_factory=Marks)
    is_text: bool = False  # CSV and YAML: numerals are text by nature, not by mistake


def heading(cell: str | date) -> str:
    """Write a head cell as one line without spaces; a date stands for its year."""
    return str(cell.year) if isinstance(cell, date) else "".join(cell.split())


def find_head(rows: Sequence[Sequence[Cell]], names: Collection[str] = NAME_HEADINGS) -> int | None:
    """Find the row that heads the columns: the first to hold one of some headings, in lower case."""
    for row_index, row in enumerate(rows):
        if any(isinstance(cell, str) and heading(cell).casefold() in names for cell in row):
            return row_index
    return None


def column_name(column: int) -> str:
    """Name a column, counted from 0, as spreadsheets do (A to Z, then AA)."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def column_number(name: str) -> int:
    """Count a column from 0 by its name.

    Raises:
        ValueError: the name is not made of letters.
    """
    column = 0
    for letter in name.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(f"{name!r} is not a column")
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def place_in(
    file: str, sheet: str = "", first_row: int = 0, first_column: int = 0
) -> Callable[[int, int], Source]:
    """Make the `place` of a sheet whose first cell stands at the given row and column."""
    names: dict[int, str] = {}

    def place(row: int, column: int) -> Source:
        if column not in names:
            names[column] = column_name(first_column + column)
        return Source(file, None, sheet, f"{names[column]}{first_row + row + 1}")

    return place
