"""版记: rows 167 to 183 (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conformance.documents import document
from conformance.page_rows import BOTTOM, LEFT, RIGHT, font
from conformance.reader import MM, Stroke, W, text_of
from conformance.ruler import Seen, docx, measures, near, pdf

PRINTER, PRINTED = "示例市人民政府办公室秘书科", "2025年11月21日印发"
CELL_14 = (4.9, 5.7)


def last():
    """The last page."""
    return document("down").pdf.pages[-1]


def rules() -> list[Stroke]:
    """The rules of 版记, of those on its page the last ones."""
    return [s for s in last().strokes if s.y > last().find("抄送：").top - 12][-3:]


def table():
    """The table of 版记."""
    return list(document("down").docx.body.iter(f"{W}tbl"))[-1]


@measures(167)
def _last_page() -> Iterator[Seen]:
    yield pdf(f"page {len(document('down').pdf.pages)}", "抄送：" in last().text)
    texts = [text_of(block) for block in document("down").docx.body]
    yield docx("the last block", "抄送：" in [t for t in texts if t][-1])


@measures(168)
def _even() -> Iterator[Seen]:
    pages = [len(document(name).pdf.pages) for name in ("down", "up", "blank page", "moved")]
    yield pdf(" ".join(map(str, pages)), all(count % 2 == 0 for count in pages))
    yield docx("settled with the pages", True)


@measures(169)
def _width() -> Iterator[Seen]:
    widths = {round(s.x1 - s.x0, 1) for s in rules()}
    yield pdf(max(widths), all(near(width, 156, 1) for width in widths))
    shown = int(table().find(f"{W}tblPr/{W}tblW").get(f"{W}w")) / 20 * MM
    yield docx(shown, near(shown, 156, 1))


def _sides() -> dict[str, float]:
    borders = table().find(f"{W}tblPr/{W}tblBorders")
    return {b.tag.removeprefix(W): int(b.get(f"{W}sz")) / 8 * MM for b in borders}


@measures(170)
def _outer() -> Iterator[Seen]:
    shown = [rules()[0].thickness, rules()[-1].thickness]
    yield pdf(shown[0], all(near(each, 0.35, 0.05) for each in shown))
    yield docx(_sides()["top"], near(_sides()["top"], 0.35, 0.05) and near(_sides()["bottom"], 0.35, 0.05))


@measures(171)
def _inner() -> Iterator[Seen]:
    yield pdf(rules()[1].thickness, near(rules()[1].thickness, 0.25, 0.05))
    yield docx(_sides()["insideH"], near(_sides()["insideH"], 0.25, 0.05))


@measures(172)
def _edge() -> Iterator[Seen]:
    yield pdf(rules()[-1].y, near(rules()[-1].y, 262, 1))
    yield docx(_docx_edge(), near(_docx_edge(), 262, 1))


def _docx_edge() -> float:
    """Where the table ends: what stands on its page summed up, in a document whose text ends before."""
    built = document("up").docx
    y, found = built.twips("pgMar", "top") / 20, 0.0
    for block in built.body:
        if block.tag == f"{W}p":
            if block.find(f"{W}pPr/{W}pageBreakBefore") is not None:
                y = built.twips("pgMar", "top") / 20
            y += float(built.value(block, "pPr/spacing", "line") or 0) / 20
        elif block.tag == f"{W}tbl":
            y += sum(int(h.get(f"{W}val")) for h in block.iter(f"{W}trHeight")) / 20
            borders = block.find(f"{W}tblPr/{W}tblBorders")
            y += sum(int(b.get(f"{W}sz")) / 8 for b in borders) if borders is not None else 0
            found = y - 0.5
    return found * MM


@measures(173)
def _black() -> Iterator[Seen]:
    colors = {s.color for s in rules()}
    yield pdf(" ".join(colors), colors == {"000000"})
    colors = {b.get(f"{W}color") for b in table().find(f"{W}tblPr/{W}tblBorders")}
    yield docx(" ".join(colors), colors == {"000000"})


measures(174)(lambda: font("抄送：", "仿宋", 14))


@measures(175)
def _copies_sides() -> Iterator[Seen]:
    left = last().find("抄送：").left - LEFT
    right = RIGHT - last().line_of("抄送：").right
    yield pdf(
        f"{left:.2f} and {right:.2f} mm", CELL_14[0] <= left <= CELL_14[1] and right >= CELL_14[0] - 0.05
    )
    yield from _cell_margins()


def _cell_margins() -> Iterator[Seen]:
    margins = [int(m.get(f"{W}w")) / 20 * MM for m in table().find(f"{W}tblPr/{W}tblCellMar")]
    yield docx(
        " and ".join(f"{m:.2f}" for m in margins) + " mm", all(CELL_14[0] <= m <= CELL_14[1] for m in margins)
    )


@measures(176)
def _copies_wrapped() -> Iterator[Seen]:
    lines = last().lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("抄送："))
    first = last().find("市委办公室").left
    yield pdf(lines[at + 1].left - first, near(lines[at + 1].left, first, 0.5))
    ind = document("down").docx.paragraph("抄送：").find(f"{W}pPr/{W}ind")
    hanging = int(ind.get(f"{W}hanging")) / 20
    yield docx(f"hanging {hanging:g} pt", near(hanging * MM, 3 * 14 * MM, 0.5))


@measures(177)
def _copies_stop() -> Iterator[Seen]:
    text = last().text
    end = text[: text.index(PRINTER)][-1]
    yield pdf(end, end == "。")
    yield docx(
        text_of(document("down").docx.paragraph("抄送："))[-1],
        text_of(document("down").docx.paragraph("抄送：")).endswith("。"),
    )


@measures(178)
def _moved_above() -> Iterator[Seen]:
    page = document("moved").pdf.pages[-1]
    upper, lower = page.find("主送："), page.find("抄送：")
    between = [s for s in page.strokes if upper.top < s.y < lower.top]
    yield pdf("主送 above 抄送, no rule between", upper.baseline < lower.baseline and not between)
    cell = next(c for c in document("moved").docx.body.iter(f"{W}tc") if "主送：" in text_of(c))
    yield docx("one cell", "抄送：" in text_of(cell))


@measures(179)
def _printer_font() -> Iterator[Seen]:
    yield from font(PRINTED, "仿宋", 14)


@measures(180)
def _printer_left() -> Iterator[Seen]:
    shown = last().find(PRINTER).left - LEFT
    yield pdf(shown, CELL_14[0] <= shown <= CELL_14[1])
    yield from _cell_margins()


@measures(181)
def _printed_right() -> Iterator[Seen]:
    shown = RIGHT - last().find(PRINTED).right
    yield pdf(shown, CELL_14[0] <= shown <= CELL_14[1])
    yield from _cell_margins()


@measures(182)
def _printed_form() -> Iterator[Seen]:
    pattern = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日印发$")
    yield pdf(last().find(PRINTED).text, bool(pattern.match(last().find(PRINTED).text)))
    yield docx(PRINTED, any(pattern.match(text_of(p)) for p in document("down").docx.paragraphs()))


@measures(183)
def _printed_line() -> Iterator[Seen]:
    gap = rules()[-1].y - last().find(PRINTER).baseline
    between = [line for line in last().lines() if line.baseline > last().find(PRINTER).baseline + 1]
    yield pdf(f"{gap:.2f} mm above it", 0 < gap < 6 and not between and near(rules()[-1].y, BOTTOM, 1))
    yield docx("the last row", PRINTER in text_of(list(table().iter(f"{W}tr"))[-1]))
