"""Described: a DOCX written from a description, as the samples of layout rules give it.

One line for each paragraph: what it is, what is unusual about it, what it says, with ｜ between. What is not
said is as the standard asks. 页面 and 页码 lines change the page set-up and the page numbers.

    页面｜左20
    标题｜工作报告
    正文｜宋体 12磅｜各项工作取得成效。
    正文｜各项工作〖黑体〗取得〖〗成效。
"""

from __future__ import annotations

import io
import re
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

USUAL = {
    "标题": "方正小标宋简体 22磅 居中 行距28.95",
    "主送": "仿宋_GB2312 16磅 行距28.95",
    "正文": "仿宋_GB2312 16磅 首行2 两端 行距28.95",
    "段落": "仿宋_GB2312 16磅 首行2 两端 行距28.95",
    "附文": "仿宋_GB2312 16磅 首行2 两端 行距28.95",
    "一级": "黑体 16磅 首行2 两端 行距28.95",
    "二级": "楷体_GB2312 16磅 首行2 两端 行距28.95",
    "三级": "仿宋_GB2312 16磅 首行2 两端 行距28.95",
    "附件说明": "仿宋_GB2312 16磅 左2 行距28.95",
    "署名": "仿宋_GB2312 16磅 右对齐 行距28.95",
    "日期": "仿宋_GB2312 16磅 右对齐 右2 行距28.95",
    "附件": "黑体 16磅 行距28.95 另页",
    "附件标题": "方正小标宋简体 22磅 居中 行距28.95",
    "标志": "方正小标宋简体 40磅 居中 颜色FF0000",
    "文号": "仿宋_GB2312 16磅 居中 行距28.95 线色FF0000 下线10",
    "红线": "行距10 线色FF0000 下线10",
    "抄送": "仿宋_GB2312 14磅 左1 右1 上线8 下线6",
    "印发": "仿宋_GB2312 14磅 左1 右1 下线8",
    "空行": "仿宋_GB2312 16磅 行距28.95",
}
_SPACED = ("主送", "附件说明", "署名", "附件标题")  # with an empty row above (7.3)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"


_COMMENT = '<w:comment w:id="0" w:author="某科"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>'
_NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def docx_of(description: str) -> bytes:
    """Write the DOCX a description gives."""
    lines = [line for line in description.strip().split("\n") if line]
    page, folio, settings, body = "", "外侧 宋体 14磅", "", ""
    above = ""
    for line in lines:
        what, *rest = line.split("｜")
        says, text = (rest[0], rest[1]) if len(rest) > 1 else ("", rest[0] if rest else "")
        if what == "页面":
            page = text
        elif what == "页码":
            folio = text
        elif what == "设置":
            settings = text
        elif what == "表格":
            body += _table(text, says)
        else:
            # The usual date, six and a half characters wide, begins two right of the name (7.3.5.2).
            place = f"右{max(10.5 - len(text), 2)}" if what == "署名" else ""
            if what in _SPACED and above not in ("", "空行", what) and "紧接" not in says:
                body += _paragraph(USUAL["空行"], "")
            body += _paragraph(f"{USUAL[what]} {place} {says.replace('紧接', '')}", text)
            above = what
    return _package(body, page, folio, settings)


def _paragraph(says: str, text: str) -> str:
    values = _values(says)
    breaks = '<w:r><w:br w:type="page"/></w:r>' if "分页" in values else ""
    return f"<w:p>{_properties(values)}{_runs(values, text)}{breaks}</w:p>"


