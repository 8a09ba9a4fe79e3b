"""Sentences: where one ends and the next begins in Chinese text.

A sentence ends after 。 ？ ！ or ； with the closing marks behind it, and at the end of its line. Marks
inside quotes or brackets end none, but a whole sentence in brackets is one, and so is a quotation that
ends its line.
"""

from __future__ import annotations

from .pattern import pattern

_ENDS = "。？！；?!;"
_OPENERS = "“‘（《〈「『【〔("
_CLOSERS = "”’）》〉」』】〕)"
_BRACKETS = "）)】〕"
# All of the above; no other character begins or ends anything.
_MARKS = pattern("[\\n？！。；?!;“‘（《〈「『【〔(”’）》〉」』】〕)]")


def sentences(text: str) -> list[range]:
    """Cut a text into sentences.

    Returns:
        Character ranges in reading order that cover the text without gaps, line feeds included; white
        space at the start of a sentence belongs to it. `[]` for an empty text.
    """
    found: list[range] = []
    start = depth = 0
    for mark in _MARKS.finditer(text):
        at, char = mark.start(), mark[0]
        if char == "\n":
            depth = 0  # a mark left open ends with its line
        elif char in _OPENERS:
            depth += 1
            continue
        elif char in _CLOSERS:
            depth = max(0, depth - 1)
            if depth or not _closes_sentence(text, at):
                continue
        elif char not in _ENDS or depth or text[at + 1 : at + 2] in (*_ENDS, *_CLOSERS):
            continue
        found.append(range(start, at + 1))
        start = at + 1
    if start < len(text):
        found.append(range(start, len(text)))
    return found


def _closes_sentence(text: str, at: int) -> bool:
    """Tell whether a closing mark ends a sentence together with the end mark before it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before not in _ENDS + _CLOSERS or after in (*_ENDS, *_CLOSERS):
        return False
    inner = text[:at].rstrip(_CLOSERS)[-1:]
    return inner in tuple(_ENDS) and (text[at] in _BRACKETS or after in ("", "\n"))
