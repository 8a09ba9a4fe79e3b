"""Frame: the built-in documents, and what a document of one's own may ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fill.reports import attachment, figure, filled, metadata, report

from render.content import Appendix, Content, Paragraph, SheetStart, Span, Table
from render.diagnostics import NOWHERE
from render.resources import folder

FULL = {
    "标题": "{{ 年度 }}年报告",
    "主送机关": ("市局", "省厅"),
    "结语": "特此报告。",
    "发文机关": ("甲局", "乙局"),
    "附注": "此件公开发布",
}


def document(name: str) -> str:
    """Read a built-in template's document."""
    return (Path(folder("templates")) / name / "document.md.j2").read_text(encoding="utf-8")


def trace(content: Content) -> list[str]:
    """List what was made, one element a line."""
    lines = []
    for node in content.nodes:
        if isinstance(node, Paragraph):
            lines.append(f"{node.role} {''.join(span.text for span in node.spans)}")
        else:
            lines.append(type(node).__name__)
    return lines


def test_a_report_in_full() -> None:
    """Every element in its place, attachments on sheets of their own."""
    given = report(
        "正文{{ 件数 }}",
        figure("件数", y2020=28),
        attachments=(
            attachment("{{ 年度 }}年对比表", "表文{{ 件数 }}"),
            attachment("名单", "甲\n\n乙", "附件/2.md"),
        ),
        **FULL,
    )
    content, found = filled(given, document("report"))

    assert found == []
    assert trace(content) == [
        "title 2020年报告",
        "addressee 市局，省厅：",
        "text 正文28",
        "closing 特此报告。",
        "attachment-list 2020年对比表",
        "attachment-list 名单",
        "issuer 甲局",
        "issuer 乙局",
        "date 2021年2月18日",
        "note （此件公开发布）",
        "SheetStart",
        "attachment-mark 附件1",
        "attachment-title 2020年对比表",
        "text 表文28",
        "SheetStart",
        "attachment-mark 附件2",
        "attachment-title 名单",
        "text 甲",
        "text 乙",
    ]


def test_a_report_of_the_barest() -> None:
    """Absent elements leave nothing behind; a lone attachment has no number."""
    content, found = filled(
        report("正文", 成文日期=None, attachments=(attachment("表", "文"),)), document("report")
    )

    assert found == []
    assert trace(content) == [
        "title 报告",
        "text 正文",
        "attachment-list 表",
        "SheetStart",
        "attachment-mark 附件",
        "attachment-title 表",
        "text 文",
    ]


def test_attachments_come_in_the_order_they_are_listed() -> None:
    """By title or file; a name without a text is listed and gets no sheet; what is not listed comes last."""
    texts = (
        attachment("丙", "三", "附件/c.md"),
        attachment("甲", "一", "附件/a.md"),
        attachment("乙", "二", "附件/b.md"),
    )
    content, _ = filled(
        report("正文", attachments=texts, 附件=("甲", "另附光盘", "b.md")), document("report")
    )

    assert [line for line in trace(content) if line.startswith("attachment")] == [
        "attachment-list 甲",
        "attachment-list 另附光盘",
        "attachment-list 乙",
        "attachment-list 丙",
        "attachment-mark 附件1",
        "attachment-title 甲",
        "attachment-mark 附件3",
        "attachment-title 乙",
        "attachment-mark 附件4",
        "attachment-title 丙",
    ]


