"""Columns of a PDF page: a gazette sets its text in two, read the left one first.

Two columns part at a gutter in the middle of the page, which nothing crosses over most of its height, with
full lines on both sides; a table or a list with a gap in it has none such.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from .pdf_lines import Character, TextLine, lines_of

LEAST_LINES = 8  # of each column
LEAST_HEIGHT = 0.4  # of the page, over which nothing crosses the gutter
MOST_ACROSS = 90  # characters that stand in the gutter, in titles and lines above and below
FULL = 0.5  # of a column's lines reach its right edge
_STEP = 2.0  # points


def lines_in_columns(characters: Sequence[Character], width: float, height: float) -> list[TextLine]:
    """Put the characters of a page into lines, column by column.

    The lines of the right column are moved over the left one, so that both have the same edges.
    """
    gutter = _gutter(characters, width)
    if gutter is None:
        return lines_of(characters)
    middle, half = gutter
    across = [
        _height(c) for c in characters if c[1] < middle + half and c[2] > middle - half and c[0].strip()
    ]
    low, high = _free(across, characters)
    if high - low < LEAST_HEIGHT * height:
        return lines_of(characters)
    body = [c for c in characters if low < _height(c) < high]
    left = [c for c in body if c[2] <= middle]
    right = [c for c in body if c[2] > middle]
    columns = [lines_of(left), lines_of(right)]
    if not all(map(_is_full, columns)):
        return lines_of(characters)
    shift = min(line.left for line in columns[1]) - min(line.left for line in columns[0])
    moved = [(char, start - shift, end - shift, *rest) for char, start, end, *rest in right]
    return [
        *lines_of([c for c in characters if _height(c) >= high]),
        *columns[0],
        *lines_of(moved),  # type: ignore[arg-type]
        *lines_of([c for c in characters if _height(c) <= low]),
    ]


def _gutter(characters: Sequence[Character], width: float) -> tuple[float, float] | None:
    """Find the middle and half the width of the emptiest upright stripe in the middle of a page."""
    if len(characters) < 16 * LEAST_LINES:
        return None
    first, last = 0.38 * width, 0.62 * width
    counts = [0] * (int((last - first) / _STEP) + 1)
    for char, left, right, *_ in characters:
        if right > first and left < last and char.strip():
            start, stop = int((max(left, first) - first) / _STEP), int((min(right, last) - first) / _STEP)
            for at in range(start, stop + 1):
                counts[at] += 1
    span = max(2, int(median(c[5] for c in characters) / _STEP))
    sums = [sum(counts[at : at + span]) for at in range(len(counts) - span + 1)]
    least = min(sums, default=MOST_ACROSS + 1)
    if least > MOST_ACROSS:
        return None
    places = [at for at, value in enumerate(sums) if value == least]
    at = places[len(places) // 2]
    return first + (at + span / 2) * _STEP, span * _STEP / 2


def _free(across: Sequence[float], characters: Sequence[Character]) -> tuple[float, float]:
    """Find the tallest part of the page that nothing crosses."""
    ends = [min(c[3] for c in characters) - 1, max(c[4] for c in characters) + 1]
    heights = sorted({*across, *ends})
    return max(itertools.pairwise(heights), key=lambda pair: pair[1] - pair[0])


def _is_full(lines: Sequence[TextLine]) -> bool:
    """Tell whether lines are those of a column of text."""
    if len(lines) < LEAST_LINES:
        return False
    edge = sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]
    full = sum(line.right > edge - 1.5 * line.size and len(line.text) > 7 for line in lines)
    return full >= FULL * len(lines) and not any("\t" in line.text for line in lines)


def _height(character: Character) -> float:
    return (character[3] + character[4]) / 2
