"""Tables of a PDF page, by the rules drawn around their rows.

At least three rules of one width, one above the other, make a table. Columns stand between the upright
rules, or else where no line of the table has a character.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from .pdf_cells import cells_between, gutters_of, rows_between
from .pdf_lines import Character

THIN = 3.0  # points; what is thicker is no rule
LEAST = 40.0  # points; length of a rule
TALLEST = 160.0  # points between two rules of a table
_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Area:
    """Where a table stands, and its cells."""

    bottom: float
    top: float
    rows: tuple[tuple[str, ...], ...]


def tables_of(characters: Sequence[Character], rules: Sequence[Sequence[float]]) -> list[Area]:
    """Find the tables of a page, from the top down."""
    flat, upright = _rules(rules)
    found: list[Area] = []
    for group in itertools.chain.from_iterable(_apart(stack, upright) for stack in _stacks(flat)):
        heights = sorted({round(rule[1], 1) for rule in group}, reverse=True)
        left, right = min(rule[0] for rule in group), max(rule[2] for rule in group)
        top, bottom = heights[0], heights[-1]
        inside = [
            c
            for c in characters
            if left - 2 <= (c[1] + c[2]) / 2 <= right + 2 and bottom - 1 <= (c[3] + c[4]) / 2 <= top + 1
        ]
        is_row = (
            len(heights) == 2
        )  # one row, as a page may cut off: only with upright rules between its cells
        if not inside or (is_row and not _parts(left, right, top, bottom, upright)):
            continue
        sides = _columns(
            inside,
            left,
            right,
            [r for r in upright if r[0] > left - 2 and r[2] < right + 2 and r[3] > bottom and r[1] < top],
        )
        if len(sides) < 3:
            continue
        rows = [
            row
            for high, low in itertools.pairwise(heights)
            for row in _rows(inside, high, low, sides, is_open=len(heights) == 3)
        ]
        rows = [row for row in rows if any(row)]
        if len(rows) > 1 or (rows and is_row):
            found.append(Area(bottom, top, tuple(rows)))
    return found


def _apart(
    stack: Sequence[tuple[float, float, float, float]], upright: Sequence[tuple[float, float, float, float]]
) -> list[list[tuple[float, float, float, float]]]:
    """Part tables that stand above one another, where the uprights of both leave out what is between."""
    groups = [[stack[0]]]
    crossed: list[bool] = []
    for above, below in itertools.pairwise(stack):
        middle = (above[1] + below[1]) / 2
        left, right = min(above[0], below[0]) - 2, max(above[2], below[2]) + 2
        crossed.append(any(r[1] < middle < r[3] and left <= r[0] <= right for r in upright))
    for at, rule in enumerate(stack[1:]):
        is_gap = not crossed[at] and any(crossed[:at]) and any(crossed[at + 1 :])
        if is_gap and stack[at][1] - rule[1] > 2 * THIN:
            groups.append([])
        groups[-1].append(rule)
    return groups


def _parts(
    left: float, right: float, top: float, bottom: float, upright: Sequence[tuple[float, float, float, float]]
) -> bool:
    """Tell whether upright rules stand inside a frame, from its head to its foot."""
    return any(
        left + 8 < rule[0] < right - 8 and rule[1] < bottom + 3 and rule[3] > top - 3 for rule in upright
    )


def _rules(
    rules: Sequence[Sequence[float]],
) -> tuple[list[tuple[float, float, float, float]], list[tuple[float, float, float, float]]]:
    """Sort what is drawn into lying and upright rules; a frame is four of them."""
    flat, upright = [], []
    for left, bottom, right, top in rules:
        width, height = right - left, top - bottom
        if height <= THIN and width >= LEAST / 2:
            flat.append((left, (bottom + top) / 2, right, (bottom + top) / 2))
        elif width <= THIN and height >= 6:
            upright.append(((left + right) / 2, bottom, (left + right) / 2, top))
        elif width >= 12 and height >= 10:
            flat += [(left, bottom, right, bottom), (left, top, right, top)]
            upright += [(left, bottom, left, top), (right, bottom, right, top)]
    return _joined(flat), upright


def _joined(flat: list[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Join rules that are drawn cell by cell."""
    flat.sort(key=lambda rule: (-round(rule[1] / 2), rule[0]))
    joined: list[tuple[float, float, float, float]] = []
    for rule in flat:
        last = joined[-1] if joined else None
        if last and abs(last[1] - rule[1]) < 2 and rule[0] <= last[2] + _NEAR:
            joined[-1] = (last[0], last[1], max(last[2], rule[2]), last[3])
        else:
            joined.append(rule)
    return [rule for rule in joined if rule[2] - rule[0] >= LEAST]


def _stacks(
    flat: Sequence[tuple[float, float, float, float]],
) -> list[list[tuple[float, float, float, float]]]:
    """Group rules that stand above one another and are equally wide."""
    stacks: list[list[tuple[float, float, float, float]]] = []
    for rule in sorted(flat, key=lambda r: -r[1]):
        for stack in stacks:
            last = stack[-1]
            overlap = min(rule[2], last[2]) - max(rule[0], last[0])
            if overlap > 0.6 * (stack[0][2] - stack[0][0]) and last[1] - rule[1] <= TALLEST:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len({round(rule[1]) for rule in stack}) >= 2]


def _columns(
    inside: Sequence[Character],
    left: float,
    right: float,
    upright: Sequence[tuple[float, float, float, float]],
) -> list[float]:
    """Find the sides of the columns."""
    sides = [left, *sorted(rule[0] for rule in upright), right]
    made: list[float] = []
    for side in sides:
        if not made or side - made[-1] > 8:
            made.append(side)
    made[-1] = max(made[-1], right)
    if len(made) > 2:
        return made
    return [left, *gutters_of(inside, left), right]  # no upright rules


def _rows(
    inside: Sequence[Character], high: float, low: float, sides: Sequence[float], *, is_open: bool
) -> list[tuple[str, ...]]:
    """Read the cells between two rules; with rules at head and foot alone, every line is a row."""
    band = [c for c in inside if low <= (c[3] + c[4]) / 2 <= high]
    return rows_between(band, sides) if is_open else [cells_between(band, sides)]
