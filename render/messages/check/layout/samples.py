"""Samples of layout: a small document described line by line, as it should be and as it should not.

A line says what a paragraph is, what is unusual about it, and its words; 〖…〗 begins what is unusual within
one, 〖〗 ends it. What is not said is as the standard asks.
"""

from __future__ import annotations

import re

from ..page import Sample

_NAME = "来文.docx"
_DOCUMENT = (
    "标题｜关于2020年工作情况的报告",
    "主送｜某某区人民政府：",
    "正文｜现将2020年工作情况报告如下。",
    "一级｜一、主要工作",
    "正文｜全年各项工作按计划完成，办理案件12件，举办培训3期，群众反映良好，没有发生重大问题。",
    "一级｜二、下步打算",
    "正文｜继续做好各项工作。",
    "署名｜某某区司法局",
    "日期｜2021年1月15日",
)
_SETTINGS = ("页面", "页码", "设置")
_AFTER = ("附件", "附件标题", "附文", "抄送", "印发")
_ABOVE = ("标志", "文号", "红线")


def both(*lines: str, right: tuple[str, ...] | None = None) -> tuple[Sample, Sample]:
    """Write a document that passes and one that fails.

    Args:
        lines: What is wrong, each in the place of the first line of its kind.
        right: The same as they should be; None: without what is unusual about them.
    """
    lines = tuple(line for given in lines for line in given.split("\n"))
    clean = tuple(_clean(line) for line in lines if _stays(line)) if right is None else right
    return {_NAME: _document(clean)}, {_NAME: _document(lines)}


_TEXT_LINES = "几各部门各街道落实责任压实任务形成合力持续改进" * 6


def paged(*lines: str, pages: int = 1) -> Sample:
    """Write a PDF of some pages with these lines, after a title and text."""
    text = [f"正文×{4 * pages - 2}｜{_TEXT_LINES}"]
    above = [line for line in lines if _kind(line) in _ABOVE]
    below = [line for line in lines if line not in above]
    title = "标题｜关于开展法治宣传活动的通告"
    made = [
        "版面｜行距29.6 字距15.79 左28",
        *above,
        title,
        *text,
        "落款｜某某区司法局／2021年1月15日",
        *below,
    ]
    return {"来文.pdf": "".join(f"{line}\n" for line in made)}


def _document(lines: tuple[str, ...]) -> str:
    made = list(_DOCUMENT)
    added: set[int] = set()
    for line in lines:
        kind = _kind(line)
        same = [n for n, each in enumerate(made) if _kind(each) == kind and n not in added]
        if kind in _SETTINGS or kind in _ABOVE:
            place = sum(_kind(each) in (*_SETTINGS, *_ABOVE) for each in made)
            made.insert(place, line)
            added = {n + (n >= place) for n in added} | {place}
        elif same and kind not in _AFTER:
            made[same[0]] = line
            added.add(same[0])
        else:
            place = len(made) if kind in _AFTER else next(n for n, x in enumerate(made) if _kind(x) == "署名")
            made.insert(place, line)
            added = {n + (n >= place) for n in added} | {place}
    return "".join(f"{line}\n" for line in made)


def _kind(line: str) -> str:
    return line.partition("｜")[0]


def _stays(line: str) -> bool:
    return _kind(line) not in (*_SETTINGS, "空行")


def _clean(line: str) -> str:
    kind, *_, words = line.split("｜")
    return f"{kind}｜{re.sub('〖[^〗]*〗', '', words)}".replace("→", "").replace("↵", "")
