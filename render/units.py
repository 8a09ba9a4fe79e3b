"""Lengths: points inside, other units only at the edges.

One point is 1/72 inch, as in PDF (ISO 32000-1, 8.3.2.3). Every bare `float` length in this
package is points; a value in any other unit says so in its name.
"""

PT_PER_MM = 72 / 25.4
TWIPS_PER_PT = 20  # ISO/IEC 29500-1, 17.18.105
EMU_PER_PT = 12_700  # ISO/IEC 29500-1, 20.1.2.1: 914 400 EMU to the inch, over 72 pt


def from_mm(length_mm: float) -> float:
    """Turn millimetres into points."""
    return length_mm * PT_PER_MM


def to_twips(length: float) -> int:
    """Turn points into whole twips, the unit of DOCX page and paragraph measures."""
    return round(length * TWIPS_PER_PT)


def to_emu(length: float) -> int:
    """Turn points into whole English metric units, the unit of DOCX drawings."""
    return round(length * EMU_PER_PT)
