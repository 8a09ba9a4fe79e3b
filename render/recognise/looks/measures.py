"""Measures: what the values in force come to in points, and in characters for first lines."""

from __future__ import annotations

from ...units import TWIPS_PER_PT
from .values import Values, number_of

ALIGNMENTS = {
    "both": "justify", "center": "center", "right": "right", "end": "right", "left": "left",
    "start": "left", "distribute": "distribute", "thaiDistribute": "distribute",
}  # fmt: skip


def size_of(values: Values) -> float:
    """Give the size of characters."""
    size = number_of(values.get("sz"))
    return size / 2 if size else 10.0  # 17.3.2.38: ten points where nothing is said


def first_line_of(values: Values, size: float) -> float:
    """Give the indent of the first line in characters; what is said in characters goes before points."""
    for name, sign in (("hangingChars", -1), ("firstLineChars", 1)):
        if chars := number_of(values.get(f"ind.{name}")):
            return sign * chars / 100
    for name, sign in (("hanging", -1), ("firstLine", 1)):
        if length := number_of(values.get(f"ind.{name}")):
            return sign * length / TWIPS_PER_PT / (size or 10.0)
    return 0.0


def indent_of(values: Values, side: str, size: float) -> float:
    """Give the indent of a side; what is said in characters goes before points."""
    chars = number_of(values.get(f"ind.{side}Chars"))
    if chars:
        return chars / 100 * size
    return (number_of(values.get(f"ind.{side}")) or 0.0) / TWIPS_PER_PT


def space_of(values: Values, side: str) -> float:
    """Give the space on a side of a paragraph."""
    if values.get(f"spacing.{side}Autospacing") in ("1", "true", "on"):
        return 14.0  # what Word takes, 280 twips
    lines = number_of(values.get(f"spacing.{side}Lines"))
    if lines:
        return lines / 100 * 15.6  # a line of Word's own, where a grid says nothing else
    return (number_of(values.get(f"spacing.{side}")) or 0.0) / TWIPS_PER_PT


def pitch_of(values: Values) -> tuple[float | None, str, float]:
    """Give the distance of lines if it is fixed, its rule, and its multiple otherwise."""
    line = number_of(values.get("spacing.line"))
    rule = values.get("spacing.lineRule", "auto")
    if line is None:
        return None, "auto", 1.0
    if rule == "auto":
        return None, "auto", line / 240
    return abs(line) / TWIPS_PER_PT, "exact" if rule == "exact" else "least", 1.0
