"""Runs: whole files, a journal that is true, and rows that fail by themselves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from batch.manifests import batch, built, listed, manifest, names, report_folder

from render.batch import Progress, run
from render.batch.journal import Journal
from render.batch.orders import Limits
from render.batch.report import write_failures
from render.diagnostics import Faults
from render.messages import Exit
from render.write.docx import digest_state


def offices(folder: Path, count: int, *bad: str) -> Path:
    """List offices that share one text; a bad one has no figure."""
    report_folder(folder / "a", text="{{ 简称 }}办件{{ 件数 }}件。", title="{{ 简称 }}报告")
    rows = [f"a,单位{n:03},{'' if f'单位{n:03}' in bad else n}" for n in range(count)]
    return listed(folder, "报告,简称,件数", *rows)


def counts(progress: Progress) -> tuple[int, int, int]:
    """Built, unchanged, failed."""
    return progress.done, progress.skipped, progress.failed


def test_every_row_has_its_files(tmp_path: Path) -> None:
    """And the run says how it went."""
    result = built(offices(tmp_path, 5), workers=2)
    assert counts(result.progress) == (5, 0, 0)
    assert result.exit is Exit.DONE
    assert names(tmp_path / "out") == [f"单位{n:03}报告.docx" for n in range(5)]
    assert [ended.order.number for ended in result.ended] == [1, 2, 3, 4, 5]


def test_a_bad_row_fails_alone(tmp_path: Path) -> None:
    """The others are built, and the list of failures says why it was not."""
    result = built(offices(tmp_path, 3, "单位001"))
    assert counts(result.progress) == (2, 0, 1)
    assert result.exit is Exit.PARTLY
    (failed,) = result.failures
    assert failed.outcome.exit is Exit.PENDING
    (missing,) = failed.outcome.diagnostics
    assert missing.code == "figure.missing"
    outputs, _ = write_failures(result, tmp_path / "out", "zh")
    sheet = openpyxl.load_workbook(outputs[0].path).active  # type: ignore[arg-type]
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [
        *("任务.csv单元格A3", "单位001报告", 2020, "错误", "report.md第7行"),
        *("指标“件数”缺2020年数据", "请填任务.csv单元格C3", "figure.missing"),
    ]
    assert sheet["A2"].font.name == "宋体"


def test_the_list_of_failures_goes_with_the_last_failure(tmp_path: Path) -> None:
    """So that nobody works off an old one."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "failures.xlsx").touch()
    write_failures(built(offices(tmp_path, 1)), tmp_path / "out", "zh")
    assert not (tmp_path / "out" / "failures.xlsx").exists()


def test_a_run_in_which_all_fail(tmp_path: Path) -> None:
    """Ends as its rows did."""
    assert built(offices(tmp_path, 2, "单位000", "单位001")).exit is Exit.PENDING


def test_what_has_not_changed_is_skipped(tmp_path: Path) -> None:
    """Until its row, its text or its files change."""
    path = offices(tmp_path, 3)
    built(path)
    assert counts(built(path).progress) == (0, 3, 0)

    listed(tmp_path, "报告,简称,件数", "a,单位000,0", "a,单位001,99", "a,单位002,2")
    assert counts(built(path).progress) == (1, 2, 0)

    (tmp_path / "out" / "单位002报告.docx").unlink()
    assert counts(built(path).progress) == (1, 2, 0)

    text = (tmp_path / "a" / "report.md").read_text(encoding="utf-8")
    (tmp_path / "a" / "report.md").write_text(text.replace("办件", "办理"), encoding="utf-8")
    assert counts(built(path).progress) == (3, 0, 0)
    assert counts(built(path, force=True).progress) == (3, 0, 0)


def test_what_failed_is_tried_again_when_asked_to(tmp_path: Path) -> None:
    """Else it fails again from the journal, with what was found then."""
    path = offices(tmp_path, 2, "单位000")
    first = built(path)
    again = built(path)
    assert counts(again.progress) == (0, 1, 1)
    assert again.failures[0].is_remembered
    assert again.failures[0].outcome.diagnostics == first.failures[0].outcome.diagnostics
    resumed = built(path, resume=True)
    assert not resumed.failures[0].is_remembered


def test_a_file_somebody_edited_is_kept(tmp_path: Path) -> None:
    """As build keeps it: the row fails until --force."""
    path = offices(tmp_path, 1)
    built(path)
    (tmp_path / "out" / "单位000报告.docx").write_bytes(b"edited")
    result = built(path)
    assert [d.code for d in result.failures[0].outcome.diagnostics] == ["output.foreign"]


def test_two_batches_at_once(tmp_path: Path) -> None:
    """The second one is refused, and the first one's lock goes with it."""
    orders = manifest(offices(tmp_path, 1)).orders
    with Journal(tmp_path / "out"), pytest.raises(Faults) as raised:
        run(orders, batch(tmp_path))
    assert [d.code for d in raised.value.diagnostics] == ["batch.busy"]
    assert run(orders, batch(tmp_path)).exit is Exit.DONE


