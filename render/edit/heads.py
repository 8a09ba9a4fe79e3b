"""Heads: which column of a figures table holds which year, and where the next year's goes.

The table is found as its reader finds it; what is added here is where a column stands, which an
editor must know and a reader need not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..dates import read_heading_year
from ..diagnostics import fault
from ..read.cells import CellReader
from ..read.columns import HEADINGS, LAST_YEAR, RECKONINGS
from ..read.sheet import NAME_HEADINGS, Cell, Sheet, find_head, heading

_REMARK = re.compile(r"\s*[（(][^（）()]+[）)]\s*$")
_DIGITS = re.compile("[0-9０-９]{4}")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a figures table; rows and columns are counted from 0 within the sheet as read."""

    row: int  # of the cells that name the years
    words: tuple[str, ...]  # each column's heading, without spaces
    name: int  # column of the figures' names
    years: dict[int, int]  # column of each year


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new year's column goes."""

    base: int  # the year it is made after
    source: int  # that year's column
    at: int  # the new column; what stood there moves on


def read_head(sheet: Sheet) -> Head:
    """Find the head of a figures table.

    Raises:
        Faults: `figures.no_head` or `figures.no_years`.
    """
    row = find_head(sheet.rows)
    if row is None:
        raise fault("figures.no_head", sheet.source)
    words = _words(sheet, row)
    name = next(at for at, text in enumerate(words) if text.casefold() in NAME_HEADINGS)
    if not any(map(read_heading_year, words)) and row + 1 < len(sheet.rows):
        below = _words(sheet, row + 1)
        if any(map(read_heading_year, below)) and not "".join(below[name : name + 1]):
            row += 1
            high = (*words, *[""] * (len(below) - len(words)))
            low = (*below, *[""] * (len(words) - len(below)))
            words = [b or a for a, b in zip(high, low, strict=True)]
    years: dict[int, int] = {}
    for at, text in enumerate(words):
        if (year := read_heading_year(text)) is not None:
            years.setdefault(year, at)
    if not years:
        raise fault("figures.no_years", sheet.place(row, 0))
    return Head(row, tuple(words), name, years)


def place_for(years: dict[int, int], year: int) -> Place:
    """Choose the place of a new year: beside the last year before it, in the order the years have."""
    base = max((each for each in years if each < year), default=min(years))
    is_descending = len(years) > 1 and years[max(years)] < years[min(years)]
    source = years[base]
    return Place(base, source, source + 1 if (base < year) is not is_descending else source)


def next_heading(cell: Cell, year: int) -> str | int | date:
    """Write a new year's heading as the base year's is written: `2020年` gives `2021年`.

    What the base year's says in brackets, such as 快报数, is not so of the new one.
    """
    match cell:
        case date():
            return date(year, cell.month, min(cell.day, 28) if cell.month == 2 else cell.day)
        case str():
            digits = _DIGITS.search(cell)
            new = str(year)
            if digits and not digits[0].isascii():
                new = new.translate(_FULL_WIDTH)
            return _DIGITS.sub(new, _REMARK.sub("", cell), count=1)
    return year


def written_out(words: Iterable[str], years: Iterable[int], year: int) -> dict[str, str]:
    """Write headings such as 上年可比数 out with their year, before a newer year gives them another one.

    Args:
        words: The headings, without spaces.
        years: Those the table has.
        year: The one it gets.

    Returns:
        What each of these headings is to read, by what it reads now.
    """
    newest = max(years, default=year)
    if year <= newest:
        return {}
    names = [name for each in RECKONINGS.values() for name in each] + list(HEADINGS["unit"])
    last = re.compile(rf"(?:{'|'.join(LAST_YEAR)})年?度?(?P<what>{'|'.join(names)})", re.IGNORECASE)
    matches = {text: last.fullmatch(text) for text in words}
    return {text: f"{newest - 1}年{match['what']}" for text, match in matches.items() if match}


def _words(sheet: Sheet, row: int) -> list[str]:
    cells = CellReader(sheet, [])
    return [
        heading(cell if isinstance(cell, date) else cells.text(row, at))
        for at, cell in enumerate(sheet.rows[row])
    ]
