"""PDF: what its pages say one after the other, without running heads and page numbers.

    pdf_lines       characters → lines, by where they stand
    pdf_columns     … column by column
    pdf_edges       page numbers and running heads, dropped
    pdf_tables, pdf_spaced, pdf_cells    tables with rules around their rows, and without
    pdf_notes       footnotes, and the lines that have their marks
    pdf_paragraphs  lines → paragraphs, across pages too

Pictures and tables stand where they stood; a footnote follows the paragraph that has its mark.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ... import pdfium
from ...diagnostics import Diagnostic, Source, fault
from ..found import Found, FoundDocument, FoundParagraph, FoundPicture, FoundTable
from .pdf_columns import Columns
from .pdf_edges import drop_edges
from .pdf_lines import TextLine
from .pdf_notes import Note, NotedPage, take_notes
from .pdf_paragraphs import columns_of, fits, goes_on, measure_of, paragraph, runs_over
from .pdf_pictures import drop_repeated, pictures_on
from .pdf_spaced import spaced_tables
from .pdf_tables import Area, tables_of


@dataclass(slots=True)
class _Page:
    """The lines and tables of a page."""

    number: int
    width: float
    height: float
    lines: list[TextLine]
    tables: list[Area] = field(default_factory=list)
    pictures: list[tuple[float, bytes]] = field(default_factory=list)  # upper edge, and a PNG or JPEG
    notes: dict[int, list[Note]] = field(default_factory=dict)  # by place of the line with their mark


def read_pdf(data: bytes, name: str) -> FoundDocument:
    """Read a PDF that has text."""
    source = Source(name)
    pages: list[_Page] = []
    empty: list[int] = []
    pictures = 0
    columns = Columns()
    try:
        with pdfium.opened(data) as document:
            titles = pdfium.titles(document)
            for number, page in enumerate(pdfium.pieces(document, takes_pictures=True), 1):
                tables = tables_of(page.characters, page.rules)
                outside = [
                    c
                    for c in page.characters
                    if not any(t.bottom - 1 <= (c[3] + c[4]) / 2 <= t.top + 1 for t in tables)
                ]
                own = pictures_on(page) if page.characters else []
                lines = columns.lines(outside, page.width, page.height)
                lines, spaced = spaced_tables(lines, outside)
                pages.append(_Page(number, page.width, page.height, lines, [*tables, *spaced], own))
                pictures += page.pictures
                if not page.characters and page.pictures:
                    empty.append(number)
    except pdfium.Locked as err:
        raise fault("import.locked", source) from err
    except pdfium.Damaged as err:
        raise fault("import.damaged", source, reason=str(err)) from err
    if not any(page.lines or page.tables for page in pages):
        raise fault("import.scanned", source)
    remarks: list[Diagnostic] = []
    if empty:
        shown = "、".join(map(str, empty[:10]))
        remarks.append(Diagnostic("import.pages_without_text", source, {"count": len(empty), "pages": shown}))
    dropped = drop_edges(pages, name)
    dropped += drop_repeated(pages, name)
    taken = sum(len(page.pictures) for page in pages)
    missed = pictures - len(empty) - taken - sum(each.reason == "repeated picture" for each in dropped)
    if missed > 0:
        remarks.append(Diagnostic("import.pictures_left", source, {"count": missed}))
    _take_notes(pages)
    items, joined = _items(pages, name)
    return FoundDocument(
        "PDF", tuple(items), "", titles, dropped=tuple(dropped), remarks=tuple(remarks), joined=joined
    )


def _take_notes(pages: Sequence[_Page]) -> None:
    """Take the footnotes out of the lines of all pages."""
    sizes = Counter(round(line.size, 1) for page in pages for line in page.lines for _ in line.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    before = NotedPage([])
    for page in pages:
        before = take_notes(page.lines, size, before)
        page.lines, page.notes = before.lines, before.notes


def _items(pages: Sequence[_Page], name: str) -> tuple[list[Found], int]:
    """Put lines into paragraphs, with tables between them and footnotes below them."""
    columns = columns_of((page.width, page.lines) for page in pages)
    items: list[Found] = []
    gathered: list[TextLine] = []
    measure = (0, 0)  # of the lines gathered
    place = last = 1
    joined = 0
    counted = itertools.count(1)

    waiting: list[Found] = []  # beside or within a paragraph; they follow it

    def close() -> None:
        if gathered:
            items.append(paragraph(gathered, columns[measure], Source(name, page=place)))
            gathered.clear()
        items.extend(waiting)
        waiting.clear()

    for page in pages:
        tables = sorted(page.tables, key=lambda area: -area.top)
        pictures = sorted(page.pictures, key=lambda picture: -picture[0])
        for at, line in enumerate(page.lines):
            while pictures and pictures[0][0] > line.middle:
                waiting.append(_found_picture(pictures.pop(0)[1], name, page.number, counted))
            while tables and tables[0].top > line.middle:
                close()
                items.append(FoundTable(tables.pop(0).rows, Source(name, page=page.number)))
            own = measure_of(line, page.width)
            if own != measure and gathered and fits(line, own, measure, columns):
                own = measure
            is_same_page = last == page.number
            if gathered and (
                goes_on(gathered, line, columns[own], is_same_page=is_same_page)
                if own == measure
                else not is_same_page and runs_over(gathered[-1], columns[measure], line, columns[own])
            ):
                joined += 1
                measure = own
            else:
                close()
                place, measure = page.number, own
            gathered.append(line)
            source = Source(name, page=page.number)
            waiting += [_found_note(note, source) for note in page.notes.get(at, ())]
            last = page.number
        waiting += [_found_picture(data, name, page.number, counted) for _, data in pictures]
        for area in tables:
            close()
            items.append(FoundTable(area.rows, Source(name, page=page.number)))
    close()
    return _with_whole_tables(items), joined


def _found_note(note: Note, source: Source) -> FoundParagraph:
    return FoundParagraph(note.text if note.text.startswith("注") else f"注：{note.text}", source)


def _found_picture(data: bytes, name: str, page: int, counted: Iterator[int]) -> FoundPicture:
    return FoundPicture(f"{next(counted)}", data, Source(name, page=page))


def _with_whole_tables(items: Sequence[Found]) -> list[Found]:
    """Join a table that a page broke: nothing stands between its parts, and they have as many columns."""
    made: list[Found] = []
    for item in items:
        last = made[-1] if made else None
        if (
            isinstance(item, FoundTable)
            and isinstance(last, FoundTable)
            and (item.source.page or 0) > (last.source.page or 0)
            and len(item.rows[0]) == len(last.rows[0])
        ):
            # The head that stands again on every page is one head.
            rows = item.rows[1:] if item.rows[0] == last.rows[0] else item.rows
            made[-1] = FoundTable((*last.rows, *rows), last.source, last.notes)
        else:
            made.append(item)
    return made
