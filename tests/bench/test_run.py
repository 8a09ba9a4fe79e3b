"""The bench: it still runs against this code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).resolve().parents[2] / "bench" / "run.py"


def test_rows_measure_our_side_with_or_without_peers() -> None:
    """Every run of a row is timed, on reports of other figures and of other text."""
    command = [sys.executable, RUN, "--runs", "1", "--row", "both", "--row", "both-new", "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    rows = json.loads(done.stdout)["rows"]

    assert list(rows) == ["both", "both-new"]
    assert all(len(row["runs"]["ours"]) == 1 for row in rows.values())
