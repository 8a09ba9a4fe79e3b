"""`gongwen rollover`."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Run
from folders import write_report

TEXT = "全年召开第三次会议，办理{{ 合同审核件数|带单位 }}。\n"


def test_what_to_do_next_is_said(run: Run, tmp_path: Path) -> None:
    """The folder, then steps in their order."""
    old = write_report(tmp_path / "报告2020", TEXT)
    ran = run("rollover", old, "--to", "2021")
    new = tmp_path / "报告2021"
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        str(new),
        "",
        "下一步：",
        "  1. 填写2021年数据：figures.csv单元格E2起，共1项",
        "  2. 按待核改语句.xlsx逐条修改report.md，仍准确的标“保留”，条数：1",
        "  3. 在文件开头填写：成文日期",
        f"  4. 检查：gongwen check {new}",
        f"  5. 生成文件：gongwen build {new}",
    ]


def test_json_has_the_counts(run: Run, tmp_path: Path) -> None:
    """And every file that was written."""
    old = write_report(tmp_path / "报告2020", TEXT)
    envelope = run("rollover", old, "--to", "2021", "-o", tmp_path / "新", "--format", "json").envelope
    assert envelope["ok"]
    assert (envelope["from"], envelope["to"]) == (2020, 2021)
    assert (envelope["sentences"], envelope["waiting"], envelope["to_fill"]) == (1, 1, 1)
    assert envelope["metadata"] == ["成文日期"]
    assert {Path(output["path"]).name for output in envelope["outputs"]} == {
        "report.md", "figures.csv", "待核改语句.md", "待核改语句.xlsx", "待核改语句.json",
    }  # fmt: skip


def test_the_list_alone(run: Run, tmp_path: Path) -> None:
    """Its files, and how many sentences still wait."""
    run("rollover", write_report(tmp_path / "报告2020", TEXT))
    ran = run("rollover", tmp_path / "报告2021", "--list")
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "未处理条数：1"
    assert run("rollover", tmp_path / "报告2021", "--list", "--to", "2022").status == 2


def test_bad_years_are_refused(run: Run, tmp_path: Path) -> None:
    """A year that is none, and one that is not later."""
    old = write_report(tmp_path / "报告2020", TEXT)
    assert run("rollover", old, "--to", "明年").status == 2
    ran = run("rollover", old, "--to", "2020")
    assert ran.status == 2
    assert "2020年不晚于这份报告的年度（2020年）" in ran.err


def test_a_folder_that_exists_is_refused(run: Run, tmp_path: Path) -> None:
    """With two ways out."""
    old = write_report(tmp_path / "报告2020", TEXT)
    run("rollover", old)
    ran = run("rollover", old)
    assert (ran.status, ran.out) == (2, "")
    assert "该文件夹已存在" in ran.err
