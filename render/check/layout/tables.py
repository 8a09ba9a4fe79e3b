"""Tables: rules about how wide tables of a DOCX are, and about their heads on the next page (8)."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ...units import from_mm
from ..rule import Level, Rule, Subject
from .seen import mm

_OVER = from_mm(4.0)  # Word lets a table stick out by the margins of its cells
_MOST_ROWS = 22  # that surely fit on one page


def too_wide(subject: Subject) -> Iterator[Diagnostic]:
    """Find tables wider than the type area."""
    looks = subject.looks
    for table in looks.tables if looks else ():
        section = looks.sections[min(table.section, len(looks.sections) - 1)] if looks else None
        if section is None:
            continue
        room = section.width - section.left - section.gutter - section.right
        if table.width > room + _OVER:
            values = {"found": mm(table.width), "room": mm(room), "text": table.text[:10]}
            yield Diagnostic("layout.table_width", table.source, values)


def single_head(subject: Subject) -> Iterator[Diagnostic]:
    """Find long tables whose head does not come again on the next page."""
    for table in subject.looks.tables if subject.looks else ():
        if table.rows > _MOST_ROWS and not table.repeats_head:
            values = {"text": table.text[:10], "rows": table.rows}
            yield Diagnostic("layout.table_head", table.source, values)


RULES = (
    Rule("layout.table_width", Level.REQUIRED, too_wide, "GB/T 9704-2012, 5.2.1"),
    Rule("layout.table_head", Level.CUSTOMARY, single_head),
)
