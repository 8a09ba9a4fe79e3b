"""Instructions: how many a build takes, here and at another revision, whatever else the machine does.

    python bench/instructions.py [--against REVISION] [--most RATIO]

counts them with valgrind, for a cold `gongwen build` and for each report that one process builds after the
first, and ends with status 1 when this checkout needs more than RATIO times what the revision does
(`main` and 1.03 unless given). Takes about two minutes. A count is the same from run to run to some tenths of
a percent, on a busy machine too, but it is none of time: a byte deflated and an object made weigh
differently there.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WARM = 4  # reports after the first

_BUILDS = """
import sys
from pathlib import Path
from render import pipeline
for _ in range(int(sys.argv[2])):
    result = pipeline.build(pipeline.Job(Path(sys.argv[1]), faces="vendored"))
    assert result.ok
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", default="main", metavar="REVISION", help="what to compare with (main)")
    parser.add_argument("--most", type=float, default=1.03, metavar="RATIO", help="what is still met (1.03)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongwen-instructions-") as name:
        folder = Path(name)
        other = folder / "other"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(other), options.against], check=True)
        try:
            here, there = _counts(ROOT, folder), _counts(other, folder)
        finally:
            subprocess.run([*git, "remove", "--force", str(other)], check=True)
    worst = 0.0
    for row, count in here.items():
        ratio = count / there[row]
        worst = max(worst, ratio)
        print(
            f"{row:6}{count / 1e6:10,.0f} million {there[row] / 1e6:10,.0f} at {options.against}{ratio:8.3f}"
        )
    return int(worst > options.most)


def _counts(tree: Path, folder: Path) -> dict[str, int]:
    """Count for one checkout, with its own sample."""
    report = str(tree / "samples" / "hongshan-2020")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {
        **kept,
        "PYTHONPATH": str(tree),
        "PYTHONHASHSEED": "0",
        "PYTHONPYCACHEPREFIX": str(folder / f"bytecode-{tree.name}"),
        "GONGWEN_CACHE": str(folder / f"cache-{tree.name}"),
    }
    build = ["-m", "render", "build", report, "-o", str(folder / "out"), "--faces", "vendored"]
    one, more = (["-c", _BUILDS, report, str(1 + count)] for count in (0, WARM))
    for command in (build, one):  # byte code and base parts
        subprocess.run(
            [sys.executable, *command], env=environment, check=True, stdout=subprocess.DEVNULL, cwd=folder
        )
    cold, first, all_ = (_instructions(command, environment, folder) for command in (build, one, more))
    return {"cold": cold, "warm": (all_ - first) // WARM}


def _instructions(command: list[str], environment: dict[str, str], folder: Path) -> int:
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *command]
    done = subprocess.run(valgrind, env=environment, check=True, capture_output=True, text=True, cwd=folder)
    counted = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
    if counted is None:
        raise RuntimeError(done.stderr[-500:])
    return int(counted[1])


if __name__ == "__main__":
    sys.exit(main())
