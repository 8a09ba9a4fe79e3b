"""Parts: rules about where title, addressee, signature, attachments and colophon stand (7.3, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...diagnostics import Diagnostic, Source
from ...looks import ParagraphLook
from ...units import from_mm
from ..rule import Level, Rule, Subject
from .faces import FOUR, TWO, face_of, size_of
from .seen import points, together

_CENTRED_MM = 1.5  # of a title's middle: ±0.5 mm, and marks that stand in half of their cell
_ATTACHMENT = "GB/T 9704-2012, 7.3.7"
_BLANKS = re.compile(r"^[ \u3000\t]{3,}")


def uncentred_title(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title or the title of an attachment that is not centred."""
    for paragraph in _of(subject, "title", "attachment-title"):
        is_shifted = abs(paragraph.first_line) > 0.1 or abs(paragraph.left - paragraph.right) > 1
        if paragraph.alignment != "center" or is_shifted:
            yield Diagnostic("layout.title_place", paragraph.source, {"found": paragraph.text.strip()[:12]})
    for page in subject.looks.pages if subject.looks else ():
        middle = (from_mm(28) + page.width - from_mm(26)) / 2
        for line in page.lines:
            is_off = abs((line.left + line.right) / 2 - middle) > from_mm(_CENTRED_MM) + 0.25 * line.size
            if line.role in ("title", "attachment-title") and page.width < page.height and is_off:
                yield Diagnostic("layout.title_place", page.source, {"found": line.text[:12]})


