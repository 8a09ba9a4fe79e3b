"""Lines: rules about rows to a page and characters to a line (5.2.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from ...diagnostics import Diagnostic, Source
from ...looks import LineLook, ParagraphLook, Section
from ...units import from_mm
from ..rule import Level, Rule, Subject
from .seen import HAN, body, points, together

_CLAUSE = "GB/T 9704-2012, 5.2.3"
ROWS, CELLS = 22, 28
_EDGE = from_mm(2.0)  # outside the type area: its own millimetre, and one for marks that hang


def pitch(subject: Subject) -> Iterator[Diagnostic]:
    """Find line spacing that does not give 22 rows to a page."""
    yield from together("layout.pitch", _pitches(subject))


def _pitches(subject: Subject) -> Iterator[tuple[Source, dict[str, object]]]:
    sections = subject.looks.sections if subject.looks and subject.looks.form != "letter" else ()
    for paragraph in body(subject) if sections else ():
        section = sections[min(paragraph.section, len(sections) - 1)]
        own = _pitch_of(paragraph, section)
        if own is None or section.width > section.height:
            continue
        room = section.height - section.top - section.bottom
        # Twips are rounded; 29 pt in 225 mm lack 0.2 pt, for which nobody would reset a document.
        rows = int((room + 0.3) / own)
        if rows != ROWS:
            yield paragraph.source, {"found": points(own), "rows": rows}


def _pitch_of(paragraph: ParagraphLook, section: Section) -> float | None:
    """Give the distance of lines; None where the face alone decides, which is another finding."""
    if paragraph.pitch_rule == "exact":
        return paragraph.pitch
    if section.pitch and paragraph.follows_grid and paragraph.pitch_rule == "auto":
        return section.pitch * max(paragraph.lines, 1.0)
    if paragraph.pitch_rule == "least" and paragraph.pitch and paragraph.pitch > 1.35 * paragraph.size:
        return paragraph.pitch
    return None


def free_pitch(subject: Subject) -> Iterator[Diagnostic]:
    """Find line spacing that the face decides: single, or a multiple of it."""
    sections = subject.looks.sections if subject.looks else ()
    found = (
        (paragraph.source, {"found": points(round(paragraph.lines, 2))})
        for paragraph in body(subject)
        if _pitch_of(paragraph, sections[min(paragraph.section, len(sections) - 1)]) is None
    )
    yield from together("layout.free_pitch", found)  # type: ignore[arg-type]


def rows(subject: Subject) -> Iterator[Diagnostic]:
    """Find PDF pages that text fills with more or fewer than 22 rows."""
    yield from together("layout.rows", _rows(subject))


def _rows(subject: Subject) -> Iterator[tuple[Source, dict[str, object]]]:
    pages = subject.looks.pages if subject.looks else ()
    for page, after in pairwise(pages):
        text = [line for line in page.lines if line.role == "text" or line.role.startswith("heading-")]
        if len(text) < 12 or page.width > page.height or not any(line.role for line in after.lines):
            continue
        steps = [above.bottom - below.bottom for above, below in pairwise(text)]
        step = median(steps)
        if not text[0].size * 1.05 < step < text[0].size * 4:
            continue
        # What the page would hold, were all of it text: pages begin with titles and end early.
        room = from_mm(225)
        held = round((room - text[0].size) / step) + 1
        # Counted by the ink of the first and the last row, or by rows of one height as a word processor does.
        if ROWS not in (held, int((room + 0.3) / step)):
            yield page.source, {"found": held, "pitch": points(step)}


def cells(subject: Subject) -> Iterator[Diagnostic]:
    """Find lines of more or fewer than 28 characters: by the grid of a DOCX, or most full lines of a PDF."""
    for section in subject.looks.sections if subject.looks else ():
        if section.cells is not None and section.cells != CELLS and section.width < section.height:
            yield Diagnostic("layout.cells", section.source, {"found": section.cells, "more": ""})
            return
    counts: Counter[int] = Counter()
    first: dict[int, Source] = {}
    for page in subject.looks.pages if subject.looks else ():
        for line in page.lines:
            if line.role == "text" and not line.is_last and not line.is_first and _is_han(line):
                first.setdefault(len(line.text), page.source)
                counts[len(line.text)] += 1
    if sum(counts.values()) < 5:
        return
    count, often = counts.most_common(1)[0]
    if count != CELLS and often >= 0.5 * sum(counts.values()):
        yield Diagnostic("layout.cells", first[count], {"found": count, "more": ""})


def _is_han(line: LineLook) -> bool:
    """Tell a line of Han characters alone: marks may be set close, digits take half a cell."""
    return len(HAN.findall(line.text)) == len(line.text)


def outside(subject: Subject) -> Iterator[Diagnostic]:
    """Find text of a PDF that runs out of the type area at a side."""
    found = []
    for page in subject.looks.pages if subject.looks else ():
        if page.width > page.height:
            continue
        for line in page.lines:
            if not line.role or line.role in ("mark", "number", "security", "copy-no", "urgency"):
                continue  # a letter's rules and what stands at them are wider (10.1)
            over = max(from_mm(28) - line.left, line.right - (page.width - from_mm(26)))
            if over > _EDGE:
                found.append((page.source, {"text": line.text[:10]}))
    yield from together("layout.outside", found)  # type: ignore[arg-type]


RULES = (
    Rule("layout.pitch", Level.REQUIRED, pitch, _CLAUSE),
    Rule("layout.free_pitch", Level.RECOMMENDED, free_pitch, _CLAUSE),
    Rule("layout.rows", Level.REQUIRED, rows, _CLAUSE),
    Rule("layout.cells", Level.REQUIRED, cells, _CLAUSE),
    Rule("layout.outside", Level.REQUIRED, outside, "GB/T 9704-2012, 5.2.1"),
)
