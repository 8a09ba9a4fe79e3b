"""Parts: the elements of a document as a rule finds them, whether a report says them or a file shows them."""

from __future__ import annotations

import re

from ..content import Content, Paragraph
from ..diagnostics import NOWHERE, Source
from ..upward import SEPARATORS
from .outline import outline, paragraphs, text_of
from .rule import Subject

KINDS = (
    *("决议", "决定", "命令", "令", "公报", "公告", "通告", "意见"),
    *("通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要"),
)
"""Kinds of official documents (条例, art. 8)."""

_ROLES = {"issuers": "issuer", "number": "number", "addressees": "addressee", "mark": "mark"}
_FORMAL = ("mark", "number", "addressees", "signers", "closing")
_SHORTEST = 200  # characters of a text that is a document and no fragment
_LONGEST_LINE = 60  # characters of a line between title and text
_DELIVERED = re.compile(
    "^[—－-]{0,2}[（(]?.{0,24}在.{2,40}(?:会议|大会|全会|会)上?[）)]?$|^各位|^尊敬的|^同志们"
)
_DATED = re.compile(
    "(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|[一二][〇○零九][一二三四五六七八九〇○零]{2}年"
)


def named(content: Content, key: str) -> tuple[str, ...]:
    """Give what an element says, name by name."""
    value = content.metadata.get(key, ())
    texts = (value,) if isinstance(value, str) else value
    if not texts:
        texts = tuple(text_of(node.spans).rstrip("：:") for node in paragraphs(content, _ROLES.get(key, key)))
    return tuple(part.strip() for text in texts for part in SEPARATORS.split(text) if part.strip())


def place_of(content: Content, role: str) -> Source:
    """Name the place of the first paragraph in a role; else the title's, else nowhere."""
    for wanted in (role, "title"):
        for node in paragraphs(content, wanted):
            return next((span.source for span in node.spans if span.text.strip()), node.source)
    return NOWHERE


def entry_of(subject: Subject, key: str, role: str) -> Source:
    """Name where an element was written: its line of the front matter, or its place in a file."""
    entry = subject.report.metadata.get(key) if subject.report else None
    if entry is not None:
        return entry.source
    return place_of(subject.content, role) if subject.content else NOWHERE


def kind_of(title: str) -> str:
    """Tell the kind of a document by the end of its title; empty when it has none of the fifteen."""
    plain = title.strip().split("（")[0].rstrip("。")
    return next((kind for kind in KINDS if plain.endswith(kind)), "")


def is_document(content: Content) -> bool:
    """Tell a document from a fragment: it has what only a document has, or headings and some length."""
    if any(content.metadata.get(key) not in (None, "", (), "无") for key in _FORMAL):
        return True
    length = sum(len(text_of(node.spans)) for node in content.nodes if isinstance(node, Paragraph))
    return length >= _SHORTEST and any(True for _ in outline(content))


def lines_below_title(content: Content) -> tuple[str, ...]:
    """Give the short lines between title and text: who reports, when, at which session."""
    lines: list[str] = []
    for node in content.nodes:
        if not isinstance(node, Paragraph):
            break
        if node.role in ("text", "addressee"):
            text = text_of(node.spans).strip()
            if len(text) > _LONGEST_LINE or text.endswith(("。", "；")):
                break
            lines.append(text)
    return tuple(lines)


def is_delivered(content: Content) -> bool:
    """Tell a report that is read out: to deputies, at a session named below its title. Nobody signs it."""
    lines = (*lines_below_title(content), *named(content, "addressees"))
    return any(_DELIVERED.search(line) for line in lines)


def is_dated_above(content: Content) -> bool:
    """Tell whether the date stands below the title, as in a communiqué."""
    return any(_DATED.search(line) for line in lines_below_title(content))
