"""Masthead: the elements of the letterhead (版头) above a title, each told by its line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from . import lexicon

MARK_SUFFIX = "文件"


def joint_issuers(lines: Sequence[str]) -> tuple[range, tuple[str, ...]]:
    """Find the names of a joint letterhead (7.2.4): organs one below the other, 文件 beside one or below all.

    Returns:
        The places of its lines, and the names; empty when there is none.
    """
    flat = ["".join(line.split()) for line in lines]
    names = [text if text != MARK_SUFFIX else "" for text in flat]
    for at, text in enumerate(flat):
        if text.endswith(MARK_SUFFIX) and lexicon.is_organ(text.removesuffix(MARK_SUFFIX)):
            names[at] = text.removesuffix(MARK_SUFFIX)
    fits = [text == MARK_SUFFIX or lexicon.is_organ(name) for text, name in zip(flat, names, strict=True)]
    start = 0
    for fit, run in itertools.groupby(range(len(flat)), key=fits.__getitem__):
        places = range(start, start + len(list(run)))
        start = places.stop
        own = tuple(names[at] for at in places if names[at])
        marks = sum(flat[at].endswith(MARK_SUFFIX) for at in places)
        if fit and len(own) > 1 and marks == 1:
            return places, own
    return range(0), ()


def element_of(text: str, is_above: bool) -> str:
    """Name the element of the letterhead (版头) that a line is; "" when it is none."""
    is_bracketed = text[:1] in "（(" and text[-1:] in "）)"
    number = text[1:-1] if is_bracketed else text
    if lexicon.NUMBER_OF_DOCUMENT.fullmatch(number) or (
        lexicon.NUMBER_OF_DOCUMENT.match(text) and lexicon.SIGNERS.search(text)
    ):
        return "number"
    if not is_above:
        return ""
    for key, pattern in (
        ("copy_no", lexicon.COPY_NO),
        ("security", lexicon.SECURITY),
        ("urgency", lexicon.URGENCY),
        ("signers", lexicon.SIGNERS),
        ("mark", lexicon.LETTERHEAD),
    ):
        if pattern.fullmatch(text):
            return key
    return ""


def value_of(key: str, text: str) -> str:
    """Take the value of an element out of its line."""
    flat = without_blanks(text)
    if key == "signers":
        found = lexicon.SIGNERS.search(text)
        return found[1].strip() if found else flat
    if key == "number":
        found = lexicon.NUMBER_OF_DOCUMENT.search(flat)
        return found[0] if found else flat
    return re.sub(r"^份号[：:]?", "", flat) if key == "copy_no" else flat


def without_blanks(text: str) -> str:
    """Take out the blanks that space a line out; those between Latin words stay."""
    return re.sub(r"(?<![A-Za-z])[ \u3000]+|[ \u3000]+(?![A-Za-z])", "", text)
