"""`gongwen readback`: the list, what is written, and how a run ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from readback.documents import edited, replaced

from .conftest import Run


@pytest.fixture
def docx(run: Run, report: Path) -> Path:
    """The starter's DOCX."""
    return Path(run("build", report, "--to", "docx").out.splitlines()[0])


def changed(docx: Path, *pairs: tuple[str, str], name: str = "改.docx") -> Path:
    """Write a copy with words replaced."""
    return edited(docx, replaced(*pairs), docx.parent / name)


FIGURE = ("47件", "50件")
WORDS = ("平稳推进", "有序推进")


def test_the_list_says_what_where_and_what_to_do(run: Run, report: Path, docx: Path) -> None:
    """Paragraph by paragraph, with the cell a figure goes to."""
    ran = run("readback", changed(docx, FIGURE, WORDS), report)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "改.docx：改动2处，批注0条",
        "",
        "report.md第12行　“2025年，XX区某局坚持以公开促落实、强监管、…”",
        "    1  文字  …强监管、优服务，政务公开工作〔平稳→有序〕推进。　（无修订痕迹）",
        "",
        "report.md第20行　“（二）做好依申请公开。全年受理政府信息公开申请4…”",
        "    2  数字  依申请公开受理件数：47件→50件　（无修订痕迹）",
        "       全年受理政府信息公开申请〔47件→50件〕，上年为58件；",
        "       写入figures.xlsx“指标”表E4：50；正文另有1处随之改变",
        "",
        "共2条：可写入2条，冲突0条，不能写入0条；写入用--apply",
    ]


def test_nothing_is_written_without_apply(run: Run, report: Path, docx: Path) -> None:
    """The list alone leaves every file as it is."""
    before = {path.name: path.read_bytes() for path in report.iterdir() if path.is_file()}
    run("readback", changed(docx, FIGURE, WORDS), report)
    assert {path.name: path.read_bytes() for path in report.iterdir() if path.is_file()} == before


def test_apply_writes_and_says_where_the_old_files_are(run: Run, report: Path, docx: Path) -> None:
    """And the next reading back finds nothing."""
    document = changed(docx, FIGURE, WORDS, (">47<", ">50<"))
    ran = run("readback", document, report, "--apply")
    assert ran.status == 0
    assert ran.out.splitlines()[-2:] == [
        "已写入3条：report.md、figures.xlsx",
        f"改前的文件在{report / '备份' / '回读前-1'}；要恢复，把它们复制回报告文件夹",
    ]
    again = run("readback", document, report)
    assert "没有改动" in again.out


def test_only_takes_numbers_ranges_and_names(run: Run, report: Path, docx: Path) -> None:
    """With commas of either width; the envelope says what was written."""
    document = changed(docx, FIGURE, WORDS)
    ran = run("readback", document, report, "--apply", "--only", "1，1-1", "--format", "json")
    assert (ran.status, ran.envelope["written"], ran.envelope["files"]) == (5, [1], ["report.md"])


@pytest.mark.parametrize(
    ("only", "code"),
    [
        ("9", "readback.no_such_change"),
        ("王五", "readback.no_such_name"),
        ("3-1", "readback.bad_choice"),
        ("0", "readback.bad_choice"),
        ("，", "readback.bad_choice"),
    ],
)
def test_a_choice_that_names_nothing(run: Run, report: Path, docx: Path, only: str, code: str) -> None:
    """Nothing is written."""
    ran = run("readback", changed(docx, WORDS), report, "--apply", "--only", only, "--format", "json")
    assert (ran.status, ran.codes, (report / "备份").exists()) == (2, [code], False)


def test_only_needs_apply(run: Run, report: Path, docx: Path) -> None:
    """A list cannot be chosen from without writing."""
    assert run("readback", docx, report, "--only", "1", "--format", "json").codes == [
        "readback.only_without_apply"
    ]


def test_operands_are_told_apart(run: Run, report: Path, docx: Path) -> None:
    """One word is too few; the last one is the report."""
    assert run("readback", report, "--format", "json").codes == ["cli.no_operand"]
    assert run("readback", report, docx, "--format", "json").codes == ["readback.no_report"]


def test_several_readers_are_listed_together(run: Run, report: Path, docx: Path) -> None:
    """The same change once, with both files; what clashes, as a conflict."""
    one = changed(docx, FIGURE, WORDS, name="甲.docx")
    other = changed(docx, ("47件", "51件"), WORDS, name="乙.docx")
    envelope = run("readback", one, other, report, "--format", "json").envelope
    assert [change["documents"] for change in envelope["changes"]] == [
        ["甲.docx", "乙.docx"],
        ["甲.docx"],
        ["乙.docx"],
    ]
    assert [conflict["changes"] for conflict in envelope["conflicts"]] == [[2, 3]]
    ran = run("readback", one, other, report, "--apply", "--only", "2,3", "--format", "json")
    assert (ran.status, ran.codes) == (1, ["readback.conflict"])
    ran = run("readback", one, other, report, "--apply", "--only", "乙", "--format", "json")
    assert ran.envelope["written"] == [1, 3]
