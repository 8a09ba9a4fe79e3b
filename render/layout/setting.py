"""Setting: the type of a paragraph, character by character, and its placing on a line.

Widths come from the faces once and are looked up in plain dictionaries. A justified line gives its
slack to the boundaries of Han and Latin first, up to a quarter em each, then to all gaps alike, but
never inside —— or …… (CLREQ, Chinese justification).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from ..blocks import Run
from ..diagnostics import Source
from ..fonts import FontBook, Measure
from ..pages import TextRun
from ..template import Style, Template
from .scripts import is_ideograph, is_latin_letter, latin_portions

ASCENT = 0.86
"""From the top of the em box to the baseline, in em: where the vendored faces put their Han ink."""

_PAIR = re.compile("——|……")
_GAP = 0.25  # em; the most a Han–Latin boundary takes of the slack (CLREQ)


@dataclass(frozen=True, slots=True)
class Type:
    """What a stretch of characters is set in."""

    role: str  # face role
    size: float
    color: str


class Widths(dict[str, float]):
    """Advances of a role at one size, in points, by character."""

    def __init__(self, measure: Measure, size: float) -> None:
        super().__init__()
        self._measure = measure
        self._size = size

    def __missing__(self, char: str) -> float:
        width = self[char] = self._measure[char] * self._size
        return width


@dataclass(frozen=True, slots=True)
class SetText:
    """The characters of a paragraph with their widths and the stretches they are set in."""

    text: str
    advances: list[float]  # natural widths in points
    stretches: tuple[tuple[int, int, Type, int], ...]  # start, stop, type, index of the run
    runs: tuple[Run, ...]
    figures: tuple[tuple[int, int, str], ...]

    @property
    def width(self) -> float:
        """Natural width of all characters on one line, without tracking."""
        return sum(self.advances)


class Setter:
    """Sets text for one template with one font book."""

    def __init__(self, template: Template, book: FontBook) -> None:
        self.template = template
        self.book = book
        self._widths: dict[tuple[str, float], Widths] = {}

    def widths(self, role: str, size: float) -> Widths:
        """Give the advances of a role at a size."""
        key = (role, size)
        if key not in self._widths:
            self._widths[key] = Widths(self.book.measure(role), size)
        return self._widths[key]

    def set_runs(self, runs: Sequence[Run], style: Style) -> SetText:
        """Measure the runs of a paragraph."""
        advances: list[float] = []
        stretches: list[tuple[int, int, Type, int]] = []
        figures: list[tuple[int, int, str]] = []
        offset = 0
        for index, run in enumerate(runs):
            kind = self._type(run, style)
            advances += map(self.widths(kind.role, kind.size).__getitem__, run.text)
            stop = offset + len(run.text)
            if stretches and stretches[-1][2] == kind:
                start, _, _, first = stretches.pop()
                stretches.append((start, stop, kind, first))
            else:
                stretches.append((offset, stop, kind, index))
            if run.figure is not None:
                figures.append((offset, stop, run.figure))
            offset = stop
        text = "".join(run.text for run in runs)
        return SetText(text, advances, tuple(stretches), tuple(runs), tuple(figures))

    def _type(self, run: Run, style: Style) -> Type:
        name = run.style or ""
        if name in self.template.styles:  # a run-in heading looks like its level
            return Type(self.template.styles[name].face, style.size, style.color)
        if name in self.template.characters:
            return Type(self.template.characters[name].face or style.face, style.size, style.color)
        return Type(style.face, style.size, style.color)

    def tracking(self, style: Style) -> float:
        """Give the tracking a style is drawn with: what puts its characters on the grid's cells.

        The DOCX can only state whole twips; a page can hit the cell exactly.
        """
        return self.template.cell - style.size if style.tracking else 0.0

    def text_runs(
        self,
        set_text: SetText,
        start: int,
        stop: int,
        x: float,
        baseline: float,
        advances: list[float],
        elements: Sequence[tuple[int, int]],
    ) -> list[TextRun]:
        """Turn characters `start` to `stop` of a paragraph into text runs on one baseline.

        Args:
            set_text: The paragraph.
            start: First character.
            stop: Character after the last.
            x: Left edge of the first character.
            baseline: Of the line, from the page's top.
            advances: Final advances of the characters, `stop - start` of them.
            elements: (first character, element) pairs in order: who each character belongs to.
        """
        fallen = self._fallen(set_text, start, stop)
        cuts = {start, stop}
        cuts.update(a for a, _, _, _ in set_text.stretches if start < a < stop)
        cuts.update(a for a, _ in elements if start < a < stop)
        for position in fallen:
            cuts.update((position, position + 1))
        runs: list[TextRun] = []
        edges = sorted(cuts)
        for a, b in pairwise(edges):
            kind, run_index = next((s[2], s[3]) for s in set_text.stretches if s[0] <= a < s[1])
            face = fallen.get(a) or self.book.primary(kind.role).name
            element = next((e for first, e in reversed(elements) if first <= a), -1)
            own = tuple(advances[a - start : b - start])
            source = set_text.runs[run_index].source
            figures = set_text.figures and tuple(
                (max(f, a) - a, min(t, b) - a, key) for f, t, key in set_text.figures if f < b and t > a
            )
            text = set_text.text[a:b]
            runs.append(
                TextRun(text, face, kind.size, x, baseline, own, element, source, figures, kind.color)
            )
            x += sum(own)
        return runs

    def _fallen(self, set_text: SetText, start: int, stop: int) -> dict[int, str]:
        """Find the characters of a line that another face of the chain draws."""
        fallen: dict[int, str] = {}
        for a, b, kind, _ in set_text.stretches:
            fallbacks = self.book.measure(kind.role).fallbacks
            first, last = max(a, start), min(b, stop)
            if not fallbacks or fallbacks.keys().isdisjoint(set_text.text[first:last]):
                continue
            for position in range(first, last):
                if name := fallbacks.get(set_text.text[position]):
                    fallen[position] = name
        return fallen

    def missing(self, runs: Sequence[Run]) -> list[tuple[str, Source]]:
        """List the characters of runs that no face has, with their places."""
        lost: set[str] = set()
        for role in self.template.faces:
            lost |= self.book.measure(role).missing
        if not lost:
            return []
        return [(char, run.source) for run in runs for char in run.text if char in lost]


def spread(
    text: str,
    advances: Sequence[float],
    tracking: float,
    size: float,
    room: float = inf,
    *,
    justify: bool = False,
) -> list[float]:
    """Give a line's characters their final advances.

    Args:
        text: The characters of the line.
        advances: Their natural widths.
        tracking: Added after each but the last.
        size: Type size, for the limit of a Han–Latin gap.
        room: Width the line may take; a line that is wider is drawn together.
        justify: Whether a narrower line is driven out to it.

    Returns:
        One advance per character. Spaces at the end of a line stand outside the room.
    """
    last = len(text.rstrip(" ")) - 1
    final = [width + tracking for width in advances]
    if last < 0:
        return final
    final[last] -= tracking
    slack = room - sum(final[: last + 1])
    if last == 0 or not (slack < 0 or justify):
        return final
    if slack > 0 and (seams := _han_latin_seams(text[: last + 1])):
        share = min(slack / len(seams), _GAP * size)
        for seam in seams:
            final[seam] += share
        slack -= share * len(seams)
    if _PAIR.search(text):
        gaps = [k for k in range(last) if not (text[k] in "—…" and text[k + 1] == text[k])]
        for gap in gaps:
            final[gap] += slack / len(gaps)
        return final
    share = slack / last
    return [width + share for width in final[:last]] + final[last:]


def _han_latin_seams(text: str) -> list[int]:
    """List the characters after which Han meets a Latin letter or digit."""
    seams = []
    for start, stop in latin_portions(text):
        if start and is_ideograph(text[start - 1]) and is_latin_letter(text[start]):
            seams.append(start - 1)
        if stop < len(text) and is_latin_letter(text[stop - 1]) and is_ideograph(text[stop]):
            seams.append(stop - 1)
    return seams
