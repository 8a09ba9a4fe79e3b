"""Tables: settled widths and heights as `w:tbl`; the rules come with the table's style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...blocks import Cell, Table
from ...pattern import pattern
from ...template import Style
from ...units import to_twips
from .paragraph import Writer
from .styles import alignment, table_style_id
from .text import attribute

_AFTER_WHOLE = pattern(r"(?<=\d)[^\d,].*", re.DOTALL)
"""What follows a number's whole part: its decimals, its sign, a word, the mark of a note."""

_RULES = 60
"""Twips; LibreOffice adds a table's rules to its rows, and a page of 22 rows has only 18 twips to spare."""

_LOOK = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)


def table(block: Table, writer: Writer) -> str:
    """Write a table; its head rows repeat on every page.

    Raises:
        ValueError: Layout has not settled the table.
    """
    rows = (*block.head, *block.rows)
    if not block.widths or len(block.heights) != len(rows):
        raise ValueError(f"{len(block.heights)} heights and {len(block.widths)} widths for {len(rows)} rows")
    edges = [0]
    total = 0.0
    for width in block.widths:
        total += width
        edges.append(to_twips(total))  # from the left edge, so that rounding does not add up
    grid = "".join(f'<w:gridCol w:w="{stop - start}"/>' for start, stop in pairwise(edges))
    summary = f'<w:tblDescription w:val="{attribute(block.alternative)}"/>' if block.alternative else ""
    # Centred, because Word and LibreOffice disagree whether the rule or the text meets the margin.
    pieces = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{attribute(table_style_id(block.style))}"/>'
        f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"{_LOOK}{summary}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    ]
    pitch = to_twips(writer.template.geometries[writer.template.docx_geometry].pitch)
    for number, (cells, height) in enumerate(zip(rows, block.heights, strict=True)):
        # The first row, which begins the table on every page it reaches, gives up the height of its rules.
        line = height * pitch - (0 if number else _RULES)
        pieces.append(_row(block, cells, line, edges, writer, is_head=number < len(block.head)))
    pieces.append("</w:tbl>")
    return "".join(pieces)


def _row(
    block: Table, cells: Sequence[Cell], line: int, edges: Sequence[int], writer: Writer, *, is_head: bool
) -> str:
    template = writer.template
    look = template.tables[block.style]
    style = template.styles[look.head if is_head else look.body]
    identity = writer.style_id(style.name)
    # "atLeast": the text fits, and should somebody add to it, a row of exact height would hide the rest.
    pieces = [
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{line}" w:hRule="atLeast"/>'
        f"{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    ]
    column = 0
    for cell in cells:
        width = edges[column + cell.columns] - edges[column]
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        point = block.decimals[column] - look.padding if block.decimals else 0.0
        pieces.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{identity}"/>{_aligned(cell, style, point)}</w:pPr>'
            f"{writer.runs(cell.runs, style.name)}</w:p></w:tc>"
        )
        column += cell.columns
    pieces.append("</w:tr>")
    return "".join(pieces)


def _aligned(cell: Cell, style: Style, point: float) -> str:
    """Write how a cell's text stands; `point` is where decimal points go, from the right edge of its text.

    Numbers line up by an indent at their right, not by a decimal tab: LibreOffice 7.4 takes no notice
    of one in a document with a grid. In a column of equal precision nothing depends on the face.
    """
    if cell.indent:
        indent = f'<w:ind w:leftChars="0" w:left="{to_twips(cell.indent * style.size)}"/>'
        return indent + (alignment(cell.align) if cell.align != style.align else "")
    if cell.align != "decimal":
        return alignment(cell.align) if cell.align != style.align else ""
    if cell.text.startswith("—"):
        return alignment("center")
    mark = _AFTER_WHOLE.search(cell.text)
    part = sum(0.5 if char.isascii() else 1.0 for char in mark[0]) * style.size if mark else 0.0
    return f'<w:ind w:rightChars="0" w:right="{to_twips(max(0.0, point - part))}"/>{alignment("right")}'
