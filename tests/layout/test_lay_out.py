"""Settled blocks and pages from blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import composed, paragraph, table, target

from render.blocks import Composed, Image, Paragraph, Picture, Table
from render.diagnostics import NOWHERE
from render.fonts import font_book
from render.layout import lay_out
from render.pages import ARTIFACT, Pages, PlacedImage, Rule, TextRun
from render.units import PT_PER_MM


def laid(document: Composed, name: str = "portable") -> tuple[Composed, Pages, tuple[str, ...]]:
    """Lay out with the vendored faces; diagnostics by code."""
    settled, pages, found = lay_out(document, font_book("vendored"), target(name))
    return settled, pages, tuple(d.code for d in found)


def texts(pages: Pages, index: int = 0) -> list[TextRun]:
    """The text runs of a page that are content."""
    return [i for i in pages.pages[index].items if isinstance(i, TextRun) and i.element != ARTIFACT]


def test_an_empty_report_has_one_page() -> None:
    """A page with its number, and nothing else."""
    _, pages, _ = laid(composed())
    assert [run.text for run in pages.pages[0].items if isinstance(run, TextRun)] == ["— 1 —"]


def test_a_page_holds_22_lines_of_28_cells() -> None:
    """GB/T 9704-2012, 5.2.3."""
    _, pages, _ = laid(composed(paragraph("字" * (26 + 28 * 22))))
    assert [len(run.text) for run in texts(pages)] == [26] + [28] * 21
    assert len(pages.pages) == 2


def test_full_lines_reach_both_edges() -> None:
    """28 mm from the left edge, 26 mm from the right."""
    _, pages, _ = laid(composed(paragraph("字" * 80)))
    second = texts(pages)[1]
    assert second.x == pytest.approx(28 * PT_PER_MM, abs=0.01)
    assert second.x + sum(second.advances) == pytest.approx(595.3 - 26 * PT_PER_MM, abs=0.01)


def test_first_line_is_set_in_two_cells() -> None:
    """GB/T 9704-2012, 7.3.3."""
    _, pages, _ = laid(composed(paragraph("字" * 80)))
    first, second = texts(pages)[:2]
    assert first.x - second.x == pytest.approx(2 * 442.23 / 28, abs=0.01)


def test_folio_stands_outside() -> None:
    """Odd pages right, even pages left, one cell of 14 pt in (7.5)."""
    _, pages, _ = laid(composed(paragraph("字" * 28 * 23)))
    odd, even = (page.items[-1] for page in pages.pages)
    assert isinstance(odd, TextRun)
    assert isinstance(even, TextRun)
    assert odd.x + sum(odd.advances) == pytest.approx(595.3 - 26 * PT_PER_MM - 14, abs=0.01)
    assert even.x == pytest.approx(28 * PT_PER_MM + 14, abs=0.01)


def test_run_in_heading_is_an_element_of_its_own() -> None:
    """Heading and text of one paragraph are tagged H3 and P."""
    block = paragraph("1.谋划。区委组织")
    runs = (
        block.runs[0].__class__("1.谋划。", NOWHERE, "heading-3"),
        block.runs[0].__class__("区委组织", NOWHERE),
    )
    block = Paragraph("text", runs, NOWHERE, head_runs=1, head_tag="H3")
    _, pages, _ = laid(composed(block))
    assert [pages.elements[run.element].tag for run in texts(pages)] == ["H3", "P"]
    assert [b.title for b in pages.bookmarks] == ["1.谋划。"]


def test_a_heading_does_not_end_a_page() -> None:
    """It moves to its text."""
    blocks = [paragraph("字") for _ in range(21)]
    _, pages, _ = laid(composed(*blocks, paragraph("一、总体情况", "heading-1"), paragraph("正文")))
    assert texts(pages, 1)[0].text == "一、总体情况"


def test_a_signature_is_not_left_alone() -> None:
    """The last paragraph goes with it, and the DOCX is told so."""
    blocks = [paragraph("字") for _ in range(21)]
    signature = (
        paragraph("", "blank", keep_with_next=True),
        paragraph("某局", "issuer"),
        paragraph("2021年2月18日", "date"),
    )
    settled, pages, _ = laid(composed(*blocks, paragraph("末段。"), *signature))
    assert [run.text for run in texts(pages, 1)] == ["末段。", "某局", "2021年2月18日"]
    assert settled.blocks[21].keep_with_next is True


def test_signature_indents_are_settled() -> None:
    """The date begins two cells right of the name's first character."""
    _, pages, _ = laid(
        composed(paragraph("某某区司法行政管理局", "issuer"), paragraph("2021年2月18日", "date"))
    )
    name, day = texts(pages)
    assert day.x - name.x == pytest.approx(2 * 442.23 / 28, abs=0.3)


