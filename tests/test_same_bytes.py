"""The same job gives the same bytes: on another day, elsewhere, in another locale, on workers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from batch.manifests import batch, listed
from folders import write_everything

import render
from render.batch import read_manifest, run
from render.messages import Exit
from render.pipeline import Job

ENDINGS = (".docx", ".pdf")
PROGRAM = """\
import datetime, sys, time
from pathlib import Path

SHIFT = int(sys.argv[1]) * 86400

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    utcnow = today = now

clock = time.time
time.time = lambda: clock() + SHIFT
for name in ("localtime", "gmtime"):
    real = getattr(time, name)
    setattr(time, name, lambda seconds=None, real=real: real(time.time() if seconds is None else seconds))
datetime.datetime = Later

import render
result = render.build(sys.argv[2], faces="vendored", out=sys.argv[3])
assert result.ok, [d.code for d in result.diagnostics]
"""


def files(folder: Path) -> dict[str, bytes]:
    """The documents of a folder, by ending."""
    return {path.suffix: path.read_bytes() for path in folder.rglob("*") if path.suffix in ENDINGS}


@pytest.mark.parametrize(
    ("days", "environment"),
    [
        ("0", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}),
        (
            "4000",
            {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Auckland", "LANG": "zh_CN.UTF-8"},
        ),
    ],
)
def test_on_another_day_and_machine(days: str, environment: dict[str, str], tmp_path: Path) -> None:
    """One of everything, charts with their workbooks and landscape sides too."""
    report = write_everything(tmp_path / "甲")
    here = {o.format: o.data for o in render.build(report, faces="vendored").outputs}
    moved = tmp_path / "other place" / "乙"
    shutil.copytree(report, moved)
    path = os.pathsep.join([str(Path(render.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    subprocess.run(
        [sys.executable, "-c", PROGRAM, days, str(moved), str(tmp_path / "out")],
        check=True, capture_output=True, cwd=tmp_path, env={**os.environ, **environment, "PYTHONPATH": path},
    )  # fmt: skip
    there = files(tmp_path / "out")
    assert there[".docx"] == here["docx"]
    assert there[".pdf"] == here["pdf"]


def test_on_one_worker_and_on_two(tmp_path: Path) -> None:
    """Both files of two reports, as a single build makes them."""
    for name in ("甲", "乙"):
        write_everything(tmp_path / name)
    path = listed(tmp_path, "报告,子文件夹", "甲,一", "乙,二")
    made = []
    for workers in (1, 2):
        out = tmp_path / f"out{workers}"
        orders = read_manifest(path, Job(Path(), faces="vendored"), state=out).orders
        result = run(orders, batch(tmp_path, out=str(out), state=out, workers=workers))
        assert result.exit is Exit.DONE
        made.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.suffix in ENDINGS})
    assert len(made[0]) == 4
    assert made[0] == made[1]
    alone = {o.format: o.data for o in render.build(tmp_path / "甲", faces="vendored").outputs}
    assert set(alone.values()) <= set(made[0].values())
