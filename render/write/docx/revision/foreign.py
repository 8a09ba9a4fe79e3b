"""Texts from elsewhere: paragraphs and tables without looks, made into what this writer would have written.

A heading gets the style of its level, everything else that of running text: it is what is struck out that
takes these looks, and what is left when all changes are rejected.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....noun import Noun
from ....template import Template
from ....units import to_twips
from ..paragraph import Writer
from ..styles import TEXT, table_style_id
from ..text import attribute
from .written import Cell, Item, Para, Piece, Row, Table


class OtherLine(Noun, frozen=True):
    """A paragraph of another text."""

    text: str
    level: int = 0  # of the heading it is, or begins with; 0: none
    head: int = 0  # characters of a run-in heading


class OtherTable(Noun, frozen=True):
    """A table of another text: rows of cells, each of lines."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]


def as_items(other: Sequence[OtherLine | OtherTable], template: Template, writer: Writer) -> list[Item]:
    """Make paragraphs and tables of a text; blank ones are left out."""
    maker = _Maker(template, writer)
    items: list[Item] = []
    for each in other:
        if isinstance(each, OtherTable):
            if any(each.rows):
                items.append(maker.table(each))
        elif each.text.strip():
            items.append(maker.line(each))
    return items


class _Maker:
    def __init__(self, template: Template, writer: Writer) -> None:
        self._template, self._writer = template, writer
        self._look = next(iter(template.tables.values()))
        self._text = TEXT if TEXT in template.styles else next(iter(template.styles))

    def line(self, line: OtherLine) -> Para:
        name = f"heading-{line.level}"
        style = name if line.level and not line.head and name in self._template.styles else self._text
        return self._paragraph(line.text, style, line.level, line.head)

    def table(self, table: OtherTable) -> Table:
        columns = max(map(len, table.rows))
        width = to_twips(self._template.measure) // columns
        column = f'<w:gridCol w:w="{width}"/>'
        rows = tuple(self._row(row, columns, width) for row in table.rows)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{attribute(table_style_id(self._look.name))}"/>'
            f'<w:tblW w:w="{width * columns}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{column * columns}</w:tblGrid>"
        )
        return Table(properties, columns, rows)

    def _row(self, row: Sequence[Sequence[str]], columns: int, width: int) -> Row:
        """Make a row; where it has fewer cells than others, its last one goes across the rest."""
        row = row or ((),)
        cells = []
        for number, lines in enumerate(row, 1):
            span = 1 if number < len(row) else columns - len(row) + 1
            properties = f'<w:tcW w:w="{width * span}" w:type="dxa"/>'
            if span > 1:
                properties += f'<w:gridSpan w:val="{span}"/>'
            paragraphs = tuple(self._paragraph(line, self._look.body) for line in lines or ("",))
            cells.append(Cell(properties, paragraphs, span))
        return Row("", tuple(cells))

    def _paragraph(self, text: str, style: str, level: int = 0, head: int = 0) -> Para:
        identity = self._writer.style_id(style)
        pieces = (Piece(text),) if text else ()
        return Para(pieces, f'<w:pStyle w:val="{identity}"/>', style=identity, level=level, head=head)
