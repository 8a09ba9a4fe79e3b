"""Cells of a table in a PDF: characters put into rows and columns where no rule parts them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from .blanks import tidy
from .pdf_lines import Character, TextLine, lines_of

GUTTER = 0.8  # of the size: room in which nothing stands, in any line of a table
NEARER = 0.9  # of the room from row to row: lines of one cell are nearer each other


def gutters_of(characters: Sequence[Character], left: float, *, gap: float = GUTTER) -> list[float]:
    """Find where columns part: the middles of the stripes in which nothing stands."""
    spans = sorted((c[1], c[2]) for c in characters if c[0].strip())
    found, reach = [], spans[0][1] if spans else left
    size = max((c[5] for c in characters), default=10.0)
    for start, end in spans:
        if start - reach > gap * size:
            found.append((start + reach) / 2)
        reach = max(reach, end)
    return found


def rows_between(characters: Sequence[Character], sides: Sequence[float]) -> list[tuple[str, ...]]:
    """Read rows that no rule parts: every line is one, but for the further lines of its cells.

    Args:
        characters: Of the table.
        sides: Of its columns, from the left edge to the right.
    """
    lines = lines_of(characters)
    bands = [[c for c in characters if line.bottom <= (c[3] + c[4]) / 2 <= line.top] for line in lines]
    rows = [cells_between(band, sides) for band in bands]
    is_whole = [all(row) for row in rows]
    steps = [above.middle - below.middle for above, below in itertools.pairwise(lines)]
    between = [
        step for step, pair in zip(steps, itertools.pairwise(is_whole), strict=True) if all(pair)
    ] or steps
    most = NEARER * min(between, default=0.0)
    groups: list[list[Character]] = []
    for at, band in enumerate(bands):
        is_near = at > 0 and steps[at - 1] < most and not (is_whole[at] and is_whole[at - 1])
        if is_near or (at and _is_rest(at, rows)):
            groups[-1] += band
        else:
            groups.append(list(band))
    return [row for group in groups if any(row := cells_between(group, sides))]


def _is_rest(at: int, rows: Sequence[tuple[str, ...]]) -> bool:
    """Tell a row of one cell that is the rest of the one above, which is the fullest of its column."""
    filled = [column for column, cell in enumerate(rows[at]) if cell]
    if len(filled) != 1 or not all(rows[at - 1]):
        return False
    lengths = [len(row[filled[0]]) for row in rows]
    return lengths[at - 1] == max(lengths) and lengths[at] <= lengths[at - 1] / 2


def cells_between(band: Sequence[Character], sides: Sequence[float]) -> tuple[str, ...]:
    """Read the cells of a row, each from its lines."""
    cells = []
    for start, end in itertools.pairwise(sides):
        own = [c for c in band if start <= (c[1] + c[2]) / 2 < end]
        cells.append(tidy("".join(line.text.replace("\t", " ") for line in lines_of(own))))
    return tuple(cells)


def extent_of(lines: Sequence[TextLine]) -> tuple[float, float]:
    """Give the left and the right edge of some lines."""
    return min(line.left for line in lines), max(line.right for line in lines)
