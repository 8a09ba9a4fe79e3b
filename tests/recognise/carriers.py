"""Carriers: the files in which an office publishes a text, with all that a site or a program puts around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import groupby

from recognise.genre import Genre, Row

SITE = "东海省人民政府门户网站"
CENTRED = ("T", "T2", "S", "X", "I above")


@dataclass(frozen=True)
class Carried:
    """A file, and the lines in it that are no part of the text."""

    data: bytes
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True)
class Carrier:
    """A way to publish a text."""

    name: str
    suffix: str
    carry: Callable[[Genre], Carried]


def contents(genre: Genre) -> tuple[str, ...]:
    """List the lines that no carrier shows as text."""
    return tuple(row.text for row in genre.rows if row.kind == "~")


# Plain text


def _text(genre: Genre, *, indent: str = "　　", width: int = 0) -> list[str]:
    lines: list[str] = []
    for row in genre.rows:
        if row.kind == "t":
            lines.append("\t".join(row.cells))
        elif row.kind in ("T", "T2", "S", "A", "X", "~", "N"):
            lines.append(row.text)
        elif row.kind in ("I", "D"):
            lines.append(("　" * 16 if indent else "") + row.text)
        elif width:
            whole = indent + row.text
            lines += [whole[at : at + width] for at in range(0, len(whole), width)]
        else:
            lines.append(indent + row.text)
    return lines


def _plain(genre: Genre) -> Carried:
    return Carried("\n".join(_text(genre)).encode(), contents(genre))


def _flush(genre: Genre) -> Carried:
    return Carried("\r\n\r\n".join(_text(genre, indent="")).encode("gb18030"), contents(genre))


def _wrapped(genre: Genre) -> Carried:
    return Carried("\n".join(_text(genre, width=36)).encode(), contents(genre))


def _copied(genre: Genre) -> Carried:
    """As a browser copies it: site and tools above, links and the site's foot below."""
    top = [
        "无障碍浏览  长者模式  简体  繁体", SITE, "首页  要闻动态  政务公开  政务服务  互动交流  走进东海",
        f"首页 > 政务公开 > 政府信息公开 > 法定主动公开内容 > {genre.title[:12]}",
        genre.title, "发布时间：2021-03-09 10:26  来源：省政府办公厅  字体：【大 中 小】  打印  关闭", "分享：",
    ]  # fmt: skip
    foot = [
        "责任编辑：韦静", "扫一扫在手机打开当前页", "相关链接", "政策解读：一图读懂政府工作报告", "打印本页 关闭窗口",
        "网站地图 | 联系我们 | 关于本站 | 网站声明",
        "主办：东海省人民政府办公厅 承办：东海省大数据中心 网站标识码：4600000001",
        "东ICP备05000001号-1 东公网安备 46000002000001号",
    ]  # fmt: skip
    body = [line for row, line in zip(genre.rows, _text(genre), strict=True) if row.kind != "T"]
    furniture = [line for line in (*top, *foot) if line != genre.title]
    return Carried("\n".join([*top, *body, *foot]).encode(), (*furniture, *contents(genre)))


# Web pages


def _groups(genre: Genre) -> list[tuple[bool, list[Row]]]:
    return [(is_table, list(rows)) for is_table, rows in groupby(genre.rows, lambda row: row.kind == "t")]


def _table(rows: list[Row], attributes: str = "") -> str:
    made = ""
    for row in rows:
        cells, at = "", 0
        while at < len(row.cells):
            span = 1
            while (
                at + span < len(row.cells)
                and row.cells[at + span] == row.cells[at]
                and len(row.cells[at]) > 4
            ):
                span += 1
            across = f' colspan="{span}"' if span > 1 else ""
            cells += f"<td{across}><p>{escape(row.cells[at])}</p></td>"
            at += span
        made += f"<tr>{cells}</tr>"
    return f"<table {attributes}><tbody>{made}</tbody></table>"


