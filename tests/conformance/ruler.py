"""Ruler: the rows of the standard, what measures each, and the table of verdicts.

A row is measured by one function, or it is said why it is not. `rows.csv` holds the rows: element,
property, value, unit, tolerance, clause, how sure the fact is, and on what it can be measured.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROWS = Path(__file__).with_name("rows.csv")


@dataclass(frozen=True)
class Row:
    """One property of one element."""

    no: int
    element: str
    property: str
    value: str
    unit: str
    tolerance: str
    clause: str
    status: str
    medium: str

    @property
    def is_measurable(self) -> bool:
        """Whether a produced file can show it."""
        return self.medium in ("pdf", "docx", "pdf, docx")


@dataclass(frozen=True)
class Seen:
    """What one file shows of a row."""

    medium: str
    shown: str
    ok: bool


@dataclass(frozen=True)
class Verdict:
    """What came of one row."""

    row: Row
    seen: tuple[Seen, ...]
    reason: str = ""  # why it is not measured

    @property
    def word(self) -> str:
        """`pass`, `fail` or `n/a: …`."""
        if self.reason:
            return f"n/a: {self.reason}"
        return "pass" if self.seen and all(each.ok for each in self.seen) else "fail"


Measure = Callable[[], Iterable[Seen]]
MEASURES: dict[int, Measure] = {}
REASONS: dict[int, str] = {}


def measures(*numbers: int) -> Callable[[Measure], Measure]:
    """Say that a function measures rows."""

    def register(measure: Measure) -> Measure:
        for number in numbers:
            assert number not in MEASURES, number
            MEASURES[number] = measure
        return measure

    return register


def pdf(shown: object, ok: bool) -> Seen:
    """What a PDF shows."""
    return Seen("PDF", _short(shown), bool(ok))


def docx(shown: object, ok: bool) -> Seen:
    """What a DOCX says."""
    return Seen("DOCX", _short(shown), bool(ok))


def near(shown: float, wanted: float, tolerance: float) -> bool:
    """Whether a number is as wanted."""
    return abs(shown - wanted) <= tolerance


def rows() -> list[Row]:
    """Read all rows."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [Row(int(no), *rest) for no, *rest in list(csv.reader(file))[1:]]


def verdicts() -> Iterator[Verdict]:
    """Measure every row."""
    for row in rows():
        if row.no in REASONS:
            yield Verdict(row, (), REASONS[row.no])
        elif row.no in MEASURES:
            yield Verdict(row, tuple(MEASURES[row.no]()))
        elif not row.is_measurable:
            yield Verdict(row, (), _BY_MEDIUM.get(row.medium, row.medium))
        else:
            yield Verdict(row, ())


_BY_MEDIUM = {
    "paper only": "shown by paper, print or binding, not by a file",
    "information": "says something about reports or formats, not about a page",
}


def table(found: Iterable[Verdict]) -> str:
    """Write the table of verdicts, as Markdown."""
    lines = [
        "| row | element | property | value | clause | measured | verdict |",
        "|---|---|---|---|---|---|---|",
    ]
    for verdict in found:
        row = verdict.row
        value = " ".join(part for part in (row.value, row.unit) if part != "-")
        value += f" ({row.tolerance})" if row.tolerance not in ("", "exact", "-") else ""
        shown = "; ".join(f"{each.medium} {each.shown}" for each in verdict.seen)
        cells = (str(row.no), row.element, row.property, value, row.clause, shown, verdict.word)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _short(shown: object) -> str:
    if isinstance(shown, bool):
        return "yes" if shown else "no"
    return f"{shown:.2f}".rstrip("0").rstrip(".") if isinstance(shown, float) else str(shown)
