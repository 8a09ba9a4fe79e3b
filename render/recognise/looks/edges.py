"""Edges: lines drawn at paragraphs and tables, and lines drawn by themselves (ISO/IEC 29500-1, 17.3.1.24)."""

from __future__ import annotations

import re
from typing import Any

from ...looks import Edge
from ..readers.docx_looks import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_SIDES = {"top": "above", "bottom": "below", "between": "between", "insideH": "between"}
_STRAIGHT = ("line", "straightConnector1")
_EMU_PER_PT = 12_700
_NONE = ("nil", "none", None)
_BLACK = ("auto", "000000", "black", "")
_NAMED = {"red": "FF0000", "#f00": "FF0000", "blue": "0000FF", "gray": "808080"}


def written(borders: Any) -> str:
    """Write the borders that a `w:pBdr` or `w:tblBorders` has in one line."""
    said = []
    for each in borders:
        side = _SIDES.get(str(each.tag).removeprefix(W))
        if side and each.get(f"{W}val") not in _NONE:
            said.append(f"{side} {each.get(f'{W}sz') or 4} {each.get(f'{W}color') or 'auto'}")
    return "|".join(said)


def edges_of(said: str) -> tuple[Edge, ...]:
    """Read such a line; eighths of a point are what a file says."""
    found = []
    for each in said.split("|") if said else ():
        side, eighths, color = each.split(" ")
        thickness = float(eighths) / 8 if eighths.isdecimal() else 0.5
        found.append(Edge(side, thickness, _plain(color)))
    return tuple(found)


def drawn_in(drawing: Any) -> tuple[Edge, ...]:
    """List the straight lines of a drawing, each once however often it is written."""
    found = []
    for shape in drawing.iter(f"{_A}prstGeom"):
        line = shape.getparent().find(f"{_A}ln") if shape.get("prst") in _STRAIGHT else None
        if line is not None:
            color = line.find(f".//{_A}srgbClr")
            width = line.get("w") or "9525"
            found.append(
                Edge(
                    "drawn",
                    float(width) / _EMU_PER_PT if width.isdecimal() else 0.75,
                    _plain(color.get("val") or "") if color is not None else "",
                )
            )
    if found:
        return tuple(found)
    for line in drawing.iter(f"{_V}line"):
        weight = re.match(r"[\d.]+", line.get("strokeweight") or "")
        color = (line.get("strokecolor") or "").partition(" ")[0].lower()
        found.append(Edge("drawn", float(weight[0]) if weight else 0.75, _plain(_NAMED.get(color, color))))
    return tuple(found)


def _plain(color: str) -> str:
    color = color.lstrip("#").upper()
    return "" if color.lower() in _BLACK else color
