"""Where issuer and date stand, in cells."""

from __future__ import annotations

from render.layout.signature import unsealed


def test_the_name_ends_two_cells_in_and_the_date_begins_two_after_it() -> None:
    """GB/T 9704-2012, 7.3.5.2: 18 cells of name from cell 8, the date from cell 10."""
    assert unsealed([18.0], 6.5, 28.0) == ([2.0], 10.0)


def test_a_date_longer_than_the_name_ends_two_cells_in() -> None:
    """It begins at 26 − 6.5, the name two cells to its left."""
    assert unsealed([4.0], 6.5, 28.0) == ([28 - 17.5 - 4], 19.5)


def test_several_names_begin_together() -> None:
    """Issuers stand as a column whose widest ends two cells in."""
    assert unsealed([10.0, 6.0], 6.5, 28.0) == ([2.0, 6.0], 18.0)


def test_a_name_as_wide_as_the_line_stays_inside() -> None:
    """The left edge is never passed."""
    assert unsealed([27.5], 6.5, 28.0) == ([0.5], 2.0)


def test_a_date_alone() -> None:
    """Without a name it ends two cells in."""
    assert unsealed([], 6.5, 28.0) == ([], 19.5)


def test_a_name_alone() -> None:
    """Without a date there is none to settle."""
    assert unsealed([5.0], None, 28.0) == ([2.0], None)
