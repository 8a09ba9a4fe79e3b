"""The axis of numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.layout.axis import Axis, axis_of

NUMBERS = st.lists(st.decimals(-(10**12), 10**12, places=1), min_size=1, max_size=8)


def chosen(*numbers: str, decimals: int = 0, from_zero: bool = True) -> tuple[Decimal, Decimal, Decimal]:
    """The range and step for some numbers."""
    axis = axis_of([Decimal(number) for number in numbers], decimals, from_zero=from_zero)
    return axis.least, axis.most, axis.step


@pytest.mark.parametrize(
    ("numbers", "decimals", "axis"),
    [
        (("58", "68", "7"), 0, ("0", "80", "20")),
        (("58.3", "-31.7"), 1, ("-40", "60", "20")),
        (("3", "1"), 0, ("0", "3", "1")),  # no half cases
        (("12", "7"), 0, ("0", "15", "5")),  # nor steps of 2.5
        (("1.2", "0.4"), 1, ("0.0", "1.5", "0.5")),
        (("-1.5", "-33.3"), 1, ("-40", "0", "10")),
        (("0", "0"), 0, ("0", "1", "1")),
    ],
)
def test_bars_are_measured_from_zero_in_round_steps(
    numbers: tuple[str, ...], decimals: int, axis: tuple[str, str, str]
) -> None:
    """Of 1, 2, 2.5 or 5 and a power of ten, never finer than the numbers."""
    assert chosen(*numbers, decimals=decimals) == tuple(map(Decimal, axis))


def test_a_line_may_leave_zero_out() -> None:
    """Where it would look flat above zero, and only there."""
    assert chosen("95.1", "99.95", decimals=2, from_zero=False)[0] == 95
    assert chosen("31", "68", from_zero=False)[0] == 0
    assert chosen("50", "50", from_zero=False)[0] == 0
    assert chosen("-3", "95", from_zero=False)[0] == -20


def test_ticks_print_the_same_decimals() -> None:
    """And zero without a sign."""
    axis = Axis(Decimal("-0.5"), Decimal("1.0"), Decimal("0.5"))
    assert [str(tick) for tick in axis.ticks()] == ["-0.5", "0.0", "0.5", "1.0"]


def test_steps_are_added_for_what_stands_beyond_the_numbers() -> None:
    """A number needs a share of the axis beyond the longest bar, at the left of negative ones only."""
    axis = axis_of([Decimal(19), Decimal(-9)], 0, from_zero=True)
    assert (axis.least, axis.most) == (-10, 20)
    roomy = axis.with_room([Decimal(19), Decimal(-9)], 0.1, 0.1)
    assert (roomy.least, roomy.most) == (-20, 30)
    below = axis_of([Decimal(-9)], 0, from_zero=True).with_room([Decimal(-9)], 0.1, 0.1)
    assert below.most == 0


@given(NUMBERS, st.booleans())
def test_numbers_lie_on_their_axis(numbers: list[Decimal], from_zero: bool) -> None:
    """Whatever they are, between seven steps at most, and zero where it is asked for."""
    axis = axis_of(numbers, 1, from_zero=from_zero)
    assert axis.least <= min(numbers)
    assert max(numbers) <= axis.most
    assert 1 <= len(list(axis.ticks())) - 1 <= 7
    assert not from_zero or axis.least <= 0 <= axis.most
    assert all(0 <= axis.share(number) <= 1 for number in numbers)
