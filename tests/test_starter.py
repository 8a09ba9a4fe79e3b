"""A report folder to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

import render
from render.starter import usual_target, write_starter


@pytest.mark.parametrize(
    ("platform", "target"), [("win32", "word"), ("darwin", "word"), ("linux", "portable")]
)
def test_the_target_is_what_people_print_from(tmp_path: Path, platform: str, target: str) -> None:
    """Word on Windows and macOS, LibreOffice elsewhere."""
    write_starter(tmp_path, usual_target(platform))
    assert f"\n排版目标: {target}\n" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_hidden_files_do_no_harm(tmp_path: Path) -> None:
    """A fresh git repository is empty enough."""
    (tmp_path / ".git").mkdir()
    outputs, diagnostics = write_starter(tmp_path, "portable")
    assert sorted(output.name for output in outputs) == ["figures.xlsx", "report.md"]
    assert diagnostics == []


def test_what_is_there_stays(tmp_path: Path) -> None:
    """Neither a folder with files nor a file is touched."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "mine.txt").touch()
    assert [d.code for d in write_starter(tmp_path / "a", "portable")[1]] == ["init.not_empty"]
    assert [d.code for d in write_starter(tmp_path / "a" / "mine.txt", "portable")[1]] == [
        "init.not_a_folder"
    ]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("target", ["portable", "word", "word-hang"])
def test_the_starter_builds_without_a_remark(tmp_path: Path, target: str) -> None:
    """On one page, whatever it is printed from."""
    write_starter(tmp_path / "starter", target)
    result = render.build(tmp_path / "starter", faces="vendored", strict=True)
    assert (result.exit, result.diagnostics) == (0, ())
    assert result.laid_out is not None
    assert len(result.laid_out.pages.pages) == 1


def test_the_starter_says_that_its_figures_are_made_up(tmp_path: Path) -> None:
    """In the text's comment, which is not printed."""
    write_starter(tmp_path / "starter", "portable")
    assert "示例数据，非真实统计数据" in (tmp_path / "starter" / "report.md").read_text(encoding="utf-8")
