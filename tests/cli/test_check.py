"""`gongwen check`."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import Run
from folders import write_report

from render.check import RULES


def test_a_report_without_faults_is_said_to_be_so(run: Run, report: Path) -> None:
    """In one line, with status 0."""
    ran = run("check", report)
    assert (ran.status, ran.out, ran.err) == (0, "未查出问题\n", "")


def test_a_finding_gives_status_1(run: Run, tmp_path: Path) -> None:
    """With its place and a way out; the count comes last."""
    folder = write_report(tmp_path, more="不查:\n  reviw.open: 已核对\n")
    ran = run("check", folder)
    assert ran.status == 1
    assert ran.err.startswith("report.md第7行：错误：“不查”中没有“reviw.open”这一检查项")
    assert ran.out == "查出1条：规定1，推荐0，习惯0\n"


def test_json_has_everything(run: Run, tmp_path: Path) -> None:
    """Findings, levels, counts, and what is switched off."""
    folder = write_report(tmp_path, more="不查:\n  x.y: 已核对\n")
    envelope = run("check", folder, "--format", "json").envelope
    assert [d["code"] for d in envelope["diagnostics"]] == ["waiver.unknown"]
    assert envelope["found"] == {"规定": 1, "推荐": 0, "习惯": 0}
    assert envelope["levels"]["waiver.unknown"] == "规定"
    assert envelope["waived"] == []


def test_missing_figures_are_one_line(run: Run, tmp_path: Path) -> None:
    """They are no fault of the text; a build lists them."""
    folder = write_report(tmp_path, "{{ 合同审核件数 }}\n", figures="指标,单位,2020\n合同审核件数,件,\n")
    ran = run("check", folder)
    assert ran.status == 0
    assert "尚缺2020年数据1处" in ran.err


def test_faults_of_the_report_are_said(run: Run, tmp_path: Path) -> None:
    """As a build says them, with its status."""
    ran = run("check", write_report(tmp_path, "{{ 无此指标 }}\n"))
    assert ran.status == 1
    assert "无此指标" in ran.err


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained(run: Run, rule: object) -> None:
    """With its level and both samples, in both languages."""
    code = rule.code  # type: ignore[attr-defined]
    for language in ("zh", "en"):
        ran = run("check", "--explain", code, "--lang", language)
        assert ran.status == 0
        assert code in ran.out
        assert ran.out.count("report.md") >= 2


def test_all_rules_are_listed(run: Run) -> None:
    """With level and title."""
    ran = run("check", "--explain", "list")
    assert [line.split()[0] for line in ran.out.splitlines()] == [rule.code for rule in RULES]


def test_an_unknown_code_gets_the_nearest(run: Run) -> None:
    """It cannot be explained."""
    ran = run("check", "--explain", "waiver.unknwn")
    assert ran.status == 2
    assert "waiver.unknown" in ran.err


def test_a_report_is_asked_for(run: Run) -> None:
    """Unless a rule is to be explained."""
    assert run("check").status == 2
    assert run("check", "x", "--fail-on", "都要").status == 2


def test_the_same_way_out_is_said_once(run: Run, tmp_path: Path) -> None:
    """Below the last of the findings that have it."""
    folder = write_report(tmp_path, more="不查:\n  甲.乙: 已核对\n  丙.丁: 已核对\n")
    ran = run("check", folder)
    assert ran.err.count("［waiver.unknown］") == 2
    assert ran.err.count("解决办法") == 1
