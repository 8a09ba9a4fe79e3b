"""Changes: what people did to a report's text, one by one, as data.

Every change can be chosen by itself. Places are slots of the composed report; what is to be written says
which of the author's expressions stay in it, so that a figure is never turned into typed digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from ..diagnostics import NOWHERE, Diagnostic, Source


class Kind(StrEnum):
    """What was done."""

    FIGURE = "figure"  # a number that the figures table holds
    TEXT = "text"  # words of a sentence
    NEW = "new"  # a paragraph
    GONE = "gone"
    MOVED = "moved"
    LEVEL = "level"  # a heading's level, or whether it is one
    SPLIT = "split"
    JOINED = "joined"
    ROW_NEW = "row_new"  # of a table
    ROW_GONE = "row_gone"
    TABLE = "table"  # another number of columns, a table gone or new


@dataclass(frozen=True, slots=True)
class By:
    """Who made a tracked change, and when."""

    author: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An expression of the author's in what is to be written, named by a run that prints it."""

    slot: int
    start: int  # of the run, in the slot's text


Part: TypeAlias = str | Kept


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Characters of a slot, and what is to stand in their place."""

    slot: int
    start: int
    stop: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class NewFigure:
    """What a figure printed in one place reads now."""

    slot: int
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph or table row to be written.

    It stands behind a slot, or in front of everything; of several behind one slot, each has its turn.
    """

    after: int | None
    parts: tuple[Part, ...] = ()
    level: int | None = None
    head: int = 0  # how many of the parts are a run-in heading
    cells: tuple[tuple[Part, ...], ...] = ()  # of a row
    turn: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Move:
    """A slot that stands behind another one now."""

    slot: int
    after: int | None
    turn: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Level:
    """A heading of another level; None: a plain paragraph."""

    slot: int
    level: int | None


@dataclass(frozen=True, slots=True)
class Split:
    """A place in a slot where a paragraph ends now."""

    slot: int
    at: int


@dataclass(frozen=True, slots=True)
class Join:
    """A slot that goes on in the next one now."""

    slot: int
    following: int


@dataclass(frozen=True, slots=True)
class Removal:
    """Slots that are gone: one paragraph, or the cells of one row."""

    slots: tuple[int, ...]


Action: TypeAlias = Rewrite | NewFigure | NewParagraph | Move | Level | Split | Join | Removal


def in_turn(actions: Iterable[Action]) -> list[Action]:
    """Put actions in an order in which they can be carried out; what is put behind one slot, by its turn."""
    return sorted(actions, key=lambda each: each.turn if isinstance(each, NewParagraph | Move) else -1)


@dataclass(frozen=True, slots=True)
class Change:
    """One change, as it is shown and as it can be written."""

    kind: Kind
    slot: int | None  # where it is, or behind which it stands; None: before everything
    before: str = ""  # the sentence, heading or paragraph as it was
    after: str = ""
    words: tuple[tuple[str, str], ...] = ()  # of both: "=", "-" or "+", and characters
    by: tuple[By, ...] = ()  # empty: it was not tracked
    actions: tuple[Action, ...] = ()
    file: str = ""  # the DOCX it was found in
    source: Source = NOWHERE  # the author's line
    details: Mapping[str, str] = field(default_factory=dict)  # figure, old, new, year, number …
    cell: Source = NOWHERE  # of the figures table, that a figure goes to
    refused: Diagnostic | None = None  # why it cannot be written
    files: tuple[str, ...] = ()  # all in which the same change was found
    conflicts: tuple[int, ...] = ()  # numbers of the changes it clashes with
    number: int = 0  # in the list, from 1


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and the words it stands on."""

    author: str
    date: str
    text: str
    on: str  # characters it stands on; empty for a comment on a place
    slot: int | None  # the slot they are in, or the one before
    file: str = ""
    source: Source = NOWHERE
    answers: str = ""  # author of the comment it answers
    done: bool = False