def test_title_breaks_are_settled() -> None:
    """The DOCX gets the same title lines as the PDF."""
    title = "洪山区人民政府办公室关于2020年度全区法治政府建设工作情况的报告"
    settled, pages, _ = laid(composed(paragraph(title, "title", tag="Title")))
    assert isinstance(settled.blocks[0], Paragraph)
    (end,) = settled.blocks[0].breaks or ()
    assert [run.text for run in texts(pages)] == [title[:end], title[end:]]


def test_a_character_no_face_has_is_an_error() -> None:
    """Never a box or a gap."""
    assert laid(composed(paragraph("甲\U0003ffff乙")))[2] == ("layout.no_face",)


def test_a_rare_character_comes_from_another_face() -> None:
    """仿宋 lacks 𬭚; the last face of the chain draws it."""
    _, pages, found = laid(composed(paragraph("甲𬭚乙")))
    assert [(run.text, run.face) for run in texts(pages)] == [
        ("甲", "GongwenFangsong"), ("𬭚", "GongwenSong"), ("乙", "GongwenFangsong"),
    ]  # fmt: skip
    assert found == ()


def test_numbers_line_up_on_their_points() -> None:
    """1.5 and 10.25 have their points at one place."""
    _, pages, _ = laid(composed(table(["数"], ["1.5"], ["10.25"], align="decimal")))
    _, short, long = texts(pages)
    assert short.x + sum(short.advances[:1]) == pytest.approx(long.x + sum(long.advances[:2]))


def test_a_long_table_repeats_its_head() -> None:
    """The head on a later page is no content a second time."""
    _, pages, _ = laid(composed(table(["指标"], *[["项"] for _ in range(30)])))
    again = pages.pages[1].items[0]
    assert isinstance(again, TextRun)
    assert (again.text, again.element) == ("指标", ARTIFACT)
    tags = [element.tag for element in pages.elements]
    assert tags.count("TH") == 1
    assert tags.count("TD") == 30


def test_a_table_is_as_wide_as_the_type_area() -> None:
    """Widths are whole twips, in the DOCX and on the page."""
    settled, pages, _ = laid(composed(table(["甲", "乙"], ["一", "二"])))
    assert isinstance(settled.blocks[0], Table)
    assert sum(settled.blocks[0].widths) == pytest.approx(442.2, abs=0.05)
    rule = next(item for item in pages.pages[0].items if isinstance(item, Rule))
    assert rule.x1 - rule.x0 == pytest.approx(442.2, abs=0.05)


def test_long_cells_break_and_their_row_grows() -> None:
    """A cell of many words takes several lines in whole rows of the grid."""
    settled, _, _ = laid(composed(table(["甲", "乙"], ["一", "字" * 100])))
    assert isinstance(settled.blocks[0], Table)
    assert settled.blocks[0].heights[1] >= 2


def test_a_row_no_page_holds_is_an_error() -> None:
    """Better said than cut off."""
    assert "layout.row_too_tall" in laid(composed(table(["甲"], ["字" * 3000])))[2]


def test_a_picture_is_made_to_fit() -> None:
    """A picture wider than the type area shrinks and keeps its shape."""
    image = Image(b"", "png", 2000, 1000, 72)
    _, pages, _ = laid(composed(Picture("a.png", "图", NOWHERE), images={"a.png": image}))
    placed = pages.pages[0].items[0]
    assert isinstance(placed, PlacedImage)
    assert placed.width == pytest.approx(442.23, abs=0.01)
    assert placed.height == pytest.approx(placed.width / 2)


