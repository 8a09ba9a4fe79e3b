"""The body: settled blocks in order, as one string."""

from __future__ import annotations

from ...blocks import Block, Composed, Paragraph, Table
from ...target import Target
from .paragraph import Writer
from .picture import ImagePart, Pictures
from .table import table

_SEPARATOR = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="10" w:lineRule="exact"/></w:pPr></w:p>'
"""Half a point high: Word merges tables that touch, and wants a paragraph after the last one."""


def document_body(settled: Composed, target: Target, *, plain: bool) -> tuple[str, list[ImagePart]]:
    """Write all blocks, and list the picture files they use.

    Raises:
        ValueError: A table or picture is not settled.
    """
    writer = Writer(settled.template, target, plain)
    pictures = Pictures(settled.images)
    pieces: list[str] = []
    before: Block | None = None
    for block in settled.blocks:
        if isinstance(block, Paragraph):
            pieces.append(writer.paragraph(block))
        elif isinstance(block, Table):
            if isinstance(before, Table):
                pieces.append(_SEPARATOR)
            pieces.append(table(block, writer))
        else:
            pieces.append(pictures.paragraph(block, writer))
        before = block
    if not isinstance(before, Paragraph):
        pieces.append(_SEPARATOR)
    return "".join(pieces), pictures.parts
