"""Looks: how a file from anywhere is set, as the file itself says or shows it.

A DOCX says it in attributes: page set-up, and for every paragraph the values in force once defaults, styles
and direct formatting are laid over each other. A PDF shows it: lines at their places, strokes, faces. Which
of both there is, `kind` tells; the other is empty. Lengths are points. None means that the file does not say.
"""

from __future__ import annotations

from .diagnostics import NOWHERE, Source
from .noun import Noun


class Section(Noun, frozen=True):
    """Pages of one set-up (节)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    source: Source
    gutter: float = 0.0
    columns: int = 1
    pitch: float | None = None  # of the grid's lines; None: no grid
    cells: int | None = None  # characters of a line of the grid; None: it has lines alone
    footer: float | None = None  # from the lower edge of the sheet to the foot


class Edge(Noun, frozen=True):
    """A level line drawn at a paragraph or a table of a DOCX."""

    side: str  # "above", "below" or "between"; "drawn": a line of its own, wherever it lies
    thickness: float
    color: str = ""  # RRGGBB; "" is black


class RunLook(Noun, frozen=True):
    """Characters that look alike."""

    text: str
    face: str = ""  # of Han characters, as the file names it
    latin: str = ""  # of letters and digits
    size: float = 0.0
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    color: str = ""  # RRGGBB; "" is black
    highlight: str = ""  # a marker's colour, or a shade other than white
    scale: float = 1.0  # of the characters' width
    tracking: float = 0.0  # added behind each character
    is_struck: bool = False


class ParagraphLook(Noun, frozen=True):
    """A paragraph of a DOCX and the values in force for it."""

    text: str  # as shown, without its automatic number
    source: Source
    runs: tuple[RunLook, ...] = ()
    role: str = ""  # of `content.ROLES`, or heading-1 to heading-4; "": not told, as in a table
    place: str = "body"  # or "table", "box", "header", "footer"
    alignment: str = "left"  # "center", "right", "justify", "distribute"
    first_line: float = 0.0  # in characters of its own size; negative: hanging
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    pitch: float | None = None  # from line to line; None: as the face has it
    pitch_rule: str = "auto"  # "exact", "least", or "auto": `lines` times the face's own height
    lines: float = 1.0
    follows_grid: bool = True
    number: str = ""  # made by the word processor
    style: str = ""  # name of its style
    starts_page: bool = False
    line_breaks: int = 0  # typed within the paragraph
    tabs: int = 0
    edges: tuple[Edge, ...] = ()  # lines at it
    has_picture: bool = False
    has_stops: bool = False  # tab stops of its own
    lead: int = 0  # characters at its beginning that are a heading running in
    lead_level: int = 0
    order: int = 0  # among all paragraphs of the file's main part, from 0
    section: int = 0  # index of its section

    @property
    def size(self) -> float:
        """The size most of its characters have; 0 without any."""
        counts: dict[float, int] = {}
        for run in self.runs:
            counts[run.size] = counts.get(run.size, 0) + len(run.text.strip())
        return max(counts, key=lambda size: counts[size]) if any(counts.values()) else 0.0


class TableLook(Noun, frozen=True):
    """A table of a DOCX."""

    source: Source
    text: str  # of its first cell that has any
    width: float  # 0: the file does not say
    rows: int
    repeats_head: bool
    edges: tuple[Edge, ...] = ()
    section: int = 0


class FolioLook(Noun, frozen=True):
    """A page number as the foot of a DOCX section has it."""

    text: str  # with # for the number
    pages: str  # "odd" (all, where even ones have no own), "even" or "first"
    run: RunLook
    alignment: str
    indent: float  # from the side it stands at, in points
    source: Source


class LineLook(Noun, frozen=True):
    """A line of a PDF page; places from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float  # of the characters' own height
    top: float
    runs: tuple[RunLook, ...]
    role: str = ""  # as of a paragraph
    is_first: bool = False  # of its paragraph
    is_last: bool = False

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        return max(self.runs, key=lambda run: len(run.text.strip())).size if self.runs else 0.0


class Stroke(Noun, frozen=True):
    """A line drawn level on a page."""

    left: float
    right: float
    middle: float
    thickness: float
    color: str = ""


class PageLook(Noun, frozen=True):
    """A page of a PDF."""

    number: int  # from 1
    width: float
    height: float
    lines: tuple[LineLook, ...]  # from the top down
    strokes: tuple[Stroke, ...] = ()
    pictures: int = 0
    source: Source = NOWHERE


class FaceLook(Noun, frozen=True):
    """A face that characters are set in."""

    name: str
    is_embedded: bool
    source: Source  # where it is used first


class Remnant(Noun, frozen=True):
    """Something left over from the making of a file: a key of the rules that look for it."""

    kind: str  # "change", "comment", "hidden", "field", "box", "link", "password" …
    text: str
    source: Source


class Looks(Noun, frozen=True):
    """How a file is set."""

    kind: str  # "DOCX" or "PDF"
    form: str = "report"  # "gongwen", "letter", "order", "minutes", or what else it looks like
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[ParagraphLook, ...] = ()
    tables: tuple[TableLook, ...] = ()
    folios: tuple[FolioLook, ...] = ()
    pages: tuple[PageLook, ...] = ()
    faces: tuple[FaceLook, ...] = ()
    remnants: tuple[Remnant, ...] = ()
