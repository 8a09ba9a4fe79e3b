"""Colophon: a table at the foot of the last page, its rules those of the table.

Word does not know where a page ends before it has laid it out, so blank paragraphs push the table down to
the foot, as a clerk would; what goes before the colophon on its page is taken off them one by one. A
colophon behind a blank page stands in a section of its own, whose page feet are empty.
"""

from __future__ import annotations

from ...blocks import Colophon, Paragraph
from ...units import to_twips
from .lines import Heights
from .paragraph import Writer
from .styles import FINE_LINE

_EIGHTHS = 8  # of a point: the unit of a border's width (ISO/IEC 29500-1, 17.18.2)
_LABEL_ROOM = 10.0  # points left free beside the date, so that another digit does not break its line


def colophon(block: Colophon, writer: Writer, *, section: str, begins_section: bool) -> str:
    """Write a colophon with the blank above it.

    Args:
        block: Settled.
        writer: For styles and runs.
        section: Properties of the section that ends before the blank page, where there is one.
        begins_section: The block before it stands in another section, which has turned the page already.

    Raises:
        ValueError: Layout has not settled it.
    """
    if not block.rows:
        raise ValueError("a colophon without settled rows")
    template = writer.template
    pieces = []
    turns = block.skipped
    if turns > 1 and not begins_section:
        pieces.append(f"<w:p><w:pPr>{FINE_LINE}{section}</w:pPr></w:p>")
    if turns > 1:
        pieces.append(f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id("blank")}"/></w:pPr></w:p>')
    if turns > 1 or (turns and not begins_section):
        pieces.append(f"<w:p><w:pPr><w:pageBreakBefore/>{FINE_LINE}</w:pPr></w:p>")
    heights = Heights(template.geometries[template.docx_geometry].pitch)
    pieces += (heights.blank(to_twips(block.blank), writer), _table(block, writer))
    return "".join(pieces)


def _table(block: Colophon, writer: Writer) -> str:
    template = writer.template
    look = template.colophon
    leading = to_twips(template.styles["copies"].leading)
    measure = to_twips(template.measure)
    inset = to_twips(look.indent * template.styles["copies"].size)
    printed = 0
    if block.printed:
        style = template.styles[block.printed.style]
        ems = sum(0.5 if char.isascii() else 1.0 for char in block.printed.text)
        printed = min(measure // 2, to_twips(ems * style.size * 1.1 + _LABEL_ROOM) + 2 * inset)
    widths = (measure - printed, printed) if printed else (measure,)
    rows = []
    if block.lists:
        height = leading * sum(block.heights)
        paragraphs = "".join(writer.paragraph(each) for each in block.lists)
        rows.append(_row(height, _cell(measure, paragraphs, span=len(widths))))
    if block.printer or block.printed:
        cells = _cell(widths[0], _line(block.printer, "printer", writer))
        if printed:
            cells += _cell(printed, _line(block.printed, "printed", writer))
        rows.append(_row(leading, cells))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{measure}" w:type="dxa"/><w:jc w:val="center"/>'
        f'{_borders(look.rule_outer, look.rule_inner)}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{inset}" w:type="dxa"/>'
        f'<w:right w:w="{inset}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _borders(outer: float, inner: float) -> str:
    if not outer and not inner:
        return ""
    sides = {"top": outer, "bottom": outer, "insideH": inner}
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * _EIGHTHS)}" w:space="0" w:color="000000"/>'
        for side, width in sides.items()
        if width
    )
    return f"<w:tblBorders>{rules}</w:tblBorders>"


def _row(height: int, cells: str) -> str:
    # "atLeast": should somebody add a name, a row of exact height would hide it.
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'
    )


def _cell(width: int, content: str, span: int = 1) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}</w:tcPr>{content}</w:tc>'


def _line(paragraph: Paragraph | None, style: str, writer: Writer) -> str:
    if paragraph is None:
        return f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(style)}"/></w:pPr></w:p>'
    return writer.paragraph(paragraph)
