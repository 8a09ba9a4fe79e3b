"""Places: where on its pages a report prints a figure, as a reader would look it up.

第3页第5行 counts the printed lines of a page from its top; a row of a table is one line, and is also told
by its number in the table, heads not counted. The section is told by its headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .diagnostics import NOWHERE, Source
from .pages import ARTIFACT, Element, Pages, TextRun
from .sentences import sentences

_CELLS = ("TD", "TH")
_FIGURE = "Figure"
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True, slots=True)
class Place:
    """One printing of a figure."""

    figure: str  # its key
    page: int  # from 1
    line: int  # on the page, from 1
    row: int | None  # of the table it stands in, from 1; None: it stands in no table
    tag: str  # of its structure element, such as "P", "H2" or "TD"
    section: str  # headings above it, such as 一、（七）1.; empty before the first
    words: str  # the sentence, or the row of the table
    source: Source
    is_made: bool = False  # in a table that was made of the figures, not written


@dataclass(slots=True)
class _Block:
    """A structure element with its characters, gathered over lines and pages."""

    tag: str
    source: Source
    section: tuple[int, ...]  # heading elements above it
    text: str = ""
    printed: list[tuple[int, str, int, int]] = field(default_factory=list)  # offset, key, page, line
    last: tuple[int, str] = (-1, "")  # where the last figure ends, and its key


def places_of(pages: Pages) -> tuple[Place, ...]:
    """List every printing of a figure, in reading order."""
    return tuple(_Reader(pages).places())


class _Reader:
    """Goes over the pages once."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.blocks: dict[int, _Block] = {}  # by element
        self.headings: list[int] = []
        self.rows: dict[int, int] = {}  # row elements below a table's head, and their numbers
        self._cells: dict[int, list[str]] = {}  # texts of the cells, by row
        self._number_rows()

    def places(self) -> Iterator[Place]:
        for page_no, page in enumerate(self.pages.pages, 1):
            lines: dict[tuple[str, float], int] = {}
            for item in page.items:
                if isinstance(item, TextRun) and item.element != ARTIFACT:
                    self._add(item, page_no, lines)
        for element, block in self.blocks.items():
            cuts = sentences(block.text) if block.tag not in _CELLS else []
            for offset, key, page_no, line in block.printed:
                cut = next((cut for cut in cuts if offset in cut), range(len(block.text)))
                row = self._row(element)
                words = block.text[cut.start : cut.stop].strip()
                if block.tag == _FIGURE:  # what a chart shows, said in words
                    words = self.pages.elements[element].alternative
                is_made = row is not None and self._table(row).source is NOWHERE
                yield Place(
                    figure=key,
                    page=page_no,
                    line=line,
                    row=None if row is None else self.rows.get(row, 0),
                    tag=block.tag,
                    section="" if is_made else self._section(block),
                    words=words if row is None else self._words_of_row(row),
                    source=block.source,
                    is_made=is_made,
                )

    def _add(self, run: TextRun, page_no: int, lines: dict[tuple[str, float], int]) -> None:
        element = self.pages.elements[run.element]
        block = self.blocks.get(run.element)
        if block is None:
            if element.tag in _HEADINGS:
                level = int(element.tag[1:])
                self.headings = [h for h in self.headings if int(self.pages.elements[h].tag[1:]) < level]
            above = tuple(self.headings)
            block = self.blocks[run.element] = _Block(element.tag, run.source, above)
            if element.tag in _HEADINGS:
                self.headings = [*self.headings, run.element]
        row = self._row(run.element)
        at = ("line", round(run.baseline)) if row is None else ("row", float(row))
        if element.tag == _FIGURE:
            at = ("figure", float(run.element))  # a chart counts as one line
        line = lines.setdefault(at, len(lines) + 1)
        for start, stop, key in run.figures:
            offset = len(block.text)
            if block.last != (offset + start, key):  # else it goes on from the line before
                block.printed.append((offset + start, key, page_no, line))
            block.last = (offset + stop, key)
        block.text += run.text

    def _section(self, block: _Block) -> str:
        return "".join(_number(self.blocks[heading].text) for heading in block.section)

    def _row(self, element: int) -> int | None:
        """Find the row a cell stands in."""
        found = self.pages.elements[element]
        return found.parent if found.tag in _CELLS else None

    def _table(self, row: int) -> Element:
        return self.pages.elements[self.pages.elements[row].parent]

    def _number_rows(self) -> None:
        counts: dict[int, int] = {}
        for element in self.pages.elements:
            if element.tag == "TD" and element.parent not in self.rows:
                table = self.pages.elements[element.parent].parent
                counts[table] = counts.get(table, 0) + 1
                self.rows[element.parent] = counts[table]

    def _words_of_row(self, row: int) -> str:
        if not self._cells:
            for element, block in self.blocks.items():
                if (own := self._row(element)) is not None:
                    self._cells.setdefault(own, []).append(block.text)
        return "｜".join(self._cells.get(row, ()))


def _number(heading: str) -> str:
    """Take a heading's number: 一、 （七） 1."""
    for end, char in enumerate(heading[:12], 1):
        if char in "、）.．":
            return heading[:end]
    return heading


def first_lines(pages: Pages) -> dict[tuple[str, int], tuple[int, int]]:
    """Tell for each line an author wrote on which page and line its first character is printed."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for page_no, page in enumerate(pages.pages, 1):
        lines: dict[float, int] = {}
        for item in page.items:
            if isinstance(item, TextRun) and item.element != ARTIFACT:
                line = lines.setdefault(round(item.baseline), len(lines) + 1)
                if item.source.line is not None:
                    found.setdefault((item.source.file, item.source.line), (page_no, line))
    return found
