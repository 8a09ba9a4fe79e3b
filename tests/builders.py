"""Small reports for tests: round advances, few words, sums one can do in the head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from render import layout_file
from render.blocks import FILLS, STROKES, Block, Cell, Chart, Composed, Image, Paragraph, Run, Table
from render.content import CHART_KINDS, Content, Heading, Node, Row, Series, Span, Spans
from render.content import Paragraph as SaidParagraph
from render.content import Table as SaidTable
from render.diagnostics import NOWHERE
from render.target import TARGETS, Target

PLAIN = replace(TARGETS["word"], first_line=0.0)
"""A target without gaps, so that widths are sums of advances."""


def spans(text: str) -> Spans:
    """One span that nobody wrote anywhere."""
    return (Span(text, NOWHERE),) if text else ()


def said(text: str, role: str = "text") -> SaidParagraph:
    """A paragraph of content."""
    return SaidParagraph(role, spans(text), NOWHERE)


def heading(level: int, text: str, **more: object) -> Heading:
    """A heading of content."""
    return Heading(level, spans(text), NOWHERE, run_in=text.endswith("。"), **more)  # type: ignore[arg-type]


def said_table(head: list[str], *rows: list[str], title: str = "", unit: str = "") -> SaidTable:
    """A table of content whose columns align by what they hold."""
    return SaidTable(
        spans(title), spans(unit), (None,) * len(head), Row(tuple(map(spans, head)), NOWHERE),
        tuple(Row(tuple(map(spans, row)), NOWHERE) for row in rows), (), NOWHERE,
    )  # fmt: skip


def content(*nodes: Node) -> Content:
    """Content of 2020 with a one-line title."""
    return Content("题", 2020, date(2021, 2, 18), None, {}, nodes)


def paragraph(text: str, style: str = "text", **more: object) -> Paragraph:
    """A block of one run."""
    return Paragraph(style, (Run(text, NOWHERE),) if text else (), NOWHERE, **more)  # type: ignore[arg-type]


def table(head: list[str], *rows: list[str], align: str = "center") -> Table:
    """A table block."""
    return Table(
        "table", (tuple(Cell((Run(t, NOWHERE),), "center", NOWHERE) for t in head),),
        tuple(tuple(Cell((Run(t, NOWHERE),), align, NOWHERE) for t in row) for row in rows), NOWHERE,
    )  # fmt: skip


def composed(*blocks: Block, images: dict[str, Image] | None = None) -> Composed:
    """Blocks in the template `report`."""
    return Composed(layout_file.load("report"), "题", date(2021, 2, 18), {}, blocks, images or {})


def target(name: str = "portable") -> Target:
    """A row of the table of targets."""
    return TARGETS[name]


def chart(
    kind: str,
    values: Mapping[str, float | tuple[float | None, ...] | None],
    *,
    series: tuple[str, ...] = ("数",),
    decimals: int = 0,
    unit: str = "件",
    figures: tuple[str, ...] = (),
    landscape: bool = False,
) -> Chart:
    """A chart block: one number a category, or one for each series."""
    rows = [value if isinstance(value, tuple) else (value,) for value in values.values()]
    numbers = [
        tuple(None if row[n] is None else Decimal(f"{row[n]:.{decimals}f}") for row in rows)
        for n in range(len(series))
    ]
    looks = STROKES if kind == "lines" else ("dark",) if len(series) == 1 else FILLS
    return Chart(
        kind, unit, tuple(values), tuple(Series(n, v, figures) for n, v in zip(series, numbers, strict=True)),
        looks[: len(series)], decimals, CHART_KINDS[kind], NOWHERE,
        tuple(tuple("" if v is None else f"{v}".replace("-", "−") for v in own) for own in numbers),
        landscape=landscape,
    )  # fmt: skip
