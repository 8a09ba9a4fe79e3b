"""Spots: where printed characters stand in the author's texts, if they may be changed there."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Faults, fault
from .base import Base
from .regions import Regions
from .trace import Origin


class Spots:
    """Finds spots of one report."""

    def __init__(self, base: Base, regions: Regions) -> None:
        self._base = base
        self._units = base.origins.trace.units
        self._regions = regions

    def _origin(self, slot: int, at: int) -> Origin | None:
        origins = self._base.origins.trace.origins[slot]
        return origins[at] if 0 <= at < len(origins) else None

    def printed(self, slot: int, start: int) -> str | None:
        """Give the expression that printed characters; None when no expression of the author's did."""
        origin = self._origin(slot, start)
        if origin is None or origin.expression is None:
            return None
        unit = self._units[origin.unit]
        first, last = unit.expressions[origin.expression]
        return unit.text[first:last]

    def span(self, slot: int, start: int, stop: int) -> tuple[int, int, int]:
        """Find characters of a slot in their unit.

        Raises:
            Faults: they are not the author's, or only in part.
        """
        if start == stop:
            return self.point(slot, start)
        origins = [self._origin(slot, at) for at in range(start, stop)]
        known = [origin for origin in origins if origin is not None]
        if not known:
            raise self._foreign(slot)
        if len(known) < len(origins):
            raise self._foreign(slot)
        for at, direction in ((start, -1), (stop - 1, 1)):
            edge = self._origin(slot, at)
            beyond = self._origin(slot, at + direction)
            assert edge is not None
            if edge.expression is not None and edge == beyond and not self._parted(slot, at, direction):
                raise fault("readback.expression", expression=self.printed(slot, at) or "")
        unit = known[0].unit
        places = [origin.place for origin in known]
        if any(origin.unit != unit for origin in known) or places != sorted(places):
            raise fault("readback.untraced")
        self._check_once(known)
        return unit, places[0], self._end(known[-1])

    def _parted(self, slot: int, at: int, direction: int) -> bool:
        """Tell whether two prints of one expression meet at a place."""
        edge = at if direction < 0 else at + 1
        return any(edge in (run.start, run.stop) for run in self._base.slots[slot].figures)

    def _end(self, origin: Origin) -> int:
        """Give the place behind what printed a character."""
        if origin.expression is None:
            return origin.place + origin.length
        return self._units[origin.unit].expressions[origin.expression][1]

    def _check_once(self, origins: Iterable[Origin]) -> None:
        repeated = self._base.origins.trace.repeated
        for origin in origins:
            if (origin.unit, origin.place) in repeated and not self._units[origin.unit].key:
                raise fault("readback.repeated")

    def point(self, slot: int, at: int) -> tuple[int, int, int]:
        """Find the place between two characters of a slot: behind the one before, if it is the author's.

        Raises:
            Faults: neither neighbour is the author's, or the place is inside what an expression printed.
        """
        own = self._base.slots[slot]
        before = None if at in (own.number, own.head) else self._origin(slot, at - 1)
        after = self._origin(slot, at)
        is_inside = before is not None and before == after and before.expression is not None
        if is_inside and not self._parted(slot, at - 1, 1):
            raise fault("readback.expression", expression=self.printed(slot, at) or "")
        if before is not None:
            self._check_once([before])
            place = self._end(before)
            if after is not None and after.unit == before.unit and self._is_apart(before, after):
                place = after.place  # between them stands a mark that begins with what follows
            return before.unit, place, place
        if after is not None:
            self._check_once([after])
            return after.unit, after.place, after.place
        if own.row is not None and not own.text and (cell := self._regions.empty_cell(slot)) is not None:
            return cell
        raise self._foreign(slot)

    def _is_apart(self, before: Origin, after: Origin) -> bool:
        """Tell whether a paragraph of the source ends between two characters."""
        return "\n\n" in self._units[before.unit].text[self._end(before) : after.place]

    def _foreign(self, slot: int) -> Faults:
        return fault("readback.template", text=self._base.slots[slot].text[:20])
