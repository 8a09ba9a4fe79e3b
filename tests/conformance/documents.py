"""Documents: the reports that are measured, each built once, with the vendored faces."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import PIL.Image

import render
from conformance.reader import DocxSeen, PdfSeen

TITLE = "示例市人民政府办公室关于做好2025年度法治政府建设年度报告编制报送和公开工作的通知"
ISSUER, DATE = "示例市人民政府办公室", "2025年11月20日"
NUMBER = "示政办〔2025〕18号"
COPIES = "市委办公室，市人大常委会办公室，市政协办公室，市监察委员会，市中级人民法院，市人民检察院"
LONG_ATTACHMENT = "示例市各区各部门报送年度法治政府建设情况报告工作联系人员和联系方式一览表"
FULL = "整行文字" * 7
BASE = {"版式": "gongwen", "年度": "2025", "标题": TITLE, "发文机关": ISSUER, "成文日期": "2025-11-20"}
MASTHEAD = {"发文字号": NUMBER, "份号": '"000012"', "密级": "机密★1年", "紧急程度": "特急"}
COLOPHON = {"抄送机关": COPIES + "。", "印发机关": "示例市人民政府办公室秘书科", "印发日期": "2025-11-21"}
JOINT = ("示例市司法局", "示例市公安局", "示例市市场监督管理局", "示例市财政局", "示例市教育局")

LEVELS = f"""\
为做好有关工作，现通知如下。{"这是正文。" * 30}

# 一级标题的文字

{FULL * 20}

## 二级标题的文字

这一段在二级标题下。

### 三级标题的文字

这一段在三级标题下。

#### 四级标题的文字

这一段在四级标题下。
"""

MARKS = [
    "，。、；：？！", "”’）〕】》〉", "–—～·", "“‘（〔【《〈",
]  # fmt: skip


@dataclass(frozen=True)
class Built:
    """Both files of one report."""

    pdf: PdfSeen
    docx: DocxSeen
    diagnostics: tuple[str, ...]


@cache
def document(name: str) -> Built:
    """Build one of the reports below."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        return _built(path, *_DOCUMENTS[name]())


def _built(folder: Path, metadata: dict[str, str], text: str, files: dict[str, str | bytes]) -> Built:
    head = "".join(f"{key}: {value}\n" for key, value in metadata.items())
    (folder / "report.md").write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            place.write_text(content, encoding="utf-8")
        else:
            place.write_bytes(content)
    result = render.build(folder, faces="vendored")
    codes = tuple(d.code for d in result.diagnostics)
    assert result.ok, codes
    files_of = {output.format: output.data for output in result.outputs}
    return Built(PdfSeen(files_of["pdf"]), DocxSeen(files_of["docx"]), codes)


def seal(width: float, height: float) -> bytes:
    """Draw a red frame of so many millimetres; it is no seal."""
    picture = PIL.Image.new("RGB", (round(width / 25.4 * 300), round(height / 25.4 * 300)), (255, 0, 0))
    inner = PIL.Image.new("RGB", (picture.width - 12, picture.height - 12), "white")
    picture.paste(inner, (6, 6))
    file = io.BytesIO()
    picture.save(file, "PNG", dpi=(300, 300))
    return file.getvalue()


def names(each: tuple[str, ...]) -> str:
    """Write a YAML list on one line."""
    return f"[{', '.join(each)}]"


_Parts = tuple[dict[str, str], str, dict[str, str | bytes]]


def _down() -> _Parts:
    attachments = {
        "附件/1.提纲.md": f"# 年度报告提纲\n\n{FULL * 3}\n",
        "附件/2.表.md": f"# {LONG_ATTACHMENT}\n\n附件的正文。\n",
    }
    more = {
        "主送机关": names(("各区人民政府",) * 5),
        "附注": "此件公开发布",
        "用印": "图片",
        "印章图片": "章.png",
    }
    return {**BASE, **MASTHEAD, **more, **COLOPHON}, LEVELS, {**attachments, "章.png": seal(42, 42)}


def _up() -> _Parts:
    more = {"行文方向": "上行", "签发人": names(("张三", "李四四", "王五")), "主送机关": "示例省人民政府"}
    return {**BASE, "发文字号": NUMBER, **more, **COLOPHON}, "正文的文字。", {}


def _one_signer() -> _Parts:
    return {**BASE, "发文字号": NUMBER, "行文方向": "上行", "签发人": "张三"}, "正文的文字。", {}


def _joint() -> _Parts:
    seals = {f"{n}.png": seal(42, 42) for n in range(5)}
    more = {
        "标题": "关于联合检查的通知", "发文机关": names(JOINT), "主办机关": JOINT[0], "发文字号": NUMBER,
        "用印": "图片", "印章图片": names(tuple(seals)),
    }  # fmt: skip
    return {**BASE, **more}, "开头的一段。\n\n正文的文字。", dict(seals)


def _unsealed() -> _Parts:
    return {**BASE, "发文字号": NUMBER, "用印": "不用"}, "正文的文字。", {}


def _unsealed_short() -> _Parts:
    return {**BASE, "发文机关": "某局", "发文字号": NUMBER, "用印": "不用"}, "正文的文字。", {}


def _unsealed_joint() -> _Parts:
    issuers = names(("示例市司法局", "示例市公安局"))
    return {**BASE, "版式": "report", "发文机关": issuers, "主办机关": "示例市司法局"}, "正文的文字。", {}