def test_list_of_attachments_hangs() -> None:
    """A wrapped name begins under the name's first character (7.3.4)."""
    block = paragraph("附件：1." + "名" * 40, "attachment-list", hanging=5, indent_left=2.0)
    _, pages, _ = laid(composed(block))
    first, second = texts(pages)
    assert second.x == pytest.approx(first.x + sum(first.advances[:5]), abs=0.5 * PT_PER_MM)


def test_hung_marks_stand_outside_the_type_area() -> None:
    """With word-hang the rest of the line still fills the measure."""
    _, pages, _ = laid(composed(paragraph("字" * 26 + "，" + "字" * 30)), "word-hang")
    first = texts(pages)[0]
    assert first.text[-1] == "，"
    assert first.x + sum(first.advances[:-1]) == pytest.approx(595.3 - 26 * PT_PER_MM, abs=0.3)


def test_strong_words_are_bold() -> None:
    """A character style says so; the words around it are plain."""
    runs = tuple(replace(run, style=style) for run, style in zip(
        (paragraph("甲").runs[0], paragraph("乙").runs[0]), (None, "strong"), strict=True
    ))  # fmt: skip
    _, pages, _ = laid(composed(replace(paragraph("甲"), runs=runs)))
    assert [run.bold for run in texts(pages)] == [False, True]


@pytest.mark.parametrize("widest", [22, 26, 27, 28])
@pytest.mark.parametrize("name", ["portable", "word"])
def test_short_issuers_beside_a_long_one_stay_whole(widest: int, name: str) -> None:
    """A name set far in for the column's sake still has the room it needs."""
    names = ["长" * widest, "某某局", "某某区A1局"]
    _, pages, _ = laid(
        composed(*(paragraph(n, "issuer") for n in names), paragraph("2021年2月18日", "date")), name
    )
    assert [run.text for run in texts(pages)] == [*names, "2021年2月18日"]


@pytest.mark.parametrize(("columns", "fits"), [(6, True), (9, False)])
def test_numbers_are_never_broken(columns: int, fits: bool) -> None:
    """A table too wide for its numbers is an error; one that fits keeps them whole."""
    numbers = table(["数"] * columns, ["12345671.25"] * columns, align="decimal")
    settled, pages, found = laid(composed(numbers))
    assert (found == ()) is fits
    assert found in ((), ("layout.table_too_wide",))
    if fits:
        assert [run.text for run in texts(pages)].count("12345671.25") == columns
        assert isinstance(settled.blocks[0], Table)
        assert settled.blocks[0].heights == (1, 1)


def test_long_text_gives_way_to_numbers() -> None:
    """The column of words is cut down, not the one of figures."""
    numbers = table(["说明", "数"], ["很长的说明" * 40, "12345671.25"], align="decimal")
    ((words, number),) = numbers.rows
    numbers = replace(numbers, rows=((replace(words, align="left"), number),))
    _, pages, found = laid(composed(numbers))
    assert found == ()
    assert "12345671.25" in [run.text for run in texts(pages)]


def test_a_crowded_page_does_not_end_with_a_first_line() -> None:
    """The paragraph begins on the next page in both files, on every such page of a long document."""
    blocks = ([paragraph("字")] * 21 + [paragraph("长" * 60)]) * 40
    settled, pages, found = laid(composed(*blocks))
    assert found == ()
    held = [block for block in settled.blocks if isinstance(block, Paragraph) and block.keep_two_lines]
    assert held
    for index in range(len(pages.pages)):
        runs = texts(pages, index)
        assert len(runs) <= 22
        assert len(runs) < 17 or runs[-1].text[0] != "长" or runs[-2].text[0] == "长"


