"""主体 as far as the list of attachments: rows 100 to 129 (GB/T 9704-2012, 7.3.1 to 7.3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from conformance.documents import LONG_ATTACHMENT, TITLE, document
from conformance.masthead_rows import MIDDLE, ONE, TWO, docx_baselines, first, inside, rule
from conformance.page_rows import CELL, LEFT, font, pitch, style
from conformance.reader import MM, W, text_of
from conformance.reader import Seen as Found
from conformance.ruler import Seen, docx, measures, near, pdf

TWO_CELLS = (11.0, 11.3)


def title_lines() -> list[Found]:
    """The lines of the title."""
    lines = [line for line in first("down").lines() if line.size == 22]
    assert "".join(line.text for line in lines) == TITLE
    return lines


@measures(100)
def _title_font() -> Iterator[Seen]:
    fonts = set().union(*(line.fonts for line in title_lines()))
    yield pdf(f"{'+'.join(fonts)} 22", fonts == {"GongwenTitle"})
    shown = (style("Title", "rPr/rFonts", "eastAsia"), style("Title", "rPr/sz"))
    yield docx(" ".join(shown), shown == ("方正小标宋简体", "44"))


@measures(101)
def _title_bold() -> Iterator[Seen]:
    flags = {
        span["flags"] & 16
        for b in first("down").page.get_text("dict")["blocks"]
        for line in b.get("lines", [])
        for span in line["spans"]
        if round(span["size"]) == 22
    }
    strokes = b" Tr" in document("down").pdf.document.xref_stream(first("down").page.get_contents()[0])
    yield pdf(bool(strokes), not strokes or flags == {0})
    yield docx(
        style("Title", "rPr/b") or "none", not document("down").docx.styles["Title"].findall(f"{W}rPr/{W}b")
    )


def _title_gap() -> Iterator[Seen]:
    shown = title_lines()[0].top - rule().y - rule().thickness / 2
    yield pdf(f"{shown:.2f} mm", inside(shown, TWO))
    baselines = docx_baselines()
    key = next(k for k in baselines if k.startswith(TITLE[:14]))
    below = baselines[key] - (title_lines()[0].baseline - title_lines()[0].top) - baselines["rule"] - 0.25
    yield docx(f"{below:.2f} mm", inside(below, TWO))


measures(102)(_title_gap)
measures(103)(_title_gap)


@measures(104)
def _title_centred() -> Iterator[Seen]:
    offsets = [(line.ink[0] + line.ink[2]) / 2 - MIDDLE for line in title_lines()]
    yield pdf(max(map(abs, offsets)), all(near(offset, 0, 0.5) for offset in offsets))
    yield docx(style("Title", "pPr/jc"), style("Title", "pPr/jc") == "center")


@measures(105)
def _silhouette() -> Iterator[Seen]:
    widths = [line.right - line.left for line in title_lines()]
    hourglass = len(widths) > 2 and widths[1] < widths[0] and widths[1] < widths[2]
    rectangle = len(widths) > 1 and max(widths) - min(widths) < CELL
    yield pdf(" / ".join(f"{width:.0f} mm" for width in widths), not hourglass and not rectangle)
    breaks = list(document("down").docx.paragraph(TITLE[:14]).iter(f"{W}br"))
    yield docx(f"{len(breaks)} break", len(breaks) == len(widths) - 1)


@measures(106)
def _whole_words() -> Iterator[Seen]:
    words = (
        "示例市",
        "人民政府",
        "办公室",
        "关于",
        "做好",
        "2025年度",
        "法治政府",
        "建设",
        "年度报告",
        "编制",
        "报送",
        "公开",
        "工作",
        "通知",
    )
    lines = [line.text for line in title_lines()]
    whole = all(any(word in line for line in lines) for word in words)
    yield pdf(" / ".join(lines), whole)
    yield docx(
        "the same breaks",
        [line for line in lines if line in text_of(document("down").docx.paragraph(TITLE[:14]))] == lines,
    )


def _addressee() -> Found:
    return first("down").line_of("各区人民政府，")


@measures(108, 109)
def _addressee_gap() -> Iterator[Seen]:
    shown = _addressee().top - title_lines()[-1].bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, ONE))
    yield docx(
        f"{document('down').docx.blanks_before('各区人民政府，')} blank paragraph",
        document("down").docx.blanks_before("各区人民政府，") == 1,
    )


@measures(110)
def _addressee_left() -> Iterator[Seen]:
    lines = first("down").lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("各区人民政府，"))
    offsets = [lines[at].left - LEFT, lines[at + 1].left - LEFT]
    yield pdf(
        max(map(abs, offsets)),
        all(near(offset, 0, 0.5) for offset in offsets) and lines[at + 1].text.endswith("："),
    )
    shown = style("gongwenAddressee", "pPr/ind", "left") + style("gongwenAddressee", "pPr/ind", "firstLine")
    yield docx(shown, set(shown) == {"0"})


@measures(111)
def _colon() -> Iterator[Seen]:
    yield pdf("：", "各区人民政府：" in first("down").text)
    yield docx("：", text_of(document("down").docx.paragraph("各区人民政府，")).endswith("\uff1a"))


@measures(112)
def _moved() -> Iterator[Seen]:
    built = document("moved")
    last = built.pdf.pages[-1].text
    yield pdf(
        "主送 on the last page",
        "主送：各区人民政府和市政府各部门" in last and "主送" not in built.pdf.pages[0].text,
    )
    table = list(built.docx.body.iter(f"{W}tbl"))[-1]
    yield docx("主送 in the table of 版记", "主送：" in text_of(table))


@measures(113)
def _text_on_first() -> Iterator[Seen]:
    for name in ("down", "joint", "moved"):
        text = document(name).pdf.pages[0].text
        yield pdf(name, any(words in text for words in ("为做好", "正文的文字", "开头的一段")))
    yield docx("settled with the pages", True)


measures(114)(lambda: font("为做好有关工作", "仿宋", 16))


@measures(115)
def _text_starts() -> Iterator[Seen]:
    lines = first("down").lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("为做好"))
    gap = (lines[at].baseline - lines[at - 1].baseline) / MM / pitch()
    yield pdf(f"{gap:.2f} rows", near(gap, 1, 0.02))
    yield docx(
        f"{document('down').docx.blanks_before('为做好')} blank paragraphs",
        document("down").docx.blanks_before("为做好") == 0,
    )


def _first_line(text: str) -> Iterator[Seen]:
    shown = document("down").pdf.find(text).left - LEFT
    yield pdf(shown, TWO_CELLS[0] <= shown <= TWO_CELLS[1])
    paragraph = document("down").docx.paragraph(text)
    chars = document("down").docx.value(paragraph, "pPr/ind", "firstLineChars")
    yield docx(f"{chars}/100 characters", chars == "200")


measures(116)(lambda: _first_line("为做好有关工作"))


@measures(117)
def _later_lines() -> Iterator[Seen]:
    lines = first("down").lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("为做好"))
    yield pdf(lines[at + 1].left - LEFT, near(lines[at + 1].left - LEFT, 0, 0.5))
    yield docx(style("gongwenText", "pPr/ind", "left"), style("gongwenText", "pPr/ind", "left") == "0")


measures(118)(lambda: font("一、一级标题的文字", "黑体", 16))
measures(119)(lambda: font("（一）二级标题的文字", "楷体", 16))
measures(120)(lambda: font("1.三级标题的文字", "仿宋", 16))
measures(121)(lambda: font("（1）四级标题的文字", "仿宋", 16))


@measures(122)
def _headings_bold() -> Iterator[Seen]:
    document_ = document("down").pdf.document
    streams = b"".join(document_.xref_stream(x) for page in document_ for x in page.get_contents())
    yield pdf(b" Tr" in streams, b" Tr" not in streams)
    bold = [n for n in range(1, 5) if document("down").docx.styles[f"Heading{n}"].findall(f"{W}rPr/{W}b")]
    yield docx(f"{len(bold)} of 4", not bold)


@measures(123)
def _headings_in() -> Iterator[Seen]:
    for number in ("一、一", "（一）二", "1.三", "（1）四"):
        yield from _first_line(f"{number}级标题")


@measures(124)
def _list_gap() -> Iterator[Seen]:
    last = document("down").pdf.find("这一段在四级标题下。")
    shown = document("down").pdf.find("附件：1.").top - last.bottom
    yield pdf(f"{shown:.2f} mm", inside(shown, ONE))
    yield docx(
        f"{document('down').docx.blanks_before('附件：')} blank paragraph",
        document("down").docx.blanks_before("附件：") == 1,
    )


@measures(125)
def _list_left() -> Iterator[Seen]:
    shown = document("down").pdf.find("附件：1.").left - LEFT
    yield pdf(shown, TWO_CELLS[0] <= shown <= TWO_CELLS[1])
    ind = document("down").docx.paragraph("附件：").find(f"{W}pPr/{W}ind")
    twips = int(ind.get(f"{W}left")) - int(ind.get(f"{W}hanging"))
    yield docx(f"{twips} twip", TWO_CELLS[0] <= twips / 20 * MM <= TWO_CELLS[1])


@measures(126)
def _list_label() -> Iterator[Seen]:
    yield pdf(document("down").pdf.find("附件：").text, True)
    yield docx("附件：", text_of(document("down").docx.paragraph("附件：")).startswith("附件："))


@measures(127)
def _list_numbers() -> Iterator[Seen]:
    yield pdf("1. 2.", "附件：1.年度报告提纲2.示例市" in document("down").pdf.text)
    yield docx("1. 2.", "附件：1.年度报告提纲2.示例市" in document("down").docx.text)


@measures(128)
def _list_marks() -> Iterator[Seen]:
    page = document("down").pdf.pages[document("down").pdf.page_of("附件：1.") - 1]
    ends = [
        line.text[-1] for line in page.lines() if "年度报告提纲" in line.text or line.text.endswith("一览表")
    ]
    yield pdf(" ".join(ends), all(end not in "。；，、" for end in ends))
    yield docx(
        text_of(document("down").docx.paragraph("附件：1."))[-1],
        text_of(document("down").docx.paragraph("附件：1.")).endswith("提纲"),
    )


@measures(129)
def _list_wrapped() -> Iterator[Seen]:
    page = document("down").pdf.pages[document("down").pdf.page_of("附件：1.") - 1]
    lines = page.lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("2.示例市"))
    name = page.find(LONG_ATTACHMENT[:6])
    yield pdf(lines[at + 1].left - name.left, near(lines[at + 1].left, name.left, 0.5))
    ind = document("down").docx.paragraph(LONG_ATTACHMENT).find(f"{W}pPr/{W}ind")
    yield docx(
        f"hanging {ind.get(f'{W}hanging')} twip",
        near(int(ind.get(f"{W}hanging")) / 20 * MM, name.left - lines[at].left, 0.5),
    )
