"""Pieces: lines at heights and places of their own, drawn on a page."""

from __future__ import annotations

from collections.abc import Callable

from ..blocks import Line, Piece
from ..diagnostics import Source
from ..noun import replace
from ..pages import Item
from .setting import Setter, spread, text_runs


def line_items(
    line: Line, setter: Setter, left: float, top: float, element: Callable[[str, Source], int]
) -> list[Item]:
    """Draw a line.

    Args:
        line: With its baseline and the places of its pieces.
        setter: For widths and faces.
        left: Left edge of the type area on the page.
        top: Its upper edge.
        element: Makes a structure element of a tag and a source; pieces that join share one.
    """
    items: list[Item] = []
    last = 0
    for piece in line.pieces:
        if not any(run.text for run in piece.runs):
            continue
        last = last if piece.joins and items else element("P", piece.runs[0].source)
        items += _piece_items(piece, line, setter, left, top + line.baseline, last)
    return items


def _piece_items(
    piece: Piece, line: Line, setter: Setter, left: float, baseline: float, element: int
) -> list[Item]:
    style = setter.template.styles[line.style]
    tracking = setter.tracking(style)
    if line.size:
        style = replace(style, size=line.size)
    text = setter.set_runs(piece.runs, style)
    natural = [width * line.stretch for width in text.advances]
    advances = spread(
        text.text, natural, tracking, style.size, line.spread or float("inf"), justify=line.spread > 0
    )
    width = sum(advances)
    x = left + piece.x - {"left": 0.0, "center": width / 2, "right": width}[piece.align]
    runs = text_runs(text, setter.segments(text, ((0, element),)), (0, len(text.text)), x, baseline, advances)
    return [replace(run, stretch=line.stretch) for run in runs] if line.stretch != 1 else list(runs)
