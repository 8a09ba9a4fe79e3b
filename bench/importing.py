"""Importing: the most memory an import takes beyond what the program needs, in bytes a byte of its text.

    python bench/importing.py FOLDER 40

prints a number; 40 times the sample's original, other figures in each. FOLDER is for the texts and reports.
"""

from __future__ import annotations

import sys
from pathlib import Path

from memory import peak
from reports import published

from render.intake import Request, take_in


def main() -> None:
    """Import a short text first, so that what the program loads is not counted."""
    folder = Path(sys.argv[1])
    before = None
    for times in (1, int(sys.argv[2])):
        source = published(folder / f"{times}.txt", 0, times)
        taken = take_in(Request(source, force=True))
        if taken.account is None:
            raise SystemExit(f"{source}: {[each.code for each in taken.diagnostics]}")
        before, after = (peak(), None) if before is None else (before, peak())
    print(
        (after - before) * 2**20 / source.stat().st_size if before is not None and after is not None else ""
    )


if __name__ == "__main__":
    main()
