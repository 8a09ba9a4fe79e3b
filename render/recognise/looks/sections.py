"""Sections: the page set-up that a `w:sectPr` gives (ISO/IEC 29500-1, 17.6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...diagnostics import Source
from ...looks import Section
from ...units import TWIPS_PER_PT
from ..readers.docx_looks import W
from .values import number_of

_GRID_PARTS = 4096  # 17.6.5: of a point


def section_of(element: Any, source: Source, size: float = 10.5) -> Section:
    """Read a page set-up; what it does not say is as Word takes it.

    Args:
        element: The `w:sectPr`; None: nothing is said.
        source: Where the section ends.
        size: Of the document's usual characters, which a grid of characters is counted in.
    """

    def attribute(name: str, key: str, default: float) -> float:
        found = element.find(f"{W}{name}") if element is not None else None
        number = number_of(found.get(f"{W}{key}")) if found is not None else None
        return (default if number is None else number) / TWIPS_PER_PT

    grid = element.find(f"{W}docGrid") if element is not None else None
    kind = grid.get(f"{W}type") if grid is not None else None
    columns = element.find(f"{W}cols") if element is not None else None
    count = number_of(columns.get(f"{W}num")) if columns is not None else None
    pitch = (
        number_of(grid.get(f"{W}linePitch")) if grid is not None and kind not in (None, "default") else None
    )
    space = number_of(grid.get(f"{W}charSpace")) if grid is not None else None
    has_cells = kind in ("linesAndChars", "snapToChars")
    margins = element.find(f"{W}pgMar") if element is not None else None
    made = Section(
        attribute("pgSz", "w", 12240),
        attribute("pgSz", "h", 15840),
        abs(attribute("pgMar", "top", 1440)),
        abs(attribute("pgMar", "bottom", 1440)),
        attribute("pgMar", "left", 1800),
        attribute("pgMar", "right", 1800),
        source,
        attribute("pgMar", "gutter", 0),
        int(count or 1),
        None if pitch is None else pitch / TWIPS_PER_PT,
        footer=attribute("pgMar", "footer", 0) if margins is not None and margins.get(f"{W}footer") else None,
    )
    if not has_cells:
        return made
    cell = size + (space or 0.0) / _GRID_PARTS
    room = made.width - made.left - made.gutter - made.right
    return replace(made, cells=int(room / cell + 0.02) if cell > 1 else None)
