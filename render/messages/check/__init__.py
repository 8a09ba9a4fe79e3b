"""What the check says: a wording and a page for every rule, in modules named as those of `render.check`."""

from __future__ import annotations

from collections.abc import Mapping

from ..message import Message
from . import (
    characters,
    directions,
    figures,
    forms,
    layout,
    numbers,
    numerals,
    pairs,
    punctuation,
    references,
    review,
    sequence,
    slips,
    structure,
    units,
    waivers,
    wording,
)
from .page import Page, Sample

__all__ = ["MESSAGES", "PAGES", "Page", "Sample"]

MESSAGES: Mapping[str, Message] = {
    **structure.MESSAGES,
    **references.MESSAGES,
    **figures.MESSAGES,
    **forms.MESSAGES,
    **directions.MESSAGES,
    **numbers.MESSAGES,
    **pairs.MESSAGES,
    **punctuation.MESSAGES,
    **sequence.MESSAGES,
    **numerals.MESSAGES,
    **units.MESSAGES,
    **characters.MESSAGES,
    **wording.MESSAGES,
    **slips.MESSAGES,
    **layout.MESSAGES,
    **review.MESSAGES,
    **waivers.MESSAGES,
}
PAGES: Mapping[str, Page] = {
    **structure.PAGES,
    **references.PAGES,
    **figures.PAGES,
    **forms.PAGES,
    **directions.PAGES,
    **numbers.PAGES,
    **pairs.PAGES,
    **punctuation.PAGES,
    **sequence.PAGES,
    **numerals.PAGES,
    **units.PAGES,
    **characters.PAGES,
    **wording.PAGES,
    **slips.PAGES,
    **layout.PAGES,
    **review.PAGES,
    **waivers.PAGES,
}