def _trs(genre: Genre) -> Carried:
    """A page of the usual content system: TRS_Editor, breadcrumbs, tools and a QR code."""
    body = ""
    for is_table, rows in _groups(genre):
        if is_table:
            body += _table(rows, 'class="MsoTableGrid" border="1"')
            continue
        for row in rows:
            if row.kind == "T":
                continue
            text = escape(row.text)
            if row.lead:
                text = f"<strong>{escape(row.text[: row.lead])}</strong>{escape(row.text[row.lead :])}"
            elif row.kind == "H":
                text = f'<span style="font-family: 黑体">{text}</span>'
            align = {"S": "center", "T2": "center", "I": "right", "D": "right"}.get(row.kind, "justify")
            indent = "" if row.kind in ("S", "A", "I", "D", "T2", "X") else "&emsp;&emsp;"
            body += f'<p style="text-align: {align};">{indent}{text}</p>\n'
    title = escape(genre.title)
    page = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"/><meta name="SiteName" content="{SITE}"/>
<meta name="ArticleTitle" content="{title}"/><meta name="PubDate" content="2021-03-09 10:26:00"/>
<meta name="ContentSource" content="省政府办公厅"/><title>{title}_政府信息公开_{SITE}</title>
<script src="/js/jquery.js"></script><style>.article p{{line-height:2em}}</style></head>
<body><div class="header"><div class="logo"><a href="/"><img src="/images/logo.png" alt="{SITE}"/></a></div>
<ul class="nav"><li><a href="/yw/">要闻动态</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul></div>
<div class="position">您所在的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zwgk/">政务公开</a>&nbsp;&gt;&nbsp;正文</div>
<div class="article"><h1>{title}</h1>
<div class="info"><span>发布时间：2021-03-09 10:26</span><span>来源：省政府办公厅</span><span>字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></span>
<a href="javascript:window.print()">打印</a></div>
<div class="TRS_Editor"><div class="Custom_UNIONSTYLE">{body}</div></div>
<div class="fj">相关附件：<ul><li><a href="P020210309.pdf">{title}.pdf</a></li></ul></div>
<div class="ewm"><img src="/ewm.png"/><p>扫一扫在手机打开当前页</p></div>
<div class="tools"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div></div>
<div class="footer"><p>主办单位：东海省人民政府办公厅　　网站标识码：4600000001</p><p><a href="#">东ICP备05000001号</a></p></div>
<script>document.write("<p>访问统计。</p>");</script></body></html>"""
    furniture = (
        "要闻动态", "您所在的位置：首页 > 政务公开 > 正文", "发布时间：2021-03-09 10:26来源：省政府办公厅",
        "扫一扫在手机打开当前页", "打印本页 关闭窗口", "东ICP备05000001号", *contents(genre),
    )  # fmt: skip
    return Carried(page.encode(), furniture)


def _font_age(genre: Genre) -> Carried:
    """A page of the years around 2000: tables for layout, <font>, line breaks, GB 2312 and a visitor count."""
    body = ""
    for is_table, rows in _groups(genre):
        if is_table:
            body += _table(rows, "border=1 cellspacing=0")
            continue
        for row in rows:
            if row.kind in ("S", "T2", "I", "D", "X"):
                body += f"<center>{escape(row.text)}</center>\n"
            elif row.kind != "T":
                body += f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(row.text)}<br><br>\n"
    title = escape(genre.title)
    page = f"""<HTML><HEAD><TITLE>{title}</TITLE><META http-equiv=Content-Type content="text/html; charset=gb2312"></HEAD>