def _values(says: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for word in says.split():
        if found := re.fullmatch(r"([\d.]+)磅", word):
            values["size"] = found[1]
        elif found := re.fullmatch(
            r"(首行|左|右|行距|至少|倍|段前|段后|颜色|缩放|上线|下线|线色|字距)([\dA-F.]+)", word
        ):
            if found[1] in ("行距", "至少", "倍"):
                for other in ("行距", "至少", "倍"):
                    values.pop(other, None)
            values[found[1]] = found[2]
        elif word in ("居中", "右对齐", "左对齐", "两端", "分散"):
            values["jc"] = {
                "居中": "center", "右对齐": "right", "左对齐": "left", "两端": "both", "分散": "distribute",
            }[word]  # fmt: skip
        elif word in (
            *("加粗", "斜体", "下划线", "隐藏", "高亮", "另页", "分页", "编号", "新增", "批注"),
            *("链接", "文本框", "域"),
        ):
            values[word] = "1"
        elif word == "接排":
            values.pop("另页", None)
        elif word == "无线":
            values.pop("上线", None)
            values.pop("下线", None)
        else:
            values["face"] = word
    return values


def _properties(values: dict[str, str]) -> str:
    size = float(values.get("size", "16"))
    made = "<w:pageBreakBefore/>" if "另页" in values else ""
    if "编号" in values:
        made += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{values[key]}" w:color="{values.get("线色", "000000")}"/>'
        for key, side in (("上线", "top"), ("下线", "bottom"))
        if key in values
    )
    made += f"<w:pBdr>{lines}</w:pBdr>" if lines else ""
    line = ""
    if "行距" in values:
        line = f' w:line="{round(float(values["行距"]) * 20)}" w:lineRule="exact"'
    elif "至少" in values:
        line = f' w:line="{round(float(values["至少"]) * 20)}" w:lineRule="atLeast"'
    elif "倍" in values:
        line = f' w:line="{round(float(values["倍"]) * 240)}" w:lineRule="auto"'
    before = round(float(values.get("段前", "0")) * 20)
    after = round(float(values.get("段后", "0")) * 20)
    made += f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'
    first = float(values.get("首行", "0"))
    left, right = (round(float(values.get(side, "0")) * size * 20) for side in ("左", "右"))
    made += (
        f'<w:ind w:left="{left}" w:right="{right}" w:firstLineChars="{round(first * 100)}" '
        f'w:firstLine="{round(first * size * 20)}"/>'
    )
    return f'<w:pPr>{made}<w:jc w:val="{values.get("jc", "left")}"/></w:pPr>'


def _runs(values: dict[str, str], text: str) -> str:
    made = ""
    own = values
    for part in re.split("(〖[^〗]*〗)", text):
        if part.startswith("〖"):
            own = {**values, **_values(part[1:-1])} if part != "〖〗" else values
        elif part:
            made += _run(own, part)
    return made


