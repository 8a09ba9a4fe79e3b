"""What layout rules say, in modules named as those of `render.check.layout`."""

from __future__ import annotations

from ..entries import Entry, messages, pages
from . import faces, folios, paragraphs, parts, remnants, sheet

_ENTRIES: dict[str, Entry] = {
    **sheet.ENTRIES,
    **faces.ENTRIES,
    **parts.ENTRIES,
    **paragraphs.ENTRIES,
    **folios.ENTRIES,
    **remnants.ENTRIES,
}
MESSAGES = messages(_ENTRIES)
PAGES = pages(_ENTRIES)
