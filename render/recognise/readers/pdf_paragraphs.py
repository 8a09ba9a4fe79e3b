"""Paragraphs of a PDF: which lines belong together, told by where they begin and end.

A paragraph goes on where a line reaches the right edge of the text and the next one begins at the left edge,
or hangs below the words behind its label; an indent, a short line or another size begins a new one.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

from ...diagnostics import Source
from ..found import FoundParagraph, Look
from .blanks import tidy, widths
from .pdf_lines import TextLine

SLACK = 2.2  # of the size, by which a full line may fall short: marks may not begin a line, nor end it
FARTHEST_HANG = 10.0  # of the size: lines below a label begin no farther in

_LED = re.compile(r"(?:[.．·•⋯]\s?){3,}\s*\d+$|…+\s*\d+$")
_SESSION = re.compile(
    "^(?:[—（(]|[12一二][^，。]{2,12}日在).*(?:会议?上|日|通过)[)）]?$"
)  # ends the line below a title
_MARK = re.compile(r"附\s*件\s*\d{0,2}\s*[：:]?")  # of an attachment, on a line of its own
_ENDS = tuple("。！？；：”）…")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[章节条]"
)
_UNBROKEN = re.compile(r"[“‘《（〈〔]*[A-Za-z0-9.,:/%‰－—~～-]+[\u4e00-\u9fff]?[，。、；：！？）》”％]*")
_LABELLED = re.compile(
    r"[^，。；：:（）()“”]{1,10}[：:]|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.．、]|[①-⑳•●◆■▪·]"
)
"""What the further lines of a paragraph may hang behind: 出席：, 1., （一）."""

Measure: TypeAlias = tuple[int, int]
"""The width of a page and the columns beside each other on it: lines of one measure have common edges."""


@dataclass(slots=True)
class Column:
    """Where the text of a measure stands: its edges, most common size and pitch."""

    left: float
    right: float
    size: float
    pitch: float
    is_indented: bool
    indent: float  # left edge of the first lines of paragraphs
    tight: float = 0.0  # pitch within paragraphs, where more room stands between them; 0: it does not


def measure_of(line: TextLine, width: float) -> Measure:
    """Say which measure a line is set in."""
    return round(width), line.beside


def columns_of(pages: Iterable[tuple[float, Sequence[TextLine]]]) -> Mapping[Measure, Column]:
    """Find the columns of a document, one for each measure.

    Args:
        pages: The width of each page and its lines, from the top down.
    """
    by_measure: dict[Measure, list[list[TextLine]]] = {}
    for width, lines in pages:
        own: dict[Measure, list[TextLine]] = {}
        for line in lines:
            own.setdefault(measure_of(line, width), []).append(line)
        for measure, of_measure in own.items():
            by_measure.setdefault(measure, []).append(of_measure)
    return {measure: _column(of_pages) for measure, of_pages in by_measure.items()}


def fits(line: TextLine, own: Measure, measure: Measure, columns: Mapping[Measure, Column]) -> bool:
    """Tell whether a line may stand in columns, of which its page has too few lines to show them."""
    column = columns[measure]
    return (
        own == (measure[0], 1)
        and column.left - line.size < line.left
        and line.right < column.right + line.size
    )


def _column(pages: Sequence[Sequence[TextLine]]) -> Column:
    lines = [line for page in pages for line in page]
    size = Counter(round(line.size, 1) for line in lines for _ in line.text).most_common(1)[0][0]
    own = [line for line in lines if abs(line.size - size) < 1] or lines
    lefts = Counter(round(line.left / 3) * 3 for line in own)
    left = min(value for value, count in lefts.items() if count >= max(1, 0.08 * len(own)))
    rights = sorted(line.right for line in own)
    right = rights[int(0.9 * (len(rights) - 1))]
    steps = [above.middle - below.middle for page in pages for above, below in itertools.pairwise(page)]
    pitch = median([step for step in steps if 0 < step < 4 * size] or [1.5 * size])
    indented = [line.left for line in own if left + 1.2 * size < line.left < left + 4 * size]
    common = Counter(round(edge / 3) * 3 for edge in indented).most_common(1)
    indent = float(common[0][0]) if common else left
    is_indented = len(indented) > 0.05 * len(own)
    return Column(left, right, size, pitch, is_indented, indent, 0.0 if is_indented else _tight(steps, size))


def _tight(steps: Sequence[float], size: float) -> float:
    """Find the pitch within paragraphs that have more room between them; 0 when they have not."""
    usual = sorted(step for step in steps if 0.9 * size < step < 4 * size)
    if len(usual) < 6:
        return 0.0
    tight = usual[len(usual) // 20]
    within = sum(step < 1.12 * tight for step in usual)
    between = sum(step > 1.25 * tight for step in usual)
    return tight if min(within, between) >= 0.12 * len(usual) else 0.0


def goes_on(gathered: Sequence[TextLine], line: TextLine, column: Column, *, is_same_page: bool) -> bool:
    """Tell whether a line belongs to the paragraph above it, of the same measure."""
    above = gathered[-1]
    if abs(above.size - line.size) > 0.8 or "\t" in line.text or "\t" in above.text:
        return False
    if _MARK.fullmatch(line.text):
        return False
    if _LED.search(above.text) or (len(above.text) > 12 and _SESSION.search(above.text)):
        return False  # a line of contents, the line below a title
    if _hangs(gathered, line, column, is_same_page=is_same_page):
        return True
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
    reaches = is_body or _reaches(above, line, column)
    begins = line.left < column.left + 0.9 * line.size
    if not (is_near and reaches and begins) or (above.text.startswith("—") and _SESSION.search(above.text)):
        return False
    return column.is_indented or not (above.text.endswith(_ENDS) and _NUMBERED.match(line.text))


def runs_over(above: TextLine, column: Column, line: TextLine, own: Column) -> bool:
    """Tell whether a paragraph goes on on a page of another measure, as on a landscape one."""
    return (
        abs(above.size - line.size) < 0.8
        and own.is_indented
        and _reaches(above, line, column)
        and abs(line.left - own.left) < 0.9 * line.size
        and not above.text.endswith(_ENDS)
    )


def _hangs(gathered: Sequence[TextLine], line: TextLine, column: Column, *, is_same_page: bool) -> bool:
    """Tell whether a line hangs below the words behind a label, as the names behind 出席： do."""
    first, above = gathered[0], gathered[-1]
    depth = line.left - first.left
    if not 0.9 * line.size < depth < FARTHEST_HANG * line.size:
        return False
    if len(gathered) > 1:
        if abs(above.left - line.left) > 0.4 * line.size:
            return False
    elif _LABELLED.match(line.text) and first.text[:11].find("：") < 0:
        return False  # numbered items below a numbered one
    is_near = not is_same_page or above.middle - line.middle < 1.7 * max(column.pitch, line.size)
    return is_near and _reaches(above, line, column) and _LABELLED.match(first.text) is not None


def _reaches(above: TextLine, line: TextLine, column: Column) -> bool:
    """Tell whether a line is full: what the next one begins with had no room at its end."""
    ends = above.text.endswith(_ENDS)  # a paragraph may end there, before another that begins with a number
    first = None if ends else _UNBROKEN.match(line.text)
    room = max(SLACK, (widths(first[0]) / 2 if first else 0.0) + 1.0)
    return above.right > column.right - room * above.size


def _is_centred(line: TextLine, column: Column) -> bool:
    middle = (column.left + column.right) / 2
    return (
        abs((line.left + line.right) / 2 - middle) < 1.2 * line.size
        and line.left > column.left + 1.5 * line.size
    )


def paragraph(lines: Sequence[TextLine], column: Column, source: Source) -> FoundParagraph:
    """Put the lines of a paragraph together."""
    first = lines[0]
    return FoundParagraph(
        words_of(lines),
        source,
        Look(size=round(first.size, 1), is_centred=all(_is_centred(line, column) for line in lines)),
    )


def words_of(lines: Sequence[TextLine]) -> str:
    """Put the words of lines together; Latin words that a line end parts keep their blank."""
    text = ""
    for line in lines:
        words = line.text.replace("\t", " ")
        is_word = text[-1:].isascii() and text[-1:].isalpha() and words[:1].isascii() and words[:1].isalpha()
        text += f" {words}" if is_word else words
    return tidy(text)
