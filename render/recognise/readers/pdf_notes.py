"""Footnotes of a PDF: lines at the foot of a page, each kept below the paragraph that has its mark.

They are set smaller than the text and begin with a mark that stands raised in a line above them. Programs
count the marks, so they go, as those of a DOCX do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .pdf_lines import TextLine
from .pdf_paragraphs import words_of

SMALLER = 0.93  # of the size of the text: notes are no larger
_MARK = re.compile(r"[\[［〔(（]?(\d{1,3}(?!\d)|[①-⑳]|[*＊†‡])[\]］〕)）]?[.．、]?\s*")
_BRACKETS = "[]［］〔〕()（）"
_ENDS = tuple("。！？；”）")


@dataclass(slots=True)
class Note:
    """A footnote."""

    mark: str
    line: int  # place of the line that has its mark
    lines: list[TextLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, without its mark."""
        words = words_of(self.lines)
        return words[_end_of_mark(words) :]

    @property
    def is_open(self) -> bool:
        """Whether it may go on at the foot of the next page."""
        return not self.text.endswith(_ENDS)


@dataclass(frozen=True, slots=True)
class WithNotes:
    """The lines of a page without its notes, and the notes by the place of the line that has their mark."""

    lines: list[TextLine]
    notes: dict[int, list[Note]]
    last: Note | None  # that may go on at the foot of the next page


def take_notes(lines: Sequence[TextLine], size: float, before: Note | None = None) -> WithNotes:
    """Take the notes out of the lines of a page, and their marks out of the text.

    Args:
        lines: Of the page, without running heads and page number.
        size: Of the text.
        before: The last note of the page before; lines that go on with it are added to it.
    """
    marks = _marks_in(lines, size)
    kept: list[TextLine] = []
    notes: list[Note] = []
    note: Note | None = None  # that lines go on with
    for line in lines:
        if line.size > SMALLER * size:
            note = None
            kept.append(line)
            continue
        mark = _mark_of(line)
        if mark in marks and all(each.mark != mark for each in notes):
            note = Note(mark, marks[mark])
            notes.append(note)
        elif note is not None and note is not before and _follows(mark, note.mark):
            note = Note(mark, note.line)  # its mark stands in a table
            notes.append(note)
        elif note is None and not notes and before is not None and before.is_open:
            note = before
        if note is None:
            kept.append(line)
        else:
            note.lines.append(line)
    by_line: dict[int, list[Note]] = {}
    for each in notes:
        by_line.setdefault(each.line, []).append(each)
    for place, own in by_line.items():
        kept[place] = _without(kept[place], {each.mark for each in own})
    return WithNotes(kept, by_line, notes[-1] if notes else note)


def _marks_in(lines: Sequence[TextLine], size: float) -> dict[str, int]:
    """Find the raised marks of the text, each with the place of its line among those of the text's size."""
    marks: dict[str, int] = {}
    large = (line for line in lines if line.size > SMALLER * size)
    for place, line in enumerate(large):
        for first, last in _runs(line.raised):
            marks.setdefault(line.text[first:last].strip(_BRACKETS), place)
    return marks


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Put places that follow each other together."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _mark_of(line: TextLine) -> str:
    found = _MARK.match(line.text)
    return found[1] if found and found.end() < len(line.text) else ""


def _end_of_mark(words: str) -> int:
    found = _MARK.match(words)
    return found.end() if found else 0


def _follows(mark: str, before: str) -> bool:
    """Tell whether a mark is the next one to count."""
    if mark.isdecimal() and before.isdecimal():
        return int(mark) == int(before) + 1
    return len(mark) == len(before) == 1 and "①" <= before < mark <= "⑳" and ord(mark) == ord(before) + 1


def _without(line: TextLine, marks: set[str]) -> TextLine:
    text = line.text
    for first, last in reversed(_runs(line.raised)):
        if text[first:last].strip(_BRACKETS) in marks:
            text = text[:first] + text[last:]
    return replace(line, text=text, raised=())