def test_a_landscape_side_keeps_the_type_area_of_the_sheet() -> None:
    """15 rows of 40 cells; read with the sheet turned, 35 mm from the left, 28 from the top (clause 8)."""
    _, pages, _ = laid(
        composed(paragraph("甲"), paragraph("字" * (38 + 40 * 15), landscape=True), paragraph("乙"))
    )
    assert [page.landscape for page in pages.pages] == [False, True, True, False]
    side = pages.pages[1]
    assert (side.width, side.height) == (841.9, 595.3)
    lines = texts(pages, 1)
    assert [len(run.text) for run in lines] == [38] + [40] * 14
    assert lines[1].x == pytest.approx(35 * PT_PER_MM, abs=0.01)
    assert lines[1].x + sum(lines[1].advances) == pytest.approx(841.9 - 37 * PT_PER_MM, abs=0.01)
    ink = lines[0].baseline - 0.86 * 16
    assert ink == pytest.approx(28 * PT_PER_MM, abs=PT_PER_MM)


def test_the_page_number_of_a_landscape_side_stands_where_it_does_on_others() -> None:
    """The same place of the sheet, read with it upright: outside, odd pages right, even pages left."""
    text = paragraph("字" * 40 * 14, landscape=True)
    _, upright, _ = laid(composed(paragraph("甲"), paragraph("乙", sheet_start=True)))
    _, turned, _ = laid(composed(text, replace(text, sheet_start=True)))
    for here, there in zip(turned.pages, upright.pages, strict=True):
        mine, other = here.items[-1], there.items[-1]
        assert isinstance(mine, TextRun)
        assert isinstance(other, TextRun)
        assert mine.turned
        assert (mine.text, mine.baseline) == (other.text, other.x)
        assert mine.x == pytest.approx(841.9 - other.baseline)


def test_a_landscape_table_is_as_wide_as_the_side() -> None:
    """225 mm, its head at the edge that is the sheet's left one."""
    settled, pages, _ = laid(composed(replace(table(["甲", "乙"], ["1", "2"]), landscape=True)))
    assert isinstance(settled.blocks[0], Table)
    assert sum(settled.blocks[0].widths) == pytest.approx(225 * PT_PER_MM, abs=0.05)
    rules = [item for item in pages.pages[0].items if isinstance(item, Rule)]
    assert min(rule.y0 for rule in rules) == pytest.approx(28 * PT_PER_MM, abs=3 * PT_PER_MM)


def test_what_follows_a_number_does_not_move_it() -> None:
    """The mark of a note, or a unit: the digits before them line up."""
    settled, pages, _ = laid(composed(table(["数"], ["120"], ["120①"], align="decimal")))
    first, second = (run for run in texts(pages) if run.text.startswith("120"))
    assert first.x == second.x
    assert isinstance(settled.blocks[0], Table)


def test_an_indented_cell_sets_in_all_its_lines() -> None:
    """By em of its size."""
    block = table(["名", "数"], ["字" * 60, "1"], align="left")
    indented = replace(block, rows=((replace(block.rows[0][0], indent=2), block.rows[0][1]),))
    plain, moved = (texts(laid(composed(b))[1]) for b in (block, indented))
    assert {round(run.x, 2) for run in moved[2:4]} == {round(plain[2].x + 24, 2)}


def test_a_long_head_goes_on_two_lines_before_names_do() -> None:
    """Where columns are short of room, what stands below the head comes first."""
    long = "行政机关负责人出庭应诉率"
    head = ["指标名称", *["增减幅度（%）"] * 4]
    settled, _, _ = laid(composed(table(head, [long, *["1"] * 4])))
    assert isinstance(settled.blocks[0], Table)
    assert settled.blocks[0].widths[0] > 12 * 12


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("字" * 20 + "https://www.gov.cn/zwgk" + "字" * 20, "portable", ("layout.latin",)),
        ("字" * 20 + "rule of law " * 8 + "字" * 20, "portable", ("layout.latin",)),
        ("字" * 20 + "https://www.gov.cn/zwgk" + "字" * 20, "word", ()),
        ("见https://www.gov.cn", "portable", ()),  # one line breaks nowhere
        ("字" * 20 + "GB/T 9704-2012" + "字" * 20, "portable", ()),
    ],
)
def test_paragraphs_that_may_break_elsewhere_are_noted(text: str, name: str, codes: tuple[str, ...]) -> None:
    """Web addresses and long Latin text, where the lines are LibreOffice's."""
    assert laid(composed(paragraph(text)), name)[2] == codes
