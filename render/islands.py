"""Islands: words kept between two changes, too few to be read by themselves.

A difference that is right to the character is not one that a person can follow: 加强 struck out around a
kept 强, or three kept words in a sentence written anew, make the eye jump. Changes with so little between
them are one change here. A number is struck out and written as a whole, with its decimals, its thousands
and its % sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .difference import Edit, difference
from .noun import Noun

_NUMBER = re.compile(r"[−-]?\d+(?:[.,]\d+)*[%‰]?")
_PAUSES = "。！？；\r\n"
_FEW = 3  # characters kept between two changes of words, up to which they are one
_SOME = 8  # … between two long ones
_LONG = 12  # characters a change is long from
_LEAST_KEPT = 0.35
"""Share of a text kept below which all of it is written anew; a paragraph with less was another one."""


class _Texts(Noun, frozen=True):
    before: str
    after: str

    def size(self, edit: Edit) -> int:
        return max(edit.stop - edit.start, edit.new_stop - edit.new_start)

    def has_digit(self, edit: Edit) -> bool:
        words = self.before[edit.start : edit.stop] + self.after[edit.new_start : edit.new_stop]
        return any(char.isdigit() for char in words)


def readable(before: str, after: str) -> list[Edit]:
    r"""Compare two texts as a person would mark the changes in one of them.

    Args:
        before: One text; `\r` ends a paragraph of it.
        after: The other.

    Returns:
        The changes in reading order, with something kept between any two; `[]` for equal texts.
    """
    edits = difference(before, after)
    if not edits:
        return []
    texts = _Texts(before, after)
    kept = len(before) - sum(edit.stop - edit.start for edit in edits)
    if before and after and kept < _LEAST_KEPT * max(len(before), len(after)):
        return [_all_between(texts)]
    return _joined(_whole_numbers(edits, texts), texts)


def _all_between(texts: _Texts) -> Edit:
    """Take everything for changed but a closing mark that both texts end with."""
    last = texts.before[-1]
    end = int(last == texts.after[-1] and not last.isalnum())
    return Edit(0, len(texts.before) - end, 0, len(texts.after) - end)


def _whole_numbers(edits: Sequence[Edit], texts: _Texts) -> list[Edit]:
    """Widen changes to the ends of the numbers they begin or end in."""
    old, new = _inner(texts.before), _inner(texts.after)
    widened: list[Edit] = []
    for number, edit in enumerate(edits):
        left, right = max(0, 0 if number == 0 else widened[-1].stop), len(texts.before)
        if number + 1 < len(edits):
            right = edits[number + 1].start
        back = forth = 0
        while edit.start - back > left and (edit.start - back in old or edit.new_start - back in new):
            back += 1
        while edit.stop + forth < right and (edit.stop + forth in old or edit.new_stop + forth in new):
            forth += 1
        widened.append(
            Edit(edit.start - back, edit.stop + forth, edit.new_start - back, edit.new_stop + forth)
        )
    return widened


def _inner(text: str) -> frozenset[int]:
    """List the places inside numbers that have more than digits to them."""
    return frozenset(at for found in _NUMBER.finditer(text) for at in range(found.start() + 1, found.end()))


def _joined(edits: Sequence[Edit], texts: _Texts) -> list[Edit]:
    joined: list[Edit] = []
    for edit in edits:
        if joined and _is_one(joined[-1], edit, texts):
            edit = Edit(joined[-1].start, edit.stop, joined[-1].new_start, edit.new_stop)
            joined.pop()
        joined.append(edit)
    return joined


def _is_one(last: Edit, edit: Edit, texts: _Texts) -> bool:
    between = texts.before[last.stop : edit.start]
    if not between:
        return True
    if any(char in _PAUSES for char in between):
        return False
    sizes = [texts.size(last), texts.size(edit)]
    if texts.has_digit(last) and texts.has_digit(edit) and max(sizes) < _LONG:
        return False  # two numbers of one sentence, each with its own unit
    if min(sizes) >= _LONG:
        return len(between) <= _SOME
    return len(between) <= min(_FEW, max(sizes))
