"""Masthead: paragraphs at heights of their own, the names of a joint issue in a table, a red rule.

Every part stays what a clerk can change: a paragraph with its named style, with space before it where
the standard leaves some; a table without rules for names that share one 文件; the red rule as the lower
border of a paragraph of its own, so that a longer number does not move it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...blocks import Line, Masthead
from ...units import to_twips
from .letterhead import RULE, letter_elements
from .lines import Heights, line_paragraph, run_look
from .paragraph import Writer

_LEADING = 1.2  # of the mark's own line, in em


def masthead(block: Masthead, writer: Writer) -> str:
    """Write a masthead.

    Raises:
        ValueError: Layout has not settled it.
    """
    if not block.rows:
        raise ValueError("a masthead without settled rows")
    template = writer.template
    if template.masthead.form == "letter":
        return letter_elements(block, writer)
    pitch = template.geometries[template.docx_geometry].pitch
    heights = Heights(pitch)
    pieces = [line_paragraph(line, heights, pitch, writer) for line in block.corner_lines]
    if block.is_preprinted:
        pass  # the first line below has the room above it
    elif len(block.mark_lines) > 1:
        pieces.append(_stack(block, heights, writer))
    else:
        pieces += [line_paragraph(line, heights, _LEADING * line.size, writer) for line in block.mark_lines]
    last = len(block.number_lines) - 1
    foot = to_twips(block.rows * pitch)
    for n, line in enumerate(block.number_lines):
        after = foot if n == last and block.rule is None else None
        pieces.append(line_paragraph(line, heights, pitch, writer, down_to=after))
    if block.rule is not None:
        pieces.append(_rule(block.rule, heights, foot, writer, drawn=not block.is_preprinted))
    return "".join(pieces)


def _rule(rule: float, heights: Heights, foot: int, writer: Writer, *, drawn: bool) -> str:
    """Write the red rule: the lower border of an empty paragraph that reaches down to it."""
    look = writer.template.masthead
    line = max(14, to_twips(rule) - heights.reached)  # 0.7 pt, the least a line may be high
    thickness = round(look.rule * 8)  # ISO/IEC 29500-1, 17.18.2: eighths of a point
    after = foot - heights.reached - line - (to_twips(look.rule) if drawn else 0)
    heights.reached = foot
    border = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{thickness}" w:space="0"'
        f' w:color="{look.rule_color}"/></w:pBdr>'
        if drawn
        else ""
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(RULE)}"/>{border}'
        f'<w:spacing w:after="{max(0, after)}" w:line="{line}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _stack(block: Masthead, heights: Heights, writer: Writer) -> str:
    """Write the names of a joint issue one below the other, spread to one width, with 文件 beside them.

    One row of two cells, so that the names are read one after the other and 文件 after the last.
    """
    lines, suffix = block.mark_lines, block.suffix_line
    row = to_twips(_LEADING * lines[0].size)
    top = to_twips(lines[0].baseline) - round(0.8 * row)
    spacer = heights.blank(top, writer)
    names = to_twips(lines[0].spread)
    left = to_twips(lines[0].pieces[0].x)
    widths = [names]
    cells = [_cell(names, (_name(line, row, "distribute", writer) for line in lines))]
    if suffix:
        widths.append(to_twips(writer.template.measure) - 2 * left - names)
        cells.append(_cell(widths[-1], [_name(suffix, to_twips(_LEADING * suffix.size), "right", writer)]))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heights.reached = top + row * len(lines)
    return (
        f'{spacer}<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{row * len(lines)}" w:hRule="exact"/></w:trPr>'
        f"{''.join(cells)}</w:tr></w:tbl>"
    )


def _cell(width: int, paragraphs: Iterable[str]) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{''.join(paragraphs)}</w:tc>"
    )


def _name(line: Line, height: int, align: str, writer: Writer) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(line.style)}"/>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/><w:jc w:val="{align}"/></w:pPr>'
        f"{writer.runs(line.pieces[0].runs, line.style, run_look(line))}</w:p>"
    )
