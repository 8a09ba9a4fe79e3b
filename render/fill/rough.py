"""Rough numbers: 约5000, 近万, 5000余, 超过200, 三成 (rows 37 to 42, 45).

Each word is true of the number it is said of: 余 of what is more than the round number, 近 of what comes up
to it, 超过 of what exceeds it, 以上 of what reaches it. Where it is not, there is no phrase.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

from . import numerals
from .numerals import EXACT

_TENTH = Decimal(10)
_WAN, _YI = Decimal(10) ** 4, Decimal(10) ** 8


def about(number: Decimal, step: Decimal | None) -> str:
    """Round to a step: 4987 to 5000 (row 38)."""
    return scaled(rounded_to(number, step or step_of(number), ROUND_HALF_UP))


def nearly(number: Decimal, goal: Decimal | None, near_from: Decimal) -> str | None:
    """Give the number it nearly is: 万 for 9600, 5400 for 5321 (row 39)."""
    steps = (_leading(number), _leading(number) / 10)
    goals = [goal] if goal else [rounded_to(number, step, ROUND_CEILING) for step in steps if step >= 1]
    found = next((each for each in goals if each * near_from <= number < each), None)
    if found is None:
        return None
    return {_WAN: "万", _YI: "亿"}.get(found) or scaled(found)


def over(number: Decimal, step: Decimal | None) -> str | None:
    """Cut down to a step: 5321 to 5300, 12558 to 1.2万; the number itself where nothing is cut (row 40)."""
    cut = rounded_to(number, step or step_of(number), ROUND_DOWN)
    return scaled(cut) if 0 < cut < number else None


def tenths(percent: Decimal, near_from: Decimal) -> str | None:
    """Say a share in tenths: 三成, 近三成, 三成多 (row 37)."""
    number = EXACT.divide(percent, _TENTH)
    whole = number.to_integral_value(ROUND_DOWN)
    if not 0 < number < 10:
        return None
    if number == whole:
        return numerals.in_tenths(int(whole))
    if number >= (whole + 1) * near_from and whole < 9:
        return "近" + numerals.in_tenths(int(whole) + 1)
    return numerals.in_tenths(int(whole)) + "多" if whole else None


def scaled(number: Decimal) -> str:
    """Write a round number, in 万 or 亿 where it is large enough and two decimals express it."""
    for scale, word in ((_YI, "亿"), (_WAN, "万")):
        if abs(number) >= scale:
            part = EXACT.divide(number, scale)
            if part == numerals.rounded(part, numerals.MOST_SCALED_DECIMALS):
                return numerals.shortest(part) + word
    return numerals.shortest(number)


def in_scale(number: Decimal, word: str) -> str | None:
    """Write a number in 万 or 亿 with two decimals at most; None below one of them (row 45)."""
    scale = _YI if word == "亿" else _WAN
    if abs(number) < scale:
        return None
    part = numerals.rounded(EXACT.divide(number, scale), numerals.MOST_SCALED_DECIMALS)
    return numerals.shortest(part) + word


def rounded_to(number: Decimal, step: Decimal, rounding: str) -> Decimal:
    """Round to a multiple of a step."""
    return EXACT.multiply(EXACT.divide(number, step).to_integral_value(rounding), step)


def step_of(number: Decimal) -> Decimal:
    """Choose how round a number is to be: two digits of it are kept, one below a hundred."""
    return Decimal(10) ** max(number.adjusted() - 1, 1) if number.adjusted() >= 2 else Decimal(10)


def _leading(number: Decimal) -> Decimal:
    return Decimal(10) ** max(number.adjusted(), 0)
