"""Comparing: a composed report with a document that people have worked on.

Paragraphs are paired first, then compared word by word. What comes of it are changes that a person can
choose from: the sentence, the figure, the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ..blocks import Composed
from ..diagnostics import Diagnostic, Source
from ..pairing import ELSEWHERE, Pair, Words, likeness, pair
from .changes import (
    Action,
    By,
    Change,
    Join,
    Kind,
    Level,
    Move,
    NewParagraph,
    Remark,
    Removal,
    Split,
)
from .document import Document, Item, Line, Revision, Table, accepted, lines_of
from .editing import Found, compared
from .numbers import Numbers
from .origins import Origins
from .recalling import recalled
from .remarks import remarks_of
from .slots import HEADING, Slot
from .typed import Typed, together, typed

LEAST_COMMON = 0.25
"""Share of a report's characters that a document must hold to be taken for one of the report."""

_ROLES = {"title": "title", "标题": "title"}


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing one document."""

    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]
    common: float  # share of the report's characters that the document holds


def compare(
    composed: Composed, slots: Sequence[Slot], origins: Origins, document: Document, file: str
) -> Compared:
    """Compare a report with a document that came of it.

    Args:
        composed: The report in blocks.
        slots: Its slots.
        origins: Where their characters come from.
        document: The document as read.
        file: Its name.
    """
    comparison = _Comparison(composed, slots, origins, document, file)
    comparison.run()
    remarks = remarks_of(document, comparison.items, comparison.slot_of, origins, file)
    return Compared(tuple(comparison.changes), tuple(remarks), comparison.common())


@dataclass(slots=True)
class _Element:
    """A paragraph or a table of either side."""

    words: Words
    slots: list[int] = field(default_factory=list)
    item: Item | None = None
    number: int = 0  # characters of a heading's number
    level: int | None = None  # of the heading a line of the document is


class _Comparison:
    """One comparison."""

    def __init__(
        self, composed: Composed, slots: Sequence[Slot], origins: Origins, document: Document, file: str
    ) -> None:
        self.changes: list[Change] = []
        self._slots = slots
        self._origins = origins
        self._document = document
        self._file = file
        self._numbers = Numbers.of(composed)
        self._roles = {style.title: name for name, style in composed.template.styles.items()}
        self.items = accepted(document.items)
        self._before = list(self._report_elements())
        self._after = list(self._document_elements())
        self._pairs = pair([e.words for e in self._before], [e.words for e in self._after])
        self._taken_out = _taken_out(document.items)
        self._kept = 0  # characters that both sides have
        self.slot_of: dict[int, int | None] = {}  # by id of a line: the slot it is, or stands behind

    def run(self) -> None:
        """Make the changes of all pairs, in the order of the document."""
        anchor: int | None = None
        for each in self._pairs:
            befores = [self._before[n] for n in each.before]
            afters = [self._after[n] for n in each.after]
            for element in afters:
                for line in lines_of(element.item) if element.item else ():
                    self.slot_of[id(line)] = befores[0].slots[0] if befores else anchor
            if not befores:
                self._new(afters[0], anchor)
            elif not afters:
                self._gone(befores[0])
            elif befores[0].words.kind:
                self._table(befores[0], afters[0], moved=each.moved)
            else:
                self._lines(befores, afters, anchor, each)
            if befores and afters and not each.moved:
                anchor = befores[-1].slots[-1]
        self.changes = recalled(self.changes, self._origins)

    def common(self) -> float:
        """Give the share of the report's characters that the document has."""
        return self._kept / max(sum(len(element.words.text) for element in self._before), 1)

    # The two sides

    def _report_elements(self) -> Iterator[_Element]:
        for _, group in groupby(range(len(self._slots)), self._element_of):
            indexes = list(group)
            slot = self._slots[indexes[0]]
            if slot.row is not None:
                text = "".join(self._slots[n].text for n in indexes)
                yield _Element(Words(text, "table"), indexes)
            else:
                role = "" if slot.style == "text" else slot.style
                words = Words(slot.text[slot.number :].replace("\t", "").strip(), role=role)
                yield _Element(words, indexes, number=slot.number)

    def _element_of(self, number: int) -> tuple[int, int]:
        """Tell slots of one table from others; every other slot is an element by itself."""
        slot = self._slots[number]
        return slot.block, number if slot.row is None else -1

    def _document_elements(self) -> Iterator[_Element]:
        for item in self.items:
            if isinstance(item, Table):
                text = "".join(typed([line], tabs=False).text for line in lines_of(item))
                yield _Element(Words(text, "table"), item=item)
                continue
            line = typed([item], tabs=False)
            if not line.text:
                continue
            level = item.level or next((n for n in line.levels if n), None)
            number_level, length = self._numbers.at(line.text, level)
            is_heading = level is not None or item.level is not None
            role = self._role(item)
            if not is_heading and number_level is not None and role == "":
                is_heading = True  # a run-in heading whose style was lost, or plain text that begins so
            said = Words(line.text[length if is_heading else 0 :].strip(), role=role)
            yield _Element(said, item=item, number=length if is_heading else 0, level=level)

    def _role(self, line: Line) -> str:
        if line.level is not None:
            return f"{HEADING}{line.level}"
        role = self._roles.get(line.style, _ROLES.get(line.style.lower(), ""))
        return "" if role == "text" else role

    # Lines

    def _lines(
        self, befores: Sequence[_Element], afters: Sequence[_Element], anchor: int | None, each: Pair
    ) -> None:
        """Compare paragraphs that are the same."""
        indexes = [element.slots[0] for element in befores]
        first = self._slots[indexes[0]]
        lines = [element.item for element in afters if isinstance(element.item, Line)]
        has_number = first.level is not None or afters[0].level is not None
        # A plain paragraph of the report that begins like a number keeps it on both sides.
        skip = afters[0].number if has_number and (first.number or first.level is not None) else 0
        if first.level is None and afters[0].level is not None:
            skip = afters[0].number
        if first.number and not skip and typed(lines[:1]).text.startswith(first.text[: first.number]):
            skip = first.number  # digits typed right behind it make it look like another
        parts = [
            typed([line], breaks=_breaks_count(first), tabs=not first.tabs, skip=skip * (n == 0))
            for n, line in enumerate(lines)
        ]
        whole = together(parts)
        if each.moved:
            move = Move(indexes[0], anchor, len(self.changes))
            by = _by(whole.revisions(0, len(whole.text)))
            self._add(Kind.MOVED, indexes[0], before=first.text, after=whole.text, by=by, actions=(move,))
        found = compared(self._slots, indexes, self._origins, whole)
        self._kept += found.kept
        self._sentences(found)
        ends: list[int] = []
        at = 0
        for part in parts[:-1]:
            at += len(part.text)
            ends.append(at)
        for line, end in zip(lines, ends, strict=False):
            slot, place = found.place(end)
            revision = [line.inserted] if line.inserted else []
            self._add(
                Kind.SPLIT, slot, before=self._slots[slot].text, after=whole.text[end:][:40],
                by=_by(revision), actions=(Split(slot, place),),
            )  # fmt: skip
        for index, following in pairwise(indexes):
            self._add(
                Kind.JOINED, index, before=self._slots[index].text, after=self._slots[following].text,
                actions=(Join(index, following),),
            )  # fmt: skip
        if len(indexes) == 1:
            self._level(indexes[0], afters[0], lines[0])

    def _sentences(self, found: Found) -> None:
        for sentence in found.sentences:
            kind = Kind.FIGURE if sentence.figure else Kind.TEXT
            self._add(
                kind, sentence.slot, before=sentence.before, after=sentence.after, words=sentence.words,
                by=_by(sentence.revisions), actions=sentence.actions, details=sentence.details,
                refused=sentence.refused,
            )  # fmt: skip

    def _level(self, index: int, element: _Element, line: Line) -> None:
        """See whether a heading has become one of another level, or a paragraph has become one."""
        slot = self._slots[index]
        own = slot.level
        if slot.head and slot.number and element.level in (None, own):
            # Told by the number, which is typed anew where Word has no style to choose.
            new = self._numbers.at(typed([line]).text, own)[0] or own
        elif slot.head or own is None:
            new = element.level if slot.head else line.level if slot.style == "text" else None
            new = new or own
        elif element.level is None and "styles" in self._document.lost:
            new = own
        else:
            new = element.level
        if new != own:
            self._change_level(index, new, line)

    def _change_level(self, index: int, level: int | None, line: Line) -> None:
        slot = self._slots[index]
        details = {"old": str(slot.level or ""), "new": str(level or "")}
        by = _by([line.reformatted] if line.reformatted else [])
        self._add(
            Kind.LEVEL, index, before=slot.text[: slot.head or None], after=typed([line]).text[:60],
            by=by, actions=(Level(index, level),), details=details,
        )  # fmt: skip

    # What is on one side only

    def _new(self, element: _Element, anchor: int | None) -> None:
        if not isinstance(element.item, Line):
            if element.item is not None:
                self._add(Kind.TABLE, anchor, after=element.words.text[:60], details={"what": "new"},
                          refused=Diagnostic("readback.table"))  # fmt: skip
            return
        line = element.item
        words = typed([line], skip=element.number if element.level else 0)
        is_run_in = line.level is None and element.level is not None
        head = sum(1 for _ in _leading(words.levels)) if is_run_in else 0
        opening = self._origins.parts(words, 0, head)
        parts = (*opening, *self._origins.parts(words, head, len(words.text)))
        by = _by([*words.revisions(0, len(words.text)), *([line.inserted] if line.inserted else [])])
        self._add(
            Kind.NEW, anchor, after=typed([line]).text, by=by,
            actions=(NewParagraph(anchor, parts, element.level, len(opening), turn=len(self.changes)),),
            details={"new": str(element.level or "")},
        )  # fmt: skip

    def _gone(self, element: _Element) -> None:
        index = element.slots[0]
        slot = self._slots[index]
        if element.words.kind:
            self._add(Kind.TABLE, index, before=element.words.text[:60], details={"what": "gone"},
                      refused=Diagnostic("readback.table"))  # fmt: skip
            return
        by = _by(self._who_took_out(slot.text[slot.number :]))
        self._add(Kind.GONE, index, before=slot.text, by=by, actions=(Removal((index,)),))

    def _who_took_out(self, text: str) -> tuple[Revision, ...]:
        """Find the tracked changes that took out a paragraph or a row."""
        if text in self._taken_out:
            return self._taken_out[text]
        near = max(self._taken_out, key=lambda each: likeness(each, text), default="")
        return self._taken_out[near] if near and likeness(near, text) >= ELSEWHERE else ()

    # Tables

    def _table(self, before: _Element, after: _Element, *, moved: bool) -> None:
        rows: list[list[int]] = []
        for index in before.slots:
            row = self._slots[index].row or 0
            while len(rows) <= row:
                rows.append([])
            rows[row].append(index)
        table = after.item
        assert isinstance(table, Table)
        if moved:
            self._add(Kind.TABLE, before.slots[0], before=before.words.text[:60], details={"what": "moved"},
                      refused=Diagnostic("readback.table"))  # fmt: skip
        cells = [[typed(cell, breaks=False) for cell in row.cells] for row in table.rows]
        # A row is known by its first filled cell more than by its numbers.
        old = [Words("\t".join(self._slots[n].text for n in row), role=f"row{len(row)}") for row in rows]
        new = [Words("\t".join(cell.text for cell in row), role=f"row{len(row)}") for row in cells]
        last = before.slots[0]
        for each in pair(old, new):
            if each.before and each.after and not each.moved:
                index, at = each.before[0], each.after[0]
                self._row(rows[index], cells[at], table.rows[at].cells)
                last = rows[index][-1]
                continue
            for index in each.before:
                removed = self._who_took_out("".join(self._slots[n].text for n in rows[index]))
                self._add(
                    Kind.ROW_GONE, rows[index][0], before=old[index].text, by=_by(removed),
                    actions=(Removal(tuple(rows[index])),),
                )  # fmt: skip
            for at in each.after:
                revision = table.rows[at].inserted
                made = [r for cell in cells[at] for r in cell.revisions(0, len(cell.text))]
                parts = tuple(self._origins.parts(cell, 0, len(cell.text)) for cell in cells[at])
                self._add(
                    Kind.ROW_NEW, last, after=new[at].text, by=_by([revision] if revision else made),
                    actions=(NewParagraph(last, cells=parts, turn=len(self.changes)),),
                )  # fmt: skip

    def _row(self, row: Sequence[int], cells: Sequence[Typed], lines: Sequence[Sequence[Line]]) -> None:
        if len(row) != len(cells):
            before = "\t".join(self._slots[n].text for n in row)
            after = "\t".join(cell.text for cell in cells)
            self._add(Kind.TABLE, row[0], before=before, after=after, details={"what": "cells"},
                      refused=Diagnostic("readback.table"))  # fmt: skip
            return
        for index, cell, own in zip(row, cells, lines, strict=True):
            for line in own:
                self.slot_of[id(line)] = index
            found = compared(self._slots, [index], self._origins, cell)
            self._kept += found.kept
            self._sentences(found)

    def _add(
        self,
        kind: Kind,
        slot: int | None,
        *,
        before: str = "",
        after: str = "",
        words: tuple[tuple[str, str], ...] = (),
        by: tuple[By, ...] = (),
        actions: tuple[Action, ...] = (),
        details: dict[str, str] | None = None,
        refused: Diagnostic | None = None,
    ) -> None:
        source = Source() if slot is None else self._origins.source(slot)
        self.changes.append(
            Change(
                kind, slot, before, after, words, by, actions, self._file, source, details or {},
                refused=refused, files=(self._file,),
            )
        )  # fmt: skip


