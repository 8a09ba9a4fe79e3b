"""Nodes: structured text (front matter, YAML, JSON) as a tree whose every part knows its line.

All scalars are text, exactly as typed: 000123 stays six digits and 80.10 keeps its zero. What a
scalar means is decided by the key it stands under, so no number is ever read as binary floating
point and no date is guessed.
"""

from __future__ import annotations

from typing import TypeAlias

from ..noun import Noun


class Scalar(Noun, frozen=True):
    """A text; a null is the empty text."""

    text: str
    line: int  # from 1; where the text itself begins, below the `|` of a block scalar
    stepped: bool = False  # each line of `text` stands on a line of its own in the file

    def lines(self) -> tuple[int, ...]:
        """Give the author's line of each line of the text."""
        count = self.text.count("\n") + 1
        return tuple(range(self.line, self.line + count)) if self.stepped else (self.line,) * count


class Sequence(Noun, frozen=True):
    """Items in order."""

    items: tuple[Node, ...]
    line: int


class Mapping(Noun, frozen=True):
    """Keys and values in order; a key may occur twice, so that its reader can say so."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int


Node: TypeAlias = Scalar | Sequence | Mapping
