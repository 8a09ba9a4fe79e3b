"""Faces: rules about what the text and its headings are set in (5.2.2, 7.3.1, 7.3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from ...diagnostics import Diagnostic, Source
from ..rule import Level, Rule, Subject
from .seen import HAN, Stretch, family, latin, points, stretches, together

T = TypeVar("T")

_TEXT = "GB/T 9704-2012, 5.2.2"
_TITLE = "GB/T 9704-2012, 7.3.1"
_LEVELS = "GB/T 9704-2012, 7.3.3"
THREE, TWO, FOUR = 16.0, 22.0, 14.0  # 三号, 二号, 四号 in points, as word processors have them
_FEWEST = 3  # lines of a PDF
_FULL = 20  # characters of a line that no table has
WITHIN = 0.3  # points; a quarter, and what a PDF rounds


def face_of(code: str, roles: tuple[str, ...], wanted: str) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule that parts are set in a face."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        yield from together(code, _in_other_faces(subject, roles, wanted))

    return find


def _in_other_faces(
    subject: Subject, roles: tuple[str, ...], wanted: str
) -> Iterator[tuple[Source, dict[str, object]]]:
    found: list[tuple[Source, str]] = []
    is_sure = False
    for stretch in stretches(subject):
        if stretch.role not in roles or all(family(run.face) == wanted for run in stretch.runs):
            continue
        if faces := stretch.faces():
            face = faces.most_common(1)[0][0]
            if family(face) != wanted:
                found.append((stretch.source, face))
                is_sure |= len(stretch.text) >= _FULL
    for source, face in _sure(subject, roles, found, is_sure):
        yield source, {"found": face}


def _sure(
    subject: Subject, roles: tuple[str, ...], found: list[tuple[Source, T]], is_sure: bool
) -> list[tuple[Source, T]]:
    """Leave out single short lines of a PDF: what looks like text may be the head of a table."""
    is_paged = subject.looks is not None and subject.looks.kind == "PDF"
    return [] if is_paged and "text" in roles and len(found) < _FEWEST and not is_sure else found


def size_of(code: str, roles: tuple[str, ...], wanted: float) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule that parts are set in a size."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        yield from together(code, _in_other_sizes(subject, roles, wanted))

    return find


def _in_other_sizes(
    subject: Subject, roles: tuple[str, ...], wanted: float
) -> Iterator[tuple[Source, dict[str, object]]]:
    found: list[tuple[Source, float]] = []
    is_sure = False
    for stretch in stretches(subject):
        if stretch.role not in roles or all(abs(run.size - wanted) <= WITHIN for run in stretch.runs):
            continue
        if sizes := stretch.sizes():
            size = sizes.most_common(1)[0][0]
            if size and abs(size - wanted) > WITHIN:
                found.append((stretch.source, size))
                is_sure |= len(stretch.text) >= _FULL
    for source, size in _sure(subject, roles, found, is_sure):
        yield source, {"found": points(size)}


def mixed_faces(subject: Subject) -> Iterator[Diagnostic]:
    """Find characters in another face than the rest of their paragraph, as pasted ones are."""
    for stretch in stretches(subject):
        if stretch.role != "text" or len(stretch.runs) < 2:
            continue
        faces = stretch.faces()
        if len(faces) < 2:
            continue
        usual = family(faces.most_common(1)[0][0])
        for run in stretch.runs:
            if run.face and HAN.search(run.text) and family(run.face) != usual:
                values = {"found": run.face, "usual": usual, "text": _short(run.text)}
                yield Diagnostic("layout.mixed_faces", stretch.source, values)


def mixed_sizes(subject: Subject) -> Iterator[Diagnostic]:
    """Find characters in another size than the rest of their paragraph."""
    for stretch in stretches(subject):
        if stretch.role != "text" or len(stretch.runs) < 2:
            continue
        sizes = stretch.sizes()
        usual = sizes.most_common(1)[0][0] if sizes else 0.0
        for run in stretch.runs:
            if run.text.strip() and run.size and abs(run.size - usual) > WITHIN:
                values = {"found": points(run.size), "usual": points(usual), "text": _short(run.text)}
                yield Diagnostic("layout.mixed_sizes", stretch.source, values)


def mixed_latin(subject: Subject) -> Iterator[Diagnostic]:
    """Find digits and letters in several faces throughout the text; one of them is fine, whichever it is."""
    counts: Counter[str] = Counter()
    first: dict[str, Source] = {}
    for stretch in stretches(subject):
        if stretch.role != "text":
            continue
        for run in stretch.runs:
            if run.latin and latin(run.text):
                first.setdefault(run.latin, stretch.source)
                counts[run.latin] += 1
    usual = counts.most_common(1)[0][0] if counts else ""
    for face, count in counts.items():
        if face != usual:
            more = str(count) if count > 1 else ""
            yield Diagnostic("layout.mixed_latin", first[face], {"found": face, "usual": usual, "more": more})


def bold_title(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title in bold: 小标宋 is heavy as it is."""
    found = (
        (each.source, {"found": _short(each.text)})
        for each in stretches(subject)
        if each.role == "title" and any(run.is_bold and HAN.search(run.text) for run in each.runs)
    )
    yield from together("layout.bold_title", found)  # type: ignore[arg-type]


