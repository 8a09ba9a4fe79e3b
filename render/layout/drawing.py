"""Drawing: a settled chart as lines, areas and words at their places.

Black, white and hatches only: what is told apart by them stays so in print and on a copier. The order
is that of reading: unit and key, then each name with its numbers, the axis last; what is painted
below comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, floor, pi, sin

from ..blocks import Chart, Plot, Run
from ..pages import Item, Path
from .axis import Axis
from .charts import BETWEEN, OFF, TEXT, key_rows, leading_of, swatch_of, tick_text, unit_text
from .setting import ASCENT, Setter, text_runs

DASHES: dict[str, tuple[float, ...]] = {
    "disc": (),
    "square": (4, 3),
    "triangle": (1, 1),
    "diamond": (4, 3, 1, 3),
    "cross": (8, 3),
    "plus": (8, 3, 1, 3),
}
"""Of the line whose points bear a mark, in widths of the line."""

_OUTLINE = 0.5
_HATCH = 0.4  # thickness of its lines
_HATCHED = 3.6  # between them
_DARK = "595959"
_GRID, _GRID_COLOR = 0.25, "A6A6A6"
_ZERO = 0.75  # the line bars stand on
_COURSE = 1.0  # thickness of a line over years
_MARK = 2.4  # from the middle of a mark to its edge
_SWATCH_HEIGHT = 8.0

_Point = tuple[float, float]


def draw_chart(chart: Chart, setter: Setter, x: float, y: float, element: int) -> list[Item]:
    """Draw a chart with its upper left corner at a place.

    Raises:
        ValueError: The chart is not settled.
    """
    if chart.plot is None:
        raise ValueError(f"chart {chart.alternative[:20]!r} is not settled")
    return _Drawing(chart, chart.plot, setter, (x, y), element).items()


class _Drawing:
    """One chart being drawn."""

    def __init__(self, chart: Chart, plot: Plot, setter: Setter, corner: _Point, element: int) -> None:
        self.chart, self.plot, self.setter, self.element = chart, plot, setter, element
        self.style = setter.template.styles[TEXT]
        self.leading = leading_of(self.style)
        self.axis = Axis(plot.least, plot.most, plot.step)
        self.x, self.y = corner
        self.left, self.top = corner[0] + plot.x, corner[1] + plot.y
        self.right, self.foot = self.left + plot.width, self.top + plot.height
        along = plot.height if chart.kind == "bars" else plot.width
        self.band = along / len(chart.categories)
        self.bar = self.band / (len(chart.series) + plot.gap)

    def items(self) -> list[Item]:
        """Give everything in the order it is painted and read."""
        shapes = self.lines if self.chart.kind == "lines" else self.bars
        return [*self.grid(), *shapes(), *self.zero(), *self.head(), *self.lettering(), *self.ticks()]

    # Places

    def along(self, share: float) -> float:
        """Turn a share of the axis into a place across or down the page."""
        if self.chart.kind == "bars":
            return self.left + share * self.plot.width
        return self.foot - share * self.plot.height

    def middle(self, category: int) -> float:
        """Give the middle of a category's band."""
        return (self.top if self.chart.kind == "bars" else self.left) + (category + 0.5) * self.band

    def bar_start(self, category: int, number: int) -> float:
        """Give the upper or left edge of a bar."""
        return self.middle(category) + (number - len(self.chart.series) / 2) * self.bar

    # Shapes

    def grid(self) -> Iterator[Path]:
        """Draw the lines at the steps of the axis."""
        lines = []
        for tick in self.axis.ticks():
            at = self.along(self.axis.share(tick))
            if self.chart.kind == "bars":
                lines.append(((at, self.top), (at, self.foot)))
            else:
                lines.append(((self.left, at), (self.right, at)))
        yield Path(tuple(lines), self.element, _GRID, color=_GRID_COLOR)

    def zero(self) -> Iterator[Path]:
        """Draw the line that bars stand on, or the foot of the field where zero is not on the axis."""
        base = self.along(min(1.0, max(0.0, self.axis.share(self.axis.least * 0))))
        ends = (
            ((base, self.top), (base, self.foot))
            if self.chart.kind == "bars"
            else ((self.left, base), (self.right, base))
        )
        yield Path((ends,), self.element, _ZERO)

    def bars(self) -> Iterator[Path]:
        """Draw the bars; none for a zero or for nothing."""
        base = self.along(min(1.0, max(0.0, self.axis.share(self.axis.least * 0))))
        for number, (one, look) in enumerate(zip(self.chart.series, self.chart.looks, strict=True)):
            for category, value in enumerate(one.values):
                if not value:
                    continue
                end, start = self.along(self.axis.share(value)), self.bar_start(category, number)
                near, far = min(base, end), max(base, end)
                box = (near, start, far, start + self.bar)
                if self.chart.kind != "bars":
                    box = (start, near, start + self.bar, far)
                yield from self.filled(box, look)

    def filled(self, box: tuple[float, float, float, float], look: str) -> Iterator[Path]:
        """Draw a box in one of the fills."""
        x0, y0, x1, y1 = box
        corners = (((x0, y0), (x1, y0), (x1, y1), (x0, y1)),)
        if look == "dark":
            yield Path(corners, self.element, _OUTLINE, fill=_DARK, closed=True)
            return
        yield Path(corners, self.element, fill="FFFFFF", closed=True)
        hatch = tuple(_hatch(box, look))
        if hatch:
            yield Path(hatch, self.element, _HATCH)
        yield Path(corners, self.element, _OUTLINE, closed=True)

    def lines(self) -> Iterator[Path]:
        """Draw the lines, parted where a number is missing, and the marks at their points."""
        for one, look in zip(self.chart.series, self.chart.looks, strict=True):
            parts: list[list[_Point]] = [[]]
            for category, value in enumerate(one.values):
                if value is None:
                    parts.append([])
                else:
                    parts[-1].append((self.middle(category), self.along(self.axis.share(value))))
            courses = tuple(tuple(part) for part in parts if len(part) > 1)
            dash = tuple(length * _COURSE for length in DASHES[look])
            if courses:
                yield Path(courses, self.element, _COURSE, dash=dash)
            yield from self.marks([point for part in parts for point in part], look)

    def marks(self, points: list[_Point], look: str) -> Iterator[Path]:
        """Draw the marks of a line."""
        shapes = tuple(shape for point in points for shape in _mark(point, look))
        if not shapes:
            return
        if look in ("cross", "plus"):
            yield Path(shapes, self.element, _COURSE)
        else:
            yield Path(shapes, self.element, fill="000000", closed=True)

    # Words

    def head(self) -> Iterator[Item]:
        """Set the unit at the upper left, and the key."""
        if self.chart.unit:
            left, top = self.plot.unit
            x, y = self.x + left, self.y + top + self.leading / 2
            yield from self.word(unit_text(self.chart), x, y, "left")
        if self.plot.key is None:
            return
        left, top, width, _ = self.plot.key
        names = [self.wide(one.name) for one in self.chart.series]
        entries = iter(zip(self.chart.series, self.chart.looks, strict=True))
        swatch = swatch_of(self.chart)
        y = self.y + top + self.leading / 2
        for row in key_rows(self.chart, names, width + 1e-6):
            x = self.x + left
            for entry in row:
                one, look = next(entries)
                yield from self.swatch(x, y, swatch, look)
                yield from self.word(one.name, x + swatch + OFF, y, "left")
                x += entry + BETWEEN
            y += self.leading

    def swatch(self, x: float, y: float, width: float, look: str) -> Iterator[Path]:
        """Draw what stands before a name of the key."""
        if self.chart.kind == "lines":
            dash = tuple(length * _COURSE for length in DASHES[look])
            yield Path((((x, y), (x + width, y)),), self.element, _COURSE, dash=dash)
            yield from self.marks([(x + width / 2, y)], look)
        else:
            half = _SWATCH_HEIGHT / 2
            yield from self.filled((x, y - half, x + width, y + half), look)

    def lettering(self) -> Iterator[Item]:
        """Set each category's name, and its numbers."""
        for category, lines in enumerate(self.plot.names):
            middle = self.middle(category)
            if self.chart.kind == "bars":
                y = middle - (len(lines) - 1) * self.leading / 2
                places = [(self.left - OFF, y + n * self.leading, "right") for n in range(len(lines))]
            else:
                y = self.foot + OFF + self.leading / 2
                places = [(middle, y + n * self.leading, "center") for n in range(len(lines))]
            for line, (x, y, align) in zip(lines, places, strict=True):
                yield from self.word(line, x, y, align)
            for number in range(len(self.chart.series)):
                yield from self.number(category, number)

    def number(self, category: int, number: int) -> Iterator[Item]:
        """Set one number beyond its bar or beside its point."""
        one, where = self.chart.series[number], self.plot.numbers[number][category]
        value, text = one.values[category], self.chart.texts[number][category]
        if value is None or not where:
            return
        figure = one.figures[category] if one.figures else None
        end = self.along(self.axis.share(value))
        away = self.leading / 2 + 1.5
        if self.chart.kind == "bars":
            y = self.bar_start(category, number) + self.bar / 2
            side = "right" if value < 0 else "left"
            yield from self.word(text, end + (-OFF if value < 0 else OFF), y, side, figure)
        elif where == "beyond":
            x = self.bar_start(category, number) + self.bar / 2
            yield from self.word(text, x, end + (away if value < 0 else -away), "center", figure)
        else:
            away += _MARK
            x, y = self.middle(category), end + (away if where == "below" else -away)
            wide, high = self.wide(text) / 2 + 1, self.style.size * 0.45
            ground = ((x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high))
            yield Path((ground,), self.element, fill="FFFFFF", closed=True)  # no line runs through it
            yield from self.word(text, x, y, "center", figure)

    def ticks(self) -> Iterator[Item]:
        """Set the numbers of the axis."""
        for tick in self.axis.ticks():
            at = self.along(self.axis.share(tick))
            if self.chart.kind == "bars":
                yield from self.word(tick_text(tick), at, self.foot + OFF + self.leading / 2, "center")
            else:
                yield from self.word(tick_text(tick), self.left - OFF, at, "right")

    def wide(self, text: str) -> float:
        """Measure a word."""
        return self.setter.set_runs((Run(text, self.chart.source),), self.style).width

    def word(
        self, text: str, x: float, middle: float, align: str, figure: str | None = None
    ) -> Iterator[Item]:
        """Set a word beside, before or around a place, its height centred on `middle`."""
        if not text:
            return
        run = Run(text, self.chart.source, figure=figure)
        letters = self.setter.set_runs((run,), self.style)
        x -= letters.width * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        baseline = middle + (ASCENT - 0.5) * self.style.size
        segments = self.setter.segments(letters, ((0, self.element),))
        yield from text_runs(letters, segments, (0, len(text)), x, baseline, letters.advances)