def broken_title(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title that is spaced out or broken by blanks."""
    for paragraph in _of(subject, "title"):
        if re.search(r"[\u4e00-\u9fff][ \u3000]{2,}[\u4e00-\u9fff]|\S\t\S", paragraph.text):
            yield Diagnostic("layout.title_blanks", paragraph.source, {"found": paragraph.text.strip()[:12]})


def addressee_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 主送机关 that does not begin at the left edge."""
    for paragraph in _of(subject, "addressee"):
        begins = paragraph.first_line * (paragraph.size or 16.0) + paragraph.left
        if begins > 2 or paragraph.alignment in ("center", "right") or _BLANKS.match(paragraph.text):
            yield Diagnostic("layout.addressee", paragraph.source, {"found": paragraph.text.strip()[:12]})
    for page in subject.looks.pages if subject.looks else ():
        for line in page.lines:
            if line.role == "addressee" and line.left > from_mm(28) + 8:
                yield Diagnostic("layout.addressee", page.source, {"found": line.text[:12]})


def signature_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find a signature or a date that stands at the left or in the middle, or was pushed there by blanks."""
    for paragraph in _of(subject, "issuer", "date"):
        if _BLANKS.match(paragraph.text) or paragraph.has_stops:
            continue  # another finding, or tab stops that put it there
        is_right = paragraph.alignment == "right" or paragraph.left > 80
        is_right |= paragraph.alignment in ("center", "distribute") and paragraph.left > 80
        if not is_right and paragraph.place == "body":
            yield Diagnostic("layout.signature", paragraph.source, {"found": paragraph.text.strip()[:12]})
    for page in subject.looks.pages if subject.looks else ():
        for line in page.lines:
            if line.role == "date" and line.right < page.width / 2:
                yield Diagnostic("layout.signature", page.source, {"found": line.text[:12]})


def date_offset(subject: Subject) -> Iterator[Diagnostic]:
    """Find a date at the very edge, set under a signature that is not: it is two or four characters in."""
    paragraphs = list(_of(subject, "issuer", "date"))
    for above, below in pairwise(paragraphs):
        if (above.role, below.role) != ("issuer", "date"):
            continue
        if above.alignment == below.alignment == "right":
            size = below.size or 16.0
            # 7.3.5.2: the date begins two characters right of the name, so a short name leaves it no room.
            gap = below.right / size
            trailing = len(below.text) - len(below.text.rstrip(" \u3000"))
            if gap < 0.9 and above.right / size < 0.9 and not trailing:
                yield Diagnostic("layout.date", below.source, {"found": below.text.strip()})


def attachment_page(subject: Subject) -> Iterator[Diagnostic]:
    """Find an attachment that does not begin a page."""
    looks = subject.looks
    if looks is None:
        return
    for at, paragraph in enumerate(looks.paragraphs):
        if paragraph.role == "attachment-mark" and paragraph.place == "body" and at:
            before = looks.paragraphs[at - 1]
            if not paragraph.starts_page and before.section == paragraph.section:
                yield Diagnostic(
                    "layout.attachment_page", paragraph.source, {"found": paragraph.text.strip()}
                )
    for page in looks.pages:
        shown = [line for line in page.lines if line.role]
        for line in shown[1:]:
            if line.role == "attachment-mark":
                yield Diagnostic("layout.attachment_page", page.source, {"found": line.text})


def attachment_mark(subject: Subject) -> Iterator[Diagnostic]:
    """Find the mark of an attachment that does not stand at the left edge."""
    for paragraph in _of(subject, "attachment-mark"):
        begins = paragraph.first_line * (paragraph.size or 16.0) + paragraph.left
        if begins > 2 or paragraph.alignment in ("center", "right") or _BLANKS.match(paragraph.text):
            yield Diagnostic("layout.attachment_mark", paragraph.source, {"found": paragraph.text.strip()})
    for page in subject.looks.pages if subject.looks else ():
        for line in page.lines:
            if line.role == "attachment-mark" and line.left > from_mm(28) + 8:
                yield Diagnostic("layout.attachment_mark", page.source, {"found": line.text})


def colophon_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find lines of the 版记 that do not stand one character in."""
    yield from together("layout.colophon", _colophon(subject))


def _colophon(subject: Subject) -> Iterator[tuple[Source, dict[str, object]]]:
    if subject.looks is None or subject.looks.form == "letter":
        return
    for paragraph in _of(subject, "copies", "printer"):
        size = paragraph.size or FOUR
        begins = paragraph.left + paragraph.first_line * size
        if paragraph.place == "body" and not paragraph.has_stops and not 0.8 * size <= begins <= 1.25 * size:
            yield paragraph.source, {"found": points(round(begins / size, 1))}
    for page in subject.looks.pages:
        for line in page.lines:
            indent = (line.left - from_mm(28)) / (line.size or FOUR)
            if line.role in ("copies", "printer") and line.is_first and not 0.6 <= indent <= 1.5:
                yield page.source, {"found": points(round(indent, 1))}


def _of(subject: Subject, *roles: str) -> Iterator[ParagraphLook]:
    for paragraph in subject.looks.paragraphs if subject.looks else ():
        if paragraph.role in roles:
            yield paragraph


RULES = (
    Rule("layout.title_place", Level.REQUIRED, uncentred_title, "GB/T 9704-2012, 7.3.1"),
    Rule("layout.title_blanks", Level.RECOMMENDED, broken_title),
    Rule("layout.addressee", Level.REQUIRED, addressee_place, "GB/T 9704-2012, 7.3.2"),
    Rule("layout.signature", Level.REQUIRED, signature_place, "GB/T 9704-2012, 7.3.5"),
    Rule("layout.date", Level.RECOMMENDED, date_offset, "GB/T 9704-2012, 7.3.5.2"),
    Rule("layout.attachment_page", Level.REQUIRED, attachment_page, _ATTACHMENT),
    Rule("layout.attachment_mark", Level.REQUIRED, attachment_mark, _ATTACHMENT),
    Rule(
        "layout.attachment_face", Level.REQUIRED,
        face_of("layout.attachment_face", ("attachment-mark",), "黑体"), _ATTACHMENT,
    ),
    Rule(
        "layout.attachment_title", Level.CUSTOMARY,
        size_of("layout.attachment_title", ("attachment-title",), TWO),
    ),
    Rule(
        "layout.colophon_size", Level.REQUIRED,
        size_of("layout.colophon_size", ("copies", "printer"), FOUR), "GB/T 9704-2012, 7.4.2",
    ),
    Rule("layout.colophon", Level.REQUIRED, colophon_place, "GB/T 9704-2012, 7.4.2"),
)  # fmt: skip
