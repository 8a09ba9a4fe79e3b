"""Numbering: the numbers of headings, 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).

A level counts on until a higher level comes; an author's own number is printed as it stands and,
where it can be read, counting goes on from it. Unnumbered headings do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..content import Heading

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100}
_NUMBER = re.compile(rf"[{_DIGITS}十百]+|\d+")


def in_han(number: int) -> str:
    """Write a number from 1 to 999 in Han numerals: 三, 十, 十二, 二十三, 一百零五.

    Raises:
        ValueError: the number is out of range.
    """
    if not 0 < number < 1000:
        raise ValueError(f"{number} is not between 1 and 999")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def from_han(text: str) -> int:
    """Read Han numerals up to 999; the reverse of `in_han`."""
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit


class Numbering:
    """Counters of four levels."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._counts = [0] * len(patterns)

    def restart(self) -> None:
        """Begin again at one, as every attachment does."""
        self._counts = [0] * len(self._patterns)

    def next(self, heading: Heading) -> str:
        """Give a heading its printed number; empty for an unnumbered one."""
        level = heading.level - 1
        if not heading.numbered:
            return ""
        self._counts[level + 1 :] = [0] * (len(self._counts) - level - 1)
        if heading.number is not None:
            if match := _NUMBER.search(heading.number):
                found = match.group()
                self._counts[level] = int(found) if found.isdecimal() else from_han(found)
            return heading.number
        self._counts[level] += 1
        count = self._counts[level]
        return (
            self._patterns[level]
            .replace("{一}", in_han(count) if count < 1000 else str(count))
            .replace("{1}", str(count))
        )
