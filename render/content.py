"""Content: what the report says, for one year and one edition, before it has any look.

The standard's elements have one English name each, fixed here as paragraph roles and used by
templates, styles and tags alike (GB/T 9704-2012, clause 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from .diagnostics import Source
from .noun import Noun

ROLES = {
    "copy-no": "份号",
    "security": "密级和保密期限",
    "urgency": "紧急程度",
    "stage": "稿次",
    "mark": "发文机关标志",
    "mark-suffix": "发文机关标志中的“文件”",
    "number": "发文字号",
    "signer": "签发人",
    "title": "标题",
    "information": "信息表",
    "addressee": "主送机关",
    "text": "正文",
    "closing": "结语",
    "attachment-list": "附件说明",
    "issuer": "发文机关署名",
    "signatory": "签名章前的职务",
    "date": "成文日期",
    "seal": "印章",
    "note": "附注",
    "attendance": "出席、请假和列席人员",
    "attachment-mark": "附件序号",
    "attachment-title": "附件标题",
    "table-title": "表题",
    "table-unit": "表的计量单位",
    "table-note": "表注",
    "picture-title": "图题",
    "copies": "抄送机关",
    "printer": "印发机关",
    "printed": "印发日期",
}
"""Paragraph roles and their names in the standard; headings are told by their level."""


class Span(Noun, frozen=True):
    """Characters of one origin: typed by the author, or inserted for a figure."""

    text: str
    source: Source
    figure: str | None = None  # key of the figure the characters print
    emphasis: str | None = None  # None, "emphasis" or "strong"


Spans: TypeAlias = tuple[Span, ...]


class Heading(Noun, frozen=True):
    """A heading of the text; the template numbers it."""

    level: int  # 1 to 4
    spans: Spans
    source: Source
    run_in: bool = False  # runs into the paragraph after it, as one that ends in 。 does
    numbered: bool = True
    number: str | None = None  # the author's own number, printed as it stands
    anchor: str | None = None


class Paragraph(Noun, frozen=True):
    """A paragraph in one of the `ROLES`; a line feed in a span is the author's own line break."""

    role: str
    spans: Spans
    source: Source


class Row(Noun, frozen=True):
    """One row of a table."""

    cells: tuple[Spans, ...]
    source: Source
    across: bool = False  # its first cell alone, across all columns: the name of a group of rows


class Table(Noun, frozen=True):
    """A table: its title above, one head row, and rows of the same width."""

    title: Spans
    unit: Spans  # 单位：件, set at the upper right; empty when columns differ
    alignments: tuple[
        str | None, ...
    ]  # per column: "left", "center", "right", "decimal" or None (by content)
    head: Row
    rows: tuple[Row, ...]
    notes: tuple[Spans, ...]
    source: Source
    role: str = "table"  # or "information": the label/value table of a web page


class Picture(Noun, frozen=True):
    """A picture of the report folder with its title (图题) below."""

    path: str  # relative to the report folder, `/` between parts
    title: Spans
    alternative: str  # what a screen reader says
    source: Source
    role: str = "picture"  # or "seal": over the issuer's name


class Series(Noun, frozen=True):
    """One line of numbers in a chart."""

    name: str  # in the key (图例)
    values: tuple[Decimal | None, ...]  # one per category; None: nothing is drawn
    figures: tuple[str | None, ...] = ()  # keys of the figures that the values print; empty: of none


CHART_KINDS = {"bars": "条形图", "columns": "柱形图", "lines": "折线图"}
"""Lying bars, standing ones, and lines over three or more years, with their Chinese names."""


class Chart(Noun, frozen=True):
    """Numbers to be drawn, as data: `layout` draws them, a word processor draws them anew."""

    kind: str  # one of `CHART_KINDS`
    title: Spans  # 图题, below
    unit: str  # at the upper left of the axis of numbers, without 单位：
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int  # of the numbers as printed; they are rounded to it
    source: Source
    alternative: str = ""  # what a screen reader says; empty: what is compared, and the numbers


class SheetStart(Noun, frozen=True):
    """What follows, up to the next one, begins on a new page side (另面)."""

    source: Source
    landscape: bool = False  # on sides set landscape (横排); one that begins an attachment turns its head too


Node: TypeAlias = Heading | Paragraph | Table | Picture | Chart | SheetStart


class Appendix(Noun, frozen=True):
    """An attachment (附件) that was made, not written: a comparison of years."""

    title: Spans
    nodes: tuple[Node, ...]


class Content(Noun, frozen=True):
    """The whole report for one year and one edition, in reading order."""

    title: str  # on one line, for file names and document properties
    year: int
    issued_on: date | None
    edition: str | None
    metadata: Mapping[str, str | tuple[str, ...]]  # rendered, by English key name
    nodes: tuple[Node, ...]
