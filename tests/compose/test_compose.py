"""Blocks from content."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import content, heading, said, said_table, spans

from render import layout_file
from render.blocks import Block, Image, Paragraph, Picture, Table
from render.compose import LONGEST_PARAGRAPH, compose
from render.content import Node, SheetStart, Span
from render.content import Picture as SaidPicture
from render.diagnostics import NOWHERE


def blocks(*nodes: Node, images: dict[str, Image] | None = None) -> list[Block]:
    """Compose with the template `report`."""
    composed, found = compose(content(*nodes), layout_file.load("report"), images or {})
    assert found == ()
    return list(composed.blocks)


def shown(*nodes: Node) -> list[tuple[str, str]]:
    """(style, text) of the paragraphs."""
    return [(b.style, b.text) for b in blocks(*nodes) if isinstance(b, Paragraph)]


def test_headings_get_their_numbers_as_text() -> None:
    """Numbers are literal, so that a paste into another program keeps them."""
    assert shown(heading(1, "总体情况"), said("正文")) == [("heading-1", "一、总体情况"), ("text", "正文")]


def test_a_heading_that_ends_in_a_full_stop_runs_in() -> None:
    """One paragraph, the heading's runs in the heading's style."""
    (block,) = blocks(heading(3, "精心谋划部署。"), said("区委组织召开"))
    assert isinstance(block, Paragraph)
    assert block.text == "1.精心谋划部署。区委组织召开"
    assert (block.head_runs, block.head_tag) == (2, "H3")
    assert [run.style for run in block.runs] == ["heading-3", "heading-3", None]


def test_a_heading_that_cannot_run_in_stands_alone() -> None:
    """Followed by another heading it keeps its own line."""
    assert shown(heading(2, "部署。"), heading(3, "谋划")) == [
        ("heading-2", "（一）部署。"),
        ("heading-3", "1.谋划"),
    ]


def test_one_blank_row_stands_between_title_and_text() -> None:
    """And none before the title."""
    assert [style for style, _ in shown(said("题", "title"), said("正文"))] == ["title", "blank", "text"]


def test_one_blank_row_stands_above_the_signature() -> None:
    """The date follows the name on the next line (7.3.5.2)."""
    nodes = (said("正文"), said("某局", "issuer"), said("2021年2月18日", "date"))
    assert [style for style, _ in shown(*nodes)] == ["text", "blank", "issuer", "date"]


def test_a_date_alone_also_has_its_blank_row() -> None:
    """Without an issuer the row stands above the date."""
    assert [style for style, _ in shown(said("正文"), said("2021年2月18日", "date"))] == [
        "text",
        "blank",
        "date",
    ]


def test_one_attachment_has_no_number() -> None:
    """附件：名称 (7.3.4)."""
    assert shown(said("正文"), said("对比表", "attachment-list"))[-1] == ("attachment-list", "附件：对比表")


def test_several_attachments_are_numbered_and_the_label_stands_once() -> None:
    """Later lines are set in by the three cells of 附件：."""
    list_blocks = [
        b for b in blocks(said("正文"), said("甲", "attachment-list"), said("乙", "attachment-list"))
        if isinstance(b, Paragraph) and b.style == "attachment-list"
    ]  # fmt: skip
    assert [(b.text, b.indent_left) for b in list_blocks] == [("附件：1.甲", 2), ("2.乙", 5)]


def test_an_attachment_begins_a_sheet() -> None:
    """What follows starts on a new side, its headings at one again."""
    nodes = (heading(1, "甲"), SheetStart(NOWHERE), said("附件", "attachment-mark"), heading(1, "乙"))
    starts = [(b.text, b.sheet_start) for b in blocks(*nodes) if isinstance(b, Paragraph) and b.runs]
    assert starts == [("一、甲", False), ("附件", True), ("一、乙", False)]


def test_an_authors_line_break_becomes_an_offset() -> None:
    """The runs hold no line feeds."""
    (block, _) = blocks(said("第一行\n第二行", "title"))
    assert isinstance(block, Paragraph)
    assert (block.text, block.breaks) == ("第一行第二行", (3,))


def test_figures_keep_runs_of_their_own() -> None:
    """So that a reader of the DOCX can find them."""
    said_figure = said("共")
    node = said_figure.__class__(
        "text", (*spans("共"), Span("28", NOWHERE, "件数"), *spans("件，"), *spans("好")), NOWHERE
    )
    (block,) = blocks(node)
    assert isinstance(block, Paragraph)
    assert [(run.text, run.figure) for run in block.runs] == [("共", None), ("28", "件数"), ("件，好", None)]


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["1.5", "—", "−3"], "decimal"),
        (["甲", "乙"], "center"),
        (["2026-02-27", "2026年3月1日"], "center"),
        (["很长很长很长很长的一句话"], "left"),
        (["12%"], "decimal"),
    ],
)
def test_columns_align_by_what_they_hold(cells: list[str], align: str) -> None:
    """Numbers on the point, short words centred, sentences flush left."""
    (table,) = blocks(said_table(["列"], *[[cell] for cell in cells]))
    assert isinstance(table, Table)
    assert {row[0].align for row in table.rows} == {align}


def test_a_tables_title_and_unit_stand_above() -> None:
    """表题 and 单位 are paragraphs that stay with their table."""
    parts = blocks(said_table(["列"], ["1"], title="表", unit="单位：件"))
    assert [getattr(p, "style", "") for p in parts] == ["table-title", "table-unit", "table"]


def test_a_pictures_title_stands_below() -> None:
    """图题 follows the picture."""
    node = SaidPicture("图片/a.png", spans("办理流程"), "流程", NOWHERE)
    parts = blocks(node, images={"图片/a.png": Image(b"", "png", 1, 1, 72)})
    assert isinstance(parts[0], Picture)
    assert isinstance(parts[1], Paragraph)
    assert parts[1].style == "picture-title"


def test_a_picture_that_could_not_be_read_is_left_out() -> None:
    """Its fault is already known."""
    assert blocks(SaidPicture("a.png", (), "", NOWHERE)) == []


def test_a_paragraph_beyond_reason_is_refused() -> None:
    """A file gone wrong is said before it is laid out."""
    _, found = compose(content(said("字" * (LONGEST_PARAGRAPH + 1))), layout_file.load("report"), {})
    assert [d.code for d in found] == ["compose.paragraph_too_long"]


def test_a_landscape_sheet_right_below_an_attachments_head_takes_it_along() -> None:
    """The mark and the title stand on the turned sheet, and what follows it does not."""
    head = (said("附件1", "attachment-mark"), said("对比表", "attachment-title"))
    turned = SheetStart(NOWHERE, landscape=True)
    found = blocks(
        said("正文"),
        SheetStart(NOWHERE),
        *head,
        turned,
        said_table(["甲"], ["1"]),
        SheetStart(NOWHERE),
        said("后"),
    )
    sides = [(getattr(b, "style", ""), b.sheet_start, b.landscape) for b in found]
    assert sides == [
        ("text", False, False), ("attachment-mark", True, True), ("blank", False, True),
        ("attachment-title", False, True), ("blank", False, True), ("table", False, True),
        ("text", True, False),
    ]  # fmt: skip


def test_a_landscape_sheet_in_the_text_stands_by_itself() -> None:
    """Below other text it begins a side of its own, a table at its head too, and numbering goes on."""
    turned = SheetStart(NOWHERE, landscape=True)
    found = blocks(heading(1, "甲"), turned, said_table(["一"], ["1"]), SheetStart(NOWHERE), heading(1, "乙"))
    assert [(b.sheet_start, b.landscape) for b in found] == [(False, False), (True, True), (True, False)]
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["一、甲", "二、乙"]


def test_full_width_blanks_indent_a_cell() -> None:
    """Not as characters: later lines of the cell keep the indent."""
    (block,) = blocks(said_table(["指标", "数"], ["　其中：受理", "1"]))
    assert isinstance(block, Table)
    assert [(cell.text, cell.indent) for cell in block.rows[0]] == [("其中：受理", 1), ("1", 0)]


def test_what_is_more_than_a_number_stands_in_the_middle() -> None:
    """Of a column of numbers; the mark of a note changes nothing."""
    said = replace(said_table(["数"], ["12①"], ["2.5个百分点"], ["—"]), alignments=("decimal",))
    (block,) = blocks(said)
    assert isinstance(block, Table)
    assert [row[0].align for row in block.rows] == ["decimal", "center", "decimal"]


def test_the_name_of_a_group_goes_across() -> None:
    """One cell as wide as the table."""
    said = said_table(["指标", "数"], ["行政复议", ""], ["受理", "1"])
    (block,) = blocks(replace(said, rows=(replace(said.rows[0], across=True), said.rows[1])))
    assert isinstance(block, Table)
    assert [[(cell.text, cell.columns) for cell in row] for row in block.rows] == [
        [("行政复议", 2)], [("受理", 1), ("1", 1)],
    ]  # fmt: skip
