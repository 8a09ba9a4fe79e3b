"""Changes: the marks that were restored, paragraph by paragraph.

A long page has one for every twenty characters, so they are not kept but found again when somebody reads
the list: restoring the same paragraph makes the same changes. The paragraphs as they were typed are a second
copy of the text, so that copy is kept packed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Source
from ..punctuation import Change, restore

CONTEXT = 8  # characters shown on either side of a change
PACK = 128  # paragraphs that are packed together
SEAM = "\x00"  # stands in no text


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
        self._sources: list[Source] = []  # of all paragraphs, in the order they were noted
        self._packed: list[bytes] = []  # paragraphs, `PACK` to each
        self._open: list[str] = []  # those noted last

    def add(self, typed: str, source: Source) -> None:
        """Note a paragraph or a cell that was changed, as the file has it."""
        self._sources.append(source)
        self._open.append(typed)
        if len(self._open) == PACK:
            self._packed.append(zlib.compress(SEAM.join(self._open).encode(errors="surrogatepass"), 1))
            self._open = []

    def __iter__(self) -> Iterator[Changed]:
        places = zip(self._typed(), self._sources, strict=True)
        for typed, source in sorted(places, key=lambda place: (place[1].page or 0, place[1].line or 0)):
            for change in restored_changes(typed):
                yield Changed(change, typed, source)

    def __len__(self) -> int:
        return sum(len(restored_changes(typed)) for typed in self._typed())

    def _typed(self) -> Iterator[str]:
        for pack in self._packed:
            yield from zlib.decompress(pack).decode(errors="surrogatepass").split(SEAM)
        yield from self._open


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
