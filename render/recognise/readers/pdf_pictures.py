"""Pictures of a PDF: those that belong to the text, with the height they stand at.

A scan behind the text fills its page, ornaments are a few points wide, and a logo stands on page after page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from ...diagnostics import Source
from ...pdfium import PageText
from ..found import Dropped

LEAST = 24.0  # points either way
MOST = 0.7  # of the page's area; more is its background


class HasPictures(Protocol):
    """A page with what was taken from it."""

    number: int
    pictures: list[tuple[float, bytes]]


def pictures_on(page: PageText) -> list[tuple[float, bytes]]:
    """List the pictures of a page by their upper edges."""
    area = page.width * page.height
    return [
        (top, data)
        for left, bottom, right, top, data in page.taken
        if right - left >= LEAST and top - bottom >= LEAST and (right - left) * (top - bottom) <= MOST * area
    ]


def drop_repeated(pages: Sequence[HasPictures], name: str) -> list[Dropped]:
    """Take off the pictures that stand on several pages at one height."""
    marks = {
        id(picture): (sha256(picture[1]).digest(), round(picture[0])) for p in pages for picture in p.pictures
    }
    often = Counter(marks.values())
    dropped: list[Dropped] = []
    for page in pages:
        for picture in list(page.pictures):
            if often[marks[id(picture)]] > 1:
                page.pictures.remove(picture)
                dropped.append(Dropped("", "repeated picture", Source(name, page=page.number)))
    return dropped
