"""Quantity: a number with its unit, so that 件 are never added to 万元.

A unit is a measure with a scale: 万元 is 10,000 元, % a hundredth of nothing in particular, 元/人 one measure
over another. 件 and 件次, 天 and 工作日 are different measures. A figure without a unit fits any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from ..noun import Noun

_PURE = {
    "%": -2,
    "％": -2,
    "百分点": -2,
    "个百分点": -2,
    "‰": -3,
    "千分点": -3,
    "个千分点": -3,
    "倍": 0,
    "比值": 0,
}
_SCALED = (("亿", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4), ("千", 3))
_WHOLE_MEASURES = ("千米", "千瓦", "千克", "千瓦时", "千卡")
_PER = re.compile("[/／每]")

_CONVERTED_DECIMALS = 2

Measure: TypeAlias = tuple[tuple[str, int], ...]  # measures and their powers; empty for a pure number
Exact: TypeAlias = int | Fraction


class Unit(Noun, frozen=True):
    """A measure and what one of it is in the plain measure."""

    measure: Measure | None  # None: fits any
    scale: Fraction
    text: str  # as a message names it


ANY = Unit(None, Fraction(1), "")


class Quantity(Noun, frozen=True):
    """An exact number of a unit."""

    number: Exact  # in `unit`
    unit: Unit
    decimals: int | None  # it would be printed with after a sum; None: a quotient, which has none of its own
    is_typed: bool = False  # a number of the formula, which takes on the unit it meets


class UnitsDiffer(Exception):
    """Two quantities that cannot be added, or a result that its figure's unit does not fit."""

    def __init__(self, left: str, right: str, *, is_sum: bool) -> None:
        super().__init__(left, right)
        self.left, self.right, self.is_sum = left, right, is_sum


def unit_of(text: str) -> Unit:
    """Read a figure's unit: 件, 万元, %, 元/人."""
    text = text.strip()
    if not text:
        return ANY
    if text in _PURE:
        return Unit((), _power(_PURE[text]), text)
    first, *rest = (part for part in _PER.split(text) if part)
    measure, scale = _scaled(first)
    powers = {measure: 1}
    for part in rest:
        measure, other = _scaled(part)
        powers[measure] = powers.get(measure, 0) - 1
        scale /= other
    return Unit(_sorted(powers), scale, text)


def added(left: Quantity, right: Quantity, sign: int) -> Quantity:
    """Add two quantities, or take one from the other; the sum is counted as the left one is.

    Raises:
        UnitsDiffer: they measure different things.
    """
    if left.is_typed and not right.is_typed:
        left = Quantity(left.number, right.unit, left.decimals)
    if right.is_typed:
        right = Quantity(right.number, left.unit, right.decimals)
    unit = right.unit if left.unit.measure is None else left.unit
    if left.unit is not right.unit and left.unit.measure is not None and right.unit.measure is not None:
        if left.unit.measure != right.unit.measure:
            raise UnitsDiffer(_named(left.unit), _named(right.unit), is_sum=True)
        right = _rescaled(right, left.unit)
    number = left.number + sign * right.number
    return Quantity(number, unit, _finer(left, right), left.is_typed and right.is_typed)


def multiplied(left: Quantity, right: Quantity, sign: str) -> Quantity:
    """Multiply (`*`) or divide (`/`) two quantities; units go along.

    Raises:
        ZeroDivisionError: the divisor is nothing.
    """
    over = sign == "/"
    number = Fraction(left.number) / right.number if over else left.number * right.number
    both = None if over or left.decimals is None or right.decimals is None else left.decimals + right.decimals
    measures = left.unit.measure, right.unit.measure
    if left.is_typed and right.is_typed:
        return Quantity(number, ANY, both, is_typed=True)
    if right.is_typed or left.is_typed:
        kept = left.unit if right.is_typed else right.unit
        if left.is_typed and over and kept.measure is not None:
            kept = _per(Unit((), Fraction(1), ""), kept)
        return Quantity(number, kept, both)
    if measures[0] is None or measures[1] is None:
        return Quantity(number, ANY, both)
    return Quantity(number, _per(left.unit, right.unit) if over else _times(left.unit, right.unit), both)


