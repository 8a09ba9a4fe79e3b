"""Places: where a report prints a figure."""

from __future__ import annotations

from pathlib import Path

from folders import write_report

from render.pipeline import Job, lay_out
from render.places import Place, places_of

CHART = "::: 柱形图\n: 案件　单位：件\n\n|类别|2020年|\n|---|---|\n|收案|5|\n|审核|{{ 合同审核件数 }}|\n:::\n"


def placed(folder: Path, text: str) -> list[Place]:
    """Lay a report out and list its places."""
    laid_out = lay_out(Job(write_report(folder, text), faces="vendored")).laid_out
    assert laid_out is not None
    return list(places_of(laid_out.pages))


def test_a_figure_in_a_chart_is_told_with_what_the_chart_shows(tmp_path: Path) -> None:
    """In words, not in the letters strewn over it; the chart counts as one line of its page."""
    chart, after = placed(tmp_path, f"正文。\n\n{CHART}\n后文{{{{ 合同审核件数 }}}}件。\n")
    assert (chart.tag, chart.row) == ("Figure", None)
    assert chart.words == "柱形图：案件（单位：件）。收案5，审核28。"
    assert after.words == "后文28件。"
    assert after.line == chart.line + 2  # below its title
