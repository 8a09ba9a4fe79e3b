"""Genres: invented texts of the kinds offices publish, with what a reader should find marked in them.

A file in `genres/` has a head (`year`, `issuers`, `date`, `number`) and one paragraph a line behind a letter:

    T title      T2 title of an attachment   S line below the title   A addressee   P text
    1…4 heading of that level, `number|title` or `number|title|what it runs into`
    I issuer     D date     X document number     N note     t row of a table, cells between strokes
    ~ what is no part of the text: the contents, a running head

Figures stand in braces. The carriers set a genre as files of all kinds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FIGURE = re.compile(r"\{([^{}]*)\}")
FOLDER = Path(__file__).parent / "genres"


@dataclass(frozen=True)
class Row:
    """A paragraph, or a row of a table."""

    kind: str
    text: str = ""  # as printed
    level: int = 0
    number: str = ""
    title: str = ""
    lead: int = 0  # characters of a heading that runs in
    cells: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Genre:
    """An invented text."""

    name: str
    head: dict[str, str]
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The title on one line."""
        return "".join("".join(row.text.split()) for row in self.rows if row.kind == "T")

    @property
    def figures(self) -> list[str]:
        """All figures, as printed."""
        return [figure for row in self.rows for figure in row.figures]

    @property
    def headings(self) -> list[tuple[int, str, str]]:
        """Level, number and title of each heading."""
        return [(row.level, row.number.strip(" 　"), row.title) for row in self.rows if row.level]


def genre(name: str) -> Genre:
    """Read a file of `genres/`."""
    head_text, _, body = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("---\n")
    head = dict(line.split(":", 1) for line in head_text.splitlines() if line)
    return Genre(name, {k: v.strip() for k, v in head.items()}, tuple(map(_row, body.splitlines())))


def names() -> list[str]:
    """List the genres."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _row(line: str) -> Row:
    kind, _, marked = line.partition(" ")
    figures = tuple(FIGURE.findall(marked))
    text = FIGURE.sub(r"\1", marked)
    if kind == "t":
        return Row(kind, text, cells=tuple(text.split("|")), figures=figures)
    if kind.isdecimal():
        number, title, *rest = text.split("|")
        whole = number + title + "".join(rest)
        return Row("H", whole, int(kind), number, title, len(number + title) if rest else 0, figures=figures)
    return Row(kind, text, figures=figures)
