"""Blocks: content with role styles, numbers, captions and references settled; reflowable.

Compose makes them from content. Layout returns them *settled*: the same types with the decisions
that needed pages filled in (title breaks, signature indents, what moved to the next page). The
DOCX is written from settled blocks, because a word processor breaks its own lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from .diagnostics import Source
from .template import Template


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a paragraph that look alike and come from one place."""

    text: str
    source: Source
    style: str | None = None  # a character style of the template; None: the paragraph's own
    figure: str | None = None  # key of the figure the characters print


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: a word processor's `w:p`."""

    style: str  # a style of the template
    runs: tuple[Run, ...]
    source: Source
    tag: str = "P"  # structure type in a tagged PDF (ISO 32000-1, 14.8.4)
    head_runs: int = 0  # how many leading runs are a run-in heading, tagged `H1`–`H4` by `head_tag`
    head_tag: str = ""
    hanging: int = 0  # leading characters that later lines are set in by, as in 附件：1.
    anchor: str | None = None
    sheet_start: bool = False  # begins on a new page side
    landscape: bool = False  # stands on a side set landscape; where it changes, a new side begins
    # Settled by layout; None: not settled, the style's own value holds.
    breaks: tuple[int, ...] | None = None  # character offsets where a line must end
    indent_left: float | None = None  # in cells
    indent_right: float | None = None  # in cells
    first_line: float | None = None  # in cells, beyond indent_left; negative: the first line hangs out
    keep_with_next: bool | None = None
    keep_two_lines: bool = False  # never fewer than two of its lines on a page (widow control)

    @property
    def text(self) -> str:
        """All characters of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `align` is "left", "center", "right" or "decimal"."""

    runs: tuple[Run, ...]
    align: str
    source: Source
    columns: int = 1  # how many columns it spans
    indent: int = 0  # of all its lines, in em

    @property
    def text(self) -> str:
        """All characters of the cell."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Head rows repeat on every page it reaches."""

    style: str  # a table style of the template
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: Source
    alternative: str = ""  # summary for screen readers
    sheet_start: bool = False
    landscape: bool = False
    # Settled by layout; empty: not settled.
    widths: tuple[float, ...] = ()  # of the columns, in points
    heights: tuple[int, ...] = ()  # of head rows, then rows, in grid rows
    decimals: tuple[
        float, ...
    ] = ()  # per column: where the decimal point stands from the column's right edge


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a line of its own, centred."""

    image: str  # key into `Composed.images`
    alternative: str
    source: Source
    sheet_start: bool = False
    landscape: bool = False
    # Settled by layout; zero: not settled.
    width: float = 0.0
    height: float = 0.0
    rows: int = 0  # grid rows it takes


Block: TypeAlias = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file, read and measured."""

    data: bytes
    format: str  # "png" or "jpeg"
    width_px: int
    height_px: int
    dpi: float


@dataclass(frozen=True, slots=True)
class Composed:
    """A report ready to be laid out, or laid out and settled."""

    template: Template
    title: str
    issued_on: date | None
    metadata: Mapping[str, str | tuple[str, ...]]
    blocks: tuple[Block, ...]
    images: Mapping[str, Image]


@dataclass(frozen=True, slots=True)
class Properties:
    """What a written file says about itself; dates come with the job, never from the clock."""

    title: str
    author: str  # the issuers
    subject: str
    keywords: str
    created: datetime  # with a time zone
    language: str = "zh-CN"