def test_a_web_page_begins_with_the_table_of_particulars() -> None:
    """Two pairs to a row, dates in ISO 8601, 名称 across, and a word for a number that is not there."""
    given = report(
        "正文",
        **FULL,
        索引号="011-2021-001",
        信息分类="司法",
        发布日期=date(2021, 2, 19),
        有效性="有效",
        名称="{{ 年度 }}年报告",
    )
    content, found = filled(given, document("webpage"))
    made = content.nodes[0]

    assert found == []
    assert isinstance(made, Table)
    assert made.role == "information"
    assert [["".join(span.text for span in cell) for cell in row.cells] for row in made.rows] == [
        ["索引号", "011-2021-001", "信息分类", "司法"],
        ["发文机构", "甲局，乙局", "文号", "无"],
        ["成文日期", "2021-02-18", "发布日期", "2021-02-19"],
        ["有效性", "有效", "", ""],
        ["名称", "2020年报告", "", ""],
    ]
    assert trace(content)[1:3] == ["title 2020年报告", "addressee 市局，省厅："]


def test_particulars_know_where_they_were_written() -> None:
    """The line of the metadata, not of the template."""
    content, _ = filled(report("正文"), document("webpage"))
    made = content.nodes[0]

    assert isinstance(made, Table)
    assert [row.cells[1][0].source.line for row in made.rows] == [None, 3]
    assert made.rows[0].cells[3][0].source.line == 4


def test_absent_keys_are_empty_in_a_document() -> None:
    """Unknown ones are not."""
    _, found = filled(report("正文"), "{{ 正文 }}\n\n{{ 主送机关|连接 }}{{ note }}{{ 主送 }}\n")

    assert [(each.code, each.source.file, each.source.line) for each in found] == [
        ("name.unknown", "document.md.j2", 3)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("甲{{ 正文 }}\n\n{{ 正文 }}\n", "frame.splice"), ("{{ 标题 }}\n", "frame.no_text")],
)
def test_the_text_is_placed_whole(text: str, code: str) -> None:
    """Nothing of what the author wrote may be lost in a template."""
    _, found = filled(report("正文"), text)

    assert [each.code for each in found] == [code]


def test_a_document_is_read_once() -> None:
    """A batch puts every report into the same one."""
    from render.fill.passages import _parse_once

    filled(report("甲"), "{{ 正文 }}\n\n尾\n")
    hits = _parse_once.cache_info().hits
    filled(report("乙"), "{{ 正文 }}\n\n尾\n")

    assert _parse_once.cache_info().hits == hits + 1


def test_sheets_start_where_the_document_says() -> None:
    """A document of one's own may use every block there is."""
    content, _ = filled(report("正文"), "::: 另面\n:::\n\n{{ text }}\n")

    assert [type(node) for node in content.nodes] == [SheetStart, Paragraph]


def test_an_appendix_follows_what_the_author_attached() -> None:
    """It is listed in the text and has a sheet of its own, unless the metadata put it first."""
    made = Appendix((Span("对比表", NOWHERE),), (Paragraph("text", (Span("表", NOWHERE),), NOWHERE),))
    given = report("正文", attachments=(attachment("名单", "甲"),))
    content, found = filled(given, document("report"), appendices=(made,))

    assert found == []
    assert [line for line in trace(content) if line.startswith("attachment")] == [
        "attachment-list 名单",
        "attachment-list 对比表",
        "attachment-mark 附件1",
        "attachment-title 名单",
        "attachment-mark 附件2",
        "attachment-title 对比表",
    ]

    first, _ = filled(replace(given, metadata={**given.metadata, **metadata({"附件": ("对比表",)})}),
                      document("report"), appendices=(made,))  # fmt: skip
    assert "attachment-mark 附件1" in trace(first)
    assert trace(first).index("attachment-title 对比表") < trace(first).index("attachment-title 名单")


def test_a_signature_may_be_kept_from_print() -> None:
    """落款: 不印 leaves issuers and date to the information table."""
    content, found = filled(report("正文", 发文机关=("甲局",), 落款="不印"), document("webpage"))

    assert found == []
    assert trace(content) == ["Table", "title 报告", "text 正文"]
    (table,) = (node for node in content.nodes if isinstance(node, Table))
    cells = ["".join(span.text for span in cell) for row in table.rows for cell in row.cells]
    assert cells[:6] == ["发文机构", "甲局", "文号", "无", "成文日期", "2021-02-18"]
