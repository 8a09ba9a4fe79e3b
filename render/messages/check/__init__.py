"""What the check says: a wording and a page for every rule, in modules named as those of `render.check`."""

from __future__ import annotations

from collections.abc import Mapping

from ..message import Message
from . import directions, figures, numbers, references, review, structure, waivers
from .page import Page, Sample

__all__ = ["MESSAGES", "PAGES", "Page", "Sample"]

MESSAGES: Mapping[str, Message] = {
    **structure.MESSAGES,
    **references.MESSAGES,
    **figures.MESSAGES,
    **directions.MESSAGES,
    **numbers.MESSAGES,
    **review.MESSAGES,
    **waivers.MESSAGES,
}
PAGES: Mapping[str, Page] = {
    **structure.PAGES,
    **references.PAGES,
    **figures.PAGES,
    **directions.PAGES,
    **numbers.PAGES,
    **review.PAGES,
    **waivers.PAGES,
}
