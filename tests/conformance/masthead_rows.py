"""版头: rows 59 to 99 (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from conformance.documents import ISSUER, JOINT, NUMBER, document
from conformance.page_rows import CELL, FACES, LEFT, RIGHT, TOP, font, pitch
from conformance.reader import MM, W, text_of
from conformance.ruler import Seen, docx, measures, near, pdf

MIDDLE = LEFT + 78
ONE, TWO = (10.4 - 1, 15.3 + 1), (20.8 - 1, 25.6 + 1)
"""What one and two blank rows may be between inks, each widened by a millimetre."""


def inside(shown: float, span: tuple[float, float]) -> bool:
    """Whether a gap is what so many rows may be."""
    return span[0] <= shown <= span[1]


def first(name: str):
    """The first page of a document."""
    return document(name).pdf.pages[0]


def docx_baselines(name: str = "down") -> dict[str, float]:
    """Where Word puts the baselines of a first page's paragraphs: four fifths down lines of exact height."""
    built = document(name).docx
    y = built.twips("pgMar", "top") / 20
    found: dict[str, float] = {}
    for paragraph in built.body:
        if paragraph.tag != f"{W}p":
            y += sum(int(h.get(f"{W}val")) for h in paragraph.iter(f"{W}trHeight")) / 20
            continue
        before, line, after = (
            float(built.value(paragraph, "pPr/spacing", key) or 0) / 20 for key in ("before", "line", "after")
        )
        found.setdefault(text_of(paragraph), (y + before + 0.8 * line) * MM)
        border = paragraph.find(f"{W}pPr/{W}pBdr/{W}bottom")
        thick = int(border.get(f"{W}sz")) / 8 if border is not None else 0
        if thick:
            found["rule"] = (y + before + line + thick / 2) * MM
        y += before + line + after + thick
    return found


def rule(name: str = "down"):
    """The red rule of a first page."""
    return next(s for s in first(name).strokes if s.color == "FF0000")


@measures(59)
def _copy_digits() -> Iterator[Seen]:
    yield pdf(first("down").find("000012").text, True)
    yield docx("000012", "000012" in document("down").docx.text)


@measures(60)
def _copy_size() -> Iterator[Seen]:
    size = first("down").find("000012").size
    yield pdf(f"{size:g} pt", near(size, 16, 0.25))
    yield docx(f"{document('down').docx.points('000012'):g} pt", document("down").docx.points("000012") == 16)


def _row_of(text: str, wanted: int) -> Iterator[Seen]:
    row = round((first("down").find(text).top - TOP) / (pitch() * MM)) + 1
    yield pdf(row, row == wanted)
    place = 1 + next(n for n, p in enumerate(document("down").docx.paragraphs()) if text in text_of(p))
    yield docx(place, place == wanted)


def _flush_left(text: str) -> Iterator[Seen]:
    offset = first("down").find(text).left - LEFT
    yield pdf(offset, near(offset, 0, 0.5))
    paragraph = document("down").docx.paragraph(text)
    indent = int(document("down").docx.value(paragraph, "pPr/ind", "left") or 0)
    yield docx(f"{indent} twip", indent == 0)


measures(61)(lambda: _row_of("000012", 1))
measures(62)(lambda: _flush_left("000012"))
measures(63)(lambda: font("机密★1年", "黑体", 16))
measures(64)(lambda: _row_of("机密★1年", 2))
measures(65)(lambda: _flush_left("机密★1年"))


@measures(66)
def _period_digits() -> Iterator[Seen]:
    yield pdf(first("down").find("机密★1年").text, True)
    yield docx("机密★1年", "机密★1年" in document("down").docx.text)


@measures(67)
def _star() -> Iterator[Seen]:
    yield from _period_digits()


measures(68)(lambda: font("特急", "黑体", 16))
measures(69)(lambda: _flush_left("特急"))


@measures(70)
def _stack() -> Iterator[Seen]:
    places = [first("down").find(text).baseline for text in ("000012", "机密★1年", "特急")]
    gaps = [(b - a) / (pitch() * MM) for a, b in itertools.pairwise(places)]
    yield pdf("rows 1, 2, 3", all(near(gap, 1, 0.05) for gap in gaps))
    yield docx(
        "paragraphs 1, 2, 3",
        [text_of(p) for p in document("down").docx.paragraphs()[:3]] == ["000012", "机密★1年", "特急"],
    )


def mark(name: str = "down"):
    """The mark of a first page."""
    return first(name).find(f"{ISSUER}文件")


def _docx_mark_top() -> float:
    top = mark().baseline - mark().top  # in the same face and size
    return docx_baselines()[f"{ISSUER}文件"] - top


@measures(71)
def _mark_below_area() -> Iterator[Seen]:
    yield pdf(mark().top - TOP, near(mark().top - TOP, 35, 1))
    yield docx(_docx_mark_top() - TOP, near(_docx_mark_top() - TOP, 35, 1))


