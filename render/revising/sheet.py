"""The summary of a revision (修订说明) as content: what a leader looks at before the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..content import Content, Heading, Node, Paragraph, Row, Span, Spans, Table
from ..diagnostics import NOWHERE
from ..noun import replace
from .account import Account

MOST_WORDS = 80
"""Changes of words that are listed; between two years there are hundreds, and the document has them all."""

_KINDS = {"new": "新增", "dropped": "删去", "renamed": "改名", "moved": "移动"}


def content_of(account: Account, report: Content) -> Content:
    """Set a summary as a document of its own."""
    title = f"{report.title}修订说明"
    metadata = {key: value for key, value in report.metadata.items() if key == "issuers"}
    nodes = (Paragraph("title", _said(title), NOWHERE), *_nodes(account))
    return replace(report, title=title, metadata=metadata, nodes=nodes)


def _nodes(account: Account) -> Iterator[Node]:
    for text in said_of(account):
        yield Paragraph("text", _said(text), NOWHERE)
    before, after = account.headings
    if account.sections:
        yield _heading("章节变化")
        rows = [(_KINDS[each.kind], each.before, each.after) for each in account.sections]
        yield _table(("变化", "原章节", "现章节"), rows, ("center", "left", "left"))
    if account.figures:
        yield _heading("数据变化")
        head = ("序号", "指标名称", "计量单位", before, after, "增减", "增减幅度（%）")
        figures = [
            (str(number), each.name, each.unit, each.before, each.after, each.difference, each.rate)
            for number, each in enumerate(account.figures, 1)
        ]
        yield _table(head, figures, ("center", "left", "center", *["decimal"] * 4))
    if account.words:
        yield _heading("文字改动")
        listed = account.words[:MOST_WORDS]
        words = [
            (str(number), each.section or "（篇首）", each.before or "（新增）", each.after or "（删去）")
            for number, each in enumerate(listed, 1)
        ]
        yield _table(("序号", "所在章节", "原文", "现文"), words, ("center", "left", "left", "left"))
        if more := len(account.words) - len(listed):
            yield Paragraph("text", _said(f"其余{more}处文字改动见修订稿。"), NOWHERE)


def said_of(account: Account) -> list[str]:
    """Say what was compared, and how much was changed."""
    counts = account.counts
    parts = [
        f"{word}{counts[kind]}段"
        for kind, word in (("changed", "改动"), ("new", "新增"), ("gone", "删去"), ("moved", "移动"))
        if counts.get(kind)
    ]
    if counts.get("rows"):
        parts.append(f"表格改动{counts['rows']}处")
    if account.figures:
        parts.append(f"数据变化{len(account.figures)}项")
    share = f"相同文字占{account.percent}%。" if parts else ""
    changes = "，".join(parts) + "。" if parts else "两稿文字相同，没有改动。"
    return [f"对照：{account.other}。", f"{changes}{share}"]


def _heading(text: str) -> Heading:
    return Heading(1, _said(text), NOWHERE)


def _said(text: str) -> Spans:
    return (Span(text, NOWHERE),) if text else ()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], alignments: Sequence[str]) -> Table:
    return Table(
        title=(),
        unit=(),
        alignments=tuple(alignments),
        head=Row(tuple(map(_said, head)), NOWHERE),
        rows=tuple(Row(tuple(map(_said, row)), NOWHERE) for row in rows),
        notes=(),
        source=NOWHERE,
        role="comparison",
    )
