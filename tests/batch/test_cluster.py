"""Cluster: a real Dask scheduler with two workers on loopback."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from batch.manifests import batch, listed, manifest, names, report_folder

from render.batch import Progress, run
from render.diagnostics import Faults
from render.messages import Exit

PROGRAM = """\
from distributed import LocalCluster
with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
    print(cluster.scheduler_address, flush=True)
    input()
"""


@pytest.fixture
def scheduler() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A cluster in processes of its own: its address, and the process that holds it."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    try:
        yield program.stdout.readline().strip(), program
    finally:
        if program.poll() is None:
            program.communicate("\n", timeout=60)


def offices(folder: Path, count: int) -> Path:
    """List offices that share one text."""
    report_folder(folder / "a", text="{{ 简称 }}办件{{ 件数 }}件。", title="{{ 简称 }}报告")
    return listed(folder, "报告,简称,件数", *(f"a,单位{n:03},{n}" for n in range(count)))


def test_the_same_bytes_as_here(tmp_path: Path, scheduler: tuple[str, subprocess.Popen[str]]) -> None:
    """One process, two processes, a cluster: one journal entry each, and no file differs."""
    path = offices(tmp_path, 12)
    orders = manifest(path).orders
    made = []
    for place, more in (("one", {}), ("two", {"workers": 2}), ("cluster", {"scheduler": scheduler[0]})):
        result = run(orders, batch(tmp_path, out=str(tmp_path / place), state=tmp_path / place, **more))
        assert result.exit is Exit.DONE
        made.append([ended.outcome.made for ended in result.ended])
    assert made[0] == made[1] == made[2]
    assert len(names(tmp_path / "cluster")) == 12


def test_a_fault_on_a_worker(tmp_path: Path, scheduler: tuple[str, subprocess.Popen[str]]) -> None:
    """Is that of the row alone."""
    orders = manifest(offices(tmp_path, 3)).orders
    office = orders[1].job.office
    assert office is not None
    bad = replace(orders[1], job=replace(orders[1].job, template="nope"))
    result = run([orders[0], bad, orders[2]], batch(tmp_path, scheduler=scheduler[0]))
    assert (result.progress.done, result.progress.failed) == (2, 1)
    assert [d.code for d in result.failures[0].outcome.diagnostics] == ["template.unknown"]


def test_a_scheduler_that_is_lost_midway(
    tmp_path: Path, scheduler: tuple[str, subprocess.Popen[str]]
) -> None:
    """What came back stays; the rest is told to be missing, or built here when asked to."""
    orders = manifest(offices(tmp_path, 400)).orders

    def cut(progress: Progress) -> None:
        if progress.done:
            scheduler[1].kill()

    lost = run(orders, batch(tmp_path, scheduler=scheduler[0]), cut)
    assert lost.exit is Exit.PARTLY
    assert [d.code for d in lost.diagnostics] == ["batch.scheduler_lost"]
    done = len(names(tmp_path / "out"))
    assert 0 < done < 400
    time.sleep(0.1)
    again = run(orders, batch(tmp_path, workers=2))
    assert (again.progress.skipped, again.progress.done) == (done, 400 - done)


def test_a_scheduler_that_cannot_be_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ends the run before it begins, unless this machine may do the work."""
    monkeypatch.setattr("render.batch.cluster._CONNECT", "1s")
    orders = manifest(offices(tmp_path, 2)).orders
    address = "tcp://127.0.0.1:9"
    with pytest.raises(Faults) as raised:
        run(orders, batch(tmp_path, scheduler=address))
    assert [d.code for d in raised.value.diagnostics] == ["batch.no_scheduler"]
    result = run(orders, batch(tmp_path, scheduler=address, falls_back=True))
    assert result.progress.done == 2
    assert [d.code for d in result.diagnostics] == ["batch.fell_back"]