def _breaks_count(slot: Slot) -> bool:
    """Tell whether a line break is a change; titles and headings break where it looks best."""
    is_title = slot.style in ("title", "attachment-title") or slot.style.startswith(HEADING)
    return not (slot.breaks or is_title)


def _by(revisions: Iterable[Revision]) -> tuple[By, ...]:
    """Name the people behind tracked changes, each with the date of the last."""
    dates: dict[str, str] = {}
    for revision in revisions:
        dates[revision.author] = max(dates.get(revision.author, ""), revision.date)
    return tuple(By(author, day) for author, day in dates.items())


def _taken_out(items: Iterable[Item]) -> dict[str, tuple[Revision, ...]]:
    """Find who took out whole paragraphs and rows, by their words."""
    found: dict[str, tuple[Revision, ...]] = {}
    for item in items:
        for line in lines_of(item):
            revisions = tuple(dict.fromkeys(p.deleted for p in line.pieces if p.deleted is not None))
            if revisions and all(p.deleted is not None or p.inserted is not None for p in line.pieces):
                found["".join(p.text for p in line.pieces if p.inserted is None)] = revisions
        if isinstance(item, Table):
            for row in item.rows:
                if row.deleted is not None:
                    found["".join(line.text for cell in row.cells for line in cell)] = (row.deleted,)
    return found


def _leading(levels: Iterable[int | None]) -> Iterator[int]:
    """Go through the levels at the start of a line, up to the first character without one."""
    for level in levels:
        if level is None:
            return
        yield level
