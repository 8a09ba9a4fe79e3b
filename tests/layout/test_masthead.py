"""Where mark, number, signers and rule stand; lengths in millimetres from the sheet's upper edge."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import composed, paragraph, target

from render import layout_file
from render.blocks import Composed, Masthead, Paragraph, Run
from render.diagnostics import NOWHERE
from render.fonts import font_book
from render.layout import lay_out
from render.layout.ink import ink_of
from render.pages import Pages, Rule, TextRun
from render.units import PT_PER_MM

LEFT, MEASURE = 28.0, 156.0


def named(text: str, style: str) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text, NOWHERE),), NOWHERE)


def masthead(
    *mark: str,
    number: str = "某发〔2021〕5号",
    signers: tuple[str, ...] = (),
    corner: tuple[Paragraph, ...] = (),
) -> Masthead:
    """A masthead with 文件; signers make it upward."""
    people = tuple(
        Paragraph(
            "signer",
            (*((Run("签发人：", NOWHERE),) if n == 0 else ()), Run(name, NOWHERE, "signer-name")),
            NOWHERE,
        )
        for n, name in enumerate(signers)
    )
    return Masthead(
        corner, None, tuple(named(name, "mark") for name in mark), named("文件", "mark-suffix"),
        named(number, "number"), people, NOWHERE, is_upward=bool(signers),
    )  # fmt: skip


def laid(block: Masthead, title: str = "关于某事的通知") -> tuple[Composed, Pages, list[str]]:
    """Lay out a masthead, a title and a line of text."""
    blocks = (block, paragraph(title, "title", tag="Title"), paragraph("", "blank"), paragraph("正文。"))
    settled, pages, found = lay_out(composed(*blocks), font_book("vendored"), target())
    return settled, pages, [d.code for d in found]


def runs(pages: Pages) -> dict[str, TextRun]:
    """The text runs of the first page by their text."""
    return {item.text: item for item in pages.pages[0].items if isinstance(item, TextRun)}


def rule(pages: Pages) -> Rule:
    """The one rule of the first page."""
    (found,) = [item for item in pages.pages[0].items if isinstance(item, Rule)]
    return found


def ink(run: TextRun, role: str) -> tuple[float, float]:
    """Upper and lower edge of a run's ink."""
    extent = ink_of(run.text, role, font_book("vendored"))
    top = run.baseline - extent.top * run.size
    return top / PT_PER_MM, (run.baseline - extent.bottom * run.size) / PT_PER_MM


def middle(run: TextRun) -> float:
    """Half way across a run."""
    return (run.x + sum(run.advances) / 2) / PT_PER_MM


@pytest.mark.parametrize("name", ["某局", "某某市人民政府办公室", "中共某某区委全面依法治区委员会办公室"])
def test_distances_are_the_standards(name: str) -> None:
    """Mark 72 mm down, two rows to the number, 4 mm to the rule, two rows to the title (7.2, 7.3.1)."""
    _, pages, found = laid(masthead(name))
    assert found == []
    placed = runs(pages)
    mark, number, title = placed[f"{name}文件"], placed["某发〔2021〕5号"], placed["关于某事的通知"]
    top, bottom = ink(mark, "小标宋")
    assert top == pytest.approx(72, abs=0.05)
    number_top, number_bottom = ink(number, "仿宋")
    assert 20.7 <= number_top - bottom <= 26.1
    line = rule(pages)
    assert (line.y0 - line.thickness / 2) / PT_PER_MM - number_bottom == pytest.approx(4, abs=0.05)
    assert 20.7 <= ink(title, "小标宋")[0] - (line.y0 + line.thickness / 2) / PT_PER_MM <= 26.1
    assert (line.x0 / PT_PER_MM, (line.x1 - line.x0) / PT_PER_MM) == pytest.approx((LEFT, MEASURE), abs=0.05)
    assert middle(mark) == pytest.approx(LEFT + MEASURE / 2, abs=0.1)
    assert middle(number) == pytest.approx(LEFT + MEASURE / 2, abs=0.1)
    assert {mark.color, line.color} == {"FF0000"}


def test_what_follows_is_back_on_the_grid() -> None:
    """A masthead takes whole rows, the same in both geometries."""
    settled, pages, _ = laid(masthead("某局"))
    block = settled.blocks[0]
    assert isinstance(block, Masthead)
    template = layout_file.load("report")
    top = template.geometry.top + block.rows * template.geometry.pitch
    baseline = runs(pages)["关于某事的通知"].baseline
    assert baseline - top == pytest.approx((29.6 - 22) / 2 + 0.86 * 22, abs=0.01)


