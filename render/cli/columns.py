"""Columns: text lined up on a console, where a Han character takes two columns."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width


def width_of(text: str) -> int:
    """Count the columns a console gives a text (UAX #11: wide and full-width take two)."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, width: int) -> str:
    """Fill up with spaces to a width in columns."""
    return text + " " * (width - width_of(text))


def lined_up(rows: Sequence[Sequence[str]], gap: int = 2) -> list[str]:
    """Write rows of equal length as lines, each column as wide as its widest cell."""
    widths = [max(map(width_of, column)) + gap for column in zip(*rows, strict=True)]
    return ["".join(map(padded, row, widths)).rstrip() for row in rows]
