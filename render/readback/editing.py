"""Editing: what was changed inside a paragraph, sentence by sentence, with its figures told apart.

A figure is found by its bookmark where Word left it, and by its neighbours where not, because a bookmark
that is typed over is gone. Words that were changed beside it are a change of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..diagnostics import Diagnostic
from ..difference import Edit, difference
from ..sentences import sentences
from .changes import Action, NewFigure, Rewrite
from .document import Revision
from .figures import NUMBER, alike, figures_within
from .origins import Origins
from .slots import FigureRun, Slot
from .typed import Typed


@dataclass(frozen=True, slots=True)
class Sentence:
    """Changes of one sentence by the same people, or one figure in it."""

    slot: int
    before: str
    after: str
    words: tuple[tuple[str, str], ...]
    revisions: tuple[Revision, ...]
    actions: tuple[Action, ...]
    figure: bool = False
    details: dict[str, str] = field(default_factory=dict)
    refused: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was changed in one paragraph."""

    sentences: tuple[Sentence, ...]
    kept: int  # characters that both sides have
    edits: tuple[Edit, ...]
    bases: tuple[int, ...]  # where each slot begins in the text compared
    slots: tuple[int, ...]
    offsets: tuple[int, ...]  # characters of each slot left out at its start

    def place(self, after: int) -> tuple[int, int]:
        """Turn a place in the new text into a slot and a place in it."""
        shift = 0
        at = after
        for edit in self.edits:
            if edit.new_start >= after:
                break
            if after < edit.new_stop:
                at = edit.stop + shift
                break
            shift = edit.new_stop - edit.stop
        at -= shift
        number = max(bisect_right(self.bases, at) - 1, 0)
        return self.slots[number], at - self.bases[number] + self.offsets[number]


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit, whole or a part of one, and the figure it is of."""

    edit: Edit
    figure: FigureRun | None = None
    unclear: bool = False  # a figure gave way to other numbers


def compared(slots: Sequence[Slot], indexes: Sequence[int], origins: Origins, words: Typed) -> Found:
    """Compare the text of a slot, or of several that were joined, with the characters that stand there now.

    The number of a heading is left out on both sides.
    """
    offsets = tuple(slots[n].number for n in indexes)
    texts = [_seen(slots[n].text[slots[n].number :]) for n in indexes]
    bases: list[int] = []
    at = 0
    for text in texts:
        bases.append(at)
        at += len(text)
    before = "".join(texts)
    if before == words.text:
        return Found((), len(before), (), tuple(bases), tuple(indexes), offsets)
    figures = [
        (run.start - offset + base, run.stop - offset + base, run)
        for n, base, offset in zip(indexes, bases, offsets, strict=True)
        for run in slots[n].figures
    ]
    edges = {end for start, stop, _ in figures for end in (start, stop)} | set(bases[1:])
    edits = [each for edit in difference(before, words.text, edges) for each in _cut(edit, bases[1:])]
    steps = [step for edit in edits for step in _steps(edit, figures, before, words)]
    found = Found((), len(before) - sum(e.stop - e.start for e in edits), tuple(edits), tuple(bases),
                  tuple(indexes), offsets)  # fmt: skip
    grouped = _Grouping(before, words, origins, found).sentences(steps)
    return Found(tuple(grouped), found.kept, found.edits, found.bases, found.slots, offsets)


def _seen(text: str) -> str:
    """Give a slot's text as it is compared; blanks at its end do not count."""
    return text.rstrip(" \t\u3000").replace("\u00a0", " ").replace("\u2011", "-")


def _cut(edit: Edit, bases: Sequence[int]) -> list[Edit]:
    """Cut an edit where one slot ends and the next begins; what is new goes to the first."""
    inside = [base for base in bases if edit.start < base < edit.stop]
    ends = [edit.start, *inside, edit.stop]
    return [
        Edit(start, stop, edit.new_stop if n else edit.new_start, edit.new_stop)
        for n, (start, stop) in enumerate(pairwise(ends))
    ] or [edit]


