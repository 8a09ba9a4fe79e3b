"""One job from folder to files."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import docx
import pymupdf
import pytest
from folders import FIGURES, WIDE_HEAD, write_everything, write_report

import render
from render.messages import Exit
from render.pipeline import Result


def build(folder: Path, **more: object) -> Result:
    """Build with the vendored faces."""
    return render.build(folder, faces="vendored", **more)  # type: ignore[arg-type]


def codes(result: Result) -> list[str]:
    """The codes of what was found."""
    return [d.code for d in result.diagnostics]


def edit(path: Path) -> None:
    """Change a DOCX as a person would."""
    document = docx.Document(str(path))
    document.paragraphs[0].runs[0].text = "改过的标题"
    document.save(str(path))


def test_nothing_is_written_without_a_folder(tmp_path: Path) -> None:
    """The bytes are in the result."""
    result = build(write_report(tmp_path))
    assert [(o.format, o.path) for o in result.outputs] == [("docx", None), ("pdf", None)]
    assert not (tmp_path / "out").exists()


def test_files_bear_the_title(tmp_path: Path) -> None:
    """In the folder that was asked for."""
    result = build(write_report(tmp_path / "r"), out=tmp_path / "to")
    assert sorted(p.name for p in (tmp_path / "to").iterdir()) == ["测试报告.docx", "测试报告.pdf"]
    assert [o.path for o in result.outputs] == [
        tmp_path / "to" / "测试报告.docx",
        tmp_path / "to" / "测试报告.pdf",
    ]


def test_an_edition_and_a_stage_mark_the_names(tmp_path: Path) -> None:
    """Two editions never share a file."""
    more = "稿次: 送审稿\n版本:\n  公开:\n    标题: 公开的报告\n"
    result = build(write_report(tmp_path, more=more), edition="公开", to=["pdf"])
    assert [o.name for o in result.outputs] == ["公开的报告_公开版_送审稿.pdf"]


def test_another_year_takes_its_own_figures_and_date(tmp_path: Path) -> None:
    """2019's value and 2019's date, from the same text."""
    folder = write_report(tmp_path, "共{{ 合同审核件数|带单位 }}。\n", more="2019:\n  成文日期: 2020-03-01\n")
    result = build(folder, year=2019)
    assert result.ok
    text = "".join(p.text for p in docx.Document(io.BytesIO(result.outputs[0].data)).paragraphs)
    assert "共20件。" in text
    assert "2020年3月1日" in text


def test_missing_figures_write_nothing(tmp_path: Path) -> None:
    """All of them in one run, exit 3."""
    folder = write_report(tmp_path, "{{ 甲 }}和{{ 乙 }}\n", figures="指标,单位,2020\n甲,件,\n乙,件,\n")
    result = build(folder, out=tmp_path / "out")
    assert codes(result) == ["figure.missing", "figure.missing"]
    assert result.exit is Exit.PENDING
    assert not (tmp_path / "out").exists()


def test_faults_of_every_stage_come_in_one_run(tmp_path: Path) -> None:
    """A bad cell, an unknown name, a leftover mark, an unknown template and a character without a face."""
    folder = write_report(
        tmp_path, "{{ 丙 }}**\n\n字\U0003ffff\n", more="版式: raport\n", figures=FIGURES + "甲,件,三,1\n"
    )
    found = codes(build(folder))
    assert set(found) == {
        "figures.words", "name.unknown", "markup.leftover", "template.unknown", "layout.no_face",
    }  # fmt: skip


def test_an_unknown_template_is_placed(tmp_path: Path) -> None:
    """In the line that names it."""
    (diagnostic,) = build(write_report(tmp_path, more="版式: raport\n")).diagnostics
    assert (diagnostic.source.file, diagnostic.source.line) == ("report.md", 6)


def test_a_template_beside_the_text_is_found(tmp_path: Path) -> None:
    """A unit keeps its own look in the report folder."""
    folder = write_report(tmp_path, more="版式: 我局\n")
    (folder / "我局").mkdir()
    (folder / "我局" / "layout.toml").write_text(
        'inherits = "report"\n[styles.text]\nbold = true\n', encoding="utf-8"
    )
    result = build(folder)
    assert result.laid_out is not None
    assert result.laid_out.settled.template.styles["text"].bold


def test_warnings_refuse_only_under_strict(tmp_path: Path) -> None:
    """Exit 4, and nothing is written."""
    folder = write_report(tmp_path / "r", "# 一、总体情况\n\n正文。\n")
    assert build(folder).ok
    result = build(folder, out=tmp_path / "out", strict=True)
    assert result.exit is Exit.STRICT
    assert not (tmp_path / "out").exists()


def test_a_docx_that_someone_edited_is_kept(tmp_path: Path) -> None:
    """Until --force; the PDF is not replaced either."""
    folder = write_report(tmp_path / "r")
    path = build(folder, out=tmp_path).outputs[0].path
    assert path is not None
    edit(path)
    kept = path.read_bytes()
    assert codes(build(folder, out=tmp_path)) == ["output.edited"]
    assert path.read_bytes() == kept
    assert build(folder, out=tmp_path, force=True).ok
    assert path.read_bytes() != kept


def test_a_docx_of_another_program_is_kept(tmp_path: Path) -> None:
    """It only happens to have the name."""
    folder = write_report(tmp_path / "r")
    (tmp_path / "测试报告.docx").write_bytes(b"PK")
    assert codes(build(folder, out=tmp_path)) == ["output.foreign"]


def test_a_file_open_in_an_office_program_is_kept(tmp_path: Path) -> None:
    """Its lock stands beside it."""
    folder = write_report(tmp_path / "r")
    (tmp_path / "~$报告.docx").write_text("")
    result = build(folder, out=tmp_path)
    assert codes(result) == ["output.open"]
    assert result.exit is Exit.USE


def test_building_again_replaces_our_own(tmp_path: Path) -> None:
    """The same bytes, without asking."""
    folder = write_report(tmp_path / "r")
    first, second = (build(folder, out=tmp_path).outputs for _ in range(2))
    assert [o.sha256 for o in first] == [o.sha256 for o in second]


def test_dates_inside_come_with_the_job(tmp_path: Path) -> None:
    """成文日期, or what the caller says; never the clock."""
    folder = write_report(tmp_path)
    for created, shown in ((None, "D:20210218"), (datetime(2030, 1, 2, tzinfo=UTC), "D:20300102")):
        with pymupdf.open(stream=build(folder, to=["pdf"], created=created).outputs[0].data) as document:
            assert document.metadata["creationDate"].startswith(shown)


@pytest.mark.parametrize(
    ("more", "code"), [({"to": ["odt"]}, "job.unknown_format"), ({"target": "wps"}, "job.unknown_target")]
)
def test_wrong_use_is_said(tmp_path: Path, more: dict[str, object], code: str) -> None:
    """With exit 2 and nothing written."""
    result = build(write_report(tmp_path), **more)
    assert codes(result) == [code]
    assert result.exit is Exit.USE


def test_a_folder_that_is_not_there() -> None:
    """Exit 2, no exception."""
    result = build(Path("/nowhere/at/all"))
    assert result.exit is Exit.USE


def test_faces_are_told(tmp_path: Path) -> None:
    """A rare character shows the face that lent it."""
    assert "GongwenSong" in build(write_report(tmp_path, "𬭚\n")).faces


def test_one_of_everything_builds_without_a_remark(tmp_path: Path) -> None:
    """Information table, picture, charts, attachments, two issuers, four levels, table, notes."""
    result = build(write_everything(tmp_path))
    assert codes(result) == []
    assert result.laid_out is not None
    assert len(result.laid_out.pages.pages) == 9


def test_one_of_everything_says_the_same_in_both_files(tmp_path: Path) -> None:
    """Every character of the DOCX, tables included, stands in the PDF in the same order.

    The words of a chart, smaller than all others, stand in a part of their own.
    """
    outputs = {o.format: o.data for o in build(write_everything(tmp_path)).outputs}
    document = docx.Document(io.BytesIO(outputs["docx"]))
    said = "".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
    with pymupdf.open(stream=outputs["pdf"]) as pdf:
        spans = [
            "".join(
                span["text"]
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", [])
                for span in line["spans"]
                if span["size"] > 11
            )
            for page in pdf
        ]
    shown = ["".join(text.split()).replace(f"—{n}—", "") for n, text in enumerate(spans, 1)]
    # A table's head that comes again on a new page is not said twice.
    assert "".join(said.split()) == "".join(page.removeprefix(WIDE_HEAD) for page in shown)


def test_one_of_everything_is_fit_for_archives_and_screen_readers(tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1, by an independent judge."""
    import page

    path = tmp_path / "all.pdf"
    path.write_bytes(build(write_everything(tmp_path / "r"), to=["pdf"]).outputs[0].data)
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        verdict = page.validate_pdf(str(path), profile=profile)
        assert verdict.is_compliant, [failure.message for failure in verdict.failures]


