"""Blocks: content with role styles, numbers, captions and references settled; reflowable.

Compose makes them from content. Layout returns them *settled*: the same types with the decisions
that needed pages filled in (title breaks, signature indents, what moved to the next page). The
DOCX is written from settled blocks, because a word processor breaks its own lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from .content import Series
from .diagnostics import Source
from .noun import Noun
from .template import Template


class Run(Noun, frozen=True):
    """Characters of a paragraph that look alike and come from one place."""

    text: str
    source: Source
    style: str | None = None  # a character style of the template; None: the paragraph's own
    figure: str | None = None  # key of the figure the characters print


class Paragraph(Noun, frozen=True):
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


class Cell(Noun, frozen=True):
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


class Table(Noun, frozen=True):
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


class Picture(Noun, frozen=True):
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


class Piece(Noun, frozen=True):
    """Characters of a line that stand at a place of their own, as a tab stop gives it."""

    runs: tuple[Run, ...]
    x: float  # from the left edge of the type area
    align: str = "left"  # which end of the piece stands there: "left", "center" or "right"
    joins: bool = False  # goes on with the element of the piece before it


class Line(Noun, frozen=True):
    """A line at a height of its own, off the grid."""

    style: str  # a style of the template
    pieces: tuple[Piece, ...]
    baseline: float  # from the upper edge of the type area
    source: Source
    size: float = 0.0  # 0: the style's
    stretch: float = 1.0  # width of a character over the face's own
    spread: float = 0.0  # width its characters are spread over; 0: their own


class Masthead(Noun, frozen=True):
    """The head of a document (版头): what stands above the title on its first page."""

    corner: tuple[Paragraph, ...]  # 份号, 密级, 紧急程度, a row each; "blank" where one is left free
    stage: Paragraph | None  # 稿次, at the right of the first row
    mark: tuple[Paragraph, ...]  # names of the agencies, the host's first
    suffix: Paragraph | None  # 文件, to the right of the names
    number: Paragraph | None
    signers: tuple[Paragraph, ...]  # each begins with 签发人： or is a name alone
    source: Source
    is_upward: bool = False
    is_preprinted: bool = False  # the paper has mark and rule; their room is left (套打)
    sheet_start: bool = False
    landscape: bool = False
    # Settled by layout, for the geometry of the DOCX; zero and empty: not settled.
    rows: int = 0  # grid rows it takes
    corner_lines: tuple[Line, ...] = ()
    mark_lines: tuple[Line, ...] = ()  # with the suffix on the last one where there is one name
    suffix_line: Line | None = None  # beside several names
    number_lines: tuple[Line, ...] = ()
    rule: float | None = None  # from the upper edge of the type area to that of the rule

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Everything it says, in reading order."""
        single = (self.stage, self.suffix, self.number)
        stage, suffix, number = ((each,) if each else () for each in single)
        return (*self.corner[:1], *stage, *self.corner[1:], *self.mark, *suffix, *number, *self.signers)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its settled lines, as a DOCX has them: 文件 in the row of the first of several names."""
        suffix = (self.suffix_line,) if self.suffix_line else ()
        return (*self.corner_lines, *self.mark_lines[:1], *suffix, *self.mark_lines[1:], *self.number_lines)


class Seal(Noun, frozen=True):
    """The picture of a seal, over or under a line of a signature."""

    image: str  # key into `Composed.images`
    alternative: str
    # Settled by layout.
    x: float = 0.0  # of its left edge, from the left edge of the type area
    y: float = 0.0  # of its upper edge, from that of the signature
    width: float = 0.0
    height: float = 0.0
    line: int = 0  # the line of the signature it belongs to


class Signature(Noun, frozen=True):
    """A signature that is sealed: names and date with room for seals, or their pictures (落款)."""

    names: tuple[Paragraph, ...]  # the issuers, or the titles of who signs
    date: Paragraph | None
    seals: tuple[Seal, ...]  # one for each name; empty: the room stays free
    source: Source
    is_signed: bool = False  # with signature seals (签名章), one below the other
    sheet_start: bool = False
    landscape: bool = False
    # Settled by layout, for the geometry of the DOCX.
    rows: int = 0
    lines: tuple[Line, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Everything it says, in reading order."""
        return (*self.names, *((self.date,) if self.date else ()))


class Colophon(Noun, frozen=True):
    """The foot of a document's last page (版记): who else gets it, who printed it, and when."""

    lists: tuple[Paragraph, ...]  # 主送 moved here, 抄送; later lines begin below the first name
    printer: Paragraph | None
    printed: Paragraph | None
    source: Source
    sheet_start: bool = False
    landscape: bool = False
    # Settled by layout, for the geometry of the DOCX.
    rows: int = 0  # grid rows it takes
    heights: tuple[int, ...] = ()  # lines of each list
    blank: float = 0.0  # above it, from the text or from the head of its page
    skipped: int = 0  # page sides it turns: 0 none, 1 the next one, 2 one that stays blank

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Everything it says, in reading order."""
        return (*self.lists, *(each for each in (self.printer, self.printed) if each))


class Plot(Noun, frozen=True):
    """Where a chart is drawn; lengths in points from its upper left corner."""

    x: float  # of the field that bars and lines stand in
    y: float
    width: float
    height: float
    least: Decimal  # of the axis of numbers
    most: Decimal
    step: Decimal
    gap: float  # between groups of bars, in widths of one bar
    unit: tuple[float, float]  # where the unit begins: left, top
    key: tuple[float, float, float, float] | None  # box of the key (图例): left, top, width, height
    names: tuple[tuple[str, ...], ...]  # lines of each category's name; none where it is not printed
    numbers: tuple[tuple[str, ...], ...]  # per series and category, where the value stands: "beyond" the
    # end of its bar, "above" or "below" its point, "" nowhere


class Chart(Noun, frozen=True):
    """Numbers drawn on rows of their own: bars, columns or lines."""

    kind: str  # "bars", "columns" or "lines"; layout lays columns down that do not fit standing
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]  # rounded as printed
    looks: tuple[str, ...]  # per series: one of `FILLS` or of `STROKES`
    decimals: int
    alternative: str
    source: Source
    texts: tuple[tuple[str, ...], ...]  # per series and category: the value as printed; empty: none
    sheet_start: bool = False
    landscape: bool = False
    # Settled by layout; zero and None: not settled.
    width: float = 0.0
    height: float = 0.0
    rows: int = 0  # grid rows it takes
    plot: Plot | None = None


FILLS = ("white", "across", "rising", "lattice", "upright", "dark")
"""How bars are told apart in black and white: hatched in four ways, and the two that need no hatch."""

STROKES = ("disc", "square", "triangle", "diamond", "cross", "plus")
"""How lines are told apart: by the marks at their points, each with a dash of its own."""


Block: TypeAlias = Paragraph | Table | Picture | Chart | Masthead | Signature | Colophon


class Image(Noun, frozen=True):
    """A picture file, read and measured."""

    data: bytes
    format: str  # "png" or "jpeg"
    width_px: int
    height_px: int
    dpi: float
    sized: bool = True  # the file states its resolution, and so its size


class Composed(Noun, frozen=True):
    """A report ready to be laid out, or laid out and settled."""

    template: Template
    title: str
    issued_on: date | None
    metadata: Mapping[str, str | tuple[str, ...]]
    blocks: tuple[Block, ...]
    images: Mapping[str, Image]


class Properties(Noun, frozen=True):
    """What a written file says about itself; dates come with the job, never from the clock."""

    title: str
    author: str  # the issuers
    subject: str
    keywords: str
    created: datetime  # with a time zone
    language: str = "zh-CN"