def _steps(
    edit: Edit, figures: Sequence[tuple[int, int, FigureRun]], before: str, words: Typed
) -> list[_Step]:
    """Part an edit at the figures it touches."""
    touched = [each for each in figures if each[0] < max(edit.stop, edit.start + 1) and each[1] > edit.start]
    touched = [each for each in touched if edit.stop > edit.start or each[0] < edit.start]
    if not touched:
        return [_Step(edit)]
    start, stop = min(edit.start, touched[0][0]), max(edit.stop, touched[-1][1])
    new_start, new_stop = edit.new_start - (edit.start - start), edit.new_stop + (stop - edit.stop)
    places = _places(touched, new_start, new_stop, words)
    steps: list[_Step] = []
    at, new_at = start, new_start
    text = words.text
    for (first, last, run), place in zip(touched, places, strict=True):
        if place is None:
            continue
        steps += _plain(before, text, at, first, new_at, place[0])
        if not alike(text[place[0] : place[1]], run.text):
            steps.append(_Step(Edit(first, last, place[0], place[1]), run))
        at, new_at = last, place[1]
    steps += _plain(before, text, at, stop, new_at, new_stop)
    gone = {run.start for (_, _, run), place in zip(touched, places, strict=True) if place is None}
    if not gone:
        return steps
    ranges = [(first, last) for first, last, run in touched if run.start in gone]
    return [
        _Step(s.edit, s.figure, unclear=s.figure is None and _is_unclear(s.edit, ranges, text)) for s in steps
    ]


def _is_unclear(edit: Edit, ranges: Sequence[tuple[int, int]], text: str) -> bool:
    """Tell whether typed numbers stand where figures were."""
    covers = any(edit.start < last and first < edit.stop for first, last in ranges)
    return covers and NUMBER.search(text[edit.new_start : edit.new_stop]) is not None


def _places(
    touched: Sequence[tuple[int, int, FigureRun]], start: int, stop: int, words: Typed
) -> list[tuple[int, int] | None]:
    """Find touched figures in the new text: by their bookmarks if all have theirs, else by what they are."""
    marked = [words.marks.get(run.mark) for _, _, run in touched]
    held = [m for m in marked if m is not None and start <= m[0] < m[1] <= stop]
    if len(held) == len(touched) and all(a[1] <= b[0] for a, b in pairwise(held)):
        places: list[tuple[int, int] | None] = []
        for (_, _, run), (first, last) in zip(touched, held, strict=True):
            # What is typed right before or behind a bookmark may end up inside.
            (inner,) = figures_within([run.text], words.text[first:last])
            places.append(None if inner is None else (first + inner[0], first + inner[1]))
        return places
    found = figures_within([run.text for _, _, run in touched], words.text[start:stop])
    return [None if each is None else (start + each[0], start + each[1]) for each in found]


def _plain(before: str, after: str, start: int, stop: int, new_start: int, new_stop: int) -> list[_Step]:
    """Compare the words between figures."""
    return [
        _Step(Edit(e.start + start, e.stop + start, e.new_start + new_start, e.new_stop + new_start))
        for e in difference(before[start:stop], after[new_start:new_stop])
    ]


