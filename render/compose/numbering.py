"""Numbering: the numbers of headings, 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).

A level counts on until a higher level comes; an author's own number is printed as it stands and,
where it can be read, counting goes on from it. Unnumbered headings do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..content import Heading
from ..han import from_han, in_han

_NUMBER = re.compile(r"[零一二三四五六七八九十百千]+|\d+")


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
        return self._patterns[level].replace("{一}", in_han(count)).replace("{1}", str(count))
