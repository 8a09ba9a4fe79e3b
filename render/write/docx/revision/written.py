"""What is written: the body of a document as paragraphs and tables, ready to be compared with another.

Two bodies this writer wrote, or one and a text from elsewhere, meet here in one shape. It is the shape of
WordprocessingML, not that of blocks: tracked changes are defined on paragraphs, their marks, runs and rows
(ISO/IEC 29500-1, 17.13.5), a masthead or a signature comes apart into paragraphs at heights of their own,
and a document somebody else made has no blocks at all. What is read off is kept as it was written, element by
element, so that accepting all changes gives this writer's own document again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from ....noun import Noun
from ..parts import W, document_opening

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK = "\r"
"""Stands for a paragraph mark where several paragraphs are one text; XML holds no such character."""

_FIRST_DRAWING = 0xE1000
"""Drawings are characters of a plane that Unicode leaves empty but for tags (Unicode 15.1, 23.9)."""

_DRAWING = re.compile("[\U000e1000-\U000effff]")
_RELATION = re.compile(r'r:(?:embed|id)="([^"]+)"')
_SIZE = re.compile(r"<wp:extent[^>]*/>")
_HEADING = re.compile(r"Heading([1-4])")
_SPACE = " \u3000\t"


class Piece(Noun, frozen=True):
    """Characters of a paragraph that look alike, or one drawing."""

    text: str
    look: str = ""  # `w:rPr`; empty: as the paragraph's style has it
    drawing: str = ""  # `w:drawing`; `text` is then the one character that stands for it


class Para(Noun, frozen=True):
    """A paragraph, its properties as they were written."""

    pieces: tuple[Piece, ...]
    properties: str = ""  # inside of `w:pPr`, without what the next two hold
    mark_look: str = ""  # inside of `w:rPr` of its mark
    section: str = ""  # `w:sectPr`, where a section ends with it
    style: str = ""  # id of its style
    bookmarks: tuple[tuple[int, str], ...] = ()  # where each begins or ends, and the element that says so
    level: int = 0  # of the heading it is, or begins with; 0: none
    head: int = 0  # characters of a run-in heading

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def shown(self) -> str:
        """All its characters but drawings."""
        return _DRAWING.sub("", self.text)


class Cell(Noun, frozen=True):
    """A cell of a table."""

    properties: str  # inside of `w:tcPr`
    paragraphs: tuple[Para, ...]
    columns: int = 1

    @property
    def text(self) -> str:
        """Its paragraphs as one text."""
        return MARK.join(paragraph.text for paragraph in self.paragraphs)


class Row(Noun, frozen=True):
    """A row of a table."""

    properties: str  # inside of `w:trPr`
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """Its cells as one text."""
        return "\t".join(cell.text for cell in self.cells)


class Table(Noun, frozen=True):
    """A table."""

    properties: str  # `w:tblPr` and `w:tblGrid`
    columns: int
    rows: tuple[Row, ...]
    is_merged: bool = False  # cells go on with those above them

    @property
    def text(self) -> str:
        """Its rows as one text."""
        return "\n".join(row.text for row in self.rows)


Item: TypeAlias = Para | Table


class Drawings:
    """The characters that drawings of both bodies are told by: one for those that show the same."""

    def __init__(self, shown: dict[str, str]) -> None:
        """Take what each relationship leads to, where two may lead to the same."""
        self._shown = shown
        self._chars: dict[str, str] = {}

    def char(self, drawing: str) -> str:
        """Give the character of a drawing."""
        relation = _RELATION.search(drawing)
        size = _SIZE.search(drawing)
        shown = self._shown.get(relation[1], relation[1]) if relation else drawing
        return self._chars.setdefault(
            f"{shown} {size[0] if size else ''}", chr(_FIRST_DRAWING + len(self._chars))
        )


def read_body(body: str, drawings: Drawings) -> tuple[list[Item], str]:
    """Read a body that this writer wrote.

    Args:
        body: The elements in order.
        drawings: Tells which drawings are the same; goes on from one body to the next.

    Returns:
        What stands in it, and the properties of its last section.
    """
    return _Reader(drawings).read(body)


class _Reader:
    def __init__(self, drawings: Drawings) -> None:
        self._drawings = drawings
        self._declarations = ""

    def read(self, body: str) -> tuple[list[Item], str]:
        from lxml import etree

        root = etree.fromstring(f"{document_opening()}{body}</w:body></w:document>".encode())
        # What lxml writes into the first tag of every element it gives as text.
        self._declarations = etree.tostring(etree.SubElement(root, "x"), encoding="unicode")[2:-2]
        items: list[Item] = []
        section = ""
        for element in root[0]:
            match _name(element):
                case "p":
                    items.append(self._paragraph(element))
                case "tbl":
                    items.append(self._table(element))
                case "sectPr":
                    section = self._xml(element)
                case name:
                    raise ValueError(f"w:{name} in a body")
        return items, section

    def _xml(self, element: _Element) -> str:
        from lxml import etree

        text: str = etree.tostring(element, encoding="unicode", with_tail=False)
        return text.replace(self._declarations, "", 1)

    def _inside(self, element: _Element | None, *, without: Sequence[str] = ()) -> str:
        children: Iterable[_Element] = () if element is None else element
        return "".join(self._xml(each) for each in children if _name(each) not in without)

    def _paragraph(self, element: _Element) -> Para:
        properties = element.find(f"{{{W}}}pPr")
        pieces: list[Piece] = []
        bookmarks: list[tuple[int, str]] = []
        at = 0
        for child in element:
            name = _name(child)
            if name == "r":
                found = list(self._pieces(child))
                pieces += found
                at += sum(len(piece.text) for piece in found)
            elif name in ("bookmarkStart", "bookmarkEnd"):
                bookmarks.append((at, self._xml(child)))
        if properties is None:
            return Para(tuple(pieces), bookmarks=tuple(bookmarks))
        named = properties.find(f"{{{W}}}pStyle")
        style = "" if named is None else named.get(f"{{{W}}}val", "")
        section = properties.find(f"{{{W}}}sectPr")
        level, head = _heading(style, pieces)
        return Para(
            tuple(pieces),
            self._inside(properties, without=("rPr", "sectPr")),
            self._inside(properties.find(f"{{{W}}}rPr")),
            "" if section is None else self._xml(section),
            style,
            tuple(bookmarks),
            level,
            head,
        )

    def _pieces(self, run: _Element) -> Iterator[Piece]:
        look = ""
        text: list[str] = []
        for child in run:
            name = _name(child)
            if name == "rPr":
                look = self._xml(child)
            elif name == "t":
                text.append(child.text or "")
            elif name in ("br", "tab"):
                text.append("\n" if name == "br" else "\t")
            elif name == "drawing":
                drawing = self._xml(child)
                if "<wp:anchor" in drawing:
                    continue  # a seal: what is still being changed is not sealed
                yield Piece(self._drawings.char(drawing), look, drawing)
            else:
                raise ValueError(f"w:{name} in a run")
        if text:
            yield Piece("".join(text), look)

    def _table(self, element: _Element) -> Table:
        properties = element.find(f"{{{W}}}tblPr")
        grid = element.find(f"{{{W}}}tblGrid")
        assert properties is not None
        assert grid is not None
        rows = tuple(self._row(row) for row in element.iterfind(f"{{{W}}}tr"))
        is_merged = any("<w:vMerge" in cell.properties for row in rows for cell in row.cells)
        return Table(self._xml(properties) + self._xml(grid), len(grid), rows, is_merged)

    def _row(self, element: _Element) -> Row:
        cells = []
        for cell in element.iterfind(f"{{{W}}}tc"):
            properties = cell.find(f"{{{W}}}tcPr")
            span = None if properties is None else properties.find(f"{{{W}}}gridSpan")
            columns = 1 if span is None else int(span.get(f"{{{W}}}val", "1"))
            paragraphs = tuple(self._paragraph(each) for each in cell.iterfind(f"{{{W}}}p"))
            cells.append(Cell(self._inside(properties), paragraphs, columns))
        return Row(self._inside(element.find(f"{{{W}}}trPr")), tuple(cells))


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _heading(style: str, pieces: Sequence[Piece]) -> tuple[int, int]:
    """Tell the level of a heading, and how much of a paragraph it is where it runs in."""
    if found := _HEADING.fullmatch(style):
        return int(found[1]), 0
    level = head = 0
    for piece in pieces:
        found = _HEADING.search(piece.look)
        if not found:
            break
        level = int(found[1])
        head += len(piece.text)
    return level, head
