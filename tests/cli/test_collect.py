"""`gongwen collect`."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Run
from collect.sheets import GOOD, fill, table, write_report


def sent(run: Run, tmp_path: Path) -> Path:
    """Write a report and its sheets."""
    report = write_report(tmp_path / "报告")
    assert run("collect", report, "--out", tmp_path / "下发").status == 0
    return report


def test_sheets_out(run: Run, tmp_path: Path) -> None:
    """Which office gets which file."""
    ran = run("collect", write_report(tmp_path / "报告"), "--out", tmp_path / "下发")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "甲局  5项  收数表_甲局.xlsx",
        "乙局  2项  收数表_乙局.xlsx",
        f"已写出2份收数表和收数表清单.xlsx：{tmp_path / '下发'}",
    ]


def test_they_go_to_the_output_folder_by_themselves(run: Run, tmp_path: Path) -> None:
    """As the outputs of every command do."""
    report = write_report(tmp_path / "报告")
    envelope = run("collect", report, "--format", "json").envelope
    assert [sheet["office"] for sheet in envelope["sheets"]] == ["甲局", "乙局"]
    assert sorted(path.name for path in (report / "out" / "收数表").iterdir())[-1] == "收数表清单.xlsx"


def test_answers_in(run: Run, tmp_path: Path) -> None:
    """Who sent what, what it comes to, and whom to remind."""
    report = sent(run, tmp_path)
    fill(tmp_path / "下发" / "收数表_甲局.xlsx", tmp_path / "收回" / "甲.xlsx", GOOD)
    ran = run("collect", report, "--in", tmp_path / "收回")
    assert ran.status == 3
    assert ran.out.splitlines() == [
        "填报单位  文件     版次   填报日期    填表人  联系电话      已有/应报",
        "甲局      甲.xlsx  第1版  2021-01-18  张三    027-12345678  5/5",
        "乙局      未报送                                            0/2",
        "收到文件1个，已报单位1个，未报单位1个；可写入5项，待核实0项，缺报2项",
        "尚未写入；核对后加--apply",
    ]
    assert ran.err.splitlines() == [
        "错误：乙局未报送，共2项：走访户数、新增点位［collect.not_returned］",
        "  解决办法：催报",
    ]
    assert table(report)["立案数"] is None


def test_apply_writes(run: Run, tmp_path: Path) -> None:
    """And says where the old files are."""
    report = sent(run, tmp_path)
    fill(tmp_path / "下发" / "收数表_甲局.xlsx", tmp_path / "收回" / "甲.xlsx", GOOD)
    ran = run("collect", report, "--in", tmp_path / "收回", "--apply")
    assert ran.out.splitlines()[-2:] == [
        "已写入：figures.xlsx、收数/报送登记.json、收数/报送登记.xlsx",
        f"原文件：{report / '备份' / '收数-1'}",
    ]
    assert table(report)["立案数"] == 22


def test_what_is_open_stops_apply(run: Run, tmp_path: Path) -> None:
    """Until it is accepted, or left out."""
    report = sent(run, tmp_path)
    fill(tmp_path / "下发" / "收数表_甲局.xlsx", tmp_path / "收回" / "甲.xlsx", {**GOOD, "立案数": "约22件"})
    refused = run("collect", report, "--in", tmp_path / "收回", "--apply", "--format", "json")
    assert refused.status == 1
    assert refused.codes == ["collect.rough", "collect.not_returned", "collect.open"]
    assert not refused.envelope["applied"]
    accepted = run("collect", report, "--in", tmp_path / "收回", "--apply", "--accept", "立案数，办结数")
    assert accepted.status == 3
    assert table(report)["立案数"] == 22


def test_json_has_it_all(run: Run, tmp_path: Path) -> None:
    """Files, offices, figures with their cells."""
    report = sent(run, tmp_path)
    fill(tmp_path / "下发" / "收数表_甲局.xlsx", tmp_path / "收回" / "甲.xlsx", GOOD)
    envelope = run("collect", report, "--in", tmp_path / "收回", "--format", "json").envelope
    assert (envelope["year"], envelope["applied"]) == (2020, False)
    assert [(file["file"], file["office"], file["filled_by"]) for file in envelope["files"]] == [
        ("甲.xlsx", "甲局", "张三")
    ]
    first = envelope["offices"][0]
    assert first["figures"][0] == {
        "figure": "立案数", "state": "new", "value": "22", "file": "甲.xlsx", "cell": "F5",
        "reason": None, "note": None,
    }  # fmt: skip
    assert envelope["offices"][1]["missing"] == ["走访户数", "新增点位"]


def test_wrong_use(run: Run, tmp_path: Path) -> None:
    """Options of one way only, and a --take that says nothing."""
    report = sent(run, tmp_path)
    assert run("collect", report, "--apply", "--format", "json").codes == ["collect.one_way"]
    ran = run("collect", report, "--in", tmp_path / "下发", "--take", "甲局", "--format", "json")
    assert (ran.status, ran.codes) == (2, ["collect.bad_take"])
