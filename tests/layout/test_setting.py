"""How a line's slack is shared out."""

from __future__ import annotations

import pytest

from render.layout.setting import spread


def test_a_line_as_it_falls_keeps_its_tracking() -> None:
    """No tracking after the last character."""
    assert spread("一二三", [10, 10, 10], -1, 10) == [9, 9, 10]


def test_a_justified_line_fills_its_room() -> None:
    """Four points over two gaps."""
    assert spread("一二三", [10, 10, 10], 0, 10, 34, justify=True) == [12, 12, 10]


def test_a_line_too_wide_is_drawn_together() -> None:
    """The last line of a paragraph may not leave the type area either."""
    assert sum(spread("一二三", [10, 10, 10], 0, 10, 29)) == pytest.approx(29)


def test_han_and_latin_part_first() -> None:
    """Slack up to a quarter em goes to the seams."""
    assert spread("一12二", [10, 5, 5, 10], 0, 10, 34, justify=True) == [12, 5, 7, 10]


def test_what_the_seams_do_not_take_is_shared_by_all() -> None:
    """Eight points: 2.5 at each seam, one at each gap."""
    assert spread("一12二", [10, 5, 5, 10], 0, 10, 38, justify=True) == [13.5, 6, 8.5, 10]


def test_a_dash_is_not_pulled_apart() -> None:
    """The gap inside —— gets nothing."""
    assert spread("一——二", [10] * 4, 0, 10, 44, justify=True) == [12, 10, 12, 10]


def test_spaces_at_the_end_stand_outside() -> None:
    """A trailing space takes no part."""
    assert spread("一二 ", [10, 10, 5], 0, 10, 24, justify=True)[:2] == [14, 10]


def test_one_character_is_not_moved() -> None:
    """There is no gap to stretch."""
    assert spread("一", [10], 0, 10, 40, justify=True) == [10]
