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


@dataclass(slots=True)
class NotedPage:
    """The lines of a page without its notes, and the notes by the place of the line that has their mark."""

    lines: list[TextLine]
    notes: dict[int, list[Note]] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)  # whose notes have not come yet, with their places
    last: Note | None = None  # that may go on at the foot of the next page

    def add(self, note: Note) -> None:
        """Put a note below its line, and take its mark out of it."""
        self.notes.setdefault(note.line, []).append(note)
        self.lines[note.line] = _without(self.lines[note.line], note.mark)


def take_notes(lines: Sequence[TextLine], size: float, before: NotedPage) -> NotedPage:
    """Take the notes out of the lines of a page, and their marks out of the text.

    Args:
        lines: Of the page, without running heads and page number.
        size: Of the text.
        before: The page before; a note that had no room there is added to it, and lines that go on with its
            last note to that.
    """
    page = NotedPage([], marks=marks_in(lines, size))
    note: Note | None = None  # that lines go on with
    taken: set[str] = set()
    found: list[tuple[NotedPage, Note]] = []
    for line in lines:
        if line.size > SMALLER * size:
            note = None
            page.lines.append(line)
            continue
        mark = mark_of(line)
        owner = page if mark in page.marks and mark not in taken else before if mark in before.marks else None
        if owner is not None:
            taken.add(mark)
            note = Note(mark, owner.marks.pop(mark))
            found.append((owner, note))
        elif note is not None and note is not before.last and _follows(mark, note.mark):
            note = Note(mark, note.line)  # its mark stands in a table
            found.append((found[-1][0], note))
        elif note is None and not found and before.last is not None and before.last.is_open:
            note = before.last
        if note is None:
            page.lines.append(line)
        else:
            note.lines.append(line)
    for owner, each in found:
        owner.add(each)
    page.last = found[-1][1] if found else note
    return page


def marks_in(lines: Sequence[TextLine], size: float) -> dict[str, int]:
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


def mark_of(line: TextLine) -> str:
    """Give the mark that a note begins with; "" when a line begins with none."""
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


def _without(line: TextLine, mark: str) -> TextLine:
    """Take a raised mark out of a line."""
    for first, last in _runs(line.raised):
        if line.text[first:last].strip(_BRACKETS) == mark:
            size = last - first
            kept = tuple(at - size * (at > first) for at in line.raised if not first <= at < last)
            return replace(line, text=line.text[:first] + line.text[last:], raised=kept)
    return line
