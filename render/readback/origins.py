"""Origins: a report's slots with the trace of their characters, and what is asked of the two together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..diagnostics import Source
from .changes import Kept, Part
from .slots import FigureRun, Slot
from .trace import Origin, Trace
from .typed import Typed


@dataclass(frozen=True, slots=True)
class Printed:
    """Characters of a slot that one expression printed."""

    slot: int
    start: int
    stop: int
    text: str
    origin: Origin


class Origins:
    """Answers where printed characters come from."""

    def __init__(self, slots: Sequence[Slot], trace: Trace) -> None:
        self.slots = slots
        self.trace = trace
        self._by_mark = {run.mark: (n, run) for n, slot in enumerate(slots) for run in slot.figures}
        self._printed = [tuple(self._find(n)) for n in range(len(slots))]

    def printed(self, slot: int) -> tuple[Printed, ...]:
        """List what expressions printed in a slot."""
        return self._printed[slot]

    def figure(self, mark: str) -> tuple[int, FigureRun] | None:
        """Find the figure a bookmark stands around: its slot and its run."""
        return self._by_mark.get(mark)

    def source(self, slot: int) -> Source:
        """Name the author's line where the text of a slot begins."""
        first = next((origin for origin in self.trace.origins[slot] if origin is not None), None)
        if first is None:
            return self.slots[slot].source
        unit = self.trace.units[first.unit]
        return Source(unit.file, unit.lines[unit.text.count("\n", 0, first.place)] or None)

    def parts(self, words: Typed, start: int, stop: int) -> tuple[Part, ...]:
        """Cut characters of a document into typed ones and figures, which a bookmark came along with."""
        found: list[Part] = []
        at = start
        for name, (first, last) in sorted(words.marks.items(), key=lambda each: each[1]):
            known = self._by_mark.get(name)
            if known is None or first < at or last > stop or words.text[first:last] != known[1].text:
                continue
            if words.text[at:first]:
                found.append(words.text[at:first])
            found.append(Kept(known[0], known[1].start))
            at = last
        if words.text[at:stop]:
            found.append(words.text[at:stop])
        return tuple(found)

    def _find(self, number: int) -> Iterator[Printed]:
        """Find the expressions behind a slot; a figure's ends part one from the next."""
        slot = self.slots[number]
        edges = {run.start for run in slot.figures} | {run.stop for run in slot.figures}
        start = 0
        last: Origin | None = None
        for at, origin in enumerate((*self.trace.origins[number], None)):
            if last is not None and (origin != last or at in edges):
                yield Printed(number, start, at, slot.text[start:at], last)
                last = None
            if last is None and origin is not None and origin.expression is not None:
                start, last = at, origin
