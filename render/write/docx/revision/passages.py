"""Passages: what became of every paragraph and row, for those who sum a revision up."""

from __future__ import annotations

from enum import StrEnum

from ....difference import Edit
from ....noun import Noun


class Kind(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"


class Printed(Noun, frozen=True):
    """A figure of this report, where it stands in a passage."""

    start: int
    stop: int
    key: str


class Passage(Noun, frozen=True):
    """A paragraph, or what was changed of a table's row or cell."""

    kind: Kind
    before: str  # empty: it is new
    after: str  # empty: it is gone
    edits: tuple[Edit, ...] = ()
    level: int = 0  # of a heading, or of the one it begins with; 0: none
    old_level: int = 0
    head: int = 0  # characters of a run-in heading
    old_head: int = 0
    figures: tuple[Printed, ...] = ()
    name: str = ""  # of a cell: the row it stands in
    is_row: bool = False  # a row of a table, or one of its cells
    is_table: bool = False  # all of a table
