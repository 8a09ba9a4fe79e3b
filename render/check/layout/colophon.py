"""Colophon: rules about 抄送机关, 印发机关, 印发日期 and the lines between them (7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Diagnostic, Source
from ...looks import Edge, Looks, PageLook, ParagraphLook, Stroke
from ...units import PT_PER_MM, from_mm
from ..rule import Level, Rule, Subject
from .faces import FOUR, face_of, size_of
from .seen import points, together

_ROLES = ("copies", "printer", "printed")
_LINES = "GB/T 9704-2012, 7.4.1"
_COPIES = "GB/T 9704-2012, 7.4.2"
_PRINTED = "GB/T 9704-2012, 7.4.3"
_THICK_MM, _THIN_MM = 0.35, 0.25
_WITHIN_MM = 0.11  # word processors have steps of a quarter of a point
_DATED = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印\s*[发制]?")
_LAST_LINE = from_mm(35.0)  # the last line stands at the foot of the type area


def colophon_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find lines of the 版记 that do not stand one character in."""
    yield from together("layout.colophon", _places(subject))


def _places(subject: Subject) -> Iterator[tuple[Source, dict[str, object]]]:
    if subject.looks is None or subject.looks.form == "letter":
        return
    for paragraph in _paragraphs(subject.looks):
        size = paragraph.size or FOUR
        begins = paragraph.left + paragraph.first_line * size
        if paragraph.place == "body" and not paragraph.has_stops and not 0.8 * size <= begins <= 1.25 * size:
            yield paragraph.source, {"found": points(round(begins / size, 1))}
    for page in subject.looks.pages:
        for line in page.lines:
            indent = (line.left - from_mm(28)) / (line.size or FOUR)
            if line.role in _ROLES and line.is_first and not 0.6 <= indent <= 1.5:
                yield page.source, {"found": points(round(indent, 1))}


