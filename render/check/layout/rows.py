"""Rows: rules about the empty rows between the parts of a DOCX, and about the shape of a title (7.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ...looks import Looks, ParagraphLook
from ..rule import Level, Rule, Subject
from .seen import is_body

_SPACE = 14.0  # points before or after a paragraph that stand for an empty row
_FEWEST = 3  # characters of a title's line
_ROWS = {
    ("title", "addressee"): (1, 1),
    ("attachment-mark", "attachment-title"): (1, 1),
    ("text", "attachment-list"): (1, 1),
    ("closing", "attachment-list"): (1, 1),
    # A seal may want more room than one row (7.3.5.1).
    ("text", "issuer"): (1, 9),
    ("closing", "issuer"): (1, 9),
    ("attachment-list", "issuer"): (1, 9),
}
"""Empty rows between two parts: at least, at most."""


def empty_rows(subject: Subject) -> Iterator[Diagnostic]:
    """Find parts with more or fewer empty rows between them than the standard has."""
    for above, below, found in _pairs(subject.looks) if subject.looks else ():
        least, most = _ROWS.get((above, below.role), (0, 99))
        if not least <= found <= most and not below.has_stops:
            values = {"part": below.text.strip()[:12], "found": found, "wanted": least}
            yield Diagnostic("layout.empty_rows", below.source, values)


def _pairs(looks: Looks) -> Iterator[tuple[str, ParagraphLook, int]]:
    """List what follows what in the body, with the empty rows between."""
    before: ParagraphLook | None = None
    empty = 0
    for paragraph in looks.paragraphs:
        if paragraph.place != "body":
            before, empty = None, 0
        elif not paragraph.text.strip() and not paragraph.has_picture and not paragraph.edges:
            empty += 1
        else:
            if before is not None and paragraph.role != before.role and not paragraph.starts_page:
                is_spaced = before.after >= _SPACE or paragraph.before >= _SPACE
                role = "text" if is_body(before.role) else before.role
                yield role, paragraph, max(empty, int(is_spaced))
            before, empty = (None if paragraph.has_picture else paragraph), 0


def title_shape(subject: Subject) -> Iterator[Diagnostic]:
    """Find titles with one or two characters on a line, or with a middle line that is the shortest."""
    looks = subject.looks
    if looks is None:
        return
    titles = [(each.source, each.text.split("\n")) for each in looks.paragraphs if each.role == "title"]
    for page in looks.pages:
        lines = [line.text for line in page.lines if line.role == "title"]
        titles += [(page.source, lines)] if lines else []
    for source, lines in titles[:1] if looks.kind == "PDF" or len(titles) == 1 else ():
        lengths = [len("".join(line.split())) for line in lines if line.strip()]
        is_waisted = len(lengths) == 3 and lengths[1] < min(lengths[0], lengths[2])
        if len(lengths) > 1 and (min(lengths) < _FEWEST or is_waisted):
            yield Diagnostic("layout.title_shape", source, {"found": "、".join(map(str, lengths))})


RULES = (
    Rule("layout.empty_rows", Level.REQUIRED, empty_rows, "GB/T 9704-2012, 7.3.2、7.3.4、7.3.5、7.3.7"),
    Rule("layout.title_shape", Level.CUSTOMARY, title_shape, "GB/T 9704-2012, 7.3.1"),
)
