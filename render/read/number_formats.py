"""Number formats: how many decimals a spreadsheet cell shows.

ISO/IEC 29500-1, 18.8.30 (numFmt) gives the built-in codes and 18.8.31 the characters of a code.
Only what decides the printed precision is read: decimals, and whether the cell shows a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..noun import Noun
from ..pattern import pattern

# ISO/IEC 29500-1, 18.8.30; the rest of the built-in codes are General, dates, text or fractions.
BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
}  # fmt: skip

# Quoted words, escaped characters, colours and conditions, padding and filling characters.
_WORDS = pattern(r'"[^"]*"|\\.|!.|\[[^\]]*\]|_.|\*.')
_NUMBER = pattern(r"[#0?,]*[0?#][#0?]*(?:\.(?P<places>[0#?]+))?(?P<thousands>,*)")


class Shown(Noun, frozen=True):
    """What a cell shows of its number."""

    least: int  # decimals always shown
    most: int  # decimals shown if they are not zero
    percent: bool


def read_format(code: str) -> Shown | None:
    """Read a format code; None when it does not fix the decimals (General, dates, text, 1.2E+03)."""
    code = _WORDS.sub("", code.split(";")[0])
    match = _NUMBER.search(code)
    if match is None or match["thousands"] or re.search(r"[Ee][+-]|/|[ymdhsYMDHS@]", code):
        return None
    places = match["places"] or ""
    return Shown(places.count("0"), len(places), "%" in code)