@measures(72)
def _mark_top() -> Iterator[Seen]:
    yield pdf(mark().top, near(mark().top, 72, 1))
    yield docx(_docx_mark_top(), near(_docx_mark_top(), 72, 1))


@measures(73)
def _mark_below_box() -> Iterator[Seen]:
    yield pdf(mark().top - 34.58, near(mark().top - 34.58, 37.42, 0.1))


@measures(74)
def _mark_centred() -> Iterator[Seen]:
    left, _, right, _ = mark().ink
    offset = (left + right) / 2 - MIDDLE
    yield pdf(offset, near(offset, 0, 0.5))
    align = document("down").docx.value(document("down").docx.paragraph(f"{ISSUER}文件"), "pPr/jc")
    yield docx(align, align == "center")


@measures(75)
def _mark_red() -> Iterator[Seen]:
    yield pdf(mark().color, mark().color == "FF0000")
    shown = document("down").docx.value(document("down").docx.paragraph(f"{ISSUER}文件"), "rPr/color")
    yield docx(shown, shown == "FF0000")


@measures(76)
def _mark_face() -> Iterator[Seen]:
    yield pdf("+".join(mark().fonts), mark().fonts == {FACES["小标宋"][0]})
    shown = document("down").docx.face(f"{ISSUER}文件")
    yield docx(shown, shown == FACES["小标宋"][1])


@measures(77)
def _mark_size() -> Iterator[Seen]:
    left, _, right, _ = mark().ink
    yield pdf(f"{mark().size:g} pt, {right - left:.1f} mm wide", mark().size > 22 and right - left <= 156)
    shown = document("down").docx.points(f"{ISSUER}文件")
    yield docx(f"{shown:g} pt", shown > 22)


@measures(78)
def _host_first() -> Iterator[Seen]:
    lines = [first("joint").find(name) for name in JOINT]
    yield pdf("first of the stack", lines[0].baseline == min(line.baseline for line in lines))
    cell = next(document("joint").docx.body.iter(f"{W}tc"))
    names = [text_of(paragraph) for paragraph in cell.iter(f"{W}p")]
    yield docx(names[0], names == list(JOINT))


@measures(79)
def _suffix() -> Iterator[Seen]:
    lines = [first("joint").find(name) for name in JOINT]
    suffix = first("joint").find("文件")
    middle = (lines[0].top + lines[-1].bottom) / 2
    offset = (suffix.top + suffix.bottom) / 2 - middle
    right = suffix.left > max(line.right for line in lines) - 0.5
    yield pdf(f"{offset:.2f} mm off the middle", near(offset, 0, 1) and right)
    table = next(document("joint").docx.body.iter(f"{W}tbl"))
    _, cell = table.iter(f"{W}tc")
    centred = cell.find(f"{W}tcPr/{W}vAlign").get(f"{W}val")
    yield docx(f"one cell beside all names, {centred}", (text_of(cell), centred) == ("文件", "center"))


def _gap(name: str, text: str) -> Iterator[Seen]:
    shown = first(name).find(text).top - mark(name).bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, TWO))
    baselines = docx_baselines(name)
    wanted = next(key for key in baselines if text in key)
    ink = first(name).find(text)
    below = (
        baselines[wanted]
        - (ink.baseline - ink.top)
        - baselines[f"{ISSUER}文件"]
        - (mark(name).bottom - mark(name).baseline)
    )
    yield docx(f"{below:.2f} mm", inside(below, TWO))


measures(80)(lambda: _gap("down", NUMBER))
measures(81)(lambda: _gap("down", NUMBER))


@measures(82)
def _number_centred() -> Iterator[Seen]:
    offset = first("down").find(NUMBER).middle - MIDDLE
    yield pdf(offset, near(offset, 0, 0.5))
    align = document("down").docx.value(document("down").docx.paragraph(NUMBER), "pPr/jc")
    yield docx(align, align == "center")


@measures(83)
def _number_left() -> Iterator[Seen]:
    offset = first("up").find(NUMBER).left - LEFT
    yield pdf(offset, near(offset, CELL, 0.5))
    stop = next(document("up").docx.paragraph(NUMBER).iter(f"{W}tab")).get(f"{W}pos")
    yield docx(f"tab stop at {stop} twip", near(int(stop) / 20 * MM, CELL, 0.5))


measures(84)(lambda: font(NUMBER, "仿宋", 16))


@measures(85)
def _brackets() -> Iterator[Seen]:
    yield pdf(first("down").find(NUMBER).text, "\u30142025\u3015" in first("down").text)
    yield docx(NUMBER, "\u30142025\u3015" in document("down").docx.text)