def _signed() -> _Parts:
    more = {
        "签署职务": names(("示例区区长", "示范区区长")),
        "用印": "图片",
        "印章图片": names(("甲.png", "乙.png")),
    }
    return (
        {**BASE, "发文字号": NUMBER, **more},
        "开头的一段。\n\n正文的文字。",
        {"甲.png": seal(40, 20), "乙.png": seal(40, 20)},
    )


def _blank_page() -> _Parts:
    return {**BASE, "发文字号": NUMBER, "用印": "不用", **COLOPHON}, "\n\n".join(["正文的文字。"] * 26), {}


def _moved() -> _Parts:
    more = {"主送机关": names(("各区人民政府和市政府各部门",) * 30)}
    return {**BASE, "发文字号": NUMBER, **more, **COLOPHON}, "正文的文字。", {}


def _alone() -> _Parts:
    return (
        {**BASE, "发文字号": NUMBER, "用印": "图片", "印章图片": "章.png"},
        "\n\n".join(["末段。"] * 8),
        {"章.png": seal(42, 42)},
    )


def _letter() -> _Parts:
    more = {
        "版式": "letter", "行文方向": "平行", "发文机关": names(JOINT[:2]), "主办机关": JOINT[0],
        "发文字号": "示司函〔2025〕2号", "份号": '"000002"', "密级": "秘密★1年", "紧急程度": "特急", "抄送机关": "甲局，乙局。",
        "标题": "关于商请提供数据的函",
    }  # fmt: skip
    return {**BASE, **more}, "\n\n".join(["函的正文文字。"] * 20), {}


def _order() -> _Parts:
    more = {
        "版式": "order", "标题": "公布令", "发文机关": "示例市人民政府", "发文字号": "第12号", "签署职务": "市长",
        "用印": "图片", "印章图片": "章.png",
    }  # fmt: skip
    return {**BASE, **more}, "现予公布。", {"章.png": seal(40, 20)}


def _minutes() -> _Parts:
    people = names(tuple(f"张{n}（示例市示例单位）" for n in "甲乙丙丁戊"))
    more = {
        "版式": "minutes", "标题": "关于某事的会议纪要", "发文机关标志": "示例市人民政府专题会议纪要", "出席": people,
        "请假": "李四（市财政局）", "列席": "王五（市统计局）", "发文字号": "示政阅〔2025〕4号",
    }  # fmt: skip
    return {**BASE, **more}, "会议议定事项如下。", {}


def _electronic() -> _Parts:
    look = 'inherits = "gongwen"\n[page]\ndocx = "electronic"\n'
    return {**BASE, "版式": "电子", "发文字号": NUMBER}, FULL * 30, {"电子/layout.toml": look}


def _landscape() -> _Parts:
    table = "| 序号 | 名称 |\n|---|---|\n" + "".join(f"| {n} | 第{n}项 |\n" for n in range(1, 30))
    return {**BASE, "版式": "report"}, f"正文。\n\n::: landscape\n{table}:::\n\n正文。", {}


def _webpage() -> _Parts:
    more = {
        "版式": "webpage", "索引号": "011043000/2025-00012", "信息分类": "司法", "发布日期": "2025-11-22",
        "发文字号": NUMBER, "有效性": "有效", "名称": "关于某事的通知",
    }  # fmt: skip
    return {**BASE, **more}, "正文的文字。", {}


def _lines() -> _Parts:
    paragraphs = [
        "正文的文字排到行尾时" * 3 + "的一二三四五六七八"[: n % 9] + mark + "行文字排到行尾时" * 4 + "。"
        for mark in "，。、；：？！”’）〕】》〉–—～·“‘（〔【《〈"
        for n in range(9)
    ]
    pairs = [
        "正文的文字排到行尾时" * 2 + "的一二三四五六七八九"[:n] + mark + "正文的文字" * 6 + "。"
        for mark in ("——", "……", "123456789", "99.95%", "2021—2025年")
        for n in range(10)
    ]
    return {**BASE, "版式": "report", "排版目标": "word"}, "\n\n".join(paragraphs + pairs), {}


def _sizes() -> _Parts:
    look = ['inherits = "report"']
    text = []
    for role, (name, size) in zip(_SIZE_ROLES, SIZES.items(), strict=True):
        look.append(f"[styles.{role}]\nsize_pt = {size}\ntracking_pt = 0\n")
        text.append(f"::: {role}\n{name}字样\n:::\n")
    return (
        {**BASE, "版式": "字号", "标题": "题", "落款": "不印"},
        "\n".join(["正文。\n", *text]),
        {"字号/layout.toml": "\n".join(look)},
    )


SIZES = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip
_SIZE_ROLES = (
    "closing", "note", "attachment-mark", "attachment-title", "table-title", "table-unit", "table-note",
    "picture-title", "copy-no", "security", "urgency", "stage", "number", "signer", "attachment-list",
    "addressee",
)  # fmt: skip

_DOCUMENTS = {
    "down": _down, "up": _up, "one signer": _one_signer, "joint": _joint, "unsealed": _unsealed,
    "unsealed short": _unsealed_short, "unsealed joint": _unsealed_joint, "signed": _signed,
    "blank page": _blank_page, "moved": _moved, "alone": _alone, "letter": _letter, "order": _order,
    "minutes": _minutes, "electronic": _electronic, "landscape": _landscape, "webpage": _webpage,
    "lines": _lines, "sizes": _sizes,
}  # fmt: skip
