"""Lines: paragraphs at heights of their own, whose parts stand at tab stops."""

from __future__ import annotations

from ...blocks import Line
from ...noun import Changing
from ...target import BASELINE
from ...units import to_twips
from .paragraph import Writer

_NO_INDENT = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
_LEAST = 14  # twips; the least a line of exact height may be, 0.7 pt


class Heights(Changing):
    """How far down from the upper edge of the type area a document has come, in twips.

    Whole twips are summed, not rounded points, so that a page ends where it should.
    """

    pitch: float
    reached: int = 0
    keep: bool = False  # whether blank paragraphs stay with what follows them

    def blank(self, down_to: int, writer: Writer) -> str:
        """Write empty paragraphs down to a height: whole grid rows, then one of what is left."""
        pieces = []
        pitch = to_twips(self.pitch)
        style = f'<w:pStyle w:val="{writer.style_id("blank")}"/>' + ("<w:keepNext/>" if self.keep else "")
        while down_to - self.reached >= pitch:
            pieces.append(f"<w:p><w:pPr>{style}</w:pPr></w:p>")
            self.reached += pitch
        rest = down_to - self.reached
        if rest >= _LEAST:
            pieces.append(f'<w:p><w:pPr>{style}<w:spacing w:line="{rest}" w:lineRule="exact"/></w:pPr></w:p>')
            self.reached += rest
        return "".join(pieces)


def line_paragraph(
    line: Line,
    heights: Heights,
    leading: float,
    writer: Writer,
    *,
    down_to: int | None = None,
    before: str = "",
    keep: bool = False,
) -> str:
    """Write a line as a paragraph.

    Args:
        line: Settled.
        heights: How far the document has come; moves on.
        leading: Height of the line.
        writer: For styles and runs.
        down_to: Leave space below the line down to this height.
        before: Runs before the line's own, such as an anchored picture.
        keep: Whether it stays with what follows.
    """
    height = to_twips(leading)
    top = to_twips(line.baseline - BASELINE * leading)
    above = max(0, top - heights.reached)
    heights.reached += above + height
    after = max(0, down_to - heights.reached) if down_to is not None else 0
    heights.reached += after
    spacing = f'<w:spacing w:before="{above}" w:after="{after}" w:line="{height}" w:lineRule="exact"/>'
    tabs, place = _places(line, writer)
    look = run_look(line)
    runs = [before] if before else []
    for piece in line.pieces:
        if tabs and piece.x > 0:
            runs.append("<w:r><w:tab/></w:r>")
        runs.append(writer.runs(piece.runs, line.style, look))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(line.style)}"/>{"<w:keepNext/>" if keep else ""}'
        f"{tabs}{spacing}{_NO_INDENT}{place}</w:pPr>"
        f"{''.join(runs)}</w:p>"
    )


def run_look(line: Line) -> str:
    """Write what the characters of a line settle differently from its style."""
    stretch = f'<w:w w:val="{round(line.stretch * 100)}"/>' if line.stretch != 1 else ""
    half_points = round(line.size * 2)
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if line.size else ""
    return stretch + size


def _places(line: Line, writer: Writer) -> tuple[str, str]:
    """Write the tab stops of a line, and its alignment where it needs none."""
    if len(line.pieces) == 1:
        (piece,) = line.pieces
        if piece.align == "center" and abs(piece.x - writer.template.measure / 2) < 1:
            return "", '<w:jc w:val="center"/>'
        if piece.align == "right" and abs(piece.x - writer.template.measure) < 1:
            return "", '<w:jc w:val="right"/>'
        if piece.align == "left" and piece.x == 0:
            return "", '<w:jc w:val="left"/>'
    if not line.pieces:
        return "", ""
    stops = "".join(f'<w:tab w:val="{p.align}" w:pos="{to_twips(p.x)}"/>' for p in line.pieces if p.x > 0)
    return f"<w:tabs>{stops}</w:tabs>", '<w:jc w:val="left"/>'
