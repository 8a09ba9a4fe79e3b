"""Listing: the sentences of a report that must be looked at before its next year is issued."""

from __future__ import annotations

from ..diagnostics import Source
from ..report import Report
from ..review import Held, Reason, Review, ReviewItem
from .detection import held_in
from .passages import sentences_of

_INNER = str.maketrans("“”", "‘’")


def listed(report: Report, base: int, year: int, source: Source) -> Review:
    """List every sentence that holds something typed for its year.

    Args:
        report: The report as it was written.
        base: The year it was written for.
        year: The year it is taken to.
        source: Where the list is to be kept.
    """
    items: list[ReviewItem] = []
    for sentence in sentences_of(report):
        held = held_in(sentence.text, base)
        if sentence.section == "写法":
            held = (Held(Reason.FORM, sentence.text.partition("：")[2]),)
        if held:
            items.append(ReviewItem(len(items) + 1, sentence, held))
    return Review(base, year, tuple(items), source)


def quoted(held: Held) -> str:
    """Quote what a sentence holds: “‘八五’普法”, and of 件数["2022"] the year."""
    text = held.text.strip("[]\"' ") if held.text.startswith("[") else held.text
    return "“" + text.translate(_INNER) + "”"
