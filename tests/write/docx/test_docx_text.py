"""Text: every character arrives, and what belongs to a part of a paragraph stays with that part."""

from __future__ import annotations

from io import BytesIO

import docx
from builders import paragraph
from hypothesis import given
from hypothesis import strategies as st
from write.docx.written import W, body, cell, run, runs, settled_table, values, written


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))
)
def test_text_is_read_back_character_by_character(text: str) -> None:
    """Whatever a paragraph holds, another program finds it again."""
    document = docx.Document(BytesIO(written(paragraph(text))))
    assert [p.text for p in document.paragraphs] == [text]


def test_text_of_cells_is_read_back() -> None:
    """Cells hold their text, marks of XML included."""
    data = written(settled_table((cell("甲 & 乙"), cell("<丙>")), (cell(" 一 "), cell("“2”"))))
    table = docx.Document(BytesIO(data)).tables[0]
    assert [[c.text for c in row.cells] for row in table.rows] == [["甲 & 乙", "<丙>"], [" 一 ", "“2”"]]


def test_line_feeds_and_tabs_become_elements() -> None:
    """Word prints neither as a character (ISO/IEC 29500-1, 17.3.3)."""
    document = docx.Document(BytesIO(written(paragraph("\n一\t二\n"))))
    assert document.paragraphs[0].text == "\n一\t二\n"


def test_a_title_ends_its_lines_where_layout_says() -> None:
    """Across runs, and nowhere else."""
    title = runs(run("洪山区"), run("2020", figure="年"), run("年度报告"), style="title", breaks=(3, 9))
    line = "".join(e.text or "|" for e in body(title).iter(f"{W}t", f"{W}br"))
    assert line == "洪山区|2020年度|报告"


def test_a_run_in_heading_has_the_character_style_of_its_level() -> None:
    """So that Word's tables of contents and navigation pane can find it."""
    joined = runs(run("1.部署。", "heading-3"), run("区委……"), head_runs=1, head_tag="H3")
    assert values(body(joined), "pPr/pStyle") == ["gongwenText"]
    assert values(body(joined), "rPr/rStyle") == ["Heading3Char"]


def test_a_run_in_heading_needs_no_style_of_its_own() -> None:
    """Its tag says the level."""
    joined = runs(run("1."), run("部署。"), run("区委"), head_runs=2, head_tag="H3")
    assert values(body(joined), "rPr/rStyle") == ["Heading3Char", "Heading3Char"]


def test_a_figure_stands_between_the_ends_of_a_hidden_bookmark() -> None:
    """Hidden names begin with `_`; the character style is there for people."""
    figure = body(runs(run("审核"), run("346", figure="件数"), run("件")))[0]
    assert [e.tag.removeprefix(W) for e in figure] == ["pPr", "r", "bookmarkStart", "r", "bookmarkEnd", "r"]
    assert values(figure, "bookmarkStart", "name")[0].startswith("_gw_")
    assert values(figure, "rPr/rStyle") == ["gongwenFigure"]


def test_the_name_tells_the_figure_and_the_time() -> None:
    """The same figure printed twice differs in its last number only; another figure in the rest."""
    names = values(body(runs(*(run("1", figure=key) for key in "甲乙甲"))), "bookmarkStart", "name")
    stems = [name.rsplit("_", 1) for name in names]
    assert stems[0][0] == stems[2][0] != stems[1][0]
    assert [time for _, time in stems] == ["1", "1", "2"]


def test_bookmarks_have_ids_and_names_of_their_own() -> None:
    """Word takes 40 characters and does not tell capitals apart."""
    long = "一" * 50
    anchors = [paragraph("一", anchor=a) for a in (long, long, "Work-1", "work 1", "1")]
    found = body(*anchors, runs(run("1", figure="k" * 90), run("1", figure="k" * 90)))
    ids, names = values(found, "bookmarkStart", "id"), values(found, "bookmarkStart", "name")
    assert len(set(ids)) == len(ids) == 7
    assert len({name.lower() for name in names}) == 7
    assert all(len(name) <= 40 and (name[0].isalpha() or name[0] == "_") for name in names)


def test_a_plain_document_has_no_marks_of_ours() -> None:
    """No bookmark and no style tells where a figure stands."""
    found = body(runs(run("346", figure="件数"), run("件")), plain=True)
    assert values(found, "bookmarkStart", "name") == []
    assert values(found, "rPr/rStyle") == []


def test_an_emphasised_figure_keeps_its_look() -> None:
    """A run has one character style; the bookmark is enough to find the figure."""
    found = body(runs(run("346", "emphasis", "件数")))
    assert values(found, "rPr/rStyle") == ["gongwenEmphasis"]
    assert len(values(found, "bookmarkStart", "name")) == 1


def test_settled_indents_win_over_the_style() -> None:
    """Two and a half cells of 442.2 / 28 pt are 790 twips."""
    found = body(paragraph("司法局", "issuer", indent_right=2.5))
    assert values(found, "pPr/ind", "right") == ["790"]
    assert values(found, "pPr/ind", "rightChars") == ["0"]


def test_a_hanging_line_is_given_in_twips() -> None:
    """Word and LibreOffice add up hanging characters differently."""
    found = body(paragraph("附件：1.表", "attachment-list", indent_left=6.0, first_line=-3.0))
    indent = found.find(f".//{W}ind")
    assert indent is not None
    assert {n.removeprefix(W): v for n, v in indent.attrib.items()} == {
        "leftChars": "0", "left": "1895", "rightChars": "0", "right": "0",
        "firstLineChars": "0", "hanging": "948",
    }  # fmt: skip


def test_settled_keeps_and_page_starts_are_written() -> None:
    """Only where they differ from the style."""
    found = body(paragraph("一"), paragraph("二", keep_with_next=True, sheet_start=True))
    assert values(found, "pPr/keepNext") == ["1"]
    assert len(found.findall(f".//{W}pageBreakBefore")) == 1


def test_nothing_else_breaks_a_line_or_page() -> None:
    """Word breaks its own lines."""
    found = body(*(paragraph("字" * 100) for _ in range(3)))
    assert found.find(f".//{W}br") is None
    assert found.find(f".//{W}lastRenderedPageBreak") is None
