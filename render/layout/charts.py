"""Charts: their size in rows, their axis, and where names and numbers stand.

Everything is settled here, in points, because a word processor draws the chart anew from the same
numbers: the field of bars and lines, the range of the axis, the lines of each name. Long names are
broken. Columns whose names or numbers have no room standing are laid down as bars, which have it.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil

from ..blocks import Chart, Plot, Run
from ..diagnostics import Diagnostic
from ..noun import replace
from ..scripts import latin_portions
from ..target import Target
from ..template import Style
from .axis import Axis, axis_of
from .lines import break_lines
from .setting import Setter

TEXT = "chart-text"
"""The style that everything in a chart is set in."""

SWATCH, SWATCH_OF_LINES = 18.0, 36.0  # width of what stands before a name of the key
BETWEEN = 14.0  # between two entries of the key
OFF = 4.0  # between a bar and its number, a name and the axis, a swatch and its name

_NAMES_MOST = 0.42  # of the measure that names of bars may take
_NAME_LINES = 3  # that a name below a column may take
_KEY_SLACK = 6.0  # what LibreOffice 7.4 takes more for an entry of a key of lines; else it shrinks the chart
ABOVE = 5.0  # so that a chart does not touch the title of the one above it
_BAR = 13.0  # thickness of a lying bar that stands alone, at best
_TWIN = 12.0  # thickness of lying bars side by side, for their numbers to have room
_COLUMN = 34.0  # width of a column at most
_POINT = 110.0  # between two points of a line at most
_CLOSE = 1.15  # leading of names of one line that stand as close as can be, in sizes
_GAP = 0.8  # between groups of bars, in bars
_STANDING_ROWS = 9  # of columns and lines, upright; landscape a side holds two thirds of the rows
_SEAM = 0.25  # em
_SAFE = 2.0  # left of its rows, so that a word processor needs no more
_UNEVEN = 1000  # times the smallest number; beyond it a bar cannot be seen


def settle_chart(chart: Chart, setter: Setter, target: Target) -> tuple[Chart, list[Diagnostic]]:
    """Decide a chart's size, axis and lettering.

    Args:
        chart: As composed.
        setter: For measuring.
        target: Whose rules break the lines of names.

    Returns:
        The chart with `width`, `height`, `rows` and `plot` filled in, and what is wrong with it.
    """
    desk = _Desk(chart, setter, target)
    found = [Diagnostic("layout.chart_uneven", chart.source)] if _is_uneven(desk.numbers) else []
    if chart.kind == "columns" and not desk.stands():
        desk = _Desk(replace(chart, kind="bars"), setter, target)
    if desk.chart.kind != "bars":
        return desk.standing(), found
    settled, most = desk.lying()
    if most is not None:
        values = {"categories": len(chart.categories), "most": most}
        found.append(Diagnostic("layout.chart_too_long", chart.source, values))
    return settled, found


def _is_uneven(numbers: list[Decimal]) -> bool:
    sizes = [abs(number) for number in numbers if number]
    return bool(sizes) and max(sizes) > _UNEVEN * min(sizes)


class _Desk:
    """One chart being settled, with what all decisions ask for."""

    def __init__(self, chart: Chart, setter: Setter, target: Target) -> None:
        self.chart = chart
        self.setter = setter
        # Names stand alone: no gap is counted in them, and no mark hangs out.
        self.target = replace(target, gap=0.0, hanging="")
        template = setter.template
        self.style = template.styles[TEXT]
        self.leading = leading_of(self.style)
        self.measure = template.measure
        self.pitch = min(geometry.pitch for geometry in template.geometries.values())
        self.numbers = [v for one in chart.series for v in one.values if v is not None]
        self.widest = max((self.width(text) for texts in chart.texts for text in texts), default=0.0)

    def width(self, text: str) -> float:
        """Measure a word of the chart."""
        return self.setter.set_runs((Run(text, self.chart.source),), self.style).width

    def wide(self, text: str) -> float:
        """Measure a name with the gaps that programs put between Han and Latin."""
        portions = latin_portions(text)
        seams = sum((start > 0) + (stop < len(text)) for start, stop in portions)
        return self.width(text) + _SEAM * self.style.size * seams

    def lines(self, name: str, measure: float) -> tuple[str, ...]:
        """Break a name into lines."""
        text = self.setter.set_runs((Run(name, self.chart.source),), self.style)
        broken = break_lines(text.text, text.advances, measure, self.target, size=self.style.size)
        return tuple(name[start:stop].strip() for start, stop in broken)

    def key(self) -> tuple[float, float]:
        """Measure the key (图例), in rows that the measure holds; nothing for a single series."""
        if len(self.chart.series) < 2:
            return 0.0, 0.0
        rows = key_rows(self.chart, [self.width(one.name) for one in self.chart.series], self.measure)
        return max(sum(row) + BETWEEN * (len(row) - 1) for row in rows), len(rows) * self.leading

    def head(self, left: float, right: float) -> tuple[float, tuple[float, float, float, float] | None]:
        """Place unit and key above the field: on one line where both fit, else the key below the unit.

        Args:
            left: Where the unit begins.
            right: Where the key ends, if it is not too long.

        Returns:
            Where the field begins, from above, and the box of the key.
        """
        unit = self.width(unit_text(self.chart)) if self.chart.unit else 0.0
        key_width, key_height = self.key()
        foot = ABOVE + self.leading if unit else ABOVE
        # The uppermost number beside a standing chart reaches half its height above the field.
        off = OFF if self.chart.kind == "bars" else OFF + self.leading / 2
        if not key_width:
            return foot + off, None
        slack = _KEY_SLACK * len(self.chart.series) if self.chart.kind == "lines" else 0.0
        start = max(0.0, right - key_width - slack)
        top = ABOVE if left + unit + BETWEEN <= start else foot
        return max(foot, top + key_height) + off, (start, top, key_width, key_height)

    # Columns and lines

    def stands(self) -> bool:
        """Tell whether names and numbers have room with the columns standing."""
        count, bars = len(self.chart.categories), len(self.chart.series)
        band = (self.measure - self.ticks_width(self.axis())) / count
        room = band - OFF if bars == 1 else band / (bars + _GAP) + 2
        if self.widest > room or band - OFF < 2 * self.style.size:
            return False
        return all(len(self.lines(name, band - OFF)) <= _NAME_LINES for name in self.chart.categories)

    def axis(self) -> Axis:
        """Choose the axis before there is a size to make room in."""
        return axis_of(self.numbers, self.chart.decimals, from_zero=self.chart.kind != "lines")

    def ticks_width(self, axis: Axis) -> float:
        """Measure the numbers at the left of a standing chart."""
        return max(self.width(tick_text(tick)) for tick in axis.ticks()) + OFF

    def standing(self) -> Chart:
        """Settle columns or lines."""
        chart, bars = self.chart, len(self.chart.series)
        template = self.setter.template
        is_lines = chart.kind == "lines"
        rows = _STANDING_ROWS if template.upright is None else max(4, template.grid.rows * 2 // 3)
        rows = min(rows, max(2, template.grid.rows - 2))
        height = rows * self.pitch - _SAFE
        axis = self.axis()
        most_band = _POINT if is_lines else _COLUMN * (bars + _GAP)
        for _ in range(3):  # more steps may need wider numbers beside them, and those leave less width
            left = self.ticks_width(axis)
            band = min((self.measure - left) / len(chart.categories), most_band)
            across = band * len(chart.categories)
            margin = (self.measure - left - across) / 2
            top, key = self.head(margin, margin + left + across)
            names = self.names_below(band)
            foot = OFF + self.leading * max(map(len, names))
            field = height - top - foot
            room = (self.leading + OFF) / field
            axis = axis.with_room(self.numbers, room, room)
        plot = Plot(
            margin + left, top, across, field, axis.least, axis.most, axis.step, _GAP, (margin, ABOVE), key,
            names, self.numbers_at_points(axis, field, band) if is_lines else self.beyond(),
        )  # fmt: skip
        return replace(chart, width=self.measure, height=height, rows=rows, plot=plot)

    def names_below(self, band: float) -> tuple[tuple[str, ...], ...]:
        """Break the names below a standing chart; of a line's points only so many are named as fit."""
        names = self.chart.categories
        if self.chart.kind != "lines":
            return tuple(self.lines(name, band - OFF) for name in names)
        every = max(1, ceil((max(map(self.wide, names)) + OFF) / band))
        return tuple((name,) if n % every == 0 else () for n, name in enumerate(names))

    def beyond(self) -> tuple[tuple[str, ...], ...]:
        """Put every number beyond the end of its bar."""
        return tuple(tuple("beyond" if text else "" for text in texts) for texts in self.chart.texts)

    def numbers_at_points(self, axis: Axis, field: float, band: float) -> tuple[tuple[str, ...], ...]:
        """Put the numbers of a line beside its points.

        Of two lines the upper one has them above and the lower one below; of more, none has them, nor
        where they would touch. In a hollow they stand below, if there is room.
        """
        series = self.chart.series
        nothing = tuple(tuple("" for _ in one.values) for one in series)
        if len(series) > 2 or self.widest + OFF > band:
            return nothing
        placed = []
        for number, one in enumerate(series):
            other = series[1 - number].values if len(series) == 2 else ()
            sides = []
            for at, value in enumerate(one.values):
                if value is None:
                    sides.append("")
                    continue
                against = other[at] if other else None
                below = against > value if against is not None else _is_hollow(one.values, at)
                if against is not None and against == value:
                    below = number == 1
                has_room = axis.share(value) * field > self.leading + OFF
                sides.append("below" if below and has_room else "above")
            placed.append(tuple(sides))
        return tuple(placed)

    # Bars

    def lying(self) -> tuple[Chart, int | None]:
        """Settle bars; returns also how many fit on a page at most, where they are too many."""
        chart, bars, count = self.chart, len(self.chart.series), len(self.chart.categories)
        most = _NAMES_MOST * self.measure
        names = tuple(self.lines(name, most) for name in chart.categories)
        column = max((self.wide(line) for name in names for line in name), default=0.0)
        lines = max(map(len, names))
        closest = (lines - 1) * self.leading + _CLOSE * self.style.size
        top, key = self.head(0.0, self.measure)
        foot = self.leading + OFF
        gap = _GAP
        least_band = closest if bars == 1 else max(closest, _TWIN * (bars + gap / 2))
        band = max(lines * self.leading + OFF, (_BAR if bars == 1 else _TWIN) * (bars + gap))
        page = (self.setter.template.grid.rows - 2) * self.pitch - _SAFE
        band = max(least_band, min(band, (page - top - foot) / count))
        rows = ceil((count * band + top + foot + _SAFE) / self.pitch - 1e-6)
        height = rows * self.pitch - _SAFE
        field = height - top - foot
        gap = max(gap / 2, field / count / (_BAR if bars == 1 else _TWIN) - bars)
        axis = self.axis()
        left = column + OFF
        for _ in range(3):
            last = self.width(tick_text(list(axis.ticks())[-1])) / 2
            has_positive = any(number >= 0 for number in self.numbers)
            right = max(self.widest + OFF if has_positive else 0.0, last)
            across = self.measure - left - right
            axis = axis.with_room(self.numbers, (self.widest + 2 * OFF) / across, 0.0)
        plot = Plot(
            left,
            top,
            across,
            field,
            axis.least,
            axis.most,
            axis.step,
            gap,
            (0.0, ABOVE),
            key,
            names,
            self.beyond(),
        )
        settled = replace(chart, width=self.measure, height=height, rows=rows, plot=plot)
        fits = height <= page + 1e-6
        return settled, None if fits else int((page - top - foot) / least_band)


