"""Styles: the ways in which offices and their sites set a report.

A style numbers the headings of a model, writes its marks, wraps its lines and puts a page around it. What a
reader should find is known from the model and the style alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO

from recognise.models import Model, Section, plain

from render.han import in_han

HALF = str.maketrans("，：；（）？！", ",:;()?!")


@dataclass(frozen=True)
class Heading:
    """A heading as it should be found."""

    level: int
    number: str
    title: str


@dataclass(frozen=True)
class Style:
    """One way to set a report."""

    name: str
    numbers: tuple[str, ...] = ("{一}、", "（{一}）", "{1}.", "（{1}）")
    kind: str = "txt"  # txt, html, docx, pdf
    is_half: bool = False  # ASCII marks
    runs_in: bool = True  # headings that can run in do
    header: Callable[[Model], list[str]] | None = None
    footer: Callable[[Model], list[str]] | None = None
    has_title: bool = True  # the title stands above the text, not in the header alone
    is_signed: bool = True
    indent: str = "　　"
    width: int = 0  # of a wrapped text, in characters; 0: a paragraph a line
    goes_on: bool = False  # numbers of the second level run on across sections
    encoding: str = "utf-8"
    setting: str = ""  # what a page, a DOCX or a PDF is built like
    blank: str = ""  # behind numbers
    ends: str = ""  # what headings on lines of their own end in


@dataclass(frozen=True)
class Line:
    """A paragraph as it stands on the page."""

    text: str
    role: str = "text"  # title, subtitle, addressee, heading, text, issuer, date, note
    level: int = 0
    lead: int = 0  # characters of a run-in heading


def lines_of(model: Model, style: Style) -> list[Line]:
    """Set a model: its paragraphs in order, between header and footer."""
    lines: list[Line] = []
    if style.has_title:
        lines.append(Line(model.title, "title"))
    if model is not None and style.setting == "issuers above":
        lines += [Line(name, "issuer") for name in model.issuers]
    lines += [Line(text, "subtitle") for text in model.subtitle]
    if model.addressee:
        lines.append(Line(f"{model.addressee}：", "addressee"))
    lines += [Line(plain(text)) for text in model.opening]
    lines += _sections(model.sections, style, 0, [0] * 8)
    if style.is_signed and model.issuers and style.setting != "issuers above":
        lines += [Line(name, "issuer") for name in model.issuers]
        lines.append(Line(chinese_date(model), "date"))
    if model.note and style.is_signed:
        lines.append(Line(model.note, "note"))
    return lines


def _sections(sections: tuple[Section, ...], style: Style, depth: int, counts: list[int]) -> list[Line]:
    lines: list[Line] = []
    if not (style.goes_on and depth == 1):
        counts[depth] = 0
    for section in sections:
        counts[depth] += 1
        number = _number(style.numbers[depth], counts[depth]) + style.blank
        texts = [plain(text) for text in section.text]
        title = section.title
        if section.runs_in and style.runs_in:
            lines.append(Line(number + title + texts[0], "text", depth + 1, len(number + title)))
            texts = texts[1:]
        else:
            lines.append(Line(number + title.rstrip("。") + style.ends, "heading", depth + 1))
        lines += [Line(text) for text in texts]
        lines += _sections(section.below, style, depth + 1, counts)
    return lines


def headings_of(model: Model, style: Style) -> list[Heading]:
    """List the headings a reader should find."""

    def walk(sections: tuple[Section, ...], depth: int, counts: list[int]) -> Iterator[Heading]:
        if not (style.goes_on and depth == 1):
            counts[depth] = 0
        for section in sections:
            counts[depth] += 1
            runs_in = section.runs_in and style.runs_in
            title = section.title if runs_in else section.title.rstrip("。") + style.ends
            yield Heading(depth + 1, _number(style.numbers[depth], counts[depth]), title)
            yield from walk(section.below, depth + 1, counts)

    return list(walk(model.sections, 0, [0] * 8))


def chinese_date(model: Model) -> str:
    """Write the date as documents do."""
    year, month, day = model.date.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def _number(pattern: str, count: int) -> str:
    circled = "①②③④⑤⑥⑦⑧⑨"
    return (
        pattern.replace("{一}", in_han(count)).replace("{1}", str(count)).replace("{①}", circled[count - 1])
    )


def render(model: Model, style: Style) -> bytes:
    """Make the file."""
    lines = lines_of(model, style)
    if style.is_half:
        lines = [Line(line.text.translate(HALF), line.role, line.level, line.lead) for line in lines]
    match style.kind:
        case "html":
            return _html(model, style, lines)
        case "docx":
            return _docx(model, style, lines)
        case "pdf":
            return _pdf(model, style, lines)
    return _text(model, style, lines)


def _text(model: Model, style: Style, lines: list[Line]) -> bytes:
    made = list(style.header(model)) if style.header else []
    for line in lines:
        if line.role in ("title", "subtitle", "addressee"):
            made.append(line.text)
        elif line.role in ("issuer", "date"):
            made.append(("　" * 14 if style.indent else "") + line.text)
        else:
            made += _wrapped(style.indent + line.text, style.width)
    made += list(style.footer(model)) if style.footer else []
    if style.setting == "blank lines":
        return "\n\n".join(made).encode(style.encoding)
    if style.setting == "CRLF":
        return "\r\n".join(made).encode(style.encoding)
    return "\n".join(made).encode(style.encoding)


def _wrapped(text: str, width: int) -> list[str]:
    if not width:
        return [text]
    return [text[at : at + width] for at in range(0, len(text), width)]


def _html(model: Model, style: Style, lines: list[Line]) -> bytes:
    if style.setting == "br":
        body = "<br>\n".join(f"　　{escape(line.text)}" for line in lines if line.role != "title")
    else:
        body = "\n".join(_html_line(line, style) for line in lines if line.role != "title")
    head = "".join(f"<div>{escape(text)}</div>" for text in (style.header(model) if style.header else []))
    foot = "".join(f"<p>{escape(text)}</p>" for text in (style.footer(model) if style.footer else []))
    title = f"<h1>{escape(model.title)}</h1>" if style.has_title else ""
    table = ""
    if style.setting == "table":
        pairs = [
            ("索引号", model.more.get("index", "YP-01")), ("信息分类", model.more.get("category", "其他")),
            ("发文机构", "、".join(model.issuers)), ("文号", model.number or "无"),
            ("成文日期", f"{model.date} 09:30" if model.date else ""), ("名称", model.title),
        ]  # fmt: skip
        rows = "".join(
            f"<tr><td>{a}：</td><td>{escape(b)}</td><td>{c}：</td><td>{escape(d)}</td></tr>"
            for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=True)
        )
        table = f"<table class='xxgk'>{rows}</table>"
    charset = "gb2312" if style.encoding.startswith("gb") else style.encoding
    page = (
        f"<!DOCTYPE html><html><head><meta charset='{charset}'><title>{escape(model.title)}-云浦市人民政府</title>"
        "<style>p{text-indent:2em}</style><script>var a='<p>不是正文，是脚本。</p>';</script></head><body>"
        "<div class='top'><a href='/'>首页</a><a href='/xxgk'>政务公开</a><a href='/hd'>互动交流</a></div>"
        f"<div class='crumb'>当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>政府文件</a></div>"
        f"<div class='wrap'><div class='article'>{table}{title}{head}<div id='zoom'>{body}</div>{foot}</div></div>"
        "<div class='footer'><p>主办：云浦市人民政府办公室　承办：云浦市大数据局</p><p>云ICP备12345678号　网站标识码：5300000001</p></div>"
        "</body></html>"
    )
    return page.encode(style.encoding)


def _html_line(line: Line, style: Style) -> str:
    text = escape(line.text)
    if line.lead and style.setting == "bold leads":
        text = f"<strong>{escape(line.text[: line.lead])}</strong>{escape(line.text[line.lead :])}"
    if line.role == "heading":
        text = f"<strong>{text}</strong>" if style.setting != "plain" else text
    align = " style='text-align:right'" if line.role in ("issuer", "date") else ""
    return f"<p{align}>　　{text}</p>" if not align else f"<p{align}>{text}</p>"


def _docx(model: Model, style: Style, lines: list[Line]) -> bytes:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = docx.Document()
    for text in style.header(model) if style.header else []:
        document.add_paragraph(text)
    for line in lines:
        paragraph = document.add_paragraph()
        if line.role == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif line.role in ("issuer", "date"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        lead = line.lead if style.setting == "bold leads" else 0
        first = paragraph.add_run(line.text[:lead] if lead else line.text)
        first.font.size = Pt(22 if line.role == "title" else 16)
        first.bold = True if lead or (line.role == "heading" and style.setting != "plain") else None
        if lead:
            paragraph.add_run(line.text[lead:]).font.size = Pt(16)
        if line.role == "heading" and style.setting == "styles":
            paragraph.style = document.styles[f"Heading {line.level}"]
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf(model: Model, style: Style, lines: list[Line]) -> bytes:
    """Draw pages of 22 lines of 28 characters with a running head and a page number."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from render.resources import folder

    font = next(folder("fonts").glob("*angsong*.ttf"))
    if "Fangsong" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Fangsong", str(font)))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    number, height = 1, 0.0

    def start() -> None:
        nonlocal height
        canvas.setFont("Fangsong", 10)
        canvas.drawString(80, 800, f"{model.title}（公开稿）")
        canvas.drawCentredString(297, 40, f"— {number} —")
        height = 740.0

    start()
    for line in lines:
        size = 22 if line.role == "title" else 16
        first = "" if line.role in ("title", "addressee", "issuer", "date", "subtitle") else "　　"
        for row in _wrapped(first + line.text, 20 if line.role == "title" else 27):
            if height < 90:
                canvas.showPage()
                number += 1
                start()
            canvas.setFont("Fangsong", size)
            if line.role == "title":
                canvas.drawCentredString(297, height, row)
            elif line.role in ("issuer", "date"):
                canvas.drawRightString(490, height, row)
            else:
                canvas.drawString(80, height, row)
            height -= 30
    canvas.save()
    return file.getvalue()


