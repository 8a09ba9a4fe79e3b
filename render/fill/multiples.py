"""Multiples: 3倍, 翻一番, 减少一半, 年均增长7.2%, and growth of growth (rows 8 to 15, 23, 34)."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from ..change import rounded
from ..han import in_han
from . import numerals
from .comparing import Pair, percent, times

_ROOTS = Context(prec=40)
_DENOMINATORS = range(2, 11)  # 二分之一 to 十分之一
_NEAR = (Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 4), Fraction(3, 4))  # may be 近 or 多
_MOST_DOUBLINGS = 20


def multiple(pair: Pair) -> str | None:
    """Say how many times as much it is: 是上年的3倍 (row 10); never of a fall (row 14)."""
    before, after = pair.change.before, pair.change.after
    if not before or after is None or before < 0 or after < before:
        return None
    return f"是{pair.base}的{times(after / before)}"


def doubled(pair: Pair) -> str | None:
    """Say how often it doubled: 比上年翻一番, 翻两番, where that is exact (rows 8, 11)."""
    before, after = pair.change.before, pair.change.after
    if not before or after is None or before < 0:
        return None
    for count in range(1, _MOST_DOUBLINGS):
        if after == before * 2**count:
            return f"{pair.than}翻{counted(count)}番"
    return None


def fraction_less(pair: Pair) -> str | None:
    """Say which part is gone: 比上年减少一半, 减少三分之一, 减少近一半 (rows 14, 15)."""
    lost = _lost(pair)
    if lost is None:
        return None
    if (exact := in_fraction(lost)) is not None:
        return pair.than + pair.quantity_verb + exact
    near_from = Fraction(pair.wording.near_from)
    near = min((each for each in _NEAR if each * near_from <= lost < each), default=None)
    if near is None:
        return None
    return f"{pair.than}{pair.quantity_verb}近{in_fraction(near)}"


def down_to(pair: Pair) -> str | None:
    """Say which part is left: 降至上年的三分之一 (row 14)."""
    lost = _lost(pair)
    left = None if lost is None else in_fraction(1 - lost)
    return None if left is None else f"降至{pair.base}的{left}"


def annual_growth(pair: Pair) -> str | None:
    """Give the yearly growth that leads from one value to the other: 年均增长7.2% (row 34)."""
    before, after, years = pair.change.before, pair.change.after, pair.year - pair.base_year
    if pair.change.rate is None or before is None or after is None or not after or years < 1:
        return None
    ratio = _ROOTS.divide(after, before)
    rate = (_ROOTS.power(ratio, _ROOTS.divide(Decimal(1), Decimal(years))) - 1) * 100
    if not rounded(rate, pair.wording.rate_decimals):
        return f"{pair.like}{'持平' if after == before else '基本持平'}"
    return f"年均{pair.growth_verb}{percent(abs(rate), pair.wording)}"


def growth_of_growth(now: Pair, then: Pair) -> str | None:
    """Say whether growth gained or lost speed: 增速比上年回落2.1个百分点 (row 23)."""
    rate, before = now.change.rate, then.change.rate
    if rate is None or before is None:
        return None
    difference = rounded(rate - before, now.wording.rate_decimals)
    points = f"{numerals.plain(abs(difference))}个百分点"
    if (rate < 0) != (before < 0) and rate and before:
        return f"由{now.base}的{_told(then, before)}转为{_told(now, rate)}"
    if not difference:
        return f"{'增速' if rate >= 0 else '降幅'}{now.like}持平"
    if rate >= 0 and before >= 0:
        return f"增速{now.than}{'加快' if difference > 0 else '回落'}{points}"
    return f"降幅{now.than}{'收窄' if difference > 0 else '扩大'}{points}"


def counted(number: int) -> str:
    """Write how many there are of something: 一, 两, 三."""
    return "两" if number == 2 else in_han(number)


def in_fraction(part: Fraction) -> str | None:
    """Write a simple fraction: 一半, 三分之一; None for one that is not."""
    if part == Fraction(1, 2):
        return "一半"
    if 0 < part < 1 and part.denominator in _DENOMINATORS:
        return f"{in_han(part.denominator)}分之{in_han(part.numerator)}"
    return None


def _lost(pair: Pair) -> Fraction | None:
    before, after = pair.change.before, pair.change.after
    if not before or after is None or pair.change.difference is None or not 0 < after < before:
        return None
    return 1 - Fraction(after) / Fraction(before)


def _told(pair: Pair, rate: Decimal) -> str:
    return pair.growth_verb + percent(abs(rate), pair.wording)