def test_a_pdf_that_someone_changed_is_kept(tmp_path: Path) -> None:
    """A stamp or a signature is not lost; neither is another program's file of the same name."""
    folder = write_report(tmp_path / "r")
    path = next(o.path for o in build(folder, out=tmp_path, to=["pdf"]).outputs)
    assert path is not None
    path.write_bytes(path.read_bytes() + b"\n% stamped")
    assert codes(build(folder, out=tmp_path, to=["pdf"])) == ["output.edited"]
    path.write_bytes(b"%PDF-1.4")
    assert codes(build(folder, out=tmp_path, to=["pdf"])) == ["output.foreign"]


def test_a_plain_docx_is_written_again(tmp_path: Path) -> None:
    """It has no mark of ours, but it is just what would be written."""
    folder = write_report(tmp_path / "r")
    assert build(folder, out=tmp_path, plain=True).ok
    assert build(folder, out=tmp_path, plain=True).ok


def test_broken_metadata_are_not_said_to_be_missing(tmp_path: Path) -> None:
    """The year and the title are there; they only cannot be read yet."""
    (tmp_path / "report.md").write_text("---\n年度: 2020\n标题: [甲\n---\n正文\n", encoding="utf-8")
    assert codes(build(tmp_path)) == ["text.syntax"]