# Headers and footers


def page_top(model: Model) -> list[str]:
    """Crumbs, the title again, date and source, tools."""
    return [
        "无障碍 | 繁体 | 登录",
        "首页",
        "政务公开",
        "互动交流",
        "当前位置：首页 > 政务公开 > 法定主动公开内容 > 工作报告",
        model.title,
        f"发布时间：{model.date or '2020-01-20'} 16:05 来源：市政府办公室 浏览次数：1024次 字体：[大 中 小]",
        "分享到： 微信 微博",
    ]


def page_foot(_: Model) -> list[str]:
    """Tools and the foot of a site."""
    return [
        "【打印本页】 【关闭窗口】",
        "上一篇：关于开展城市体检工作的通知",
        "下一篇：没有了",
        "扫一扫在手机打开当前页",
        "主办单位：云浦市人民政府办公室 承办单位：云浦市大数据局",
        "云ICP备12345678号 云公网安备 53000002000001号 网站标识码：5300000001",
        "联系我们 | 网站地图 | 关于我们",
    ]


def information(model: Model) -> list[str]:
    """An information table as a page's text has it, one pair a line."""
    return [
        f"索 引 号：{model.more.get('index', 'YP-0001')}",
        f"主题分类：{model.more.get('category', '综合政务')}",
        f"发文机关：{'、'.join(model.issuers)}",
        f"成文日期：{model.date} 09:30" if model.date else "成文日期：",
        f"文 号：{model.number or '无'}",
        f"标 题：{model.title}",
        "有效性：有效",
    ]