def bold_levels(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings in bold: faces tell levels apart."""
    yield from together("layout.bold_levels", _bold(subject))


def _bold(subject: Subject) -> Iterator[tuple[Source, dict[str, object]]]:
    for stretch in stretches(subject):
        if stretch.role.startswith("heading-") and _is_bold(stretch):
            yield stretch.source, {"level": stretch.role[-1]}


def _is_bold(stretch: Stretch) -> bool:
    return any(run.is_bold and HAN.search(run.text) for run in stretch.runs)


def emphasis(subject: Subject) -> Iterator[Diagnostic]:
    """Find text in italics, underlined or struck out."""
    for stretch in stretches(subject):
        for run in stretch.runs:
            if (run.is_italic or run.is_underlined or run.is_struck) and run.text.strip():
                yield Diagnostic("layout.emphasis", stretch.source, {"text": _short(run.text)})


def bold_text(subject: Subject) -> Iterator[Diagnostic]:
    """Find text in bold."""
    found: list[tuple[Source, dict[str, object]]] = [
        (stretch.source, {"text": _short("".join(run.text for run in stretch.runs if run.is_bold))})
        for stretch in stretches(subject)
        if stretch.role == "text" and _is_bold(stretch)
    ]
    first = found[:1]
    yield from together("layout.bold_text", [(source, first[0][1]) for source, _ in found])


def color(subject: Subject) -> Iterator[Diagnostic]:
    """Find characters that are not black, where the standard has nothing red; each colour once."""
    found: list[tuple[Source, dict[str, object]]] = []
    first: dict[str, str] = {}
    for stretch in stretches(subject):
        if stretch.role in ("mark", "mark-suffix", "seal"):
            continue
        for run in stretch.runs:
            if run.color and run.text.strip() and not _is_dark(run.color):
                text = first.setdefault(run.color, _short(run.text))
                found.append((stretch.source, {"found": run.color, "text": text}))
    yield from together("layout.color", found)


def _is_dark(name: str) -> bool:
    """Tell a black that a printer's profile made: 231815 and the like."""
    try:
        return all(int(name[at : at + 2], 16) < 0x30 for at in (0, 2, 4))
    except ValueError:
        return False


def mark_color(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 发文机关标志 that is black."""
    for stretch in stretches(subject):
        if stretch.role == "mark" and all(not run.color for run in stretch.runs if run.text.strip()):
            yield Diagnostic("layout.mark_color", stretch.source, {"text": _short(stretch.text)})


def not_embedded(subject: Subject) -> Iterator[Diagnostic]:
    """Find faces that a PDF asks for and does not bring along."""
    for face in subject.looks.faces if subject.looks and subject.looks.kind == "PDF" else ():
        if not face.is_embedded:
            yield Diagnostic("layout.not_embedded", face.source, {"found": face.name})


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 12 else text[:11] + "……"


_BODY = ("text", "addressee")

RULES = (
    Rule("layout.title_face", Level.REQUIRED, face_of("layout.title_face", ("title",), "小标宋"), _TITLE),
    Rule("layout.title_size", Level.REQUIRED, size_of("layout.title_size", ("title",), TWO), _TITLE),
    Rule("layout.bold_title", Level.CUSTOMARY, bold_title),
    Rule("layout.body_face", Level.REQUIRED, face_of("layout.body_face", _BODY, "仿宋"), _TEXT),
    Rule("layout.body_size", Level.REQUIRED, size_of("layout.body_size", _BODY, THREE), _TEXT),
    Rule("layout.level_1", Level.REQUIRED, face_of("layout.level_1", ("heading-1",), "黑体"), _LEVELS),
    Rule("layout.level_2", Level.REQUIRED, face_of("layout.level_2", ("heading-2",), "楷体"), _LEVELS),
    Rule(
        "layout.level_3", Level.REQUIRED,
        face_of("layout.level_3", ("heading-3", "heading-4"), "仿宋"), _LEVELS,
    ),
    Rule(
        "layout.level_size", Level.REQUIRED,
        size_of("layout.level_size", tuple(f"heading-{n}" for n in range(1, 5)), THREE), _TEXT,
    ),
    Rule("layout.bold_levels", Level.CUSTOMARY, bold_levels, _LEVELS),
    Rule("layout.mixed_faces", Level.RECOMMENDED, mixed_faces, _TEXT),
    Rule("layout.mixed_sizes", Level.RECOMMENDED, mixed_sizes, _TEXT),
    Rule("layout.mixed_latin", Level.CUSTOMARY, mixed_latin),
    Rule("layout.emphasis", Level.RECOMMENDED, emphasis),
    Rule("layout.bold_text", Level.CUSTOMARY, bold_text),
    Rule("layout.color", Level.REQUIRED, color, "GB/T 9704-2012, 5.2.4"),
    Rule("layout.mark_color", Level.REQUIRED, mark_color, "GB/T 9704-2012, 7.2.4"),
    Rule("layout.not_embedded", Level.RECOMMENDED, not_embedded),
)  # fmt: skip