def _hatch(box: tuple[float, float, float, float], look: str) -> Iterator[tuple[_Point, _Point]]:
    """Yield the lines of a hatch, cut off at the box; they go on from box to box."""
    x0, y0, x1, y1 = box
    if look == "across":
        yield from (((x0, y), (x1, y)) for y in _steps(y0, y1, _HATCHED))
    if look == "upright":
        yield from (((x, y0), (x, y1)) for x in _steps(x0, x1, _HATCHED))
    slant = _HATCHED * 2**0.5
    if look in ("rising", "lattice"):
        for c in _steps(x0 + y0, x1 + y1, slant):
            yield (max(x0, c - y1), min(y1, c - x0)), (min(x1, c - y0), max(y0, c - x1))
    if look == "lattice":
        for c in _steps(y0 - x1, y1 - x0, slant):
            yield (max(x0, y0 - c), max(y0, c + x0)), (min(x1, y1 - c), min(y1, c + x1))


def _steps(start: float, stop: float, step: float) -> list[float]:
    """List the multiples of a step between two numbers."""
    return [n * step for n in range(floor(start / step) + 1, ceil(stop / step))]


def _mark(point: _Point, look: str) -> Iterator[tuple[_Point, ...]]:
    """Yield the outline of a mark, or the two strokes of one that has none."""
    x, y = point
    r = _MARK
    if look == "disc":
        yield tuple((x + r * cos(n * pi / 8), y + r * sin(n * pi / 8)) for n in range(16))
    elif look == "square":
        yield (x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)
    elif look == "diamond":
        yield (x, y - 1.3 * r), (x + 1.3 * r, y), (x, y + 1.3 * r), (x - 1.3 * r, y)
    elif look == "triangle":
        yield (x, y - 1.2 * r), (x + 1.1 * r, y + 0.8 * r), (x - 1.1 * r, y + 0.8 * r)
    elif look == "cross":
        yield (x - r, y - r), (x + r, y + r)
        yield (x - r, y + r), (x + r, y - r)
    else:
        yield (x - 1.3 * r, y), (x + 1.3 * r, y)
        yield (x, y - 1.3 * r), (x, y + 1.3 * r)
