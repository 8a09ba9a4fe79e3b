"""Pack: what one kind of yearly report must have, as data (规则包)."""

from __future__ import annotations

from .diagnostics import NOWHERE, Source
from .noun import Noun


class Demand(Noun, frozen=True):
    """One thing a pack asks for."""

    code: str
    kind: str  # "part", "deadline", "required", "forbidden" or "figure"
    name: str  # what is asked for
    english: str
    words: tuple[str, ...] = ()  # of a heading, or of the text; one of them is enough
    element: str = ""  # of a deadline: English key of the date
    before: tuple[int, int] = (0, 0)  # month and day, of the year after the one reported on
    unless: tuple[str, ...] = ()  # words of a title, or of an issuer, that it does not apply to
    level: str = "规定"
    clause: str = ""
    hint: str = ""
    english_hint: str = ""
    source: Source = NOWHERE


class Pack(Noun, frozen=True):
    """A pack of demands."""

    code: str
    name: str
    english: str
    titles: tuple[str, ...]  # words of a title that all must be there; empty: only by name
    not_titles: tuple[str, ...]
    in_order: bool  # whether its parts come in the order of the pack
    demands: tuple[Demand, ...]
    clause: str = ""
    source: Source = NOWHERE

    def fits(self, title: str) -> bool:
        """Tell whether a report of this title is of the pack's kind."""
        return (
            bool(self.titles)
            and all(word in title for word in self.titles)
            and not any(word in title for word in self.not_titles)
        )
