"""Colours: which of them are the red of a masthead."""

from __future__ import annotations


def is_red(name: str) -> bool:
    """Tell a red, RRGGBB; the standard names its inks and no screen colour (6.2)."""
    try:
        red, green, blue = (int(name[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red > 0x90 and green < 0x60 and blue < 0x60
