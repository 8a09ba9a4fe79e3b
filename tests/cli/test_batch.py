"""`gongwen batch`: what it says and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

from .conftest import Run


def manifest(folder: Path, *rows: str) -> Path:
    """Write a list beside the report."""
    path = folder / "任务.csv"
    path.write_text("\n".join(["报告,文件名,标题", *rows]) + "\n", encoding="utf-8")
    return path


def test_a_run_in_which_all_goes_well(run: Run, report: Path) -> None:
    """Counts, and the slowest; again, and nothing is built."""
    path = manifest(report.parent, "报告,甲,", "报告,乙,")
    first = run("batch", path, "-j", 1, "--to", "docx")
    assert (first.status, first.err) == (0, "")
    assert first.out.startswith("共2项：生成2，未变动跳过0，未完成0，未运行0；用时")
    assert "最慢：" in first.out
    assert run("batch", path, "-j", 1, "--to", "docx").out.startswith("共2项：生成0，未变动跳过2")
    assert sorted(p.name for p in (report.parent / "out").glob("*.docx")) == ["乙.docx", "甲.docx"]


def test_a_bad_row(run: Run, report: Path) -> None:
    """Is named with what is wrong, stands in the list of failures, and the command ends with 5."""
    other = report.parent / "坏"
    shutil.copytree(report, other)
    (other / "report.md").write_text(
        "---\n年度: 2025\n标题: 坏\n成文日期: 2026-01-01\n---\n{{ 无 }}\n", encoding="utf-8"
    )
    path = manifest(report.parent, "报告,甲,", "坏,乙,")
    ran = run("batch", path, "-j", 1, "--to", "docx")
    assert ran.status == 5
    assert "未完成：乙（任务.csv单元格A3）" in ran.out
    assert "［name.unknown］" in ran.out
    assert str(report.parent / "out" / "failures.xlsx") in ran.out
    job = run("batch", path, "-j", 1, "--to", "docx", "--format", "json").envelope["jobs"][1]
    assert (job["exit"], job["skipped"], job["diagnostics"][0]["code"]) == (1, True, "name.unknown")


def test_a_bad_manifest_and_bad_limits(run: Run, report: Path) -> None:
    """End with 2, everything wrong told at once."""
    path = manifest(report.parent, "无,甲,", "报告,{无},")
    assert run("batch", path, "--format", "json").codes == ["batch.report_missing", "batch.pattern"]
    ran = run("batch", path, "-j", "x", "--timeout", "-1", "--format", "json")
    assert (ran.status, ran.codes) == (2, ["batch.bad_limit", "batch.bad_limit"])
    assert not (report.parent / "out").exists()
