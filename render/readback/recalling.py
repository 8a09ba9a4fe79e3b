"""Recalling: expressions of text that was taken out in one place and stands in another now.

A cut sentence brings its figures along as typed digits, where Word did not carry the bookmark. What stands
beside them says which they were: two characters before and behind are looked for in the new words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .changes import Action, Change, Kept, NewParagraph, Part, Removal, Rewrite
from .origins import Origins, Printed

_BESIDE = 2  # characters


def recalled(changes: Sequence[Change], origins: Origins) -> list[Change]:
    """Put the author's expressions back into new words, where it is plain which they are."""
    gone = [printed for change in changes for action in change.actions for printed in _gone(action, origins)]
    if not gone:
        return list(changes)
    return [
        replace(change, actions=tuple(_with_expressions(action, gone, origins) for action in change.actions))
        for change in changes
    ]


def _gone(action: Action, origins: Origins) -> Iterator[Printed]:
    """Go through what expressions had printed in text that is taken out."""
    if isinstance(action, Removal):
        for slot in action.slots:
            yield from origins.printed(slot)
    elif isinstance(action, Rewrite):
        for printed in origins.printed(action.slot):
            if action.start <= printed.start and printed.stop <= action.stop:
                yield printed


def _with_expressions(action: Action, gone: Sequence[Printed], origins: Origins) -> Action:
    if isinstance(action, Rewrite):
        return replace(action, parts=tuple(_parts(action.parts, gone, origins, action.slot)))
    if isinstance(action, NewParagraph) and action.cells:
        cells = tuple(tuple(_parts(cell, gone, origins, None)) for cell in action.cells)
        return replace(action, cells=cells)
    if isinstance(action, NewParagraph):
        head = tuple(_parts(action.parts[: action.head], gone, origins, None))
        rest = tuple(_parts(action.parts[action.head :], gone, origins, None))
        return replace(action, parts=(*head, *rest), head=len(head))
    return action


def _parts(
    parts: Iterable[Part], gone: Sequence[Printed], origins: Origins, slot: int | None
) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Kept):
            yield part
        else:
            yield from _cut(part, gone, origins, slot)


def _cut(text: str, gone: Sequence[Printed], origins: Origins, slot: int | None) -> Iterator[Part]:
    """Cut typed text at the first expression found in it, and go on with what is left on either side."""
    for printed in gone:
        at = _find(text, printed, origins, is_same_slot=printed.slot == slot)
        if at is None:
            continue
        if before := text[:at]:
            yield from _cut(before, gone, origins, slot)
        yield Kept(printed.slot, printed.start)
        if after := text[at + len(printed.text) :]:
            yield from _cut(after, gone, origins, slot)
        return
    if text:
        yield text


def _find(text: str, printed: Printed, origins: Origins, *, is_same_slot: bool) -> int | None:
    """Find what an expression printed, with the characters beside it, once in a text."""
    whole = origins.slots[printed.slot].text
    before = whole[max(printed.start - _BESIDE, 0) : printed.start]
    after = whole[printed.stop : printed.stop + _BESIDE]
    looked_for = [(before, after), (before, after[:1]), (before, ""), ("", after)]
    if is_same_slot and any(char.isdigit() for char in printed.text):
        looked_for.append(("", ""))
    for left, right in looked_for:
        pattern = left + printed.text + right
        if (left or right or is_same_slot) and text.count(pattern) == 1:
            at = text.index(pattern) + len(left)
            if _is_whole(text, at, at + len(printed.text)):
                return at
    return None


def _is_whole(text: str, start: int, stop: int) -> bool:
    """Tell whether a range does not cut a number in two."""
    return not any(
        text[at - 1 : at].isdigit() and text[at : at + 1].isdigit()
        for at in (start, stop)
        if 0 < at < len(text)
    )
