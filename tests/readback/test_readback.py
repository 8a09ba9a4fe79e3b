"""From an edited DOCX to the list of changes, and back into the author's files."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from folders import write_everything

from render.messages import Exit
from render.read import read_report

from .documents import built, deleted, edited, inserted, paragraph, replaced
from .reports import TEXT, back, listed, markdown, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report folder."""
    return write(tmp_path / "报告")


@pytest.fixture
def docx(folder: Path, tmp_path: Path) -> Path:
    """The report's DOCX."""
    return built(folder, tmp_path / "out")


def test_an_untouched_document_has_no_changes(folder: Path, docx: Path) -> None:
    """Nor remarks of ours."""
    result = back(folder, docx)
    assert (listed(result), result.remarks, result.diagnostics, result.exit) == ([], (), (), Exit.DONE)


def test_one_of_everything_reads_back_as_it_is(tmp_path: Path) -> None:
    """Information table, attachments, picture, two issuers."""
    folder = write_everything(tmp_path / "报告")
    result = back(folder, built(folder, tmp_path / "out"))
    assert (listed(result), result.diagnostics) == ([], ())


def test_a_plain_document_is_read_by_its_words(folder: Path, tmp_path: Path) -> None:
    """It has no marks, which is said, and a changed figure is found all the same."""
    plain = built(folder, tmp_path / "plain", plain=True)
    result = back(folder, edited(plain, replaced(("28件", "30件"))))
    assert listed(result) == ["figure 全年受理[28件]<30件>，上年为20件，办结率98.3%。"]
    assert [d.code for d in result.diagnostics] == ["readback.lost_marks", "readback.lost_digest"]


def test_a_figure_goes_into_its_cell(folder: Path, docx: Path) -> None:
    """Each year's into its own; the text is not touched."""
    changed = edited(docx, replaced(("28件", "30件"), ("20件", "21件"), ("98.3%", "98.5%")))
    result = back(folder, changed, apply=True)
    figures = read_report(folder)[0].figures.figures
    assert result.exit is Exit.DONE
    assert figures["受理件数"].values[2020].number == Decimal(30)
    assert figures["受理件数"].values[2019].number == Decimal(21)
    assert figures["办结率"].values[2020].number == Decimal("98.5")
    assert markdown(folder) == TEXT


def test_a_figure_in_a_table_cell(folder: Path, docx: Path) -> None:
    """It is the same cell of the figures table."""
    result = back(folder, edited(docx, replaced((">28<", ">31<"))))
    (change,) = result.changes
    assert (change.details["figure"], change.details["number"]) == ("受理件数", "31")
    assert (change.cell.file, change.cell.line) == ("figures.csv", 2)


def test_words_are_changed_and_expressions_stay(folder: Path, docx: Path) -> None:
    """Also where words on both sides of a figure changed; comments and markup stay."""
    changed = edited(
        docx,
        replaced(
            ("全年受理", "全年共受理"),
            ("，上年为", "（上年为"),
            ("，办结率", "），办结率达"),
            ("稳步", "扎实"),
        ),
    )
    result = back(folder, changed, apply=True)
    assert result.exit is Exit.DONE
    wanted = TEXT.replace("全年受理", "全年共受理").replace("，上年为{{", "（上年为{{")
    assert markdown(folder) == wanted.replace("，办结率{{", "），办结率达{{").replace("**稳步**", "**扎实**")


def test_figure_and_words_of_one_sentence_are_chosen_apart(folder: Path, docx: Path) -> None:
    """The number by its place in the list."""
    changed = edited(docx, replaced(("28件", "30件"), ("全年受理", "全年共受理")))
    assert listed(back(folder, changed)) == [
        "text 全年<共>受理28件，上年为20件，办结率98.3%。",
        "figure 全年受理[28件]<30件>，上年为20件，办结率98.3%。",
    ]
    back(folder, changed, apply=True, only="2")
    assert markdown(folder) == TEXT
    assert read_report(folder)[0].figures.figures["受理件数"].values[2020].number == Decimal(30)


