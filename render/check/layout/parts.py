"""Parts: rules about where title, addressee, signature and attachments stand (7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...diagnostics import Diagnostic, Source
from ...looks import ParagraphLook
from ...units import from_mm
from ..rule import Level, Rule, Subject
from .faces import THREE, TWO, face_of, size_of
from .seen import points

_CENTRED_MM = 1.5  # of a title's middle: ±0.5 mm, and marks that stand in half of their cell
_ATTACHMENT = "GB/T 9704-2012, 7.3.7"
_EDGE_CHARS = 0.9  # nearer to the edge than any signature stands
_PLACED_CHARS = 0.7  # of two and of four characters: word processors have points, and digits their own widths
_EDGED_CHARS = _CENTRED_CHARS = 1.2
_LIST_CHARS = 0.4
_ELEMENTS = ("attachment-list", "closing", "issuer", "date", "note", "number")
_BLANKS = re.compile(r"^[ \u3000\t]{3,}")


def uncentred_title(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title or the title of an attachment that is not centred."""
    for paragraph in _of(subject, "title", "attachment-title"):
        is_shifted = abs(paragraph.first_line) > 0.1 or abs(paragraph.left - paragraph.right) > 1
        if paragraph.alignment != "center" or is_shifted:
            yield Diagnostic("layout.title_place", paragraph.source, {"found": paragraph.text.strip()[:12]})
    for page in subject.looks.pages if subject.looks else ():
        middle = (from_mm(28) + page.width - from_mm(26)) / 2
        own = [line for line in page.lines if line.role == "title" and page.width < page.height]
        is_left = len(own) > 1 and all(line.left < from_mm(28) + 3 for line in own)
        if is_left and any(line.right < page.width - from_mm(26) - 0.4 * line.size for line in own):
            yield Diagnostic("layout.title_place", page.source, {"found": own[0].text[:12]})
            continue
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
            if line.role in ("issuer", "date") and line.right < page.width / 2:
                yield Diagnostic("layout.signature", page.source, {"found": line.text[:12]})


def date_offset(subject: Subject) -> Iterator[Diagnostic]:
    """Find a date at the very edge, set under a signature that is not: it is two or four characters in."""
    paragraphs = list(_of(subject, "issuer", "date"))
    for above, below in pairwise(paragraphs):
        if (above.role, below.role) != ("issuer", "date"):
            continue
        if above.alignment == below.alignment == "right":
            size = below.size or 16.0
            gap = below.right / size
            trailing = len(below.text) - len(below.text.rstrip(" \u3000"))
            if gap < 0.9 and not trailing:
                yield Diagnostic("layout.date", below.source, {"found": below.text.strip()})


def signed_together(subject: Subject) -> Iterator[Diagnostic]:
    """Find a name and a date that stand to each other as neither a sealed nor an unsealed signature does."""
    for name, date, source in (*_signed(subject), *_signed_on_pages(subject)):
        name_gap, name_width = name
        date_gap, date_width = date
        if date_gap < _EDGE_CHARS or name_gap < _EDGE_CHARS:
            continue  # another finding
        middle = (name_gap + name_width / 2) - (date_gap + date_width / 2)
        begins = (name_gap + name_width) - (date_gap + date_width)  # how far the date begins behind the name
        is_sealed = abs(date_gap - 4) <= _PLACED_CHARS and abs(middle) <= _CENTRED_CHARS
        is_plain = abs(begins - 2) <= _PLACED_CHARS and abs(min(name_gap, date_gap) - 2) <= _EDGED_CHARS
        if not is_sealed and not is_plain:
            values = {"name": points(round(name_gap, 1)), "date": points(round(date_gap, 1))}
            yield Diagnostic("layout.signed_together", source, values)


def _signed(subject: Subject) -> Iterator[tuple[tuple[float, float], tuple[float, float], Source]]:
    """Measure a single name and the date below it in a DOCX: from the right, and how wide, in characters."""
    own = list(_of(subject, "issuer", "date"))
    if [each.role for each in own[:2]] != ["issuer", "date"] or len(own) != 2:
        return
    if all(each.alignment == "right" and not each.tabs and each.place == "body" for each in own):
        name, date = ((_gap(each), _width(each.text.strip())) for each in own)
        yield name, date, own[1].source


def _signed_on_pages(subject: Subject) -> Iterator[tuple[tuple[float, float], tuple[float, float], Source]]:
    """Measure the same in a PDF."""
    names = subject.content.metadata.get("issuers", ()) if subject.content is not None else ()
    if subject.looks is None or subject.looks.form == "order" or len(names) != 1:
        return  # an order is signed by a person
    for page in subject.looks.pages:
        own = [line for line in page.lines if line.role in ("issuer", "date")]
        if [line.role for line in own] == ["issuer", "date"] and min(
            line.left for line in own
        ) > page.width / 2.6:
            size = own[1].size or 16.0
            if own[0].right - own[0].left > (_width(own[0].text) + 1.5) * size:
                continue  # joint issuers stand side by side
            edge = page.width - from_mm(26)
            name, date = (((edge - line.right) / size, (line.right - line.left) / size) for line in own)
            yield name, date, page.source


def _gap(paragraph: ParagraphLook) -> float:
    """Measure how far a paragraph ends from the right, in characters; blanks behind it count."""
    rest = paragraph.text[len(paragraph.text.rstrip()) :]
    return paragraph.right / (paragraph.size or 16.0) + _width(rest)


def _width(text: str) -> float:
    """Measure a text in characters: a digit takes half of one."""
    return sum(0.5 if char.isascii() or char == "\xa0" else 1.0 for char in text)


def listed_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find a list of attachments that does not begin two characters in."""
    first = next(_of(subject, "attachment-list"), None)
    if first is not None and first.place == "body" and not first.has_stops:
        blanks = len(first.text) - len(first.text.lstrip("\u3000"))
        begins = first.left / (first.size or 16.0) + first.first_line + blanks
        if abs(begins - 2) > _LIST_CHARS:
            yield Diagnostic("layout.attachment_list", first.source, {"found": points(round(begins, 1))})
    for page in subject.looks.pages if subject.looks else ():
        for line in [line for line in page.lines if line.role == "attachment-list"][:1]:
            begins = (line.left - from_mm(28)) / (line.size or 16.0)
            if line.text.startswith("附") and abs(begins - 2) > _LIST_CHARS + 0.3:
                yield Diagnostic("layout.attachment_list", page.source, {"found": points(round(begins, 1))})
            return


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
    Rule("layout.signed_together", Level.RECOMMENDED, signed_together, "GB/T 9704-2012, 7.3.5"),
    Rule("layout.attachment_list", Level.REQUIRED, listed_place, "GB/T 9704-2012, 7.3.4"),
    Rule(
        "layout.element_face", Level.REQUIRED,
        face_of("layout.element_face", _ELEMENTS, "仿宋"), "GB/T 9704-2012, 5.2.2",
    ),
    Rule(
        "layout.element_size", Level.REQUIRED,
        size_of("layout.element_size", _ELEMENTS, THREE), "GB/T 9704-2012, 5.2.2",
    ),
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
)  # fmt: skip