def no_lines(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 版记 without lines above and below it."""
    looks = subject.looks
    if looks is None or looks.form == "letter":
        return
    if looks.kind == "DOCX":
        own = _paragraphs(looks)
        if not own or any(each.place in ("table", "box") for each in own) or _table(looks, own):
            return
        near = [each for each in looks.paragraphs if own[0].order - 1 <= each.order <= own[-1].order + 1]
        if not any(each.edges or each.has_picture for each in near):
            yield Diagnostic("layout.colophon_lines", own[0].source)
    else:
        page = next((page for page in looks.pages for line in page.lines if line.role in _ROLES), None)
        if page is not None and not _strokes(page) and not page.pictures:
            yield Diagnostic("layout.colophon_lines", page.source)


def thickness(subject: Subject) -> Iterator[Diagnostic]:
    """Find first and last lines that are not 0.35 mm, and middle ones that are not 0.25 mm."""
    looks = subject.looks
    if looks is None or looks.form == "letter":
        return
    found = _of_docx(looks) if looks.kind == "DOCX" else _of_pdf(looks)
    for source, is_outer, said in found:
        if abs(said - (_THICK_MM if is_outer else _THIN_MM)) > _WITHIN_MM:
            shown = points(round(said, 2))
            values = {"outer": shown if is_outer else "", "inner": "" if is_outer else shown}
            yield Diagnostic("layout.colophon_weight", source, values)
            return


def _of_docx(looks: Looks) -> Iterator[tuple[Source, bool, float]]:
    own = _paragraphs(looks)
    if table := _table(looks, own):
        for edge in table:
            yield own[0].source if own else Source(), edge.side != "between", edge.thickness / PT_PER_MM
        return
    for at, paragraph in enumerate(own):
        for edge in paragraph.edges:
            is_first = at == 0 and edge.side == "above"
            is_last = at == len(own) - 1 and edge.side == "below"
            if edge.side != "drawn":
                yield paragraph.source, is_first or is_last, edge.thickness / PT_PER_MM


def _of_pdf(looks: Looks) -> Iterator[tuple[Source, bool, float]]:
    for page in looks.pages:
        strokes = _strokes(page) if any(line.role in _ROLES for line in page.lines) else []
        for at, stroke in enumerate(strokes if len(strokes) > 1 else ()):
            if stroke.thickness:
                yield page.source, at in (0, len(strokes) - 1), stroke.thickness / PT_PER_MM


def open_copies(subject: Subject) -> Iterator[Diagnostic]:
    """Find 抄送机关 without a full stop behind the last of them."""
    looks = subject.looks
    if looks is None:
        return
    own = [each for each in looks.paragraphs if each.role == "copies" and each.text.strip()]
    if own and not own[-1].text.rstrip().endswith("。"):
        yield Diagnostic("layout.copies_stop", own[-1].source, {"found": own[-1].text.strip()[-8:]})
    for page in looks.pages:
        lines = [line for line in page.lines if line.role == "copies" and line.is_last]
        if lines and not lines[-1].text.endswith("。"):
            yield Diagnostic("layout.copies_stop", page.source, {"found": lines[-1].text[-8:]})


def printed_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 印发日期 that follows its agency at once instead of standing at the right."""
    for paragraph in _paragraphs(subject.looks) if subject.looks else ():
        found = _DATED.search(paragraph.text)
        if found is None or paragraph.place != "body" or paragraph.alignment == "right":
            continue
        before = paragraph.text[: found.start()]
        is_spread = paragraph.alignment == "distribute" or re.search(r"\t|[ \u3000]{3,}$", before)
        if before.strip() and not is_spread:
            yield Diagnostic("layout.printed_place", paragraph.source, {"found": found[0]})
    for page in subject.looks.pages if subject.looks else ():
        for line in page.lines:
            gap = page.width - from_mm(26) - line.right
            if line.role in ("printer", "printed") and _DATED.search(line.text) and gap > 2.2 * FOUR:
                yield Diagnostic("layout.printed_place", page.source, {"found": line.text[-14:]})


def parity(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 版记 of a PDF on an odd page, or not at the foot of its page."""
    for page in subject.looks.pages if subject.looks else ():
        own = [line for line in page.lines if line.role in _ROLES]
        if not own or (subject.looks is not None and subject.looks.form in ("letter", "report")):
            continue
        if page.number % 2 and len(subject.looks.pages if subject.looks else ()) > 1:
            yield Diagnostic("layout.colophon_page", page.source, {"page": page.number})


def at_foot(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 版记 of a PDF that does not stand at the foot of the type area."""
    for page in subject.looks.pages if subject.looks else ():
        own = [line for line in page.lines if line.role in _ROLES]
        lowest = min((line.bottom for line in own), default=0.0)
        lowest = min((each.middle for each in _strokes(page)), default=lowest)
        if lowest > _LAST_LINE + from_mm(12):
            yield Diagnostic(
                "layout.colophon_foot", page.source, {"found": points(round(lowest / PT_PER_MM))}
            )


def _paragraphs(looks: Looks) -> list[ParagraphLook]:
    return [each for each in looks.paragraphs if each.role in _ROLES and each.text.strip()]


def _table(looks: Looks, own: list[ParagraphLook]) -> tuple[Edge, ...]:
    """Give the lines of the table that a 版记 is set in; none where it is set in paragraphs."""
    lines = {each.source.line for each in own}
    for table in looks.tables:
        is_own = table.source.line in lines or table.text.startswith("抄送") or "印发" in table.text[-3:]
        if is_own and table.rows < 6 and table.edges:
            return table.edges
    return ()


def _strokes(page: PageLook) -> list[Stroke]:
    """List the lines around a 版记, from the top down."""
    own = [line for line in page.lines if line.role in _ROLES]
    if not own:
        return []
    top, bottom = max(line.top for line in own) + from_mm(12), min(line.bottom for line in own) - from_mm(20)
    found = [each for each in page.strokes if bottom < each.middle < top]
    return sorted(found, key=lambda each: -each.middle)


RULES = (
    Rule("layout.colophon_size", Level.REQUIRED, size_of("layout.colophon_size", _ROLES, FOUR), _COPIES),
    Rule("layout.colophon_face", Level.REQUIRED, face_of("layout.colophon_face", _ROLES, "仿宋"), _COPIES),
    Rule("layout.colophon", Level.REQUIRED, colophon_place, _COPIES),
    Rule("layout.colophon_lines", Level.REQUIRED, no_lines, _LINES),
    Rule("layout.colophon_weight", Level.RECOMMENDED, thickness, _LINES),
    Rule("layout.copies_stop", Level.REQUIRED, open_copies, _COPIES),
    Rule("layout.printed_place", Level.REQUIRED, printed_place, _PRINTED),
    Rule("layout.colophon_page", Level.RECOMMENDED, parity, "GB/T 33476.2-2016, 7.3.1"),
    Rule("layout.colophon_foot", Level.REQUIRED, at_foot, _LINES),
)
