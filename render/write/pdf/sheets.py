"""Sheets: a page that is read with its sheet turned, on the sheet as it is bound.

Every sheet of the file is upright, so that it prints, is bound and is kept like all others, and its page
number stands upright in its usual place (GB/T 9704-2012, clause 8). `Rotate` has programs turn a
landscape side a quarter clockwise to show it. A landscape `MediaBox` would show the same, but leave it
to each printer which way it turns the side back, and with it which edge the head of a table comes to.
"""

from __future__ import annotations

from ...pages import Page


def sheet_of(page: Page) -> tuple[float, float]:
    """Give width and height of the sheet held upright."""
    return (page.height, page.width) if page.landscape else (page.width, page.height)


def on_sheet(page: Page, x: float, y: float) -> tuple[float, float]:
    """Find a place of the page on its sheet.

    Args:
        page: The page.
        x: From the page's left edge.
        y: From its upper edge.

    Returns:
        The place in the sheet's own coordinates, upwards from its lower left corner.
    """
    return (y, x) if page.landscape else (x, page.height - y)
