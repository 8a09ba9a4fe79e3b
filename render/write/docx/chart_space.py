"""Chart space: a settled chart in DrawingML, which Word and LibreOffice draw (ISO/IEC 29500-1, 21.2).

Field, axis and lettering come settled, so that it looks like the drawing on the page; fills are Word's own
hatches. Names of lying bars run from below in Word, so their axis is turned round. Children come in the
order of the schema.
"""

from __future__ import annotations

from ...blocks import Chart, Plot
from ...content import Series
from ...fonts import LATIN
from ...template import Template
from ...units import to_emu
from .parts import DECLARATION, R
from .text import attribute, escaped

TEXT = "chart-text"
"""The style that everything in a chart is set in."""

SHEET = "Sheet1"
"""Where the numbers stand in the workbook: the name Word itself gives it."""

CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMES_AXIS, _NUMBERS_AXIS = 111_111_111, 222_222_222  # any two numbers; none is negative

_HATCHES = {"across": "narHorz", "rising": "wdUpDiag", "lattice": "openDmnd", "upright": "narVert"}
"""ISO/IEC 29500-1, 20.1.10.50: the presets nearest to the hatches of the page."""

_MARKS = {
    "disc": ("circle", ""),
    "square": ("square", "dash"),
    "triangle": ("triangle", "sysDot"),
    "diamond": ("diamond", "dashDot"),
    "cross": ("x", "lgDash"),
    "plus": ("plus", "lgDashDot"),
}
"""Symbol and dash of the line, by stroke. All are black inside, as LibreOffice draws them in any case."""

_DARK, _GRID_COLOR = "595959", "A6A6A6"
_OUTLINE, _GRID, _ZERO, _COURSE = 0.5, 0.25, 0.75, 1.0  # thickness of lines, as on the page
_WIDEST_GAP = 500  # per cent, ISO/IEC 29500-1, 21.2.3.14
_PLACES = {"beyond": "outEnd", "above": "t", "below": "b"}
_LEVEL = ' rot="0" vert="horz"'
_NO_INSETS = ' lIns="0" tIns="0" rIns="0" bIns="0"'
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_space(chart: Chart, template: Template) -> str:
    """Write the part of a chart.

    Raises:
        ValueError: Layout has not settled the chart.
    """
    if chart.plot is None:
        raise ValueError(f"chart {chart.alternative[:20]!r} has no settled size")
    return _Space(chart, chart.plot, template).part()


def number_format(decimals: int) -> str:
    """Give the format of numbers; a negative one takes a minus sign, not a hyphen."""
    digits = "0." + "0" * decimals if decimals else "0"
    return f'{digits};"−"{digits}'


def names_of(chart: Chart) -> list[str]:
    """List the names of the categories, broken where they are on the page.

    Programs break a long name where they like, or not at all and shrink the chart for it.
    """
    lines = chart.plot.names if chart.plot else [()] * len(chart.categories)
    return ["\n".join(own) or name for own, name in zip(lines, chart.categories, strict=True)]


