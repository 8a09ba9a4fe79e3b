"""Flow: which rows of the document stand on which page.

Everything is counted in rows of the grid, 22 to a page. A unit is what cannot be divided: a line of
text, a row of a table, a picture. Filling is first fit; when a page is full, it ends at the last unit
after which a page may end.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..noun import Noun


class Unit(Noun, frozen=True):
    """Rows that stay together on one page."""

    rows: int
    block: int  # index of the block it belongs to
    part: int  # line, table row … within the block
    may_end: bool = True  # a page may end after it
    must_start: bool = False  # a new page side begins with it
    repeats: int = 0  # rows of the table's head that come again above it at the top of a page


class Slot(Noun, frozen=True):
    """A unit at its place."""

    unit: Unit
    row: int  # from 0, its first row on the page; below a repeated head


def next_page(units: Sequence[Unit], first: int, rows: int) -> tuple[list[Slot], int]:
    """Fill one page of so many rows, from a unit on.

    Returns:
        The units on it in their places, at least one, and the unit that begins the page after it. A
        unit taller than a page stands alone on one and sticks out; units that may not be parted but do
        not fit on one page are parted where the page is full.
    """
    stop = _page_stop(units, first, rows)
    row = units[first].repeats
    page: list[Slot] = []
    for unit in units[first:stop]:
        page.append(Slot(unit, row))
        row += unit.rows
    return page, stop


def _page_stop(units: Sequence[Unit], first: int, rows: int) -> int:
    """Find the unit that begins the next page."""
    used = units[first].repeats
    stop = first
    while stop < len(units) and used + units[stop].rows <= rows:
        if stop > first and units[stop].must_start:
            return stop
        used += units[stop].rows
        stop += 1
    if stop == len(units) or (stop > first and units[stop].must_start):
        return stop
    back = stop
    while back > first and not units[back - 1].may_end:
        back -= 1
    return back if back > first else max(stop, first + 1)
