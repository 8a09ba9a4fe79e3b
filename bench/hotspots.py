"""Show where our side of a row spends its time.

    python bench/hotspots.py ROW [--runs N]

Prints the 25 functions with the most time of their own, over N reports after warming up; for the
cold row, over one process and its imports. (Not named `profile.py`: the standard library's profiler
imports a module of that name, and this folder comes first on the path.)
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import WARM_UP
from rows import ROWS, Workshop

MOST = 25


def main() -> int:
    rows = {row.name: row for row in ROWS if row.ours or row.name == "cold"}
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("row", choices=rows)
    parser.add_argument("--runs", type=int, default=20, metavar="N", help="reports profiled (default 20)")
    options = parser.parse_args()
    row = rows[options.row]
    with tempfile.TemporaryDirectory(prefix="gongwen-bench-") as folder:
        shop = Workshop(Path(folder), options.runs)
        if row.ours is None:
            return _profile_process(shop)
        os.environ["GONGWEN_CACHE"] = str(Path(folder) / "cache")
        calls = row.ours(shop)
        for call in calls[:WARM_UP]:
            call()
        profiler = cProfile.Profile()
        profiler.enable()
        for call in calls[WARM_UP:]:
            call()
        profiler.disable()
        pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(MOST)
    return 0


def _profile_process(shop: Workshop) -> int:
    """Profile one whole command, in a process of its own, the second time it is run."""
    build = ["render", "build", str(shop.reports("figures")[0]), "--faces", "vendored"]
    kept = shop.folder / "cold.profile"
    for options in ([], ["-m", "cProfile", "-o", str(kept)]):
        command = [sys.executable, *options, "-m", *build]
        subprocess.run(command, env=shop.environment, check=True, stdout=subprocess.DEVNULL)
    pstats.Stats(str(kept)).strip_dirs().sort_stats("tottime").print_stats(MOST)
    return 0


if __name__ == "__main__":
    sys.exit(main())
