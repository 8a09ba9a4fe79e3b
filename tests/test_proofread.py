"""Last year's report, as a check holds this year's table against it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from folders import write_report

from render.freeze.making import freeze
from render.messages import Exit
from render.pipeline import Job
from render.proofread import proofread

SIGNED = datetime(2020, 2, 1, tzinfo=UTC)


def report(folder: Path, last_year: int) -> Path:
    """A report of 2020 whose table has a number of 2019."""
    write_report(folder, "字。")
    table = f"指标,单位,2019,2020\n合同审核件数,件,{last_year},28\n"
    (folder / "figures.csv").write_text(table, encoding="utf-8")
    return folder


def codes(folder: Path, against: str | None = None) -> set[str]:
    """What is found of last year."""
    proof = proofread(Job(folder), against=against)
    return {
        each.code
        for each in proof.diagnostics
        if each.code.startswith(("figure.earlier", "freeze.", "check."))
    }


def test_the_state_frozen_last_year_is_looked_at_unasked(tmp_path: Path) -> None:
    """Its number is the one that was signed."""
    folder = report(tmp_path / "r", 20)
    assert freeze(Job(folder, year=2019, settings={"成文日期": "2020-02-01"}), "签发稿", at=SIGNED).state
    assert codes(folder) == set()
    report(folder, 22)
    assert codes(folder) == {"figure.earlier"}


def test_another_folder_is_looked_at_where_it_is_named(tmp_path: Path) -> None:
    """Last year's, which rollover left as it was."""
    folder, before = report(tmp_path / "r", 22), report(tmp_path / "before", 20)
    assert codes(folder) == set()
    assert codes(folder, str(before)) == {"figure.earlier"}


def test_a_report_of_another_year_has_nothing_to_compare(tmp_path: Path) -> None:
    """And says so: silence would read as agreement."""
    folder, before = report(tmp_path / "r", 22), tmp_path / "before"
    write_report(before, "字。", figures="指标,单位,2017,2018\n合同审核件数,件,1,2\n")
    assert codes(folder, str(before)) == {"check.no_last_year"}


def test_a_damaged_state_does_not_stop_a_check_that_never_asked_for_it(tmp_path: Path) -> None:
    """It is told, and all else is looked over."""
    folder = report(tmp_path / "r", 20)
    state = freeze(Job(folder, year=2019, settings={"成文日期": "2020-02-01"}), "签发稿", at=SIGNED).state
    assert state is not None
    kept = next(state.folder.rglob("figures.csv"))
    kept.chmod(0o644)
    kept.write_text("指标,单位,2019\n合同审核件数,件,99\n", encoding="utf-8")
    assert codes(folder) == {"check.state_damaged"}
    assert proofread(Job(folder)).checked.rules


def test_what_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """Neither a folder nor a state."""
    folder = report(tmp_path / "r", 22)
    assert codes(folder, "送审稿") == {"freeze.none"}
    assert proofread(Job(folder), against="送审稿").exit is Exit.USE


def test_a_check_of_a_pack_that_is_not_looked_at_may_be_switched_off(tmp_path: Path) -> None:
    """`--pack 无` does not make the report's own list wrong."""
    folder = write_report(tmp_path / "r", "字。", more="不查:\n  fazhi.leaders: 另有专节\n")
    found = {each.code for each in proofread(Job(folder), packs=["无"]).diagnostics}
    assert "waiver.unknown" not in found
