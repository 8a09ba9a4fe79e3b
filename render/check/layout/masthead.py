"""Masthead: rules about 发文机关标志, 发文字号, 签发人 and the red rule below them (7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...diagnostics import Diagnostic, Source
from ...looks import Edge, LineLook, Looks, PageLook, ParagraphLook, RunLook, Stroke
from ...units import PT_PER_MM, from_mm
from ..parts import kind_of, place_of
from ..rule import Level, Rule, Subject
from .faces import THREE, WITHIN, face_of
from .seen import HAN, family, mm, points

_SIGNED = re.compile(r"签\s*发\s*人\s*[：:]?")
_RULE = "GB/T 9704-2012, 7.2.7"
_WIDTH_MM = 156.0
_WIDTH_WITHIN_MM = 2.0  # 6.1: ±1 mm, and what line ends add
_GAP_MM = (2.5, 6.5)  # 4 mm below 发文字号: from its cell or from its ink


def no_rule(subject: Subject) -> Iterator[Diagnostic]:
    """Find a masthead without a line below it."""
    looks = subject.looks
    head = _masthead(looks)
    if looks is not None and head:
        inside = [each for each in looks.paragraphs if head[0].order <= each.order <= head[-1].order]
        has_table = any(each.place == "table" for each in inside)
        # A picture may be the line; so may whatever a text box has.
        is_told = has_table or any(each.has_picture or each.place == "box" for each in inside)
        if not is_told and not any(each.edges for each in inside):
            yield Diagnostic("layout.red_rule", head[-2].source if len(head) > 1 else head[0].source)
    for page in looks.pages[:1] if looks and looks.form == "gongwen" else ():
        roles = [line.role for line in page.lines]
        if "mark" in roles and "title" in roles and not page.pictures and not any(_strokes(looks)):
            yield Diagnostic("layout.red_rule", page.source)


def black_rule(subject: Subject) -> Iterator[Diagnostic]:
    """Find a line below a masthead that is not red."""
    looks = subject.looks
    lines: Sequence[tuple[Source, Edge | Stroke]] = []
    if looks is not None and looks.kind == "DOCX":
        lines = [(each.source, edge) for each in _masthead(looks) for edge in each.edges]
    elif looks is not None:
        lines = [(page.source, stroke) for page, _, stroke in _strokes(looks)]
    if lines and not any(_is_red(line.color) for _, line in lines):
        source, line = lines[0]
        yield Diagnostic("layout.red_rule_color", source, {"found": line.color or "000000"})


def rule_width(subject: Subject) -> Iterator[Diagnostic]:
    """Find a line below a masthead that is shorter or longer than the type area."""
    looks = subject.looks
    if looks is None:
        return
    for paragraph in _masthead(looks):
        ruled = [edge for edge in paragraph.edges if edge.side != "drawn" and _is_red(edge.color)]
        section = looks.sections[min(paragraph.section, len(looks.sections) - 1)]
        room = section.width - section.left - section.gutter - section.right
        if ruled and paragraph.place == "body" and abs(paragraph.left) + abs(paragraph.right) > from_mm(2):
            width = room - paragraph.left - paragraph.right
            yield Diagnostic("layout.red_rule_width", paragraph.source, {"found": mm(width)})
    for page, _, stroke in _strokes(looks):
        width = stroke.right - stroke.left
        if abs(width - from_mm(_WIDTH_MM)) > from_mm(_WIDTH_WITHIN_MM):
            yield Diagnostic("layout.red_rule_width", page.source, {"found": mm(width)})
            break


def rule_gap(subject: Subject) -> Iterator[Diagnostic]:
    """Find a line of a PDF that is not 4 mm below 发文字号."""
    for page, number, stroke in _strokes(subject.looks) if subject.looks else ():
        gap = (number.bottom - stroke.middle) / PT_PER_MM
        if number.role == "number" and not _GAP_MM[0] <= gap <= _GAP_MM[1]:
            yield Diagnostic("layout.red_rule_gap", page.source, {"found": points(round(gap, 1))})
            break


def number_place(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 发文字号 that is not centred, or upward not one character in."""
    looks = subject.looks
    if looks is None or looks.form != "gongwen":
        return
    for paragraph in looks.paragraphs:
        if paragraph.role != "number" or paragraph.place != "body" or paragraph.text.startswith("\t"):
            continue
        if _SIGNED.search(paragraph.text):
            begins = paragraph.left / (paragraph.size or THREE) + paragraph.first_line
            begins += len(paragraph.text) - len(paragraph.text.lstrip("\u3000"))
            if not 0.5 <= begins <= 1.6 and paragraph.alignment in ("left", "justify") and begins < 3:
                values = {"plain": "", "upward": _number(paragraph.text)}
                yield Diagnostic("layout.number_place", paragraph.source, values)
        elif (
            paragraph.alignment != "center" and not paragraph.tabs and not paragraph.text.startswith("\u3000")
        ):
            values = {"plain": _number(paragraph.text), "upward": ""}
            yield Diagnostic("layout.number_place", paragraph.source, values)


