"""Blanks: white space as files hold it, made into the one space that a text needs."""

from __future__ import annotations

import re

# Everything that shows as empty: no-break, typographic and ideographic spaces, tabs.
_WIDE = re.compile("[\t\x0b\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_RUN = re.compile("[ \u3000]{2,}")
_WIDE_MARKS = "…—“”‘’·①②③④⑤⑥⑦⑧⑨⑩"
BARRED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
"""Characters that a report cannot hold, or that nobody sees."""


def tidy(text: str) -> str:
    """Write a paragraph on one line, without blanks around it and with one space where there were many."""
    text = BARRED.sub("", _WIDE.sub(" ", text.replace("\n", " ")))
    return _RUN.sub(lambda run: "\u3000" if "\u3000" in run[0] else " ", text).strip(" \u3000")


def untidy(text: str, tidied: str) -> str:
    """Give a paragraph with the blanks within it and the characters nobody sees; "" where it has none."""
    raw = _WIDE.sub(" ", text.replace("\n", " ")).strip(" \u3000")
    return raw if raw != tidied else ""


def widths(text: str) -> int:
    """Measure a line in half-width columns."""
    return sum(2 if char >= "\u1100" or char in _WIDE_MARKS else 1 for char in text)
