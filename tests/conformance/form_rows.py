"""信函, 命令（令）, 纪要: rows 199 to 227 (GB/T 9704-2012, clause 10)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from conformance.documents import JOINT, document
from conformance.masthead_rows import MIDDLE, ONE, TWO, first, inside
from conformance.page_rows import BOTTOM, CELL, LEFT, RIGHT, TOP, pitch, style
from conformance.reader import MM, Stroke, W, text_of
from conformance.reader import Seen as Found
from conformance.ruler import Seen, docx, measures, near, pdf

HOST = JOINT[0]
TWO_CELLS = (11.0, 11.3)


def mark() -> Found:
    """The mark of the letter."""
    return first("letter").find(HOST)


def red() -> list[Stroke]:
    """The four red rules of the letter."""
    found = [s for s in first("letter").strokes if s.color == "FF0000"]
    assert len(found) == 4
    return found


def _letter_head():
    return document("letter").docx.part("letterHead.xml")


def _line_height(paragraph) -> float:
    return int(paragraph.find(f"{W}pPr/{W}spacing").get(f"{W}line")) / 20


def _docx_mark_top() -> float:
    built = document("letter").docx
    paragraph = _letter_head()[0]
    baseline = built.twips("pgMar", "header") / 20 + 0.8 * _line_height(paragraph)
    return baseline * MM - (mark().baseline - mark().top)


@measures(199)
def _mark_top() -> Iterator[Seen]:
    yield pdf(mark().top, near(mark().top, 30, 0.5))
    yield docx(_docx_mark_top(), near(_docx_mark_top(), 30, 0.5))


@measures(200)
def _mark_text() -> Iterator[Seen]:
    left, _, right, _ = mark().ink
    line = first("letter").line_of(HOST).text
    yield pdf(line, line == HOST and mark().color == "FF0000" and near((left + right) / 2, MIDDLE, 0.5))
    shown = text_of(_letter_head())
    yield docx(shown, shown == HOST and style("gongwenMark", "rPr/color", of="letter") == "FF0000")


@measures(201)
def _host_only() -> Iterator[Seen]:
    above = first("letter").text[: first("letter").text.index("关于")]
    yield pdf(HOST, JOINT[1] not in above)
    yield docx(HOST, JOINT[1] not in text_of(_letter_head()))


@measures(202)
def _upper_gap() -> Iterator[Seen]:
    shown = red()[0].y - red()[0].thickness / 2 - mark().bottom
    yield pdf(shown, near(shown, 4, 0.5))
    lines = [_line_height(p) for p in _letter_head()]
    shown = (0.2 * lines[0] + lines[1]) * MM - (mark().bottom - mark().baseline)
    yield docx(shown, near(shown, 4, 0.5))


def _border(name: str) -> str:
    return next(document("letter").docx.part(name).iter(f"{W}pBdr")).find(f"{W}bottom").get(f"{W}val")


@measures(203)
def _upper_weights() -> Iterator[Seen]:
    upper, second = red()[:2]
    yield pdf(f"{upper.thickness:.2f} above {second.thickness:.2f} mm", upper.thickness > second.thickness)
    yield docx(_border("letterHead.xml"), _border("letterHead.xml") == "thickThinSmallGap")


@measures(204)
def _lower_place() -> Iterator[Seen]:
    shown = 297 - (red()[2].y + red()[3].y) / 2
    yield pdf(shown, near(shown, 20, 0.5))
    shown = document("letter").docx.twips("pgMar", "footer") / 20 * MM + 0.66
    yield docx(shown, near(shown, 20, 0.5))


@measures(205)
def _lower_weights() -> Iterator[Seen]:
    upper, second = red()[2:]
    yield pdf(f"{upper.thickness:.2f} above {second.thickness:.2f} mm", upper.thickness < second.thickness)
    yield docx(_border("letterFoot.xml"), _border("letterFoot.xml") == "thinThickSmallGap")


def _docx_rule() -> tuple[float, float]:
    ind = next(document("letter").docx.part("letterHead.xml").iter(f"{W}pBdr")).getparent().find(f"{W}ind")
    left, right = (int(ind.get(f"{W}{side}")) / 20 * MM for side in ("left", "right"))
    return LEFT + left, RIGHT - right


@measures(206)
def _length() -> Iterator[Seen]:
    lengths = [s.x1 - s.x0 for s in red()]
    yield pdf(max(lengths), all(near(length, 170, 1) for length in lengths))
    left, right = _docx_rule()
    yield docx(right - left, near(right - left, 170, 1))


@measures(207)
def _centred() -> Iterator[Seen]:
    offsets = [(s.x0 + s.x1) / 2 - MIDDLE for s in red()]
    yield pdf(max(offsets), all(near(offset, 0, 0.5) for offset in offsets))
    left, right = _docx_rule()
    yield docx((left + right) / 2 - MIDDLE, near((left + right) / 2, MIDDLE, 0.5))


@measures(208)
def _stacked() -> Iterator[Seen]:
    seen = [first("letter").find(text) for text in ("000002", "秘密★1年", "特急")]
    gaps = [(b.baseline - a.baseline) / MM / pitch() for a, b in itertools.pairwise(seen)]
    yield pdf(
        "three rows, flush left",
        all(near(s.left, LEFT, 0.5) for s in seen) and all(near(g, 1, 0.05) for g in gaps),
    )
    texts = [text_of(p) for p in document("letter").docx.paragraphs()[:3]]
    yield docx(" / ".join(texts), [t[:6] for t in texts] == ["000002", "秘密★1年", "特急"])


@measures(209)
def _number_right() -> Iterator[Seen]:
    shown = RIGHT - first("letter").find("示司函〔2025〕2号").right
    yield pdf(shown, near(shown, 0, 0.5))
    stop = next(document("letter").docx.paragraph("示司函").iter(f"{W}tab"))
    yield docx(
        f"right tab at {stop.get(f'{W}pos')} twip",
        stop.get(f"{W}val") == "right" and near(int(stop.get(f"{W}pos")), 8845, 2),
    )


def _rule_foot() -> float:
    return red()[1].y + red()[1].thickness / 2


@measures(210)
def _near_rule() -> Iterator[Seen]:
    shown = min(first("letter").find(text).top for text in ("000002", "示司函〔2025〕2号")) - _rule_foot()
    yield pdf(shown, near(shown, 4.84, 0.5))
    built = document("letter").docx
    head = built.twips("pgMar", "header") / 20 + sum(map(_line_height, _letter_head())) + 3.75
    line = _line_height(built.paragraph("000002"))
    ink = first("letter").find("示司函〔2025〕2号")
    shown = 0.8 * line * MM - (ink.baseline - ink.top)
    yield docx(f"{shown:.2f} below the head, which ends {head * MM:.1f} mm down", near(shown, 4.84, 0.5))


@measures(211)
def _title_below() -> Iterator[Seen]:
    shown = first("letter").find("关于商请").top - first("letter").find("特急").bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, TWO))
    after = int(document("letter").docx.paragraph("特急").find(f"{W}pPr/{W}spacing").get(f"{W}after")) / 20
    shown = (after + 0.2 * 28.95 + 0.8 * 28.95 - 0.83 * 22 - 0.08 * 16) * MM
    yield docx(f"{shown:.2f} mm", inside(shown, TWO))


@measures(212)
def _last_line() -> Iterator[Seen]:
    line = first("letter").lines()[-1]
    shown = red()[2].y - red()[2].thickness / 2 - line.bottom
    yield pdf(shown, near(shown, 4.84, 0.5))
    built = document("letter").docx
    room = built.twips("pgSz", "h") - built.twips("pgMar", "top") - built.twips("pgMar", "bottom")
    yield docx(f"{room} twip for a 23rd row of 579", room // 579 == 23)


@measures(213)
def _no_number() -> Iterator[Seen]:
    yield pdf("none", "—1—" not in first("letter").text and "—2—" in document("letter").pdf.pages[1].text)
    yield docx(
        "first page differs",
        bool(list(document("letter").docx.body.iter(f"{W}titlePg")))
        and "1" not in text_of(document("letter").docx.part("letterFoot.xml")),
    )


@measures(214)
def _colophon() -> Iterator[Seen]:
    page = document("letter").pdf.pages[-1]
    line = page.line_of("抄送：")
    yield pdf(
        f"{line.text}, {BOTTOM - line.bottom:.1f} mm above the edge",
        not page.strokes and "印发" not in page.text and 0 <= BOTTOM - line.bottom < 5,
    )
    table = list(document("letter").docx.body.iter(f"{W}tbl"))[-1]
    yield docx("no rules", table.find(f"{W}tblPr/{W}tblBorders") is None and "印发" not in text_of(table))


# 命令（令）


def order_mark() -> Found:
    """The mark of the order."""
    return first("order").find("示例市人民政府令")


@measures(215)
def _order_top() -> Iterator[Seen]:
    yield pdf(order_mark().top - TOP, near(order_mark().top - TOP, 20, 1))
    before = (
        int(document("order").docx.paragraph("示例市人民政府令").find(f"{W}pPr/{W}spacing").get(f"{W}before"))
        / 20
    )
    line = _line_height(document("order").docx.paragraph("示例市人民政府令"))
    shown = (before + 0.8 * line) * MM - (order_mark().baseline - order_mark().top)
    yield docx(shown, near(shown, 20, 1))


@measures(216)
def _order_text() -> Iterator[Seen]:
    left, _, right, _ = order_mark().ink
    yield pdf(order_mark().text, order_mark().color == "FF0000" and near((left + right) / 2, MIDDLE, 0.5))
    yield docx("示例市人民政府令", document("order").docx.face("示例市人民政府令") == "方正小标宋简体")


def _order_gap(upper: Found, text: str) -> Iterator[Seen]:
    lower = first("order").find(text)
    shown = lower.top - upper.bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, TWO))
    spacing = document("order").docx.paragraph("第12号").find(f"{W}pPr/{W}spacing")
    twips = int(spacing.get(f"{W}before" if text == "第12号" else f"{W}after"))
    yield docx(f"{twips / 20:g} pt of space", 25 < twips / 20 < 80)


measures(217)(lambda: _order_gap(order_mark(), "第12号"))


@measures(218)
def _order_number() -> Iterator[Seen]:
    offset = first("order").find("第12号").middle - MIDDLE
    yield pdf(offset, near(offset, 0, 0.5))
    shown = document("order").docx.value(document("order").docx.paragraph("第12号"), "pPr/jc")
    yield docx(shown, shown == "center")


measures(219)(lambda: _order_gap(first("order").find("第12号"), "现予公布。"))


@measures(220)
def _order_signature() -> Iterator[Seen]:
    page = first("order")
    box, title, date = page.images[0], page.find("市长"), page.find("2025年11月20日")
    places = (RIGHT - box.x1, box.x0 - title.right, RIGHT - date.right)
    yield pdf(
        " ".join(f"{p:.1f}" for p in places) + " mm",
        near(places[0], 22.2, 0.6) and near(places[1], 11.1, 0.5) and near(places[2], 22.2, 0.6),
    )
    yield docx("anchored picture, tab stops", len(list(document("order").docx.body.iter("{*}anchor"))) == 1)


# 纪要


def minutes_mark() -> Found:
    """The mark of the minutes."""
    return first("minutes").find("示例市人民政府专题会议纪要")


@measures(221)
def _minutes_text() -> Iterator[Seen]:
    left, _, right, _ = minutes_mark().ink
    yield pdf(minutes_mark().text, minutes_mark().color == "FF0000" and near((left + right) / 2, MIDDLE, 0.5))
    yield docx(minutes_mark().text, minutes_mark().text in document("minutes").docx.text)


@measures(222)
def _minutes_top() -> Iterator[Seen]:
    yield pdf(minutes_mark().top - TOP, near(minutes_mark().top - TOP, 35, 1))
    paragraph = document("minutes").docx.paragraph("专题会议纪要")
    before = int(paragraph.find(f"{W}pPr/{W}spacing").get(f"{W}before")) / 20
    shown = (before + 0.8 * _line_height(paragraph)) * MM - (minutes_mark().baseline - minutes_mark().top)
    yield docx(shown, near(shown, 35, 1))


@measures(223)
def _attendance_gap() -> Iterator[Seen]:
    built = document("minutes").pdf
    shown = built.find("出席：").top - built.find("会议议定事项如下。").bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, ONE))
    yield docx("1 blank paragraph", document("minutes").docx.blanks_before("出席：") == 1)


@measures(224)
def _attendance_left() -> Iterator[Seen]:
    shown = document("minutes").pdf.find("出席：").left - LEFT
    yield pdf(shown, TWO_CELLS[0] <= shown <= TWO_CELLS[1])
    ind = document("minutes").docx.paragraph("出席：").find(f"{W}pPr/{W}ind")
    twips = int(ind.get(f"{W}left")) - int(ind.get(f"{W}hanging"))
    yield docx(f"{twips} twip", near(twips / 20 * MM, 2 * CELL, 0.2))


@measures(225)
def _attendance_fonts() -> Iterator[Seen]:
    built = document("minutes").pdf
    label, name = built.find("出席：").fonts, built.find("张甲").fonts
    yield pdf(f"{'+'.join(label)} / {'+'.join(name)}", (label, name) == ({"GongwenHei"}, {"GongwenFangsong"}))
    shown = (
        document("minutes").docx.face("出席："),
        style("gongwenAttendance", "rPr/rFonts", "eastAsia", "minutes"),
    )
    yield docx(" / ".join(shown), shown == ("黑体", "仿宋_GB2312"))


@measures(226)
def _attendance_wrapped() -> Iterator[Seen]:
    built = document("minutes").pdf
    page = built.pages[built.page_of("出席：") - 1]
    lines = page.lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("出席："))
    first_name = page.find("张甲").left
    yield pdf(lines[at + 1].left - first_name, near(lines[at + 1].left, first_name, 0.5))
    ind = document("minutes").docx.paragraph("出席：").find(f"{W}pPr/{W}ind")
    yield docx(
        f"hanging {ind.get(f'{W}hanging')} twip", near(int(ind.get(f"{W}hanging")) / 20 * MM, 3 * CELL, 0.5)
    )


@measures(227)
def _others() -> Iterator[Seen]:
    built = document("minutes").pdf
    seen = [built.find(word) for word in ("出席：", "请假：", "列席：")]
    yield pdf(
        "a line each",
        all(near(s.left, seen[0].left, 0.1) for s in seen)
        and seen[0].baseline < seen[1].baseline < seen[2].baseline,
    )
    texts = [text_of(p)[:3] for p in document("minutes").docx.paragraphs()]
    yield docx("a paragraph each", texts.index("出席：") < texts.index("请假：") < texts.index("列席："))
