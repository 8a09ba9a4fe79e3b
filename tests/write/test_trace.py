"""Trace: one placed thing a line."""

from __future__ import annotations

from render.diagnostics import NOWHERE
from render.pages import ARTIFACT, Page, Pages, PlacedImage, Rule, TextRun
from render.write.trace import write_trace


def test_everything_placed_is_listed_in_order() -> None:
    """Text with its face, size and baseline, rules with both ends, pictures with their size."""
    items = (
        TextRun("一、总体情况", "GongwenHei", 16.0, 72.0, 96.04, (16.0,) * 6, 1, NOWHERE),
        TextRun("文件", "GongwenTitle", 22.5, 100.0, 130.0, (22.5,) * 2, 2, NOWHERE, color="FF0000"),
        Rule(72.0, 140.0, 500.0, 140.0, 0.75, "FF0000"),
        PlacedImage("图片/办件.png", 100.0, 200.0, 80.0, 40.0, 3),
    )
    folio = TextRun("— 2 —", "GongwenSong", 14.0, 400.0, 780.0, (14.0,) * 5, ARTIFACT, NOWHERE)
    sides = (Page(595.276, 841.89, items, 1), Page(595.276, 841.89, (folio,), 2))

    assert write_trace(Pages(sides, (), (), {})) == (
        "page 1  595.3 x 841.9\n"
        '  line  x=72.0  y=96.0  GongwenHei 16  "一、总体情况"\n'
        '  line  x=100.0  y=130.0  GongwenTitle 22.5  "文件"  #FF0000\n'
        "  rule  x=72.0  y=140.0  to x=500.0  y=140.0  0.75  #FF0000\n"
        "  image  x=100.0  y=200.0  80.0 x 40.0  图片/办件.png\n"
        "page 2  595.3 x 841.9\n"
        '  line  x=400.0  y=780.0  GongwenSong 14  "— 2 —"\n'
    )
