"""Candidates: paragraphs on trial, whether they are headings."""

from __future__ import annotations

from dataclasses import dataclass

from .found import Look


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph on trial."""

    text: str
    look: Look
    is_cell: bool = False  # one of the cells of a table that lost its lines
