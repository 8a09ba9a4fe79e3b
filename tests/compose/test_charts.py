"""Charts from content: numbers as printed, looks, and words for those who cannot see them."""

from __future__ import annotations

from decimal import Decimal

from builders import content, spans

from render import layout_file
from render.blocks import Chart, Paragraph
from render.compose import compose
from render.content import Chart as SaidChart
from render.content import Series, SheetStart
from render.diagnostics import NOWHERE


def said(kind: str, *series: tuple[str, ...], decimals: int = 0, alternative: str = "") -> SaidChart:
    """A chart of content: each series a name and its numbers, empty ones missing."""
    read = tuple(Series(name, tuple(Decimal(t) if t else None for t in texts)) for name, *texts in series)
    categories = tuple("甲乙丙丁戊"[: len(read[0].values)]) if read else ()
    return SaidChart(kind, spans("图题"), "件", categories, read, decimals, NOWHERE, alternative)


def composed(*nodes: SaidChart | SheetStart) -> tuple[list[Chart | Paragraph], list[str]]:
    """Compose with the template `report`."""
    result, found = compose(content(*nodes), layout_file.load("report"), {})
    return [b for b in result.blocks if isinstance(b, Chart | Paragraph)], [d.code for d in found]


def block(one: SaidChart) -> Chart:
    """The block of a chart with which nothing is wrong."""
    (first, title), found = composed(one)
    assert found == []
    assert isinstance(first, Chart)
    assert isinstance(title, Paragraph)
    assert (title.style, title.text) == ("picture-title", "图题")
    return first


def test_numbers_are_rounded_as_they_are_printed() -> None:
    """Once, half away from zero; nothing finer goes into the file. Negative ones have a minus sign."""
    found = block(said("bars", ("增幅", "17.25", "-5.449", "0", ""), decimals=1))
    assert found.series[0].values == (Decimal("17.3"), Decimal("-5.4"), Decimal("0.0"), None)
    assert found.texts == (("17.3", "−5.4", "0.0", ""),)


def test_the_last_of_few_series_is_the_darkest() -> None:
    """One, two and three; more take what there is in order, lines their marks."""
    one, two, three = ("一", "1", "2"), ("二", "1", "2"), ("三", "1", "2")
    assert block(said("columns", one)).looks == ("dark",)
    assert block(said("columns", one, two)).looks == ("rising", "dark")
    assert block(said("bars", one, two, three)).looks == ("white", "rising", "dark")
    six = block(said("columns", *[one] * 6)).looks
    assert len(set(six)) == 6
    assert block(said("lines", ("一", "1", "2", "3"), ("二", "4", "5", "6"))).looks == ("disc", "square")


def test_a_chart_says_its_numbers_unless_it_has_words() -> None:
    """What it compares, the unit, every number, and which are missing."""
    one = block(said("bars", ("数", "3", "")))
    assert one.alternative == "条形图：图题（单位：件）。甲3，乙无数据。"
    two = block(said("columns", ("2019年", "3", "-4"), ("2020年", "5", "6")))
    assert two.alternative == "柱形图：图题（单位：件）。2019年：甲3，乙−4。2020年：甲5，乙6。"
    assert block(said("bars", ("数", "3"), alternative="话")).alternative == "话"


def test_two_points_are_no_line() -> None:
    """They stand as columns, and the author is told."""
    (found, _), codes = composed(said("lines", ("数", "3", "4")))
    assert isinstance(found, Chart)
    assert (found.kind, found.looks) == ("columns", ("dark",))
    assert codes == ["compose.chart_two_points"]


def test_a_chart_without_a_number_or_with_too_many_series_is_an_error() -> None:
    """And leaves no title behind."""
    assert composed(said("bars", ("数", "", ""))) == ([], ["compose.chart_empty"])
    assert composed(said("bars")) == ([], ["compose.chart_empty"])
    assert composed(said("columns", *[("数", "1")] * 7)) == ([], ["compose.chart_series"])


def test_a_chart_may_begin_a_landscape_side() -> None:
    """Like every other block."""
    (chart, title), _ = composed(SheetStart(NOWHERE, landscape=True), said("bars", ("数", "3")))
    assert (chart.sheet_start, chart.landscape, title.landscape) == (True, True, True)