@measures(86)
def _number_pattern() -> Iterator[Seen]:
    pattern = re.compile(r"^.+〔\d{4}〕[1-9]\d*号$")
    shown = first("down").line_of(NUMBER).text
    yield pdf(shown, bool(pattern.match(shown)))
    yield docx(NUMBER, bool(pattern.match(text_of(document("down").docx.paragraph(NUMBER)))))


@measures(87)
def _number_plain() -> Iterator[Seen]:
    shown = first("down").line_of(NUMBER).text
    yield pdf(shown, "第" not in shown and "〕0" not in shown)
    yield docx(NUMBER, "第" not in text_of(document("down").docx.paragraph(NUMBER)))


@measures(88)
def _number_and_signer() -> Iterator[Seen]:
    same = near(first("up").find(NUMBER).baseline, first("up").find("王五").baseline, 0.05)
    yield pdf("one baseline with the last name", same)
    yield docx("one paragraph with the last name", "王五" in text_of(document("up").docx.paragraph(NUMBER)))


@measures(89)
def _signers_upward() -> Iterator[Seen]:
    yield pdf(
        "on the upward document alone",
        "签发人" in document("up").pdf.text and "签发人" not in document("down").pdf.text,
    )
    yield docx(
        "the same", "签发人" in document("up").docx.text and "签发人" not in document("down").docx.text
    )


@measures(90)
def _signer_right() -> Iterator[Seen]:
    offset = RIGHT - first("one signer").find("张三").right
    yield pdf(offset, near(offset, CELL, 0.5))
    built = document("one signer").docx
    stops = [int(t.get(f"{W}pos")) for t in built.paragraph("签发人").find(f"{W}pPr/{W}tabs")]
    ends = max(stops) / 20 * MM + 6 * 315 / 20 * MM  # 签发人： and two more characters
    yield docx(f"ends {156 - ends:.2f} mm in", near(156 - ends, CELL, 0.6))


measures(91)(lambda: font("签发人：", "仿宋", 16, "up"))


@measures(92)
def _signer_name() -> Iterator[Seen]:
    seen = first("up").find("张三")
    yield pdf(f"{'+'.join(seen.fonts)} {seen.size:g}", seen.fonts == {FACES["楷体"][0]} and seen.size == 16)
    shown = document("up").docx.face("张三")
    yield docx(shown, shown == FACES["楷体"][1])


measures(93)(lambda: _gap("up", "签发人："))


@measures(94)
def _two_names() -> Iterator[Seen]:
    one = near(first("up").find("张三").baseline, first("up").find("李四四").baseline, 0.05)
    yield pdf("two", one and first("up").find("王五").baseline > first("up").find("张三").baseline + 5)
    line = text_of(document("up").docx.paragraph("签发人"))
    yield docx(line, line == "签发人：张三李四四")


@measures(95)
def _continuation() -> Iterator[Seen]:
    offset = first("up").find("王五").left - first("up").find("张三").left
    yield pdf(offset, near(offset, 0, 0.5))
    built = document("up").docx
    upper = [int(t.get(f"{W}pos")) for t in built.paragraph("签发人").find(f"{W}pPr/{W}tabs")]
    lower = [int(t.get(f"{W}pos")) for t in built.paragraph("王五").find(f"{W}pPr/{W}tabs")]
    label = 4 * 315  # 签发人：
    yield docx(f"tab stop {lower[1]} twip", near((lower[1] - upper[0] - label) / 20 * MM, 0, 0.5))


@measures(96)
def _rule_below() -> Iterator[Seen]:
    shown = rule().y - rule().thickness / 2 - first("down").find(NUMBER).bottom
    yield pdf(shown, near(shown, 4, 0.5))
    ink = first("down").find(NUMBER)
    baselines = docx_baselines()
    below = baselines["rule"] - baselines[NUMBER] - (ink.bottom - ink.baseline) - 0.25
    yield docx(below, near(below, 4, 0.5))


@measures(97)
def _rule_width() -> Iterator[Seen]:
    yield pdf(rule().x1 - rule().x0, near(rule().x1 - rule().x0, 156, 1))
    built = document("down").docx
    area = (built.twips("pgSz", "w") - built.twips("pgMar", "left") - built.twips("pgMar", "right")) / 20 * MM
    yield docx(f"border of a paragraph {area:.2f} mm wide", near(area, 156, 1))


def _border(name: str):
    return next(document(name).docx.body.iter(f"{W}pBdr")).find(f"{W}bottom")


@measures(98)
def _rule_red() -> Iterator[Seen]:
    yield pdf(rule().color, rule().color == "FF0000")
    yield docx(_border("down").get(f"{W}color"), _border("down").get(f"{W}color") == "FF0000")


@measures(99)
def _rule_thickness() -> Iterator[Seen]:
    yield pdf(rule().thickness, 0.35 <= rule().thickness <= 0.53)
    shown = int(_border("down").get(f"{W}sz")) / 8 * MM
    yield docx(shown, 0.35 <= shown <= 0.53)
