"""Nearest: the known word that an unknown one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word most like `word`; the first of them when none is like it at all."""
    from difflib import SequenceMatcher

    return max(known, key=lambda candidate: SequenceMatcher(None, word, candidate).ratio(), default="")