def test_a_long_mark_becomes_narrower_first() -> None:
    """Then smaller; it never leaves the type area."""
    _, pages, _ = laid(masthead("某某市人民政府办公室"))
    run = runs(pages)["某某市人民政府办公室文件"]
    assert run.size == 48
    assert 0.7 < run.stretch < 0.8
    assert sum(run.advances) / PT_PER_MM <= MEASURE


def test_a_mark_too_long_for_the_smallest_size_is_an_error() -> None:
    """With what would fit."""
    assert laid(masthead("中" * 40))[2] == ["layout.mark_too_long"]


@pytest.mark.parametrize("count", [2, 5, 9])
def test_names_of_a_joint_issue_are_stacked_with_the_suffix_half_way_down(count: int) -> None:
    """文件 to their right (7.2.4); with nine agencies the first page still shows text (7.3.3)."""
    names = [f"某某市{'甲乙丙丁戊己庚辛壬'[n]}{'丁' * (n % 4)}局" for n in range(count)]
    _, pages, found = laid(masthead(*names))
    assert found == []
    placed = runs(pages)
    stack = [placed[name] for name in names]
    suffix = placed["文件"]
    edges = [ink(run, "小标宋") for run in stack]
    assert edges[0][0] == pytest.approx(72, abs=0.05)
    assert sum(ink(suffix, "小标宋")) / 2 == pytest.approx((edges[0][0] + edges[-1][1]) / 2, abs=0.1)
    assert suffix.x > max(run.x + sum(run.advances) for run in stack)
    assert [run.baseline for run in stack] == sorted(run.baseline for run in stack)
    ends = {round(run.x + sum(run.advances), 1) for run in stack}
    assert len(ends) == len({round(run.x, 1) for run in stack}) == 1  # spread to one width
    assert "正文。" in placed


def test_an_upward_number_stands_left_and_the_signer_right() -> None:
    """One cell in from either side, on one line (7.2.5, 7.2.6)."""
    _, pages, _ = laid(masthead("某局", signers=("张三",)))
    placed = runs(pages)
    number, label, name = placed["某发〔2021〕5号"], placed["签发人："], placed["张三"]
    assert number.baseline == label.baseline == name.baseline
    assert number.x / PT_PER_MM == pytest.approx(LEFT + MEASURE / 28, abs=0.05)
    assert (name.x + sum(name.advances)) / PT_PER_MM == pytest.approx(LEFT + MEASURE * 27 / 28, abs=0.2)
    assert name.face != label.face


def test_several_signers_stand_two_on_a_line() -> None:
    """The next line begins below the first name, the number keeps to the last line (7.2.6)."""
    _, pages, _ = laid(masthead("某局", signers=("张三", "李四四", "王五")))
    placed = runs(pages)
    first, second, third = placed["张三"], placed["李四四"], placed["王五"]
    assert first.baseline == second.baseline < third.baseline == placed["某发〔2021〕5号"].baseline
    assert third.x == pytest.approx(first.x, abs=0.1)
    assert third.baseline - first.baseline == pytest.approx(29.6)


def test_corner_marks_take_a_row_each() -> None:
    """Flush left, from the first row of the type area down."""
    corner = (named("000123", "copy-no"), named("机密★1年", "security"), named("特急", "urgency"))
    _, pages, _ = laid(masthead("某局", corner=corner))
    lines = [runs(pages)[text] for text in ("000123", "机密★1年", "特急")]
    assert [run.x / PT_PER_MM for run in lines] == pytest.approx([LEFT] * 3, abs=0.05)
    assert [b.baseline - a.baseline for a, b in pairwise(lines)] == pytest.approx([29.6] * 2)
    assert ink(lines[1], "黑体")[0] == pytest.approx(37 + 10.44, abs=1)


def test_addressees_that_push_all_text_away_go_to_the_colophon() -> None:
    """主送 in 版记, above the copies (7.3.2); there is one even if the document had none."""
    names = "各区人民政府，" * 40 + "各局："
    blocks = (
        masthead("某局"),
        paragraph("题", "title", tag="Title"),
        paragraph(names, "addressee"),
        paragraph("正文。"),
    )
    settled, pages, found = lay_out(composed(*blocks), font_book("vendored"), target())
    assert found == ()
    assert "正文。" in runs(pages)
    assert [type(block).__name__ for block in settled.blocks] == [
        "Masthead",
        "Paragraph",
        "Paragraph",
        "Colophon",
    ]
    last = settled.blocks[-1]
    assert last.paragraphs[0].text == "主送：" + names[:-1] + "。"  # type: ignore[union-attr]


def test_a_first_page_without_text_is_an_error() -> None:
    """Nine agencies and a title of eight lines (7.3.3)."""
    block = masthead(*["某某市某某局"] * 9)
    assert laid(block, title="关于某事的通知" * 16)[2] == ["layout.no_text"]