def test_what_was_there_before_is_kept(folder: Path, docx: Path) -> None:
    """In a folder of its own each time; files that did not change are not copied."""
    before = (folder / "report.md").read_bytes()
    result = back(folder, edited(docx, replaced(("稳步", "扎实"))), apply=True)
    assert result.applied is not None
    assert result.applied.kept == folder / "备份" / "回读前-1"
    assert [path.name for path in (folder / "备份" / "回读前-1").iterdir()] == ["report.md"]
    assert (folder / "备份" / "回读前-1" / "report.md").read_bytes() == before
    back(folder, edited(docx, replaced(("稳步", "大步"))), apply=True, only="1")
    assert (folder / "备份" / "回读前-2" / "report.md").is_file()


def test_paragraphs_new_gone_and_moved(folder: Path, docx: Path) -> None:
    """A moved paragraph takes its comment and its expressions along."""

    def edit(xml: str) -> str:
        first, second = _paragraph(xml, "精心谋划"), _paragraph(xml, "强化考核")
        xml = xml.replace(first + second, second + paragraph("新增的一段。") + first)
        return xml.replace(_paragraph(xml, "围绕中心"), "")

    result = back(folder, edited(docx, edit), apply=True)
    assert (sorted(change.kind.value for change in result.changes), result.exit) == (
        ["gone", "moved", "new"],
        Exit.DONE,
    )
    text = markdown(folder)
    assert "围绕中心" not in text
    places = [
        text.index(words)
        for words in ("### 强化考核", "新增的一段。", "### 精心谋划", "<!-- 这一段", "全年受理{{")
    ]
    assert places == sorted(places)
    assert listed(back(folder, built(folder, docx.parent / "again"))) == []


def test_a_new_heading_takes_its_level_from_its_style(folder: Path, docx: Path) -> None:
    """And loses the number typed before it; what follows is numbered anew."""
    new = paragraph("二、存在的问题", "Heading1") + paragraph("工作还有差距。")
    changed = edited(docx, lambda xml: xml.replace(before := _paragraph(xml, "下一步打算"), new + before))
    result = back(folder, changed, apply=True)
    assert result.exit is Exit.DONE
    assert "\n\n# 存在的问题\n\n工作还有差距。\n\n# 下一步打算\n" in markdown(folder)


def _paragraph(xml: str, text: str) -> str:
    start = xml.rindex("<w:p>", 0, xml.index(text))
    return xml[start : xml.index("</w:p>", start) + 6]


def test_a_number_that_shifted_is_no_change(folder: Path, docx: Path) -> None:
    """Headings are numbered by the template."""
    assert listed(back(folder, edited(docx, replaced(("二、", "三、"), ("（二）", "（三）"))))) == []


def test_a_heading_of_another_level(folder: Path, docx: Path) -> None:
    """By its style; its marks change and nothing else."""
    changed = edited(
        docx, lambda xml: xml.replace(h := _paragraph(xml, "规范重点领域"), h.replace("Heading2", "Heading1"))
    )
    result = back(folder, changed, apply=True)
    assert listed(result) == ["level （二）规范重点领域→（二）规范重点领域"]
    assert markdown(folder) == TEXT.replace("## 规范", "# 规范")


def test_a_change_that_would_break_the_report_is_left(folder: Path, docx: Path) -> None:
    """A heading of the first level with one of the third right below it."""
    changed = edited(
        docx,
        lambda xml: xml.replace(h := _paragraph(xml, "完善工作机制"), h.replace("Heading2", "Heading1")),
    )
    result = back(folder, changed, apply=True)
    assert listed(result) == ["level （一）完善工作机制→（一）完善工作机制 (readback.breaks)"]
    assert (result.exit, markdown(folder)) == (Exit.PARTLY, TEXT)


def test_a_paragraph_that_was_split(folder: Path, docx: Path) -> None:
    """Where Enter was typed."""
    end = '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="gongwenText"/></w:pPr><w:r><w:t>'
    result = back(folder, edited(docx, replaced(("推进。现将", f"推进。{end}现将"))), apply=True)
    assert ([change.kind.value for change in result.changes], result.exit) == (["split"], Exit.DONE)
    assert "推进。\n\n现将有关" in markdown(folder)


def test_paragraphs_that_were_joined(tmp_path: Path) -> None:
    """Where the mark between them was deleted; a change in one of them is listed beside."""
    folder = write(tmp_path / "报告", "前一段文字说的是基本情况。\n\n后一段文字说的是主要做法。\n")
    mark = (
        '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="gongwenText"/></w:pPr><w:r><w:t xml:space="preserve">'
    )
    document = edited(built(folder, tmp_path / "out"), replaced((mark, ""), ("主要做法", "具体做法")))
    result = back(folder, document, apply=True)
    assert ([change.kind.value for change in result.changes], result.exit) == (["joined", "text"], Exit.DONE)
    assert markdown(folder) == "前一段文字说的是基本情况。后一段文字说的是具体做法。\n"