class _Grouping:
    """Gathers the steps of a paragraph into changes that can be chosen by themselves."""

    def __init__(self, before: str, words: Typed, origins: Origins, found: Found) -> None:
        self._before = before
        self._words = words
        self._origins = origins
        self._found = found
        self._ranges = sentences(before) or [range(0, 0)]

    def sentences(self, steps: Sequence[_Step]) -> list[Sentence]:
        """Make one change of what the same people did to one sentence; each figure is its own."""
        groups: list[list[_Step]] = []
        for step in steps:
            last = groups[-1] if groups else None
            if last is not None and self._belong(last[-1], step):
                last.append(step)
            else:
                groups.append([step])
        return [self._sentence(group) for group in groups]

    def _belong(self, last: _Step, step: _Step) -> bool:
        if last.figure or step.figure or last.unclear or step.unclear:
            return False
        if self._slot(last.edit.start) != self._slot(step.edit.start):
            return False
        if (
            self._span(last.edit)[1] < self._span(step.edit)[0]
            or self._is_whole(last)
            or self._is_whole(step)
        ):
            return False
        return self._who(last.edit) == self._who(step.edit)

    def _is_whole(self, step: _Step) -> bool:
        """Tell whether whole sentences were put in or taken out, which is a change by itself."""
        edit = step.edit
        text = (
            self._words.text[edit.new_start : edit.new_stop]
            if edit.start == edit.stop
            else self._before[edit.start : edit.stop]
        )
        is_one_sided = edit.start == edit.stop or edit.new_start == edit.new_stop
        starts = {r.start for r in self._ranges} | {len(self._before)}
        return is_one_sided and edit.start in starts and text[-1:] in "。！？；"

    def _who(self, edit: Edit) -> tuple[Revision, ...]:
        found = self._words.revisions(edit.new_start, edit.new_stop)
        seen = {(r.author, r.date[:10]): r for r in found}
        return tuple(seen.values())

    def _slot(self, at: int) -> int:
        return max(bisect_right(self._found.bases, at) - 1, 0)

    def _span(self, edit: Edit) -> tuple[int, int]:
        """Give the first and the last sentence an edit reaches over."""
        starts = [r.start for r in self._ranges]
        first = max(bisect_right(starts, edit.start) - 1, 0)
        return first, max(bisect_right(starts, max(edit.stop - 1, edit.start)) - 1, first)

    def _sentence(self, group: Sequence[_Step]) -> Sentence:
        edits = [step.edit for step in group]
        first, last = self._span(edits[0])[0], self._span(edits[-1])[1]
        start, stop = self._ranges[first].start, self._ranges[last].stop
        if len(edits) == 1 and edits[0].start == edits[0].stop and self._is_whole(group[0]):
            start = stop = edits[0].start  # a sentence of its own
        words: list[tuple[str, str]] = []
        at = start
        for edit in edits:
            words += (("=", self._before[at : edit.start]), ("-", self._before[edit.start : edit.stop]))
            words.append(("+", self._words.text[edit.new_start : edit.new_stop]))
            at = edit.stop
        words.append(("=", self._before[at:stop]))
        shown = tuple((sign, text) for sign, text in words if text)
        revisions = tuple(
            dict.fromkeys(r for e in edits for r in self._words.revisions(e.new_start, e.new_stop))
        )
        number = self._slot(edits[0].start)
        if group[0].figure is not None:
            actions, details = self._figure(group[0], number)
        else:
            actions, details = tuple(self._rewrite(edit) for edit in edits), {}
        refused = Diagnostic("readback.figure_unclear") if any(step.unclear for step in group) else None
        return Sentence(
            self._found.slots[number],
            "".join(text for sign, text in shown if sign != "+"),
            "".join(text for sign, text in shown if sign != "-"),
            shown, revisions, actions, group[0].figure is not None, details, refused,
        )  # fmt: skip

    def _figure(self, step: _Step, number: int) -> tuple[tuple[Action, ...], dict[str, str]]:
        assert step.figure is not None
        new = self._words.text[step.edit.new_start : step.edit.new_stop]
        run = step.figure
        action = NewFigure(self._found.slots[number], run.start, run.stop, new)
        return (action,), {"figure": run.key, "old": run.text, "new": new}

    def _rewrite(self, edit: Edit) -> Action:
        number = self._slot(edit.start)
        shift = self._found.offsets[number] - self._found.bases[number]
        parts = self._origins.parts(self._words, edit.new_start, edit.new_stop)
        return Rewrite(self._found.slots[number], edit.start + shift, edit.stop + shift, parts)
