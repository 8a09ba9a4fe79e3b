"""The body: settled blocks in order, as one string, and the sections they stand in."""

from __future__ import annotations

from ...blocks import Block, Colophon, Composed, Masthead, Paragraph, Signature, Table
from ...noun import replace
from .colophon import colophon
from .drawings import Drawings
from .masthead import masthead
from .paragraph import Writer
from .sections import Sections
from .signature import signature
from .styles import FINE_LINE
from .table import table

_SEPARATOR = f"<w:p><w:pPr>{FINE_LINE}</w:pPr></w:p>"
_SHEET_START = f"<w:p><w:pPr><w:pageBreakBefore/>{FINE_LINE}</w:pPr></w:p>"


def document_body(settled: Composed, writer: Writer, sections: Sections, drawings: Drawings) -> str:
    """Write all blocks and their sections; what they draw with is left in `drawings`.

    Raises:
        ValueError: A table, picture or chart is not settled.
    """
    pieces: list[str] = []
    before: Block | None = None
    for block, after in zip(settled.blocks, (*settled.blocks[1:], None), strict=False):
        if before is not None and block.landscape != before.landscape:
            block = replace(block, sheet_start=False)  # a section begins a page side of its own
        turn = sections.of(landscape=block.landscape) if after and after.landscape != block.landscape else ""
        if isinstance(block, Paragraph):
            pieces.append(writer.paragraph(block, turn))
        elif isinstance(block, Masthead):
            pieces.append(masthead(block, writer))
        elif isinstance(block, Signature):
            pieces.append(signature(block, writer, drawings.pictures))
        elif isinstance(block, Colophon):
            own = before is not None and before.landscape
            pieces.append(colophon(block, writer, section=sections.upright, begins_section=own))
        else:
            if block.sheet_start:
                pieces.append(_SHEET_START)
            elif isinstance(block, Table) and isinstance(before, Table):
                pieces.append(_SEPARATOR)
            pieces.append(table(block, writer) if isinstance(block, Table) else drawings.line(block, writer))
            if turn:
                pieces.append(f"<w:p><w:pPr>{FINE_LINE}{turn}</w:pPr></w:p>")
        before = block
    if not isinstance(before, Paragraph | Signature | Masthead):
        pieces.append(_SEPARATOR)
    if isinstance(before, Colophon) and before.skipped > 1:
        pieces.append(sections.bare)
    else:
        pieces.append(sections.of(landscape=before is not None and before.landscape))
    return "".join(pieces)