<BODY bgColor=#ffffff topMargin=0><TABLE width=776 align=center border=0><TBODY><TR><TD background=bg.gif><IMG src="top.jpg" width=776></TD></TR>
<TR><TD height=24><A href="index.asp">首页</A> | <A href="a.asp">政务信息</A> | <A href="b.asp">政策法规</A> | <A href="c.asp">在线办事</A></TD></TR>
<TR><TD><TABLE width="100%"><TR><TD width=180 vAlign=top><FONT color=red>热点专题</FONT><BR><A href="1.htm">·机构改革专题</A><BR><A href="2.htm">·防汛抗旱专题</A></TD>
<TD vAlign=top><P align=center><FONT face=黑体 color=#cc0000 size=5><B>{title}</B></FONT></P>
<P align=center><FONT size=2>发布日期：2004年3月9日　阅读：1352次</FONT></P><HR>
<TABLE cellPadding=8><TR><TD class=content><FONT face=宋体 size=3>
{body}</FONT></TD></TR></TABLE><P align=right>【<A href="javascript:window.close()">关闭窗口</A>】【<A href="#">打印</A>】</P></TD></TR></TABLE></TD></TR>
<TR><TD align=middle><FONT size=2>版权所有：东海省人民政府办公厅　技术支持：东海信息中心<BR>您是第 1280563 位访问者　建议使用IE5.0以上浏览器</FONT></TD></TR></TBODY></TABLE></BODY></HTML>"""
    furniture = (
        "首页 | 政务信息 | 政策法规 | 在线办事", "·机构改革专题", "发布日期：2004年3月9日　阅读：1352次", "【关闭窗口】【打印】",
        "您是第 1280563 位访问者", *contents(genre),
    )  # fmt: skip
    return Carried(page.encode("gb18030"), furniture)


def _policy(genre: Genre) -> Carried:
    """A page of a policy library: an information table, the text pasted from Word, related files below."""
    body = ""
    for is_table, rows in _groups(genre):
        if is_table:
            body += _table(rows, 'width="600" style="border-collapse:collapse"')
            continue
        for row in rows:
            text = escape(row.text)
            align = {"T": "center", "S": "center", "T2": "center", "I": "right", "D": "right", "X": "center"}
            how = align.get(row.kind, "justify")
            if row.kind == "T":
                text = f"<span style='font-size:22.0pt;font-family:方正小标宋简体'>{text}</span>"
            elif row.kind in ("S", "A", "T2", "I", "D", "X"):
                text = f"<span style='font-size:16.0pt;font-family:仿宋_GB2312'>{text}</span>"
            else:
                lead, rest = escape(row.text[: row.lead]), escape(row.text[row.lead :])
                face = "黑体" if row.level == 1 else "楷体_GB2312" if row.level == 2 else "仿宋_GB2312"
                weight = ";font-weight:bold" if row.level == 3 else ""
                lead = (
                    f"<span style='font-size:16.0pt;font-family:{face}{weight}'>{lead}</span>" if lead else ""
                )
                rest_face = face if row.kind == "H" and not row.lead else "仿宋_GB2312"
                text = f"{lead}<span style='font-size:16.0pt;font-family:{rest_face}'>{rest}</span>"
                text = f"&nbsp;&nbsp;&nbsp; {text}" if row.kind == "P" else f"　　{text}"
            body += f"<p class=MsoNormal align={how} style='text-align:{how}'>{text}<o:p></o:p></p>\n"
    title = escape(genre.title)
    issuers = genre.head.get("issuers", "") or "东海省人民政府"
    page = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>{title}_政策_{SITE}</title></head>
<body><div id="top_nav"><a>登录</a><a>个人中心</a><a>退出</a><a>邮箱</a><a>无障碍</a><a>EN</a></div>
<div class="w1100"><div class="crumbs">首页 &gt; 政策 &gt; 政府文件 &gt; 正文</div>
<div class="policyLibraryOverview_header"><table class="bd1"><tbody>
<tr><td><b>标　　题：</b></td><td colspan="3">{title}</td></tr>
<tr><td><b>发文机关：</b></td><td>{issuers}</td><td><b>来　　源：</b></td><td>东海政府网</td></tr>
<tr><td><b>主题分类：</b></td><td>综合政务\\其他</td><td><b>公文种类：</b></td><td>报告</td></tr>
<tr><td><b>成文日期：</b></td><td>{genre.head.get("date", "")}</td><td><b>发布日期：</b></td><td>2021年03月20日</td></tr>
<tr><td><b>发文字号：</b></td><td>{genre.head.get("number", "")}</td><td></td><td></td></tr></tbody></table></div>
<div class="pages_content" id="UCAP-CONTENT">{body}</div>
<div class="related"><h3>相关稿件</h3><ul><li><a href="x">解读：《政府工作报告》起草组负责人谈今年任务</a></li><li><a href="y">一图读懂</a></li></ul></div>
<div class="sharebar">分享到：微信 微博 QQ空间</div></div>
<div class="footer"><p>链接：全国人大 | 全国政协 | 国家监察委员会 | 最高人民法院</p><p>版权所有：东海政府网 网站标识码4600000001</p></div></body></html>"""
    furniture = (
        "首页 > 政策 > 政府文件 > 正文", "相关稿件", "解读：《政府工作报告》起草组负责人谈今年任务", "分享到：微信 微博 QQ空间",
        "版权所有：东海政府网 网站标识码4600000001", *contents(genre),
    )  # fmt: skip
    return Carried(page.encode(), furniture)


# Word files


