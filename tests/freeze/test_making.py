"""Freezing: what is kept, what is refused, and that nothing is ever half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from folders import write_everything, write_report

import render
from render import outputs
from render.freeze import STATES
from render.freeze.states import MADE, RECORD, damage_of, state_of, states_of
from render.messages import Exit

from .states import ON, codes, frozen, tree


def test_a_state_holds_report_template_and_files(tmp_path: Path) -> None:
    """Text, figures, attachments and pictures byte for byte; the template; the DOCX and the PDF."""
    report = write_everything(tmp_path / "r")
    before = tree(report)
    made = frozen(report)
    assert made.exit is Exit.DONE
    kept = tree(report / STATES / "送审稿")
    assert {n.removeprefix("报告/"): d for n, d in kept.items() if n.startswith("报告/")} == before
    assert {n for n in kept if n.startswith("版式/")} == {
        "版式/webpage/document.md.j2",
        "版式/webpage/layout.toml",
        "版式/report/layout.toml",
    }
    assert sorted(Path(n).suffix for n in kept if n.startswith(MADE)) == [".docx", ".pdf"]


def test_what_is_kept_is_what_a_build_gives(tmp_path: Path) -> None:
    """The bytes of an ordinary build of the same folder."""
    report = write_everything(tmp_path / "r")
    frozen(report)
    built = {o.name: o.data for o in render.build(report, faces="vendored").outputs}
    kept = {p.name: p.read_bytes() for p in (report / STATES / "送审稿" / MADE).iterdir()}
    assert kept == built


def test_the_record_is_readable(tmp_path: Path) -> None:
    """JSON in UTF-8, with who, when, what, and a digest of every file."""
    report = write_report(tmp_path / "r")
    frozen(report)
    said = json.loads((report / STATES / "送审稿" / RECORD).read_text(encoding="utf-8"))
    assert (said["format"], said["year"], said["title"]) == (1, 2020, "测试报告")
    assert said["frozen_at"] == "2021-02-01T09:30:00+00:00"
    assert set(said["versions"]) >= {"gongwen", "python", "zlib", "reportlab", "uharfbuzz", "lxml"}
    assert {"报告/report.md", "报告/figures.csv", "成品/测试报告.docx"} <= set(said["files"])
    assert all(face["sha256"] and face["origin"] == "vendored" for face in said["faces"])


def test_marks_of_a_review_are_kept(tmp_path: Path) -> None:
    """待核改语句 is part of how far the text had come."""
    report = write_report(tmp_path / "r")
    (report / "待核改语句.md").write_text("- [保留] 1. 全年。\n", encoding="utf-8")
    frozen(report)
    assert (report / STATES / "送审稿" / "报告" / "待核改语句.md").is_file()


def test_output_and_other_states_are_not_kept(tmp_path: Path) -> None:
    """A state holds no other state, nor what was built before."""
    report = write_report(tmp_path / "r")
    render.build(report, faces="vendored", out=report / "out")
    frozen(report)
    frozen(report, "签发稿", ON + timedelta(days=1))
    assert not [n for n in tree(report / STATES / "签发稿") if "out/" in n or f"{STATES}/" in n]


def test_a_name_that_exists_is_refused(tmp_path: Path) -> None:
    """With what it is; the state is left as it was."""
    report = write_report(tmp_path / "r")
    frozen(report)
    before = tree(report)
    again = frozen(report, at=ON + timedelta(days=1))
    assert (again.exit, codes(again)) == (Exit.USE, ["freeze.exists"])
    assert again.diagnostics[0].values["on"] == "2021-02-01 09:30"
    assert tree(report) == before


def test_a_name_in_another_case_is_the_same(tmp_path: Path) -> None:
    """Windows takes them for one folder."""
    report = write_report(tmp_path / "r")
    frozen(report, "Draft")
    assert codes(frozen(report, "draft")) == ["freeze.exists"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "..",
        "../外",
        "a/b",
        "a\\b",
        "con",
        "NUL.x",
        ".隐藏",
        "~稿",
        "稿.",
        "稿 ",
        "a\x00b",
        "字" * 61,
    ],
)
def test_bad_names_are_refused(name: str, tmp_path: Path) -> None:
    """Whatever is no folder's name on some system, or leads out of the folder."""
    report = write_report(tmp_path / "r")
    before = tree(tmp_path)
    assert codes(frozen(report, name)) == ["freeze.bad_name"]
    assert tree(tmp_path) == before


