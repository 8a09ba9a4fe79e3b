"""Sheet: rules about paper, margins and the type area (5.1, 5.2.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

from ...diagnostics import Diagnostic, Source
from ...looks import Looks, PageLook, Section
from ...units import from_mm
from ..rule import Level, Rule, Subject
from .seen import is_body, mm, together

_PAPER = "GB/T 9704-2012, 5.1"
_AREA = "GB/T 9704-2012, 5.2.1"
_A4 = (210.0, 297.0)
_TRIM_MM = 2.0  # 6.3: ±2 mm
_MARGIN_MM = 1.0  # 5.2.1: ±1 mm
# 37 mm to the ink of the first line; a word processor that is told so puts half the leading above it, so
# GB/T 33476.2, 6.2 has 34.58 mm as its margin. Offices set either.
_TOPS_MM = (37.0, 34.58)
_BOTTOMS_MM = (35.0, 32.58)
_LEFT_MM, _RIGHT_MM = 28.0, 26.0
_ENDS_MM = {"top": (34.5, 42.0), "bottom": (33.0, 297.0)}
"""Where ink begins, and how far down it goes at the most, in a PDF: glyphs stand within rows."""
_FEWEST_ROWS = 12
_ROUNDED_MM = 0.1  # word processors keep hundredths of a centimetre


def paper(subject: Subject) -> Iterator[Diagnostic]:
    """Find pages that are not A4, upright or turned."""
    yield from together("layout.paper", _papers(subject.looks))


def _papers(looks: Looks | None) -> Iterator[tuple[Source, dict[str, object]]]:
    found: list[Section | PageLook] = [*looks.sections, *looks.pages] if looks else []
    for each in found:
        sides = sorted((each.width, each.height))
        if any(
            abs(side - from_mm(wanted)) > from_mm(_TRIM_MM) for side, wanted in zip(sides, _A4, strict=True)
        ):
            yield each.source, {"width": mm(each.width), "height": mm(each.height)}


def margin(code: str, side: str, wanted: tuple[float, ...]) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule of a margin; of turned pages the standard gives none."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        yield from together(code, _margins(subject.looks, side, wanted))

    return find


def _margins(
    looks: Looks | None, side: str, wanted: tuple[float, ...]
) -> Iterator[tuple[Source, dict[str, object]]]:
    allowed = from_mm(_MARGIN_MM + _ROUNDED_MM)
    for section in looks.sections if looks else ():
        if section.width > section.height or (side == "bottom" and looks and looks.form == "letter"):
            continue  # 10.1: a letter's text goes down to its lower rule
        length = _length(section, side)
        if all(abs(length - from_mm(each)) > allowed for each in wanted):
            yield section.source, {"found": mm(length)}
    if looks and looks.pages and side in _ENDS_MM and looks.form != "letter":
        yield from _ends(looks, side)
    measured = _measured(looks, side) if looks and looks.pages else None
    if measured is not None and looks is not None:
        length, page = measured
        if abs(length - from_mm(wanted[0])) > allowed + from_mm(1.0):  # glyphs stand within their cells
            yield page.source, {"found": mm(length)}


def _ends(looks: Looks, side: str) -> Iterator[tuple[Source, dict[str, object]]]:
    """Measure how far from the edge the text of full pages begins, or ends."""
    found: list[tuple[float, PageLook]] = []
    for at, page in enumerate(looks.pages):
        text = [line for line in page.lines if is_body(line.role)]
        first = next((line for line in page.lines if line.role), None)
        if page.width > page.height or len(text) < _FEWEST_ROWS or first is None:
            continue
        if side == "top" and first is text[0] and at:
            found.append((page.height - first.top, page))
        elif side == "bottom" and at + 1 < len(looks.pages):
            found.append((min(line.bottom for line in text), page))
    if not found:
        return
    lengths = [each for each, _ in found]
    length = median(lengths) if side == "top" else min(lengths)
    least, most = _ENDS_MM[side]
    if not from_mm(least) <= length <= from_mm(most):
        yield found[0][1].source, {"found": mm(length)}


def _length(section: Section, side: str) -> float:
    return section.left + section.gutter if side == "left" else float(getattr(section, side))


def _measured(looks: Looks, side: str) -> tuple[float, PageLook] | None:
    """Measure where the text of a PDF begins or ends on its sheets; None where there is too little."""
    own = [
        (page, [line for line in page.lines if line.role == "text" and not line.is_first])
        for page in looks.pages
        if page.width < page.height
    ]
    own = [(page, lines) for page, lines in own if len(lines) > 2]
    if not own:
        return None
    page = own[0][0]
    if side == "left":
        return median(line.left for _, lines in own for line in lines), page
    if side == "right":
        full = [line for _, lines in own for line in lines if not line.is_last]
        return (median(page.width - line.right for line in full), page) if len(full) > 2 else None
    return None  # the first and last lines of a page may be anything


def columns(subject: Subject) -> Iterator[Diagnostic]:
    """Find text in several columns."""
    for section in subject.looks.sections if subject.looks else ():
        if section.columns > 1:
            yield Diagnostic("layout.columns", section.source, {"count": section.columns})


RULES = (
    Rule("layout.paper", Level.REQUIRED, paper, _PAPER),
    Rule("layout.top", Level.REQUIRED, margin("layout.top", "top", _TOPS_MM), _AREA),
    Rule("layout.binding", Level.REQUIRED, margin("layout.binding", "left", (_LEFT_MM,)), _AREA),
    Rule("layout.right", Level.REQUIRED, margin("layout.right", "right", (_RIGHT_MM,)), _AREA),
    Rule("layout.bottom", Level.REQUIRED, margin("layout.bottom", "bottom", _BOTTOMS_MM), _AREA),
    Rule("layout.columns", Level.CUSTOMARY, columns),
)
