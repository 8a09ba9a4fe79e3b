"""Entry: a rule's wording and its page, written side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from ..message import Message, Severity
from .page import Page, Sample

Said: TypeAlias = tuple[str, str]
"""The same in Chinese and in English."""

_SEVERITIES = {"规定": Severity.ERROR, "推荐": Severity.WARNING, "习惯": Severity.NOTE}
_HEAD = "年度: 2020\n标题: 工作报告\n"


class Entry(NamedTuple):
    """What is said of one rule."""

    level: str  # as the rule's own
    title: Said  # what the rule asks for
    why: Said
    found: Said  # what is said of a finding, with blanks
    hint: Said
    right: Sample
    wrong: Sample


def sample(text: str, head: str = "", figures: str = "", files: Sample | None = None) -> Sample:
    """Write a small report.

    Args:
        text: Below the front matter.
        head: Metadata beside year and title, or in their place.
        figures: The table of figures, if there is one.
        files: Other files of the folder.
    """
    own = {line.partition(":")[0] for line in head.splitlines()}
    lines = [line for line in _HEAD.splitlines() if line.partition(":")[0] not in own]
    front = "\n".join([*lines, *head.splitlines()])
    table = {"figures.csv": figures} if figures else {}
    return {"report.md": f"---\n{front}\n---\n{text}\n", **table, **(files or {})}


def messages(entries: Mapping[str, Entry]) -> dict[str, Message]:
    """Give the wordings of rules."""
    return {
        code: Message(*each.found, *each.hint, severity=_SEVERITIES[each.level])
        for code, each in entries.items()
    }


def pages(entries: Mapping[str, Entry]) -> dict[str, Page]:
    """Give the pages of rules."""
    return {
        code: Page(*each.title, *each.why, right=each.right, wrong=each.wrong)
        for code, each in entries.items()
    }
