"""The body of a revision, step by step, and what became of each passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ....difference import Edit
from ....islands import readable
from ..styles import FINE_LINE
from .alignment import Step
from .marking import DELETED, INSERTED, Marker
from .passages import Kind, Passage, Printed
from .tables import changed_table, whole_table
from .written import MARK, Item, Para, Table

_BOOKMARK = re.compile(r'w:name="(_gw_[0-9a-f]{16})_\d+"')


class RevisedBody:
    """Writes step after step, and takes note of what became of each passage."""

    def __init__(
        self,
        marker: Marker,
        before: Sequence[Item],
        after: Sequence[Item],
        keys: Mapping[str, str],
        *,
        has_looks: bool,
    ) -> None:
        self.passages: list[Passage] = []
        self._marker = marker
        self._before, self._after = before, after
        self._keys = keys
        self._has_looks = has_looks
        self._was_table = False
        self._absorbed = 0  # how many of the next steps are written already

    def written(self, steps: Sequence[Step]) -> str:
        """Write everything, and what the last paragraph may wait for."""
        pieces: list[str] = []
        at = 0
        while at < len(steps):
            pieces.append(self._step(steps, at))
            at += 1 + self._absorbed
            self._absorbed = 0
        pieces.append(self._marker.closed())
        return "".join(pieces)

    def _step(self, steps: Sequence[Step], at: int) -> str:
        """Write what comes next."""
        step = steps[at]
        if self._is_table(step):
            return self._table(step)
        self._was_table = False
        if step.kind is Kind.MOVED:
            return self._moved(step)
        before, after = self._paragraphs(step)
        if step.kind is Kind.NEW:
            if self._stays(after[0]):
                return self._marker.kept(after[0])
            self._note(Kind.NEW, (), after)
            return self._marker.whole(after[0], INSERTED)
        if step.kind is Kind.GONE:
            self._note(Kind.GONE, before, ())
            return self._marker.whole(before[0], DELETED)
        edits = readable(_text(before), _text(after))
        self._note(Kind.CHANGED if edits else Kind.KEPT, before, after, edits)
        if edits and edits[-1].stop == len(_text(before)) and edits[-1].new_stop == len(_text(after)):
            before, after, edits = self._with_following(before, after, edits, steps, at + 1)
        return self._marker.changed(before, after, edits)

    def _with_following(
        self,
        before: list[Para],
        after: list[Para],
        edits: Sequence[Edit],
        steps: Sequence[Step],
        at: int,
    ) -> tuple[list[Para], list[Para], list[Edit]]:
        """Take whole paragraphs into the change that a paragraph before them ends with.

        LibreOffice 7.4 makes one change of two that meet at a paragraph's end, and settles the mark between
        them along with them. So that mark has to be part of the change, and the last one is the one that is
        kept, which comes to the same.
        """
        last = edits[-1]
        is_new = last.new_start < last.new_stop
        kind = Kind.NEW if is_new else Kind.GONE
        while at < len(steps) and steps[at].kind is kind and not self._is_table(steps[at]):
            own = self._paragraphs(steps[at])[is_new][0]
            at += 1
            if is_new and self._stays(own):
                break
            self._absorbed += 1
            self._note(kind, () if is_new else [own], [own] if is_new else ())
            (after if is_new else before).append(own)
        return before, after, [
            *edits[:-1], Edit(last.start, len(_text(before)), last.new_start, len(_text(after))),
        ]  # fmt: skip

    def _paragraphs(self, step: Step) -> tuple[list[Para], list[Para]]:
        old = (self._before[n] for n in step.before)
        new = (self._after[n] for n in step.after)
        return [i for i in old if isinstance(i, Para)], [i for i in new if isinstance(i, Para)]

    def _is_table(self, step: Step) -> bool:
        first = self._after[step.after[0]] if step.after else self._before[step.before[0]]
        return isinstance(first, Table)

    def _stays(self, paragraph: Para) -> bool:
        """Tell whether a blank paragraph is no change: it ends a section, or the other text has no looks."""
        return not paragraph.shown.strip() and bool(paragraph.section or not self._has_looks)

    def _moved(self, step: Step) -> str:
        """Write a paragraph that has moved, in the place it left or the one it came to."""
        here = step.went is None
        one, other = self._before[step.before[0]], self._after[step.after[0] if here else step.went or 0]
        assert isinstance(one, Para)
        assert isinstance(other, Para)
        edits = readable(one.text, other.text)
        name = f"move{step.before[0] + 1}"
        if not here:
            return self._marker.moved_away(one, edits, name)
        self._note(Kind.MOVED, [one], [other], edits)
        return self._marker.moved_here(other, edits, name)

    def _table(self, step: Step) -> str:
        """Write a table; between two of them a paragraph, or a word processor makes one of them."""
        opening = self._marker.closed()
        if self._was_table and not opening:
            opening = f"<w:p><w:pPr>{FINE_LINE}</w:pPr></w:p>"
        self._was_table = True
        before = self._before[step.before[0]] if step.before else None
        after = self._after[step.after[0]] if step.after else None
        if isinstance(before, Table) and isinstance(after, Table):
            written, passages = changed_table(before, after, self._marker)
            self.passages += passages
            return opening + written
        table = before or after
        assert isinstance(table, Table)
        texts = ("", table.text) if before is None else (table.text, "")
        self.passages.append(Passage(step.kind, *texts, is_table=True))
        return opening + whole_table(table, INSERTED if before is None else DELETED, self._marker)

    def _note(
        self, kind: Kind, before: Sequence[Para], after: Sequence[Para], edits: Sequence[Edit] = ()
    ) -> None:
        """Take note of a passage; a blank one is none."""
        old, new = _text(before), _text(after)
        if not (old.strip() or new.strip()):
            return
        self.passages.append(
            Passage(
                kind,
                old,
                new,
                tuple(edits),
                level=after[0].level if after else 0,
                old_level=before[0].level if before else 0,
                head=after[0].head if after else 0,
                old_head=before[0].head if before else 0,
                figures=tuple(self._figures(after)),
            )
        )

    def _figures(self, paragraphs: Sequence[Para]) -> Iterator[Printed]:
        """Find the figures that paragraphs print, by the bookmarks around them."""
        first = 0
        for paragraph in paragraphs:
            opened: dict[str, tuple[int, str]] = {}
            for at, mark in paragraph.bookmarks:
                identity = mark.split('"')[1]
                if found := _BOOKMARK.search(mark):
                    opened[identity] = (at, self._keys.get(found[1], ""))
                elif identity in opened:
                    start, key = opened.pop(identity)
                    yield Printed(first + start, first + at, key)
            first += len(paragraph.text) + len(MARK)


def _text(paragraphs: Sequence[Para]) -> str:
    return MARK.join(paragraph.text for paragraph in paragraphs)
