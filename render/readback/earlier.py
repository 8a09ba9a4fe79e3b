"""The earlier report: what it said when a document was built from it, where the report has changed since.

Without it, what the author changed meanwhile would look as if the reader had undone it. It is known in three
cases: every change in the document is tracked, so that rejecting them gives the text it was built with, as
its digest shows; the document carries its source; or the report was frozen as it then was.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from ..carry import unbundle
from ..diagnostics import Diagnostic, Faults
from ..freeze import has_states
from ..freeze.making import job_of, laid_out_in
from ..freeze.states import parts_of, states_of
from ..pipeline import Job
from ..write.docx import carried_by
from .base import Base, base_of
from .changes import (
    Action,
    Change,
    Join,
    Kept,
    Level,
    Move,
    NewFigure,
    NewParagraph,
    Part,
    Removal,
    Rewrite,
    Split,
)
from .checking import places_of, said_in
from .document import Document
from .reading import read_document


def carried_base(job: Job, path: Path, document: Document) -> Base | None:
    """Compose the report that a document carries; None when it carries none, or was built from another."""
    try:
        carried = carried_by(path.read_bytes())
        if carried.source is None:
            return None
        files = unbundle(carried.source).files
    except (Faults, KeyError, ValueError, OSError):
        return None
    with tempfile.TemporaryDirectory(prefix="gongwen-") as place:
        folder = Path(place)
        laid_out_in(files, folder)
        is_named = job.report.is_file() and (folder / job.report.name).is_file()
        report = folder / job.report.name if is_named else folder
        return _base(replace(job, report=report), document)


def frozen_base(job: Job, document: Document) -> tuple[str, Base] | None:
    """Compose the frozen state that a document was built from, and name it; None when it was none of them."""
    if not has_states(job.report):
        return None
    states, _ = states_of(job.report)
    for state in reversed(states):
        try:
            if read_document(state.folder / state.record.outputs["docx"]).digest != document.digest:
                continue
            contents = parts_of(state)
        except (Faults, KeyError):
            continue
        with tempfile.TemporaryDirectory(prefix="gongwen-") as place:
            laid_out_in(contents, Path(place))
            if (base := _base(job_of(Path(place), state.record), document)) is not None:
                return state.name, base
    return None


def _base(job: Job, document: Document) -> Base | None:
    """Compose a report; None when it is not the one that a document was built from."""
    try:
        base = base_of(job, [])
    except Faults:
        return None
    return base if base is not None and base.digest == document.digest else None


def carried_over(changes: Sequence[Change], earlier: Base, base: Base) -> list[Change]:
    """Bring changes of an earlier report to the one that is there now.

    A change of text that has since been changed by the author is refused.
    """
    slots = _Slots(earlier, base)
    return [_change(change, slots, base) for change in changes]


class _Moved(Exception):
    """The text of a place has changed since."""


@dataclass(frozen=True, slots=True)
class _Places:
    """The atoms of a slot then and now."""

    slot: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    def at(self, place: int) -> int:
        number = bisect_right(self.before, place) - 1
        return self.after[number] + place - self.before[number] if number >= 0 else place


class _Slots:
    """Which slot is which, where the author has left the text alone; figures may have other values."""

    def __init__(self, earlier: Base, base: Base) -> None:
        before = [said_in(earlier, n) for n in range(len(earlier.slots))]
        after = [said_in(base, n) for n in range(len(base.slots))]
        numbers: dict[object, int] = {}
        then, now = ([numbers.setdefault(each, len(numbers)) for each in side] for side in (before, after))
        self._found: dict[int, _Places] = {}
        for i, j, size in SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks():
            for n in range(size):
                self._found[i + n] = _Places(j + n, places_of(earlier, i + n), places_of(base, j + n))

    def of(self, slot: int) -> _Places:
        """Find a slot.

        Raises:
            _Moved: its text is another now.
        """
        if slot not in self._found:
            raise _Moved
        return self._found[slot]

    def near(self, slot: int | None) -> int | None:
        """Find a slot, or else the last one before it that is still there."""
        known = [n for n in self._found if slot is not None and n <= slot]
        return self._found[max(known)].slot if known else None


def _change(change: Change, slots: _Slots, base: Base) -> Change:
    slot = slots.near(change.slot)
    source = change.source if slot is None else base.origins.source(slot)
    change = replace(change, slot=slot, source=source)
    try:
        return replace(change, actions=tuple(_action(action, slots) for action in change.actions))
    except _Moved:
        return replace(change, actions=(), refused=change.refused or Diagnostic("readback.moved_on"))


def _action(action: Action, slots: _Slots) -> Action:
    match action:
        case Rewrite():
            own = slots.of(action.slot)
            parts = _parts(action.parts, slots)
            return Rewrite(own.slot, own.at(action.start), own.at(action.stop), parts)
        case NewFigure():
            own = slots.of(action.slot)
            return NewFigure(own.slot, own.at(action.start), own.at(action.stop), action.text)
        case NewParagraph():
            after = None if action.after is None else slots.of(action.after).slot
            cells = tuple(_parts(cell, slots) for cell in action.cells)
            return replace(action, after=after, parts=_parts(action.parts, slots), cells=cells)
        case Move():
            after = None if action.after is None else slots.of(action.after).slot
            return replace(action, slot=slots.of(action.slot).slot, after=after)
        case Level():
            return replace(action, slot=slots.of(action.slot).slot)
        case Split():
            own = slots.of(action.slot)
            return Split(own.slot, own.at(action.at))
        case Join():
            return Join(slots.of(action.slot).slot, slots.of(action.following).slot)
        case Removal():
            return Removal(tuple(slots.of(slot).slot for slot in action.slots))


def _parts(parts: Sequence[Part], slots: _Slots) -> tuple[Part, ...]:
    moved: list[Part] = []
    for part in parts:
        if isinstance(part, Kept):
            own = slots.of(part.slot)
            moved.append(Kept(own.slot, own.at(part.start)))
        else:
            moved.append(part)
    return tuple(moved)
