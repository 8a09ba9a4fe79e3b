"""Difference: what was taken out of a text and what was put in, at the grain of words and numbers.

A number and a Latin word are one piece each and never change in part; Chinese is compared character by
character, and changes that stand close together are joined, since 加强 turned into 强化 is one change to a
reader. A sentence that was put in is shown as that sentence, not from the middle of one to the middle
of the next.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .sentences import sentences

_PIECE = re.compile(r"[0-9]+(?:\.[0-9]+)?|[０-９]+|[A-Za-z]+|.", re.DOTALL)
_CLOSE = 2  # characters between two changes up to which they are read as one
_MOST_COMPARED = 16_000_000  # pairs of pieces; longer texts are compared sentence by sentence first
_STOPS = ("。！？!?\n", "；;", "，、：,:")  # where a reader pauses, the longest pause first


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of one text, and what stands in their place in another; either may be empty."""

    start: int  # in the text before
    stop: int
    new_start: int  # in the text after
    new_stop: int


def pieces(text: str) -> list[str]:
    """Cut a text into what changes as a whole."""
    return _PIECE.findall(text)


def difference(before: str, after: str, edges: Collection[int] = ()) -> list[Edit]:
    """Compare two texts.

    Args:
        before: One text.
        after: The other.
        edges: Places in `before` that changes are not joined or moved across, such as the ends of a
            figure.

    Returns:
        The changes in reading order, never touching one another; `[]` for equal texts.
    """
    if before == after:
        return []
    edits = _joined(list(_compared(before, after, 0, 0)), before, after, set(edges))
    for at, edit in enumerate(edits):
        lowest = edits[at - 1].stop if at else -1
        highest = edits[at + 1].start if at + 1 < len(edits) else len(before) + 1
        if edit.start == edit.stop or edit.new_start == edit.new_stop:
            edits[at] = _at_a_pause(edit, before, after, range(lowest + 1, highest), edges)
    return edits


def similarity(before: str, after: str) -> float:
    """Say how much two texts have in common: 1 for equal ones, 0 for no word of one in the other."""
    if not before and not after:
        return 1.0
    kept = len(before) - sum(edit.stop - edit.start for edit in difference(before, after))
    return 2 * kept / (len(before) + len(after))


def _compared(before: str, after: str, at: int, new_at: int) -> Iterator[Edit]:
    """Find the changes between texts that begin at the given places."""
    a, b = pieces(before), pieces(after)
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last] == b[-1 - last]:
        last += 1
    a_middle, b_middle = a[first : len(a) - last], b[first : len(b) - last]
    skipped = sum(map(len, a[:first]))
    at, new_at = at + skipped, new_at + skipped
    if len(a_middle) * len(b_middle) > _MOST_COMPARED:
        yield from _by_sentence("".join(a_middle), "".join(b_middle), at, new_at)
        return
    yield from _edits(a_middle, b_middle, at, new_at)


def _edits(a: Sequence[str], b: Sequence[str], at: int, new_at: int) -> Iterator[Edit]:
    a_at, b_at = _offsets(a, at), _offsets(b, new_at)
    for kind, i, j, k, n in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(a_at[i], a_at[j], b_at[k], b_at[n])


def _by_sentence(before: str, after: str, at: int, new_at: int) -> Iterator[Edit]:
    """Compare long texts: whole sentences first, then what lies between equal ones."""
    a = [before[r.start : r.stop] for r in sentences(before)]
    b = [after[r.start : r.stop] for r in sentences(after)]
    for edit in _edits(a, b, 0, 0):
        old, new = before[edit.start : edit.stop], after[edit.new_start : edit.new_stop]
        if len(old) * len(new) > _MOST_COMPARED:
            yield Edit(at + edit.start, at + edit.stop, new_at + edit.new_start, new_at + edit.new_stop)
        else:
            yield from _compared(old, new, at + edit.start, new_at + edit.new_start)


def _offsets(parts: Sequence[str], at: int) -> list[int]:
    offsets = [at]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets


def _joined(edits: Sequence[Edit], before: str, after: str, edges: set[int]) -> list[Edit]:
    """Join changes with next to nothing between them."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last is not None and _is_one(last, edit, before, after, edges):
            joined[-1] = Edit(last.start, edit.stop, last.new_start, edit.new_stop)
        else:
            joined.append(edit)
    return joined


def _is_one(last: Edit, edit: Edit, before: str, after: str, edges: set[int]) -> bool:
    between = before[last.stop : edit.start]
    sizes = [max(e.stop - e.start, e.new_stop - e.new_start) for e in (last, edit)]
    touched = [
        text for e in (last, edit) for text in (before[e.start : e.stop], after[e.new_start : e.new_stop])
    ]
    return (
        len(between) <= min(_CLOSE, *sizes)
        and between.isalpha()
        and not any(char.isdigit() for text in touched for char in text)
        and edges.isdisjoint(range(last.stop, edit.start + 1))
    )


def _at_a_pause(edit: Edit, before: str, after: str, room: range, edges: Collection[int]) -> Edit:
    """Move what was only put in, or only taken out, to where it begins after a pause, if it may.

    Args:
        edit: A change with one empty side.
        before: The text it was found in.
        after: The text that came of it.
        room: Places in `before` that the change may begin and end at.
        edges: Places that it is not moved across.
    """
    is_new = edit.start == edit.stop
    text, start, stop = (after, edit.new_start, edit.new_stop) if is_new else (before, edit.start, edit.stop)
    best, best_score = 0, _pause(text, start)
    for direction in (-1, 1):
        step = 0
        while edit.start + step not in edges and edit.stop + step not in edges:
            # What leaves the change at one end must be equal to what enters it at the other.
            leaves, enters = (
                (stop + step - 1, start + step - 1) if direction < 0 else (start + step, stop + step)
            )
            if not (0 <= enters < len(text)) or text[leaves] != text[enters]:
                break
            step += direction
            if edit.start + step not in room or edit.stop + step not in room:
                break
            score = _pause(text, start + step)
            if score > best_score and not _splits(text, start + step, stop + step):
                best, best_score = step, score
    return Edit(edit.start + best, edit.stop + best, edit.new_start + best, edit.new_stop + best)


def _pause(text: str, at: int) -> int:
    """Weigh the pause before a place: the start of the text and the end of a sentence most."""
    if at == 0:
        return len(_STOPS)
    return next((len(_STOPS) - n for n, stops in enumerate(_STOPS) if text[at - 1] in stops), 0)


def _splits(text: str, start: int, stop: int) -> bool:
    """Tell whether a range begins or ends inside a number or a Latin word."""
    return any(
        0 < at < len(text) and text[at - 1].isascii() and text[at].isascii()
        and text[at - 1].isalnum() and text[at].isalnum()
        for at in (start, stop)
    )  # fmt: skip
