"""Regions: the lines of a source text that make a paragraph, a heading or a row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import fault
from .base import Base
from .slots import HEADING
from .trace import Origin

_CELL = re.compile(r"((?:[^|\\]|\\.?)*)(?:\||$)")
_PLAIN_STYLES = ("text", "cell", "table-title", "table-unit", "table-note", "picture-title")


@dataclass(frozen=True, slots=True)
class Region:
    """Whole lines of a unit."""

    unit: int
    start: int
    stop: int  # behind the last character, before its line feed
    is_row: bool = False


class Regions:
    """Finds the lines behind slots."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._units = base.origins.trace.units
        self._found: dict[int, Region | None] = {n: self._find([n]) for n in range(len(base.slots))}

    def of(self, slot: int) -> Region:
        """Find the lines of a paragraph.

        Raises:
            Faults: it is not the author's, or other text stands on the same lines.
        """
        region = self._found[slot]
        own = self._base.slots[slot]
        if region is None or own.row is not None:
            raise fault("readback.template", text=own.text[:20])
        self._check_alone(region, [slot])
        return region

    def row(self, slots: Sequence[int]) -> Region:
        """Find the line of a table row, which is no head.

        Raises:
            Faults: the row is the head, or comes from a loop.
        """
        cells = list(slots)
        region = self._row_line(cells)
        if not self._base.slots[cells[0]].row:
            raise fault("readback.structure")
        self._check_alone(region, cells)
        return region

    def row_behind(self, slot: int) -> Region:
        """Find the line behind which a new row goes: the row's own, below the head that of its rule."""
        own = self._base.slots[slot]
        cells = [n for n, s in enumerate(self._base.slots) if s.block == own.block and s.row == own.row]
        region = self._row_line(cells)
        if own.row:
            return region
        text = self._units[region.unit].text
        stop = text.find("\n", region.stop + 1)
        return Region(region.unit, region.start, len(text) if stop < 0 else stop, is_row=True)

    def behind(self, slot: int | None) -> tuple[Region, bool]:
        """Find where a paragraph behind a slot goes: behind a region, or in front of one.

        Raises:
            Faults: there is no text of the author's near that place.
        """
        slots = self._base.slots
        if slot is not None and slots[slot].row is not None:
            block = slots[slot].block
            found = [r for n, s in enumerate(slots) if s.block == block and (r := self._found[n])]
            if found and found[-1].unit == found[0].unit and not self._units[found[0].unit].key:
                return Region(found[0].unit, found[0].start, max(r.stop for r in found)), True
        elif slot is not None:
            region = self._found[slot]
            if region is not None and not self._units[region.unit].key:
                return Region(region.unit, region.start, self._behind_fence(region, slot)), True
        for following in range(0 if slot is None else slot + 1, len(slots)):
            region = self._found[following]
            is_text = slots[following].style == "text" or slots[following].style.startswith(HEADING)
            if region is not None and not self._units[region.unit].key and is_text:
                return region, False
            if slots[following].style in ("issuer", "date", "attachment-mark"):
                break
        raise fault("readback.outside")

    def unit_near(self, slot: int | None) -> int:
        """Name the unit a paragraph behind a slot goes into."""
        return self.behind(slot)[0].unit

    def heading_line(self, slot: int) -> tuple[int, int, int]:
        """Find the line of a heading, or of a paragraph: its unit, its number in it, and where it begins.

        Raises:
            Faults: it is not the author's.
        """
        region = self.of(slot)
        text = self._units[region.unit].text
        start = region.start + (len(text[region.start :]) - len(text[region.start :].lstrip(" \t\u3000")))
        return region.unit, text.count("\n", 0, start), start

    def lines_of(self, slot: int) -> tuple[int, int]:
        """Give the first and the last line of a paragraph."""
        region = self.of(slot)
        text = self._units[region.unit].text
        return text.count("\n", 0, region.start), text.count("\n", 0, region.stop)

    def marks_for(self, slot: int | None, level: int) -> int:
        """Say how many marks a heading of a level has in a text; an attachment's may begin with two."""
        unit = self.unit_near(slot)
        for number, own in enumerate(self._base.slots):
            region = self._found[number]
            if own.level is not None and region is not None and region.unit == unit:
                typed = self._units[unit].text[region.start : region.stop].lstrip()
                marks = len(typed) - len(typed.lstrip("#"))
                if marks:
                    return max(marks - own.level + level, 1)
        return level

    def empty_cell(self, slot: int) -> tuple[int, int, int] | None:
        """Find the place of a cell that holds nothing."""
        own = self._base.slots[slot]
        cells = [n for n, s in enumerate(self._base.slots) if s.block == own.block and s.row == own.row]
        region = self._find(cells)
        if region is None:
            return None
        line = self._units[region.unit].text[region.start : region.stop]
        start = len(line) - len(line.lstrip())
        start += line[start : start + 1] == "|"
        for column, found in enumerate(_CELL.finditer(line, start)):
            if column == own.column:
                place = region.start + found.start(1) + (1 if found[1].startswith(" ") else 0)
                return region.unit, place, place
        return None

    def check_plain(self, unit: int) -> None:
        """Refuse to change the paragraphs of a text whose lines are not lines of its file.

        Raises:
            Faults: it is kept in values of YAML or JSON.
        """
        own = self._units[unit]
        if own.key:
            raise fault("readback.outside")
        if not own.file.endswith(".md") and len(set(own.lines)) < len(own.lines):
            raise fault("readback.form", file=own.file)

    def _row_line(self, cells: list[int]) -> Region:
        region = self._find(cells)
        if region is None or "\n" in self._units[region.unit].text[region.start : region.stop]:
            raise fault("readback.structure")
        return Region(region.unit, region.start, region.stop, is_row=True)

    def _find(self, slots: list[int]) -> Region | None:
        origins = [o for n in slots for o in self._base.origins.trace.origins[n] if o is not None]
        if not origins or any(origin.unit != origins[0].unit for origin in origins):
            return None
        unit = self._units[origins[0].unit]
        first = min(origin.place for origin in origins)
        last = max(self._end(origin) for origin in origins)
        start = unit.text.rfind("\n", 0, first) + 1
        stop = unit.text.find("\n", last)
        return Region(origins[0].unit, start, len(unit.text) if stop < 0 else stop)

    def _end(self, origin: Origin) -> int:
        if origin.expression is None:
            return origin.place + origin.length
        return self._units[origin.unit].expressions[origin.expression][1]

    def _check_alone(self, region: Region, slots: list[int]) -> None:
        for number, other in self._found.items():
            if number in slots or other is None or other.unit != region.unit:
                continue
            if other.start <= region.stop and region.start <= other.stop:
                raise fault("readback.repeated")

    def _behind_fence(self, region: Region, slot: int) -> int:
        """Go past the end of the role block a paragraph stands in."""
        text = self._units[region.unit].text
        style = self._base.slots[slot].style
        if style in _PLAIN_STYLES or style.startswith(HEADING):
            return region.stop
        found = re.compile(r"\s*\n[ \t\u3000]*:{3,}[ \t\u3000]*(?=\n|$)").match(text, region.stop)
        return found.end() if found else region.stop