def leading_of(style: Style) -> float:
    """Give the distance between two lines of a chart's lettering."""
    return style.leading or 1.25 * style.size


def unit_text(chart: Chart) -> str:
    """Say what numbers are counted in, as at the head of a table."""
    return f"单位：{chart.unit}"


def tick_text(tick: Decimal) -> str:
    """Print a number of the axis, with a minus sign and not a hyphen."""
    return f"{tick:f}".replace("-", "−")


def swatch_of(chart: Chart) -> float:
    """Give the width of what stands before a name of the key."""
    return SWATCH_OF_LINES if chart.kind == "lines" else SWATCH


def key_rows(chart: Chart, names: list[float], measure: float) -> list[list[float]]:
    """Share the entries of a key out among rows; gives the widths of the entries, row by row."""
    rows: list[list[float]] = [[]]
    for name in names:
        width = swatch_of(chart) + OFF + name
        if rows[-1] and sum(rows[-1]) + BETWEEN * len(rows[-1]) + width > measure:
            rows.append([])
        rows[-1].append(width)
    return rows


def _is_hollow(values: tuple[Decimal | None, ...], at: int) -> bool:
    """Tell whether a line goes down to a point and up again."""
    value, before, after = values[at], values[at - 1] if at else None, next(iter(values[at + 1 :]), None)
    return value is not None and None not in (before, after) and before > value < after  # type: ignore[operator]
