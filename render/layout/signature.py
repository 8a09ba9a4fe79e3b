"""Signature: how far the issuer and the date stand from the right edge.

Without a seal (GB/T 9704-2012, 7.3.5.2) the name ends two cells from the right, and the date begins
two cells to the right of the name's first character; a date longer than the name ends two cells from
the right itself, and the name begins two cells to its left. Several issuers stand one below the other,
each ending where the longest begins to allow it.
"""

from __future__ import annotations

from collections.abc import Sequence

_FROM_RIGHT = 2.0  # cells between the longer line and the right edge
_SHIFT = 2.0  # cells between the first characters of name and date


def unsealed(names: Sequence[float], date: float | None, cells: float) -> tuple[list[float], float | None]:
    """Settle the right indents of an unsealed signature.

    Args:
        names: Widths of the issuers' names in cells, in order.
        date: Width of the date in cells; None when there is none.
        cells: Width of the type area in cells.

    Returns:
        The right indents of the names and of the date, in cells; never negative, and never so
        large that the left edge is passed.
    """
    if not names:
        return [], None if date is None else min(_FROM_RIGHT, max(0.0, cells - date))
    widest = max(names)
    if date is None or date <= widest:
        # Names are set flush with the widest one's first character, as a column.
        starts = max(0.0, cells - _FROM_RIGHT - widest)
        indents = [max(0.0, cells - starts - name) for name in names]
        return indents, None if date is None else max(0.0, cells - (starts + _SHIFT) - date)
    date_start = max(0.0, cells - _FROM_RIGHT - date)
    name_start = max(0.0, date_start - _SHIFT)
    return [max(0.0, cells - name_start - name) for name in names], max(0.0, cells - date_start - date)
