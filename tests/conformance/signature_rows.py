"""落款, 附注 and 附件: rows 130 to 166 (GB/T 9704-2012, 7.3.5 to 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conformance.documents import DATE, ISSUER, JOINT, LONG_ATTACHMENT, document
from conformance.main_rows import TWO_CELLS
from conformance.masthead_rows import MIDDLE, ONE, TWO, inside
from conformance.page_rows import CELL, LEFT, RIGHT, pitch, style
from conformance.reader import MM, PageSeen, W, text_of
from conformance.ruler import REASONS, Seen, docx, measures, near, pdf

_SHORT = "2025年11月20日"


def signed_page(name: str) -> PageSeen:
    """The page that the date stands on."""
    built = document(name).pdf
    return built.pages[built.page_of(DATE) - 1]


def _tab(name: str, text: str) -> float:
    """Where the last tab stop of a paragraph is, in millimetres from the left edge of the type area."""
    stops = document(name).docx.paragraph(text).iter(f"{W}tab")
    return [int(stop.get(f"{W}pos")) for stop in stops if stop.get(f"{W}pos")][-1] / 20 * MM


@measures(130)
def _date_right() -> Iterator[Seen]:
    shown = RIGHT - signed_page("down").find(DATE).right
    yield pdf(shown, near(shown, 22.2, 0.6))
    half = 7 * 15.75 * MM / 2  # three Han, and eight digits of half a cell
    centre = 156 - _tab("down", DATE)
    yield docx(centre - half, near(centre - half, 22.2, 0.6))


@measures(131)
def _centred() -> Iterator[Seen]:
    offset = signed_page("down").find(ISSUER, _times("down")).middle - signed_page("down").find(DATE).middle
    yield pdf(offset, near(offset, 0, 0.5))
    yield docx("one tab stop, centred", near(_tab("down", DATE), _signature_tab(), 0.1))


def _times(name: str) -> int:
    """How often the issuer stands on the page of the signature up to it."""
    page = signed_page(name)
    return page.text[: page.text.index(DATE)].count(ISSUER)


def _signature_tab() -> float:
    paragraphs = document("down").docx.paragraphs()
    at = next(n for n, p in enumerate(paragraphs) if text_of(p) == DATE)
    stop = next(s for s in paragraphs[at - 1].iter(f"{W}tab") if s.get(f"{W}pos"))
    assert stop.get(f"{W}val") == "center"
    return int(stop.get(f"{W}pos")) / 20 * MM


@measures(132)
def _above() -> Iterator[Seen]:
    gap = signed_page("down").find(DATE).baseline - signed_page("down").find(ISSUER, _times("down")).baseline
    yield pdf(f"{gap / pitch() / MM:.2f} rows", near(gap / pitch() / MM, 1, 0.02))
    paragraphs = [text_of(p) for p in document("down").docx.paragraphs()]
    yield docx("the paragraph above", paragraphs[paragraphs.index(DATE) - 1] == ISSUER)


REASONS[133] = "the colour is that of the picture the office supplies; it is printed as it is"


def _text_bottom(name: str) -> float:
    """Where the ink of the text above a signature ends."""
    page = signed_page(name)
    top = page.images[0].y0
    names = {ISSUER, DATE, *JOINT, "示例区区长", "示范区区长", "市长"}
    above = [line for line in page.lines() if line.baseline < top + 12 and line.text not in names]
    above = [line for line in above if not any(name in line.text for name in names)]
    return above[-1].bottom


@measures(134)
def _seal_near() -> Iterator[Seen]:
    for name in ("down", "joint", "alone"):
        shown = signed_page(name).images[0].y0 - _text_bottom(name)
        yield pdf(f"{shown:.2f} mm", shown <= 10.39)
    anchor = next(document("down").docx.body.iter("{*}anchor"))
    yield docx("anchored to the line of the name", anchor is not None)


@measures(135)
def _seal_covers() -> Iterator[Seen]:
    page = signed_page("down")
    box = page.images[0]
    name, date = page.find(ISSUER, _times("down")), page.find(DATE)
    middle = (box.y0 + box.y1) / 2
    yield pdf(
        f"middle {name.top - middle:.2f} mm above the name", middle <= name.top + 0.3 and date.bottom < box.y1
    )
    built = document("down").docx
    extent = next(built.body.iter("{*}anchor")).find("{*}extent")
    yield docx(
        f"{int(extent.get('cy')) / 36000:.1f} mm high, behind the text",
        next(built.body.iter("{*}anchor")).get("behindDoc") == "1",
    )


@measures(136)
def _seal_with_text() -> Iterator[Seen]:
    lines = [line.text for line in signed_page("alone").lines()]
    yield pdf("末段 on the page of the seal", "末段。" in lines)
    yield docx("kept with the paragraph above", bool(list(document("alone").docx.body.iter(f"{W}keepNext"))))


@measures(137)
def _seals_apart() -> Iterator[Seen]:
    boxes = signed_page("joint").images
    gaps = [
        (((a.x0 - b.x0) ** 2 + (a.y0 - b.y0) ** 2) ** 0.5) - a.width
        for n, a in enumerate(boxes) for b in boxes[n + 1 :]
    ]  # fmt: skip
    yield pdf(f"{min(gaps):.1f} mm apart", len(boxes) == 5 and min(gaps) > 0)
    yield docx("five anchored pictures", len(list(document("joint").docx.body.iter("{*}anchor"))) == 5)


@measures(138)
def _seals_inside() -> Iterator[Seen]:
    boxes = signed_page("joint").images
    yield pdf(
        f"{min(b.x0 for b in boxes):.1f} to {max(b.x1 for b in boxes):.1f} mm",
        min(b.x0 for b in boxes) >= LEFT and max(b.x1 for b in boxes) <= RIGHT,
    )
    places = [
        int(p.find("{*}posOffset").text) / 36000 for p in document("joint").docx.body.iter("{*}positionH")
    ]
    yield docx(
        f"{min(places):.1f} to {max(places) + 42:.1f} mm of 156", min(places) >= 0 and max(places) + 42 <= 156
    )


@measures(139)
def _unsealed_gap() -> Iterator[Seen]:
    page = signed_page("unsealed")
    shown = page.find(ISSUER, _times("unsealed")).top - page.find("正文的文字。").bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, ONE))
    top = [text_of(p) for p in document("unsealed").docx.body if p.tag == f"{W}p"]
    at = top.index(ISSUER)
    yield docx("1 blank paragraph", top[at - 1] == "" and top[at - 2] != "")


@measures(140)
def _unsealed_right() -> Iterator[Seen]:
    shown = RIGHT - signed_page("unsealed").find(ISSUER, _times("unsealed")).right
    yield pdf(shown, near(shown, 11.1, 0.5))
    paragraph = next(p for p in document("unsealed").docx.paragraphs() if text_of(p) == ISSUER)
    twips = int(paragraph.find(f"{W}pPr/{W}ind").get(f"{W}right"))
    yield docx(twips / 20 * MM, near(twips / 20 * MM, 11.1, 0.5))


@measures(141)
def _unsealed_shift() -> Iterator[Seen]:
    page = signed_page("unsealed")
    shown = page.find(DATE).left - page.find(ISSUER, _times("unsealed")).left
    yield pdf(shown, near(shown, 11.1, 0.5))
    date = next(p for p in document("unsealed").docx.paragraphs() if text_of(p) == DATE)
    start = int(date.find(f"{W}pPr/{W}ind").get(f"{W}left")) / 20 * MM
    name = 156 - 2 * CELL - 10 * CELL
    yield docx(start - name, near(start - name, 11.1, 0.5))


@measures(142)
def _unsealed_date_wider() -> Iterator[Seen]:
    shown = RIGHT - signed_page("unsealed short").find(_SHORT).right
    yield pdf(shown, near(shown, 11.1, 0.5))
    date = next(p for p in document("unsealed short").docx.paragraphs() if text_of(p) == _SHORT)
    start = int(date.find(f"{W}pPr/{W}ind").get(f"{W}left")) / 20 * MM
    end = 156 - start - 7 * CELL  # three Han and eight digits
    yield docx(end, near(end, 11.1, 0.5))


@measures(143)
def _unsealed_joint() -> Iterator[Seen]:
    page = signed_page("unsealed joint")
    places = [page.find(name).baseline for name in ("示例市司法局", "示例市公安局")]
    yield pdf("host above", places[0] < places[1])
    texts = [text_of(p) for p in document("unsealed joint").docx.paragraphs()]
    yield docx("host above", texts.index("示例市司法局") < texts.index("示例市公安局"))


@measures(144)
def _signed_gap() -> Iterator[Seen]:
    shown = signed_page("signed").images[0].y0 - signed_page("signed").find("正文的文字。").bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, TWO))
    yield docx("2 blank paragraphs and half a row", document("signed").docx.blanks_before("示例区区长") >= 2)


@measures(145)
def _signed_right() -> Iterator[Seen]:
    shown = RIGHT - signed_page("signed").images[0].x1
    yield pdf(shown, near(shown, 22.2, 0.6))
    anchor = next(document("signed").docx.body.iter("{*}anchor"))
    x = int(anchor.find("{*}positionH/{*}posOffset").text) / 36000
    yield docx(156 - x - 40, near(156 - x - 40, 22.2, 0.6))


@measures(146)
def _signed_title_gap() -> Iterator[Seen]:
    page = signed_page("signed")
    shown = page.images[0].x0 - page.find("示例区区长").right
    yield pdf(shown, near(shown, 11.1, 0.5))
    anchor = next(document("signed").docx.body.iter("{*}anchor"))
    x = int(anchor.find("{*}positionH/{*}posOffset").text) / 36000
    yield docx(x - _tab("signed", "示例区区长"), near(x - _tab("signed", "示例区区长"), 11.1, 0.5))


@measures(147)
def _signed_title_middle() -> Iterator[Seen]:
    page = signed_page("signed")
    title, box = page.find("示例区区长"), page.images[0]
    offset = (title.top + title.bottom) / 2 - (box.y0 + box.y1) / 2
    yield pdf(offset, near(offset, 0, 1))
    anchor = next(document("signed").docx.body.iter("{*}anchor"))
    y = int(anchor.find("{*}positionV/{*}posOffset").text) / 36000 + 10
    ink = (0.8 * 28.95 - 0.36 * 16) * MM
    yield docx(y - ink, near(y - ink, 0, 1))


@measures(148)
def _signed_date_gap() -> Iterator[Seen]:
    page = signed_page("signed")
    shown = page.find(DATE).top - page.images[1].y1
    yield pdf(f"{shown:.2f} mm", inside(shown, ONE))
    yield docx("blank paragraphs above the date", document("signed").docx.blanks_before(DATE) >= 1)


@measures(149)
def _signed_date_right() -> Iterator[Seen]:
    shown = RIGHT - signed_page("signed").find(DATE).right
    yield pdf(shown, near(shown, 22.2, 0.6))
    yield docx(156 - _tab("signed", DATE), near(156 - _tab("signed", DATE), 22.2, 0.6))


REASONS[150] = REASONS[133]


@measures(151)
def _signed_joint() -> Iterator[Seen]:
    page = signed_page("signed")
    first, second = page.find("示例区区长"), page.find("示范区区长")
    yield pdf(
        "one below the other", second.baseline > first.baseline + 20 and near(first.left, second.left, 0.1)
    )
    yield docx(
        "a paragraph each",
        document("signed").docx.paragraph("示例区区长")
        is not document("signed").docx.paragraph("示范区区长"),
    )


@measures(152)
def _date_form() -> Iterator[Seen]:
    pattern = re.compile(r"^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$")
    shown = signed_page("letter").find("2025年11月20日").text
    yield pdf(shown, bool(pattern.match(shown)))
    yield docx(DATE, any(pattern.match(text_of(p)) for p in document("down").docx.paragraphs()))


REASONS[153] = "instead of closer lines, the last paragraph goes to the page of the signature (row 136)"


@measures(154)
def _no_note() -> Iterator[Seen]:
    yield pdf(
        "never", all("此页无正文" not in document(name).pdf.text for name in ("alone", "down", "joint"))
    )
    yield docx(
        "never", all("此页无正文" not in document(name).docx.text for name in ("alone", "down", "joint"))
    )


@measures(155)
def _note_place() -> Iterator[Seen]:
    page = signed_page("down")
    gap = (page.find("（此件公开发布）").baseline - page.find(DATE).baseline) / MM / pitch()
    yield pdf(f"{gap:.2f} rows", near(gap, 1, 0.02))
    texts = [text_of(p) for p in document("down").docx.paragraphs()]
    yield docx("the paragraph below", texts[texts.index(DATE) + 1] == "（此件公开发布）")


@measures(156)
def _note_left() -> Iterator[Seen]:
    shown = signed_page("down").find("（此件公开发布）").left - LEFT
    yield pdf(shown, TWO_CELLS[0] <= shown <= TWO_CELLS[1])
    yield docx(
        style("gongwenNote", "pPr/ind", "firstLineChars"),
        style("gongwenNote", "pPr/ind", "firstLineChars") == "200",
    )


@measures(157)
def _note_brackets() -> Iterator[Seen]:
    yield pdf("（…）", "（此件公开发布）" in document("down").pdf.text)
    yield docx("（…）", "（此件公开发布）" in document("down").docx.text)


def _attachment() -> PageSeen:
    return document("down").pdf.pages[_attachment_no() - 1]


def _attachment_no() -> int:
    pages = document("down").pdf.pages
    return next(n for n, page in enumerate(pages, 1) if page.text.startswith("附件1"))


@measures(158)
def _new_side() -> Iterator[Seen]:
    yield pdf(f"page {_attachment_no()}", _attachment().lines()[0].text == "附件1")
    paragraph = next(p for p in document("down").docx.paragraphs() if text_of(p) == "附件1")
    yield docx("page break before", paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None)


@measures(159)
def _before_colophon() -> Iterator[Seen]:
    text = document("down").pdf.text
    yield pdf("before 抄送", text.index("附件2示例市") < text.index("抄送："))
    text = document("down").docx.text
    yield docx("before 抄送", text.index("附件2示例市") < text.index("抄送："))


@measures(160)
def _attachment_label() -> Iterator[Seen]:
    seen = _attachment().lines()[0]
    yield pdf(f"{'+'.join(seen.fonts)} {seen.size:g}", seen.fonts == {"GongwenHei"} and seen.size == 16)
    shown = (
        style("gongwenAttachmentMark", "rPr/rFonts", "eastAsia"),
        style("gongwenAttachmentMark", "rPr/sz"),
    )
    yield docx(" ".join(shown), shown == ("黑体", "32"))


@measures(161)
def _attachment_label_place() -> Iterator[Seen]:
    seen = _attachment().lines()[0]
    yield pdf(
        f"{seen.top:.1f} mm down, {seen.left - LEFT:.2f} mm in",
        near(seen.top, 37, 1) and near(seen.left, LEFT, 0.5),
    )
    yield docx(
        style("gongwenAttachmentMark", "pPr/ind", "left"),
        style("gongwenAttachmentMark", "pPr/ind", "left") == "0",
    )


@measures(162)
def _attachment_title_line() -> Iterator[Seen]:
    lines = _attachment().lines()
    row = round((lines[1].baseline - lines[0].baseline) / MM / pitch()) + 1
    yield pdf(row, row == 3)
    yield docx(
        f"{document('down').docx.blanks_before(LONG_ATTACHMENT)} blank paragraph above",
        _title_blanks() == 1,
    )


def _title_blanks() -> int:
    top = [p for p in document("down").docx.body if p.tag == f"{W}p"]
    at = next(n for n, p in enumerate(top) if text_of(p) == "附件1")
    return 1 if text_of(top[at + 1]) == "" and text_of(top[at + 2]) == "年度报告提纲" else 0


@measures(163)
def _attachment_title_centred() -> Iterator[Seen]:
    left, _, right, _ = _attachment().lines()[1].ink
    yield pdf((left + right) / 2 - MIDDLE, near((left + right) / 2, MIDDLE, 0.5))
    yield docx(
        style("gongwenAttachmentTitle", "pPr/jc"), style("gongwenAttachmentTitle", "pPr/jc") == "center"
    )


@measures(164)
def _attachment_names() -> Iterator[Seen]:
    lines = _attachment().lines()
    yield pdf(lines[0].text + lines[1].text, lines[0].text + lines[1].text == "附件1年度报告提纲")
    yield docx("the same", "1.年度报告提纲" in document("down").docx.text)


@measures(165)
def _attachment_text() -> Iterator[Seen]:
    line = _attachment().lines()[2]
    yield pdf(f"{'+'.join(line.fonts)} {line.size:g}", line.fonts == {"GongwenFangsong"} and line.size == 16)
    paragraph = document("down").docx.paragraph("附件的正文")
    shown = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    yield docx(shown, shown == "gongwenText")


REASONS[166] = "attachments are always bound in with the text"