class _Space:
    """One chart being written."""

    def __init__(self, chart: Chart, plot: Plot, template: Template) -> None:
        self.chart, self.plot = chart, plot
        style = template.styles[TEXT]
        family = attribute(template.faces[style.face])
        latin = attribute(template.faces.get(LATIN, template.faces[style.face]))
        self.letters = (
            f' sz="{round(style.size * 100)}" b="{style.bold:d}">{_solid(style.color)}'
            f'<a:latin typeface="{latin}"/><a:ea typeface="{family}"/>'
        )

    def part(self) -> str:
        """Write the whole."""
        plot = self.plot
        field = self.place(plot.x, plot.y, plot.width, plot.height, target="inner")
        return (
            f'{DECLARATION}<c:chartSpace xmlns:c="{CHARTS}" xmlns:a="{_DRAWING}" xmlns:r="{R}">'
            '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
            '<c:chart><c:autoTitleDeleted val="1"/>'
            f"<c:plotArea>{field}{self.body()}{self.names_axis()}{self.numbers_axis()}{_NOTHING}</c:plotArea>"
            f'{self.key()}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NOTHING}'
            f'{self.lettering()}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
            "</c:chartSpace>"
        )

    def body(self) -> str:
        """Write all series as bars, columns or lines."""
        series = "".join(self.series(number, one) for number, one in enumerate(self.chart.series))
        axes = f'<c:axId val="{_NAMES_AXIS}"/><c:axId val="{_NUMBERS_AXIS}"/>'
        if self.chart.kind == "lines":
            return (
                '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
                f'{series}<c:marker val="1"/>{axes}</c:lineChart>'
            )
        direction = "bar" if self.chart.kind == "bars" else "col"
        gap = min(_WIDEST_GAP, round(self.plot.gap * 100))
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'{series}<c:gapWidth val="{gap}"/><c:overlap val="0"/>{axes}</c:barChart>'
        )

    def series(self, number: int, one: Series) -> str:
        """Write one series with the cells its names and numbers come from."""
        column, last = chr(ord("B") + number), len(one.values) + 1
        names = enumerate(names_of(self.chart))
        values = ((n, f"{value:f}") for n, value in enumerate(one.values) if value is not None)
        count = f'<c:ptCount val="{len(one.values)}"/>'
        tail = '<c:smooth val="0"/>' if self.chart.kind == "lines" else ""
        return (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
            f'<c:f>{SHEET}!${column}$1</c:f><c:strCache><c:ptCount val="1"/>{_point(0, one.name)}'
            f"</c:strCache></c:strRef></c:tx>{self.look(number)}{self.numbers(number)}"
            f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}"
            f"{''.join(_point(n, name) for n, name in names)}</c:strCache></c:strRef></c:cat>"
            f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
            f"<c:formatCode>{escaped(number_format(self.chart.decimals))}</c:formatCode>{count}"
            f"{''.join(_point(n, value) for n, value in values)}</c:numCache></c:numRef></c:val>"
            f"{tail}</c:ser>"
        )

    def look(self, number: int) -> str:
        """Write how a series is drawn."""
        look = self.chart.looks[number]
        if self.chart.kind == "lines":
            symbol, dash = _MARKS[look]
            inside = "<a:noFill/>" if look in ("cross", "plus") else _solid("000000")
            return (
                f'<c:spPr>{_line(_COURSE, dash=dash)}</c:spPr><c:marker><c:symbol val="{symbol}"/>'
                f'<c:size val="5"/><c:spPr>{inside}{_line(_ZERO)}</c:spPr></c:marker>'
            )
        if look in _HATCHES:
            fill = (
                f'<a:pattFill prst="{_HATCHES[look]}"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
                '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
            )
        else:
            fill = _solid(_DARK if look == "dark" else "FFFFFF")
        return f'<c:spPr>{fill}{_line(_OUTLINE)}</c:spPr><c:invertIfNegative val="0"/>'

    def numbers(self, number: int) -> str:
        """Write where the numbers of a series stand; those that differ from most are written one by one."""
        placed = self.plot.numbers[number]
        sides = [side for side in placed if side]
        usual = max(dict.fromkeys(sides), key=sides.count, default="")
        # On a line a number stands on a white ground, so that no line runs through it.
        ground = f"<c:spPr>{_solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>"
        look = (
            f'<c:numFmt formatCode="{attribute(number_format(self.chart.decimals))}" sourceLinked="0"/>'
            f"{ground if self.chart.kind == 'lines' else _NOTHING}"
            f"{self.lettering(_NO_INSETS)}"
        )
        others = (
            f'<c:dLbl><c:idx val="{n}"/>{look}{_shown(side)}</c:dLbl>'
            for n, side in enumerate(placed)
            if side and side != usual
        )
        return f"<c:dLbls>{''.join(others)}{look}{_shown(usual)}</c:dLbls>"

    def names_axis(self) -> str:
        """Write the axis of names; they stand at the field's edge, whichever way the bars go."""
        order, place = ("maxMin", "l") if self.chart.kind == "bars" else ("minMax", "b")
        named = [n for n, lines in enumerate(self.plot.names) if lines]
        every = named[1] - named[0] if len(named) > 1 else 1
        skip = f'<c:tickLblSkip val="{every}"/>' if every > 1 else ""
        return (
            f'<c:catAx><c:axId val="{_NAMES_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
            f"<c:spPr>{_line(_ZERO)}</c:spPr>{self.lettering(_LEVEL)}"
            f'<c:crossAx val="{_NUMBERS_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
            f'<c:lblAlgn val="ctr"/><c:lblOffset val="50"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def numbers_axis(self) -> str:
        """Write the axis of numbers, with the range and steps of the page."""
        plot = self.plot
        place, crosses = ("b", "max") if self.chart.kind == "bars" else ("l", "autoZero")
        decimals = max(0, -int(plot.step.normalize().as_tuple().exponent))
        return (
            f'<c:valAx><c:axId val="{_NUMBERS_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{plot.most:f}"/><c:min val="{plot.least:f}"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{place}"/><c:majorGridlines><c:spPr>{_line(_GRID, _GRID_COLOR)}</c:spPr>'
            f"</c:majorGridlines>{self.unit()}"
            f'<c:numFmt formatCode="{attribute(number_format(decimals))}" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
            f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{self.lettering()}"
            f'<c:crossAx val="{_NAMES_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
            f'<c:majorUnit val="{plot.step:f}"/></c:valAx>'
        )

    def unit(self) -> str:
        """Write the unit as the title of the axis of numbers, put where it stands on the page."""
        if not self.chart.unit:
            return ""
        return (
            '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>'
            f'<a:defRPr{self.letters}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN"{self.letters}</a:rPr>'
            f"<a:t>{escaped(f'单位：{self.chart.unit}')}</a:t></a:r></a:p></c:rich></c:tx>"
            f'{self.place(*self.plot.unit)}<c:overlay val="1"/></c:title>'
        )

    def key(self) -> str:
        """Write the key where there are several series.

        Without a size, since programs draw swatches of their own size and leave out entries for which they
        see no room.
        """
        if self.plot.key is None:
            return ""
        left, top, *_ = self.plot.key
        place = self.place(left, top)
        return f'<c:legend><c:legendPos val="t"/>{place}<c:overlay val="1"/>{self.lettering()}</c:legend>'

    def place(self, x: float, y: float, width: float = 0.0, height: float = 0.0, target: str = "") -> str:
        """Write where something stands, and how large it is, in shares of the chart."""
        shares = {"x": x / self.chart.width, "y": y / self.chart.height}
        if width:
            shares |= {"w": width / self.chart.width, "h": height / self.chart.height}
        inner = f'<c:layoutTarget val="{target}"/>' if target else ""
        return (
            f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/>'
            + "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares.items())
            + "</c:manualLayout></c:layout>"
        )

    def lettering(self, box: str = "") -> str:
        """Write the face and size of words; `box` are attributes of what they stand in."""
        return (
            f"<c:txPr><a:bodyPr{box}/><a:lstStyle/><a:p><a:pPr>"
            f'<a:defRPr{self.letters}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        )


def _point(index: int, value: str) -> str:
    return f'<c:pt idx="{index}"><c:v>{escaped(value)}</c:v></c:pt>'


def _shown(side: str) -> str:
    """Write which side of its point or bar a number stands on, and that nothing but it is shown."""
    place = f'<c:dLblPos val="{_PLACES[side]}"/>' if side else ""
    return (
        f'{place}<c:showLegendKey val="0"/><c:showVal val="{bool(side):d}"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _line(thickness: float, color: str = "000000", dash: str = "") -> str:
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{to_emu(thickness)}" cap="flat">{_solid(color)}{dashed}<a:round/></a:ln>'
