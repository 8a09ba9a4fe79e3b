"""`gongwen check`."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import Run
from described import docx_of
from folders import write_report

from render.check import RULES
from render.proofread import rules_known


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
        assert ran.out.count("report.md") + ran.out.count("来文.") >= 2


def test_all_rules_are_listed(run: Run) -> None:
    """With level and title."""
    ran = run("check", "--explain", "list")
    assert [line.split()[0] for line in ran.out.splitlines()] == [rule.code for rule in rules_known()]


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


def test_a_file_is_summed_up_first(run: Run, tmp_path: Path) -> None:
    """What it is, what was found by level and by rule, what was looked at; then the findings."""
    file = tmp_path / "来文.docx"
    file.write_bytes(docx_of("标题｜工作报告\n正文｜案件数量比上年增长-30%，各项工作取得成效。\n"))
    ran = run("check", file)
    lines = ran.out.splitlines()
    assert (ran.status, ran.err) == (1, "")
    assert lines[0] == "来文.docx：DOCX文件；标题、正文、落款（无版头、版记）"
    assert "查出1条：规定1，推荐0，习惯0" in lines
    assert lines[-2] == (
        "  第2段“案件数量比上年增长-30%……”：规定：“增长-30”：增减用词已表明方向，数前不加负号［number.sign］"
    )
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_as_json(run: Run, tmp_path: Path) -> None:
    """Findings with page, paragraph, first words and clause; the envelope has them as diagnostics too."""
    file = tmp_path / "来文.docx"
    file.write_bytes(docx_of("标题｜工作报告\n正文｜案件数量比上年增长-30%，各项工作取得成效。\n"))
    envelope = run("check", file, "--format", "json").envelope
    assert [d["code"] for d in envelope["diagnostics"]] == ["number.sign"]
    assert envelope["findings"][0]["paragraph"] == 2
    assert envelope["findings"][0]["words"] == "案件数量比上年增长-30%……"
    assert envelope["file"]["kind"] == "DOCX"


def test_a_rule_is_waived_on_the_line(run: Run, tmp_path: Path) -> None:
    """With its reason; an unknown code is a finding."""
    file = tmp_path / "来文.docx"
    file.write_bytes(docx_of("标题｜工作报告\n正文｜案件数量比上年增长-30%，各项工作取得成效。\n"))
    ran = run("check", file, "--waive", "number.sign=照录原文")
    assert ran.status == 0
    assert "停用number.sign，未列1条：照录原文" in ran.out
    assert "waiver.unknown" in run("check", file, "--waive", "number.sing=照录原文").out


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("无.docx", None, "import.missing"),
        ("空.docx", b"", "import.empty"),
        ("断.docx", docx_of("标题｜工作报告")[:300], "import.damaged"),
        ("旧.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "import.foreign"),
        ("图.pdf", b"%PDF-1.4\nnothing", "import.damaged"),
        ("图.docx", b"\x89PNG\r\n\x1a\n", "import.binary"),
    ],
)
def test_files_that_cannot_be_looked_over(
    run: Run, tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    """As an import says it, with status 2."""
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    ran = run("check", file)
    assert ran.status == 2
    assert f"［{code}］" in ran.err


def test_fixing_writes_the_report_and_keeps_the_old_one(run: Run, tmp_path: Path) -> None:
    """Every change is told with its line; what is left to find is counted after it."""
    folder = write_report(tmp_path, "加强领导,压实责任。\n")
    ran = run("check", folder, "--fix")
    assert ran.status == 0
    assert ran.out.split("\n")[:3] == [
        "report.md第7行",
        "  “加强领导,压实责任。” → “加强领导，压实责任。”［mark.ascii］",
        "已改正1处，写入report.md",
    ]
    assert "加强领导，压实责任。" in (folder / "report.md").read_text(encoding="utf-8")
    assert (folder / "备份" / "修正前-1" / "report.md").is_file()


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    """The changes and the diff are in the envelope; the findings still stand."""
    folder = write_report(tmp_path, "加强领导,压实责任。\n")
    envelope = run("check", folder, "--fix", "--dry-run", "--format", "json").envelope
    assert envelope["exit"] == 1
    assert [each["code"] for each in envelope["fix"]["changes"]] == ["mark.ascii"]
    assert "+加强领导，压实责任。" in envelope["fix"]["diff"]
    assert envelope["fix"]["files"] == []
    assert "加强领导,压实责任。" in (folder / "report.md").read_text(encoding="utf-8")


def test_only_reports_are_fixed(run: Run, tmp_path: Path) -> None:
    """A file from anywhere is changed in its own program."""
    (tmp_path / "来文.txt").write_text("加强领导,压实责任。\n", encoding="utf-8")
    assert run("check", tmp_path / "来文.txt", "--fix", "--format", "json").codes == ["fix.foreign"]
    folder = write_report(tmp_path / "报告")
    assert run("check", folder, "--dry-run", "--format", "json").codes == ["fix.dry_run_alone"]


def test_what_could_not_be_looked_over_is_not_called_faultless(run: Run, tmp_path: Path) -> None:
    """The fault alone is said."""
    ran = run("check", str(tmp_path / "nowhere"))
    assert ran.status == 2
    assert "未查出问题" not in ran.out
