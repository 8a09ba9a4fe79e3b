"""`gongwen import`, from its words to what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

TEXT = (
    "首页 > 政务公开\n索引号:QL-1 发文机构:青陵区司法局\n青陵区2020年度工作报告\n"
    "2020年,全区认真贯彻落实上级决策部署,办理案件28件,3日内办结。\n"
    "一、工作情况\n召开会议12次,取得成效。\n青陵区司法局\n2021年1月5日\n版权所有:青陵区人民政府\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small page's text."""
    path = tmp_path / "2020.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_import_then_build(run: Run, source: Path, tmp_path: Path) -> None:
    """Two commands from last year's page to a DOCX and a PDF."""
    made, built = run("import", source, "-o", tmp_path / "report"), run("build", tmp_path / "report")
    assert (made.status, made.err, built.status, built.err) == (0, "", 0, "")


def test_the_account_is_told_from_top_to_bottom(run: Run, source: Path, tmp_path: Path) -> None:
    """What was taken for what, dropped, changed, doubtful."""
    out = run("import", source, "-o", tmp_path / "r", "--lang", "zh").out
    for words in (
        "标题：青陵区2020年度工作报告；年度：2020",
        "标题层次（1）：",
        "  一、工作情况",
        "网页导航  首页 > 政务公开",
        "页脚  版权所有",
        ", → ，  4处",
        "3日",
    ):
        assert words in out


def test_json_has_all_of_it(run: Run, source: Path, tmp_path: Path) -> None:
    """Beside the envelope's own."""
    told = run("import", source, "-o", tmp_path / "r", "--format", "json").envelope["import"]
    assert (told["title"], told["year"], told["encoding"]) == ("青陵区2020年度工作报告", 2020, "UTF-8")
    assert [(o["level"], o["number"], o["title"], o["line"]) for o in told["outline"]] == [
        (1, "一、", "工作情况", 5)
    ]
    assert {c["before"] for c in told["changed"]} == {","}
    assert [f["printed"] for f in told["figures"]] == [["28件"], ["3日"], ["12次"]]


def test_options(run: Run, source: Path, tmp_path: Path) -> None:
    """No figures at all; marks as they were; a level there is not."""
    run("import", source, "-o", tmp_path / "a", "--figures", "none", "--keep-punctuation")
    text = (tmp_path / "a" / "report.md").read_text(encoding="utf-8")
    assert "2020年,全区认真贯彻落实上级决策部署,办理案件28件,3日内办结。" in text
    assert "{{" not in text
    assert run("import", source, "--figures", "some", "--format", "json").codes == ["cli.bad_choice"]


def test_what_is_no_report(run: Run, tmp_path: Path) -> None:
    """Exit status 2, a way out, no folder."""
    path = tmp_path / "诗.txt"
    path.write_text("春眠不觉晓，\n处处闻啼鸟。\n夜来风雨声，\n花落知多少。", encoding="utf-8")
    ran = run("import", path, "--lang", "zh")
    assert ran.status == 2
    assert "［import.verse］" in ran.err
    assert not (tmp_path / "诗").exists()
