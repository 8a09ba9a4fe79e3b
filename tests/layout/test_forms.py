"""信函, 命令（令） and 纪要 on the page (GB/T 9704-2012, clause 10); lengths in millimetres."""

from __future__ import annotations

from functools import cache

import pytest

import render
from render import resources
from render.fonts import font_book
from render.layout.ink import ink_of
from render.pages import Page, Rule, TextRun
from render.pipeline import Result
from render.units import PT_PER_MM

RED = "FF0000"


@cache
def built(name: str) -> Result:
    """Build the sample of a form."""
    result = render.build(resources.folder("samples") / name, faces="vendored", to=["pdf"])
    assert result.diagnostics == ()
    return result


def page(name: str, index: int = 0) -> Page:
    """One page of a sample."""
    laid_out = built(name).laid_out
    assert laid_out is not None
    return laid_out.pages.pages[index]


def run(name: str, text: str, index: int = 0) -> TextRun:
    """The text run that begins with a text."""
    return next(i for i in page(name, index).items if isinstance(i, TextRun) and i.text.startswith(text))


def rules(name: str, index: int = 0) -> list[Rule]:
    """The rules of a page."""
    return [item for item in page(name, index).items if isinstance(item, Rule)]


def ink(placed: TextRun) -> tuple[float, float]:
    """Upper and lower edge of a run's ink."""
    role = next(r for r in ("小标宋", "仿宋", "黑体") if font_book("vendored").primary(r).name == placed.face)
    extent = ink_of(placed.text, role, font_book("vendored"))
    return (placed.baseline - extent.top * placed.size) / PT_PER_MM, (
        placed.baseline - extent.bottom * placed.size
    ) / PT_PER_MM


def test_a_letters_mark_and_double_rules() -> None:
    """Mark 30 mm down, rules 4 mm below it and 20 mm above the foot, 170 mm, thick outside (10.1)."""
    mark = run("letter", "示例市司法局")
    assert ink(mark)[0] == pytest.approx(30, abs=0.05)
    assert mark.color == RED
    upper, lower = rules("letter")[:2], rules("letter")[2:]
    assert (upper[0].y0 - upper[0].thickness / 2) / PT_PER_MM - ink(mark)[1] == pytest.approx(4, abs=0.05)
    assert upper[0].thickness > upper[1].thickness
    assert lower[0].thickness < lower[1].thickness
    assert sum(rule.y0 for rule in lower) / 2 / PT_PER_MM == pytest.approx(277, abs=0.5)
    for rule in (*upper, *lower):
        assert (rule.x1 - rule.x0) / PT_PER_MM == pytest.approx(170, abs=0.05)
        assert (rule.x0 + rule.x1) / 2 / PT_PER_MM == pytest.approx(28 + 78, abs=0.05)
        assert rule.color == RED


def test_a_letters_elements_are_near_the_rule() -> None:
    """份号 left and 发文字号 right on the first line, 4.84 mm below; the title two rows further (10.1)."""
    second = rules("letter")[1]
    below = (second.y0 + second.thickness / 2) / PT_PER_MM
    number, copy_no, title = (
        run("letter", "示司函"),
        run("letter", "000002"),
        run("letter", "示例市司法局关于"),
    )
    assert number.baseline == copy_no.baseline
    assert min(ink(number)[0], ink(copy_no)[0]) - below == pytest.approx(4.84, abs=0.05)
    assert (number.x + sum(number.advances)) / PT_PER_MM == pytest.approx(184, abs=0.3)
    assert copy_no.x / PT_PER_MM == pytest.approx(28, abs=0.05)
    assert 20.7 <= ink(title)[0] - ink(run("letter", "平急"))[1] <= 26.6


def test_a_letters_first_page_has_no_number_and_its_colophon_no_rules() -> None:
    """抄送 alone, at the foot of the type area (10.1)."""
    assert [page("letter", n).folio for n in (0, 1)] == [None, 2]
    assert rules("letter", 1) == []
    assert ink(run("letter", "抄送：", 1))[1] == pytest.approx(262, abs=3)


def test_an_orders_mark_number_and_text() -> None:
    """Mark 57 mm down; two blank rows to the number and from it to the text; no rule (10.2)."""
    mark, number, text = run("order", "示例市人民政府令"), run("order", "第12号"), run("order", "《示例市")
    assert ink(mark)[0] == pytest.approx(57, abs=0.05)
    assert 20.7 <= ink(number)[0] - ink(mark)[1] <= 26.1
    assert 20.7 <= ink(text)[0] - ink(number)[1] <= 26.1
    assert rules("order") == []
    middle = (number.x + sum(number.advances) / 2) / PT_PER_MM
    assert middle == pytest.approx(28 + 78, abs=0.2)


def test_minutes_list_who_was_there() -> None:
    """Label 黑体, names 仿宋, later lines below the first name, one below the other (10.3)."""
    assert ink(run("minutes", "示例市人民政府专题会议纪要"))[0] == pytest.approx(72, abs=0.05)
    label, name = run("minutes", "出席：", 1), run("minutes", "张三", 1)
    assert label.face != name.face
    assert label.x / PT_PER_MM == pytest.approx(28 + 2 * 156 / 28, abs=0.1)
    later = [
        i for i in page("minutes", 1).items
        if isinstance(i, TextRun) and i.face == name.face and 0 < i.baseline - name.baseline < 70
    ]  # fmt: skip
    assert {round(i.x, 1) for i in later} == {round(name.x, 1)}
    assert [run("minutes", word, 1).x for word in ("请假：", "列席：")] == [label.x] * 2
