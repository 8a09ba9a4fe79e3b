"""Template: the look of a form.

Lengths are points, except for counts of cells (width of one Han character) and rows (one grid line),
the units of GB/T 9704-2012, clause 3. `layout_file` reads templates from their folders.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .noun import Noun, field, replace

FORMS = ("document", "letter", "order", "minutes")
"""文件, 信函, 命令（令） and 纪要 (GB/T 9704-2012, clauses 7 and 10)."""

SHEET_WIDTH, SHEET_HEIGHT = 595.3, 841.9  # A4 in whole twips (11906 × 16838), as Word writes it
_TINY = 1e-6  # of a row; so that rounding costs none


class Geometry(Noun, frozen=True):
    """Margins and row pitch of one way to set the same 22 × 28 grid."""

    top: float
    bottom: float
    left: float
    right: float
    pitch: float  # from row to row


class Grid(Noun, frozen=True):
    """How many cells and rows a full page holds (GB/T 9704-2012, 5.2.1 and 5.2.3)."""

    cells: int
    rows: int


class Style(Noun, frozen=True):
    """How one role of paragraph looks."""

    name: str
    title: str  # what Word's style list shows
    face: str  # a face role: 小标宋 仿宋 黑体 楷体 宋体
    size: float
    align: str = "justify"  # justify, left, center or right
    first_line: float = 0.0  # indent of the first line, in cells
    indent_left: float = 0.0  # cells
    indent_right: float = 0.0  # cells
    tracking: float = 0.0  # added after every character
    leading: float = 0.0  # from line to line; 0: one grid row
    rows_before: int = 0  # blank grid rows above
    rows_after: int = 0
    keep_with_next: bool = False
    outline_level: int = 0  # 1 to 4 for headings, 0 for text
    bold: bool = False
    color: str = "000000"


class CharacterStyle(Noun, frozen=True):
    """How a part of a paragraph differs from the rest."""

    name: str
    title: str
    face: str = ""  # empty: the paragraph's own
    bold: bool = False


class TableStyle(Noun, frozen=True):
    """How tables look: rules and the paragraph styles of their cells."""

    name: str
    head: str  # paragraph style of head cells
    body: str  # paragraph style of body cells
    rule_outer: float  # thickness of the first and last rule
    rule_inner: float  # thickness of the other rules
    vertical: bool  # rules between columns
    sides: bool  # rules at the left and right edge
    padding: float  # left and right of the text in a cell
    title: str = ""  # what Word's list of table styles shows; empty: the name


class MastheadStyle(Noun, frozen=True):
    """Where the parts of a masthead stand (GB/T 9704-2012, 7.2 and clause 10)."""

    form: str  # one of `FORMS`; what number and mark say, and where they go
    mark_top: float  # from the sheet's upper edge to that of the mark
    rows_below_mark: int  # blank rows between mark and number
    rows_below: int  # blank rows between the last of it and what follows
    rule: float  # thickness of the rule below the number; 0: none
    rule_gap: float  # from the number to the rule; from the mark, in a letter
    rule_width: float  # of a letter's double rules
    thin: float  # thickness of the thin one of a double rule
    between: float  # the two of them
    foot: float  # from the lower double rule to the sheet's lower edge; 0: none
    rule_color: str
    least: float  # size of the mark below which it is too small; its largest is its style's
    least_stretch: float  # how narrow the characters of the mark may become
    tallest: float  # the most that the stacked names of a joint issue may take


class SealSpace(Noun, frozen=True):
    """The room that seals take where none is drawn (GB/T 9704-2012, 7.3.5)."""

    usual: str  # 用印 where the report does not say: 实物 or 不用
    diameter: float
    signature_width: float  # of a signature seal (签名章)
    signature_height: float
    least_dpi: int  # of a picture of a seal


class Colophon(Noun, frozen=True):
    """How the colophon (版记) looks (GB/T 9704-2012, 7.4)."""

    rule_outer: float  # thickness of the first and last rule; 0: none
    rule_inner: float
    indent: float  # left and right, in cells of its own size
    even_page: bool  # it stands on an even page, after a blank one if need be


class Folio(Noun, frozen=True):
    """The printed page number (GB/T 9704-2012, 7.5)."""

    style: str
    pattern: str  # holds {page}
    below: float  # from the lower edge of the type area to the middle of the dash
    indent: float  # from the outer edge of the type area, in cells of the folio's own size


class Template(Noun, frozen=True):
    """A form: everything compose, layout and the writers ask about looks."""

    name: str
    title: str
    folder: Path
    document: str  # text of document.md.j2
    docx_geometry: str  # "nominal" or "electronic"
    geometries: Mapping[str, Geometry]
    grid: Grid
    faces: Mapping[str, str]  # face role -> family written into the DOCX
    numbering: tuple[str, ...]  # per level: pattern with {一} or {1}
    styles: Mapping[str, Style]
    characters: Mapping[str, CharacterStyle]
    tables: Mapping[str, TableStyle]
    folio: Folio
    masthead: MastheadStyle
    seal: SealSpace
    colophon: Colophon
    inherits: tuple[str, ...] = ()  # names of the templates below this one, nearest first
    lineage: tuple[str, ...] = field(default=())  # digest material: text of every layout.toml
    width: float = SHEET_WIDTH  # of the sheet as one reads it
    height: float = SHEET_HEIGHT
    upright: Template | None = None  # of a form on turned sheets: the same form on upright ones

    @property
    def geometry(self) -> Geometry:
        """The geometry pages are laid out in: always the electronic one (GB/T 33476.2-2016, 6.2)."""
        return self.geometries["electronic"]

    @property
    def measure(self) -> float:
        """Width of the type area (版心)."""
        return self.width - self.geometry.left - self.geometry.right

    @property
    def cell(self) -> float:
        """Width of one cell of the grid, the same on upright and on turned sheets."""
        upright = self.upright or self
        return upright.measure / upright.grid.cells

    def turned(self) -> Template:
        """Give the form on sheets set landscape (GB/T 9704-2012, clause 8).

        The type area stays where it is on the sheet, whose left edge comes to be the upper one: there
        the head of a table is at the binding side of an odd page and at the cut side of an even one.
        What the electronic geometry takes off its margins for the leading above the first row and
        below the last goes along with the rows.
        """
        nominal = self.geometries["nominal"]
        geometries = {
            name: Geometry(
                top=upright.left - (nominal.top - upright.top),
                bottom=upright.right - (nominal.bottom - upright.bottom),
                left=nominal.bottom,
                right=nominal.top,
                pitch=upright.pitch,
            )
            for name, upright in self.geometries.items()
        }
        width, height = self.height, self.width
        rows = min((height - g.top - g.bottom) / g.pitch for g in geometries.values())
        cells = (width - nominal.bottom - nominal.top) / self.cell
        grid = Grid(int(cells + _TINY), max(2, int(rows + _TINY)))
        return replace(
            self, geometries=geometries, grid=grid, width=width, height=height, upright=self.upright or self
        )
