"""Changes: the marks that were restored, paragraph by paragraph.

A long page has one for every twenty characters, so they are not kept but found again when somebody reads
the list: restoring the same paragraph makes the same changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Source
from ..punctuation import Change, restore

CONTEXT = 8  # characters shown on either side of a change


@dataclass(frozen=True, slots=True)
class Changed:
    """A mark that was restored, and the paragraph it stands in."""

    change: Change
    text: str  # as the file has it
    source: Source

    @property
    def context(self) -> str:
        """The characters around it."""
        return self.text[max(self.change.at - CONTEXT, 0) : self.change.at + CONTEXT]


class Changes:
    """The changes of a text, in the order of the file."""

    def __init__(self) -> None:
        self._places: list[tuple[str, Source]] = []

    def add(self, typed: str, source: Source) -> None:
        """Note a paragraph or a cell that was changed, as the file has it."""
        self._places.append((typed, source))

    def __iter__(self) -> Iterator[Changed]:
        for typed, source in sorted(self._places, key=lambda place: (place[1].page or 0, place[1].line or 0)):
            for change in restored_changes(typed):
                yield Changed(change, typed, source)

    def __len__(self) -> int:
        return sum(len(restored_changes(typed)) for typed, _ in self._places)


def restored_cell(cell: str) -> str:
    """Restore the marks of a cell; a number below zero gets its sign."""
    if is_negative(cell):
        return "\N{MINUS SIGN}" + cell[1:]
    return restore(cell)[0]


def is_negative(cell: str) -> bool:
    """Tell a cell that holds a negative number with a hyphen for its sign."""
    return len(cell) > 1 and cell[0] == "-" and cell[1:].replace(".", "", 1).rstrip("%").isdecimal()


def restored_changes(typed: str) -> tuple[Change, ...]:
    """Give what restoring a paragraph or a cell changes."""
    if is_negative(typed):
        return (Change(0, "-", "\N{MINUS SIGN}", "minus"),)
    return restore(typed)[1]
