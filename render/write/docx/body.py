"""The body: settled blocks in order, as one string, and the sections they stand in."""

from __future__ import annotations

from dataclasses import replace

from ...blocks import Block, Composed, Paragraph, Table
from ...target import Target
from .paragraph import Writer
from .picture import ImagePart, Pictures
from .sections import Sections
from .table import table

_LINE = '<w:snapToGrid w:val="0"/><w:spacing w:line="10" w:lineRule="exact"/>'
"""Half a point high: Word merges tables that touch, and wants a paragraph after the last one."""

_SEPARATOR = f"<w:p><w:pPr>{_LINE}</w:pPr></w:p>"
_SHEET_START = f"<w:p><w:pPr><w:pageBreakBefore/>{_LINE}</w:pPr></w:p>"


def document_body(
    settled: Composed, target: Target, sections: Sections, *, plain: bool
) -> tuple[str, list[ImagePart]]:
    """Write all blocks and their sections, and list the picture files they use.

    Raises:
        ValueError: A table or picture is not settled.
    """
    writer = Writer(settled.template, target, plain)
    pictures = Pictures(settled.images)
    pieces: list[str] = []
    before: Block | None = None
    for block, after in zip(settled.blocks, (*settled.blocks[1:], None), strict=False):
        if before is not None and block.landscape != before.landscape:
            block = replace(block, sheet_start=False)  # a section begins a page side of its own
        turn = sections.of(landscape=block.landscape) if after and after.landscape != block.landscape else ""
        if isinstance(block, Paragraph):
            pieces.append(writer.paragraph(block, turn))
        else:
            if block.sheet_start:
                pieces.append(_SHEET_START)
            elif isinstance(block, Table) and isinstance(before, Table):
                pieces.append(_SEPARATOR)
            drawn = table(block, writer) if isinstance(block, Table) else pictures.paragraph(block, writer)
            pieces.append(drawn)
            if turn:
                pieces.append(f"<w:p><w:pPr>{_LINE}{turn}</w:pPr></w:p>")
        before = block
    if not isinstance(before, Paragraph):
        pieces.append(_SEPARATOR)
    pieces.append(sections.of(landscape=before is not None and before.landscape))
    return "".join(pieces), pictures.parts
