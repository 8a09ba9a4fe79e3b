"""Numbering: the numbers of headings, 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).

A level counts on until a higher level comes; an author's own number is printed as it stands and,
where it can be read, counting goes on from it. Unnumbered headings do not count.
"""

from __future__ import annotations

from collections.abc import Sequence

from .content import Heading
from .han import from_han, in_han
from .pattern import pattern

_NUMBER = pattern(r"[零一二三四五六七八九十百千]+|\d+")
_COUNTER = pattern(r"[编篇章节条款部分\d]$")  # a cell stands between 第一章, or 1, and its heading


def patterns_like(samples: str | Sequence[str], patterns: Sequence[str]) -> tuple[str, ...]:
    """Make the patterns of levels that are numbered like the samples (序号), one a level.

    Args:
        samples: Numbers of the first heading of each level, such as 第一章, 一、 and 1、; one that holds
            no number, and levels there is no sample of, keep the template's own pattern.
        patterns: The template's.
    """
    made = list(patterns)
    for level, sample in enumerate((samples,) if isinstance(samples, str) else samples):
        if level < len(made) and (number := _NUMBER.search(sample)):
            kind = "{1}" if number[0].isdecimal() else "{一}"
            blank = "　" if _COUNTER.search(sample) else ""
            made[level] = sample[: number.start()] + kind + sample[number.end() :] + blank
    return tuple(made)


class Numbering:
    """Counters of four levels."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._counts = [0] * len(patterns)

    def copy(self) -> Numbering:
        """Give a counter that goes on from here by itself."""
        other = Numbering(self._patterns)
        other._counts = list(self._counts)
        return other

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
