"""Edges of a PDF's pages: page numbers and running heads, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Protocol

from ...diagnostics import Source
from ..found import Dropped
from .pdf_lines import TextLine
from .pdf_notes import mark_of, marks_in

OFTEN = 0.4  # of the pages have a running head; it may stand on every other one
EDGE = 0.13  # of the page's height, where running heads and page numbers stand
FOLIO = re.compile(r"[\s\-—–－―·•|]*\d{1,4}[\s\-—–－―·•|]*|第\s*\d+\s*页.*|Page\s*\d+.*|\d+\s*/\s*\d+")

_DIGITS = re.compile(r"\d+")


class Page(Protocol):
    """What is looked at of a page."""

    number: int
    height: float
    lines: list[TextLine]


def drop_edges(pages: Sequence[Page], name: str) -> list[Dropped]:
    """Take page numbers off, and what stands at the head or foot of most pages."""
    repeated: Counter[tuple[str, int]] = Counter()
    for page in pages:
        for line in _at_edge(page):
            repeated[_DIGITS.sub("#", line.text), round(line.middle / 4)] += 1
    size = median([line.size for page in pages for line in page.lines] or [10.0])
    dropped: list[Dropped] = []
    marks: set[str] = set()  # of notes, on this page and the one before
    for page in pages:
        own = set(marks_in(page.lines, size))
        marks, noted = own, own | marks
        for line in _at_edge(page):
            if mark_of(line) in noted and line.middle < page.height / 2:
                continue  # the same note on every page
            key = _DIGITS.sub("#", line.text), round(line.middle / 4)
            often = max(repeated[key[0], key[1] + step] for step in (-1, 0, 1))
            is_folio = FOLIO.fullmatch(line.text) is not None
            is_small = line.middle > page.height / 2 and line.size < 0.8 * size
            is_repeated = len(pages) > 1 and often >= max(2, OFTEN * len(pages))
            is_apart = _is_apart(line, page)
            if (
                is_folio
                or is_repeated
                or (len(pages) < 3 and (is_small or is_apart))
                or (is_small and is_apart)
            ):
                page.lines.remove(line)
                reason = "page number" if is_folio else "running head"
                dropped.append(Dropped(line.text, reason, Source(name, page=page.number)))
    return dropped


def _is_apart(line: TextLine, page: Page) -> bool:
    """Tell a line in the margin of a page, far from the next one."""
    others = [abs(other.middle - line.middle) for other in page.lines if other is not line]
    in_margin = not 0.075 * page.height < line.middle < 0.925 * page.height
    return in_margin and min(others, default=0.0) > 2.2 * line.size


def _at_edge(page: Page) -> list[TextLine]:
    """List the lines that may be running heads: the outermost two at head and foot."""
    near = EDGE * page.height
    high = [line for line in page.lines[:2] if line.middle > page.height - near]
    low = [line for line in page.lines[-2:] if line.middle < near]
    return [*high, *(line for line in low if line not in high)]
