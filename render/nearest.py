"""Nearest: the known word that an unknown one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

_COMPARED = 8
_ALIKE = 0.5  # 审核件 is 0.67 like 合同审核件数; 版本 and 版式 share half, --nope and --force less


def nearest(name: str, known: Iterable[str]) -> str:
    """Find the known name most like a mistyped one; empty when none is like it.

    Comparing letter by letter is slow, so of many names only those that share most characters
    are compared. Capitals and the strokes before an option make no difference.
    """
    from difflib import SequenceMatcher
    from heapq import nlargest

    def shared(other: str) -> float:
        theirs = set(other.casefold())
        return len(letters & theirs) / max(len(letters | theirs), 1)

    def likeness(other: str) -> float:
        return SequenceMatcher(None, typed, other.casefold().lstrip("-")).ratio()

    typed = name.casefold().lstrip("-")
    letters = set(name.casefold())
    best = max(nlargest(_COMPARED, known, key=shared), key=likeness, default="")
    return best if likeness(best) >= _ALIKE else ""


def edits(one: str, other: str, most: int = 2) -> int:
    """Count the characters to change, add or drop between two texts; `most + 1` for more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (char != wanted))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
