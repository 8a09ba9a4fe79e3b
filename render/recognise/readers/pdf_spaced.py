"""Tables of a PDF without rules: lines whose parts stand below one another, with numbers in them.

Names set side by side, signatures and pages of contents are spaced out too, so a table is what has a head,
rows of numbers below it, and columns that no line crosses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .pdf_cells import extent_of, gutters_of, rows_between
from .pdf_lines import Character, TextLine
from .pdf_tables import Area

LEAST_ROWS = 3  # with the head
WITH_NUMBERS = 0.6  # of the rows below the head
FARTHEST = 3.2  # of the size, from line to line
WIDEST_PART = 0.5  # of the width: a line of one part that is longer is none of a table's

_NUMBER = re.compile(r"[-−+]?[\d,]+(?:\.\d+)?%?|[-—]+|\d{4}年")


def spaced_tables(
    lines: Sequence[TextLine], characters: Sequence[Character]
) -> tuple[list[TextLine], list[Area]]:
    """Find the tables among the lines of a page.

    Returns:
        The other lines, and the tables.
    """
    kept: list[TextLine] = []
    found: list[Area] = []
    start = 0
    while start < len(lines):
        stop = _end(lines, start)
        area = _table(lines[start:stop], characters) if stop - start >= LEAST_ROWS else None
        if area is not None:
            found.append(area)
            start = stop
        else:
            kept.append(lines[start])
            start += 1
    return kept, found


def _end(lines: Sequence[TextLine], start: int) -> int:
    """Find where lines that may be rows of one table end: the last of them has parts."""
    if not lines[start].starts or lines[start].beside > 1:
        return start
    left, right = extent_of([line for line in lines if line.beside == 1])
    stop = start + 1
    for at in range(start + 1, len(lines)):
        line, above = lines[at], lines[at - 1]
        is_far = above.middle - line.middle > FARTHEST * max(line.size, above.size)
        is_long = not line.starts and line.right - line.left > WIDEST_PART * (right - left)
        if is_far or is_long or line.beside > 1 or abs(line.size - lines[start].size) > 2:
            break
        if line.starts:
            stop = at + 1
    # A last row whose cell goes on below has a part of it on a line of its own.
    if stop < len(lines) and stop - start > 1 and not lines[stop].starts:
        step = lines[stop - 2].middle - lines[stop - 1].middle
        near = lines[stop - 1].middle - lines[stop].middle < 0.8 * step
        stop += near and lines[stop].right - lines[stop].left <= WIDEST_PART * (right - left)
    return stop


def _table(lines: Sequence[TextLine], characters: Sequence[Character]) -> Area | None:
    bottom, top = min(line.bottom for line in lines), max(line.top for line in lines)
    inside = [c for c in characters if bottom <= (c[3] + c[4]) / 2 <= top]
    left, right = extent_of(lines)
    sides = [left - 1, *gutters_of(inside, left), right + 1]
    if len(sides) < 3:
        return None
    rows = rows_between(inside, sides)
    return Area(bottom, top, tuple(rows)) if _is_table(rows) else None


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) < LEAST_ROWS or any(_NUMBER.fullmatch(cell) for cell in rows[0][:1]):
        return False
    with_number = sum(any(_NUMBER.fullmatch(cell) for cell in row) for row in rows[1:])
    is_headed = all(rows[0][1:]) and not all(_NUMBER.fullmatch(cell) for cell in rows[0][1:])
    return is_headed and with_number >= WITH_NUMBERS * (len(rows) - 1)
