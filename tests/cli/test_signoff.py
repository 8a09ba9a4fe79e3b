"""`gongwen build --with 核对表`."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import write_report

from .conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a report that prints its figure."""
    more = "版本:\n  公开:\n    有效性: 有效\n"
    return write_report(tmp_path / "r", "共{{ 合同审核件数|带单位 }}。\n", more=more)


def test_the_sheets_are_files_of_their_own(run: Run, folder: Path) -> None:
    """In both formats, with the fingerprint told."""
    ran = run("build", folder, "--with", "核对表", "--format", "json")
    names = [Path(output["path"]).name for output in ran.envelope["outputs"]]
    title = "2020年度测试数据核对表"
    assert names == ["测试报告.docx", "测试报告.pdf", f"{title}.docx", f"{title}.pdf"]
    assert len(ran.envelope["fingerprint"]) == 8
    assert f"核对码：{ran.envelope['fingerprint']}" in run("build", folder, "--with", "核对表").out


def test_the_report_is_the_same_with_them(run: Run, folder: Path, tmp_path: Path) -> None:
    """Byte for byte."""
    run("build", folder, "-o", tmp_path / "a")
    run("build", folder, "-o", tmp_path / "b", "--with", "核对表")
    assert (tmp_path / "a" / "测试报告.pdf").read_bytes() == (tmp_path / "b" / "测试报告.pdf").read_bytes()


@pytest.mark.parametrize("words", [["--edition", "公开"], ["--set", "公开方式=主动公开"]])
def test_none_go_with_a_public_edition(run: Run, folder: Path, words: list[str]) -> None:
    """And nothing is written at all."""
    ran = run("build", folder, "--with", "核对表", *words, "--format", "json")
    assert (ran.status, "signoff.public" in ran.codes) == (1, True)
    assert not (folder / "out").exists()


def test_other_extras_are_not_known(run: Run, folder: Path) -> None:
    """The ones at hand are named."""
    ran = run("build", folder, "--with", "数字卡片", "--format", "json")
    assert (ran.status, ran.codes) == (2, ["signoff.unknown"])
