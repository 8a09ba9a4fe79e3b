"""`gongwen freeze`, and `gongwen build --at`."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import write_report

from render.freeze import STATES

from .conftest import Run


@pytest.fixture
def frozen(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter, frozen as 送审稿 on a day that does not change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("freeze", report, "--as", "送审稿", "--by", "张三", "--note", "报局长")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    return report


def test_freezing_names_the_folder_and_the_fingerprint(run: Run, report: Path) -> None:
    """What a clerk writes on the sheet that goes along."""
    ran = run("freeze", report, "--as", "送审稿")
    folder, said = ran.out.splitlines()
    assert (ran.status, folder) == (0, str(report / STATES / "送审稿"))
    assert said.startswith("已留底：共1页，指标")


def test_the_list(run: Run, frozen: Path) -> None:
    """One row a state, with who and when."""
    heads, row = run("freeze", frozen, "--list").out.splitlines()
    assert heads.split()[:2] == ["名称", "留底时间"]
    assert row.split()[:3] == ["送审稿", "2023-11-14", "22:13"]
    assert row.split()[-3:] == ["完好", "张三", "报局长"]


def test_no_states(run: Run, report: Path) -> None:
    """Said in words."""
    assert run("freeze", report, "--list").out == "没有留底\n"


def test_damage_is_listed(run: Run, frozen: Path) -> None:
    """The state is marked, the file is named, and the exit status says so."""
    (frozen / STATES / "送审稿" / "报告" / "report.md").unlink()
    ran = run("freeze", frozen, "--list")
    assert ran.status == 2
    assert "已损坏" in ran.out
    assert (
        "留底/送审稿/报告/report.md：错误：“送审稿”留底时有此文件，现已缺失［freeze.part_missing］" in ran.err
    )
    assert run("freeze", frozen, "--list", "--format", "json").envelope["states"][0]["whole"] is False


@pytest.mark.parametrize("words", [[], ["--list", "--as", "甲"], ["--since", "甲", "--as", "乙"]])
def test_one_thing_at_a_time(words: list[str], run: Run, report: Path) -> None:
    """Freeze, list or compare."""
    assert run("freeze", report, *words, "--format", "json").codes == ["freeze.choose_one"]


def test_a_name_that_exists(run: Run, frozen: Path) -> None:
    """What is there, and two ways out."""
    ran = run("freeze", frozen, "--as", "送审稿")
    assert ran.status == 2
    assert "已有“送审稿”（2023-11-14 22:13留底，核对码" in ran.err
    assert "换一个名称，如“送审稿2”" in ran.err


def test_a_name_whose_state_is_damaged(run: Run, frozen: Path) -> None:
    """It is taken all the same, though nothing is known of it."""
    (frozen / STATES / "送审稿" / "留底记录.json").unlink()
    assert "已有“送审稿”，不覆盖" in run("freeze", frozen, "--as", "送审稿").err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "内容与“送审稿”留底时不同［"),
        ("。", "留底时不同（留底时"),
    ],
)
def test_a_changed_file_is_told_with_its_sizes(more: str, said: str, run: Run, frozen: Path) -> None:
    """Where they differ."""
    path = frozen / STATES / "送审稿" / "报告" / "report.md"
    path.chmod(0o644)
    path.write_text(path.read_text(encoding="utf-8").replace("。", "；") + more, encoding="utf-8")
    assert said in run("build", frozen, "--at", "送审稿").err


def test_a_state_is_built_and_compared(run: Run, frozen: Path) -> None:
    """Into a folder of its own, beside what is built of today's report."""
    (frozen / "report.md").write_text("---\n标题: 另一份\n年度: 2020\n---\n别的。\n", encoding="utf-8")
    ran = run("build", frozen, "--at", "送审稿")
    lines = ran.out.splitlines()
    assert Path(lines[0]).parent == frozen / "out" / "送审稿"
    assert lines[-1] == "与“送审稿”留底时逐字节一致：DOCX、PDF"
    assert run("build", frozen, "--at", "送审稿", "--format", "json").envelope["same"] == {
        "docx": True,
        "pdf": True,
    }


@pytest.mark.parametrize(
    "words",
    [["--year", "2020"], ["--edition", "公开"], ["--set", "附注=甲"], ["--template", "letter"], ["--plain"]],
)
def test_what_a_state_has_settled_is_not_asked_for(words: list[str], run: Run, frozen: Path) -> None:
    """The option is named."""
    ran = run("build", frozen, "--at", "送审稿", *words)
    assert (ran.status, f"{words[0]}不能与--at同时使用" in ran.err) == (2, True)


def test_an_unknown_state(run: Run, frozen: Path) -> None:
    """The nearest is named."""
    ran = run("build", frozen, "--at", "送申稿")
    assert (ran.status, "最接近的是“送审稿”" in ran.err) == (2, True)


def test_a_build_says_what_moved(run: Run, frozen: Path) -> None:
    """In one line; nothing, when nothing has."""
    assert run("build", frozen).out.splitlines()[-1] == "自送审稿以来没有变动"
    path = frozen / "report.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n多了一句话。\n", encoding="utf-8")
    ran = run("build", frozen)
    moved, how = ran.out.splitlines()[-2:]
    assert moved == "自送审稿以来变动：文字1处"
    assert how == f"逐项查看：gongwen freeze {frozen} --since 送审稿"
    assert run("build", frozen, "--format", "json").envelope["since"] == {
        "name": "送审稿",
        "counts": {"sentences": 1},
    }


def test_what_moved_item_by_item(run: Run, frozen: Path) -> None:
    """The sentence, with its line."""
    path = frozen / "report.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n多了一句话。\n", encoding="utf-8")
    ran = run("freeze", frozen, "--since", "送审稿")
    count = len(path.read_text(encoding="utf-8").splitlines())
    assert ran.out.splitlines()[-2:] == ["文字", f"  report.md第{count}行 增 多了一句话。"]
    moved = run("freeze", frozen, "--since", "送审稿", "--format", "json").envelope["moved"]
    assert [each["after"] for each in moved["sentences"]] == ["多了一句话。"]


def test_sign_off_sheets_say_so_too(run: Run, tmp_path: Path) -> None:
    """The values before and after, in print."""
    import docx

    report = write_report(tmp_path / "r", "共{{ 合同审核件数|带单位 }}。\n")
    run("freeze", report, "--as", "送审稿")
    (report / "figures.csv").write_text("指标,单位,2019,2020\n合同审核件数,件,20,30\n", encoding="utf-8")
    run("build", report, "--with", "核对表")
    document = docx.Document(str(report / "out" / "2020年度测试数据核对表.docx"))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "以来变动：指标1项。本表变动1项：合同审核件数（2020年：28→30）。" in said
