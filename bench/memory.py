"""Memory: peak of one process after so many reports, both files each, all text new.

    python bench/memory.py FOLDER 20 100

prints a JSON object of megabytes by count. FOLDER is for the reports; each is removed again.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

from reports import other_text

from render import pipeline


def peak() -> float | None:
    """Give the most memory this process has held, in megabytes; None where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():  # not `getrusage`, which counts what the parent held before this program began
        return int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) / 1024
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return None


def main() -> None:
    folder = Path(sys.argv[1])
    counts = sorted(map(int, sys.argv[2:]))
    peaks = {}
    for number in range(1, counts[-1] + 1):
        report = other_text(folder / str(number), number)
        result = pipeline.build(pipeline.Job(report, faces="vendored"))
        if not result.ok:
            raise SystemExit(f"report {number}: {[d.code for d in result.diagnostics]}")
        shutil.rmtree(report)
        if number in counts:
            peaks[number] = peak()
    print(json.dumps(peaks))


if __name__ == "__main__":
    main()
