"""Lead: where lines stand that keep off the grid, in the pages and in the DOCX.

The two have other margins and another pitch, and other notions of where type stands in its line: pages
put it in the middle, word processors put the baseline four fifths down. What keeps off the grid is
reckoned for each of them.
"""

from __future__ import annotations

from ..noun import Noun
from ..target import BASELINE
from ..template import Geometry, Template
from .setting import ASCENT


class Lead(Noun, frozen=True):
    """How one kind of output sets lines."""

    geometry: Geometry
    is_page: bool  # of the pages; otherwise of the DOCX

    def baseline(self, size: float, leading: float) -> float:
        """Say how far below the upper edge of its line the baseline of type lies."""
        return (leading - size) / 2 + ASCENT * size if self.is_page else BASELINE * leading


def leads(template: Template) -> tuple[Lead, Lead]:
    """Give the lead of the DOCX and that of the pages."""
    return Lead(template.geometries[template.docx_geometry], False), Lead(template.geometry, True)