def _run(values: dict[str, str], text: str) -> str:
    face = values.get("face", "仿宋_GB2312")
    made = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/>'
    made += "<w:b/>" if "加粗" in values else ""
    made += "<w:i/>" if "斜体" in values else ""
    made += "<w:vanish/>" if "隐藏" in values else ""
    made += f'<w:color w:val="{values["颜色"]}"/>' if "颜色" in values else ""
    made += f'<w:spacing w:val="{round(float(values["字距"]) * 20)}"/>' if "字距" in values else ""
    made += f'<w:w w:val="{values["缩放"]}"/>' if "缩放" in values else ""
    made += f'<w:sz w:val="{round(float(values.get("size", "16")) * 2)}"/>'
    made += '<w:highlight w:val="yellow"/>' if "高亮" in values else ""
    made += '<w:u w:val="single"/>' if "下划线" in values else ""
    words = ""
    for piece in re.split("(→|↵)", text):
        words += {"→": "<w:tab/>", "↵": "<w:br/>"}.get(
            piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
        )
    run = f"<w:r><w:rPr>{made}</w:rPr>{words}</w:r>"
    if "新增" in values:
        return f'<w:ins w:id="9" w:author="某科">{run}</w:ins>'
    if "批注" in values:
        mark = '<w:r><w:commentReference w:id="0"/></w:r>'
        return f'<w:commentRangeStart w:id="0"/>{run}<w:commentRangeEnd w:id="0"/>{mark}'
    if "链接" in values:
        return f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>'
    if "域" in values:
        return f'<w:fldSimple w:instr=" REF a ">{run}</w:fldSimple>'
    if "文本框" in values:
        return (
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
            f"<w:p>{run}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    return run


def _table(text: str, says: str) -> str:
    rows = ""
    for row in text.split("／"):
        cells = (f"<w:tc>{_paragraph('仿宋_GB2312 12磅', cell)}</w:tc>" for cell in row.split("，"))
        head = "<w:trPr><w:tblHeader/></w:trPr>" if "重复表头" in says and not rows else ""
        rows += f"<w:tr>{head}{''.join(cells)}</w:tr>"
    wide = re.search(r"宽(\d+)", says)
    width = f'<w:tblW w:w="{round(float(wide[1]) * 56.6929)}" w:type="dxa"/>' if wide else ""
    return f"<w:tbl><w:tblPr>{width}</w:tblPr>{rows}</w:tbl>"


def _package(body: str, page: str, folio: str, settings: str) -> bytes:
    mm = {"上": 37.0, "下": 35.0, "左": 28.0, "右": 26.0, "宽": 210.0, "高": 297.0, "栏": 1.0, "脚": 25.0}
    mm["网格"] = 28.95
    for word in page.split():
        mm[word[:2] if word.startswith(("网格", "字格")) else word[0]] = float(
            word.removeprefix("网格").removeprefix("字格").lstrip("上下左右宽高栏脚")
        )
    twips = {key: round(value * 56.6929) for key, value in mm.items()}
    feet = {}
    if folio != "无":
        for kind in ("default", "even") if "外侧" in folio else ("default",):
            feet[kind] = _foot(folio, kind)
    references = "".join(f'<w:footerReference w:type="{kind}" r:id="f{kind}"/>' for kind in feet)
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips["宽"]}" w:h="{twips["高"]}"/>'
        f'<w:pgMar w:top="{twips["上"]}" w:right="{twips["右"]}" w:bottom="{twips["下"]}" '
        f'w:left="{twips["左"]}" w:header="851" w:footer="{twips["脚"]}" w:gutter="0"/>'
        f'<w:cols w:num="{int(mm["栏"])}"/>'
        f"<w:docGrid {_grid(mm)}/></w:sectPr>"
    )
    has_comment = "commentReference" in body
    even = "<w:evenAndOddHeaders/>" if "even" in feet else ""
    even += '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' if "保护" in settings else ""
    even += "<w:trackRevisions/>" if "修订" in settings else ""
    parts = {
        "[Content_Types].xml": _TYPES.format(
            f'<Override PartName="/word/document.xml" ContentType="{_PART}.document.main+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{_PART}.settings+xml"/>'
            + (f'<Override PartName="/word/comments.xml" ContentType="{_PART}.comments+xml"/>' * has_comment)
            + f'<Override PartName="/word/numbering.xml" ContentType="{_PART}.numbering+xml"/>'
            + "".join(
                f'<Override PartName="/word/{kind}.xml" ContentType="{_PART}.footer+xml"/>' for kind in feet
            )
        ),
        "_rels/.rels": _rels([("r", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _rels(
            [
                ("s", "settings", "settings.xml"),
                ("n", "numbering", "numbering.xml"),
                *([("c", "comments", "comments.xml")] if has_comment else []),
                *((f"f{kind}", "footer", f"{kind}.xml") for kind in feet),
            ]
        ),
        "word/numbering.xml": f"{_HEAD}<w:numbering {_W}>{_NUMBERS}</w:numbering>",
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{section}</w:body></w:document>",
        "word/settings.xml": f"{_HEAD}<w:settings {_W}>{even}</w:settings>",
        **({"word/comments.xml": f"{_HEAD}<w:comments {_W}>{_COMMENT}</w:comments>"} if has_comment else {}),
        **{f"word/{kind}.xml": f"{_HEAD}<w:ftr {_W}>{foot}</w:ftr>" for kind, foot in feet.items()},
    }
    made = io.BytesIO()
    with ZipFile(made, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return made.getvalue()


def _grid(mm: dict[str, float]) -> str:
    pitch = f'w:linePitch="{round(mm["网格"] * 20)}"'
    if "字格" not in mm:
        return f'w:type="lines" {pitch}'
    cell = (mm["宽"] - mm["左"] - mm["右"]) * 72 / 25.4 / mm["字格"]
    # Counted from the ten points that a file without styles has (17.3.2.38).
    return f'w:type="linesAndChars" {pitch} w:charSpace="{round((cell - 10) * 4096)}"'


def _foot(folio: str, kind: str) -> str:
    values = _values(folio.replace("外侧", "").replace("无一字线", "").replace("贴边", ""))
    side = values.get("jc") or ("right" if kind == "default" else "left")
    indent = ' w:right="280"' if side == "right" else ' w:left="280"' if side == "left" else ""
    indent = "" if "贴边" in folio else indent
    own = {"face": values.get("face", "宋体"), "size": values.get("size", "14")}
    dash = ("", "") if "无一字线" in folio else ("— ", " —")
    number = f'<w:fldSimple w:instr=" PAGE ">{_run(own, "1")}</w:fldSimple>'
    before, after = (_run(own, text) if text else "" for text in dash)
    return f'<w:p><w:pPr><w:ind{indent}/><w:jc w:val="{side}"/></w:pPr>{before}{number}{after}</w:p>'


def _colophon(canvas: Any, lines: list[str], foot: float, mm: float) -> None:
    """Draw the lines of a 版记 and the rules between them, the last rule at `foot`."""
    canvas.setStrokeColorRGB(0, 0, 0)
    for at in range(len(lines) + 1):
        canvas.setLineWidth((0.35 if at in (0, len(lines)) else 0.25) * mm)
        canvas.line(28 * mm, foot + at * 24, 184 * mm, foot + at * 24)
    canvas.setFont("GongwenFangsong", 14)
    for at, line in enumerate(reversed(lines)):
        agency, _, day = line.rpartition("\u3000")
        canvas.drawString(28 * mm + 14, foot + at * 24 + 7, (agency or line).strip("\u3000"))
        if agency:
            canvas.drawRightString(184 * mm - 14, foot + at * 24 + 7, day)


def _rels(rows: list[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{target}"/>' for key, kind, target in rows
    )
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>"
    )


def pdf_of(description: str) -> bytes:
    """Write the PDF a description gives, of as many pages as its text fills.

    Its first line says 行距 and 字距 in points, 左 in millimetres, 字数 to a line (as many as fit unless
    given), and 不嵌入 for page numbers in a face that is not in the file. A 几 in text written several times
    is the number of the time.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from render import resources
    from render.han import in_han

    first, *lines = description.strip().split("\n")
    says = first.partition("｜")[2]
    number = {key: float(value) for key, value in re.findall(r"(行距|字距|左|字数)([\d.]+)", says)}
    folder = resources.folder("fonts")
    for name in ("Fangsong", "Title", "Song"):
        pdfmetrics.registerFont(TTFont(f"Gongwen{name}", folder / f"Gongwen{name}.ttf"))
    folio_face = "Helvetica" if "不嵌入" in says else "GongwenSong"
    mm = 72 / 25.4
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(210 * mm, 297 * mm))
    left, y, page = number["左"] * mm, (297 - 37) * mm - 14, 1
    count = int(number.get("字数", 156 * mm / number["字距"] + 0.01))

    def end_page() -> None:
        canvas.setFont(folio_face, 14)
        width = pdfmetrics.stringWidth(f"— {page} —", folio_face, 14)
        x = 184 * mm - 14 - width if page % 2 else 28 * mm + 14
        canvas.drawString(x, 28 * mm - 4, f"— {page} —")
        canvas.showPage()

    for line in lines:
        what, _, text = line.partition("｜")
        kind, _, times = what.partition("×")
        if kind == "标题":
            canvas.setFont("GongwenTitle", 22)
            canvas.drawCentredString(106 * mm, y, text)
            y -= 2 * number["行距"]
            continue
        if kind in ("标志", "文号"):
            canvas.setFont(*(("GongwenTitle", 40) if kind == "标志" else ("GongwenFangsong", 16)))
            canvas.setFillColorRGB(1 if kind == "标志" else 0, 0, 0)
            canvas.drawCentredString(106 * mm, y - 30, text)
            canvas.setFillColorRGB(0, 0, 0)
            y -= 2.5 * number["行距"]
            continue
        if kind == "红线":
            canvas.setStrokeColorRGB(1, 0, 0)
            at = y - 30 + 2.5 * number["行距"] - 2.2 - float(text) * mm
            canvas.line(28 * mm, at, 184 * mm, at)
            y -= number["行距"]
            continue
        if kind == "落款":
            canvas.setFont("GongwenFangsong", 16)
            for words, right in zip(text.split("／"), (4.5, 2), strict=True):
                canvas.drawRightString(184 * mm - right * 16, y, words)
                y -= number["行距"]
            continue
        if kind == "版记":
            _colophon(canvas, text.split("／"), (float(times) if times else 35) * mm, mm)
            continue
        for number_of in range(int(times or 1)):
            rest = "\u3000\u3000" + text.replace("几", in_han(number_of + 1)) + "。"
            while rest:
                if y < 35 * mm:
                    end_page()
                    page, y = page + 1, (297 - 37) * mm - 14
                canvas.setFont("GongwenFangsong", 16)
                for at, char in enumerate(rest[:count]):
                    if char != "\u3000":
                        canvas.drawString(left + at * number["字距"], y, char)
                rest = rest[count:]
                y -= number["行距"]
    end_page()
    canvas.save()
    return made.getvalue()
