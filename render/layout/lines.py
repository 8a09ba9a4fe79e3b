"""Lines: where the lines of a paragraph end.

Two sets of rules, one per family of programs that open the DOCX: "writer" mirrors LibreOffice 7.4,
"word" the programs that lay out like Word. Both fill a line first fit, then step back from the first
character that does not fit to the last place where a line may end. Which marks may not begin or end
a line is GB/T 15834-2011, 5.1; the details beyond it were measured.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add

from ..scripts import is_latin_letter, is_western, latin_portions
from ..target import NO_END, NO_START, WRITER_NO_END, WRITER_NO_START, Target
from .pairs import may_break

_TINY = 1e-6  # sums of widths that are equal on paper may differ by rounding
_PAIRS = "—…"  # 破折号 and 省略号 are two cells that stay together (GB/T 15834-2011, 5.1.4, 5.1.5)


def break_lines(
    text: str,
    advances: Sequence[float],
    measure: float,
    target: Target,
    *,
    tracking: float = 0.0,
    size: float = 16.0,
    first_indent: float = 0.0,
    breaks: Sequence[int] = (),
    edges: Sequence[int] = (),
) -> list[tuple[int, int]]:
    """Split a paragraph into lines no wider than the measure, first fit.

    Args:
        text: The paragraph, without line feeds.
        advances: Advance width of each character in points, without tracking.
        measure: Line width in points, greater than zero.
        target: Whose rules hold.
        tracking: Added after each character, in points; usually negative.
        size: Type size in points, for the gap between Han and Latin.
        first_indent: What the first line is shorter by; negative when it is longer.
        breaks: Offsets where the author ends a line.
        edges: Offsets where the DOCX begins another run for the sake of its face.

    Returns:
        Character ranges in reading order, without gaps or overlaps; `[]` for empty text. Spaces at
        the end of a line belong to it. A character wider than the measure gets a line of its own.

    Raises:
        ValueError: `advances` and `text` differ in length, or `measure` is not positive.
    """
    if len(advances) != len(text):
        raise ValueError(f"{len(text)} characters but {len(advances)} advances")
    if measure <= 0:
        raise ValueError(f"a measure of {measure} pt holds no line")
    lines: list[tuple[int, int]] = []
    start = 0
    for stop in (*breaks, len(text)):
        if start < stop:
            part = text[start:stop]
            rules = _Writer if target.rules == "writer" else _Word
            own = [edge - start for edge in edges if start < edge < stop]
            breaker = rules(part, advances[start:stop], target, tracking, size, own)
            indent = first_indent if start == 0 else 0.0
            lines += [(start + a, start + b) for a, b in breaker.lines(measure, indent)]
        start = max(start, stop)
    return lines


class _Breaker(ABC):
    """What both families share: widths as running sums, and the walk from line to line."""

    def __init__(
        self,
        text: str,
        advances: Sequence[float],
        target: Target,
        tracking: float,
        size: float,
        edges: Sequence[int],
    ) -> None:
        self.text = text
        self.target = target
        self.edges = edges
        self.before = self.extras(tracking, target.gap * size)  # added before each character
        self.sums = list(accumulate(map(add, advances, self.before), initial=0.0))

    @abstractmethod
    def extras(self, tracking: float, gap: float) -> list[float]:
        """List what is added before each character."""

    @abstractmethod
    def lead(self, start: int) -> float:
        """Say how much of the first character's step does not count at the start of a line."""

    @abstractmethod
    def last_allowed(self, cut: int, start: int) -> int:
        """Give the last place from `cut` back where the line may end; `start` when there is none."""

    def parts_pair(self, position: int) -> bool:
        """Tell whether a line that ends here would part a 破折号 or a 省略号 that must stay whole."""
        text = self.text
        return self.target.keeps_pairs and text[position] in _PAIRS and text[position - 1] == text[position]

    def lines(self, measure: float, first_indent: float) -> list[tuple[int, int]]:
        """Walk through the paragraph, line by line."""
        text, sums = self.text, self.sums
        length = len(text)
        lines: list[tuple[int, int]] = []
        start = 0
        width = measure - first_indent + _TINY
        while start < length:
            cut = bisect_right(sums, sums[start] + self.lead(start) + width, start) - 1
            if cut >= length:
                lines.append((start, length))
                break
            stop = cut if text[cut] == " " else self._stop(cut, start)
            while stop < length and text[stop] == " ":
                stop += 1  # spaces at the margin stand outside
            lines.append((start, stop))
            start = stop
            width = measure + _TINY
        return lines

    def _stop(self, cut: int, start: int) -> int:
        if self.target.hanging and self._may_hang(cut, start):
            return cut + 1
        stop = self.last_allowed(cut, start)
        return stop if stop > start else max(cut, start + 1)

    def _may_hang(self, cut: int, start: int) -> bool:
        text = self.text
        if cut <= start or text[cut] not in self.target.hanging:
            return False
        return cut + 1 == len(text) or self.last_allowed(cut + 1, cut) == cut + 1


