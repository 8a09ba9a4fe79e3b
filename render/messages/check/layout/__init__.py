"""What layout rules say, in modules named as those of `render.check.layout`."""

from __future__ import annotations

from ..entries import Entry, messages, pages
from . import colophon, faces, folios, masthead, paragraphs, parts, remnants, rows, sheet, tables

_ENTRIES: dict[str, Entry] = {
    **sheet.ENTRIES,
    **faces.ENTRIES,
    **masthead.ENTRIES,
    **parts.ENTRIES,
    **rows.ENTRIES,
    **colophon.ENTRIES,
    **tables.ENTRIES,
    **paragraphs.ENTRIES,
    **folios.ENTRIES,
    **remnants.ENTRIES,
}
MESSAGES = messages(_ENTRIES)
PAGES = pages(_ENTRIES)
