"""Marking: paragraphs with what was put in, taken out and moved (ISO/IEC 29500-1, 17.13.5).

A paragraph whose mark is inserted joins the one after it when the change is rejected, and one whose mark is
deleted when it is accepted; so a paragraph that is new or gone as a whole leaves nothing behind. What follows
it must be a paragraph: `closed` sees to that.

A paragraph that has moved and was changed on the way is struck out in its old place and stands in its new
one; what both have in common has moved, what only one has is deleted there or inserted here, but at its
beginning. Either way of settling takes one of the two away whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....difference import Edit
from ....noun import Changing, Noun
from ..styles import FINE_LINE
from ..text import attribute, run_content
from .written import MARK, Para, Piece

KEPT, INSERTED, DELETED, MOVED_HERE, MOVED_AWAY = "", "ins", "del", "moveTo", "moveFrom"
"""What becomes of characters or of a paragraph's mark: the elements that say so."""

_LOST = (DELETED, MOVED_AWAY)


class Stamp(Noun, frozen=True):
    """Who made the changes, and when."""

    author: str
    date: str  # ISO 8601, in UTC


class Marker(Changing):
    """Writes paragraphs of one document."""

    stamp: Stamp
    numbers: Iterator[int]  # ids of changes and bookmarks, each used once
    is_open: bool = False  # what was written last waits for a paragraph to join

    def attributes(self) -> str:
        """Write the attributes of one change, with an id of its own."""
        author = attribute(self.stamp.author)
        return f'w:id="{next(self.numbers)}" w:author="{author}" w:date="{self.stamp.date}"'

    def kept(self, paragraph: Para) -> str:
        """Write a paragraph that is no change."""
        return self.changed([paragraph], [paragraph], [])

    def whole(self, paragraph: Para, state: str) -> str:
        """Write a paragraph that is new or gone with its mark."""
        return _Stream(self, [paragraph], [paragraph]).whole(state)

    def filled(self, paragraph: Para, state: str) -> str:
        """Write a paragraph whose characters are new or gone, in a place that stays: the end of a cell."""
        return _Stream(self, [paragraph], [paragraph]).whole(state, mark=KEPT)

    def changed(self, before: Sequence[Para], after: Sequence[Para], edits: Sequence[Edit]) -> str:
        """Write paragraphs that came of others; the mark of the last one is kept."""
        return _Stream(self, before, after).changed(edits)

    def moved_away(self, before: Para, edits: Sequence[Edit], name: str) -> str:
        """Write a paragraph in the place it has left."""
        gone = [(edit.start, edit.stop, DELETED) for edit in edits]
        return self._moved(before, gone, MOVED_AWAY, name)

    def moved_here(self, after: Para, edits: Sequence[Edit], name: str) -> str:
        """Write a paragraph in the place it has come to."""
        new = [(edit.new_start, edit.new_stop, INSERTED) for edit in edits]
        return self._moved(after, new, MOVED_HERE, name)

    def _moved(self, paragraph: Para, changes: Sequence[tuple[int, int, str]], state: str, name: str) -> str:
        # LibreOffice 7.4 joins a change at a paragraph's beginning to one the paragraph before ends with.
        changes = [each for each in changes if each[0] > 0]
        attributes = self.attributes()
        start = f'<w:{state}RangeStart {attributes} w:name="{name}"/>'
        written = _Stream(self, [paragraph], [paragraph]).whole(state, changes, start)
        return f"{written}<w:{state}RangeEnd {attributes.partition(' ')[0]}/>"

    def closed(self) -> str:
        """Give a paragraph to join to what waits for one; before a table and at the end of the text."""
        if not self.is_open:
            return ""
        self.is_open = False
        return f"<w:p><w:pPr>{FINE_LINE}</w:pPr></w:p>"