def test_rows_of_a_table(folder: Path, docx: Path) -> None:
    """One that is new, one that is gone, and a cell that was empty."""

    def edit(xml: str) -> str:
        rows = xml.split("<w:tr>")
        new = rows[2].replace("受理件数", "新增指标").replace(">28<", ">7<").replace(">20<", ">8<")
        rows[3] = rows[3].replace("</w:pPr></w:p>", "</w:pPr><w:r><w:t>96.1</w:t></w:r></w:p>")
        return "<w:tr>".join([*rows[:3], new, rows[3]]) + rows[4][rows[4].index("</w:tr>") + 7 :]

    result = back(folder, edited(docx, edit), apply=True)
    assert result.exit is Exit.DONE, listed(result)
    assert (
        "| {{ 受理件数.上年 }} |\n| 新增指标 | 7 | 8 |\n| 办结率 | {{ 办结率 }} | 96.1|\n\n注："
        in markdown(folder)
    )


def test_tracked_changes_name_their_authors(folder: Path, docx: Path) -> None:
    """Two people in one sentence make two changes, which can be chosen by name."""
    changed = edited(
        docx,
        replaced(
            ("细化考评指标", f"细化</w:t></w:r>{inserted('量化')}<w:r><w:t>考评指标"),
            (
                "压实工作责任",
                f"</w:t></w:r>{deleted('压实', '李四', 7)}{inserted('落实', '李四', 8)}<w:r><w:t>工作责任",
            ),
        ),
    )
    result = back(folder, changed)
    assert [[by.author for by in change.by] for change in result.changes] == [["张三"], ["李四"]]
    back(folder, changed, apply=True, only="李四")
    assert "细化考评指标，落实工作责任" in markdown(folder)


def test_a_report_of_another_kind_is_refused(folder: Path, tmp_path: Path) -> None:
    """Its text has next to nothing in common."""
    other = write(tmp_path / "另一份", "今年以来，全镇粮食生产再获丰收，亩产创历史新高。\n")
    result = back(folder, built(other, tmp_path / "other"), apply=True)
    assert (result.exit, [d.code for d in result.diagnostics]) == (Exit.USE, ["readback.other_report"])
    assert markdown(folder) == TEXT


@pytest.mark.parametrize("keeps_marks", [True, False])
def test_a_sentence_that_moved_takes_its_figures_along(folder: Path, docx: Path, keeps_marks: bool) -> None:
    """To another paragraph, with and without its bookmark."""

    def edit(xml: str) -> str:
        start = xml.index("，上年为") - len('<w:r><w:t xml:space="preserve">')
        stop = xml.index("/>", xml.index("<w:bookmarkEnd", xml.index("20件"))) + 2
        cut = xml[start:stop]
        if not keeps_marks:
            cut = '<w:r><w:t xml:space="preserve">，上年为20件</w:t></w:r>'
        xml = xml[:start] + xml[stop:]
        return xml.replace("工作责任。</w:t></w:r>", f"工作责任</w:t></w:r>{cut}<w:r><w:t>。</w:t></w:r>")

    result = back(folder, edited(docx, edit), apply=True)
    assert result.exit is Exit.DONE, (listed(result), result.diagnostics)
    assert "全年受理{{ 受理件数|带单位 }}，办结率" in markdown(folder)
    assert "压实工作责任，上年为{{ 受理件数.上年|带单位 }}。" in markdown(folder)


def test_a_paragraph_pasted_elsewhere_and_rewritten_keeps_its_figures(folder: Path, docx: Path) -> None:
    """Though it is too different to be called moved."""
    new = paragraph("综上，办结率98.3%，各项任务圆满完成，得到了上级机关和广大群众的一致好评与肯定。")

    def edit(xml: str) -> str:
        gone = _paragraph(xml, "精心谋划")
        return xml.replace(gone, "").replace(last := _paragraph(xml, "下一步，将"), last + new)

    back(folder, edited(docx, edit), apply=True)
    assert "综上，办结率{{ 办结率|带单位 }}，各项任务" in markdown(folder)
