"""Marks: how a sheet is known again, whatever it is called when it comes back.

A code at the foot, and the same on a sheet that nobody sees, beside everything that was locked when the
sheet went out. A sheet that lost both is still read by what it says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from ..noun import Noun
from .asking import Asking, OfficeSheet, shown

SHEET = "gongwen"
"""Name of the sheet that nobody sees."""

LABEL = "表码"
_SHORT = 6
_VERSION = "1"
_CODE = re.compile(r"GW[-－—]?([0-9]{4})[-－—]([0-9A-F]{6})[-－—]([0-9A-F]{6})[-－—]([0-9A-F]{6})")
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


class Code(Noun, frozen=True):
    """What the code at a sheet's foot says."""

    year: int
    report: str
    office: str
    locked: str  # of everything that is locked: tells one issue of a sheet from another

    def __str__(self) -> str:
        return f"GW-{self.year}-{self.report}-{self.office}-{self.locked}"


class Sent(Noun, frozen=True):
    """What stood in a row when the sheet went out."""

    key: str
    name: str
    unit: str
    base: str


def short(*parts: str) -> str:
    """Give six characters that stand for texts."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:_SHORT].upper()


def code_of(asking: Asking, sheet: OfficeSheet) -> Code:
    """Make a sheet's code."""
    locked = [asking.title, asking.period, str(asking.reason_from)]
    for row in sheet.rows:
        locked += [row.key, row.name, row.unit, row.scope, shown(row, row.base)]
    return Code(asking.year, asking.report, short(sheet.office), short(*locked))


def sent_rows(asking: Asking, sheet: OfficeSheet) -> list[tuple[str, ...]]:
    """List what the hidden sheet holds, row by row."""
    head = [
        ("gongwen", _VERSION),
        ("code", str(code_of(asking, sheet))),
        ("title", asking.title),
        ("office", sheet.office),
    ]
    return [*head, *((row.key, row.name, row.unit, shown(row, row.base)) for row in sheet.rows)]


def read_code(text: str) -> Code | None:
    """Find a code in a text, in whatever width it was typed."""
    match = _CODE.search("".join(text.translate(_FOLD).upper().split()))
    return Code(int(match[1]), match[2], match[3], match[4]) if match else None


def read_sent(rows: Sequence[Sequence[str]]) -> tuple[Code | None, str, str, dict[str, Sent]]:
    """Read the hidden sheet: its code, the title, the office, and the rows by key."""
    heads = {row[0]: row[1] for row in rows[:4] if len(row) > 1}
    sent = {row[0]: Sent(*_four(row)) for row in rows[4:] if row and row[0]}
    return read_code(heads.get("code", "")), heads.get("title", ""), heads.get("office", ""), sent


def _four(row: Iterable[str]) -> tuple[str, str, str, str]:
    key, name, unit, base, *_ = (*row, "", "", "", "")
    return key, name, unit, base