def information_in_pairs(model: Model) -> list[str]:
    """The same, two pairs to a line, in another order."""
    return [
        f"名称：{model.title} 文号：{model.number or '无'}",
        f"发布机构：{'、'.join(model.issuers)} 索引号：{model.more.get('index', 'YP-0001')}",
        f"公开方式：主动公开 生成日期：{model.date}",
    ]


def information_below(model: Model) -> list[str]:
    """The same, each value on the line below its label."""
    lines: list[str] = []
    for label, value in (
        ("索引号", "YP-0001"),
        ("发文机构", "、".join(model.issuers)),
        ("发文日期", model.date),
        ("名称", model.title),
    ):
        lines += [f"• {label}：", f"　　{value}"]
    return lines


HAN_THEN_DIGITS = ("{一}、", "{1}、", "（{1}）", "{①}")
STYLES = (
    Style("plain"),
    Style("half-width marks under an information table", is_half=True, header=information, has_title=False),
    Style("a page with all its furniture", header=page_top, footer=page_foot, has_title=False),
    Style("furniture and ASCII marks", header=page_top, footer=page_foot, is_half=True),
    Style("pairs in a line", header=information_in_pairs, footer=page_foot),
    Style("values below labels", header=information_below, indent=""),
    Style("一、 then 1、", HAN_THEN_DIGITS),
    Style("chapters and sections", ("第{一}章", "第{一}节", "{一}、", "（{一}）"), blank=" "),
    Style("parts", ("第{一}部分 ", "{一}、", "（{一}）", "{1}.")),
    Style("decimal outline", ("{1}.", "（{1}）", "{①}", "（{一}）")),
    Style("numbers that go on", goes_on=True),
    Style("every heading on its own line", runs_in=False),
    Style("headings that end in a full stop", runs_in=False, ends="。"),
    Style("wrapped at 35", width=35),
    Style("wrapped at 28 without signature", width=28, is_signed=False, header=information),
    Style("no indents", indent=""),
    Style("blank lines between", setting="blank lines", indent=""),
    Style("GB 18030, CRLF", encoding="gb18030", setting="CRLF"),
    Style("blanks behind numbers", blank=" ", is_half=True),
    Style("no signature", is_signed=False, header=information),
    Style("issuers above the text", setting="issuers above"),
    Style("web page with a table", kind="html", setting="table"),
    Style("web page, bold leads", kind="html", setting="bold leads", header=page_top),
    Style("web page of line breaks", kind="html", setting="br"),
    Style("web page in GBK", kind="html", setting="plain", encoding="gbk", is_half=True),
    Style("web page without bold", kind="html", setting="plain", footer=page_foot),
    Style("DOCX without styles", kind="docx", setting="plain"),
    Style("DOCX with heading styles", kind="docx", setting="styles"),
    Style("DOCX with bold leads", kind="docx", setting="bold leads"),
    Style("PDF with running heads", kind="pdf"),
)