def fitted(quantity: Quantity, unit: Unit, typed: Fraction) -> tuple[Exact, bool]:
    """Give a result in its figure's unit.

    A rate over a measure may leave the measure out (件均 in 元), so only what is counted must agree.

    Args:
        quantity: The result.
        unit: The figure's.
        typed: Product of the powers of ten that the formula's own factors are made of. Where these are
            just what turns one unit into the other, as in 审结÷受理×100 of a %, the author has done the
            conversion, and it is not done again.

    Returns:
        The number, and whether different things were put in a ratio, such as 人次 over 件.

    Raises:
        UnitsDiffer: the result measures something else.
    """
    if quantity.unit is unit or quantity.unit.measure is None or unit.measure is None or quantity.is_typed:
        return quantity.number, False
    counted = [name for name, power in quantity.unit.measure if power > 0]
    wanted = [name for name, power in unit.measure if power > 0]
    is_mixed = not wanted and bool(quantity.unit.measure)
    if is_mixed and sum(power for _, power in quantity.unit.measure) != 0:
        raise UnitsDiffer(_named(quantity.unit), _named(unit), is_sum=False)
    if not is_mixed and counted != wanted:
        raise UnitsDiffer(_named(quantity.unit), _named(unit), is_sum=False)
    factor = quantity.unit.scale / unit.scale
    return (quantity.number if factor == typed != 1 else quantity.number * factor), is_mixed


def _named(unit: Unit) -> str:
    return unit.text or "1"


def _rescaled(quantity: Quantity, unit: Unit) -> Quantity:
    """Give a quantity in a unit of the same measure; 元 in 万元 have two decimals at most."""
    if quantity.unit is unit or quantity.unit.scale == unit.scale:
        return quantity
    factor = quantity.unit.scale / unit.scale
    decimals = quantity.decimals
    if decimals is not None:
        power = len(str(max(factor.numerator, factor.denominator))) - 1
        decimals = max(0, decimals - power) if factor > 1 else min(decimals + power, _CONVERTED_DECIMALS)
    return Quantity(quantity.number * factor, unit, decimals)


def _finer(left: Quantity, right: Quantity) -> int | None:
    if left.decimals is None or right.decimals is None:
        return None
    return max(left.decimals, right.decimals)


def _scaled(text: str) -> tuple[str, Fraction]:
    if text not in _WHOLE_MEASURES:
        for prefix, power in _SCALED:
            if text.startswith(prefix):
                return text[len(prefix) :], _power(power)
    return text, Fraction(1)


def _times(left: Unit, right: Unit) -> Unit:
    powers = dict(left.measure or ())
    for name, power in right.measure or ():
        powers[name] = powers.get(name, 0) + power
    return Unit(_sorted(powers), left.scale * right.scale, _written(left, "×", right))


def _per(left: Unit, right: Unit) -> Unit:
    powers = dict(left.measure or ())
    for name, power in right.measure or ():
        powers[name] = powers.get(name, 0) - power
    return Unit(_sorted(powers), left.scale / right.scale, _written(left, "/", right))


def _written(left: Unit, sign: str, right: Unit) -> str:
    """Name a unit that was made of two, without what cancelled out."""
    if sign == "/" and left.measure == right.measure:
        return ""
    return sign.join(text for text in (left.text or ("1" if sign == "/" else ""), right.text) if text)


def _sorted(powers: dict[str, int]) -> Measure:
    return tuple(sorted((name, power) for name, power in powers.items() if power and name))


def _power(exponent: int) -> Fraction:
    return Fraction(10) ** exponent


def powers_of_ten(numbers: Iterator[tuple[Fraction, bool]]) -> Fraction:
    """Multiply the powers of ten among a product's factors; a factor marked true divides."""
    product = Fraction(1)
    for number, divides in numbers:
        whole = number if number >= 1 else 1 / number if number > 0 else Fraction(0)
        if whole.denominator == 1 and re.fullmatch("10*", str(whole.numerator)):
            product = product / number if divides else product * number
    return product
