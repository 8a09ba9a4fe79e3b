"""Titles: what a comparison is called, from what the report is called.

洪山区2020年度法治政府建设工作报告 gives 洪山区2020年度法治政府建设主要指标对比表: the words that say what
kind of document it is make way for the words that say what the table is, 关于 goes, and a title without
the year gets it in front. `对比表标题` overrides the rule.
"""

from __future__ import annotations

import re

SUFFIX = "主要指标对比表"

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]$")  # （公开版）, （征求意见稿）
_KIND = re.compile(
    r"(?:工作|执行|落实|进展|完成)?(?:情况|总结)?的?(?:(?<!\d)年度)?(?:工作)?(?:情况)?(?:报告|总结|汇报|通报|公报)$"
)
_ABOUT = re.compile(r"关于(?!.*关于)")


def comparison_title(title: str, year: int) -> str:
    """Derive a comparison's title from the report's, on one line."""
    return titled(title, year, SUFFIX)


def titled(title: str, year: int, suffix: str) -> str:
    """Put other words in the place of those that say what kind of document a report is."""
    stem = _BRACKETS.sub("", title.strip())
    kept = _KIND.sub("", stem)
    stem = _ABOUT.sub("", kept or stem)
    if str(year) not in stem:
        stem = f"{year}年度{stem}"
    return stem + suffix
