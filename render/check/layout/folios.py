"""Folios: rules about page numbers (7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Diagnostic, Source
from ...looks import FolioLook, LineLook, Looks, PageLook
from ...units import from_mm
from ..rule import Level, Rule, Subject
from .faces import FOUR, WITHIN
from .seen import family, mm, points, together

_CLAUSE = "GB/T 9704-2012, 7.5"
_SHOWN = re.compile(r"[-—–－―·•\s]*(?:第?\s*\d{1,4}\s*页?)[-—–－―·•\s]*(?:[/／共]\s*共?\s*\d+\s*页?)?")
_DASHED = re.compile(r"—\s?[\d#]{1,4}\s?—")
_INDENT = (12.5, 17.0)  # points: one character of 四号 to one of 三号, and a twip or two
_MIDDLE_MM = 28.0  # 297 less 262 and 7: the middle of the dashes
_MIDDLE_WITHIN_MM = 3.0
_FOOTERS_MM = (20.0, 31.0)  # what puts them there, by the line spacing and the space of the foot
_SHEETS = 2  # a text of one page may do without


def missing(subject: Subject) -> Iterator[Diagnostic]:
    """Find a file without page numbers."""
    looks = subject.looks
    if looks is None:
        return
    if looks.kind == "DOCX" and not looks.folios:
        yield Diagnostic("layout.no_folio", looks.sections[-1].source if looks.sections else Source())
    if looks.kind == "PDF" and len(looks.pages) > _SHEETS and not any(True for _ in _printed(looks)):
        yield Diagnostic("layout.no_folio", looks.pages[0].source)


def form(subject: Subject) -> Iterator[Diagnostic]:
    """Find page numbers without a 一字线 on each side."""
    yield from together("layout.folio_form", _forms(subject.looks))


def _forms(looks: Looks | None) -> Iterator[tuple[Source, dict[str, object]]]:
    if looks is None:
        return
    for folio in looks.folios:
        if not _DASHED.fullmatch(folio.text):
            yield folio.source, {"found": folio.text.replace("#", "1")}
    for page, line in _printed(looks):
        if not _DASHED.fullmatch(line.text):
            yield page.source, {"found": line.text}


def face(subject: Subject) -> Iterator[Diagnostic]:
    """Find page numbers that are not 四号 宋体."""
    yield from together("layout.folio_face", _faces(subject.looks))


def _faces(looks: Looks | None) -> Iterator[tuple[Source, dict[str, object]]]:
    if looks is None:
        return
    runs = [(folio.source, folio.run) for folio in looks.folios]
    runs += [(page.source, line.runs[0]) for page, line in _printed(looks)]
    for source, run in runs:
        name = run.latin or run.face
        if (name and family(name) != "宋体") or abs(run.size - FOUR) > WITHIN:
            yield source, {"found": f"{name} {points(run.size)}".strip()}


def side(subject: Subject) -> Iterator[Diagnostic]:
    """Find page numbers that are not outside: at the right of odd pages, at the left of even ones."""
    yield from together("layout.folio_side", _sides(subject.looks))


def _sides(looks: Looks | None) -> Iterator[tuple[Source, dict[str, object]]]:
    if looks is None:
        return
    numbered = [folio for folio in looks.folios if folio.pages != "first"]
    has_even = any(folio.pages == "even" for folio in numbered)
    for folio in numbered:
        wanted = "left" if folio.pages == "even" else "right"
        if folio.alignment == "outside":
            continue
        if folio.alignment != wanted or not has_even:
            yield folio.source, {}
    for page, line in _printed(looks):
        number = re.search(r"\d+", line.text)
        is_right = (line.left + line.right) / 2 > page.width / 2
        is_centred = abs((line.left + line.right) / 2 - page.width / 2) < 60
        if number and page.width < page.height and (is_centred or is_right != (int(number[0]) % 2 == 1)):
            yield page.source, {}


def indent(subject: Subject) -> Iterator[Diagnostic]:
    """Find page numbers that are not one character in from the edge of the text."""
    yield from together("layout.folio_indent", _indents(subject.looks))


def _indents(looks: Looks | None) -> Iterator[tuple[Source, dict[str, object]]]:
    if looks is None:
        return
    for folio in looks.folios:
        if folio.alignment in ("left", "right") and _is_outside(folio) and not _is_within(folio.indent):
            yield folio.source, {"found": points(round(folio.indent / FOUR, 1))}
    for page, line in _printed(looks):
        gap = min(line.left - from_mm(28), page.width - from_mm(26) - line.right)
        if page.width < page.height and gap < 60 and not _is_within(gap, 2.5):
            yield page.source, {"found": points(round(gap / FOUR, 1))}


def distance(subject: Subject) -> Iterator[Diagnostic]:
    """Find page numbers that do not stand 7 mm below the type area."""
    looks = subject.looks
    if looks is None or looks.form == "letter":
        return
    found: list[tuple[Source, dict[str, object]]] = [
        (section.source, {"found": mm(section.footer), "middle": ""})
        for section in looks.sections
        if looks.folios
        and section.footer is not None
        and section.width < section.height
        and not from_mm(_FOOTERS_MM[0]) <= section.footer <= from_mm(_FOOTERS_MM[1])
    ]
    for page, line in _printed(looks):
        middle = (line.bottom + line.top) / 2
        if page.width < page.height and abs(middle - from_mm(_MIDDLE_MM)) > from_mm(_MIDDLE_WITHIN_MM):
            found.append((page.source, {"found": "", "middle": mm(round(middle))}))
    yield from together("layout.folio_distance", found)


def _is_within(length: float, more: float = 0.0) -> bool:
    return _INDENT[0] - more <= length <= _INDENT[1] + more


def _is_outside(folio: FolioLook) -> bool:
    return folio.alignment == ("left" if folio.pages == "even" else "right")


def _printed(looks: Looks) -> Iterator[tuple[PageLook, LineLook]]:
    """Find the page numbers of a PDF: the last line of a page, below the text."""
    for page in looks.pages:
        for line in page.lines[-1:]:
            if line.top < from_mm(36) and not line.role and _SHOWN.fullmatch(line.text):
                yield page, line


RULES = (
    Rule("layout.no_folio", Level.REQUIRED, missing, _CLAUSE),
    Rule("layout.folio_form", Level.REQUIRED, form, _CLAUSE),
    Rule("layout.folio_face", Level.REQUIRED, face, _CLAUSE),
    Rule("layout.folio_side", Level.REQUIRED, side, _CLAUSE),
    Rule("layout.folio_indent", Level.REQUIRED, indent, _CLAUSE),
    Rule("layout.folio_distance", Level.REQUIRED, distance, _CLAUSE),
)