class _Writer(_Breaker):
    """LibreOffice: portions of one script, Chinese marks by set, Latin by the pair table."""

    @property
    def no_start(self) -> frozenset[str]:
        """Give the marks that may not begin a line."""
        return _WRITER_START if self.target.keeps_pairs else _PLAIN_START

    @property
    def no_end(self) -> frozenset[str]:
        """Give the marks that may not end a line."""
        return _WRITER_END if self.target.keeps_pairs else _PLAIN_END

    def extras(self, tracking: float, gap: float) -> list[float]:
        text = self.text
        self.portions = latin_portions(text)
        extras = [tracking] * len(text)
        extras[0] = 0.0
        # Neither tracking nor kerning crosses a portion's edge; the gap stands only between letters.
        for start, stop in self.portions:
            for edge in (start, stop):
                if 0 < edge < len(text):
                    extras[edge] = gap if text[edge - 1].isalnum() and text[edge].isalnum() else 0.0
        for edge in self.edges:
            extras[edge] = max(extras[edge], 0.0)
        self.starts = [start for start, _ in self.portions]
        return extras

    def lead(self, start: int) -> float:
        return self.before[start]

    def last_allowed(self, cut: int, start: int) -> int:
        # If the place found lies before the portion of the cut, the portion before is laid out again
        # with its own last character as the cut.
        while True:
            portion = max(self._portion_start(cut), start)
            stop = self._step_back(cut, start)
            if stop >= portion or portion <= start or stop <= start:
                return stop
            cut = portion - 1

    def _portion_start(self, position: int) -> int:
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return 0
        start, stop = self.portions[index]
        return start if position < stop else stop

    def _is_latin(self, position: int) -> bool:
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.portions[index][1]

    def _step_back(self, cut: int, start: int) -> int:
        text = self.text
        stop = cut
        if self._latin_rules(cut):
            while stop > start and not may_break(text, stop):
                stop -= 1
            return stop
        while stop > start and (
            text[stop] in self.no_start or text[stop - 1] in self.no_end or self.parts_pair(stop)
        ):
            stop -= 1
        return stop

    def _latin_rules(self, cut: int) -> bool:
        """Tell whose rules hold: the last letter or digit up to the cut decides."""
        position = cut
        while position > 0 and not self.text[position].isalnum():
            position -= 1
        return self._is_latin(position)


class _Word(_Breaker):
    """Word-like programs: tracking after every character, sets as written into the file."""

    def extras(self, tracking: float, gap: float) -> list[float]:
        del gap  # the targets at hand write autoSpaceDE and autoSpaceDN as 0
        return [tracking] * len(self.text)

    def lead(self, start: int) -> float:
        del start
        return 0.0  # the tracking after a line's last character counts, so there is one for each

    def last_allowed(self, cut: int, start: int) -> int:
        stop = cut
        while stop > start and not self._may_end(stop):
            stop -= 1
        return stop

    def _may_end(self, position: int) -> bool:
        text, target = self.text, self.target
        before, after = text[position - 1], text[position]
        if after in target.no_start or before in target.no_end or self.parts_pair(position):
            return False
        if is_western(before) and is_western(after):
            return before in " -"
        if after == "—" and is_latin_letter(before):
            return False  # 2019—2020 stays whole …
        if before == "—" and is_latin_letter(after):
            # … unless an opening mark stands before its first number
            first = position - 2
            while first >= 0 and is_latin_letter(text[first]):
                first -= 1
            return first == position - 2 or (first >= 0 and text[first] in target.no_end)
        return True


# What LibreOffice lets begin a line but the standard does not (—— …… ％ ℃) is kept back all the same.
_WRITER_START = frozenset(WRITER_NO_START) | frozenset(NO_START)
_WRITER_END = frozenset(WRITER_NO_END) | frozenset(NO_END)
_PLAIN_START, _PLAIN_END = _WRITER_START - set(_PAIRS), _WRITER_END - set(_PAIRS)
