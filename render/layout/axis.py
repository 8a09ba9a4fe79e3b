"""Axis: the round numbers between which a chart's numbers lie.

Steps are 1, 2, 2.5 or 5 times a power of ten, and never finer than the numbers themselves. Bars and
columns are measured from zero; a line may leave zero out, where from there it would look flat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from ..noun import Noun, replace

_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_MOST_STEPS = 5
_FLAT = Decimal("0.4")  # of the highest number; lines that differ by less would look flat above zero
_EXACT = Context(prec=60)


class Axis(Noun, frozen=True):
    """A range in whole steps."""

    least: Decimal
    most: Decimal
    step: Decimal

    def share(self, number: Decimal) -> float:
        """Say how far along the axis a number lies, from 0 to 1."""
        return float(_EXACT.divide(number - self.least, self.most - self.least))

    def ticks(self) -> Iterator[Decimal]:
        """Yield the numbers at its steps, all with the same decimals."""
        decimals = max(0, -int(self.step.normalize().as_tuple().exponent))
        for count in range(int((self.most - self.least) / self.step) + 1):
            number = (self.least + count * self.step).quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
            yield number if number else abs(number)

    def with_room(self, numbers: Sequence[Decimal], below: float, above: float) -> Axis:
        """Add steps until what stands below negative numbers and above others has room, in shares."""
        axis = self
        while max(numbers) >= 0 and axis.share(max(numbers)) > 1 - above:
            axis = replace(axis, most=axis.most + axis.step)
        while min(numbers) < 0 and axis.share(min(numbers)) < below:
            axis = replace(axis, least=axis.least - axis.step)
        return axis


def axis_of(numbers: Sequence[Decimal], decimals: int, *, from_zero: bool) -> Axis:
    """Choose the range for some numbers, at least one.

    Args:
        numbers: All of a chart.
        decimals: Of the numbers as printed; a step is not finer.
        from_zero: Whether zero must be on the axis.
    """
    low, high = min(numbers), max(numbers)
    if from_zero or low <= 0 or high - low >= _FLAT * high or low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    finest = Decimal(1).scaleb(-decimals)
    if low == high:
        high = low + finest  # nothing but zeros
    step = _step(_EXACT.divide(high - low, Decimal(_MOST_STEPS)), finest)
    least = _EXACT.divide(low, step).to_integral_value(ROUND_FLOOR) * step
    most = _EXACT.divide(high, step).to_integral_value(ROUND_CEILING) * step
    return Axis(least, most, step)


def _step(wanted: Decimal, finest: Decimal) -> Decimal:
    """Find the smallest round step that is not below the one wanted, nor parts the finest number there is."""
    power = Decimal(1).scaleb(max(wanted, finest).adjusted())
    steps = (step * power for step in _STEPS)
    return next(step for step in steps if step >= wanted and not _EXACT.remainder(step, finest))
