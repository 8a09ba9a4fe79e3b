"""Paragraphs: rules about indents, spacing and what people type in their place (7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from ...diagnostics import Diagnostic, Source
from ...looks import Looks, ParagraphLook
from ..rule import Level, Rule, Subject
from .seen import body, is_body, points, together

_INDENT = "GB/T 9704-2012, 7.3.3"
_WITHIN = 0.15  # characters; 11.0 to 11.3 mm, and indents that were dragged there
_TYPED = re.compile(r"^(?:[ \u00a0]{3,}|\u3000+|\t+)[ \u3000\t]*")
_LONG_TRACKING = 0.5  # points; 28 cells to a line take 0.2, and a last character is caught with 0.4
_LONG_GAP = 3.0  # points between paragraphs of a PDF
_SMALLEST = 14.0  # of text; what is smaller may be the words of a chart
_FEWEST_GAPS, _FEWEST_STEPS = 3, 5  # places that are no chance, lines that tell their distance
_LONG_SPACE = 1.0  # points


def first_line(subject: Subject) -> Iterator[Diagnostic]:
    """Find paragraphs whose first line is not two characters in."""
    yield from together("layout.indent", _first_lines(subject))


def _first_lines(subject: Subject) -> Iterator[tuple[Source, dict[str, object]]]:
    for paragraph in body(subject):
        size = paragraph.size or 16.0
        begins = paragraph.first_line + paragraph.left / size
        if _typed(paragraph) or paragraph.alignment in ("center", "right"):
            continue  # other findings
        if abs(begins - 2) > _WITHIN:
            yield paragraph.source, {"found": points(round(begins, 1))}
    pages = subject.looks.pages if subject.looks else ()
    text = [
        (page, line)
        for page in pages
        if page.width < page.height
        for line in page.lines
        if line.role == "text"
    ]
    going_on = [line.left for _, line in text if not line.is_first]
    if len(going_on) < 3:
        return
    left = median(going_on)
    for page, line in text:
        begins = (line.left - left) / (line.size or 16.0)
        # An opening mark stands in half of its cell; what begins farther in is no paragraph of the text.
        if line.is_first and abs(begins - 2) > 0.7 and begins < 3.6:
            yield page.source, {"found": points(round(begins, 1))}


def typed_indent(subject: Subject) -> Iterator[Diagnostic]:
    """Find indents made of blanks or tabs."""
    found = []
    for paragraph in subject.looks.paragraphs if subject.looks else ():
        is_placed = is_body(paragraph.role) or paragraph.role in ("issuer", "date", "addressee", "title")
        if is_placed and (blanks := _typed(paragraph)):
            found.append((paragraph.source, {"found": "Tab" if "\t" in blanks else "空格"}))
    yield from together("layout.typed_indent", found)  # type: ignore[arg-type]


def _typed(paragraph: ParagraphLook) -> str:
    match = _TYPED.match(paragraph.text)
    return match[0] if match and not (paragraph.has_stops and "\t" in match[0]) else ""


def side_indent(subject: Subject) -> Iterator[Diagnostic]:
    """Find text whose further lines do not begin and end at the edges."""
    found = []
    for paragraph in body(subject):
        size = paragraph.size or 16.0
        if paragraph.first_line == 0 and abs(paragraph.left / size - 2) <= _WITHIN and not paragraph.right:
            is_wrong = len("".join(paragraph.text.split())) > 26  # a single line may be indented as a whole
        else:
            is_wrong = abs(paragraph.left) > 2 or abs(paragraph.right) > 2
        if is_wrong:
            values = {
                "left": points(round(paragraph.left / size, 1)),
                "right": points(round(paragraph.right / size, 1)),
            }
            found.append((paragraph.source, values))
    yield from together("layout.side_indent", found)  # type: ignore[arg-type]


def space(subject: Subject) -> Iterator[Diagnostic]:
    """Find space before or after paragraphs."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {"before": points(paragraph.before), "after": points(paragraph.after)})
        for paragraph in body(subject)
        if paragraph.before > _LONG_SPACE or paragraph.after > _LONG_SPACE
    ]
    if subject.looks is not None:
        found += _gaps(subject.looks)
    yield from together("layout.space", found)


