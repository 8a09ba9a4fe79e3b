"""States: found, listed, and every damage told by the file it is in."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from folders import write_report

from render.diagnostics import Faults
from render.freeze import STATES
from render.freeze.states import (
    RECORD,
    damage_of,
    frozen_figures,
    frozen_report,
    newest,
    parts_of,
    state_of,
    states_of,
)

from .states import ON, frozen, rewritten


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that was frozen once."""
    folder = write_report(tmp_path / "r")
    frozen(folder)
    return folder


def code_of(report: Path, name: str = "送审稿") -> str:
    """The code that keeps a state from being read."""
    with pytest.raises(Faults) as refused:
        parts_of(state_of(report, name))
    return refused.value.diagnostics[0].code


def test_states_are_listed_in_their_order(report: Path) -> None:
    """By when they were frozen, not by name."""
    frozen(report, "甲", ON - timedelta(days=1))
    states, found = states_of(report)
    assert ([each.name for each in states], found) == (["甲", "送审稿"], [])


def test_the_newest_of_a_year(report: Path) -> None:
    """A state of another year is none."""
    frozen(report, "签发稿", ON + timedelta(hours=1))
    last = newest(report)
    assert last is not None
    assert last.name == "签发稿"
    assert newest(report, 2019) is None


def test_a_whole_state_has_no_damage(report: Path) -> None:
    """Nor do files that office programs leave beside one they have open."""
    (report / STATES / "送审稿" / "报告" / "~$report.md").write_bytes(b"")
    assert damage_of(state_of(report, "送审稿")) == []


def test_a_changed_file_is_named(report: Path) -> None:
    """With its sizes then and now."""
    path = report / STATES / "送审稿" / "报告" / "figures.csv"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n")
    (found,) = damage_of(state_of(report, "送审稿"))
    assert (found.code, found.source.file) == ("freeze.part_changed", "留底/送审稿/报告/figures.csv")
    assert code_of(report) == "freeze.part_changed"


def test_a_missing_file_is_named(report: Path) -> None:
    """Of the parts as of what was built."""
    (report / STATES / "送审稿" / "成品" / "测试报告.pdf").unlink()
    (found,) = damage_of(state_of(report, "送审稿"))
    assert (found.code, found.source.file) == ("freeze.part_missing", "留底/送审稿/成品/测试报告.pdf")


def test_a_file_too_many_is_a_warning(report: Path) -> None:
    """It has no part in what is built, so the state still counts."""
    (report / STATES / "送审稿" / "报告" / "附件").mkdir()
    (report / STATES / "送审稿" / "报告" / "附件" / "1.md").write_text("多的")
    state = state_of(report, "送审稿")
    assert [d.code for d in damage_of(state)] == ["freeze.part_added"]
    assert "报告/附件/1.md" not in parts_of(state)


def test_a_link_in_the_place_of_a_file(report: Path, tmp_path: Path) -> None:
    """Even one that leads to the very bytes: they are not kept with the state."""
    path = report / STATES / "送审稿" / "报告" / "report.md"
    shutil.copy(path, tmp_path / "elsewhere.md")
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere.md")
    assert code_of(report) == "freeze.link"


def test_a_state_that_is_a_link(report: Path, tmp_path: Path) -> None:
    """A state lies in its folder."""
    (report / STATES / "送审稿").rename(tmp_path / "外")
    (report / STATES / "送审稿").symlink_to(tmp_path / "外")
    assert code_of(report) == "freeze.link"


def test_a_record_that_was_changed(report: Path) -> None:
    """One letter of what it says is enough; its spaces do not matter."""
    path = report / STATES / "送审稿" / RECORD
    path.chmod(0o644)
    said = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(said), encoding="utf-8")
    assert parts_of(state_of(report, "送审稿"))
    path.write_text(json.dumps({**said, "note": "改"}), encoding="utf-8")
    assert code_of(report) == "freeze.record_changed"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1", '{"format": 1}', '{"format": 1, "seal": 2, "faces": 3}']
)
def test_a_record_that_is_none(text: str, report: Path) -> None:
    """Whatever it holds."""
    path = report / STATES / "送审稿" / RECORD
    path.chmod(0o644)
    path.write_text(text, encoding="utf-8")
    assert code_of(report) == "freeze.record_damaged"


def test_a_record_of_a_newer_program(report: Path) -> None:
    """Refused with both versions, whatever else it holds."""
    path = report / STATES / "送审稿" / RECORD
    path.chmod(0o644)
    path.write_text('{"format": 2, "versions": {"gongwen": "9.0"}, "unheard": 1}', encoding="utf-8")
    with pytest.raises(Faults) as refused:
        state_of(report, "送审稿")
    (found,) = refused.value.diagnostics
    assert (found.code, found.values["tool"], found.values["format"]) == ("freeze.newer", "9.0", 2)


def test_a_record_that_leads_out_of_its_folder(report: Path) -> None:
    """A name with `..` is never followed."""
    state = state_of(report, "送审稿")
    part = state.record.files["报告/report.md"]
    rewritten(state.folder, files={"../../report.md": part})
    assert code_of(report) == "freeze.link"


def test_a_folder_without_a_record(report: Path) -> None:
    """Told by its name; the others are listed."""
    (report / STATES / "别的").mkdir()
    states, found = states_of(report)
    assert [each.name for each in states] == ["送审稿"]
    assert [(d.code, d.source.file) for d in found] == [("freeze.no_record", "留底/别的")]


def test_what_a_kill_leaves_is_not_listed(report: Path) -> None:
    """A hidden folder that was not put in its place."""
    (report / STATES / ".gongwen-1-稿").mkdir()
    assert states_of(report)[1] == []


def test_an_unknown_name(report: Path, tmp_path: Path) -> None:
    """The nearest is named; without any state, how to make one."""
    assert code_of(report, "送审") == "freeze.unknown"
    assert code_of(write_report(tmp_path / "other"), "送审稿") == "freeze.none"
    assert code_of(tmp_path / "nowhere", "送审稿") == "folder.missing"


def test_the_kept_report_can_be_used_as_one(report: Path) -> None:
    """By everything that takes a report folder."""
    folder = frozen_report(report, "送审稿")
    assert (folder / "report.md").read_bytes() == (report / "report.md").read_bytes()


def test_figures_as_they_were_frozen(report: Path) -> None:
    """Of the year that is asked for, whatever today's table says."""
    (report / "figures.csv").write_text("指标,单位,2019,2020\n合同审核件数,件,20,99\n", encoding="utf-8")
    found = frozen_figures(report, 2020)
    assert found is not None
    assert str(found[1].figures["合同审核件数"].values[2020].number) == "28"
    assert frozen_figures(report, 2019) is None
