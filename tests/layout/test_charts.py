"""Charts settled: size, axis, names and numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from builders import chart, composed, paragraph, target

from render.blocks import Chart, Plot
from render.fonts import font_book
from render.layout import lay_out
from render.layout_file import load
from render.pages import Pages, Path, TextRun


def laid(*charts: Chart) -> tuple[list[Chart], Pages, list[str]]:
    """Lay charts out with the vendored faces; diagnostics by code."""
    settled, pages, found = lay_out(composed(*charts), font_book("vendored"), target())
    return [b for b in settled.blocks if isinstance(b, Chart)], pages, [d.code for d in found]


def settled(one: Chart) -> tuple[Chart, Plot]:
    """Settle a chart with which nothing is wrong."""
    (block,), _, found = laid(one)
    assert found == []
    assert block.plot is not None
    return block, block.plot


def words(pages: Pages) -> dict[str, TextRun]:
    """Every word of the first page, by its text; of those twice on it the first.

    A word that two faces draw, as the minus sign of some numbers, is put together.
    """
    found: list[TextRun] = []
    for item in pages.pages[0].items:
        if not isinstance(item, TextRun):
            continue
        last = found[-1] if found else None
        if last and last.baseline == item.baseline and last.x + sum(last.advances) == pytest.approx(item.x):
            advances = (*last.advances, *item.advances)
            found[-1] = replace(last, text=last.text + item.text, advances=advances)
        else:
            found.append(item)
    return {word.text: word for word in reversed(found)}


def boxes(pages: Pages) -> list[tuple[float, float, float, float]]:
    """What the bars of the first page cover: left, top, right, foot."""
    bars = [
        item.lines[0]
        for item in pages.pages[0].items
        if isinstance(item, Path) and item.fill == "595959" and item.closed
    ]
    return [
        (min(x for x, _ in p), min(y for _, y in p), max(x for x, _ in p), max(y for _, y in p)) for p in bars
    ]


def test_a_chart_takes_whole_rows_and_fits_in_them() -> None:
    """In the tighter of the two geometries, so that both files keep their pages."""
    pitch = min(geometry.pitch for geometry in load("report").geometries.values())
    for kind in ("bars", "columns", "lines"):
        block, plot = settled(chart(kind, {"甲": 3, "乙": 5, "丙": 4}))
        assert 0 < block.height < block.rows * pitch
        assert plot.y + plot.height < block.height
        assert block.width == pytest.approx(load("report").measure)


def test_more_bars_take_more_rows() -> None:
    """A bar has its row of a few points; columns and lines are as high as they are."""
    few, many = (
        settled(chart("bars", {f"第{n}项": n + 1 for n in range(count)}))[0].rows for count in (4, 12)
    )
    assert few < many


def test_forty_bars_fit_on_a_page_and_fifty_are_an_error() -> None:
    """Which says how many fit."""
    assert settled(chart("bars", {f"第{n}项": n + 1 for n in range(40)}))[0].rows == 20
    assert laid(chart("bars", {f"第{n}项": n + 1 for n in range(50)}))[2] == ["layout.chart_too_long"]


def test_bars_lie_in_order_and_negative_ones_go_to_the_left() -> None:
    """From the same line; the first name on top."""
    _, pages, _ = laid(chart("bars", {"甲": 20, "乙": -10}))
    first, second = boxes(pages)
    assert first[1] < second[1]
    assert first[0] == pytest.approx(second[2])
    assert first[2] - first[0] == pytest.approx(2 * (second[2] - second[0]))
    assert words(pages)["20"].x > first[2]
    number = words(pages)["−10"]
    assert number.x + sum(number.advances) < second[0]
    name = words(pages)["乙"]
    assert name.x + sum(name.advances) < number.x


def test_nothing_is_drawn_for_a_zero_or_for_nothing() -> None:
    """A zero prints its number; what is missing prints none."""
    _, pages, _ = laid(chart("bars", {"甲": 20, "乙": 0, "丙": None}))
    assert len(boxes(pages)) == 1
    assert words(pages)["0"]
    assert "None" not in words(pages)


def test_columns_stand_on_the_axis() -> None:
    """Twice the number, twice the height; the number above."""
    _, pages, _ = laid(chart("columns", {"甲": 20, "乙": 10}))
    high, low = boxes(pages)
    assert high[3] == pytest.approx(low[3])
    assert high[3] - high[1] == pytest.approx(2 * (low[3] - low[1]))
    numbers = [i for i in pages.pages[0].items if isinstance(i, TextRun) and i.text == "20"]
    assert min(run.baseline for run in numbers) < high[1]


@pytest.mark.parametrize(
    "values",
    [
        {f"第{n}项": n + 1 for n in range(40)},
        {
            "行政机关负责人在行政诉讼一审案件中出庭应诉并当庭发表意见的案件数量" * 2: 1,
            "乙": 2,
            "丙": 4,
            "丁": 3,
        },
        {f"第{n}项": 12345678 + n for n in range(9)},
    ],
    ids=["many", "long names", "wide numbers"],
)
def test_columns_without_room_are_laid_down(values: dict[str, float]) -> None:
    """Names or numbers that would touch stand beside lying bars instead."""
    (block,), _, _ = laid(chart("columns", values))
    assert block.kind == "bars"


def test_long_names_are_broken() -> None:
    """All characters of them are printed, in no more than two fifths of the width."""
    name = "全区各级行政机关负责人在行政诉讼一审案件中出庭应诉并当庭发表意见的案件数量（含上年结转）"
    block, plot = settled(chart("bars", {name: 3, "乙": 5}))
    assert len(plot.names[0]) > 1
    assert "".join(plot.names[0]) == name
    assert plot.x < 0.45 * block.width
    assert plot.names[1] == ("乙",)


def test_a_key_is_for_several_series() -> None:
    """At the upper right, on the line of the unit where there is room."""
    assert settled(chart("columns", {"甲": 3, "乙": 5}))[1].key is None
    block, plot = settled(
        chart("columns", {"甲": (3, 4), "乙": (5, 6), "丙": (7, 8)}, series=("2019年", "2020年"))
    )
    assert plot.key is not None
    assert plot.key[1] == plot.unit[1]
    assert plot.key[0] + plot.key[2] <= block.width + 0.01


def test_a_key_that_is_too_long_stands_below_the_unit_in_rows() -> None:
    """Nothing of it is left out."""
    names = tuple(f"关山街道办事处第{n}司法所人民调解室" for n in range(6))
    one = chart("columns", {"甲": (1,) * 6, "乙": (2,) * 6}, series=names)
    block, plot = settled(one)
    assert plot.key is not None
    assert plot.key[1] > plot.unit[1]
    assert plot.key[3] > 20
    _, pages, _ = laid(one)
    for name in names:
        run = words(pages)[name]
        assert run.x + sum(run.advances) <= 79.4 + block.width + 0.1


def test_numbers_of_a_line_keep_off_it() -> None:
    """Above its points, below in a hollow; of two lines the upper one has them above."""
    one = settled(chart("lines", {"2017年": 5, "2018年": 3, "2019年": 7, "2020年": 9}))[1]
    assert one.numbers == (("above", "below", "above", "above"),)
    values = {"2018年": (5, 9), "2019年": (7, 6), "2020年": (8, 8)}
    two = settled(chart("lines", values, series=("甲", "乙")))[1]
    assert two.numbers == (("below", "above", "above"), ("above", "below", "below"))
    three = settled(
        chart("lines", {f"{y}年": (1, 5, 9) for y in range(2016, 2021)}, series=("甲", "乙", "丙"))
    )[1]
    assert not any(side for sides in three.numbers for side in sides)


def test_a_long_line_names_only_so_many_points_as_fit() -> None:
    """Every so many, beginning with the first; no numbers that would touch."""
    plot = settled(chart("lines", {f"{1981 + n}年": 30 + n for n in range(40)}))[1]
    named = [n for n, lines in enumerate(plot.names) if lines]
    assert named[0] == 0
    assert len({after - before for before, after in pairwise(named)}) == 1
    assert not any(plot.numbers[0])


def test_a_line_is_parted_where_a_number_is_missing() -> None:
    """A gap is no course of things."""
    _, pages, _ = laid(chart("lines", {"2016年": 3, "2017年": 4, "2018年": None, "2019年": 5, "2020年": 6}))
    courses = [i for i in pages.pages[0].items if isinstance(i, Path) and i.thickness == 1.0]
    assert [len(line) for course in courses for line in course.lines] == [2, 2]


def test_numbers_that_differ_by_more_than_a_thousand_times_are_noted() -> None:
    """The small bars cannot be seen, but their numbers stand beside them."""
    assert laid(chart("columns", {"甲": 1, "乙": 5000}))[2] == ["layout.chart_uneven"]
    assert laid(chart("columns", {"甲": 0, "乙": 5000}))[2] == []


def test_a_chart_is_one_figure_with_its_words() -> None:
    """A screen reader says what it shows; all that is drawn belongs to it."""
    _, pages, _ = laid(chart("bars", {"甲": 3, "乙": 5}))
    (figure,) = [n for n, element in enumerate(pages.elements) if element.tag == "Figure"]
    assert pages.elements[figure].alternative == "条形图"
    drawn = [item for item in pages.pages[0].items if isinstance(item, Path)]
    assert {item.element for item in drawn} == {figure}
    assert {run.element for text, run in words(pages).items() if text != "— 1 —"} == {figure}


def test_numbers_keep_their_figures() -> None:
    """Down to the page."""
    one = chart("bars", {"甲": 3, "乙": 5}, figures=("甲数", "乙数"))
    _, pages, _ = laid(one)
    assert words(pages)["3"].figures == ((0, 1, "甲数"),)


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
@pytest.mark.parametrize(
    "values", [{"甲": 1}, {"甲": -5, "乙": -7.5}, {"甲": 0, "乙": 0}, {"甲": 1e12, "乙": 0.5}]
)
def test_odd_numbers_stay_on_the_chart(kind: str, values: dict[str, float]) -> None:
    """One category, negative ones alone, nothing but zeros, the huge and the small."""
    for landscape in (False, True):
        (block,), pages, _ = laid(chart(kind, values, decimals=1, landscape=landscape))
        page = pages.pages[0]
        left, top = (99.2, 72) if landscape else (79.3, 98)
        for item in page.items:
            if isinstance(item, TextRun) and item.element > 0:
                assert left - 1 <= item.x
                assert item.x + sum(item.advances) <= left + block.width + 1
                assert top <= item.baseline <= page.height - 70


def test_a_landscape_chart_is_as_wide_as_its_side() -> None:
    """And holds no more rows than it."""
    block, _ = settled(chart("columns", {f"第{n}项": n + 1 for n in range(12)}, landscape=True))
    assert block.width == pytest.approx(637.8, abs=0.1)
    assert block.kind == "columns"
    assert block.rows <= 13


def test_a_chart_keeps_its_title_on_its_page() -> None:
    """As a picture does."""
    text = paragraph("字" * (26 + 28 * 12))
    title = paragraph("图题", "picture-title")
    result = lay_out(
        composed(text, chart("columns", {"甲": 1, "乙": 2}), title), font_book("vendored"), target()
    )
    second = [item.text for item in result[1].pages[1].items if isinstance(item, TextRun)]
    assert "图题" in second
    assert "甲" in second


def test_a_character_without_a_face_is_found_in_a_chart_too() -> None:
    """Never a box or a gap."""
    assert laid(chart("bars", {"甲\U0001f600": 1}))[2] == ["layout.no_face"]


def test_the_unit_stands_at_the_upper_left_of_the_axis() -> None:
    """Above the numbers of a standing chart."""
    _, pages, _ = laid(chart("columns", {"甲": 20, "乙": 10}, unit="万元"))
    unit = words(pages)["单位：万元"]
    top_tick = min(
        (r for r in pages.pages[0].items if isinstance(r, TextRun) and r.text == "25"), key=lambda r: r.x
    )
    assert unit.baseline < top_tick.baseline - 10
    assert unit.x <= top_tick.x


def test_values_are_decimals() -> None:
    """The builder's, that is."""
    assert chart("bars", {"甲": 1.5}, decimals=1).series[0].values == (Decimal("1.5"),)
