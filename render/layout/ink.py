"""Ink: how high characters stand above their baseline, and how deep below it.

A distance that the standard gives is one between inks; a line box says nothing of it.
"""

from __future__ import annotations

from typing import NamedTuple

from ..fonts import FontBook, shaper


class Ink(NamedTuple):
    """The upper and lower edge of ink, from the baseline up; the lower one is mostly negative."""

    top: float
    bottom: float


def ink_of(text: str, role: str, book: FontBook) -> Ink:
    """Measure the ink of characters in em; that of none is nothing."""
    widths = book.measure(role)
    tops, bottoms = [0.0], [0.0]
    for char in dict.fromkeys(text):
        widths[char]  # finds out who draws it
        name = widths.fallbacks.get(char)
        face = book.face(name) if name else book.primary(role)
        font, em = shaper(face.path, face.index)
        glyph = font.get_nominal_glyph(ord(char))
        extents = font.get_glyph_extents(glyph) if glyph else None
        if extents is not None and extents.height:
            tops.append(float(extents.y_bearing) / em)
            bottoms.append(float(extents.y_bearing + extents.height) / em)
    return Ink(max(tops), min(bottoms))
