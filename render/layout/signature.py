"""Signature: where the issuer and the date stand.

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
    """Settle the indents of an unsealed signature.

    Args:
        names: Widths of the issuers' names in cells, in order.
        date: Width of the date in cells; None when there is none.
        cells: Width of the type area in cells.

    Returns:
        The right indents of the names and the left indent of the date, in cells; never negative. The
        date is told by where it begins, because programs differ in how wide they set its digits.
    """
    widest = max(names, default=0.0)
    if date is None or (names and date <= widest):
        start = max(0.0, cells - _FROM_RIGHT - widest)
        date_start = None if date is None else min(start + _SHIFT, max(0.0, cells - date))
    else:
        date_start = max(0.0, cells - _FROM_RIGHT - date)
        start = max(0.0, date_start - _SHIFT)
    # Names are set as a column: each begins where the widest does.
    return [max(0.0, cells - start - name) for name in names], date_start
