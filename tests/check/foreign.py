"""Files from anywhere looked over: a text as its author typed it, and the codes of what is found in it."""

from __future__ import annotations

from render.check import Subject, check
from render.diagnostics import Diagnostic
from render.recognise.foreign import examine


def found(text: str) -> tuple[Diagnostic, ...]:
    """Look over a text file."""
    return check(Subject(content=examine(text.encode(), "报告.txt").content)).findings


def codes(text: str) -> list[str]:
    """Give the codes of what is found."""
    return [each.code for each in found(text)]