def _docx(genre: Genre, *, is_dressed: bool) -> Carried:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = docx.Document()
    furniture = list(contents(genre))
    if is_dressed:
        section = document.sections[0]
        section.header.paragraphs[0].text = f"{genre.title[:20]}（送审稿）"
        section.footer.paragraphs[0].text = "内部资料　注意保存"
        furniture += [f"{genre.title[:20]}（送审稿）", "内部资料　注意保存"]
    for is_table, rows in _groups(genre):
        if is_table:
            width = max(len(row.cells) for row in rows)
            table = document.add_table(len(rows), width)
            for row, cells in zip(rows, table.rows, strict=True):
                for text, cell in zip(row.cells, cells.cells, strict=False):
                    cell.text = text
            for number, row in enumerate(rows):
                at = 0
                for text, run in groupby(row.cells):
                    span = len(list(run))
                    if span > 1 and len(text) > 4:
                        table.cell(number, at).merge(table.cell(number, at + span - 1)).text = text
                    at += span
            continue
        for row in rows:
            paragraph = document.add_paragraph()
            size, face = 16, "仿宋_GB2312"
            if row.kind in ("T", "T2"):
                size, face = 22, "方正小标宋简体"
            elif row.level == 1:
                face = "黑体"
            elif row.level == 2:
                face = "楷体_GB2312"
            if row.kind in ("T", "T2", "S", "X"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            elif row.kind in ("I", "D"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if row.kind == "~" and is_dressed:
                paragraph.style = document.styles["TOC Heading" if "目" in row.text else "Normal"]
            pieces = [
                (row.text[: row.lead], face),
                (row.text[row.lead :], "仿宋_GB2312" if row.lead else face),
            ]
            for text, own in pieces:
                if text:
                    run = paragraph.add_run(text)
                    run.font.size = Pt(size)
                    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), own)
                    run.bold = True if row.level == 3 and own == face and not row.lead else None
    file = BytesIO()
    document.save(file)
    return Carried(file.getvalue(), tuple(furniture))


# PDF


def _typst(genre: Genre) -> Carried:
    import typst

    from render.resources import folder

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = [
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), '
        f"header: align(right, text(size: 10pt, {quoted(genre.title[:16] + '（公开版）')})), "
        'footer: context align(center, text(size: 12pt, "— " + str(here().page()) + " —")))',
        '#set text(font: "Gongwen Fangsong", size: 16pt, lang: "zh")',
        "#set par(leading: 12pt, spacing: 12pt, justify: true, first-line-indent: (amount: 2em, all: true))",
    ]
    for is_table, rows in _groups(genre):
        if is_table:
            width = max(len(row.cells) for row in rows)
            cells = ", ".join(
                f"[#{quoted(cell)}]" for row in rows for cell in [*row.cells, *[""] * width][:width]
            )
            lines.append(f"#table(columns: {width}, {cells})")
            continue
        for row in rows:
            text = f"#{quoted(row.text)}"
            if row.kind in ("T", "T2"):
                lines.append(
                    f"#align(center, par(first-line-indent: 0em, text(size: 22pt, {quoted(row.text)})))"
                )
            elif row.kind in ("S", "X"):
                lines.append(f"#align(center, par(first-line-indent: 0em, {quoted(row.text)}))")
            elif row.kind in ("I", "D"):
                lines.append(f"#align(right, par(first-line-indent: 0em, {quoted(row.text)}))")
            elif row.kind in ("A", "~"):
                lines.append(f"#par(first-line-indent: 0em, {quoted(row.text)})")
            else:
                lines.append(text)
    data = typst.compile(
        "\n\n".join(lines).encode(), font_paths=[str(folder("fonts"))], ignore_system_fonts=True
    )
    return Carried(data, (genre.title[:16] + "（公开版）", "— 1 —", *contents(genre)))


CARRIERS = (
    Carrier("plain text", ".txt", _plain),
    Carrier("text without indents in GB 18030", ".txt", _flush),
    Carrier("wrapped text", ".txt", _wrapped),
    Carrier("text copied from a page", ".txt", _copied),
    Carrier("page of a content system", ".html", _trs),
    Carrier("page of the years around 2000", ".htm", _font_age),
    Carrier("page of a policy library", ".html", _policy),
    Carrier("DOCX", ".docx", lambda genre: _docx(genre, is_dressed=False)),
    Carrier("DOCX with header and footer", ".docx", lambda genre: _docx(genre, is_dressed=True)),
    Carrier("PDF by Typst", ".pdf", _typst),
)
