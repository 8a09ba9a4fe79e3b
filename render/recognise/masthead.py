"""Masthead: the elements of the letterhead (版头) above a title, each told by its line."""

from __future__ import annotations

import re

from . import lexicon


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