def unsigned(subject: Subject) -> Iterator[Diagnostic]:
    """Find a document upward under a masthead without 签发人."""
    looks, content = subject.looks, subject.content
    if looks is None or content is None or content.metadata.get("signers"):
        return
    if not content.metadata.get("mark"):
        return  # without a masthead nothing says that it is the document itself
    kind = kind_of(content.title)
    if kind not in ("请示", "报告") or not content.metadata.get("addressees"):
        return
    if not any(_names(text) for text in _above(looks)):
        yield Diagnostic("layout.signer", place_of(content, "number"), {"kind": kind})


def signer_face(subject: Subject) -> Iterator[Diagnostic]:
    """Find a name of a 签发人 that is not in 楷体, or the words before it not in 仿宋."""
    for runs, source in _signed(subject.looks) if subject.looks else ():
        at, text = 0, "".join(run.text for run in runs)
        label = _SIGNED.search(text)
        for run in runs:
            for start, stop, wanted in (
                (label.start() if label else 0, label.end() if label else 0, "仿宋"),
                (label.end() if label else 0, len(text), "楷体"),
            ):
                own = run.text[max(start - at, 0) : max(stop - at, 0)]
                if run.face and HAN.search(own) and family(run.face) != wanted:
                    values = {"text": own.strip(), "found": run.face, "wanted": wanted}
                    yield Diagnostic("layout.signer_face", source, values)
            at += len(run.text)


def number_size(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 发文字号 in another size than 三号."""
    for paragraph in subject.looks.paragraphs if subject.looks else ():
        if paragraph.role == "number" and paragraph.size and abs(paragraph.size - THREE) > WITHIN:
            yield Diagnostic("layout.number_size", paragraph.source, {"found": points(paragraph.size)})


def _masthead(looks: Looks | None) -> list[ParagraphLook]:
    """List what stands from the mark to the title of a DOCX; nothing of what has neither."""
    if looks is None or looks.form != "gongwen":
        return []
    marks = [n for n, each in enumerate(looks.paragraphs) if each.role == "mark"]
    after = [n for n, each in enumerate(looks.paragraphs) if marks and each.role == "title" and n > marks[-1]]
    return list(looks.paragraphs[marks[-1] : after[0] + 1]) if after else []


def _strokes(looks: Looks | None) -> Iterator[tuple[PageLook, LineLook, Stroke]]:
    """List the lines of a PDF that may be the red rule, with the text right above."""
    for page in looks.pages[:1] if looks and looks.form == "gongwen" else ():
        mark = next((line for line in page.lines if line.role == "mark"), None)
        title = next((line for line in page.lines if line.role == "title"), None)
        for stroke in page.strokes if mark and title else ():
            if mark and title and title.top < stroke.middle < mark.bottom:
                above = [line for line in page.lines if line.bottom > stroke.middle]
                yield page, min(above, key=lambda line: line.bottom), stroke


def _is_red(color: str) -> bool:
    try:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red > 0x80 and green < 0x60 and blue < 0x60


def _above(looks: Looks) -> Iterator[str]:
    """Read what stands above the title."""
    for paragraph in looks.paragraphs:
        if paragraph.role == "title":
            return
        yield paragraph.text
    for page in looks.pages[:1]:
        yield from (line.text for line in page.lines)


def _number(text: str) -> str:
    return _SIGNED.split(text)[0].strip()[:20]


def _names(text: str) -> bool:
    found = _SIGNED.search(text)
    return found is not None and bool(HAN.search(text[found.end() :]))


def _signed(looks: Looks) -> Iterator[tuple[Sequence[RunLook], Source]]:
    for paragraph in looks.paragraphs:
        if paragraph.role == "title":
            return
        if _SIGNED.search(paragraph.text) and paragraph.role in ("number", "signer", ""):
            yield paragraph.runs, paragraph.source
    for page in looks.pages[:1]:
        for line in page.lines:
            if line.role != "title" and _SIGNED.search(line.text) and len(line.text) < 40:
                yield line.runs, page.source


RULES = (
    Rule(
        "layout.mark_face",
        Level.RECOMMENDED,
        face_of("layout.mark_face", ("mark",), "小标宋"),
        "GB/T 9704-2012, 7.2.4",
    ),
    Rule("layout.number_place", Level.REQUIRED, number_place, "GB/T 9704-2012, 7.2.5"),
    Rule("layout.number_size", Level.REQUIRED, number_size, "GB/T 9704-2012, 5.2.2"),
    Rule("layout.signer", Level.REQUIRED, unsigned, "GB/T 9704-2012, 7.2.6；条例，第九条"),
    Rule("layout.signer_face", Level.REQUIRED, signer_face, "GB/T 9704-2012, 7.2.6"),
    Rule("layout.red_rule", Level.REQUIRED, no_rule, _RULE),
    Rule("layout.red_rule_color", Level.REQUIRED, black_rule, _RULE),
    Rule("layout.red_rule_width", Level.REQUIRED, rule_width, _RULE),
    Rule("layout.red_rule_gap", Level.REQUIRED, rule_gap, _RULE),
)
