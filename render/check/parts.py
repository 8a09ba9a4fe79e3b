"""Parts: the elements of a document as a rule finds them, whether a report says them or a file shows them."""

from __future__ import annotations

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
