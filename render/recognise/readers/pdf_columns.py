"""Columns of a PDF page: a gazette sets its text in two or three, read one after the other.

Columns part at gutters that nothing crosses over some height of the page, with full lines on every side of
them; a table or a list with a gap in it has none such.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from .pdf_edges import FOLIO
from .pdf_lines import Character, TextLine, groups_of, lines_of

MOST = 3  # columns
LEAST_LINES = 6  # of each column, on the first page that has them
LEAST_AFTER = 2  # on a page after such a page, where a text ends and its columns are made even
LEAST_HEIGHT = 0.15  # of the page, over which nothing crosses the gutters
MOST_ACROSS = 90  # characters that stand in a gutter, in titles and lines above and below
LEAST_CHARACTERS = 7  # of a full line
FULL = 0.25  # of a column's lines reach its right edge
SPACED = 0.4  # of a column's lines may have a wide gap
APART = 2.5  # of the size: room below a running head
ASIDE = 0.06  # of the width of the text: how far a gutter may be from its even place
_STEP = 2.0  # points
_CLOSERS, _OPENERS = "，。、；：！？）》〉”’】〕", "（《〈“‘【〔"


@dataclass(slots=True)
class Columns:
    """Puts the characters of one page after another into lines, column by column."""

    _seen: set[int] = field(default_factory=set)  # counts of columns that pages before were set in

    def lines(self, characters: Sequence[Character], width: float, height: float) -> list[TextLine]:
        """Put the characters of a page into lines.

        The lines of other columns are moved over the first one, so that all have the same edges.
        """
        for count in range(MOST, 1, -1):
            found = self._in_columns(characters, width, height, count)
            if found:
                self._seen.add(count)
                return found
        return lines_of(characters)

    def _in_columns(
        self, characters: Sequence[Character], width: float, height: float, count: int
    ) -> list[TextLine]:
        """Read a page of so many columns; empty when it has not."""
        least = LEAST_AFTER if count in self._seen else LEAST_LINES
        if len(characters) < LEAST_CHARACTERS * count * least:
            return []
        gutters = _gutters(characters, width, count)
        if not gutters:
            return []
        above, body, below = _parted(groups_of(characters), gutters)
        while body and _is_folio(body[-1]):
            below.insert(0, body.pop())
        sides = [0.0, *(middle for middle, _ in gutters), width]
        while body and not any(c[2] <= sides[1] for c in body[0]):
            above.append(body.pop(0))  # a title above them all that is too short to cross a gutter
        while len(body) > 1 and _middle(body[0]) - _middle(body[1]) > APART * body[0][0][5]:
            above.append(body.pop(0))  # a running head
        within = [c for group in body for c in group]
        tall = max((c[4] for c in within), default=0.0) - min((c[3] for c in within), default=0.0)
        if tall < (LEAST_HEIGHT if least == LEAST_LINES else 0.03) * height:
            return []
        parts = [[c for c in within if a < (c[1] + c[2]) / 2 <= b] for a, b in itertools.pairwise(sides)]
        columns = [lines_of(part) for part in parts]
        if not all(_is_text(lines, least) for lines in columns[:-1]) or not columns[-1]:
            return []
        if least == LEAST_LINES and not _is_text(columns[-1], least // 2):
            return []
        first = min(line.left for line in columns[0])
        moved: list[TextLine] = []
        for lines in columns:
            shift = min(line.left for line in lines) - first
            moved += [
                replace(line, left=line.left - shift, right=line.right - shift, beside=count)
                for line in lines
            ]
        return [*_lines(above), *moved, *_lines(below)]


def _is_folio(group: Sequence[Character]) -> bool:
    return FOLIO.fullmatch("".join(c[0] for c in sorted(group, key=lambda c: c[1])).strip()) is not None


def _middle(group: Sequence[Character]) -> float:
    return median((c[3] + c[4]) / 2 for c in group)


def _ink(character: Character) -> tuple[float, float]:
    """Give the edges of what is seen: marks fill half their room, and hang out of a column with the other."""
    char, left, right, *_ = character
    if char in _CLOSERS:
        return left, (left + right) / 2
    return ((left + right) / 2, right) if char in _OPENERS else (left, right)


def _lines(groups: Sequence[Sequence[Character]]) -> list[TextLine]:
    return lines_of([c for group in groups for c in group])


def _gutters(characters: Sequence[Character], width: float, count: int) -> list[tuple[float, float]]:
    """Find the emptiest upright stripe near each even place, as its middle and half its width."""
    shown = [c for c in characters if c[0].strip()]
    if not shown:
        return []
    edges = sorted(c[1] for c in shown), sorted(c[2] for c in shown)
    first, last = edges[0][len(shown) // 100], edges[1][-1 - len(shown) // 100]
    size = median(c[5] for c in shown)
    found = []
    for number in range(1, count):
        even = first + number * (last - first) / count
        gutter = _emptiest(shown, even - ASIDE * width, even + ASIDE * width, size)
        if gutter is None:
            return []
        found.append(gutter)
    return found


def _emptiest(
    characters: Sequence[Character], first: float, last: float, size: float
) -> tuple[float, float] | None:
    """Find the stripe between two places that the fewest characters cross; None when most lines do."""
    counts = [0] * (int((last - first) / _STEP) + 1)
    for character in characters:
        left, right = _ink(character)
        if right > first and left < last:
            start, stop = int((max(left, first) - first) / _STEP), int((min(right, last) - first) / _STEP)
            for at in range(start, stop + 1):
                counts[at] += 1
    span = max(2, int(0.8 * size / _STEP))
    sums = [sum(counts[at : at + span]) for at in range(len(counts) - span + 1)]
    least = min(sums, default=0)
    if not sums or least > MOST_ACROSS:
        return None
    places = [at for at, value in enumerate(sums) if value == least]
    at = places[len(places) // 2]
    return first + (at + span / 2) * _STEP, span * _STEP / 2


def _parted(
    groups: Sequence[list[Character]], gutters: Sequence[tuple[float, float]]
) -> tuple[list[list[Character]], list[list[Character]], list[list[Character]]]:
    """Part what stands at one height each into the tallest run that crosses no gutter."""

    def crosses(group: Sequence[Character]) -> bool:
        edges = [_ink(c) for c in group if c[0].strip()]
        return any(
            left < middle + half and right > middle - half
            for middle, half in gutters
            for left, right in edges
        )

    across = [-1, *(at for at, group in enumerate(groups) if crosses(group)), len(groups)]
    first, last = max(itertools.pairwise(across), key=lambda pair: pair[1] - pair[0])
    return list(groups[: first + 1]), list(groups[first + 1 : last]), list(groups[last:])


def _is_text(lines: Sequence[TextLine], least: int) -> bool:
    """Tell whether lines are those of a column of text: sentences that reach its right edge and go on."""
    if len(lines) < least:
        return False
    edge = sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]
    full = sum(line.right > edge - 1.5 * line.size and len(line.text) > LEAST_CHARACTERS for line in lines)
    sentences = sum("，" in line.text or "。" in line.text for line in lines)
    spaced = sum(bool(line.starts) for line in lines)
    enough = 2 if least > LEAST_AFTER else 0
    return full >= FULL * len(lines) and sentences >= enough and spaced <= SPACED * len(lines)
