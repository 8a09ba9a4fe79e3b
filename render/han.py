"""Han numerals: 三, 十二, 一百零五; read and written in one place."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿", "亿亿")
_TENS = {"十": 10, "百": 100, "千": 1000}


def in_han(number: Decimal | int) -> str:
    """Write a number in Han numerals, reading 二 and never 两: 十二, 一百零五, 三点五.

    Raises:
        ValueError: the number has more than twenty digits before the point.
    """
    whole, _, decimals = f"{abs(Decimal(number)):f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(whole) > len(_GROUPS) * 4:
        raise ValueError(f"{number} is too large for Han numerals")
    text = ("负" if number < 0 else "") + _han_whole(whole)
    return text + ("点" + "".join(_DIGITS[int(d)] for d in decimals) if decimals else "")


def from_han(text: str) -> int:
    """Read Han numerals below ten thousand; the reverse of `in_han`."""
    total, digit = 0, 0
    for char in text:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit


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
