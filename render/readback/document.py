"""Document: what a DOCX holds once people have worked on it, with the history Word kept of it.

A line is a paragraph, in the text or in a cell. Nothing is decided here about what counts: characters
that were taken out under tracked changes are there beside those that were put in. `accepted` and
`rejected` give the document as either button of Word would leave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: who made it, and when."""

    author: str
    date: str  # as Word writes it, ISO 8601; may be empty
    moved: bool = False  # part of a move


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a line that have one history."""

    text: str
    inserted: Revision | None = None
    deleted: Revision | None = None
    marks: tuple[str, ...] = ()  # names of the bookmarks it stands in
    level: int | None = None  # of the heading whose character style it has
    comments: tuple[str, ...] = ()  # ids of the comments that stand on it


@dataclass(frozen=True, slots=True)
class Gone:
    """Characters that settling took out of a line."""

    at: int  # in the text that is left
    text: str
    revision: Revision


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. The revisions are those of its paragraph mark."""

    pieces: tuple[Piece, ...]
    level: int | None = None  # of the heading it is by its style
    style: str = ""  # name of its style
    inserted: Revision | None = None
    deleted: Revision | None = None
    reformatted: Revision | None = None  # its properties were changed under tracked changes
    comments: tuple[str, ...] = ()  # ids of the comments anchored in it
    pictures: int = 0
    numbered: bool = False  # Word puts a number before it that is no text
    gone: tuple[Gone, ...] = ()  # in a settled document: what was taken out, and where

    @property
    def text(self) -> str:
        """All characters, those taken out as well."""
        return "".join([piece.text for piece in self.pieces])


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; each cell holds lines."""

    cells: tuple[tuple[Line, ...], ...]
    inserted: Revision | None = None
    deleted: Revision | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    rows: tuple[Row, ...]


Item: TypeAlias = Line | Table


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a reader."""

    identity: str
    author: str
    date: str
    text: str
    answers: str | None = None  # identity of the comment it answers
    done: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """Words outside the text: in a text box, a note, a header or a footer."""

    kind: str  # "text box", "footnote", "endnote", "header", "footer"
    text: str
    inserted: Revision | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    items: tuple[Item, ...]
    comments: tuple[Comment, ...] = ()
    asides: tuple[Aside, ...] = ()
    lost: tuple[str, ...] = ()  # what an editor removed: "marks", "digest", "styles", "comments" …
    saved_by: str = ""  # who saved it last
    saved_on: str = ""
    digest: str = ""  # of the text it was built with; empty when it has none
    is_all_tracked: bool = False  # rejecting all changes gives the text it was built with
    revision: str = ""  # what a build compared it with, where it shows what was changed (修订稿)


def accepted(items: Iterable[Item]) -> tuple[Item, ...]:
    """Accept every tracked change; pieces keep who put them in."""
    return tuple(_settled(items, accept=True))


def rejected(items: Iterable[Item]) -> tuple[Item, ...]:
    """Reject every tracked change: the document as it was before any was made."""
    return tuple(_settled(items, accept=False))


def lines_of(item: Item) -> Iterator[Line]:
    """Go through the lines of an item: itself, or those in its cells."""
    if isinstance(item, Line):
        yield item
    else:
        yield from (line for row in item.rows for cell in row.cells for line in cell)


def _settled(items: Iterable[Item], *, accept: bool) -> list[Item]:
    """Keep what one way of settling keeps, and join lines whose marks it takes away."""
    settled: list[Item] = []
    waiting: list[Line] = []  # lines without a mark of their own any more
    for item in items:
        if isinstance(item, Table):
            settled += _join(waiting)
            waiting = []
            rows = [
                replace(row, cells=tuple(tuple(_cell(cell, accept=accept)) for cell in row.cells))
                for row in item.rows
                if (row.deleted if accept else row.inserted) is None
            ]
            if rows:
                settled.append(replace(item, rows=tuple(rows)))
            continue
        waiting.append(_line(item, accept=accept))
        if (item.deleted if accept else item.inserted) is None:
            settled += _join(waiting)
            waiting = []
    return settled + _join(waiting)


def _cell(lines: Sequence[Line], *, accept: bool) -> Iterator[Line]:
    return (item for item in _settled(lines, accept=accept) if isinstance(item, Line))


def _line(line: Line, *, accept: bool) -> Line:
    kept: list[Piece] = []
    gone: list[Gone] = []
    at = 0
    for piece in line.pieces:
        revision = piece.deleted if accept else piece.inserted
        if revision is None:
            kept.append(piece)
            at += len(piece.text)
        else:
            gone.append(Gone(at, piece.text, revision))
    return replace(line, pieces=tuple(kept), gone=tuple(gone))


def _join(lines: Sequence[Line]) -> list[Item]:
    """Make one line of several; its look is that of the last, whose mark is left."""
    if not lines:
        return []
    gone: list[Gone] = []
    at = 0
    for number, line in enumerate(lines):
        gone += (replace(each, at=each.at + at) for each in line.gone)
        at += len(line.text)
        if number + 1 < len(lines) and (mark := line.deleted or line.inserted):
            gone.append(Gone(at, "\n", mark))
    return [
        replace(
            lines[-1],
            pieces=tuple(piece for line in lines for piece in line.pieces),
            comments=tuple(each for line in lines for each in line.comments),
            pictures=sum(line.pictures for line in lines),
            gone=tuple(gone),
        )
    ]