class _Stream:
    """Characters in the order they are written in, gathered into runs and paragraphs."""

    def __init__(self, marker: Marker, before: Sequence[Para], after: Sequence[Para]) -> None:
        self._marker = marker
        self._before, self._after = before, after
        self._marked = 0  # bookmarks of the paragraph at hand that are written
        self._written: list[str] = []
        self._content: list[str] = []
        self._runs: list[str] = []  # of one change, or of none
        self._state = KEPT

    def whole(
        self,
        state: str,
        changes: Sequence[tuple[int, int, str]] = (),
        opening: str = "",
        mark: str | None = None,
    ) -> str:
        """Write one paragraph that has a state; some of its characters, or its mark, have others."""
        (paragraph,) = self._after
        self._content.append(opening)
        self._state = state
        at = 0
        for start, stop, own in changes:
            self._part(paragraph, at, start, state, is_new=state not in _LOST)
            self._part(paragraph, start, stop, own, is_new=state not in _LOST)
            at = stop
        self._part(paragraph, at, len(paragraph.text), state, is_new=state not in _LOST)
        if state not in _LOST:
            self._bookmarks(paragraph, len(paragraph.text))
        self._end(paragraph, None, state if mark is None else mark)
        return "".join(self._written)

    def changed(self, edits: Sequence[Edit]) -> str:
        """Write the paragraphs after, with what the edits take out and put in."""
        at = 0
        for edit in edits:
            number = self._new(at, edit.new_start, KEPT)
            if edit.new_start < edit.new_stop:  # a figure's old number stands in its bookmark as well
                self._bookmarks(self._after[number], self._place(number, edit.new_start))
            self._old(edit.start, edit.stop)
            self._new(edit.new_start, edit.new_stop, INSERTED)
            at = edit.new_stop
        last = self._after[-1]
        self._new(at, sum(len(each.text) + 1 for each in self._after) - 1, KEPT)
        self._bookmarks(last, len(last.text))
        self._end(last, self._before[-1], KEPT)
        return "".join(self._written)

    def _place(self, number: int, at: int) -> int:
        """Give a place in the text after as one in a paragraph of it."""
        return at - sum(len(each.text) + len(MARK) for each in self._after[:number])

    def _new(self, start: int, stop: int, state: str) -> int:
        """Write part of the text after; returns the paragraph it ends in."""
        for number, left, right, ends in _parts(self._after, start, stop):
            paragraph = self._after[number]
            self._part(paragraph, left, right, state, is_new=True)
            if ends:
                self._bookmarks(paragraph, len(paragraph.text))
                self._end(paragraph, None, state)
                self._marked = 0
        return self._at(stop)

    def _at(self, place: int) -> int:
        """Find the paragraph of the text after that a place is in."""
        for number, paragraph in enumerate(self._after):
            if place <= len(paragraph.text):
                return number
            place -= len(paragraph.text) + len(MARK)
        return len(self._after) - 1

    def _old(self, start: int, stop: int) -> None:
        """Write part of the text before, as taken out."""
        for number, left, right, ends in _parts(self._before, start, stop):
            self._part(self._before[number], left, right, DELETED, is_new=False)
            if ends:
                self._end(self._before[number], None, DELETED)

    def _part(self, paragraph: Para, start: int, stop: int, state: str, *, is_new: bool) -> None:
        """Write characters of one paragraph, cut where a bookmark begins or ends."""
        if start >= stop:
            return
        marks = [at for at, _ in paragraph.bookmarks if start < at < stop] if is_new else []
        for left, right in pairwise(sorted({start, stop, *marks})):
            if is_new:
                self._bookmarks(paragraph, left)
            for piece in _cut(paragraph.pieces, left, right):
                self._run(piece, state)
            if is_new:
                self._bookmarks(paragraph, right, ends_only=True)

    def _bookmarks(self, paragraph: Para, at: int, *, ends_only: bool = False) -> None:
        """Write the ends of bookmarks up to a place that are not written yet."""
        for place, mark in paragraph.bookmarks[self._marked :]:
            if place > at or (ends_only and mark.startswith("<w:bookmarkStart")):
                return
            self._flush()
            self._content.append(mark)
            self._marked += 1

    def _run(self, piece: Piece, state: str) -> None:
        if state != self._state:
            self._flush()
            self._state = state
        inside = piece.drawing or run_content(piece.text)
        if state == DELETED and not piece.drawing:
            inside = inside.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        self._runs.append(f"<w:r>{piece.look}{inside}</w:r>")

    def _flush(self) -> None:
        """Close the change that is open."""
        runs = "".join(self._runs)
        if runs and self._state:
            runs = f"<w:{self._state} {self._marker.attributes()}>{runs}</w:{self._state}>"
        self._content.append(runs)
        self._runs.clear()

    def _end(self, paragraph: Para, was: Para | None, state: str) -> None:
        """Write the paragraph that is gathered, with a mark that is kept, put in or taken out."""
        self._flush()
        section = paragraph.section if state == KEPT else ""
        mark = f"<w:{state} {self._marker.attributes()}/>" if state else ""
        look = f"<w:rPr>{mark}{paragraph.mark_look}</w:rPr>" if mark or paragraph.mark_look else ""
        former = ""
        if was is not None and was.style and was.style != paragraph.style:
            former = f"<w:pPrChange {self._marker.attributes()}><w:pPr>{was.properties}</w:pPr></w:pPrChange>"
        properties = f"{paragraph.properties}{look}{section}{former}"
        self._written.append(
            f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(self._content)}</w:p>"
        )
        self._content.clear()
        self._marker.is_open = state != KEPT
        if paragraph.section and state not in (KEPT, *_LOST):
            # The section ends whether its last paragraph is new or not.
            self._written.append(f"<w:p><w:pPr>{FINE_LINE}{paragraph.section}</w:pPr></w:p>")
            self._marker.is_open = False


def _parts(paragraphs: Sequence[Para], start: int, stop: int) -> Iterator[tuple[int, int, int, bool]]:
    """Go through part of a text of several paragraphs: which one, from where to where, and its mark."""
    first = 0
    for number, paragraph in enumerate(paragraphs):
        last = first + len(paragraph.text)
        if start <= last and stop >= first and stop > start:
            ends = start <= last < stop and number + 1 < len(paragraphs)
            yield number, max(start - first, 0), min(stop, last) - first, ends
        first = last + len(MARK)


def _cut(pieces: Sequence[Piece], start: int, stop: int) -> Iterator[Piece]:
    """Cut a stretch of characters out of pieces."""
    first = 0
    for piece in pieces:
        last = first + len(piece.text)
        if first < stop and last > start:
            text = piece.text[max(start - first, 0) : stop - first]
            yield piece if text == piece.text else Piece(text, piece.look)
        first = last
