"""Where titles break."""

from __future__ import annotations

from itertools import pairwise

import pytest

from render.layout.titles import break_title


def parts(title: str, cells: float = 20, breaks: tuple[int, ...] | None = None) -> list[str]:
    """Break a title of cells and half cells."""
    advances = [0.5 if ord(c) < 128 else 1.0 for c in title]
    edges = (0, *break_title(title, advances, cells, breaks), len(title))
    return [title[a:b] for a, b in pairwise(edges)]


def test_a_short_title_stays_on_one_line() -> None:
    """What fits is not broken."""
    assert parts("洪山区2020年度法治政府建设工作报告") == ["洪山区2020年度法治政府建设工作报告"]


@pytest.mark.parametrize(
    "title",
    [
        "洪山区人民政府办公室关于2020年度全区法治政府建设工作情况的报告",
        "关于印发《武汉市法治政府建设实施方案（2016—2020年）》的通知",
        "某某区人民政府关于深化“放管服”改革优化营商环境工作情况的报告",
        "中共某某区委全面依法治区委员会办公室关于2024年度法治政府建设督察情况的通报",
    ],
)
def test_words_and_numbers_stay_whole(title: str) -> None:
    """No quoted word, number, 《…》 or listed word is parted, and the lines are no rectangle."""
    lines = parts(title)
    for whole in ("2020年", "“放管服”", "法治政府", "2016—2020年", "依法治区", "报告", "通知"):
        assert title.count(whole) == sum(line.count(whole) for line in lines)
    widths = [len(line) for line in lines]
    assert len(lines) >= 2
    assert max(widths) > min(widths)


def test_middle_line_is_not_the_shortest() -> None:
    """Three lines make a diamond or a trapezoid, not an hourglass."""
    lines = parts(
        "某某市人民政府办公厅关于进一步加强和规范全市行政机关负责人出庭应诉工作推进法治政府建设的实施意见", 18
    )
    assert len(lines) == 3
    assert len(lines[1]) >= min(len(lines[0]), len(lines[2]))


def test_no_line_begins_with_de() -> None:
    """的 stays with the word it follows."""
    assert not any(
        line.startswith("的") for line in parts("某某区人民政府关于二〇二四年度预算执行情况的报告", 16)
    )


def test_the_authors_break_wins() -> None:
    """What the author wrote is kept, however it looks."""
    assert parts("一二三四", breaks=(1,)) == ["一", "二三四"]


def test_a_name_that_no_line_holds_is_broken_inside() -> None:
    """《…》 of 32 cells cannot stay whole on lines of 20."""
    lines = parts("《" + "字" * 30 + "》")
    assert len(lines) == 2
    assert max(map(len, lines)) <= 20


def test_a_title_of_any_length_breaks_at_once() -> None:
    """Fifteen lines take no longer than two: what is tried grows with the lines, not with their ways."""
    lines = parts("长" * 300)
    assert "".join(lines) == "长" * 300
    assert max(map(len, lines)) <= 20
