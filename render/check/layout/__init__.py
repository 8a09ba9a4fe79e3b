"""Layout: rules about how a file from anywhere is set (GB/T 9704-2012, 5, 7 and 10).

A DOCX is asked for the values in force, a PDF for what stands where. What many paragraphs share is one
finding, at the first of them, with their number.
"""

from __future__ import annotations

from ..rule import Rule
from . import colophon, faces, folios, lines, masthead, paragraphs, parts, remnants, rows, sheet, tables

RULES: tuple[Rule, ...] = (
    *sheet.RULES,
    *lines.RULES,
    *faces.RULES,
    *masthead.RULES,
    *parts.RULES,
    *rows.RULES,
    *colophon.RULES,
    *tables.RULES,
    *paragraphs.RULES,
    *folios.RULES,
    *remnants.RULES,
)
