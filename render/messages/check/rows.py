"""Rows: wordings and pages of rules about language, written one under another.

What such a rule found is quoted with a few characters around it; what it puts there, where it can say
that, stands beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ..message import Message, Severity
from .page import Page, Sample

Row: TypeAlias = tuple[str, str, str, str, str, str, str, str, str, str]
"""Code, level, title in Chinese and English, why, way out, text that passes and text that fails."""

SEVERITIES = {"规定": Severity.ERROR, "推荐": Severity.WARNING, "习惯": Severity.NOTE}
_NO_WORDS: Mapping[str, tuple[str, str]] = {}


def sample(text: str) -> Sample:
    """Write a report around a text."""
    return {"report.md": f"---\n年度: 2020\n标题: 工作报告\n---\n{text}\n"}


def read(
    rows: Iterable[Row], found: Mapping[str, tuple[str, str]] = _NO_WORDS
) -> tuple[dict[str, Message], dict[str, Page]]:
    """Make wordings and pages of rows.

    Args:
        rows: One for each rule.
        found: How what was found is told, by code, where the quotation and the title do not say it.
    """
    messages: dict[str, Message] = {}
    pages: dict[str, Page] = {}
    for code, level, zh, en, zh_why, en_why, zh_hint, en_hint, right, wrong in rows:
        said = found.get(
            code,
            (
                f"“{{found}}”{{count:等…处}}：{zh}{{put:，应为“…”}}",
                f"“{{found}}”{{count: and others, …}}: {en}{{put:; it should be “…”}}",
            ),
        )
        messages[code] = Message(*said, zh_hint, en_hint, severity=SEVERITIES[level])
        pages[code] = Page(zh, en, zh_why, en_why, right=sample(right), wrong=sample(wrong))
    return messages, pages
