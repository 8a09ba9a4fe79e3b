"""Setting: the type of a paragraph, character by character, and its placing on a line.

Widths come from the faces once and are looked up in plain dictionaries. A justified line gives its
slack to the boundaries of Han and Latin first, up to a quarter em each, then to all gaps alike, but
never inside —— or …… (CLREQ, Chinese justification).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from ..blocks import Run
from ..diagnostics import Source
from ..fonts import ROLES, FontBook
from ..noun import Noun
from ..pages import TextRun
from ..pattern import pattern
from ..scripts import astray, is_ideograph, is_latin_letter, latin_portions
from ..template import Style, Template

ASCENT = 0.86
"""From the top of the em box to the baseline, in em: where the vendored faces put their Han ink."""

_PAIR = pattern("——|……")
_GAP = 0.25  # em; the most a Han–Latin boundary takes of the slack (CLREQ)


class Type(Noun, frozen=True):
    """What a stretch of characters is set in."""

    role: str  # face role
    size: float
    color: str
    bold: bool


class SetText(Noun, frozen=True):
    """The characters of a paragraph with their widths and the stretches they are set in."""

    text: str
    advances: tuple[float, ...]  # natural widths in points
    stretches: tuple[tuple[int, int, Type, int], ...]  # start, stop, type, index of the run
    runs: tuple[Run, ...]
    figures: tuple[tuple[int, int, str], ...]

    @property
    def width(self) -> float:
        """Natural width of all characters on one line, without tracking."""
        return sum(self.advances)


class Segment(Noun, frozen=True):
    """Characters of a paragraph that one text run can hold, were they on one line."""

    start: int
    stop: int
    face: str
    type: Type
    element: int
    source: Source


class Setter:
    """Sets text for one template with one font book."""

    def __init__(self, template: Template, book: FontBook) -> None:
        self.template = template
        self.book = book
        self._types: dict[tuple[str | None, str], Type] = {}
        self._turned: Setter | None = None

    def on(self, *, landscape: bool) -> Setter:
        """Give the setter for upright sheets, or the one for sheets set landscape."""
        if not landscape:
            return self
        if self._turned is None:
            self._turned = Setter(self.template.turned(), self.book)
        return self._turned

    def set_runs(self, runs: Sequence[Run], style: Style) -> SetText:
        """Measure the runs of a paragraph."""
        advances: list[float] = []
        stretches: list[tuple[int, int, Type, int]] = []
        figures: list[tuple[int, int, str]] = []
        last: Type | None = None
        offset = 0
        for index, run in enumerate(runs):
            kind = self._type(run, style)
            stop = offset + len(run.text)
            if kind is last:
                start, _, _, first = stretches.pop()
                stretches.append((start, stop, kind, first))
            else:
                stretches.append((offset, stop, kind, index))
                width, last = self.book.widths(kind.role, kind.size).__getitem__, kind
            advances += map(width, run.text)
            if run.figure is not None:
                figures.append((offset, stop, run.figure))
            offset = stop
        text = "".join([run.text for run in runs])
        return SetText(text, tuple(advances), tuple(stretches), tuple(runs), tuple(figures))

    def _type(self, run: Run, style: Style) -> Type:
        key = (run.style, style.name)
        if key not in self._types:
            self._types[key] = self._new_type(run.style or "", style)
        return self._types[key]

    def _new_type(self, name: str, style: Style) -> Type:
        if name in self.template.styles:  # a run-in heading looks like its level
            heading = self.template.styles[name]
            return Type(heading.face, style.size, style.color, heading.bold)
        if name in self.template.characters:
            part = self.template.characters[name]
            return Type(part.face or style.face, style.size, style.color, style.bold or part.bold)
        return Type(style.face, style.size, style.color, style.bold)

    def tracking(self, style: Style) -> float:
        """Give the tracking a style is drawn with: what puts its characters on the grid's cells.

        The DOCX can only state whole twips; a page can hit the cell exactly.
        """
        return self.template.cell - style.size if style.tracking else 0.0

    def edges(self, text: str) -> list[int]:
        """List the offsets where the DOCX begins another run to name the right face."""
        if self.book.plain is self.book:
            return []
        return [at for stray in astray(text) for at in stray]

    def segments(self, set_text: SetText, elements: Sequence[tuple[int, int]]) -> list[Segment]:
        """Cut a paragraph where its face, its type or its structure element changes.

        Args:
            set_text: The paragraph.
            elements: (first character, element) pairs in order: who each character belongs to.
        """
        segments: list[Segment] = []
        marks = [*elements, (len(set_text.text), -1)]
        for a, b, kind, run in set_text.stretches:
            for (first, element), (after, _) in pairwise(marks):
                start, stop = max(a, first), min(b, after)
                if start < stop:
                    source = set_text.runs[run].source
                    faces = self._faces(set_text.text, start, stop, kind.role)
                    segments += [Segment(f, t, name, kind, element, source) for f, t, name in faces]
        return segments

    def _faces(self, text: str, start: int, stop: int, role: str) -> list[tuple[int, int, str]]:
        """Cut a stretch at the characters that another face of the chain draws."""
        primary = self.book.primary(role).name
        fallbacks = self.book.measure(role).fallbacks
        if not fallbacks or fallbacks.keys().isdisjoint(text[start:stop]):
            return [(start, stop, primary)]
        cuts: list[tuple[int, int, str]] = []
        for position in range(start, stop):
            name = fallbacks.get(text[position], primary)
            if cuts and cuts[-1][2] == name:
                cuts[-1] = (cuts[-1][0], position + 1, name)
            else:
                cuts.append((position, position + 1, name))
        return cuts

    def missing(self, runs: Sequence[Run]) -> list[tuple[str, Source]]:
        """List the characters of runs that no face has, with their places."""
        lost: set[str] = set()
        for role in ROLES:
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
    if last < 1:
        return list(advances)
    slack = room - sum(advances[: last + 1]) - tracking * last
    if slack > 0 and not justify:
        slack = 0.0
    if not slack and not tracking:
        return list(advances)
    seams = _han_latin_seams(text[: last + 1]) if slack > 0 else []
    share = min(slack / len(seams), _GAP * size) if seams else 0.0
    slack -= share * len(seams)
    if slack and _PAIR.search(text):
        gaps = [k for k in range(last) if not (text[k] in "—…" and text[k + 1] == text[k])]
        final = [width + tracking for width in advances]
        for gap in gaps:
            final[gap] += slack / len(gaps)
        final[last] -= tracking
    else:
        step = tracking + slack / last
        final = [width + step for width in advances[:last]]
        final += advances[last:]
    for seam in seams:
        final[seam] += share
    return final


def text_runs(
    set_text: SetText,
    segments: Sequence[Segment],
    line: tuple[int, int],
    x: float,
    baseline: float,
    advances: Sequence[float],
) -> list[TextRun]:
    """Turn one line of a paragraph into text runs.

    Args:
        set_text: The paragraph.
        segments: Of the paragraph.
        line: First character, and the one after the last.
        x: Left edge of the first character.
        baseline: Of the line, from the page's top.
        advances: Final advances of the line's characters.
    """
    start, stop = line
    runs: list[TextRun] = []
    for segment in segments:
        if segment.stop <= start or segment.start >= stop:
            continue
        a, b = max(segment.start, start), min(segment.stop, stop)
        own = tuple(advances[a - start : b - start])
        figures = set_text.figures and tuple(
            (max(f, a) - a, min(t, b) - a, key) for f, t, key in set_text.figures if f < b and t > a
        )
        runs.append(
            TextRun(
                set_text.text[a:b],
                segment.face,
                segment.type.size,
                x,
                baseline,
                own,
                segment.element,
                segment.source,
                figures,
                segment.type.color,
                segment.type.bold,
            )
        )
        x += sum(own)
    return runs


def _han_latin_seams(text: str) -> list[int]:
    """List the characters after which Han meets a Latin letter or digit."""
    seams = []
    for start, stop in latin_portions(text):
        if start and is_ideograph(text[start - 1]) and is_latin_letter(text[start]):
            seams.append(start - 1)
        if stop < len(text) and is_latin_letter(text[stop - 1]) and is_ideograph(text[stop]):
            seams.append(stop - 1)
    return seams
