"""PDF: lines put together into paragraphs, without running heads and page numbers.

A paragraph goes on where a line reaches the right edge of the text and the next one begins at the left
edge; an indent, a short line or another size begins a new one, across pages too.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from ... import pdfium
from ...diagnostics import Diagnostic, Source, fault
from ..found import Dropped, Found, FoundDocument, FoundParagraph, FoundPicture, FoundTable, Look
from .blanks import tidy
from .pdf_columns import lines_in_columns
from .pdf_lines import TextLine
from .pdf_pictures import drop_repeated, pictures_on
from .pdf_tables import Area, tables_of

EDGE = 0.13  # of the page's height, where running heads and page numbers stand

_FOLIO = re.compile(r"[\s\-—–－―·•|]*\d{1,4}[\s\-—–－―·•|]*|第\s*\d+\s*页.*|Page\s*\d+.*|\d+\s*/\s*\d+")
_LED = re.compile(r"(?:[.．·•⋯]\s?){3,}\s*\d+$|…+\s*\d+$")
_SESSION = re.compile(
    "^(?:[—（(]|[12一二][^，。]{2,12}日在).*(?:会议?上|日|通过)[)）]?$"
)  # ends the line below a title
_DIGITS = re.compile(r"\d+")
_MARK = re.compile(r"附\s*件\s*\d{0,2}\s*[：:]?")  # of an attachment, on a line of its own
_ENDS = tuple("。！？；：”）…")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[章节条]"
)


@dataclass(slots=True)
class _Page:
    """The lines and tables of a page."""

    number: int
    width: float
    height: float
    lines: list[TextLine]
    tables: list[Area] = field(default_factory=list)
    pictures: list[tuple[float, bytes]] = field(default_factory=list)  # upper edge, and a PNG or JPEG


@dataclass(slots=True)
class _Column:
    """Where the text stands on pages: its edges, most common size and pitch."""

    left: float
    right: float
    size: float
    pitch: float
    is_indented: bool
    indent: float  # left edge of the first lines of paragraphs
    tight: float = 0.0  # pitch within paragraphs, where more room stands between them; 0: it does not


def read_pdf(data: bytes, name: str) -> FoundDocument:
    """Read a PDF that has text."""
    source = Source(name)
    pages: list[_Page] = []
    empty: list[int] = []
    pictures = 0
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
                lines = lines_in_columns(outside, page.width, page.height)
                pages.append(_Page(number, page.width, page.height, lines, tables, own))
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
    dropped = _drop_edges(pages, name)
    dropped += drop_repeated(pages, name)
    taken = sum(len(page.pictures) for page in pages)
    missed = pictures - len(empty) - taken - sum(each.reason == "repeated picture" for each in dropped)
    if missed > 0:
        remarks.append(Diagnostic("import.pictures_left", source, {"count": missed}))
    items, joined = _items(pages, name)
    return FoundDocument(
        "PDF", tuple(items), "", titles, dropped=tuple(dropped), remarks=tuple(remarks), joined=joined
    )


def _drop_edges(pages: Sequence[_Page], name: str) -> list[Dropped]:
    """Take page numbers off, and what stands at the head or foot of most pages."""
    repeated: Counter[tuple[str, int]] = Counter()
    for page in pages:
        for line in _at_edge(page):
            repeated[_DIGITS.sub("#", line.text), round(line.middle / 4)] += 1
    size = median([line.size for page in pages for line in page.lines] or [10.0])
    dropped: list[Dropped] = []
    for page in pages:
        for line in _at_edge(page):
            key = _DIGITS.sub("#", line.text), round(line.middle / 4)
            often = max(repeated[key[0], key[1] + step] for step in (-1, 0, 1))
            is_folio = _FOLIO.fullmatch(line.text) is not None
            is_small = line.middle > page.height / 2 and line.size < 0.8 * size
            is_repeated = len(pages) > 1 and often >= max(2, 0.5 * len(pages))
            if is_folio or is_repeated or (len(pages) < 3 and (is_small or _is_apart(line, page))):
                page.lines.remove(line)
                reason = "page number" if is_folio else "running head"
                dropped.append(Dropped(line.text, reason, Source(name, page=page.number)))
    return dropped


def _is_apart(line: TextLine, page: _Page) -> bool:
    """Tell a line in the margin of a page, far from the next one."""
    others = [abs(other.middle - line.middle) for other in page.lines if other is not line]
    in_margin = not 0.075 * page.height < line.middle < 0.925 * page.height
    return in_margin and min(others, default=0.0) > 2.2 * line.size


def _at_edge(page: _Page) -> list[TextLine]:
    """List the lines that may be running heads: the outermost two at head and foot."""
    near = EDGE * page.height
    high = [line for line in page.lines[:2] if line.middle > page.height - near]
    low = [line for line in page.lines[-2:] if line.middle < near]
    return [*high, *(line for line in low if line not in high)]


def _items(pages: Sequence[_Page], name: str) -> tuple[list[Found], int]:
    """Put lines into paragraphs, and tables between them."""
    column = _column(pages)
    items: list[Found] = []
    gathered: list[TextLine] = []
    place = last = 1
    joined = 0
    counted = itertools.count(1)

    waiting: list[FoundPicture] = []  # beside or within a paragraph; they follow it

    def close() -> None:
        if gathered:
            items.append(_paragraph(gathered, column, Source(name, page=place)))
            gathered.clear()
        items.extend(waiting)
        waiting.clear()

    for page in pages:
        tables = sorted(page.tables, key=lambda area: -area.top)
        pictures = sorted(page.pictures, key=lambda picture: -picture[0])
        for line in page.lines:
            while pictures and pictures[0][0] > line.middle:
                waiting.append(_found_picture(pictures.pop(0)[1], name, page.number, counted))
            while tables and tables[0].top > line.middle:
                close()
                items.append(FoundTable(tables.pop(0).rows, Source(name, page=page.number)))
            if gathered and _goes_on(gathered, line, column, is_same_page=last == page.number):
                joined += 1
            else:
                close()
                place = page.number
            gathered.append(line)
            last = page.number
        waiting += [_found_picture(data, name, page.number, counted) for _, data in pictures]
        for area in tables:
            close()
            items.append(FoundTable(area.rows, Source(name, page=page.number)))
    close()
    return _with_whole_tables(items), joined


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


def _column(pages: Sequence[_Page]) -> _Column:
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return _Column(0, 0, 10, 15, False, 0)
    size = Counter(round(line.size, 1) for line in lines for _ in line.text).most_common(1)[0][0]
    own = [line for line in lines if abs(line.size - size) < 1] or lines
    lefts = Counter(round(line.left / 3) * 3 for line in own)
    left = min(value for value, count in lefts.items() if count >= max(1, 0.08 * len(own)))
    rights = sorted(line.right for line in own)
    right = rights[int(0.9 * (len(rights) - 1))]
    steps = [
        above.middle - below.middle
        for page in pages
        for above, below in zip(page.lines, page.lines[1:], strict=False)
    ]
    pitch = median([step for step in steps if 0 < step < 4 * size] or [1.5 * size])
    indented = [line.left for line in own if left + 1.2 * size < line.left < left + 4 * size]
    common = Counter(round(edge / 3) * 3 for edge in indented).most_common(1)
    indent = float(common[0][0]) if common else left
    is_indented = len(indented) > 0.05 * len(own)
    return _Column(left, right, size, pitch, is_indented, indent, 0.0 if is_indented else _tight(steps, size))


def _tight(steps: Sequence[float], size: float) -> float:
    """Find the pitch within paragraphs that have more room between them; 0 when they have not."""
    usual = sorted(step for step in steps if 0.9 * size < step < 4 * size)
    if len(usual) < 6:
        return 0.0
    tight = usual[len(usual) // 20]
    within = sum(step < 1.12 * tight for step in usual)
    between = sum(step > 1.25 * tight for step in usual)
    return tight if min(within, between) >= 0.12 * len(usual) else 0.0


def _goes_on(gathered: Sequence[TextLine], line: TextLine, column: _Column, *, is_same_page: bool) -> bool:
    """Tell whether a line belongs to the paragraph above it."""
    above = gathered[-1]
    if abs(above.size - line.size) > 0.8 or "\t" in line.text or "\t" in above.text:
        return False
    if _MARK.fullmatch(line.text):
        return False
    if _LED.search(above.text) or (len(above.text) > 12 and _SESSION.search(above.text)):
        return False  # a line of contents, the line below a title
    if column.tight and is_same_page and abs(line.size - column.size) < 1:
        # A line may break long before the edge, at a long Latin word, but not in its first half.
        is_long = above.right > (column.left + column.right) / 2
        is_tight = above.middle - line.middle < 1.12 * column.tight
        return is_long and is_tight and line.left < column.left + 2.5 * line.size
    is_indent = abs(line.left - column.indent) < 0.5 * column.size
    if _is_centred(line, column) and line.left > column.left + 1.5 * column.size and not is_indent:
        # A title or a line below it, whose first line is full: the rest of it stands in the middle.
        return (
            is_same_page
            and above.right > column.right - 1.5 * above.size
            and gathered[0].left < column.left + 0.9 * above.size
            and not above.text.endswith(_ENDS)
            and above.middle - line.middle < 1.9 * max(column.pitch, line.size)
        )
    if above.left > column.left + 4.5 * column.size:
        return False  # a signature, a centred line: no paragraph begins so far in
    is_near = not is_same_page or above.middle - line.middle < 1.7 * max(column.pitch, line.size)
    # Where paragraphs begin with an indent, a line without one goes on, however short the one above is.
    is_body = column.is_indented and abs(gathered[0].left - column.indent) < 0.9 * column.size
    reaches = is_body or above.right > column.right - 2.2 * above.size
    begins = line.left < column.left + 0.9 * line.size
    if not (is_near and reaches and begins) or (above.text.startswith("—") and _SESSION.search(above.text)):
        return False
    return column.is_indented or not (above.text.endswith(_ENDS) and _NUMBERED.match(line.text))


def _is_centred(line: TextLine, column: _Column) -> bool:
    middle = (column.left + column.right) / 2
    return (
        abs((line.left + line.right) / 2 - middle) < 1.2 * line.size
        and line.left > column.left + 1.5 * line.size
    )


def _paragraph(lines: Sequence[TextLine], column: _Column, source: Source) -> FoundParagraph:
    text = ""
    for line in lines:
        words = line.text.replace("\t", " ")
        is_word = text[-1:].isascii() and text[-1:].isalpha() and words[:1].isascii() and words[:1].isalpha()
        text += f" {words}" if is_word else words
    first = lines[0]
    return FoundParagraph(
        tidy(text),
        source,
        Look(size=round(first.size, 1), is_centred=all(_is_centred(line, column) for line in lines)),
    )
