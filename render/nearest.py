"""Nearest: the known word that an unknown one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

_COMPARED = 8


def nearest(name: str, known: Iterable[str]) -> str:
    """Find the known name most like a mistyped one; empty only when nothing is known.

    Comparing letter by letter is slow, so of many names only those that share most characters
    are compared.
    """
    from difflib import SequenceMatcher
    from heapq import nlargest

    letters = set(name)
    few = nlargest(_COMPARED, known, key=lambda other: len(letters & set(other)) / len(letters | set(other)))
    return max(few, key=lambda other: SequenceMatcher(None, name, other).ratio(), default="")
