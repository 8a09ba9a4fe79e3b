"""Planning: what chosen changes do to the author's files, as spans to be replaced.

Nothing is written here. A change that has no safe place in the source is refused with the reason: its
words were set by the template, printed by an expression, or stand in a loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from ..dates import read_date
from ..diagnostics import Diagnostic, Faults, fault
from ..edit import Replacement
from ..report import Entry
from .base import Base
from .changes import (
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
    in_turn,
)
from .checking import rewritten
from .figure_cells import Cell, cell_of
from .files import Files
from .markup import emphasis_left, escaped
from .probe import Unit
from .regions import Region, Regions
from .spots import Spots

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
_BLANK_LINES = re.compile(r"[ \t\u3000]*(?:\n[ \t\u3000]*)*")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a unit, and what is to stand there."""

    unit: int
    start: int
    stop: int
    text: str


@dataclass(slots=True)
class Plan:
    """What is to be done to every file."""

    spans: list[Span] = field(default_factory=list)
    dates: dict[tuple[str, int], date] = field(default_factory=dict)  # by file and line
    cells: dict[tuple[str, int], Decimal | str] = field(default_factory=dict)  # by figure and year


class Planner:
    """Turns changes into spans of the author's files."""

    def __init__(self, base: Base, files: Files, year: int) -> None:
        self._base = base
        self._files = files
        self._year = year
        self._units = base.origins.trace.units
        self._regions = Regions(base)
        self._spots = Spots(base, self._regions)
        self._dates = {
            (entry.source.file, entry.source.line or 0): entry
            for entry in _entries(base)
            if isinstance(entry.value, date)
        }

    def cell(self, action: NewFigure) -> Cell:
        """Find the cell a changed figure goes to, and the number to put there.

        Raises:
            Faults: it has none, or the number is not exact.
        """
        printed = self._spots.printed(action.slot, action.start)
        run = next(r for r in self._base.slots[action.slot].figures if r.start == action.start)
        return cell_of(self._base.report.figures, run.key, printed, action.text, self._year, run.source)

    def printed_elsewhere(self, action: NewFigure) -> int:
        """Count the other places that print the same cell and are not the one that was changed."""
        cell = self.cell(action)
        count = 0
        for number, slot in enumerate(self._base.slots):
            for run in slot.figures:
                if run.key == cell.key and (number, run.start) != (action.slot, action.start):
                    try:
                        other = self.cell(NewFigure(number, run.start, run.stop, run.text))
                    except Faults:
                        continue  # worked out from it, or in words: it changes with it
                    count += other.year == cell.year
        return count

    def refusal(self, change: Change) -> Diagnostic | None:
        """Say why a change cannot be written, if it cannot."""
        if change.refused is not None:
            return change.refused
        try:
            self.replacements(self.plan([change]))
        except Faults as faults:
            return faults.diagnostics[0]
        return None

    def plan(self, changes: Sequence[Change]) -> Plan:
        """Work out what changes do together.

        Raises:
            Faults: one of them has no safe place.
        """
        plan = Plan()
        actions = in_turn(action for change in changes for action in change.actions)
        whole: dict[int, Region] = {}  # moved or removed, by the slot they begin with
        rewrites: list[Span] = []
        for action in actions:
            match action:
                case Rewrite() if self._date_run(action.slot, action.start, action.stop) is not None:
                    self._date(action, [a for a in actions if isinstance(a, Rewrite)], plan)
                case Rewrite():
                    rewrites.append(self._rewrite(action))
                case NewFigure():
                    cell = self.cell(action)
                    plan.cells[cell.key, cell.year] = cell.number
                case Move() | Removal():
                    slot = action.slot if isinstance(action, Move) else action.slots[0]
                    whole[slot] = self._region(slot, action.slots if isinstance(action, Removal) else (slot,))
                case Level():
                    rewrites.append(self._level(action))
                case Split():
                    rewrites.append(self._split(action))
                case Join():
                    rewrites.append(self._join(action))
                case NewParagraph():
                    pass
        plan.spans = [span for span in rewrites if not any(_holds(r, span) for r in whole.values())]
        for action in actions:
            match action:
                case Removal():
                    region = whole[action.slots[0]]
                    plan.spans.append(self._removed(region))
                case Move():
                    region = whole[action.slot]
                    inner = [span for span in rewrites if _holds(region, span)]
                    plan.spans.append(self._removed(region, keep_comments=False))
                    plan.spans.append(self._put(action.after, region.unit, self._moved(region, inner)))
                case NewParagraph():
                    plan.spans.append(self._new(action))
        plan.spans = self._gathered(plan.spans)
        return plan

    def _gathered(self, spans: Iterable[Span]) -> list[Span]:
        """Make one span of all that is put into one place, in the order it was asked for.

        What stands in the metadata is printed in several places, and changed in all of them.
        """
        gathered: dict[tuple[int, int, int], Span] = {}
        for span in spans:
            key = (span.unit, span.start, span.stop)
            earlier = gathered.get(key)
            is_same = earlier is not None and earlier.text == span.text and self._units[span.unit].key
            if earlier is not None and span.start == span.stop and not is_same:
                gathered[key] = replace(span, text=earlier.text + span.text)
            elif earlier is None or is_same:
                gathered[key] = span
            else:
                raise fault("readback.overlap")
        return list(gathered.values())

    def replacements(self, plan: Plan) -> dict[str, list[Replacement]]:
        """Turn spans of units into spans of files.

        Raises:
            Faults: a place is not in its file as it stands, such as in a folded text of YAML.
        """
        found: dict[str, list[Replacement]] = {}
        for span in plan.spans:
            unit = self._units[span.unit]
            changed = self._files.replacement(unit, span.start, span.stop, span.text)
            found.setdefault(unit.file, []).append(changed)
        for (file, line), day in plan.dates.items():
            found.setdefault(file, []).append(self._dated(file, line, day))
        # What several places print may have been changed in each of them.
        return {file: list(dict.fromkeys(each)) for file, each in found.items()}

    # Words

    def _rewrite(self, action: Rewrite) -> Span:
        unit, start, stop = self._spots.span(action.slot, action.start, action.stop)
        own = self._units[unit]
        source = own.text[start:stop]
        if "\n\n" in source or _STATEMENT.search(source):
            raise fault("readback.statement" if _STATEMENT.search(source) else "readback.across")
        self._check_expressions(action)
        text = self._text(action.parts, own, action.slot, opens=self._opens(own, start))
        comments = "".join(_COMMENT.findall(source))
        left = "" if own.key else emphasis_left(_COMMENT.sub("", source))
        if left:
            is_inside = len(emphasis_left(own.text[own.text.rfind("\n\n", 0, start) + 1 : start])) % 2 == 1
            text = left + text if is_inside else text + left
        return Span(unit, start, stop, text + comments)

    def _check_expressions(self, action: Rewrite) -> None:
        """Refuse to put typed words in the place of what an expression printed.

        Raises:
            Faults: it was replaced alone, or digits by digits; it may go together with words beside it.
        """
        typed = "".join(part for part in action.parts if isinstance(part, str)).strip()
        kept = {(part.slot, part.start) for part in action.parts if isinstance(part, Kept)}
        for printed in self._base.origins.printed(action.slot):
            is_inside = action.start <= printed.start and printed.stop <= action.stop
            if not is_inside or not typed or (action.slot, printed.start) in kept:
                continue
            is_alone = (printed.start, printed.stop) == (action.start, action.stop)
            if is_alone or (_DIGIT.search(printed.text) and _DIGIT.search(typed)):
                expression = self._spots.printed(action.slot, printed.start) or ""
                raise fault("readback.expression", expression=expression)

    def _opens(self, unit: Unit, start: int) -> bool:
        return not unit.text[unit.text.rfind("\n", 0, start) + 1 : start].strip()

    def _text(self, parts: Iterable[Part], unit: Unit, slot: int | None, *, opens: bool = False) -> str:
        """Write parts as source; an expression stays the expression it was."""
        in_cell = slot is not None and self._base.slots[slot].row is not None
        said: list[str] = []
        for part in parts:
            if isinstance(part, Kept):
                expression = self._spots.printed(part.slot, part.start)
                text = self._base.slots[part.slot].text
                run = next((r for r in self._base.slots[part.slot].figures if r.start == part.start), None)
                if expression is None:
                    expression = run.text if run else text[part.start :]
                said.append(expression)
            elif unit.key:
                if "{{" in part or "{%" in part or "{#" in part:
                    raise fault("readback.braces")
                said.append(part)
            else:
                said.append(escaped(part, opens=opens and not said, in_cell=in_cell))
        return "".join(said)

    def _level(self, action: Level) -> Span:
        unit, line, start = self._regions.heading_line(action.slot)
        text = self._units[unit].text
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        marks = len(text[start:stop]) - len(text[start:stop].lstrip("#"))
        own = self._base.slots[action.slot].level
        if action.level is None:
            if "{" in text[start:stop].replace("{{", "").replace("{%", ""):
                raise fault("readback.structure")
            blanks = len(text[start + marks : stop]) - len(text[start + marks : stop].lstrip())
            return Span(unit, start, start + marks + blanks, "")
        if own is None:
            if self._regions.lines_of(action.slot) != (line, line):
                raise fault("readback.structure")
            return Span(unit, start, start, "#" * self._regions.marks_for(action.slot, action.level) + " ")
        return Span(unit, start, start + marks, "#" * max(marks + action.level - own, 1))

    def _split(self, action: Split) -> Span:
        own = self._base.slots[action.slot]
        if own.row is not None or not own.number <= action.at < len(own.text):
            raise fault("readback.structure")
        unit, place, _ = self._spots.point(action.slot, action.at)
        if self._units[unit].key:
            raise fault("readback.structure")
        self._regions.check_plain(unit)
        return Span(unit, place, place, "\n\n")

    def _join(self, action: Join) -> Span:
        first, second = self._base.slots[action.slot], self._base.slots[action.following]
        unit, _, start = self._spots.span(action.slot, len(first.text) - 1, len(first.text))
        other, stop, _ = self._spots.span(action.following, second.number, second.number + 1)
        source = self._units[unit].text[start:stop]
        if unit != other or self._units[unit].key or source.strip("# \t\u3000\n"):
            raise fault("readback.structure")
        self._regions.check_plain(unit)
        is_western = first.text[-1:].isascii() and second.text[second.number : second.number + 1].isascii()
        return Span(unit, start, stop, " " if is_western else "")

    # Paragraphs and rows

    def _region(self, slot: int, slots: Sequence[int]) -> Region:
        region = (
            self._regions.row(slots) if self._base.slots[slot].row is not None else self._regions.of(slot)
        )
        self._regions.check_plain(region.unit)
        source = self._units[region.unit].text[region.start : region.stop]
        if _STATEMENT.search(source):
            raise fault("readback.statement")
        return region

    def _removed(self, region: Region, *, keep_comments: bool = True) -> Span:
        text = self._units[region.unit].text
        source = text[region.start : region.stop]
        comments = "\n".join(_COMMENT.findall(source)) if keep_comments else ""
        if comments:
            return Span(region.unit, region.start, region.stop, comments)
        if region.is_row:
            stop = region.stop + 1 if text[region.stop : region.stop + 1] == "\n" else region.stop
            return Span(region.unit, region.start, stop, "")
        found = _BLANK_LINES.match(text, region.stop)
        stop = found.end() if found else region.stop
        if stop < len(text):
            stop = text.rfind("\n", region.stop, stop) + 1  # the next paragraph keeps its indent
            return Span(region.unit, region.start, stop, "")
        start = len(text[: region.start].rstrip())
        return Span(region.unit, start, region.stop, "")

    def _moved(self, region: Region, inner: Sequence[Span]) -> str:
        """Give the source of a region with what was changed inside it."""
        text = self._units[region.unit].text
        pieces: list[str] = []
        at = region.start
        for span in sorted(inner, key=lambda each: (each.start, each.stop)):
            pieces += (text[at : span.start], span.text)
            at = span.stop
        return "".join((*pieces, text[at : region.stop]))

    def _new(self, action: NewParagraph) -> Span:
        if action.cells:
            return self._new_row(action)
        unit = self._regions.unit_near(action.after)
        own = self._units[unit]
        if action.level is None:
            return self._put(action.after, unit, self._text(action.parts, own, None, opens=True))
        marks = "#" * self._regions.marks_for(action.after, action.level)
        heading = self._text(action.parts[: action.head or None], own, None)
        text = f"{marks} {heading}"
        if action.head and (rest := self._text(action.parts[action.head :], own, None, opens=True).strip()):
            text += f"\n\n{rest}"
        return self._put(action.after, unit, text)

    def _put(self, after: int | None, unit: int, text: str) -> Span:
        """Put a paragraph behind a slot."""
        place, is_behind = self._regions.behind(after)
        if place.unit != unit:
            raise fault("readback.outside")
        self._regions.check_plain(unit)
        at = place.stop if is_behind else place.start
        return Span(unit, at, at, f"\n\n{text}" if is_behind else f"{text}\n\n")

    def _new_row(self, action: NewParagraph) -> Span:
        assert action.after is not None
        region = self._regions.row_behind(action.after)
        self._regions.check_plain(region.unit)
        own = self._units[region.unit]
        cells = [self._text(cell, own, action.after).strip() for cell in action.cells]
        return Span(region.unit, region.stop, region.stop, "\n| " + " | ".join(cells) + " |")

    # Dates

    def _date_run(self, slot: int, start: int, stop: int) -> tuple[tuple[str, int], int, int] | None:
        """Find the date of the metadata that printed characters: its file and line, and its own range."""
        at = 0
        for run in self._base.slots[slot].runs:
            key = (run.source.file, run.source.line or 0)
            if at <= start and stop <= at + len(run.text) and key in self._dates and read_date(run.text):
                return key, at, at + len(run.text)
            at += len(run.text)
        return None

    def _date(self, action: Rewrite, rewrites: Iterable[Rewrite], plan: Plan) -> None:
        """Read a date that was changed, in one place or in several."""
        found = self._date_run(action.slot, action.start, action.stop)
        assert found is not None
        key, first, last = found
        own = [
            replace(each, start=each.start - first, stop=each.stop - first)
            for each in rewrites
            if each.slot == action.slot and first <= each.start and each.stop <= last
        ]
        text = rewritten(self._base.slots[action.slot].text[first:last], own)
        day = read_date(text)
        if day is None:
            raise fault("readback.date", text=text)
        plan.dates[key] = day

    def _dated(self, file: str, line: int, day: date) -> Replacement:
        raw = self._files.texts[file][line - 1]
        old = _DATE.search(raw)
        if old is None:
            raise fault("readback.untraced")
        return Replacement((line, old.start()), (line, old.end()), day.isoformat())


_DIGIT = re.compile("[0-9０-９]")
_DATE = re.compile(
    r"[0-9０-９]{4}\s*(?:[-/.]\s*[0-9０-９]{1,2}\s*[-/.]\s*[0-9０-９]{1,2}"
    r"|年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日)"
)


def _holds(region: Region, span: Span) -> bool:
    return region.unit == span.unit and region.start <= span.start and span.stop <= region.stop


def _entries(base: Base) -> Iterator[Entry]:
    report = base.report
    groups: tuple[Mapping[str, Entry], ...] = (
        report.metadata,
        *report.by_year.values(),
        *report.editions.values(),
    )
    for group in groups:
        yield from group.values()
