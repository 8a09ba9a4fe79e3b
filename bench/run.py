"""Measure gongwen side by side with what a user would run instead.

    python bench/run.py [--row NAME …] [--runs N] [--long] [--with-office] [--json]

Prints one line per row: our CPU time (wall time in brackets), theirs, the ratio on both clocks, the
budget, and whether the CPU ratio keeps it. `bench/README.md` says what each row means.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import checkout  # noqa: F401 - rows need the project on the path
import measure

VERSIONS = ("typst", "docxtpl", "python-docx", "reportlab", "uharfbuzz", "lxml", "jinja2", "isal")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--row", action="append", metavar="NAME", help="only this row; may be repeated")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="pairs that count (default 15)")
    parser.add_argument("--long", action="store_true", help="1,000 documents and 1,000 pages as well")
    parser.add_argument("--with-office", action="store_true", help="run LibreOffice, where installed")
    parser.add_argument("--json", action="store_true", help="everything measured, as JSON")
    options = parser.parse_args()
    core = measure.pin()

    from rows import ROWS, Workshop  # after pinning: Typst looks at the cores once

    names = [row.name for row in ROWS]
    if unknown := set(options.row or ()) - set(names):
        parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    rows = [row for row in ROWS if not options.row or row.name in options.row]
    machine = _machine(core)
    if not options.json:
        print("; ".join(f"{key} {value}" for key, value in machine.items()))
        print(_line("row", "what", "ours: CPU (wall)", "theirs", "CPU ratio", "wall", "budget", ""))
    found = {}
    with tempfile.TemporaryDirectory(prefix="gongwen-bench-", ignore_cleanup_errors=True) as folder:
        os.environ["GONGWEN_CACHE"] = str(Path(folder) / "cache")
        shop = Workshop(Path(folder), max(1, options.runs), long=options.long, office=options.with_office)
        for row in rows:
            finding = row.measure(shop)
            met = None if row.budget is None or finding.ratio is None else finding.ratio <= row.budget
            found[row.name] = {"what": row.title, "budget": row.budget, "met": met, **asdict(finding)}
            if not options.json:
                verdict = {True: "met", False: "NOT MET", None: ""}[met]
                ratios = (_ratio(finding.ratio), _ratio(finding.ratio_wall), _ratio(row.budget))
                print(_line(row.name, row.title, finding.ours, finding.theirs, *ratios, verdict))
                for note in finding.notes:
                    print(f"{'':12}{note}")
                sys.stdout.flush()
    if options.json:
        result = {"machine": machine, "missing": shop.missing, "rows": found}
        print(json.dumps(result, ensure_ascii=False, indent=2))
    elif shop.missing:
        print("missing peers:", "; ".join(f"{peer} ({why})" for peer, why in shop.missing.items()))
        print("install them with: pip install -r bench/requirements.txt")
    return 0


def _line(name: str, title: str, ours: str, theirs: str, ratio: str, wall: str, budget: str, met: str) -> str:
    return f"{name:<12}{title:<52}{ours:>22}{theirs:>22}{ratio:>11}{wall:>7}{budget:>8}  {met}".rstrip()


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _machine(core: int | None) -> dict[str, str]:
    versions = {}
    for name in VERSIONS:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    pinned = "not pinned" if core is None else f"pinned to core {core}"
    return {
        "CPU": _processor(),
        "cores": f"{os.cpu_count()}, {pinned}",
        "system": platform.platform(terse=True),
        "Python": platform.python_version(),
        **versions,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "?"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "?")


if __name__ == "__main__":
    sys.exit(main())