@pytest.mark.parametrize("content", [b"not a database" * 100, b""])
def test_a_journal_that_is_none(tmp_path: Path, content: bytes) -> None:
    """A damaged one is an error; an empty file is a new one."""
    orders = manifest(offices(tmp_path, 1)).orders
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "batch.sqlite").write_bytes(content)
    if content:
        with pytest.raises(Faults) as raised:
            run(orders, batch(tmp_path))
        assert [d.code for d in raised.value.diagnostics] == ["batch.journal"]
    else:
        assert run(orders, batch(tmp_path)).exit is Exit.DONE


def test_a_place_that_takes_no_files(tmp_path: Path) -> None:
    """A file where the folder should be ends the run before it begins."""
    orders = manifest(offices(tmp_path, 1)).orders
    (tmp_path / "out").touch()
    with pytest.raises(Faults) as raised:
        run(orders, batch(tmp_path))
    assert [d.code for d in raised.value.diagnostics] == ["batch.journal"]


def test_a_report_that_takes_too_long(tmp_path: Path) -> None:
    """Is ended with its process; the rest goes on."""
    path = offices(tmp_path, 3)
    orders = manifest(path).orders
    text = "".join(f"{{{{ 件数 + {n} }}}}" + "字" * 2000 + "\n\n" for n in range(3000))
    slow = report_folder(tmp_path / "slow", text=text, title="慢")
    slow_order = replace(orders[1], job=replace(orders[1].job, report=slow, office=None), name="慢")
    result = run([orders[0], slow_order, orders[2]], batch(tmp_path, limits=Limits(seconds=2)))
    assert counts(result.progress) == (2, 0, 1)
    assert [d.code for d in result.failures[0].outcome.diagnostics] == ["batch.too_long"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
def test_a_report_that_needs_too_much_memory(tmp_path: Path) -> None:
    """Is ended; the rest goes on."""
    path = offices(tmp_path, 2)
    orders = manifest(path).orders
    result = run(orders, batch(tmp_path, limits=Limits(memory_mb=1)))
    assert result.progress.failed == 2
    found = {d.code for ended in result.failures for d in ended.outcome.diagnostics}
    assert found <= {"batch.memory", "batch.died", "batch.crash", "pdf.face_unreadable"}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Parent or worker: only whole files are left, nobody is left behind, the next run ends the work."""
    path = offices(tmp_path, 60)
    chance = random.Random(7)
    command = [
        sys.executable,
        "-m",
        "render",
        "batch",
        str(path),
        "--to",
        "docx",
        "-j",
        "2",
        "--faces",
        "vendored",
    ]
    for turn in range(4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.6 + chance.random())
        victims = [process.pid] if turn % 2 else _children(process.pid)[:1]
        for victim in victims:
            os.kill(victim, signal.SIGKILL)
        if turn % 2 == 0:
            process.wait(timeout=120)
        else:
            process.wait(timeout=10)
        for name in names(tmp_path / "out"):
            assert digest_state((tmp_path / "out" / name).read_bytes()) == "ours"
    result = built(path, resume=True)
    assert result.progress.failed == 0
    assert len(names(tmp_path / "out")) == 60
    time.sleep(1.0)
    assert not _named(str(path))


def _children(pid: int) -> list[int]:
    """List the processes below one."""
    tasks = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in tasks.read_text().split()] if tasks.exists() else []


def _named(word: str) -> list[int]:
    """List the processes whose command names a word."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if word.encode() in entry.read_bytes():
                found.append(int(entry.parent.name))
        except OSError:
            continue
    return found


def test_a_key_of_the_manifest_is_named_by_its_cell(tmp_path: Path) -> None:
    """Once: the template does not repeat that a date is none."""
    report_folder(tmp_path / "a")
    path = listed(tmp_path, "报告,成文日期", "a,2026年13月1日")
    found = built(path).failures[0].outcome.diagnostics
    assert [(d.code, d.source.cell) for d in found] == [("metadata.date", "B2")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
@pytest.mark.parametrize(("deaths", "came_to"), [(1, (3, 0, 0)), (9, (0, 0, 3))])
def test_workers_that_die_before_they_take_an_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: int, came_to: tuple[int, int, int]
) -> None:
    """As when memory is short just as the batch begins: others build, unless those die too."""
    orders = manifest(offices(tmp_path, 3)).orders
    dying = partial(_die_first, str(tmp_path / "deaths"), deaths)
    monkeypatch.setattr("render.batch.workers._settle_in", dying)
    result = run(orders, batch(tmp_path, workers=1))
    assert counts(result.progress) == came_to
    assert {d.code for each in result.failures for d in each.outcome.diagnostics} <= {"batch.died"}


def _die_first(counted: str, deaths: int, *_: object) -> None:
    """End this process as it begins, unless as many have ended so."""
    with Path(counted).open("a") as file:
        file.write("x")
    if Path(counted).stat().st_size <= deaths:
        os.kill(os.getpid(), signal.SIGKILL)
