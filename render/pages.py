"""Pages: everything at a fixed place, in points from the top left corner.

The one truth for PDF, previews and page checks. Items come in reading order; each names the
structure element it belongs to, so that a tagged PDF needs no second look at the text. A side set
landscape is described as one reads it, the sheet turned a quarter clockwise: its left edge on top.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from .blocks import Image
from .diagnostics import NOWHERE, Source
from .noun import Noun

ARTIFACT = -1
"""The element number of what is not content: page numbers, rules of a table."""


class TextRun(Noun, frozen=True):
    """Characters that share a face, a size and a baseline."""

    text: str
    face: str  # a name the font book knows, never a file path
    size: float
    x: float  # left edge of the first advance
    baseline: float
    advances: tuple[float, ...]  # one per character of `text`, tracking and slack included
    element: int  # index into `Pages.elements`, or ARTIFACT
    source: Source
    figures: tuple[tuple[int, int, str], ...] = ()  # character ranges of `text` that print a figure
    color: str = "000000"
    bold: bool = False  # drawn with a stroke around it, since the faces have no bold of their own
    turned: bool = False  # a quarter clockwise around its first character: a page number on a landscape side
    stretch: float = 1.0  # width of its characters over the face's own


class Rule(Noun, frozen=True):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    color: str = "000000"


class PlacedImage(Noun, frozen=True):
    """A picture in a box."""

    image: str  # key into `Pages.images`
    x: float
    y: float  # upper edge
    width: float
    height: float
    element: int


class Path(Noun, frozen=True):
    """Straight lines from point to point, stroked, filled, or both; what charts are drawn with."""

    lines: tuple[tuple[tuple[float, float], ...], ...]  # each from point to point
    element: int
    thickness: float = 0.0  # of the stroke; 0: none
    fill: str = ""  # colour; empty: not filled
    closed: bool = False  # the last point of each line is joined to its first
    color: str = "000000"  # of the stroke
    dash: tuple[float, ...] = ()  # lengths of dash and gap in turn; empty: unbroken


Item: TypeAlias = TextRun | Rule | PlacedImage | Path


class Page(Noun, frozen=True):
    """One laid-out side."""

    width: float
    height: float
    items: tuple[Item, ...]
    folio: int | None  # printed page number; None where none is printed

    @property
    def landscape(self) -> bool:
        """Whether the sheet is turned to be read."""
        return self.width > self.height


class Element(Noun, frozen=True):
    """A node of the structure tree (ISO 32000-1, 14.7.2); parents come before their children."""

    tag: str
    parent: int  # index of the parent element; -1 for the Document element
    alternative: str = ""  # of a Figure
    scope: str = ""  # of a TH: "Column" or "Row"
    span: int = 1  # columns a TH or TD covers
    source: Source = NOWHERE


class Bookmark(Noun, frozen=True):
    """An entry of the outline."""

    level: int  # from 1
    title: str
    page_index: int
    y: float  # upper edge of its line


class Pages(Noun, frozen=True):
    """A whole document, laid out."""

    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    bookmarks: tuple[Bookmark, ...]
    images: Mapping[str, Image]