def test_a_report_that_lacks_figures_is_not_frozen(tmp_path: Path) -> None:
    """Its faults are told, and that nothing was frozen."""
    report = write_report(
        tmp_path / "r", "办理{{ 合同审核件数 }}件。\n", figures="指标,单位,2020\n合同审核件数,件,\n"
    )
    made = frozen(report)
    assert made.exit is not Exit.DONE
    assert codes(made)[-1] == "freeze.not_ready"
    assert not (report / STATES).exists()


def test_warnings_are_written_down(tmp_path: Path) -> None:
    """What stood when it was frozen is known later."""
    report = write_report(tmp_path / "r", more="密级: 内部\n")
    made = frozen(report)
    assert made.state is not None
    assert any("metadata.not_printed" in each for each in made.state.record.warnings)


def test_strict_refuses_a_warning(tmp_path: Path) -> None:
    """As a build does."""
    report = write_report(tmp_path / "r", more="密级: 内部\n")
    assert frozen(report, strict=True).exit is Exit.STRICT
    assert not (report / STATES).exists()


def test_no_such_report(tmp_path: Path) -> None:
    """The folder is named."""
    assert codes(frozen(tmp_path / "none")) == ["folder.missing"]


@pytest.mark.parametrize(("error", "code"), [(28, "freeze.disk_full"), (13, "freeze.denied")])
def test_a_failure_leaves_nothing(
    error: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a folder that is read-only: not even an empty folder is left."""
    report = write_report(tmp_path / "r")
    before = tree(report)

    def full(_: int) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(outputs.os, "fsync", full)
    assert codes(frozen(report)) == [code]
    assert tree(report) == before
    assert not (report / STATES).exists()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """Told, not overwritten."""
    report = write_report(tmp_path / "r")
    (report / STATES).write_text("mine")
    assert codes(frozen(report)) == ["freeze.not_a_folder"]
    assert (report / STATES).read_text() == "mine"


KILLED = """\
import os, pathlib, signal, sys

calls = 0

def killing(real):
    def call(*words, **more):
        global calls
        calls += 1
        if calls == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    return call

os.fsync = killing(os.fsync)
pathlib.Path.rename = killing(pathlib.Path.rename)
from render.cli import main
main(["freeze", sys.argv[1], "--as", sys.argv[2], "--faces", "vendored"])
print(calls)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", [1, 5, 8, 9])
def test_killed_while_writing(moment: int, tmp_path: Path) -> None:
    """At the first file, in the middle, at the last, at the last step: no state; then it can be made."""
    report = write_report(tmp_path / "r")
    path = os.pathsep.join([str(Path(render.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", KILLED, str(report), "稿", str(moment)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr
    assert states_of(report) == ([], [])
    assert frozen(report, "稿").exit is Exit.DONE
    assert damage_of(state_of(report, "稿")) == []


def test_the_text_may_have_a_name_of_its_own(tmp_path: Path) -> None:
    """A state of one text of a folder that has several."""
    report = write_report(tmp_path / "r")
    (report / "report.md").rename(report / "综述.md")
    made = frozen(report / "综述.md")
    assert made.state is not None
    assert made.state.record.report == "综述.md"


def test_a_picture_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    """A build refuses it, and so nothing is frozen."""
    report = write_report(tmp_path / "r", "![图](图片/外.png)\n")
    (tmp_path / "外.png").write_bytes(b"\x89PNG")
    (report / "图片").mkdir()
    (report / "图片" / "外.png").symlink_to(tmp_path / "外.png")
    assert codes(frozen(report)) == ["picture.outside", "freeze.not_ready"]
