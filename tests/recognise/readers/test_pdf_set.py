"""PDF: notes, tables without rules, columns, hanging lines and pages of two widths, as programs set them."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4, landscape

from render.recognise.found import FoundDocument, FoundParagraph, FoundTable
from render.recognise.readers import read

from .test_pdf import canvas, wrapped

TEXT = "全区认真贯彻落实上级决策部署，扎实开展各项工作，"


def shown(document: FoundDocument) -> list[object]:
    """What stands one after the other: paragraphs, and the rows of tables."""
    return [
        item.text if isinstance(item, FoundParagraph) else item.rows
        for item in document.items
        if isinstance(item, FoundParagraph | FoundTable)
    ]


def test_a_footnote_follows_the_paragraph_that_has_its_mark() -> None:
    """Its mark goes, in the text and before the note; a paragraph goes on around it to the next page."""
    made, file = canvas()
    for row, text in enumerate(("　　" + "甲" * 25, "乙" * 26)):
        made.drawString(80, 210 - 30 * row, text)
    made.setFont("Fangsong", 8)
    made.drawString(80 + 26 * 16, 186, "1")  # raised behind the last 乙
    for row, text in enumerate(("1 数据来源于统计部门，为初步核算数，", "以最终核实数为准。")):
        made.setFont("Fangsong", 10)
        made.drawString(80, 130 - 14 * row, text)
    made.showPage()
    made.setFont("Fangsong", 16)
    made.drawString(80, 740, "丙丙丙。")
    made.drawString(112, 710, "丁丁丁丁丁丁丁。")
    made.save()

    assert shown(read(file.getvalue(), "a.pdf")) == [
        "甲" * 25 + "乙" * 26 + "丙丙丙。",
        "注：数据来源于统计部门，为初步核算数，以最终核实数为准。",
        "丁丁丁丁丁丁丁。",
    ]


def test_a_footnote_that_had_no_room_stands_on_the_next_page() -> None:
    """It follows the paragraph that has its mark, on the page before."""
    made, file = canvas()
    made.drawString(80, 740, "一、工作情况")
    made.drawString(112, 710, "甲甲甲甲甲甲。")
    made.setFont("Fangsong", 8)
    made.drawString(80 + 6 * 16, 746, "1")
    made.drawString(112 + 7 * 16, 716, "2")
    made.setFont("Fangsong", 10)
    made.drawString(80, 130, "1. 初步核算数。")
    made.showPage()
    made.setFont("Fangsong", 16)
    made.drawString(112, 740, "乙乙乙乙乙乙。")
    made.setFont("Fangsong", 10)
    made.drawString(80, 130, "2. 最终核实数。")
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == [
        "一、工作情况", "注：初步核算数。", "甲甲甲甲甲甲。", "注：最终核实数。", "乙乙乙乙乙乙。"
    ]  # fmt: skip


def test_small_raised_digits_without_a_note_stay() -> None:
    """A square metre is no mark of a note."""
    made, file = canvas()
    made.drawString(80, 740, "建成面积为1200m")
    made.setFont("Fangsong", 8)
    made.drawString(80 + 5 * 16 + 5 * 8, 746, "2")
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == ["建成面积为1200m2"]


def test_a_table_without_rules_is_one() -> None:
    """Its columns stand below one another and its rows hold numbers; a cell may have two lines."""
    made, file = canvas()
    made.drawString(112, 740, "各单位情况如下：")
    rows = [("单位", "收案", "结案率"), ("区司法局", "128", "93.8%"), ("区城市管理执", "1056", "99.3%"),
            ("法局", "", ""), ("合计", "1184", "98.9%")]  # fmt: skip
    for height, row in zip((700, 670, 640, 620, 590), rows, strict=True):
        for left, cell in zip((80, 240, 400), row, strict=True):
            made.drawString(left, height, cell)
    made.drawString(112, 550, "以上数据截至年底。")
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == [
        "各单位情况如下：",
        (("单位", "收案", "结案率"), ("区司法局", "128", "93.8%"), ("区城市管理执法局", "1056", "99.3%"),
         ("合计", "1184", "98.9%")),
        "以上数据截至年底。",
    ]  # fmt: skip


def test_names_set_side_by_side_are_no_table() -> None:
    """They hold no numbers; every line stays a line."""
    made, file = canvas()
    for row, names in enumerate(("张某某", "李某某"), 1):
        for column in range(3):
            made.drawString(80 + 150 * column, 740 - 30 * row, names)
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == ["张某某 张某某 张某某", "李某某 李某某 李某某"]


def test_lines_hang_behind_a_label() -> None:
    """The names behind 出席： are one paragraph, though a line of them begins with 五、."""
    made, file = canvas()
    made.drawString(112, 740, "出席：" + "王某某、" * 5 + "李")
    made.drawString(160, 710, "五、" + "赵某某、" * 5 + "甲")
    made.drawString(160, 680, "乙。")
    made.drawString(112, 650, "列席：钱某某。")
    for row in range(3):
        made.drawString(80 + 32 * (row == 0), 620 - 30 * row, "丁" * (25 if row == 0 else 27))
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == [
        "出席：" + "王某某、" * 5 + "李五、" + "赵某某、" * 5 + "甲乙。",
        "列席：钱某某。",
        "丁" * 79,
    ]


def test_three_columns_are_read_one_after_the_other() -> None:
    """Below a title that is too short to cross a gutter; the page number is none of the middle one's."""
    paragraphs = [f"第{han}项，" + TEXT * 4 + "取得明显成效。" for han in "一二三四"]
    made, file = canvas()
    made.drawCentredString(A4[0] / 2, 764, "公报")
    made.setFont("Fangsong", 10)
    lines = [line for text in paragraphs for line in wrapped("　　" + text, 14)]
    each = -(-len(lines) // 3)
    for number, line in enumerate(lines):
        made.drawString(70 + 160 * (number // each), 740 - 16 * (number % each), line)
    made.drawCentredString(A4[0] / 2, 40, "- 1 -")
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == ["公报", *paragraphs]


def test_landscape_pages_have_a_measure_of_their_own() -> None:
    """Lines of a portrait page are full though those of the landscape one are longer; none is indented."""
    made, file = canvas()
    for row, text in enumerate(("甲" * 27, "乙" * 27, "丙" * 9 + "。")):
        made.drawString(80, 740 - 30 * row, text)
    made.showPage()
    made.setPageSize(landscape(A4))
    for row, text in enumerate(("丁" * 42, "戊" * 42, "己" * 42, "庚" * 9 + "。")):
        made.setFont("Fangsong", 16)
        made.drawString(80, 480 - 30 * row, text)
    made.save()
    assert shown(read(file.getvalue(), "a.pdf")) == [
        "甲" * 27 + "乙" * 27 + "丙" * 9 + "。",
        "丁" * 42 + "戊" * 42 + "己" * 42 + "庚" * 9 + "。",
    ]


def test_a_line_falls_short_of_a_number_that_is_not_broken() -> None:
    """The number on the next line had no room at its end."""
    made, file = canvas()
    for row, text in enumerate(("甲" * 26 + "，", "乙" * 22, "1234567.8万元，" + "丙" * 9, "丁" * 27)):
        made.drawString(80, 740 - 30 * row, text)
    made.save()
    assert shown(read(file.getvalue(), "a.pdf"))[0] == (
        "甲" * 26 + "，" + "乙" * 22 + "1234567.8万元，" + "丙" * 9
    )


def test_a_small_line_far_above_the_text_is_a_running_head() -> None:
    """Though it stands on one page of three; the same note on every page is none."""
    made, file = canvas()
    for page, han in enumerate("甲乙丙", 1):
        if page == 2:
            made.setFont("Fangsong", 8)
            made.drawString(250, 805, "某省人民政府公报")
        made.setFont("Fangsong", 16)
        for row, text in enumerate((f"　　{han * 25}", han * 27, f"{han * 9}。")):
            made.drawString(80, 690 - 30 * row, text)
        made.setFont("Fangsong", 8)
        made.drawString(80 + 10 * 16, 636, str(page))
        made.setFont("Fangsong", 10)
        made.drawString(80, 90, f"{page}. 初步数。")
        made.showPage()
    made.save()
    document = read(file.getvalue(), "a.pdf")
    assert shown(document) == [text for han in "甲乙丙" for text in (f"{han * 61}。", "注：初步数。")]
    assert [(d.text, d.reason) for d in document.dropped] == [("某省人民政府公报", "running head")]


def test_a_sentence_that_ends_short_of_the_edge_ends_its_paragraph() -> None:
    """Though the next line begins with a number that would have had no room at its end."""
    made, file = canvas()
    for row, text in enumerate(("（1）" + "乙" * 20 + "。", "（2）" + "丙" * 9 + "。", "丁" * 27, "丁" * 27)):
        made.drawString(80, 740 - 30 * row, text)
    made.save()
    assert shown(read(file.getvalue(), "a.pdf"))[:2] == [
        "（1）" + "乙" * 20 + "。",
        "（2）" + "丙" * 9 + "。",
    ]