def _gaps(looks: Looks) -> Iterator[tuple[Source, dict[str, object]]]:
    """Measure what stands between paragraphs of a PDF beyond the distance of their lines."""
    steps: list[float] = []
    between: list[tuple[Source, float]] = []
    for page in looks.pages:
        for above, below in pairwise(page.lines if page.width < page.height else ()):
            if (
                not (is_body(above.role) and is_body(below.role))
                or above.size != below.size
                or below.size < _SMALLEST
            ):
                continue
            if page.pictures or any(below.bottom < each.middle < above.top for each in page.strokes):
                continue  # a table, a chart or a picture stands there
            if below.is_first:
                between.append((page.source, above.bottom - below.bottom))
            else:
                steps.append(above.bottom - below.bottom)
    step = median(steps) if len(steps) >= _FEWEST_STEPS else 0.0
    # An empty row between two is another finding; a single gap may be a row that was left for something.
    wide = [
        (source, round(gap - step))
        for source, gap in between
        if step and _LONG_GAP < gap - step < 0.85 * step
    ]
    for source, space in wide if len(wide) >= _FEWEST_GAPS else ():
        yield source, {"before": "0", "after": points(space)}


def alignment(subject: Subject) -> Iterator[Diagnostic]:
    """Find text that is centred, at the right, or spread out."""
    for paragraph in body(subject):
        if paragraph.alignment in ("center", "right", "distribute") and not paragraph.has_picture:
            yield Diagnostic("layout.alignment", paragraph.source, {"found": paragraph.text.strip()[:12]})


def ragged(subject: Subject) -> Iterator[Diagnostic]:
    """Find long paragraphs set left instead of to both edges."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {})
        for paragraph in body(subject)
        if paragraph.alignment == "left" and len(paragraph.text) > 28
    ]
    yield from together("layout.ragged", found)


def blank_lines(subject: Subject) -> Iterator[Diagnostic]:
    """Find empty paragraphs between paragraphs of the text, and those that fill a page up."""
    looks = subject.looks
    if looks is None:
        return
    found: list[tuple[Source, dict[str, object]]] = []
    before: ParagraphLook | None = None
    blank: list[ParagraphLook] = []
    for paragraph in looks.paragraphs:
        if paragraph.place != "body":
            blank, before = [], None
            continue
        if not paragraph.text.strip() and not paragraph.has_picture and not paragraph.starts_page:
            blank.append(paragraph)
            continue
        if blank and before is not None and not paragraph.starts_page and not paragraph.has_stops:
            within = is_body(before.role) and is_body(paragraph.role)
            is_pushed = paragraph.role == "attachment-mark" and before.section == paragraph.section
            if (within and not before.has_stops) or (len(blank) > 3 and is_pushed):
                found.append((blank[0].source, {"count": len(blank)}))
        blank, before = [], paragraph
    yield from together("layout.blank_lines", found)


def tabs(subject: Subject) -> Iterator[Diagnostic]:
    """Find tabs within text."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {})
        for paragraph in body(subject)
        if "\t" in paragraph.text.strip() and not paragraph.has_stops
    ]
    yield from together("layout.tabs", found)


def line_breaks(subject: Subject) -> Iterator[Diagnostic]:
    """Find lines of text that are broken by hand."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {}) for paragraph in body(subject) if "\n" in paragraph.text.strip("\n")
    ]
    yield from together("layout.line_breaks", found)


def automatic_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings that the word processor numbers: the numbers go when text is pasted elsewhere."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {}) for paragraph in body(subject) if paragraph.number
    ]
    yield from together("layout.automatic_number", found)


def squeezed(subject: Subject) -> Iterator[Diagnostic]:
    """Find characters that are made narrower or wider."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {"found": round(run.scale * 100)})
        for paragraph in body(subject)
        for run in paragraph.runs
        if abs(run.scale - 1) > 0.02 and run.text.strip()
    ]
    yield from together("layout.squeezed", found)


def tracked(subject: Subject) -> Iterator[Diagnostic]:
    """Find characters that are set apart or pushed together."""
    found: list[tuple[Source, dict[str, object]]] = [
        (paragraph.source, {"found": points(run.tracking)})
        for paragraph in body(subject)
        for run in paragraph.runs
        if abs(run.tracking) > _LONG_TRACKING and run.text.strip()
    ]
    yield from together("layout.tracking", found)


RULES = (
    Rule("layout.indent", Level.REQUIRED, first_line, _INDENT),
    Rule("layout.typed_indent", Level.RECOMMENDED, typed_indent, _INDENT),
    Rule("layout.side_indent", Level.REQUIRED, side_indent, _INDENT),
    Rule("layout.space", Level.RECOMMENDED, space),
    Rule("layout.alignment", Level.RECOMMENDED, alignment),
    Rule("layout.ragged", Level.CUSTOMARY, ragged),
    Rule("layout.blank_lines", Level.RECOMMENDED, blank_lines),
    Rule("layout.tabs", Level.RECOMMENDED, tabs),
    Rule("layout.line_breaks", Level.RECOMMENDED, line_breaks),
    Rule("layout.automatic_number", Level.CUSTOMARY, automatic_numbers),
    Rule("layout.squeezed", Level.CUSTOMARY, squeezed),
    Rule("layout.tracking", Level.RECOMMENDED, tracked, "GB/T 9704-2012, 5.2.3"),
)