def nodes_of(result: Result) -> list[str]:
    """The words of every paragraph."""
    assert result.laid_out is not None
    return ["".join(s.text for s in n.spans) for n in result.laid_out.content.nodes if hasattr(n, "spans")]


def test_a_comparison_is_an_attachment(tmp_path: Path) -> None:
    """Listed after the text, on a sheet of its own."""
    report = write_report(tmp_path, more="比较: 2019\n")
    title = "2020年度测试主要指标对比表"
    assert nodes_of(build(report)) == [
        "测试报告",
        "正文。",
        title,
        "某某区司法局",
        "2021年2月18日",
        "附件",
        title,
    ]


def test_without_being_asked_for_there_is_none(tmp_path: Path) -> None:
    """Nothing in the report changes."""
    assert nodes_of(build(write_report(tmp_path))) == ["测试报告", "正文。", "某某区司法局", "2021年2月18日"]


def test_the_caller_decides_about_the_comparison(tmp_path: Path) -> None:
    """With years, or without any, whatever the report says."""
    with_it, without = write_report(tmp_path / "a", more="比较: 2019\n"), write_report(tmp_path / "b")
    assert "附件" not in nodes_of(build(with_it, compare=()))
    assert "附件" in nodes_of(build(without, compare=(2019,)))


def test_an_edition_may_do_without_the_comparison(tmp_path: Path) -> None:
    """An empty 比较 takes it away."""
    report = write_report(tmp_path, more="比较: 2019\n版本:\n  公开:\n    比较:\n")
    assert "附件" in nodes_of(build(report))
    assert "附件" not in nodes_of(build(report, edition="公开"))


def test_a_comparison_lacks_what_the_table_lacks(tmp_path: Path) -> None:
    """The cell is named, the text's faults come in the same run, and nothing is built."""
    report = write_report(tmp_path, "{{ 没有 }}\n", figures="指标,单位,2019,2020\n受理,件,,28\n")
    result = build(report, compare=(2019,))
    assert codes(result) == ["compare.missing", "name.unknown"]
    assert result.diagnostics[0].source.cell == "C2"


@pytest.mark.parametrize(("second", "found"), [("4", []), ("5", ["relation.broken"])])
def test_formulas_are_worked_out_and_relations_checked(tmp_path: Path, second: str, found: list[str]) -> None:
    """Before anything is said; a relation broken in the year reported stops the build."""
    figures = f"指标,单位,2020,公式\n甲,件,3,\n乙,件,{second},\n丙,件,,甲×3＋（2×乙）－10\n"
    write_report(tmp_path, text="共{{ 丙|带单位 }}。", figures=figures, more="关系: 甲 + 乙 = 丙\n")
    result = build(tmp_path, to=["pdf"])

    assert codes(result) == found
    if not found:
        with pymupdf.open(stream=result.outputs[0].data) as pdf:
            assert "共7件。" in "".join(page.get_text() for page in pdf)


@pytest.mark.parametrize(
    ("text", "more", "found"),
    [
        ("比上年下降40.0%。", "", ["direction.contradicts"]),
        ("比上年增长30.0%。", "", ["direction.amount"]),
        ("比上年增长40.0%。", "", []),
        ("比上年下降40.0%。", "不查:\n  direction.contradicts: 口径不同，已核对\n", []),
    ],
)
def test_a_word_against_the_figures_is_a_warning(
    tmp_path: Path, text: str, more: str, found: list[str]
) -> None:
    """The files are made all the same, but not under --strict; a reason in 不查 settles it."""
    folder = write_report(tmp_path, text=f"审核{{{{ 合同审核件数|带单位 }}}}，{text}", more=more)

    assert codes(build(folder, to=["pdf"])) == found
    assert build(folder, to=["pdf"]).ok
    assert build(folder, to=["pdf"], strict=True).exit == (Exit.STRICT if found else Exit.DONE)
