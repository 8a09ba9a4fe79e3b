"""Alignment: the order in which what is kept, new, gone and moved is written.

What is gone from between two kept passages is written before what is new there.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....noun import Noun
from ....pairing import Words, pair
from .passages import Kind
from .tables import is_one_table
from .written import Item, Para, Table

_UNTOLD = frozenset(("gongwenText", "Normal", ""))
"""Styles that say nothing of which paragraph one is."""

_LEAST_MOVED = 8  # characters; a shorter paragraph is told by its place


class Step(Noun, frozen=True):
    """What is written next, by index of either side."""

    kind: Kind
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    went: int | None = None  # of what is written in the place it left: its index after


def steps(before: Sequence[Item], after: Sequence[Item]) -> list[Step]:
    """Bring two bodies into one order; every index of either side occurs once, moved ones twice."""
    kept: list[Step] = []
    moved: dict[int, int] = {}
    for each in pair([_words(item) for item in before], [_words(item) for item in after]):
        if not (each.before and each.after):
            continue
        one, other = before[each.before[0]], after[each.after[0]]
        if isinstance(one, Table) and not (isinstance(other, Table) and is_one_table(one, other)):
            continue
        if not each.moved:
            kept.append(Step(Kind.CHANGED, each.before, each.after))
        elif isinstance(one, Para) and min(len(one.shown), len(other.text)) >= _LEAST_MOVED:
            moved[each.before[0]] = each.after[0]
    written: list[Step] = []
    came = {j: i for i, j in moved.items()}
    i = j = 0
    for step in (*kept, Step(Kind.KEPT, (len(before),), (len(after),))):
        written += (
            Step(Kind.MOVED, (n,), went=moved[n]) if n in moved else Step(Kind.GONE, (n,))
            for n in range(i, step.before[0])
        )
        written += (
            Step(Kind.MOVED, (came[n],), (n,)) if n in came else Step(Kind.NEW, after=(n,))
            for n in range(j, step.after[0])
        )
        if step.kind is Kind.CHANGED:
            written.append(step)
            i, j = step.before[-1] + 1, step.after[-1] + 1
    return written


def _words(item: Item) -> Words:
    """Say what an item is told by."""
    if isinstance(item, Table):
        return Words(item.text, "table")
    if not item.shown.strip():
        return Words(item.text, f"blank {item.style}")
    if item.level and not item.head:
        return Words(item.text, role=f"heading {item.level}")
    if item.level or item.style in _UNTOLD:
        return Words(item.text)
    return Words(item.text, role=item.style)
