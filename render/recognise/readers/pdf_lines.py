"""Lines of a PDF page: characters put back into lines, by where they stand.

A PDF keeps places, not words. Characters at one height are a line; a gap in it is a blank, and a wide one
the space between columns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, TypeAlias

Character: TypeAlias = tuple[str, float, float, float, float, float]  # left, right, bottom, top, size

GAP = 0.55  # of the size: a blank, where justified text never leaves so much
COLUMN = 2.4  # of the size: another column; two blanks behind 第一条 are less, stretched or not
RAISED_SIZE, RAISED = 0.78, 0.12  # of the size: a mark of a note is smaller, and its foot is higher

# Fonts without a proper map give radicals and compatible forms for the characters themselves.
_COMPATIBLE = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F))


@dataclass(frozen=True, slots=True)
class TextLine:
    """Characters at one height."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    raised: tuple[int, ...] = ()  # places in `text` of small characters above the others
    starts: tuple[float, ...] = ()  # where the parts begin that wide gaps part; empty: there is no gap
    beside: int = 1  # columns of the page that it stands in one of

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.bottom + self.top) / 2


def lines_of(characters: Sequence[Character]) -> list[TextLine]:
    """Put characters into lines, from the top of the page down."""
    lines: list[TextLine] = []
    for group in groups_of(characters):
        lines += _line(group)
    return lines


def groups_of(characters: Sequence[Any]) -> list[list[Any]]:
    """Group what begins as a `Character` does by the height it stands at, from the top of the page down."""
    shown = [c for c in characters if c[0] not in "\r\n\x00" and c[5] > 0 and c[4] > c[3]]
    shown.sort(key=lambda c: -(c[3] + c[4]))
    groups: list[list[Any]] = []
    group: list[Any] = []
    height = 0.0
    for character in shown:
        middle = (character[3] + character[4]) / 2
        if group and abs(middle - height) > 0.45 * max(character[5], group[0][5]):
            groups.append(group)
            group = []
        group.append(character)
        height = middle if len(group) == 1 else (height * (len(group) - 1) + middle) / len(group)
    if group:
        groups.append(group)
    return groups


def _line(group: list[Character]) -> list[TextLine]:
    group.sort(key=lambda c: c[1])
    size = median(c[5] for c in group)
    ink = [c for c in group if c[0].strip(" \u00a0\u3000\t")]
    if not ink:
        return []
    base = median(c[3] for c in ink)
    text = ""
    reach = group[0][1]
    raised: list[int] = []
    starts = [ink[0][1]]
    for number, (char, left, end, bottom, _, own) in enumerate(group):
        is_blank = char in " \u00a0\u3000\t"
        if is_blank and not text:
            continue
        if number and not is_blank:
            if left - reach > COLUMN * own and text:  # beside what blanks take
                text = text.rstrip(" ") + "\t"
                starts.append(left)
            elif left - reach > GAP * own and text and text[-1] != " ":
                text += " "
        if not is_blank and own < RAISED_SIZE * size and bottom > base + RAISED * size:
            raised.append(len(text))
        text += " " if is_blank else _plain(char)
        reach = max(reach, end)
    left, right = min(c[1] for c in ink), max(c[2] for c in ink)
    bottom, top = min(c[3] for c in ink), max(c[4] for c in ink)
    parts = tuple(starts) if len(starts) > 1 else ()
    return [TextLine(text.rstrip(), left, right, bottom, top, size, tuple(raised), parts)]


def _plain(char: str) -> str:
    code = ord(char)
    if code in (0x02, 0xFFFE):  # PDFium's own mark for a hyphen at a line's end
        return "-"
    if any(first <= code <= last for first, last in _COMPATIBLE):
        return unicodedata.normalize("NFKC", char)
    return char
