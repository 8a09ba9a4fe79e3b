"""Numerals: how a number is written in a sentence.

Text takes no thousands separators (GB/T 15835 allows them, offices do not use them) and an ASCII
minus sign. A form (写法) says how a figure is printed where the plain number will not do: `{}余`,
`{:千}余`, `{:万}`, `{:汉}`, or words alone, as in `近万`.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=60)  # wide enough that shifting or cutting a figure never rounds it
FIELDS = ("{}", "{:千}", "{:万}", "{:亿}", "{:汉}")  # what a form may hold
SCALES = {"千": 3, "万": 4, "亿": 8}  # power of ten a form divides by

_BLANK = re.compile(r"\{(?::(\w*))?\}")
_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿", "亿亿")


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round once, half away from zero, keeping `decimals` places even when they are zeros."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT)


def plain(number: Decimal) -> str:
    """Write a number in digits as it stands, never in powers of ten and never as −0."""
    return f"{number or abs(number):f}"


def shortest(number: Decimal) -> str:
    """Write a number in digits, without zeros at the end of its decimals."""
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_form(number: Decimal, form: str) -> str:
    """Write a number in a form (写法); without one, plainly.

    Raises:
        ValueError: a blank is of a kind there is not, or 汉 meets a number too large.
    """
    return _BLANK.sub(lambda blank: _fill(number, blank[1] or ""), form) if form else plain(number)


def han(number: Decimal) -> str:
    """Write a number in Han numerals, reading 二 and never 两: 十二, 一百零五, 三点五.

    Raises:
        ValueError: the number has more than twenty digits before the point.
    """
    whole, _, decimals = shortest(abs(number)).partition(".")
    if len(whole) > len(_GROUPS) * 4:
        raise ValueError(f"{number} is too large for Han numerals")
    text = ("负" if number < 0 else "") + _han_whole(whole)
    return text + ("点" + "".join(_DIGITS[int(d)] for d in decimals) if decimals else "")


def _fill(number: Decimal, kind: str) -> str:
    if not kind:
        return plain(number)
    if kind == "汉":
        return han(number)
    if kind not in SCALES:
        raise ValueError(f"no form {{:{kind}}}")
    return shortest(number.scaleb(-SCALES[kind], EXACT)) + kind


def _han_whole(digits: str) -> str:
    """Write a whole number group by group of four digits, one 零 for each gap."""
    digits = digits.lstrip("0") or "0"
    if digits == "0":
        return _DIGITS[0]
    groups = [digits[max(end - 4, 0) : end] for end in range(len(digits), 0, -4)]
    text = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place].lstrip("0")
        if not group:
            text += _DIGITS[0]
            continue
        if text and len(group) < 4:
            text += _DIGITS[0]
        text += _han_group(group) + _GROUPS[place]
    text = re.sub("零+", "零", text).rstrip("零")
    return text[1:] if text.startswith("一十") else text


def _han_group(digits: str) -> str:
    text = "".join(
        _DIGITS[int(digit)] + (_PLACES[len(digits) - 1 - n] if digit != "0" else "")
        for n, digit in enumerate(digits)
    )
    return re.sub("零+", "零", text).rstrip("零")
