"""Mark: how large the agency's name is set in the head of a document (发文机关标志).

The standard gives no size (GB/T 9704-2012, 7.2.4): a mark is as large as its style says, a longer one
becomes narrower first, as offices cut their marks, and then smaller.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from typing import Protocol

from ..blocks import Masthead
from ..diagnostics import Diagnostic
from ..noun import Noun, replace
from .setting import Setter

LEADING = 1.2
"""From line to line of stacked names, and the height of the mark's own line, in em of the mark."""

GAP = 0.4
"""Between the stacked names and 文件, in em of the latter."""

_STEP = 0.5  # points; sizes are whole half-points


class Fit(Noun, frozen=True):
    """How large the mark is set."""

    size: float
    stretch: float
    suffix_size: float
    names: float  # width of the widest name
    suffix: float  # width of the suffix; 0 where it stands on the line of the only name


def fit_mark(block: Masthead, setter: Setter) -> tuple[Fit, list[Diagnostic]]:
    """Fit the mark into the type area: narrower first, then smaller."""
    template = setter.template
    look, style = template.masthead, template.styles["mark"]
    suffix_style = template.styles["mark-suffix"]
    measure = template.measure
    several = len(block.mark) > 1
    tail = block.suffix.text if block.suffix else ""
    ems = [_ems(name.text + ("" if several else tail), style.face, setter) for name in block.mark]
    size = style.size
    if several:
        size = min(size, look.tallest / (1 + LEADING * (len(ems) - 1)))
    suffix_size = min(suffix_style.size, size * (1 + LEADING * (len(ems) - 1))) if several else size
    suffix_ems = _ems(tail, suffix_style.face, setter) if several else 0.0
    room = measure - (suffix_ems + GAP) * suffix_size if suffix_ems else measure
    widest = max(ems, default=0.0)
    stretch = 1.0
    if widest * size > room:
        stretch = max(look.least_stretch, room / (widest * size))
        size = min(size, room / (widest * stretch))
    size, stretch = floor(size * 2) / 2, floor(stretch * 100) / 100  # as a word processor states them
    found: list[Diagnostic] = []
    if size < look.least:
        longest = max(block.mark, key=lambda name: len(name.text))
        most = int(room / (look.least * look.least_stretch))
        values = {"mark": longest.text + ("" if several else tail), "most": most, "clause": "7.2.4"}
        found.append(Diagnostic("layout.mark_too_long", longest.source, values))
        size = look.least
    suffix = suffix_ems * suffix_size * (stretch if several else 1.0)
    return Fit(size, stretch, floor(suffix_size * 2) / 2, widest * size * stretch, suffix), found


def _ems(text: str, face: str, setter: Setter) -> float:
    widths = setter.book.measure(face)
    return sum(widths[char] for char in text)


class Fitted(Protocol):
    """A masthead tried with one size of its mark."""

    def excess(self) -> float:
        """Say how much more is left free than the standard allows; 0 where the rest fits a gap."""


def fitted_to_rows(tried: Callable[[Fit], Fitted], fit: Fit) -> Fit:
    """Make a mark smaller where that brings what stands below it nearer to the grid.

    Args:
        tried: Tries a masthead with a mark.
        fit: The largest mark.

    Returns:
        The largest mark that leaves no excess, no smaller than two thirds of it; else the one given.
    """
    size = fit.size
    while size >= fit.size * 2 / 3:
        smaller = replace(fit, size=size, names=fit.names * size / fit.size)
        if tried(smaller).excess() <= 0:
            return smaller
        size -= _STEP
    return fit
