"""Signature: names and date of a sealed document at their tab stops, pictures of seals behind them."""

from __future__ import annotations

from ...blocks import Seal, Signature
from ...target import BASELINE
from ...units import to_emu, to_twips
from .lines import Heights, line_paragraph
from .paragraph import Writer
from .picture import Pictures


def signature(block: Signature, writer: Writer, pictures: Pictures) -> str:
    """Write a sealed signature: blank rows as a clerk would leave them, then names and date.

    Raises:
        ValueError: Layout has not settled it.
    """
    if not block.rows:
        raise ValueError("a signature without settled rows")
    template = writer.template
    pitch = template.geometries[template.docx_geometry].pitch
    heights = Heights(pitch, keep=True)
    pieces = []
    for n, line in enumerate(block.lines):
        top = line.baseline - BASELINE * pitch
        pieces.append(heights.blank(to_twips(top), writer))
        seals = "".join(_anchored(seal, top, pictures) for seal in block.seals if seal.line == n)
        keep = n < len(block.lines) - 1
        pieces.append(line_paragraph(line, heights, pitch, writer, before=seals, keep=keep))
    return "".join(pieces)


def _anchored(seal: Seal, top: float, pictures: Pictures) -> str:
    """Hang a picture on the paragraph whose upper edge is `top`, behind the text."""
    graphic = pictures.graphic(seal.image, seal.width, seal.height, seal.alternative)
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:drawing>"
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{to_emu(seal.x)}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{to_emu(seal.y - top)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{to_emu(seal.width)}" cy="{to_emu(seal.height)}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>{graphic}</wp:anchor></w:drawing></w:r>'
    )
