"""Charts: numbers as they will be printed, and how their series are told apart in black and white.

A line needs three points or more: two are set as columns. Without words of its own, a chart says to
those who cannot see it what it shows and every number in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..blocks import FILLS, STROKES, Chart
from ..change import rounded
from ..content import CHART_KINDS
from ..content import Chart as SaidChart
from ..diagnostics import Diagnostic
from ..noun import replace

FEWEST_POINTS = 3
"""On a line; two numbers are no course of things."""

MOST_SERIES = len(FILLS)

_FILLS_OF = {1: ("dark",), 2: ("rising", "dark"), 3: ("white", "rising", "dark")}
"""Of few series the last, which is this year's as a rule, is the darkest; more take `FILLS` in order."""


def chart_block(said: SaidChart) -> tuple[Chart | None, list[Diagnostic]]:
    """Set a chart's numbers and looks; None where there is nothing to draw or too much to tell apart."""
    series = tuple(
        replace(one, values=tuple(None if v is None else rounded(v, said.decimals) for v in one.values))
        for one in said.series
    )
    if not any(value is not None for one in series for value in one.values):
        return None, [Diagnostic("compose.chart_empty", said.source)]
    if len(series) > MOST_SERIES:
        values = {"series": len(series), "most": MOST_SERIES}
        return None, [Diagnostic("compose.chart_series", said.source, values)]
    found: list[Diagnostic] = []
    kind = said.kind
    if kind == "lines" and len(said.categories) < FEWEST_POINTS:
        kind = "columns"
        values = {"points": len(said.categories), "fewest": FEWEST_POINTS}
        found.append(Diagnostic("compose.chart_two_points", said.source, values))
    # A minus sign, not a hyphen.
    texts = tuple(
        tuple("" if value is None else f"{value:f}".replace("-", "−") for value in one.values)
        for one in series
    )
    looks = STROKES if kind == "lines" else _FILLS_OF.get(len(series), FILLS)
    return Chart(
        kind, said.unit, said.categories, series, looks[: len(series)], said.decimals,
        said.alternative or _in_words(said, kind, texts), said.source, texts,
    ), found  # fmt: skip


def _in_words(said: SaidChart, kind: str, texts: Sequence[Sequence[str]]) -> str:
    """Say what a chart shows: its kind, title and unit, then the numbers, series by series."""
    title = "".join(span.text for span in said.title).replace("\n", "")
    unit = f"（单位：{said.unit}）" if said.unit else ""
    opening = f"{CHART_KINDS[kind]}：{title}{unit}。" if title or unit else f"{CHART_KINDS[kind]}。"
    sentences = []
    for one, printed in zip(said.series, texts, strict=True):
        pairs = zip(said.categories, printed, strict=True)
        numbers = "，".join(f"{category}{text or '无数据'}" for category, text in pairs)
        name = f"{one.name}：" if one.name and len(said.series) > 1 else ""
        sentences.append(f"{name}{numbers}。")
    return opening + "".join(sentences)
